// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/budget.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
/** Quiet hours and windows push each other on; a day of them ends sooner than this. */
constexpr int mostRounds = 64;

enum class Rank { Notice, Reply };

Rank rankOf(const Author &author, const MessageId &answers)
{
    return author.kind == AuthorKind::Bot && answers.isEmpty() ? Rank::Notice : Rank::Reply;
}

class Ration
{
public:
    Ration(const Scene &scene, const GroupId &group, const MessageQueued &text)
        : m_scene(scene), m_group(group), m_text(text), m_rank(rankOf(text.author, text.answers)),
          m_policy(scene.policyOf(group))
    {
    }

    Instant earliest() const
    {
        const auto own = sendsTo(m_group);
        const auto account = sendsOfAccount();
        const auto member = sendsToMember();
        auto at = std::max(m_scene.now, queueEnds());
        for (int round = 0; round < mostRounds; ++round) {
            const auto before = at;
            at = afterQuiet(at);
            at = freeFrom(own, at, share(m_policy.budgetPerMinute), minute);
            at = freeFrom(own, at, share(m_policy.budgetPerHour), hour);
            at = freeFrom(account, at, share(m_policy.accountPerMinute), minute);
            at = freeFrom(account, at, share(m_policy.accountPerHour), hour);
            at = freeFrom(member, at, m_policy.memberPerMinute, minute);
            if (at == before)
                break;
        }
        return at > m_scene.now ? at : Instant{};
    }

private:
    bool isOfBot() const { return m_text.author.kind == AuthorKind::Bot; }

    int share(int limit) const
    {
        return m_rank == Rank::Notice ? (limit * m_policy.noticeShare + 999) / 1000 : limit;
    }

    Instant afterQuiet(Instant at) const
    {
        const bool waits = m_rank == Rank::Notice || (isOfBot() && m_policy.quiet.answers);
        return waits ? quietUntil(m_policy.quiet, at) : at;
    }

    QList<Instant> sendsTo(const GroupId &group) const
    {
        auto sends = m_scene.group(group).sends;
        for (const auto &made : m_scene.events) {
            const auto *queued = std::get_if<MessageQueued>(&made.data);
            if (queued && made.group == group)
                sends.append(std::max(m_scene.now, queued->notBefore));
        }
        return sends;
    }

    /** Of all groups its connector reaches; none while there is no limit to count for. */
    QList<Instant> sendsOfAccount() const
    {
        QList<Instant> sends;
        if (m_policy.accountPerMinute <= 0 && m_policy.accountPerHour <= 0)
            return sends;
        const auto channel = m_scene.group(m_group).info.channel;
        const auto &groups = m_scene.state.groups;
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            if (group->info.channel == channel)
                sends += sendsTo(group.key());
        }
        return sends;
    }

    QList<Instant> sendsToMember() const
    {
        QList<Instant> sends;
        if (m_policy.memberPerMinute <= 0 || !isOfBot() || m_text.mentions.isEmpty())
            return sends;
        const auto &member = m_text.mentions.first();
        for (const auto &message : m_scene.group(m_group).recent) {
            if (message->author.kind == AuthorKind::Bot && message->mentions.contains(member)
                && message->delivery != Delivery::Recalled)
                sends.append(std::max(message->at, message->notBefore));
        }
        return sends;
    }

    /** When the last waiting text goes that this one must not overtake. */
    Instant queueEnds() const
    {
        Instant ends;
        for (const auto &message : m_scene.group(m_group).recent) {
            if (message->delivery == Delivery::Queued
                && rankOf(message->author, message->answers) >= m_rank)
                ends = std::max(ends, message->notBefore);
        }
        for (const auto &made : m_scene.events) {
            const auto *queued = std::get_if<MessageQueued>(&made.data);
            if (queued && made.group == m_group
                && rankOf(queued->author, queued->answers) >= m_rank)
                ends = std::max(ends, queued->notBefore);
        }
        return ends;
    }

    const Scene &m_scene;
    const GroupId m_group;
    const MessageQueued &m_text;
    const Rank m_rank;
    const Policy m_policy;
};

} // namespace

Instant freeFrom(QList<Instant> times, Instant at, int limit, qint64 windowSeconds)
{
    if (limit <= 0 || times.size() < limit)
        return at;
    std::ranges::sort(times);
    const auto span = windowSeconds * 1000;
    // Any limit sends in a row and the new one must not fit into one window.
    for (qsizetype i = 0; i + limit <= times.size(); ++i) {
        const auto first = std::min(times[i], at);
        const auto last = std::max(times[i + limit - 1], at);
        if (last.ms - first.ms < span)
            at = std::max(at, Instant{times[i].ms + span});
    }
    return at;
}

Instant earliestSend(const Scene &scene, const GroupId &group, const MessageQueued &text)
{
    return Ration(scene, group, text).earliest();
}

} // namespace quntai
