// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the queue say: the second half of QueueModel.
#include "models/items/queuemodel.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QList<ReasonPart> reasonsOf(const Topic &topic)
{
    return topic.escalation ? topic.escalation->reasons : topic.look;
}

} // namespace

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto [list, place] = itemAt(index.row());
    switch (role) {
    case IsHeader: return place == nullptr;
    case List: return QVariant::fromValue(list);
    case Id: return QVariant::fromValue(place ? place->topic : TopicId{});
    default: return place ? topicData(topicOf(*place), role) : headerData(list, role);
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

QVariant QueueModel::topicData(const Topic &topic, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Title: return topic.title;
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
    case Score: return priority(topic.id).score;
    case Clock: return QVariant::fromValue(nextClock(topic));
    case NextPromise:
        return QVariant::fromValue(openPromisesOf(m_session->state(), topic.id).value(0));
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
    case AsGuest: return isGuest(topic, m_session->me());
    case OfferNote: return topic.offer ? topic.offer->note : QString();
    case SnoozedUntil: return QVariant::fromValue(topic.snoozedUntil);
    case Misses: return static_cast<int>(topic.misses.size());
    default: return {};
    }
}

SlaClock QueueModel::nextClock(const Topic &topic) const
{
    return slaClocks(m_session->state(), topic).value(0);
}

Priority QueueModel::priority(const TopicId &topic) const
{
    const auto found = m_session->state().topics.constFind(topic);
    return found == m_session->state().topics.cend()
        ? Priority{}
        : priorityOf(m_session->state(), *found, m_at);
}

int QueueModel::waiting() const
{
    return static_cast<int>(std::ranges::count_if(m_session->state().topics, [&](const Topic &topic) {
        const auto list = deskListOf(topic, m_session->me(), m_session->myRole());
        return list == DeskList::Queue || list == DeskList::NeedsLook;
    }));
}

TopicId QueueModel::nextAtRisk(const TopicId &after) const
{
    QList<std::pair<qint64, TopicId>> due;
    for (const auto &topic : m_session->state().topics) {
        const auto list = deskListOf(topic, m_session->me());
        const auto clock = nextClock(topic);
        if (clock.dueAt.isSet() && (list == DeskList::Mine || list == DeskList::Queue))
            due.append({clock.dueAt.ms, topic.id});
    }
    std::ranges::sort(due);
    const auto current = std::ranges::find(due, after, &std::pair<qint64, TopicId>::second);
    if (current != due.cend() && std::next(current) != due.cend())
        return std::next(current)->second;
    return due.isEmpty() ? TopicId{} : due.first().second;
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
            {OfferUntil, "offerUntil"}, {OfferedToMe, "offeredToMe"}, {OfferNote, "offerNote"}, {AsGuest, "asGuest"},
            {Unread, "unread"}, {Score, "score"}, {Clock, "clock"},
            {SnoozedUntil, "snoozedUntil"}, {Misses, "misses"},
            {NextPromise, "nextPromise"}};
}

QString QueueModel::inconsistency() const
{
    qsizetype shown = 0;
    for (const auto list : {DeskList::Mine, DeskList::Queue, DeskList::NeedsLook, DeskList::Later,
                            DeskList::Bot, DeskList::Ended}) {
        const auto &items = section(list).items;
        shown += items.size();
        if (!std::ranges::is_sorted(items, {}, &Place::order))
            return u"list %1 is not in order"_s.arg(static_cast<int>(list));
        for (const auto &place : items) {
            if (m_places.value(place.topic) != place || place.list != list)
                return u"%1 is not where it is noted"_s.arg(place.topic.value);
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
        if (here && section(known->list).items.at(positionOf(*known)).topic != topic.id)
            return u"%1 stands where another is"_s.arg(topic.id.value);
    }
    for (auto it = m_places.cbegin(); !m_hold && it != m_places.cend(); ++it) {
        if (!topics.contains(it.key()))
            return u"%1 is gone but shown"_s.arg(it.key().value);
    }
    return {};
}

} // namespace quntai
