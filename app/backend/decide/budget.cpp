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

Rank rankOf(const Message &message)
{
    return rankOf(message.author, message.answers);
}

Instant dueAt(const Message &message)
{
    return std::max(message.at, message.notBefore);
}

/** What a platform takes of one chat, whatever the policy says; 0: it names no limit. */
struct PlatformLimit
{
    int perMinute = 0;
    int perHour = 0;
};

PlatformLimit limitOf(const QString &connectorKind)
{
    return connectorKind == QLatin1StringView("wecom") ? PlatformLimit{30, 1000} : PlatformLimit{};
}

int capped(int limit, int cap)
{
    return cap > 0 && (limit <= 0 || limit > cap) ? cap : limit;
}

/** The text in question, new or waiting. */
struct Asked
{
    Author author;
    MessageId answers;
    QList<MemberId> mentions;
    MessageId id = {};  //!< of one that waits
};

/** What is so: folded, and made by the decision under way. */
struct Sends
{
    const State &state;
    Instant now;
    QList<NewEvent> made;
    const QSet<MessageId> *underWay = nullptr;  //!< set: only these of the waiting ones are certain
};

class Ration
{
public:
    Ration(const Sends &sends, const GroupId &group, const Asked &text)
        : m_sends(sends), m_id(group), m_group(sends.state.groups.value(group)), m_text(text),
          m_rank(rankOf(text.author, text.answers)),
          m_policy(policyFor(sends.state.policy, m_group.info)),
          m_limit(limitOf(sends.state.connectors.value(m_group.info.channel).kind))
    {
    }

    Instant earliest() const
    {
        const auto own = sendsTo(m_id, m_group);
        const auto account = sendsOfAccount();
        const auto member = sendsToMember();
        const auto perMinute = share(capped(m_policy.budgetPerMinute, m_limit.perMinute));
        const auto perHour = share(capped(m_policy.budgetPerHour, m_limit.perHour));
        auto at = std::max(m_sends.now, queueEnds());
        for (int round = 0; round < mostRounds; ++round) {
            const auto before = at;
            at = afterQuiet(at);
            at = freeFrom(own, at, perMinute, minute);
            at = freeFrom(own, at, perHour, hour);
            at = freeFrom(account, at, share(m_policy.accountPerMinute), minute);
            at = freeFrom(account, at, share(m_policy.accountPerHour), hour);
            at = freeFrom(member, at, m_policy.memberPerMinute, minute);
            if (at == before)
                break;
        }
        return at > m_sends.now ? at : Instant{};
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

    /** Whether a text of ours is, or will be, one of those this one must keep its distance from. Of
     * what waits beside a waiting one only what goes before it, at a time that is still to come. */
    bool counts(const Message &other, bool inOtherGroup, bool isEarlier) const
    {
        if (other.delivery != Delivery::Queued || !m_sends.underWay
            || m_sends.underWay->contains(other.id))
            return true;
        const auto rank = rankOf(other);
        const bool goesBefore = rank > m_rank || (rank == m_rank && (inOtherGroup || isEarlier));
        return other.id != m_text.id && goesBefore && other.notBefore > m_sends.now;
    }

    QList<Instant> sendsTo(const GroupId &id, const GroupState &group) const
    {
        auto sends = group.sends;
        bool isEarlier = true;
        for (const auto &message : group.recent) {
            isEarlier = isEarlier && message->id != m_text.id;
            if (!counts(*message, id != m_id, isEarlier))
                sends.removeOne(dueAt(*message));
        }
        for (const auto &made : m_sends.made) {
            const auto *queued = std::get_if<MessageQueued>(&made.data);
            if (queued && made.group == id)
                sends.append(std::max(m_sends.now, queued->notBefore));
        }
        return sends;
    }

    /** Of all groups its connector reaches; none while there is no limit to count for. */
    QList<Instant> sendsOfAccount() const
    {
        QList<Instant> sends;
        if (m_policy.accountPerMinute <= 0 && m_policy.accountPerHour <= 0)
            return sends;
        const auto &groups = m_sends.state.groups;
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            if (group->info.channel == m_group.info.channel)
                sends += sendsTo(group.key(), *group);
        }
        return sends;
    }

    QList<Instant> sendsToMember() const
    {
        QList<Instant> sends;
        if (m_policy.memberPerMinute <= 0 || !isOfBot() || m_text.mentions.isEmpty())
            return sends;
        const auto &member = m_text.mentions.first();
        bool isEarlier = true;
        for (const auto &message : m_group.recent) {
            isEarlier = isEarlier && message->id != m_text.id;
            if (message->author.kind == AuthorKind::Bot && message->mentions.contains(member)
                && message->delivery != Delivery::Recalled && counts(*message, false, isEarlier))
                sends.append(dueAt(*message));
        }
        return sends;
    }

    /** When the last waiting text goes that this one must not overtake. */
    Instant queueEnds() const
    {
        Instant ends;
        bool isEarlier = true;
        for (const auto &message : m_group.recent) {
            isEarlier = isEarlier && message->id != m_text.id;
            if (message->delivery == Delivery::Queued && rankOf(*message) >= m_rank
                && counts(*message, false, isEarlier))
                ends = std::max(ends, message->notBefore);
        }
        for (const auto &made : m_sends.made) {
            const auto *queued = std::get_if<MessageQueued>(&made.data);
            if (queued && made.group == m_id
                && rankOf(queued->author, queued->answers) >= m_rank)
                ends = std::max(ends, queued->notBefore);
        }
        return ends;
    }

    const Sends m_sends;
    const GroupId m_id;
    const GroupState m_group;
    const Asked m_text;
    const Rank m_rank;
    const Policy m_policy;
    const PlatformLimit m_limit;
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
    const Sends sends{scene.state, scene.now, scene.events};
    return Ration(sends, group, {text.author, text.answers, text.mentions}).earliest();
}

Instant earliestAgain(const State &state, Instant now, const Message &waiting,
                      const QSet<MessageId> &underWay)
{
    const Sends sends{state, now, {}, &underWay};
    return Ration(sends, waiting.group,
                  {waiting.author, waiting.answers, waiting.mentions, waiting.id}).earliest();
}

} // namespace quntai
