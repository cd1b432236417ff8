// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allLists{DeskList::Mine, DeskList::Queue, DeskList::NeedsLook, DeskList::Bot,
                              DeskList::Ended};
constexpr qint64 never = std::numeric_limits<qint64>::max();

qint64 orLast(Instant at)
{
    return at.isSet() ? at.ms : never;
}

QList<ReasonPart> reasonsOf(const Topic &topic)
{
    return topic.escalation ? topic.escalation->reasons : topic.look;
}

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

std::pair<DeskList, const QueueModel::Item *> QueueModel::itemAt(int row) const
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

std::optional<QueueModel::Place> QueueModel::placeFor(const Topic &topic) const
{
    const auto list = deskListOf(topic, m_session->me());
    if (!list)
        return std::nullopt;
    Place place{*list, 0, 0, topic.id};
    switch (*list) {
    case DeskList::Queue: {
        const bool mine = topic.offer && topic.offer->user == m_session->me();
        place.rank = mine ? 0 : 1;
        place.time = orLast(topic.escalation ? topic.escalation->dueAt : topic.waitingSince);
        break;
    }
    case DeskList::Mine:
    case DeskList::NeedsLook:
    case DeskList::Bot:
        place.rank = topic.waitingSince.isSet() ? 0 : 1;
        place.time = topic.waitingSince.isSet() ? topic.waitingSince.ms : -topic.openedAt.ms;
        break;
    case DeskList::Ended:
        place.time = -topic.endedAt.ms;
        break;
    }
    return place;
}

void QueueModel::rebuild()
{
    m_places.clear();
    m_waiting.clear();
    for (auto &one : m_sections)
        one.items.clear();
    for (const auto &topic : m_session->state().topics) {
        if (const auto place = placeFor(topic))
            section(place->list).items.append({*place, topic});
    }
    for (auto &one : m_sections) {
        std::ranges::sort(one.items, {}, [](const Item &item) { return item.place.order(); });
        if (&one == &section(DeskList::Ended) && one.items.size() > endedShown) {
            one.items.resize(endedShown);
            m_trimmed = true;
        }
        for (const auto &item : std::as_const(one.items))
            m_places.insert(item.topic.id, item.place);
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
    trimEnded();
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
        refreshTopic(*known, *now);
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
            insert(*wanted, *now);
        return;
    }
    const auto old = *known;
    if (!wanted)
        remove(old);
    else if (*wanted == old)
        refreshTopic(old, *now);
    else
        move(old, *wanted, *now);
}

qsizetype QueueModel::positionOf(const Place &place) const
{
    const auto &items = section(place.list).items;
    const auto at = std::ranges::lower_bound(items, place.order(), {}, [](const Item &item) {
        return item.place.order();
    });
    return at - items.cbegin();
}

void QueueModel::insert(const Place &place, const Topic &topic)
{
    auto &in = section(place.list);
    const auto at = positionOf(place);
    if (!in.collapsed) {
        const auto row = headerRow(place.list) + 1 + static_cast<int>(at);
        beginInsertRows({}, row, row);
    }
    in.items.insert(at, {place, topic});
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

void QueueModel::move(const Place &from, const Place &to, const Topic &topic)
{
    auto &source = section(from.list);
    auto &target = section(to.list);
    if (source.collapsed || target.collapsed) {
        remove(from);
        insert(to, topic);
        return;
    }
    const auto fromAt = positionOf(from);
    const auto toAt = positionOf(to);
    const auto fromRow = headerRow(from.list) + 1 + static_cast<int>(fromAt);
    const auto toRow = headerRow(to.list) + 1 + static_cast<int>(toAt);
    const bool moves = beginMoveRows({}, fromRow, fromRow, {}, toRow);
    source.items.removeAt(fromAt);
    target.items.insert(from.list == to.list && toAt > fromAt ? toAt - 1 : toAt, {to, topic});
    m_places.insert(to.topic, to);
    if (moves)
        endMoveRows();
    refreshTopic(to, topic);
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
        remove(ended.constLast().place);
    }
}

void QueueModel::refreshTopic(const Place &place, const Topic &topic)
{
    auto &in = section(place.list);
    const auto at = positionOf(place);
    in.items[at].topic = topic;
    if (in.collapsed)
        return;
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
            if (!groups.contains(in.items.at(i).topic.group))
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

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto [list, item] = itemAt(index.row());
    switch (role) {
    case IsHeader: return item == nullptr;
    case List: return QVariant::fromValue(list);
    default: return item ? topicData(list, *item, role) : headerData(list, role);
    }
}

QVariant QueueModel::headerData(DeskList list, int role) const
{
    switch (role) {
    case Count: return count(list);
    case Collapsed: return isCollapsed(list);
    default: return {};
    }
}

QVariant QueueModel::topicData(DeskList, const Item &item, int role) const
{
    const auto &topic = item.topic;
    switch (role) {
    case Qt::DisplayRole:
    case Title: return topic.title;
    case Id: return QVariant::fromValue(topic.id);
    case Value: return QVariant::fromValue(topic);
    case AskerName: return topic.askerName;
    case GroupOf: return QVariant::fromValue(topic.group);
    case GroupName: return groupName(topic.group);
    case GroupInitial: return groupName(topic.group).left(1);
    case State: return QVariant::fromValue(topic.state);
    case Lane: return topic.lane;
    case WaitingSince: return QVariant::fromValue(topic.waitingSince);
    case WaitingSeconds:
        return topic.waitingSince.isSet()
            ? static_cast<int>((m_session->now().ms - topic.waitingSince.ms) / 1000)
            : -1;
    case Reasons: return QVariant::fromValue(reasonsOf(topic));
    case Emotion: return topic.emotion;
    case EmotionTrend: return topic.emotionTrend;
    case Confidence: return topic.confidence;
    case Unread: return unread(topic);
    default: return personData(topic, role);
    }
}

QVariant QueueModel::personData(const Topic &topic, int role) const
{
    switch (role) {
    case DueAt:
        return QVariant::fromValue(topic.escalation ? topic.escalation->dueAt : Instant{});
    case HolderName: return topic.lease ? topic.lease->name : QString();
    case LeaseUntil: return QVariant::fromValue(topic.lease ? topic.lease->until : Instant{});
    case LeaseIdleAt: return QVariant::fromValue(topic.lease ? topic.lease->idleAt : Instant{});
    case OfferUntil: return QVariant::fromValue(topic.offer ? topic.offer->until : Instant{});
    case OfferedToMe: return topic.offer && topic.offer->user == m_session->me();
    case OfferNote: return topic.offer ? topic.offer->note : QString();
    default: return {};
    }
}

QString QueueModel::groupName(const GroupId &id) const
{
    const auto &groups = m_session->state().groups;
    const auto group = groups.constFind(id);
    return group == groups.cend() ? id.value : group->info.name;
}

int QueueModel::unread(const Topic &topic) const
{
    const auto &groups = m_session->state().groups;
    const auto group = groups.constFind(topic.group);
    const auto seen = m_seen.value(topic.id);
    if (group == groups.cend() || topic.version <= seen)
        return 0;
    int count = 0;
    for (auto m = group->recent.crbegin(); m != group->recent.crend() && (*m)->seq > seen; ++m)
        count += (*m)->topic == topic.id && isFromMember(**m) ? 1 : 0;
    return count;
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IsHeader, "isHeader"}, {List, "list"},
            {Count, "count"}, {Collapsed, "collapsed"}, {Id, "id"}, {Value, "value"},
            {Title, "title"}, {AskerName, "askerName"}, {GroupOf, "group"},
            {GroupName, "groupName"}, {GroupInitial, "groupInitial"}, {State, "state"},
            {Lane, "lane"}, {DueAt, "dueAt"}, {WaitingSince, "waitingSince"},
            {WaitingSeconds, "waitingSeconds"}, {Reasons, "reasons"}, {Emotion, "emotion"},
            {EmotionTrend, "emotionTrend"}, {Confidence, "confidence"},
            {HolderName, "holderName"}, {LeaseUntil, "leaseUntil"}, {LeaseIdleAt, "leaseIdleAt"},
            {OfferUntil, "offerUntil"}, {OfferedToMe, "offeredToMe"}, {OfferNote, "offerNote"},
            {Unread, "unread"}};
}

QString QueueModel::inconsistency() const
{
    qsizetype shown = 0;
    for (const auto list : allLists) {
        const auto &items = section(list).items;
        shown += items.size();
        if (!std::ranges::is_sorted(items, {}, [](const Item &i) { return i.place.order(); }))
            return u"list %1 is not in order"_s.arg(static_cast<int>(list));
        for (const auto &item : items) {
            if (m_places.value(item.topic.id) != item.place || item.place.list != list)
                return u"%1 is not where it is noted"_s.arg(item.topic.id.value);
        }
    }
    if (shown != m_places.size())
        return u"%1 rows, %2 places"_s.arg(shown).arg(m_places.size());
    const auto &topics = m_session->state().topics;
    for (const auto &topic : topics) {
        const auto wanted = placeFor(topic);
        const auto known = m_places.constFind(topic.id);
        const bool here = known != m_places.cend();
        const bool old = wanted && wanted->list == DeskList::Ended;
        if (here && !m_hold && (!wanted || *wanted != *known))
            return u"%1 stands in the wrong place"_s.arg(topic.id.value);
        if (!here && wanted && !m_hold && !(old && m_trimmed))
            return u"%1 is missing"_s.arg(topic.id.value);
        if (here && section(known->list).items.at(positionOf(*known)).topic != topic)
            return u"%1 shows old data"_s.arg(topic.id.value);
    }
    for (auto it = m_places.cbegin(); !m_hold && it != m_places.cend(); ++it) {
        if (!topics.contains(it.key()))
            return u"%1 is gone but shown"_s.arg(it.key().value);
    }
    return {};
}

} // namespace quntai
