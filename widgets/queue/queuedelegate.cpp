// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queuedelegate.h"

#include "models/items/queuemodel.h"
#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/words/words.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

QueueDelegate::QueueDelegate(ThemeHost &host, std::function<Instant()> clock, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host), m_clock(std::move(clock))
{
}

QueueRow QueueDelegate::rowOf(const QModelIndex &index)
{
    QueueRow row;
    row.header = index.data(QueueModel::IsHeader).toBool();
    row.list = index.data(QueueModel::List).value<DeskList>();
    row.count = index.data(QueueModel::Count).toInt();
    row.collapsed = index.data(QueueModel::Collapsed).toBool();
    if (row.header)
        return row;
    row.topic = index.data(QueueModel::Value).value<Topic>();
    row.groupName = index.data(QueueModel::GroupName).toString();
    row.groupInitial = index.data(QueueModel::GroupInitial).toString();
    row.offeredToMe = index.data(QueueModel::OfferedToMe).toBool();
    row.asGuest = index.data(QueueModel::AsGuest).toBool();
    row.unread = index.data(QueueModel::Unread).toInt();
    row.clock = index.data(QueueModel::Clock).value<SlaClock>();
    row.promise = index.data(QueueModel::NextPromise).value<Promise>();
    return row;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool header = index.data(QueueModel::IsHeader).toBool();
    const auto list = index.data(QueueModel::List).value<DeskList>();
    const auto &theme = m_host.theme();
    // Asked of all rows at each layout, and they may be thousands: most say it without their topic.
    if (header || isOneLine(list))
        return {option.rect.width(), queueLineHeight(theme, header)};
    if (!index.data(QueueModel::Reasons).value<QList<ReasonPart>>().isEmpty())
        return {option.rect.width(), theme.metrics().queueRow};
    return {option.rect.width(), queueRowHeight(theme, rowOf(index))};
}

bool QueueDelegate::isAccept(const QModelIndex &index, const QRect &rect, const QPoint &at) const
{
    const auto row = rowOf(index);
    return row.offeredToMe
        && layoutQueueRow(m_host.theme(), row, rect, m_clock()).accept.contains(at);
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto row = rowOf(index);
    painter->save();
    if (row.header) {
        paintHeader(*painter, option.rect, row);
    } else {
        paintBackground(*painter, option);
        paintTopic(*painter, option.rect, row);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_host.theme().color(ColorRole::BorderFocus), component::focusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void QueueDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const auto &theme = m_host.theme();
    paintRowGround(painter, theme, option);
    paintHLine(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
}

void QueueDelegate::paintHeader(QPainter &painter, const QRect &rect, const QueueRow &row) const
{
    const auto &theme = m_host.theme();
    const QRect chevron(rect.left() + 12, rect.top(), 12, rect.height());
    theme.paintIcon(painter, chevron, row.collapsed ? Icon::Right : Icon::Down,
                    ColorRole::TextSecondary, 12);
    const auto name = deskListName(row.list);
    const auto font = theme.boldFont(TextRole::Caption);
    const QRect text(chevron.right() + 7, rect.top(), rect.width() - 60, rect.height());
    paintText(painter, text, name, font, theme.color(ColorRole::TextSecondary),
              Qt::AlignLeft | Qt::AlignVCenter);
    if (row.count == 0)
        return;
    const auto size = countBadgeSize(theme, row.count);
    const bool hot = row.list == DeskList::NeedsLook || row.list == DeskList::Queue;
    paintCountBadge(painter, theme,
                    QRect(QPoint(text.left() + textWidth(font, name) + 6,
                                 rect.center().y() - size.height() / 2 + 1),
                          size),
                    row.count, hot);
}

void QueueDelegate::paintTimer(QPainter &painter, const QRect &rect, const QueueRow &row) const
{
    const auto &theme = m_host.theme();
    const auto timer = queueTimer(row, m_clock());
    if (timer.permilleLeft < 0) {
        paintText(painter, theme, rect, timer.text, TextRole::Caption, ColorRole::TextTertiary,
                  Qt::AlignRight | Qt::AlignVCenter);
        return;
    }
    const auto role = m_stale ? ColorRole::TextTertiary : deadlineRole(timer.permilleLeft);
    const auto color = theme.color(role);
    const QRectF ring(rect.left(), rect.center().y() - 6, 14, 14);
    paintRing(painter, theme, ring, timer.permilleLeft, color);
    paintText(painter, rect, timer.text, theme.boldFont(TextRole::Caption), color,
              Qt::AlignRight | Qt::AlignVCenter);
}

/** At the corner of the avatar, on a ground of its own. */
void QueueDelegate::paintPin(QPainter &painter, const QRect &avatar) const
{
    const auto &theme = m_host.theme();
    const QRect disc(avatar.right() - 9, avatar.bottom() - 9, 14, 14);
    paintBox(painter, disc, 7, theme.color(ColorRole::SurfaceBase),
             theme.color(ColorRole::BorderStrong));
    theme.paintIcon(painter, disc, Icon::Pin, ColorRole::AccentFg, 10);
}

void QueueDelegate::paintTopic(QPainter &painter, const QRect &rect, const QueueRow &row) const
{
    const auto &theme = m_host.theme();
    const auto layout = layoutQueueRow(theme, row, rect, m_clock());
    AvatarSpec avatar;
    avatar.name = row.groupName;
    avatar.shape = AvatarShape::Group;
    paintAvatar(painter, theme, layout.avatar, avatar);
    if (m_pinned.contains(row.topic.id))
        paintPin(painter, layout.avatar);

    const bool oneLine = layout.subtitle.isEmpty();
    const auto titleFont = oneLine ? theme.font(TextRole::Ui) : theme.boldFont(TextRole::Ui);
    paintText(painter, layout.title,
              elidedText(titleFont, visibleText(row.topic.title), layout.title.width()), titleFont,
              theme.color(ColorRole::TextPrimary), Qt::AlignLeft | Qt::AlignVCenter);
    paintTimer(painter, layout.timer, row);
    if (oneLine)
        return;

    const auto subtitle =
        visibleText(row.topic.askerName) + u" · "_s + visibleText(row.groupName);
    const auto caption = theme.font(TextRole::Caption);
    paintText(painter, layout.subtitle, elidedText(caption, subtitle, layout.subtitle.width()),
              caption, theme.color(ColorRole::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter);
    paintChips(painter, theme, layout.chipRow, layout.chips);
    if (!layout.accept.isEmpty()) {
        paintBox(painter, layout.accept, 4, theme.color(ColorRole::AccentSolid));
        paintText(painter, layout.accept, tr("Accept ⏎"), theme.boldFont(TextRole::Caption),
                  theme.color(ColorRole::AccentOn), Qt::AlignCenter);
    }
}

} // namespace quntai
