// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allLists{DeskList::Mine, DeskList::Queue, DeskList::NeedsLook,
                              DeskList::Later, DeskList::Bot, DeskList::Ended};
} // namespace

QueueModel::QueueModel(Session *session, QObject *parent)
    : QAbstractListModel(parent), m_session(session)
{
    section(DeskList::Ended).collapsed = true;
    rebuild();
    connect(session, &Session::reset, this, &QueueModel::refold);
    connect(session, &Session::changed, this, &QueueModel::take);
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    auto rows = static_cast<int>(allLists.size());
    for (const auto &one : m_sections)
        rows += one.collapsed ? 0 : static_cast<int>(one.items.size());
    return rows;
}

int QueueModel::headerRow(DeskList list) const
{
    int row = 0;
    for (const auto before : allLists) {
        if (before == list)
            break;
        row += 1 + (section(before).collapsed ? 0 : static_cast<int>(section(before).items.size()));
    }
    return row;
}

std::pair<DeskList, const QueueModel::Place *> QueueModel::itemAt(int row) const
{
    for (const auto list : allLists) {
        if (row == 0)
            return {list, nullptr};
        --row;
        const auto &in = section(list);
        if (in.collapsed)
            continue;
        if (row < in.items.size())
            return {list, &in.items.at(row)};
        row -= static_cast<int>(in.items.size());
    }
    Q_UNREACHABLE_RETURN({});
}

const Topic &QueueModel::topicOf(const Place &place) const
{
    static const Topic none;
    const auto &topics = m_session->state().topics;
    const auto topic = topics.constFind(place.topic);
    return topic == topics.cend() ? none : *topic;
}

void QueueModel::rebuild()
{
    m_at = m_session->now();
    m_stale = false;
    m_trimmed = false;
    m_places.clear();
    m_waiting.clear();
    for (auto &one : m_sections)
        one.items.clear();
    for (const auto &topic : m_session->state().topics) {
        if (const auto place = placeFor(topic))
            section(place->list).items.append(*place);
    }
    for (auto &one : m_sections) {
        std::ranges::sort(one.items, {}, &Place::order);
        if (&one == &section(DeskList::Ended) && one.items.size() > endedShown) {
            one.items.resize(endedShown);
            m_trimmed = true;
        }
        for (const auto &place : std::as_const(one.items))
            m_places.insert(place.topic, place);
    }
}

void QueueModel::refold()
{
    beginResetModel();
    rebuild();
    endResetModel();
    Q_EMIT countsChanged();
    Q_EMIT heldChanged();
}

void QueueModel::take(const Changes &changes)
{
    for (const auto &id : changes.topics)
        update(id);
    if (!changes.groups.isEmpty())
        refreshGroups(changes.groups);
    if (changes.policy || !changes.groups.isEmpty() || !changes.customers.isEmpty()
        || !changes.entries.isEmpty())
        reorder();
    trimEnded();
}

void QueueModel::setView(const SavedView &view)
{
    if (m_view == view)
        return;
    m_view = view;
    refold();
}

void QueueModel::reorder()
{
    m_stale = m_hold;
    if (m_hold)
        return;
    m_at = m_session->now();
    const auto &topics = m_session->state().topics;
    for (auto each = topics.keyBegin(); each != topics.keyEnd(); ++each)
        resettle(*each);
    trimEnded();
}

/** Moves a row only if it must; one that stays is not even painted anew. */
void QueueModel::resettle(const TopicId &id)
{
    const auto topic = m_session->state().topics.constFind(id);
    const auto wanted = placeFor(*topic);
    const auto known = m_places.constFind(id);
    const bool here = known != m_places.cend();
    const bool old = !here && wanted && wanted->list == DeskList::Ended;
    if (!old && (here ? !wanted || *wanted != *known : wanted.has_value()))
        place(id);
}

void QueueModel::update(const TopicId &id)
{
    if (!m_hold) {
        place(id);
        return;
    }
    const auto now = m_session->state().topics.constFind(id);
    const auto known = m_places.constFind(id);
    const bool exists = now != m_session->state().topics.cend();
    const auto wanted = exists ? placeFor(*now) : std::nullopt;
    const bool settled = known == m_places.cend() ? !wanted : wanted && *wanted == *known;
    if (exists && known != m_places.cend())
        refreshTopic(*known);
    const auto before = m_waiting.size();
    if (settled)
        m_waiting.remove(id);
    else
        m_waiting.insert(id);
    if (before != m_waiting.size())
        Q_EMIT heldChanged();
}

void QueueModel::place(const TopicId &id)
{
    const auto &topics = m_session->state().topics;
    const auto now = topics.constFind(id);
    const auto wanted = now != topics.cend() ? placeFor(*now) : std::nullopt;
    const auto known = m_places.constFind(id);
    if (known == m_places.cend()) {
        if (wanted)
            insert(*wanted);
        return;
    }
    const auto old = *known;
    if (!wanted)
        remove(old);
    else if (*wanted == old)
        refreshTopic(old);
    else
        move(old, *wanted);
}

qsizetype QueueModel::positionOf(const Place &place) const
{
    const auto &items = section(place.list).items;
    const auto at = std::ranges::lower_bound(items, place.order(), {}, &Place::order);
    return at - items.cbegin();
}

void QueueModel::insert(const Place &place)
{
    auto &in = section(place.list);
    const auto at = positionOf(place);
    if (!in.collapsed) {
        const auto row = headerRow(place.list) + 1 + static_cast<int>(at);
        beginInsertRows({}, row, row);
    }
    in.items.insert(at, place);
    m_places.insert(place.topic, place);
    if (!in.collapsed)
        endInsertRows();
    refreshHeader(place.list);
}

void QueueModel::remove(const Place &place)
{
    const auto old = place; // may be a reference into what is removed
    auto &in = section(old.list);
    const auto at = positionOf(old);
    if (!in.collapsed) {
        const auto row = headerRow(old.list) + 1 + static_cast<int>(at);
        beginRemoveRows({}, row, row);
    }
    in.items.removeAt(at);
    m_places.remove(old.topic);
    if (!in.collapsed)
        endRemoveRows();
    refreshHeader(old.list);
}

void QueueModel::move(const Place &from, const Place &to)
{
    auto &source = section(from.list);
    auto &target = section(to.list);
    if (source.collapsed || target.collapsed) {
        remove(from);
        insert(to);
        return;
    }
    const auto fromAt = positionOf(from);
    const auto toAt = positionOf(to);
    const auto fromRow = headerRow(from.list) + 1 + static_cast<int>(fromAt);
    const auto toRow = headerRow(to.list) + 1 + static_cast<int>(toAt);
    const bool moves = beginMoveRows({}, fromRow, fromRow, {}, toRow);
    source.items.removeAt(fromAt);
    target.items.insert(from.list == to.list && toAt > fromAt ? toAt - 1 : toAt, to);
    m_places.insert(to.topic, to);
    if (moves)
        endMoveRows();
    refreshTopic(to);
    if (from.list != to.list) {
        refreshHeader(from.list);
        refreshHeader(to.list);
    }
}

void QueueModel::trimEnded()
{
    auto &ended = section(DeskList::Ended).items;
    while (!m_hold && ended.size() > endedShown) {
        m_trimmed = true;
        remove(ended.constLast());
    }
}

void QueueModel::refreshTopic(const Place &place)
{
    if (section(place.list).collapsed)
        return;
    const auto at = positionOf(place);
    const auto changed = index(headerRow(place.list) + 1 + static_cast<int>(at));
    Q_EMIT dataChanged(changed, changed);
}

void QueueModel::refreshHeader(DeskList list)
{
    const auto header = headerOf(list);
    Q_EMIT dataChanged(header, header, {Count, Collapsed});
    Q_EMIT countsChanged();
}

void QueueModel::refreshGroups(const QSet<GroupId> &groups)
{
    for (const auto list : allLists) {
        const auto &in = section(list);
        for (qsizetype i = 0; !in.collapsed && i < in.items.size(); ++i) {
            if (!groups.contains(topicOf(in.items.at(i)).group))
                continue;
            const auto changed = index(headerRow(list) + 1 + static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed, {GroupName, GroupInitial});
        }
    }
}

QModelIndex QueueModel::indexOf(const TopicId &topic) const
{
    const auto place = m_places.constFind(topic);
    if (place == m_places.cend() || section(place->list).collapsed)
        return {};
    return index(headerRow(place->list) + 1 + static_cast<int>(positionOf(*place)));
}

QModelIndex QueueModel::headerOf(DeskList list) const
{
    return index(headerRow(list));
}

int QueueModel::count(DeskList list) const
{
    return static_cast<int>(section(list).items.size());
}

bool QueueModel::isCollapsed(DeskList list) const
{
    return section(list).collapsed;
}

void QueueModel::setCollapsed(DeskList list, bool collapsed)
{
    auto &in = section(list);
    if (in.collapsed == collapsed)
        return;
    const auto first = headerRow(list) + 1;
    const auto last = first + static_cast<int>(in.items.size()) - 1;
    if (in.items.isEmpty()) {
        in.collapsed = collapsed;
    } else if (collapsed) {
        beginRemoveRows({}, first, last);
        in.collapsed = true;
        endRemoveRows();
    } else {
        beginInsertRows({}, first, last);
        in.collapsed = false;
        endInsertRows();
    }
    refreshHeader(list);
}

void QueueModel::setHoldOrder(bool hold)
{
    if (m_hold == hold)
        return;
    m_hold = hold;
    if (hold)
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &id : waiting)
        place(id);
    if (m_stale)
        reorder();
    trimEnded();
    if (!waiting.isEmpty())
        Q_EMIT heldChanged();
}

void QueueModel::markSeen(const TopicId &topic)
{
    const auto version = m_session->state().topics.value(topic).version;
    auto &seen = m_seen[topic];
    if (seen == version)
        return;
    seen = version;
    if (const auto row = indexOf(topic); row.isValid())
        Q_EMIT dataChanged(row, row, {Unread});
}

} // namespace quntai
