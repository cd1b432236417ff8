// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewsubject.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype mostTalk = 6;

void readTalk(ReviewSubject &subject, const GroupState &group)
{
    for (const auto &message : group.recent) {
        if (message->topic == subject.row.topic.id && !message->internal)
            subject.talk.append(message);
    }
    subject.talk = subject.talk.last(std::min(mostTalk, subject.talk.size()));
    // The question is always there, however much was said since.
    const auto &question = subject.row.question;
    if (question && !subject.talk.contains(question))
        subject.talk.prepend(question);
    if (subject.talk.isEmpty())
        return;
    const auto from = subject.talk.first()->seq;
    subject.beside = int(std::ranges::count_if(group.recent, [&](const MessagePtr &message) {
        return message->seq > from && message->topic != subject.row.topic.id && !message->internal;
    }));
}

/** As the backend keeps it: so many texts within a minute and an hour, in their order. */
void readBudget(ReviewSubject &subject, const GroupState &group, Instant now)
{
    const auto &sends = group.sends;
    subject.sentInMinute = int(std::ranges::count_if(
        sends, [&](Instant at) { return at.ms > now.ms - 60 * 1000; }));
    const auto opens = [&](int limit, qint64 seconds) {
        return limit <= 0 || sends.size() < limit ? Instant{}
                                                  : sends[sends.size() - limit].plusSeconds(seconds);
    };
    auto earliest = std::max(opens(subject.policy.budgetPerMinute, 60),
                             opens(subject.policy.budgetPerHour, 3600));
    if (!sends.isEmpty())
        earliest = std::max(earliest, sends.constLast());
    subject.earliest = earliest > now ? earliest : Instant{};
}

void readSource(ReviewSubject &subject, const State &state)
{
    const auto &draft = subject.row.draft;
    const auto entry = state.entries.constFind(draft.entry);
    if (entry != state.entries.cend())
        subject.entry = *entry;
    if (!subject.row.question || !subject.row.question->verdict)
        return;
    const auto &candidates = subject.row.question->verdict->candidates;
    const auto used = std::ranges::find(candidates, draft.entry, &Candidate::entry);
    subject.confidence = used == candidates.end() ? subject.row.question->verdict->confidence
                                                  : used->score;
}

} // namespace

int ReviewSubject::newerThan(qint64 seen, const UserId &me) const
{
    return int(std::ranges::count_if(talk, [&](const MessagePtr &message) {
        const bool own = message->author.kind == AuthorKind::Agent && message->author.id == me.value;
        return message->seq > seen && !own;
    }));
}

ReviewSubject reviewSubject(const State &state, const DraftRow &row, Instant now)
{
    ReviewSubject subject;
    subject.row = row;
    const auto group = state.groups.value(row.topic.group);
    subject.policy = policyFor(state.policy, group.info);
    subject.mode = modeFor(state.policy, group.info);
    subject.memberCount = group.info.memberCount;
    subject.botName = state.connectors.value(group.info.channel).account;
    for (const auto &member : row.draft.mentions)
        subject.mentions.append(group.members.value(member).name);
    subject.mentions.removeAll(QString());
    const auto &alone = row.draft.privateTo;
    if (!alone.isEmpty()) {
        const auto name = group.members.value(alone).name;
        subject.aside = name.isEmpty() ? alone.value : name;
    }
    readTalk(subject, group);
    readBudget(subject, group, now);
    readSource(subject, state);
    return subject;
}

} // namespace quntai
