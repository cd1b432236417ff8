// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lanes/lanebar.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/words.h"

#include <QAccessibleWidget>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleLimit = 12;
constexpr int nameLimit = 8;
constexpr int tipLimit = 80;
constexpr int tabPadding = 8;
constexpr int tabGap = 6;
constexpr int wordGap = 6;
constexpr int badgeGap = 4;
constexpr int narrowest = 92;   // a badge and four characters
constexpr int moreWidth = 44;

QString shortened(const QString &text, int limit)
{
    const auto safe = visibleText(text);
    return safe.size() > limit ? safe.first(limit - 1) + QChar(u'…') : safe;
}

QString ownerOf(const Topic &topic, const UserId &me)
{
    if (!topic.lease)
        return topicStateName(topic.state);
    return topic.lease->user == me ? LaneBar::tr("mine") : topic.lease->name;
}

QString askerOf(const Topic &topic)
{
    const auto name = shortened(topic.askerName, nameLimit);
    const auto others = topic.askers.size() - 1;
    return others > 0 && !name.isEmpty() ? name + u" +%1"_s.arg(others) : name;
}

/** The greatest width a tab may have so that all of them fit; the short ones keep theirs. */
int fittingWidth(const QList<int> &widths, int room)
{
    auto sorted = widths;
    std::ranges::sort(sorted);
    int left = room;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const int share = left / int(sorted.size() - i);
        if (sorted.at(i) > share)
            return std::max(narrowest, share);
        left -= sorted.at(i);
    }
    return sorted.isEmpty() ? narrowest : sorted.constLast();
}

/** An ampersand in a customer's words is no shortcut. */
QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

/** A row of tabs for screen readers; the tab the keys act on is its description. */
QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    auto *bar = qobject_cast<LaneBar *>(object);
    return bar ? new QAccessibleWidget(bar, QAccessible::PageTabList) : nullptr;
}

void installAccessible()
{
    static const bool done = [] {
        QAccessible::installFactory(accessibleOf);
        return true;
    }();
    Q_UNUSED(done);
}

} // namespace

LaneBar::LaneBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    installAccessible();
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
    m_tabs.append({{}, -1, tr("All topics %1").arg(topics.size()), {}, {}, {}, false});
    for (const auto &topic : topics) {
        const bool hot = topic.state == TopicState::Escalated || topic.state == TopicState::Offered;
        const auto owner = ownerOf(topic, me);
        const auto asker = askerOf(topic);
        const auto tip = laneLetter(topic.lane) + u"  "_s + topic.title.left(tipLimit) + u" · "_s
            + (asker.isEmpty() ? owner : tr("%1 asks · %2").arg(asker, owner));
        m_tabs.append({topic.id, topic.lane, shortened(topic.title, titleLimit), asker, owner, tip,
                       hot});
    }
    if (focusedTab() == 0)
        m_focused = {};
    layoutTabs();
    update();
}

void LaneBar::setFocused(const TopicId &topic)
{
    m_focused = topic;
    const auto tab = m_tabs.at(focusedTab());
    setAccessibleDescription(tab.lane < 0 ? tab.title : line(tab));
    layoutTabs();
    update();
}

QList<int> LaneBar::widths() const
{
    const auto font = theme().font(TextRole::Caption);
    const auto bold = theme().boldFont(TextRole::Caption);
    QList<int> all;
    for (const auto &tab : m_tabs) {
        int width = 2 * tabPadding + textWidth(bold, tab.title);
        if (tab.lane >= 0)
            width += component::laneBadge + badgeGap;
        for (const auto &word : {tab.asker, tab.owner})
            width += word.isEmpty() ? 0 : wordGap + textWidth(font, word);
        all.append(width);
    }
    return all;
}

void LaneBar::layoutTabs()
{
    const auto wanted = widths();
    const int right = width() - space::x3;
    const int room = right - space::x3 - int(m_tabs.size() - 1) * tabGap;
    const int all = wanted.constFirst();
    const int widest = fittingWidth(wanted.sliced(1), room - all);
    qsizetype fit = m_tabs.size();
    if (room < all + int(m_tabs.size() - 1) * narrowest)
        fit = 1 + std::max(1, (right - moreWidth - space::x3 - all - tabGap) / (narrowest + tabGap));
    const int focused = focusedTab();
    int left = space::x3;
    const int top = (height() - component::laneTab) / 2;
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        // The last place that is left belongs to the focused one, when it stands further on.
        const bool shown = i + 1 < fit || (i < fit && focused < fit) || i == focused;
        m_tabs[i].rect = {};
        if (!shown && fit < m_tabs.size())
            continue;
        const int width = i == 0 ? all : std::min(wanted.at(i), widest);
        m_tabs[i].rect = QRect(left, top, width, component::laneTab);
        left += width + tabGap;
    }
    m_hidden = int(std::ranges::count_if(m_tabs, [](const Tab &tab) { return tab.rect.isNull(); }));
    m_more = m_hidden > 0 ? QRect(left, top, moreWidth, component::laneTab) : QRect();
}

int LaneBar::tabAt(const QPoint &at) const
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).rect.contains(at))
            return i;
    }
    return -1;
}

TopicId LaneBar::topicAt(const QPoint &at) const
{
    const int tab = tabAt(at);
    return tab < 0 ? TopicId{} : m_tabs.at(tab).topic;
}

QRect LaneBar::tabRect(const TopicId &topic) const
{
    const auto found = std::ranges::find(m_tabs, topic, &Tab::topic);
    return found == m_tabs.cend() ? QRect() : found->rect;
}

void LaneBar::setDropAt(const QPoint &at)
{
    const auto topic = topicAt(at);
    if (std::exchange(m_drop, topic) != topic)
        update();
}

void LaneBar::endDrop()
{
    m_drop = {};
    update();
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
    setFocused(m_tabs.at(tab).topic);
    Q_EMIT focusChosen(m_focused);
}

QString LaneBar::line(const Tab &tab) const
{
    QStringList words{laneLetter(tab.lane) + u"  "_s + tab.title};
    for (const auto &word : {tab.asker, tab.owner}) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(u" · "_s);
}

void LaneBar::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).rect.isNull())
            menu->addAction(menuText(line(m_tabs.at(i))), this,
                            [this, topic = m_tabs.at(i).topic] {
                                setFocused(topic);
                                Q_EMIT focusChosen(topic);
                            });
    }
    menu->popup(mapToGlobal(m_more.bottomLeft()));
}

void LaneBar::addMerging(QMenu *menu, const TopicId &topic)
{
    for (const auto &other : std::as_const(m_tabs)) {
        if (other.lane >= 0 && other.topic != topic)
            menu->addAction(menuText(line(other)), this, [this, topic, into = other.topic] {
                Q_EMIT mergeWanted(topic, into);
            });
    }
}

void LaneBar::offerMerge(const TopicId &topic)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Merge into"));
    addMerging(menu, topic);
    const auto tab = tabRect(topic);
    menu->popup(mapToGlobal(tab.isNull() ? m_more.bottomLeft() : tab.bottomLeft()));
}

void LaneBar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int tab = byKey ? focusedTab() : tabAt(event->pos());
    if (tab <= 0)
        return;
    const auto topic = m_tabs.at(tab).topic;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show this topic alone"), this, [this, tab] { choose(tab); });
    auto *merging = menu->addMenu(tr("Merge into"));
    addMerging(merging, topic);
    merging->setEnabled(m_tabs.size() > 2);
    menu->addSeparator();
    Q_EMIT menuOpening(*menu, topic);
    menu->popup(byKey ? mapToGlobal(m_tabs.at(tab).rect.bottomLeft()) : event->globalPos());
}

bool LaneBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int tab = tabAt(help->pos());
    const auto tip = tab < 0 ? QString() : m_tabs.at(tab).tip;
    QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
    return true;
}

void LaneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
    const int focused = focusedTab();
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (!m_tabs.at(i).rect.isNull())
            paintTab(painter, m_tabs.at(i), i == focused, i == m_hovered);
    }
    if (m_hidden > 0)
        paintMore(painter);
}

void LaneBar::paintTab(QPainter &painter, const Tab &tab, bool focused, bool hovered) const
{
    const auto &look = theme();
    const bool all = tab.lane < 0;
    const bool strong = focused || (!all && tab.topic == m_drop);
    const auto fill = strong ? (all ? look.color(ColorRole::AccentTint) : look.lane(tab.lane).tint)
        : hovered ? look.color(ColorRole::SurfaceHover)
                  : look.color(ColorRole::SurfaceBase);
    const auto border = strong
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
        inner.setLeft(inner.left() + component::laneBadge + badgeGap);
    }
    paintWords(painter, tab, inner, focused);
}

/** With little room the title says more than the state, and the state more than who asks. */
void LaneBar::paintWords(QPainter &painter, const Tab &tab, QRect inner, bool focused) const
{
    const auto &look = theme();
    const auto plain = look.font(TextRole::Caption);
    const auto bold = focused ? look.boldFont(TextRole::Caption) : plain;
    const auto widthOf = [&](const QString &word) {
        return word.isEmpty() ? 0 : wordGap + textWidth(plain, word);
    };
    int title = textWidth(look.boldFont(TextRole::Caption), tab.title);
    const bool ownerFits = title + widthOf(tab.owner) <= inner.width();
    const bool askerFits = title + widthOf(tab.owner) + widthOf(tab.asker) <= inner.width();
    if (!ownerFits)
        title = inner.width();
    const auto ink = tab.lane < 0 && focused ? ColorRole::AccentFg : ColorRole::TextPrimary;
    paintText(painter, inner.adjusted(0, 0, title - inner.width(), 0), tab.title, bold,
              look.color(ink), Qt::AlignLeft | Qt::AlignVCenter);
    inner.setLeft(inner.left() + title);
    const auto word = [&](const QString &text, ColorRole role) {
        if (text.isEmpty())
            return;
        inner.setLeft(inner.left() + wordGap);
        paintText(painter, inner, text, plain, look.color(role), Qt::AlignLeft | Qt::AlignVCenter);
        inner.setLeft(inner.left() + textWidth(plain, text));
    };
    if (askerFits)
        word(tab.asker, ColorRole::TextSecondary);
    if (ownerFits)
        word(tab.owner, tab.hot ? ColorRole::DangerFg : ColorRole::TextSecondary);
}

void LaneBar::paintMore(QPainter &painter) const
{
    const auto &look = theme();
    paintBox(painter, m_more, radius::control, look.color(ColorRole::SurfaceBase),
             look.color(ColorRole::BorderSubtle));
    paintText(painter, m_more, u"+%1"_s.arg(m_hidden), look.font(TextRole::Caption),
              look.color(ColorRole::TextPrimary), Qt::AlignCenter);
}

void LaneBar::resizeEvent(QResizeEvent *)
{
    layoutTabs();
}

void LaneBar::mousePressEvent(QMouseEvent *event)
{
    const auto at = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    if (m_more.contains(at))
        showMore();
    else
        choose(tabAt(at));
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
