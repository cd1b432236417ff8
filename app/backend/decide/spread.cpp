// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/spread.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool isRaised(const GroupState &group)
{
    return std::ranges::any_of(group.alerts, [](const Alert &alert) {
        return alert.kind == AlertKind::Spread;
    });
}

/** Collects who is angry, in the order they became so. */
class Anger
{
public:
    Anger(const GroupState &group, const SpreadWatch &watch, Instant now)
        : m_group(group), m_watch(watch), m_from(now.plusSeconds(-60LL * watch.minutes))
    {
        m_raised.level = watch.emotion;
    }

    void add(const Message &message, int emotion, const TopicId &topic)
    {
        const MemberId member{message.author.id};
        if (emotion < m_watch.emotion || message.at < m_from || !isFromMember(message)
            || isStaff(m_group, message) || isBotMember(m_group, member))
            return;
        if (m_raised.members.isEmpty()) {
            m_raised.startedBy = member;
            m_raised.startedByName = message.author.name;
        }
        if (!m_raised.members.contains(member) && m_raised.members.size() < Alert::mostNamed)
            m_raised.members.append(member);
        if (!topic.isEmpty() && !m_raised.topics.contains(topic)
            && m_raised.topics.size() < Alert::mostNamed)
            m_raised.topics.append(topic);
    }

    bool hasSpread() const { return m_raised.members.size() > m_watch.members; }
    const AlertRaised &raised() const { return m_raised; }

private:
    const GroupState &m_group;
    const SpreadWatch &m_watch;
    const Instant m_from;
    AlertRaised m_raised;
};

/** When the group's alert is over if nothing more happens; unset: it has none. */
Instant calmAt(const State &state, const GroupState &group)
{
    Instant first;
    for (const auto &alert : group.alerts) {
        const auto at = alert.lastAt.plusSeconds(60LL * state.policy.spread.calmMinutes);
        if (!first.isSet() || at < first)
            first = at;
    }
    return first;
}

} // namespace

void watchSpread(Scene &scene, const Message &message, const Verdict &verdict,
                 const TopicId &topic)
{
    const auto &watch = scene.state.policy.spread;
    const auto &group = scene.group(message.group);
    if (watch.members <= 0 || verdict.emotion < watch.emotion || isRaised(group))
        return;
    Anger anger(group, watch, message.at);
    for (const auto &other : group.recent) {
        if (other->verdict && other->id != message.id && other->seq < message.seq)
            anger.add(*other, other->verdict->emotion, other->topic);
    }
    anger.add(message, verdict.emotion, topic);
    if (anger.hasSpread())
        scene.add(message.group, {}, anger.raised());
}

void takeCalm(Scene &scene, const GroupId &group)
{
    for (const auto &alert : scene.group(group).alerts) {
        const auto over = alert.lastAt.plusSeconds(60LL * scene.state.policy.spread.calmMinutes);
        if (over <= scene.now)
            scene.add(group, {}, AlertCleared{alert.kind, u"calm"_s});
    }
}

void CalmTimes::reset(const State &state)
{
    m_times.clear();
    for (auto at = state.groups.cbegin(); at != state.groups.cend(); ++at) {
        if (!at->alerts.isEmpty())
            m_times.insert(at.key(), calmAt(state, *at));
    }
}

void CalmTimes::observe(const State &state, const Event &event)
{
    if (std::holds_alternative<PolicyChanged>(event.data))
        return reset(state);
    if (std::holds_alternative<AlertRaised>(event.data) || m_times.contains(event.group))
        refresh(state, event.group);
}

void CalmTimes::refresh(const State &state, const GroupId &group)
{
    const auto found = state.groups.constFind(group);
    if (found == state.groups.cend() || found->alerts.isEmpty())
        m_times.remove(group);
    else
        m_times.insert(group, calmAt(state, *found));
}

Instant CalmTimes::next() const
{
    const auto first = std::ranges::min_element(m_times);
    return first == m_times.end() ? Instant{} : *first;
}

QList<NewEvent> CalmTimes::due(Instant now) const
{
    QList<NewEvent> fired;
    for (const auto &[group, at] : m_times.asKeyValueRange()) {
        if (at > now)
            continue;
        TimerFired timer;
        timer.timer = TimerKind::AlertCalm;
        fired.append({group, {}, timer});
    }
    return fired;
}

} // namespace quntai
