// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences/groupnoticesform.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 60;

} // namespace

GroupNoticesRow::GroupNoticesRow(ThemeHost &host, const GroupId &group, const QString &name,
                                 const GroupRule &rule, QWidget *parent)
    : ThemedWidget(host, parent), m_group(group), m_rule(rule), m_choice(new QComboBox(this)),
      m_kinds(new ActionButton(host, ButtonKind::Link, {}, this))
{
    const auto shown = visibleText(name, longestName);
    for (std::size_t at = 0; at < enumWords<GroupNotices>.size(); ++at)
        m_choice->addItem(groupNoticesName(GroupNotices(at)));
    m_choice->setAccessibleName(tr("Notifications of %1").arg(shown));
    m_kinds->setAccessibleName(tr("Events of %1").arg(shown));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x3);
    row->addWidget(new PlainLabel(host, shown, TextRole::Ui, ColorRole::TextPrimary, this), 1);
    row->addWidget(m_kinds);
    row->addWidget(m_choice);
    // The row may be gone when the choice is kept.
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { choose(GroupNotices(index)); }, Qt::QueuedConnection);
    connect(m_kinds, &ActionButton::clicked, this, &GroupNoticesRow::openKinds);
    setRule(rule);
}

void GroupNoticesRow::setRule(const GroupRule &rule)
{
    m_rule = rule;
    m_choice->setCurrentIndex(int(rule.what));
    m_kinds->setText(groupRuleName(rule));
    m_kinds->updateGeometry();
    m_kinds->setVisible(rule.what == GroupNotices::Chosen);
}

void GroupNoticesRow::choose(GroupNotices what)
{
    GroupRule rule{what, {}};
    if (what == GroupNotices::Chosen) {
        rule.kinds = groupKinds(); // begins with what comes now
        rule.kinds.removeIf([this](NoticeKind kind) { return !lets(m_rule, kind); });
        if (rule.kinds.isEmpty())
            rule.kinds = groupKinds();
    }
    Q_EMIT ruleChosen(m_group, rule);
}

void GroupNoticesRow::openKinds()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto kind : groupKinds()) {
        auto *action = menu->addAction(noticeKindName(kind));
        action->setCheckable(true);
        action->setChecked(m_rule.kinds.contains(kind));
        connect(action, &QAction::toggled, this, [this, kind](bool on) {
            auto rule = m_rule;
            rule.kinds.removeAll(kind);
            if (on)
                rule.kinds.append(kind);
            Q_EMIT ruleChosen(m_group, rule);
        }, Qt::QueuedConnection);
    }
    menu->popup(m_kinds->mapToGlobal(m_kinds->rect().bottomLeft()));
}

GroupNoticesForm::GroupNoticesForm(ThemeHost &host, Session &session, Settings &settings,
                                   QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_settings(settings),
      m_search(new SearchField(host, tr("Find a group"), this)), m_column(new QVBoxLayout),
      m_more(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_reset(new ActionButton(host, ButtonKind::Secondary, tr("All groups as usual"), this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x3);
    head->addWidget(m_search, 1);
    head->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x2);
    column->addLayout(head);
    m_column->setSpacing(space::x1);
    column->addLayout(m_column);
    column->addWidget(m_more);
    m_search->setAccessibleName(tr("Find a group"));
    connect(m_search, &QLineEdit::textChanged, this, &GroupNoticesForm::refresh);
    connect(m_reset, &ActionButton::clicked, this, [this] { resetGroupRules(m_settings); });
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(settings::groupNotices.key))
            refresh();
    });
    connect(&session, &Session::reset, this, &GroupNoticesForm::refresh);
    refresh();
}

QString GroupNoticesForm::nameOf(const GroupId &group) const
{
    const auto found = m_session.state().groups.constFind(group);
    return found == m_session.state().groups.cend() ? group.value : found->info.name;
}

/** Those that differ; with words in the field, all whose names have them. */
QList<std::pair<GroupId, QString>> GroupNoticesForm::matching() const
{
    const auto words = m_search->text().trimmed();
    QList<std::pair<GroupId, QString>> found;
    if (words.isEmpty()) {
        for (const auto &[group, rule] : groupRules(m_settings))
            found.append({group, nameOf(group)});
    } else {
        for (const auto &group : m_session.state().groups) {
            if (group.info.name.contains(words, Qt::CaseInsensitive))
                found.append({group.info.id, group.info.name});
        }
    }
    std::ranges::sort(found, {}, &std::pair<GroupId, QString>::second);
    return found;
}

void GroupNoticesForm::choose(const GroupId &group, const GroupRule &rule)
{
    setGroupRule(m_settings, group, rule);
}

void GroupNoticesForm::rebuild(const QList<std::pair<GroupId, QString>> &groups)
{
    for (auto *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater(); // it may be the one that asks for this
    }
    for (const auto &[group, name] : groups) {
        auto *row = new GroupNoticesRow(host(), group, name, {}, this);
        m_column->addWidget(row);
        connect(row, &GroupNoticesRow::ruleChosen, this, &GroupNoticesForm::choose);
        m_rows.append(row);
    }
}

void GroupNoticesForm::refresh()
{
    const auto groups = matching();
    const auto shown = groups.first(std::min<qsizetype>(groups.size(), mostRows));
    // Rows that stay keep the focus a hand has there.
    if (!std::ranges::equal(shown, m_rows, {}, &std::pair<GroupId, QString>::first,
                            &GroupNoticesRow::group))
        rebuild(shown);
    for (auto *row : std::as_const(m_rows))
        row->setRule(groupRule(m_settings, row->group()));
    const int more = int(groups.size() - m_rows.size());
    const bool differs = !groupRules(m_settings).isEmpty();
    m_reset->setEnabled(differs);
    if (more > 0)
        m_more->setPlainText(tr("%n more; go on typing", nullptr, more));
    else if (m_rows.isEmpty())
        m_more->setPlainText(m_search->text().isEmpty() ? tr("No group differs from the others.")
                                                        : tr("No group has these words."));
    m_more->setVisible(more > 0 || m_rows.isEmpty());
}

} // namespace quntai
