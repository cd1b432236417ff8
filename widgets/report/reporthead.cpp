// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reporthead.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostGroupsInMenu = 60;

} // namespace

ReportHead::ReportHead(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_range(new SegmentedControl(host, tr("Time"), this)),
      m_groupsButton(new ActionButton(host, ButtonKind::Quiet, {}, this)),
      m_form(new SegmentedControl(host, tr("Shown as"), this)),
      m_stamp(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_export(new ActionButton(host, ButtonKind::Secondary, tr("Export"), this))
{
    setFixedHeight(layout::header);
    auto *title = new PlainLabel(host, tr("Report"), TextRole::Title, ColorRole::TextPrimary, this);
    title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (const auto &words : {tr("Today"), tr("7 days"), tr("30 days"), tr("Own…")})
        m_range->addSegment(words);
    m_range->setCurrentIndex(int(Range::Week));
    m_form->addSegment(tr("Charts"));
    m_form->addSegment(tr("Tables"));
    m_form->setCurrentIndex(0);
    m_groupsButton->setGlyph(Icon::Filter);
    auto *again = new IconButton(host, Icon::Refresh, tr("Refresh"), this);
    m_stamp->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, 0, space::x3, 1);
    row->setSpacing(space::x2);
    row->addWidget(title);
    row->addSpacing(space::x2);
    row->addWidget(m_range);
    row->addWidget(buildOwn());
    row->addWidget(m_groupsButton);
    row->addWidget(m_stamp, 1);
    row->addWidget(again);
    row->addWidget(m_form);
    row->addWidget(m_export);
    buildExport();
    refreshGroups();
    connect(m_range, &SegmentedControl::chosen, this, [this] {
        m_own->setVisible(range() == Range::Own);
        Q_EMIT questionChanged();
    });
    connect(m_form, &SegmentedControl::chosen, this,
            [this](int form) { Q_EMIT tablesWanted(form == 1); });
    connect(m_groupsButton, &QAbstractButton::clicked, this, &ReportHead::openGroups);
    connect(again, &QAbstractButton::clicked, this, &ReportHead::refreshWanted);
}

QWidget *ReportHead::buildOwn()
{
    m_own = new QWidget(this);
    auto *row = new QHBoxLayout(m_own);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x1);
    const auto today = QDate::currentDate();
    const auto field = [&](const QDate &date, const QString &name) {
        auto *edit = new QDateEdit(date, m_own);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setCalendarPopup(true);
        edit->setAccessibleName(name);
        edit->setFixedHeight(component::fieldHeight);
        connect(edit, &QDateEdit::editingFinished, this, &ReportHead::questionChanged);
        row->addWidget(edit);
        return edit;
    };
    m_from = field(today.addDays(-13), tr("First day"));
    m_to = field(today, tr("Last day"));
    m_own->hide();
    return m_own;
}

void ReportHead::buildExport()
{
    m_export->setGlyph(Icon::Download);
    connect(m_export, &QAbstractButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto add = [&](const QString &words, Export what) {
            menu->addAction(words, this, [this, what] { Q_EMIT exportWanted(what); });
        };
        add(tr("Figures as CSV…"), Export::FiguresCsv);
        add(tr("Listed topics as CSV…"), Export::TopicsCsv);
        add(tr("Charts as a picture…"), Export::Picture);
        menu->addSeparator();
        add(tr("Copy the figures"), Export::Clipboard);
        menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)));
    });
}

ReportHead::Range ReportHead::range() const
{
    return Range(m_range->currentIndex());
}

void ReportHead::setRange(Range range)
{
    m_range->setCurrentIndex(int(range));
    m_own->setVisible(range == Range::Own);
    Q_EMIT questionChanged();
}

std::pair<QDate, QDate> ReportHead::ownDays() const
{
    return std::minmax(m_from->date(), m_to->date());
}

void ReportHead::setOwnDays(const QDate &from, const QDate &to)
{
    m_from->setDate(from);
    m_to->setDate(to);
}

void ReportHead::setGroups(const QList<std::pair<GroupId, QString>> &groups)
{
    m_groups = groups;
    m_chosen.removeIf([&](const GroupId &group) {
        return std::ranges::none_of(groups, [&](const auto &one) { return one.first == group; });
    });
    refreshGroups();
}

void ReportHead::chooseGroups(const QList<GroupId> &groups)
{
    m_chosen = groups;
    refreshGroups();
    Q_EMIT questionChanged();
}

void ReportHead::refreshGroups()
{
    m_groupsButton->setText(m_chosen.isEmpty()
                                ? tr("All groups %1").arg(m_groups.size())
                                : tr("%1 of %2 groups").arg(m_chosen.size()).arg(m_groups.size()));
    m_groupsButton->updateGeometry();
}

void ReportHead::openGroups()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("All groups"), this, [this] { chooseGroups({}); });
    menu->addSeparator();
    for (const auto &[group, name] : m_groups.first(std::min<qsizetype>(m_groups.size(),
                                                                        mostGroupsInMenu))) {
        // An ampersand of the name would become a shortcut.
        auto *action = menu->addAction(visibleText(name, 40).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(group));
        connect(action, &QAction::toggled, this,
                [this, id = group](bool on) { toggleGroup(id, on); });
    }
    menu->popup(m_groupsButton->mapToGlobal(QPoint(0, m_groupsButton->height() + 2)));
}

void ReportHead::toggleGroup(const GroupId &group, bool on)
{
    auto groups = m_chosen;
    if (on)
        groups.append(group);
    else
        groups.removeAll(group);
    chooseGroups(groups);
}

void ReportHead::showTables(bool tables)
{
    m_form->setCurrentIndex(tables ? 1 : 0);
    Q_EMIT tablesWanted(tables);
}

void ReportHead::setStamp(const QString &words, bool old)
{
    m_stamp->setPlainText(words);
    m_stamp->setRole(TextRole::Caption, old ? ColorRole::WarningFg : ColorRole::TextTertiary);
}

void ReportHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
