// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lanes/lanebar.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace quntai {

namespace {

constexpr int titleLimit = 12;
constexpr int tabPadding = 8;
constexpr int tabGap = 6;

QString shortTitle(const QString &title)
{
    const auto safe = visibleText(title);
    return safe.size() > titleLimit ? safe.first(titleLimit - 1) + QChar(u'…') : safe;
}

QString ownerOf(const Topic &topic, const UserId &me)
{
    if (!topic.lease)
        return topicStateName(topic.state);
    return topic.lease->user == me ? LaneBar::tr("mine") : topic.lease->name;
}

/** The greatest width a tab may have so that all of them fit; the short ones keep theirs. */
int fittingWidth(const QList<int> &widths, int room)
{
    constexpr int badgeOnly = 2 * tabPadding + component::laneBadge;
    auto sorted = widths;
    std::ranges::sort(sorted);
    int left = room;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const int share = left / int(sorted.size() - i);
        if (sorted.at(i) > share)
            return std::max(badgeOnly, share);
        left -= sorted.at(i);
    }
    return sorted.isEmpty() ? badgeOnly : sorted.constLast();
}

} // namespace

LaneBar::LaneBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setFixedHeight(layout::laneBar);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Topics of this group"));
    setTopics({}, {});
}

QSize LaneBar::sizeHint() const
{
    return {480, layout::laneBar};
}

void LaneBar::setTopics(const QList<Topic> &topics, const UserId &me)
{
    m_tabs.clear();
    m_tabs.append({{}, -1, tr("All topics %1").arg(topics.size()), {}, false, {}});
    for (const auto &topic : topics) {
        const bool hot = topic.state == TopicState::Escalated || topic.state == TopicState::Offered;
        m_tabs.append({topic.id, topic.lane, shortTitle(topic.title), ownerOf(topic, me), hot, {}});
    }
    if (focusedTab() == 0)
        m_focused = {};
    layoutTabs();
    update();
}

void LaneBar::setFocused(const TopicId &topic)
{
    m_focused = topic;
    update();
}

void LaneBar::layoutTabs()
{
    const auto font = theme().font(TextRole::Caption);
    const auto bold = theme().boldFont(TextRole::Caption);
    QList<int> widths;
    for (const auto &tab : std::as_const(m_tabs)) {
        int width = 2 * tabPadding + textWidth(bold, tab.title);
        if (tab.lane >= 0)
            width += component::laneBadge + 4 + 6 + textWidth(font, tab.owner);
        widths.append(width);
    }
    const int gaps = int(m_tabs.size() - 1) * tabGap;
    const int widest = fittingWidth(widths, width() - 2 * space::x3 - gaps);
    int left = space::x3;
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        const int width = std::min(widths.at(i), widest);
        m_tabs[i].rect = QRect(left, (height() - component::laneTab) / 2, width,
                               component::laneTab);
        left += width + tabGap;
    }
}

int LaneBar::tabAt(const QPoint &at) const
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).rect.contains(at))
            return i;
    }
    return -1;
}

int LaneBar::focusedTab() const
{
    for (int i = 1; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).topic == m_focused)
            return i;
    }
    return 0;
}

void LaneBar::choose(int tab)
{
    if (tab < 0 || tab >= m_tabs.size())
        return;
    m_focused = m_tabs.at(tab).topic;
    update();
    Q_EMIT focusChosen(m_focused);
}

void LaneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
    const int focused = focusedTab();
    for (int i = 0; i < m_tabs.size(); ++i)
        paintTab(painter, m_tabs.at(i), i == focused, i == m_hovered);
}

void LaneBar::paintTab(QPainter &painter, const Tab &tab, bool focused, bool hovered) const
{
    const auto &look = theme();
    const bool all = tab.lane < 0;
    const auto fill = focused ? (all ? look.color(ColorRole::AccentTint) : look.lane(tab.lane).tint)
        : hovered ? look.color(ColorRole::SurfaceHover)
                  : look.color(ColorRole::SurfaceBase);
    const auto border = focused
        ? (all ? look.color(ColorRole::AccentBorder) : look.lane(tab.lane).rail)
        : look.color(ColorRole::BorderSubtle);
    paintBox(painter, tab.rect, radius::control, fill, border);
    if (focused && hasFocus()) {
        painter.setPen(QPen(look.color(ColorRole::BorderFocus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(tab.rect.adjusted(-2, -2, 2, 2), 5, 5);
    }
    QRect inner = tab.rect.adjusted(tabPadding, 0, -tabPadding, 0);
    if (!all) {
        paintLaneBadge(painter, look,
                       QRectF(inner.left(), inner.center().y() - 7, component::laneBadge,
                              component::laneBadge),
                       tab.lane);
        inner.setLeft(inner.left() + component::laneBadge + 4);
    }
    const auto bold = focused ? look.boldFont(TextRole::Caption) : look.font(TextRole::Caption);
    const int owner = tab.owner.isEmpty() ? 0 : 6 + textWidth(look.font(TextRole::Caption), tab.owner);
    int width = textWidth(look.boldFont(TextRole::Caption), tab.title);
    // With little room the title says more than the state.
    if (width + owner > inner.width())
        width = inner.width();
    paintText(painter, inner.adjusted(0, 0, width - inner.width(), 0), tab.title, bold,
              look.color(all && focused ? ColorRole::AccentFg : ColorRole::TextPrimary),
              Qt::AlignLeft | Qt::AlignVCenter);
    inner.setLeft(inner.left() + width + 6);
    paintText(painter, inner, tab.owner, look.font(TextRole::Caption),
              look.color(tab.hot ? ColorRole::DangerFg : ColorRole::TextSecondary),
              Qt::AlignLeft | Qt::AlignVCenter);
}

void LaneBar::resizeEvent(QResizeEvent *)
{
    layoutTabs();
}

void LaneBar::mousePressEvent(QMouseEvent *event)
{
    choose(tabAt(event->position().toPoint()));
}

void LaneBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = tabAt(event->position().toPoint());
    update();
}

void LaneBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void LaneBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        choose(focusedTab() - 1);
    else if (event->key() == Qt::Key_Right)
        choose(focusedTab() + 1);
    else
        ThemedWidget::keyPressEvent(event);
}

void LaneBar::themeChanged()
{
    layoutTabs();
}

} // namespace quntai
