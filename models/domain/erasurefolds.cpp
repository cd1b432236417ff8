// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person leaves behind and what goes of it. Who starts from the ledger afterwards never sees what is
// gone, and must find what those have who once did. So what came of it goes; and where it cannot be told
// what was because of them, as in a topic they took part in, both keep only what neither can miss. Where
// theirs had pushed something out of a list with a limit (messages at hand, remarks), it does not come
// back to those who let it go.
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qint64 sendsKeptMs = 3600 * 1000;

/** Whether our budget counts it. */
bool isCounted(const Message &message)
{
    return message.delivery == Delivery::Queued || message.delivery == Delivery::Sent
        || message.delivery == Delivery::Failed || message.delivery == Delivery::Unknown;
}

/** For whoever shows it: there was one. */
MessagePtr blanked(const Message &message)
{
    auto bare = message;
    bare.text.clear();
    bare.quoteText.clear();
    bare.attachments.clear();
    bare.author.name.clear();
    bare.verdict.reset();
    return std::make_shared<const Message>(std::move(bare));
}

/** What the bot and people made of it, and of whom. */
void forgetMeasures(Topic &topic)
{
    topic.emotion = topic.emotionTrend = topic.confidence = topic.repeats = 0;
    topic.emotions.clear();
    topic.moods.clear();
    topic.intent = {};
    topic.intentTitle.clear();
    topic.look.clear();
    topic.escalation.reset();
    topic.owed.reset();
    topic.lastHolder = {};
    topic.queuedAt = topic.staffAt = {};
    topic.pausedMs = 0;
}

void forgetWords(Topic &topic)
{
    topic.handover.clear();
    topic.laterWhy.clear();
    topic.laterSince = {};
    topic.backWhy.clear();
    topic.clarifications.clear();
    topic.answered.clear();
    topic.slots_.clear();
    topic.asked.reset();
    topic.lookups.clear();
    topic.outcomes.clear();
    topic.waiting.clear();
    topic.waitingSince = {};
}

/** As far as its messages are at hand. */
void countAnew(Topic &topic, const GroupState &group)
{
    topic.version = 0;
    topic.messageCount = 0;
    topic.lastAt = topic.endedAt;
    for (const auto &message : group.recent) {
        if (message->topic != topic.id || message->internal)
            continue;
        topic.version = message->seq;
        ++topic.messageCount;
    }
}

/** A lane is free again once its topic has ended; those that are gone never had one. */
int laneBeside(const QList<Topic *> &earlier, const Topic &topic)
{
    QSet<int> taken;
    for (const auto *other : earlier) {
        if (!other->endedAt.isSet() || topic.openedAt < other->endedAt)
            taken.insert(other->lane);
    }
    int lane = 0;
    while (taken.contains(lane))
        ++lane;
    return lane;
}

class Eraser
{
public:
    Eraser(State &state, const Event &event, const DataErased &data, Changes &changes)
        : m_state(state), m_event(event), m_changes(changes), m_customer{data.subject},
          m_member{data.subject}, m_events(data.events.cbegin(), data.events.cend())
    {
    }

    void eraseCustomer()
    {
        if (m_state.customers.remove(m_customer))
            m_changes.customers.insert(m_customer);
        m_state.tickets.removeIf(
            [&](const auto &ticket) { return ticket.value().customer == m_customer; });
    }

    void eraseFromGroups()
    {
        for (auto [id, group] : m_state.groups.asKeyValueRange()) {
            if (group.members.remove(m_member))
                m_changes.groups.insert(id);
            group.joins.removeIf([&](const FlowJoin &join) { return join.member == m_member; });
            for (auto &mark : group.flows)
                mark.receipts.removeIf(
                    [&](const FlowReceipt &one) { return one.member == m_member; });
            eraseFromAlerts(id, group);
            if (isOf(group, m_event.stream))
                eraseMessages(group);
        }
    }

    void eraseTopics()
    {
        QList<TopicId> theirs;
        for (const auto &topic : std::as_const(m_state.topics)) {
            if (topic.asker == m_member)
                theirs.append(topic.id);
        }
        for (const auto &id : std::as_const(theirs)) {
            const auto topic = m_state.topics.take(id);
            auto &group = m_state.groups[topic.group];
            group.open.removeAll(id);
            group.ended.removeAll(id);
            eraseDrafts(id);
            m_changes.topics.insert(id);
        }
    }

    /** Of the event's topic, which they opened or took part in. */
    void eraseFromTopic(GroupState &group)
    {
        const auto topic = m_state.topics.find(m_event.topic);
        if (topic == m_state.topics.end())
            return giveLanesAnew(group);
        if (!hasEnded(*topic))
            return;
        eraseDrafts(topic->id);
        forgetMeasures(*topic);
        forgetWords(*topic);
        countAnew(*topic, group);
        m_changes.topics.insert(topic->id);
    }

private:
    void eraseFromAlerts(const GroupId &id, GroupState &group)
    {
        if (group.alerts.isEmpty())
            return;
        group.alerts.removeIf([&](const Alert &alert) { return alert.startedBy == m_member; });
        for (auto &alert : group.alerts) {
            alert.members.removeAll(m_member);
            if (id != m_event.group)
                continue;
            alert.topics.removeIf([&](const TopicId &topic) {
                return topic == m_event.topic || !m_state.topics.contains(topic);
            });
            alert.lastAt = m_event.at;
        }
        m_changes.groups.insert(id);
    }

    void eraseMessages(GroupState &group)
    {
        const auto isKept
            = [&](const MessagePtr &message) { return !m_events.contains(message->seq); };
        if (std::ranges::all_of(group.recent, isKept))
            return;
        QList<MessagePtr> kept;
        for (const auto &message : std::as_const(group.recent)) {
            if (isKept(message)) {
                kept.append(message);
                continue;
            }
            if (isCounted(*message))
                group.sends.removeOne(std::max(message->at, message->notBefore));
            m_changes.changed.insert(message->id, blanked(*message));
        }
        group.recent = kept;
        group.lastAt = kept.isEmpty() ? Instant{} : kept.constLast()->at;
    }

    void eraseDrafts(const TopicId &topic)
    {
        m_state.drafts.removeIf([&](const auto &draft) {
            const bool goes = draft->topic == topic;
            if (goes)
                m_changes.drafts.insert(draft->id);
            return goes;
        });
    }

    void giveLanesAnew(GroupState &group)
    {
        QList<Topic *> topics;
        for (const auto &id : QList<TopicId>(group.open + group.ended)) {
            if (const auto found = m_state.topics.find(id); found != m_state.topics.end())
                topics.append(&*found);
        }
        std::ranges::sort(topics, {},
                          [](const Topic *topic) { return std::pair{topic->openedAt, topic->id}; });
        for (qsizetype at = 0; at < topics.size(); ++at) {
            topics[at]->lane = laneBeside(topics.first(at), *topics[at]);
            m_changes.topics.insert(topics[at]->id);
        }
        std::ranges::sort(group.open, {},
                          [&](const TopicId &id) { return m_state.topics.value(id).lane; });
    }

    State &m_state;
    const Event &m_event;
    Changes &m_changes;
    const CustomerId m_customer;
    const MemberId m_member;
    const QSet<qint64> m_events;
};

} // namespace

void Folder::fold(const DataErased &data)
{
    Eraser eraser(state, event, data, changes);
    const bool isControl = event.stream.startsWith(u'c');
    forgetInsight(data);
    if (isControl)
        forgetLessons(QSet<qint64>(data.events.cbegin(), data.events.cend()));
    eraseTold(MemberId{data.subject});
    erasePromises(data);
    dropOldPromises();
    eraser.eraseCustomer();
    eraser.eraseTopics();
    eraser.eraseFromGroups();
    if (event.group.isEmpty() || isControl)
        return;
    auto &in = group();
    in.sends.removeIf([&](Instant at) { return event.at.ms - at.ms > sendsKeptMs; });
    if (!event.topic.isEmpty())
        eraser.eraseFromTopic(in);
    forgetOldTopics(in);
}

} // namespace quntai
