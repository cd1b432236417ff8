// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallhead.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 168;
constexpr int fieldLeast = 96;

QString sortName(WallModel::Sort sort)
{
    switch (sort) {
    case WallModel::Sort::Oldest: return WallHead::tr("Oldest unanswered");
    case WallModel::Sort::Emotion: return WallHead::tr("Highest emotion");
    case WallModel::Sort::Name: return WallHead::tr("Name");
    case WallModel::Sort::Activity: return WallHead::tr("Last message");
    }
    return {};
}

QString groupingName(WallModel::Grouping grouping)
{
    switch (grouping) {
    case WallModel::Grouping::None: return WallHead::tr("No sections");
    case WallModel::Grouping::Mode: return WallHead::tr("By bot mode");
    case WallModel::Grouping::Tag: return WallHead::tr("By tag");
    case WallModel::Grouping::Connector: return WallHead::tr("By account");
    }
    return {};
}

QString filterName(int filter, int count)
{
    switch (static_cast<WallModel::Filter>(filter)) {
    case WallModel::Filter::All: return WallHead::tr("All %1").arg(count);
    case WallModel::Filter::Attention: return WallHead::tr("Attention %1").arg(count);
    case WallModel::Filter::Served: return WallHead::tr("Served by people %1").arg(count);
    case WallModel::Filter::Review: return WallHead::tr("Review first %1").arg(count);
    }
    return {};
}

} // namespace

WallHead::WallHead(ThemeHost &host, WallModel &model, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model),
      m_filters(new SegmentedControl(host, tr("Which groups"), this)),
      m_changes(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_stamp(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_field(new SearchField(host, tr("Filter groups"), this)),
      m_sort(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_more(new IconButton(host, Icon::More, tr("Sections"), this)),
      m_side(new IconButton(host, Icon::Bell, tr("Alerts and colleagues"), this))
{
    setFixedHeight(layout::header);
    build();
    connect(m_filters, &SegmentedControl::chosen, this,
            [this](int index) { chooseFilter(static_cast<WallModel::Filter>(index)); });
    connect(m_changes, &ActionButton::clicked, this, [this] {
        m_model.applyPending();
        Q_EMIT chosen();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model.setWords(words);
        Q_EMIT chosen();
    });
    connect(m_sort, &ActionButton::clicked, this, &WallHead::showSorts);
    connect(m_more, &IconButton::clicked, this, &WallHead::showGroupings);
    refresh(false, {});
}

void WallHead::build()
{
    for (int i = 0; i < WallModel::filterCount; ++i)
        m_filters->addSegment(filterName(i, 0));
    m_changes->setButtonSize(ButtonSize::Small);
    m_changes->setGlyph(Icon::Refresh);
    m_field->setMinimumWidth(fieldLeast);
    m_field->setMaximumWidth(fieldWidth);
    m_field->setAccessibleName(tr("Filter groups"));
    m_sort->setGlyph(Icon::Sort);
    m_side->setCheckable(true);
    m_side->setChecked(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    auto *title = new PlainLabel(host(), tr("Wall"), TextRole::Title, ColorRole::TextPrimary, this);
    title->setMinimumWidth(title->sizeHint().width());
    row->addWidget(title);
    row->addSpacing(space::x1);
    row->addWidget(m_filters);
    row->addWidget(m_changes);
    row->addStretch(1);
    for (auto *part : std::initializer_list<QWidget *>{m_stamp, m_field, m_sort, m_more, m_side})
        row->addWidget(part);
}

void WallHead::refresh(bool touched, Instant frozen)
{
    const auto counts = m_model.counts();
    for (int i = 0; i < WallModel::filterCount; ++i) {
        if (counts[size_t(i)] != m_counts[size_t(i)])
            m_filters->setSegmentText(i, filterName(i, counts[size_t(i)]));
    }
    m_counts = counts;
    m_filters->setCurrentIndex(int(m_model.filter()));
    const int pending = touched ? m_model.pending() : 0;
    m_changes->setVisible(pending > 0);
    m_changes->setText(tr("%1 changed").arg(pending));
    m_stamp->setPlainText(frozen.isSet()
                              ? tr("as of %1").arg(clockTextSeconds(frozen))
                              : tr("in order every 5 s · %1").arg(clockTextSeconds(m_model.now())));
    m_stamp->setRole(TextRole::Caption,
                     frozen.isSet() ? ColorRole::WarningFg : ColorRole::TextTertiary);
    m_sort->setText(sortName(m_model.sort()));
    m_sort->setAccessibleName(tr("Order: %1").arg(sortName(m_model.sort())));
    fitStamp();
}

/** The time gives way when there is no room for all of it. */
void WallHead::fitStamp()
{
    int others = 2 * space::x4;
    for (int i = 0; i < layout()->count(); ++i) {
        const auto *part = layout()->itemAt(i)->widget();
        if (part && part != m_stamp && !part->isHidden())
            others += part->sizeHint().width() + layout()->spacing();
    }
    m_stamp->setVisible(width() >= others + m_stamp->sizeHint().width());
}

void WallHead::setAlerts(int count)
{
    m_side->setName(count > 0 ? tr("Alerts and colleagues · %1").arg(count)
                              : tr("Alerts and colleagues"));
}

void WallHead::chooseFilter(WallModel::Filter filter)
{
    m_model.setFilter(filter);
    m_filters->setCurrentIndex(int(filter));
    Q_EMIT chosen();
}

void WallHead::chooseSort(WallModel::Sort sort)
{
    m_model.setSort(sort);
    Q_EMIT chosen();
}

void WallHead::chooseGrouping(WallModel::Grouping grouping)
{
    m_model.setGrouping(grouping);
    Q_EMIT chosen();
}

void WallHead::chooseWords(const QString &words)
{
    m_field->setText(words);
}

void WallHead::showSorts()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < 4; ++i) {
        const auto sort = static_cast<WallModel::Sort>(i);
        auto *action = menu->addAction(sortName(sort), this, [this, sort] { chooseSort(sort); });
        action->setCheckable(true);
        action->setChecked(sort == m_model.sort());
    }
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void WallHead::showGroupings()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < 4; ++i) {
        const auto grouping = static_cast<WallModel::Grouping>(i);
        auto *action = menu->addAction(groupingName(grouping), this,
                                       [this, grouping] { chooseGrouping(grouping); });
        action->setCheckable(true);
        action->setChecked(grouping == m_model.grouping());
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void WallHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

void WallHead::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    fitStamp();
}

} // namespace quntai
