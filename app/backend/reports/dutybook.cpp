// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/dutybook.h"

namespace quntai {

namespace {

constexpr qint64 hourMs = 3600 * 1000;
/** A connection that starts anew after less than this just blinked. */
constexpr qint64 silenceFromMs = 60 * 1000;

template <class Value>
void addCuts(QList<qint64> &cuts, const Timeline<Value> &timeline, qint64 from, qint64 to)
{
    for (const auto &change : timeline.changes()) {
        if (change.at > from && change.at < to)
            cuts.append(change.at);
    }
}

bool mayAnswer(const User &user, const GroupId &group)
{
    return !user.disabled && user.role != Role::Editor
        && (user.groups.isEmpty() || user.role == Role::Admin || user.groups.contains(group));
}

} // namespace

void DutyBook::take(const Event &event)
{
    const auto at = event.at.ms;
    if (const auto *group = std::get_if<GroupChanged>(&event.data))
        m_groups[event.group].set(at, {group->group.channel, group->group.mode, group->group.tags});
    else if (const auto *user = std::get_if<UserChanged>(&event.data))
        m_users.insert(user->user.id, user->user);
    else if (const auto *changed = std::get_if<PresenceChanged>(&event.data))
        m_presence[changed->presence.user].set(at, changed->presence.status);
    else if (const auto *policy = std::get_if<PolicyChanged>(&event.data))
        m_rules.set(at, {policy->policy});
    else if (const auto *changedLink = std::get_if<ConnectorChanged>(&event.data))
        noteConnector(changedLink->connector, at);
    if (!isControl(event.data))
        m_lastGroupEvent = at;
}

/** A backend that starts finds its connections as the last process left them and starts them anew;
 * nothing was answered since the last thing that process wrote. */
void DutyBook::noteConnector(const Connector &connector, qint64 at)
{
    auto &connected = m_connected[connector.id];
    const bool starts = connector.state == ConnectorState::Connecting;
    if (starts && connected.at(at, false) && at - m_lastGroupEvent > silenceFromMs)
        m_silences.append({m_lastGroupEvent, at});
    connected.set(at, connector.state == ConnectorState::Connected);
}

int DutyBook::offsetMinutes() const
{
    const auto &changes = m_rules.changes();
    return changes.isEmpty() ? WorkingHours{}.offset : changes.constLast().value.policy.hours.offset;
}

bool DutyBook::isPersonThere(const GroupId &group, qint64 at) const
{
    for (const auto &[user, presence] : m_presence.asKeyValueRange()) {
        const auto known = m_users.constFind(user);
        if (known != m_users.cend() && mayAnswer(*known, group)
            && presence.at(at, AgentStatus::Offline) == AgentStatus::Online)
            return true;
    }
    return false;
}

bool DutyBook::isBotThere(const GroupId &group, const Place &place, qint64 at) const
{
    const auto connected = m_connected.constFind(place.channel);
    if (connected == m_connected.cend() || !connected->at(at, false))
        return false;
    const auto rules = m_rules.at(at, {});
    Group info;
    info.id = group;
    info.mode = place.mode;
    info.tags = place.tags;
    return !rules.policy.stopped && modeFor(rules.policy, info) == BotMode::Auto;
}

QList<qint64> DutyBook::cuts(const GroupId &group, qint64 from, qint64 to) const
{
    QList<qint64> cuts{from};
    const auto shift = offsetMinutes() * 60000LL;
    for (auto at = from + hourMs - (from + shift) % hourMs; at < to; at += hourMs)
        cuts.append(at);
    addCuts(cuts, m_groups.value(group), from, to);
    addCuts(cuts, m_rules, from, to);
    for (const auto &connected : m_connected)
        addCuts(cuts, connected, from, to);
    for (const auto &presence : m_presence)
        addCuts(cuts, presence, from, to);
    for (const auto &[begin, end] : m_silences) {
        for (const auto at : {begin, end}) {
            if (at > from && at < to)
                cuts.append(at);
        }
    }
    std::ranges::sort(cuts);
    cuts.append(to);
    return cuts;
}

bool DutyBook::isSilent(qint64 at) const
{
    return std::ranges::any_of(m_silences, [&](const auto &silence) {
        return at >= silence.first && at < silence.second;
    });
}

Duty DutyBook::dutyAt(const GroupId &group, qint64 at) const
{
    const auto known = m_groups.constFind(group);
    if (known == m_groups.cend() || at < known->changes().constFirst().at || isSilent(at))
        return Duty::Nobody;
    if (isPersonThere(group, at))
        return Duty::Human;
    return isBotThere(group, known->at(at, {}), at) ? Duty::Bot : Duty::Nobody;
}

QList<DutySpan> DutyBook::spans(const GroupId &group, qint64 from, qint64 to) const
{
    const auto known = m_groups.constFind(group);
    if (known == m_groups.cend())
        return {};
    from = std::max(from, known->changes().constFirst().at);
    QList<DutySpan> spans;
    if (from >= to)
        return spans;
    const auto cuts = this->cuts(group, from, to);
    for (qsizetype i = 0; i + 1 < cuts.size(); ++i) {
        if (cuts.at(i) != cuts.at(i + 1))
            spans.append({cuts.at(i), cuts.at(i + 1), dutyAt(group, cuts.at(i))});
    }
    return spans;
}

} // namespace quntai
