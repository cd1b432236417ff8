// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/routing.h"

#include "app/backend/decide/leases.h"
#include "models/domain/apply.h"
#include "models/domain/priority.h"

#include <algorithm>

namespace quntai {

namespace {

/** At once; the next event goes on. */
constexpr int mostOffers = 20;

int capacityOf(const Policy &policy, const User &user)
{
    return user.capacity > 0 ? user.capacity : policy.routing.capacity;
}

bool seesGroup(const User &user, const GroupId &group)
{
    return user.groups.isEmpty() || user.groups.contains(group);
}

/** Whoever put it back into the queue does not want it offered; whoever snoozed it, or lost the
 * connection, does. A topic that came back from a snooze has paused. */
bool gaveAway(const Topic &topic, const UserId &user)
{
    if (topic.lastHolder != user || topic.pausedMs > 0 || !topic.escalation)
        return false;
    const auto &reasons = topic.escalation->reasons;
    return topic.escalation->at < topic.queuedAt
        || (!reasons.isEmpty() && reasons.first().reason == Reason::Agent);
}

bool letGo(const Topic &topic, const UserId &user)
{
    const auto missed = [&](const Miss &miss) {
        return miss.user == user && miss.at >= topic.queuedAt;
    };
    return gaveAway(topic, user) || std::ranges::any_of(topic.misses, missed);
}

bool fits(const State &state, const Topic &topic, const User &user, const Loads &loads)
{
    const bool works = user.role == Role::Agent || user.role == Role::Supervisor;
    return works && !user.disabled
        && state.presence.value(user.id).status == AgentStatus::Online
        && seesGroup(user, topic.group)
        && (topic.skill.isEmpty() || user.skills.contains(topic.skill))
        && loads.value(user.id) < capacityOf(state.policy, user) && !letGo(topic, user.id);
}

/** Smaller is better. Supervisors are asked only when no agent is left. */
auto fitness(const State &state, const Topic &topic, const User &user, const Loads &loads)
{
    const auto category = state.entries.value(topic.intent).category;
    const bool skilled = !category.isEmpty() && user.skills.contains(category);
    const auto used = loads.value(user.id) * 1000 / capacityOf(state.policy, user);
    return std::tuple{user.role != Role::Agent, topic.lastHolder != user.id, !skilled, used,
                      user.id};
}

bool isWaiting(const Topic &topic)
{
    return topic.state == TopicState::Escalated && topic.escalation && !topic.lease && !topic.offer
        && !topic.snoozedUntil.isSet();
}

/** The topic as it is once the scene's events about it are folded. */
Topic settled(const Scene &scene, const TopicId &id)
{
    const auto found = scene.state.topics.constFind(id);
    State small;
    if (found != scene.state.topics.cend()) {
        small.groups.insert(found->group, scene.group(found->group));
        small.topics.insert(id, *found);
    }
    qint64 seq = 0;
    for (const auto &event : scene.events) {
        if (event.topic == id)
            apply(small, Event{{}, ++seq, seq - 1, scene.now, event.group, id, event.data});
    }
    return small.topics.value(id);
}

Loads loadsIn(const Scene &scene)
{
    auto loads = loadsOf(scene.state);
    for (const auto &event : scene.events) {
        if (const auto *offered = std::get_if<LeaseOffered>(&event.data))
            ++loads[offered->user];
    }
    return loads;
}

/** False when nobody fits. */
bool offer(Scene &scene, const Topic &topic, Loads &loads)
{
    const auto *user = pickFor(scene.state, topic, loads);
    if (!user)
        return false;
    scene.add(topic, LeaseOffered{user->id, user->name, scene.now.plusSeconds(offerSeconds), {}, {}});
    ++loads[user->id];
    return true;
}

/** What can put a topic into the queue. */
bool queues(const EventData &data)
{
    return std::holds_alternative<EscalationRaised>(data)
        || std::holds_alternative<TopicStateChanged>(data)
        || std::holds_alternative<LeaseEnded>(data) || std::holds_alternative<LeaseMissed>(data)
        || std::holds_alternative<TopicSnoozed>(data) || std::holds_alternative<TopicLinked>(data);
}

/** What can give somebody room, or bring them. */
bool frees(const EventData &data)
{
    return std::holds_alternative<LeaseEnded>(data) || std::holds_alternative<TopicOnHold>(data)
        || std::holds_alternative<LeaseMissed>(data)
        || std::holds_alternative<TopicStateChanged>(data)
        || std::holds_alternative<PresenceChanged>(data)
        || std::holds_alternative<UserChanged>(data) || std::holds_alternative<PolicyChanged>(data);
}

void routeWaiting(Scene &scene, Loads &loads, const QSet<TopicId> &done)
{
    QList<std::pair<int, TopicId>> waiting;
    for (const auto &topic : scene.state.topics) {
        if (isWaiting(topic) && !done.contains(topic.id))
            waiting.append({-priorityOf(scene.state, topic, scene.now).score, topic.id});
    }
    std::ranges::sort(waiting);
    int made = 0;
    for (const auto &[score, id] : std::as_const(waiting)) {
        if (made == mostOffers)
            return;
        made += offer(scene, scene.state.topics.value(id), loads) ? 1 : 0;
    }
}

} // namespace

Loads loadsOf(const State &state)
{
    Loads loads;
    for (const auto &topic : state.topics) {
        if (topic.lease && !topic.onHold)
            ++loads[topic.lease->user];
        else if (!topic.lease && topic.offer)
            ++loads[topic.offer->user];
    }
    return loads;
}

const User *pickFor(const State &state, const Topic &topic, const Loads &loads)
{
    const User *best = nullptr;
    for (const auto &user : state.users) {
        if (fits(state, topic, user, loads)
            && (!best
                || fitness(state, topic, user, loads) < fitness(state, topic, *best, loads)))
            best = &user;
    }
    return best;
}

void route(Scene &scene, const Event &event)
{
    if (!scene.state.policy.routing.offers)
        return;
    QSet<TopicId> touched;
    bool hasRoom = frees(event.data);
    if (queues(event.data))
        touched.insert(event.topic);
    for (const auto &made : std::as_const(scene.events)) {
        hasRoom |= frees(made.data);
        if (queues(made.data))
            touched.insert(made.topic);
    }
    if (touched.isEmpty() && !hasRoom)
        return;
    auto loads = loadsIn(scene);
    auto inOrder = touched.values();
    std::sort(inOrder.begin(), inOrder.end());
    for (const auto &id : std::as_const(inOrder)) {
        if (const auto topic = settled(scene, id); isWaiting(topic))
            offer(scene, topic, loads);
    }
    if (hasRoom)
        routeWaiting(scene, loads, touched);
}

} // namespace quntai
