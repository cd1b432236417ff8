// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/walltile.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype longestText = 80;
constexpr qint64 minuteMs = 60 * 1000;
constexpr int ringDanger = 250;   // permille of a span left: from here on it is late

int sentSince(const QList<Instant> &sends, Instant from, Instant now)
{
    // Newest last; what the budget holds back stands there with a time to come.
    const auto first = std::ranges::upper_bound(sends, from);
    const auto last = std::ranges::upper_bound(sends, now);
    return static_cast<int>(std::max<qsizetype>(0, last - first));
}

WallTopic topicOf(const Topic &topic)
{
    WallTopic one;
    one.id = topic.id;
    one.lane = topic.lane;
    one.title = topic.title;
    one.asker = topic.asker;
    one.askerName = topic.askerName;
    one.state = topic.state;
    if (topic.lease) {
        one.holder = topic.lease->user;
        one.holderName = topic.lease->name;
    }
    if (topic.help) {
        one.asks = topic.help->question;
        one.asksName = topic.help->name;
    }
    one.version = topic.version;
    one.waitingSince = topic.waitingSince;
    if (topic.escalation && !topic.lease) {
        one.escalatedAt = topic.escalation->at;
        one.dueAt = topic.escalation->dueAt;
    }
    one.look = topic.state == TopicState::Review || !topic.look.isEmpty();
    if (!topic.emotions.isEmpty()) {
        one.emotion = topic.emotion;
        one.emotionTrend = topic.emotionTrend;
    }
    one.intent = topic.intent;
    one.intentTitle = topic.intentTitle;
    return one;
}

void takeEarlier(Deadline &deadline, const Deadline &other)
{
    if (!deadline.isSet() || other.due < deadline.due)
        deadline = other;
}

void addTopic(WallTile &tile, const Topic &topic, const Policy &policy)
{
    const auto one = topicOf(topic);
    const auto index = static_cast<int>(tile.topics.size());
    if (one.waitingSince.isSet()) {
        if (tile.oldest < 0 || one.waitingSince < tile.topics.at(tile.oldest).waitingSince)
            tile.oldest = index;
        takeEarlier(tile.deadline, {one.waitingSince, afterWorking(policy.hours, one.waitingSince,
                                                                   policy.waitingSeconds)});
    }
    if (one.dueAt.isSet())
        takeEarlier(tile.deadline, {one.escalatedAt, one.dueAt});
    if (one.emotion > tile.emotion()) {
        tile.upset = index;
        tile.emotions = topic.emotions;
    }
    tile.topics.append(one);
}

/** The newest words of a member, and how many texts of ours wait. */
void readMessages(WallTile &tile, const QList<MessagePtr> &recent)
{
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        const auto &message = **at;
        if (message.delivery == Delivery::Queued)
            ++tile.queued;
        if (!tile.lastText.isEmpty() || !isFromMember(message))
            continue;
        tile.lastText = message.text.left(longestText);
        tile.lastTextAt = message.at;
    }
}

} // namespace

int Deadline::permilleLeft(Instant now) const
{
    if (!isSet())
        return 1000;
    const auto whole = std::max<qint64>(due.ms - from.ms, 1);
    return static_cast<int>(std::clamp<qint64>((due.ms - now.ms) * 1000 / whole, 0, 1000));
}

Instant WallTile::waitingSince() const
{
    return oldest < 0 ? Instant{} : topics.at(oldest).waitingSince;
}

int WallTile::emotion() const
{
    return upset < 0 ? -1 : topics.at(upset).emotion;
}

int WallTile::emotionTrend() const
{
    return upset < 0 ? 0 : topics.at(upset).emotionTrend;
}

bool WallTile::isServed() const
{
    return std::ranges::any_of(topics, [](const WallTopic &t) { return !t.holder.isEmpty(); });
}

bool WallTile::needsPerson() const
{
    return std::ranges::any_of(topics, [](const WallTopic &t) { return t.dueAt.isSet(); });
}

bool WallTile::needsAttention(Instant now) const
{
    const auto asks = [](const WallTopic &topic) { return !topic.asks.isEmpty(); };
    return needsPerson() || std::ranges::any_of(topics, asks) || emotion() >= emotionAlert || deadline.permilleLeft(now) < ringDanger
        || link == ConnectorState::Down || link == ConnectorState::Replaced
        || std::ranges::any_of(topics, &WallTopic::look) || budgetUsed(now) >= budgetWarning;
}

int WallTile::sentInMinute(Instant now) const
{
    return sentSince(sends, {now.ms - minuteMs}, now);
}

int WallTile::sentInHour(Instant now) const
{
    return sentSince(sends, {now.ms - 60 * minuteMs}, now);
}

int WallTile::budgetUsed(Instant now) const
{
    const auto used = [](int sent, int limit) { return limit > 0 ? sent * 1000 / limit : 0; };
    return std::max(used(sentInMinute(now), budgetPerMinute),
                    used(sentInHour(now), budgetPerHour));
}

WallTile wallTileOf(const State &state, const GroupState &group)
{
    const auto policy = policyFor(state.policy, group.info);
    const auto connector = state.connectors.value(group.info.channel);
    WallTile tile;
    tile.info = group.info;
    tile.mode = modeFor(state.policy, group.info);
    tile.account = connector.account.isEmpty() ? group.info.channel : connector.account;
    if (!connector.id.isEmpty())
        tile.link = connector.state;
    tile.emotionAlert = policy.emotionAlert;
    tile.sends = group.sends;
    tile.budgetPerMinute = policy.budgetPerMinute;
    tile.budgetPerHour = policy.budgetPerHour;
    tile.lastAt = group.lastAt;
    for (const auto &id : group.open) {
        if (const auto topic = state.topics.constFind(id); topic != state.topics.cend())
            addTopic(tile, *topic, policy);
    }
    readMessages(tile, group.recent);
    return tile;
}

} // namespace quntai
