// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/customertopics.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int mostOnAPage = 50;

bool isOf(const TopicFact &topic, const QSet<MemberId> &members)
{
    return members.contains(topic.asker)
        || std::ranges::any_of(topic.askers,
                               [&](const MemberId &member) { return members.contains(member); });
}

bool isAnswered(const TopicFact &topic)
{
    return std::ranges::any_of(topic.turns,
                               [](const Turn &turn) { return turn.kind != Turn::Kind::Question; });
}

AskerStage stageOf(const TopicFact &topic, const QSet<MemberId> &members)
{
    for (const auto &[member, solved] : topic.solved.asKeyValueRange()) {
        if (members.contains(member))
            return solved ? AskerStage::Solved : AskerStage::Unsolved;
    }
    return isAnswered(topic) ? AskerStage::Answered : AskerStage::Asking;
}

PastTopic shown(const TopicFact &topic, const QSet<MemberId> &members)
{
    PastTopic past;
    past.topic = topic.id;
    past.group = topic.group;
    past.title = topic.title;
    past.state = topic.state;
    past.openedAt = {topic.askedAt};
    const auto ended = topic.endings.isEmpty() ? 0 : topic.endings.constLast().at;
    const auto said = topic.turns.isEmpty() ? 0 : topic.turns.constLast().at;
    past.lastAt = {std::max({topic.askedAt, ended, said})};
    past.message = topic.opener;
    past.seq = topic.seq;
    past.byBot = std::ranges::contains(topic.turns, Turn::Kind::Bot, &Turn::kind);
    past.people = topic.people;
    past.stage = stageOf(topic, members);
    return past;
}

} // namespace

QSet<MemberId> samePerson(const State &state, const GroupId &group, const MemberId &member)
{
    QSet<MemberId> same{member};
    const auto customer = state.groups.value(group).members.value(member).customer;
    if (customer.isEmpty())
        return same;
    for (const auto &other : state.groups) {
        for (const auto &one : other.members) {
            if (one.customer == customer)
                same.insert(one.id);
        }
    }
    return same;
}

CustomerTopicsResult customerTopics(const FactBook &facts, const QSet<MemberId> &members,
                                    const CustomerTopicsParams &params,
                                    const std::function<bool(const GroupId &)> &sees)
{
    QList<const TopicFact *> found;
    for (const auto &topic : facts.topics()) {
        if (topic.counts() && isOf(topic, members) && sees(topic.group)
            && (params.before <= 0 || topic.seq < params.before))
            found.append(&topic);
    }
    std::ranges::sort(found, std::ranges::greater{}, &TopicFact::seq);
    const auto limit = std::clamp(params.limit, 1, mostOnAPage);
    CustomerTopicsResult page;
    page.more = found.size() > limit;
    for (const auto *topic : found.first(std::min<qsizetype>(limit, found.size())))
        page.topics.append(shown(*topic, members));
    page.next = page.more ? page.topics.constLast().seq : 0;
    return page;
}

} // namespace quntai
