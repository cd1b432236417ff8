// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/factbook.h"

#include "models/domain/pasttopic.h"

#include <algorithm>

namespace quntai {

namespace {

/** A message this far back in its group is moved, sent or recalled no more. */
constexpr std::size_t keptPerGroup = 600;

bool isEnd(TopicState state)
{
    return state == TopicState::Resolved || state == TopicState::AnsweredByPeer
        || state == TopicState::Merged;
}

void removeTurn(TopicFact &topic, qint64 seq)
{
    topic.turns.removeIf([&](const Turn &turn) { return turn.seq == seq; });
}

void addTurn(TopicFact &topic, const Turn &turn)
{
    const auto after = std::ranges::upper_bound(topic.turns, std::pair(turn.at, turn.seq), {},
                                                [](const Turn &t) { return std::pair(t.at, t.seq); });
    topic.turns.insert(after - topic.turns.begin(), turn);
}

template <class T>
void addOnce(QList<T> &list, const T &value, qsizetype most)
{
    if (list.size() < most && !list.contains(value))
        list.append(value);
}

} // namespace

void FactBook::take(const Event &event)
{
    std::visit([&](const auto &data) { fold(event, data); }, event.data);
    m_insight.take(event);
}

bool FactBook::operator==(const FactBook &other) const
{
    return m_topics == other.m_topics && m_corrections == other.m_corrections
        && m_newKnowledge == other.m_newKnowledge && m_groupNames == other.m_groupNames
        && m_insight == other.m_insight;
}

TopicFact *FactBook::topic(const TopicId &id)
{
    auto found = m_topics.find(id);
    for (int hops = 0; found != m_topics.end() && !found->into.isEmpty() && hops < 16; ++hops)
        found = m_topics.find(found->into);
    return found == m_topics.end() ? nullptr : &*found;
}

TopicFact &FactBook::open(const Event &event)
{
    auto &topic = m_topics[event.topic];
    topic.id = event.topic;
    topic.group = event.group;
    topic.askedAt = event.at.ms;
    topic.state = TopicState::Bot;
    return topic;
}

void FactBook::reopen(TopicFact &topic, qint64 at)
{
    if (isEnd(topic.state) && !topic.endings.isEmpty())
        topic.endings.last().reopenedAt = at;
}

void FactBook::keep(const MessageId &id, Said said)
{
    auto &order = m_order[said.group];
    order.push_back(id);
    m_said.insert(id, std::move(said));
    if (order.size() > keptPerGroup) {
        m_said.remove(order.front());
        order.pop_front();
    }
}

FactBook::Said *FactBook::said(const MessageId &id)
{
    const auto found = m_said.find(id);
    return found == m_said.end() ? nullptr : &*found;
}

std::optional<Turn::Kind> FactBook::kindOf(const Said &said, const TopicFact &topic) const
{
    const bool there = said.kind == AuthorKind::Member || said.sentAt != 0;
    if (!there || said.takenBack)
        return std::nullopt;
    if (said.kind == AuthorKind::Agent || said.staff)
        return Turn::Kind::Human;
    if (said.kind == AuthorKind::Bot)
        return said.answers ? std::optional(Turn::Kind::Bot) : std::nullopt;
    if (said.asks)
        return Turn::Kind::Question;
    if (said.toMember && !(said.author == topic.asker))
        return Turn::Kind::Peer;
    return std::nullopt;
}

/** Puts the message, as it is now, into the topic and takes it out of where it was. */
void FactBook::place(const MessageId &id, Said &said, const TopicId &into)
{
    if (auto *old = topic(said.topic))
        removeTurn(*old, said.seq);
    said.topic = into;
    auto *topic = this->topic(into);
    if (!topic)
        return;
    removeTurn(*topic, said.seq);
    if (const auto kind = kindOf(said, *topic)) {
        const auto at = said.sentAt != 0 ? said.sentAt : said.at;
        addTurn(*topic, {at, said.seq, *kind, *kind == Turn::Kind::Bot ? id : MessageId{}});
        if (*kind == Turn::Kind::Question)
            addOnce(topic->askers, said.author, TopicFact::mostAskers);
        if (*kind == Turn::Kind::Human && !said.name.isEmpty())
            addOnce(topic->people, said.name, PastTopic::mostPeople);
    }
}

void FactBook::fold(const Event &event, const GroupChanged &data)
{
    m_groupNames.insert(event.group, data.group.name);
}

void FactBook::fold(const Event &event, const MemberChanged &data)
{
    auto &staff = m_staff[event.group];
    if (data.member.role == MemberRole::Staff)
        staff.insert(data.member.id);
    else
        staff.remove(data.member.id);
}

void FactBook::fold(const Event &event, const MessageReceived &data)
{
    Said said;
    said.seq = event.seq;
    said.at = event.at.ms;
    said.group = event.group;
    said.kind = data.author.kind;
    if (data.author.kind == AuthorKind::Member) {
        said.author = {data.author.id};
        said.staff = m_staff.value(event.group).contains(said.author);
        said.name = said.staff ? data.author.name : QString();
    } else {
        said.sentAt = event.at.ms;  // typed on a phone: it is in the group already
        said.name = data.author.name;
    }
    keep(data.message, std::move(said));
}

void FactBook::fold(const Event &event, const MessageQueued &data)
{
    Said said;
    said.seq = event.seq;
    said.at = event.at.ms;
    said.group = event.group;
    said.topic = event.topic;
    said.kind = data.author.kind;
    said.answers = !data.answers.isEmpty();
    said.name = data.author.kind == AuthorKind::Agent ? data.author.name : QString();
    keep(data.message, std::move(said));
}

void FactBook::fold(const Event &event, const MessageSent &data)
{
    auto *said = this->said(data.message);
    if (!said || said->sentAt != 0)
        return;
    said->sentAt = event.at.ms;
    place(data.message, *said, said->topic);
}

void FactBook::fold(const Event &, const MessageRecalled &data)
{
    auto *said = this->said(data.message);
    if (said && said->kind != AuthorKind::Member && said->sentAt == 0)
        said->takenBack = true;
}

void FactBook::fold(const Event &event, const VerdictReached &data)
{
    const auto &verdict = data.verdict;
    if (auto *said = this->said(data.message)) {
        said->asks
            = verdict.addressee == Addressee::Bot || verdict.addressee == Addressee::Staff;
        said->toMember = verdict.addressee == Addressee::Member;
        if (!event.topic.isEmpty())
            place(data.message, *said, event.topic);
    }
    auto *topic = this->topic(event.topic);
    if (!topic || verdict.candidates.isEmpty())
        return;
    topic->hit |= verdict.threshold > 0 && verdict.confidence >= verdict.threshold;
    if (topic->intent.isEmpty() && verdict.addressee == Addressee::Bot
        && 2 * verdict.confidence >= verdict.threshold)
        noteIntent(*topic, verdict.candidates.constFirst().entry);
}

/** The same question of the same person anew: the last topic about it did not settle it. */
void FactBook::noteIntent(TopicFact &topic, const EntryId &entry)
{
    topic.intent = entry;
    const auto key = topic.group.value + u'\n' + topic.asker.value + u'\n' + entry.value;
    const auto last = m_topics.find(m_lastAsked.value(key));
    if (last != m_topics.end() && !(last->id == topic.id) && last->askedAgainAt == 0)
        last->askedAgainAt = topic.askedAt;
    m_lastAsked.insert(key, topic.id);
}

void FactBook::fold(const Event &event, const DraftMade &data)
{
    auto *topic = this->topic(event.topic);
    if (!topic || !data.review)
        return;
    reopen(*topic, event.at.ms);
    topic->state = TopicState::Review;
}

void FactBook::fold(const Event &event, const DraftWithdrawn &data)
{
    if (auto *topic = this->topic(event.topic))
        topic->refused |= data.outcome == DraftEnd::Rejected;
}

void FactBook::fold(const Event &event, const TopicOpened &data)
{
    auto &topic = open(event);
    topic.title = data.title;
    topic.asker = data.asker;
    topic.opener = data.message;
    topic.seq = event.seq;
    // One that was split off began with the message it was split at.
    if (const auto *first = said(data.message))
        topic.askedAt = std::min(topic.askedAt, first->at);
}

void FactBook::fold(const Event &event, const TopicLinked &data)
{
    for (const auto &id : data.messages) {
        if (auto *said = this->said(id))
            place(id, *said, event.topic);
    }
}

void FactBook::fold(const Event &event, const TopicStateChanged &data)
{
    // A merging that was taken back: it counts by itself again.
    if (const auto own = m_topics.find(event.topic); own != m_topics.end() && !isEnd(data.state))
        own->into = {};
    auto *topic = this->topic(event.topic);
    if (!topic || !(topic->id == event.topic))
        return;
    if (data.state == TopicState::Merged)
        return merge(*topic, data.into);
    if (isEnd(data.state) && !isEnd(topic->state))
        topic->endings.append({event.at.ms, 0});
    else if (!isEnd(data.state))
        reopen(*topic, event.at.ms);
    topic->state = data.state;
}

/** What happened in it belongs to the other now, which was asked when the earlier one was. */
void FactBook::merge(TopicFact &from, const TopicId &into)
{
    auto *other = topic(into);
    from.state = TopicState::Merged;
    if (!other || other->id == from.id)
        return;
    from.into = into;
    for (const auto &turn : std::as_const(from.turns)) {
        removeTurn(*other, turn.seq);
        addTurn(*other, turn);
    }
    from.turns.clear();
    addOnce(other->askers, from.asker, TopicFact::mostAskers);
    for (const auto &member : std::as_const(from.askers))
        addOnce(other->askers, member, TopicFact::mostAskers);
    for (const auto &name : std::as_const(from.people))
        addOnce(other->people, name, PastTopic::mostPeople);
    for (const auto &[member, solved] : from.solved.asKeyValueRange())
        other->solved.insert(member, solved);
    other->askedAt = std::min(other->askedAt, from.askedAt);
    other->reasons |= from.reasons;
    other->hit |= from.hit;
    other->refused |= from.refused;
    if (from.escalatedAt != 0)
        other->escalatedAt = other->escalatedAt == 0
            ? from.escalatedAt
            : std::min(other->escalatedAt, from.escalatedAt);
}

void FactBook::fold(const Event &event, const SatisfactionGiven &data)
{
    if (auto *topic = this->topic(event.topic))
        topic->solved.insert(data.member, data.solved);
}

void FactBook::fold(const Event &event, const EscalationRaised &data)
{
    auto *topic = this->topic(event.topic);
    if (!topic)
        return;
    reopen(*topic, event.at.ms);
    topic->state = TopicState::Escalated;
    if (topic->escalatedAt == 0)
        topic->escalatedAt = event.at.ms;
    quint32 weighty = 0;
    quint32 all = 0;
    for (const auto &part : data.reasons) {
        all |= bitOf(part.reason);
        weighty |= part.weight > 0 ? bitOf(part.reason) : 0;
    }
    topic->reasons |= weighty != 0 ? weighty : all;
}

void FactBook::fold(const Event &event, const EscalationCleared &)
{
    if (auto *topic = this->topic(event.topic); topic && !isEnd(topic->state))
        topic->state = TopicState::Bot;
}

void FactBook::fold(const Event &event, const LeaseOffered &)
{
    if (auto *topic = this->topic(event.topic)) {
        reopen(*topic, event.at.ms);
        topic->state = TopicState::Offered;
    }
}

void FactBook::fold(const Event &event, const LeaseGranted &)
{
    if (auto *topic = this->topic(event.topic)) {
        reopen(*topic, event.at.ms);
        topic->state = TopicState::Leased;
    }
}

void FactBook::fold(const Event &event, const LeaseEnded &data)
{
    auto *topic = this->topic(event.topic);
    if (!topic || isEnd(topic->state))
        return;
    const bool backToBot = data.why == LeaseEnd::HandedBack || data.why == LeaseEnd::Idle;
    topic->state = backToBot ? TopicState::Bot : TopicState::Escalated;
}

void FactBook::fold(const Event &event, const KnowledgeChanged &data)
{
    if (data.change == EntryChange::Corrected && !data.corrects.isEmpty())
        m_corrections.insert(data.corrects);
    const bool adds = data.change == EntryChange::Corrected || data.change == EntryChange::Put
        || data.change == EntryChange::Published;
    if (adds && !data.by.isEmpty() && data.entry.state == EntryState::Live)
        m_newKnowledge.append({event.at.ms, data.entry.id, data.corrects});
}

} // namespace quntai
