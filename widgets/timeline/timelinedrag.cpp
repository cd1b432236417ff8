// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A message is taken by its avatar or its node on the rail and let go over another topic: one of
// its rows, its rail, or whatever the page says stands for a topic.
#include "models/domain/topic.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/timeline/rowwords.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QPainter>

#include <cstdlib>

namespace quntai {

namespace {

constexpr int kRailReach = 7;   ///< this far from a rail still means it
constexpr int kTitle = 16;
constexpr QPoint kBesidePointer(14, 12);

bool canBeTaken(const RowContent &row)
{
    return row.kind == RowKind::Message && row.who == Tone::Neutral && !row.message.isEmpty();
}

} // namespace

/// True when the place was one to take a message by; it is a click until the pointer moves.
bool TimelineView::beginDrag(const QPoint &point)
{
    const qsizetype row = m_flow.rowAt(point.y());
    if (row < 0 || point.x() >= layout::laneGutter + component::avatar)
        return false;
    const RowContent content = contentOf(row);
    if (!canBeTaken(content))
        return false;
    m_carried = content.message;
    m_carriedFrom = content.topic;
    return true;
}

bool TimelineView::continueDrag(const QPoint &point)
{
    if (m_carried.isEmpty())
        return false;
    if (!m_carrying && (point - m_press).manhattanLength() < QApplication::startDragDistance())
        return true;
    m_carrying = true;
    m_pointer = point;
    m_dropTopic = dropTopicAt(point);
    viewport()->setCursor(m_dropTopic.isEmpty() ? Qt::ForbiddenCursor : Qt::ClosedHandCursor);
    viewport()->update();
    emit dragMoved(viewport()->mapToGlobal(point));
    return true;
}

/// True when a message was let go; a press that never moved is left to be a click.
bool TimelineView::finishDrag()
{
    const MessageId message = std::exchange(m_carried, {});
    if (!m_carrying)
        return false;
    const TopicId topic = m_dropTopic;
    cancelDrag();
    if (!message.isEmpty() && !topic.isEmpty())
        emit moveMessage(message, topic);
    return true;
}

void TimelineView::cancelDrag()
{
    m_carried = {};
    m_carrying = false;
    m_dropTopic = {};
    viewport()->unsetCursor();
    viewport()->update();
    emit dragEnded();
}

/// Empty where letting go changes nothing.
TopicId TimelineView::dropTopicAt(const QPoint &point) const
{
    TopicId topic;
    if (!viewport()->rect().contains(point)) {
        topic = m_dropPlaces ? m_dropPlaces(viewport()->mapToGlobal(point)) : TopicId();
    } else if (point.x() < layout::laneGutter) {
        for (const LaneSpan &lane : m_lanes) {
            const int x = laneX(lane.lane, needsNarrowLanes(m_lanes));
            if (std::abs(x - point.x()) <= kRailReach && topic.isEmpty())
                topic = lane.topic;
        }
    } else if (const qsizetype row = m_flow.rowAt(point.y()); row >= 0) {
        topic = contentOf(row).topic;
    }
    return topic == m_carriedFrom ? TopicId() : topic;
}

void TimelineView::paintDrag(QPainter &painter) const
{
    if (!m_carrying)
        return;
    const Theme &theme = m_themes.theme();
    ChipSpec chip{.text = RowWords::move()};
    for (const LaneSpan &lane : m_lanes) {
        if (lane.topic != m_dropTopic)
            continue;
        chip.text = RowWords::moveInto(laneLetter(lane.lane), visibleText(lane.title, kTitle));
        chip.lane = lane.lane;
        break;
    }
    if (m_dropTopic.isEmpty())
        chip.line = true;
    QRect place(m_pointer + kBesidePointer, chipSize(theme, chip));
    place.moveRight(qMin(place.right(), viewport()->width() - space::x2));
    place.moveBottom(qMin(place.bottom(), viewport()->height() - space::x1));
    paintBox(painter, QRectF(place).adjusted(-2.5, -2.5, 2.5, 2.5), radius::control,
             theme.color(ColorRole::SurfaceOverlay), theme.color(ColorRole::BorderStrong));
    paintChip(painter, theme, place, chip);
}

} // namespace quntai
