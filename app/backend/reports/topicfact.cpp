// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/topicfact.h"

#include <algorithm>

namespace quntai {

namespace {

Answerer answererOf(Turn::Kind kind)
{
    return kind == Turn::Kind::Bot ? Answerer::Bot
        : kind == Turn::Kind::Human ? Answerer::Human
                                    : Answerer::Peer;
}

bool has(const TopicFact &topic, Turn::Kind kind)
{
    return std::ranges::contains(topic.turns, kind, &Turn::kind);
}

bool isWithin(qint64 at, qint64 rested)
{
    return at > rested && at - rested <= firstContactMs;
}

} // namespace

QList<Reason> reasonsIn(quint32 bits)
{
    QList<Reason> reasons;
    for (unsigned i = 0; i < enumWords<Reason>.size(); ++i) {
        if (bits & (1U << i))
            reasons.append(Reason(i));
    }
    return reasons;
}

std::optional<Response> firstResponse(const TopicFact &topic)
{
    for (const auto &turn : topic.turns) {
        if (turn.kind != Turn::Kind::Question && turn.at >= topic.askedAt)
            return Response{turn.at - topic.askedAt, answererOf(turn.kind)};
    }
    return std::nullopt;
}

QList<Response> responses(const TopicFact &topic)
{
    QList<Response> found;
    qint64 waitsSince = 0;
    for (const auto &turn : topic.turns) {
        if (turn.kind == Turn::Kind::Question) {
            waitsSince = waitsSince == 0 ? turn.at : waitsSince;
        } else if (waitsSince != 0) {
            found.append({turn.at - waitsSince, answererOf(turn.kind)});
            waitsSince = 0;
        }
    }
    return found;
}

std::optional<Answerer> servedBy(const TopicFact &topic)
{
    if (has(topic, Turn::Kind::Human))
        return Answerer::Human;
    if (has(topic, Turn::Kind::Bot))
        return Answerer::Bot;
    if (has(topic, Turn::Kind::Peer))
        return Answerer::Peer;
    return std::nullopt;
}

qint64 restedAt(const TopicFact &topic, Instant now)
{
    const auto ended = topic.endings.isEmpty() ? 0 : topic.endings.constFirst().at;
    for (qsizetype i = 0; i < topic.turns.size(); ++i) {
        const auto &turn = topic.turns.at(i);
        const auto next = i + 1 < topic.turns.size() ? topic.turns.at(i + 1).at : now.ms;
        const bool quiet = turn.kind != Turn::Kind::Question && next - turn.at >= quietMs;
        if (quiet && (ended == 0 || turn.at < ended))
            return turn.at;
    }
    return ended;
}

bool staysSettled(const TopicFact &topic, qint64 rested)
{
    if (rested == 0 || isWithin(topic.askedAgainAt, rested))
        return false;
    const bool reopened = std::ranges::any_of(topic.endings, [&](const Ending &ending) {
        return isWithin(ending.reopenedAt, rested);
    });
    return !reopened && std::ranges::none_of(topic.turns, [&](const Turn &turn) {
        return turn.kind == Turn::Kind::Question && isWithin(turn.at, rested);
    });
}

bool isCorrected(const TopicFact &topic, const Corrections &corrections)
{
    return std::ranges::any_of(topic.turns, [&](const Turn &turn) {
        return turn.kind == Turn::Kind::Bot && corrections.contains(turn.message);
    });
}

bool isAutomated(const TopicFact &topic, const Corrections &corrections)
{
    return topic.escalatedAt == 0 && has(topic, Turn::Kind::Bot) && !has(topic, Turn::Kind::Human)
        && topic.turns.constLast().kind != Turn::Kind::Question && !isCorrected(topic, corrections);
}

bool isHit(const TopicFact &topic, const Corrections &corrections)
{
    return topic.hit && !topic.refused && !isCorrected(topic, corrections);
}

} // namespace quntai
