// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSnooze = 30 * 24 * 3600;
constexpr qsizetype longestWhy = 200;

/** The offer of another agent still stands. */
bool isOfferedToOther(const Topic &topic, const UserId &user, Instant now)
{
    return topic.state == TopicState::Offered && topic.offer && topic.offer->user != user
        && now <= topic.offer->until;
}

Result<> checkWhy(const QString &why)
{
    if (why.size() <= longestWhy)
        return {};
    return badField(u"why"_s, u"a reason has at most %1 characters"_s.arg(longestWhy));
}

/** Somebody must have the skill, or nobody would ever be right. */
Result<> checkSkill(const State &state, const QString &skill)
{
    const auto has = [&](const User &one) { return !one.disabled && one.skills.contains(skill); };
    if (skill.isEmpty() || std::ranges::any_of(state.users, has))
        return {};
    return badField(u"skill"_s, u"nobody has this skill"_s);
}

} // namespace

/** Who accepts an offer has so long to do something; who takes a topic by themselves wants it. */
Instant Commander::touchBy(const Topic &topic) const
{
    const auto seconds = scene.state.policy.routing.touchSeconds;
    const bool accepts = topic.offer && topic.offer->user == user.id;
    return accepts && seconds > 0 ? scene.now.plusSeconds(seconds) : Instant{};
}

Result<> Commander::run(const ClaimTopic &claim)
{
    const auto found = topic(claim.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (topic.state == TopicState::Merged)
        return failure(ErrorKind::Conflict, u"the topic goes on in another one"_s,
                       {{u"current"_s, topic.into.value}});
    if (const auto free = checkNotHeldByOther(topic, user, scene.now); !free)
        return free;
    if (isOfferedToOther(topic, user.id, scene.now))
        return failure(ErrorKind::NotHolder, u"the topic is offered to %1"_s.arg(topic.offer->name),
                       {{u"holder"_s, topic.offer->user.value}, {u"name"_s, topic.offer->name}});
    if (topic.lease && topic.lease->user != user.id)
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Expired, {}});
    silenceBot(scene, topic, user.id, u"taken over"_s);
    scene.add(topic, LeaseGranted{user.id, user.name, topic.fence + 1,
                                  scene.now.plusSeconds(leaseSeconds),
                                  scene.now.plusSeconds(idleSeconds), touchBy(topic)});
    return {};
}

Result<> Commander::run(const RenewLease &renew)
{
    const auto found = topic(renew.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, renew.lease, scene.now); !holds)
        return holds;
    scene.add(topic, LeaseRenewed{renew.lease,
                                  std::max(topic.lease->until, scene.now.plusSeconds(leaseSeconds)),
                                  renew.active ? scene.now.plusSeconds(idleSeconds)
                                               : topic.lease->idleAt});
    return {};
}

Result<> Commander::run(const ReleaseTopic &release)
{
    const auto found = topic(release.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, release.lease, scene.now); !holds)
        return holds;
    if (!release.note.isEmpty()) {
        if (const auto fits = checkNote(release.note, u"note"_s); !fits)
            return fits;
    }
    if (const auto has = checkSkill(scene.state, release.skill); !has)
        return has;
    scene.add(topic, LeaseEnded{release.lease, user.id, LeaseEnd::Released, release.note,
                                release.skill});
    askForPerson(scene, topic, Reason::Agent, u"released by "_s + user.name);
    return {};
}

Result<> Commander::run(const SnoozeTopic &snooze)
{
    const auto found = openTopic(snooze.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto may = topic.lease || snooze.lease != 0
            ? checkHolder(topic, user, snooze.lease, scene.now)
            : Result<>{}; !may)
        return may;
    if (const auto fits = checkWhy(snooze.why); !fits)
        return fits;
    const bool wakes = !snooze.until.isSet();
    if (wakes ? !topic.snoozedUntil.isSet() : !isWithPeople(topic))
        return failure(ErrorKind::Conflict,
                       wakes ? u"the topic is not snoozed"_s : u"the bot serves this topic"_s,
                       {{u"current"_s, topic.version}});
    if (!wakes && (snooze.until <= scene.now || snooze.until > scene.now.plusSeconds(mostSnooze)))
        return badField(u"until"_s, u"a topic is put off by at most 30 days"_s);
    if (topic.lease)
        scene.add(topic, LeaseEnded{snooze.lease, user.id, LeaseEnd::Snoozed, {}, {}});
    askForPerson(scene, topic, Reason::Agent, u"snoozed by "_s + user.name);
    scene.add(topic, TopicSnoozed{snooze.until, snooze.why, user.id});
    return {};
}

Result<> Commander::run(const HoldTopic &hold)
{
    const auto found = topic(hold.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, hold.lease, scene.now); !holds)
        return holds;
    if (const auto fits = checkWhy(hold.why); !fits)
        return fits;
    scene.add(topic, TopicOnHold{hold.on, hold.why, user.id});
    noteHumanTurn(scene, topic);
    return {};
}

Result<> Commander::run(const HandBackTopic &handBack)
{
    const auto found = topic(handBack.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, handBack.lease, scene.now); !holds)
        return holds;
    if (!handBack.summary.isEmpty()) {
        if (const auto fits = checkNote(handBack.summary, u"summary"_s); !fits)
            return fits;
    }
    scene.add(topic, LeaseEnded{handBack.lease, user.id, LeaseEnd::HandedBack, handBack.summary});
    return {};
}

Result<> Commander::offer(const Topic &topic, const UserId &to, const QString &note)
{
    askForPerson(scene, topic, Reason::Agent, note.left(80));
    scene.add(topic, LeaseOffered{to, scene.state.users.value(to).name,
                                  scene.now.plusSeconds(offerSeconds), user.id, note});
    return {};
}

Result<> Commander::run(const TransferTopic &transfer)
{
    const auto found = topic(transfer.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, transfer.lease, scene.now); !holds)
        return holds;
    if (const auto note = checkNote(transfer.note, u"note"_s); !note)
        return note;
    if (transfer.to == user.id)
        return badField(u"to"_s, u"you hold this topic already"_s);
    if (const auto known = checkColleague(transfer.to); !known)
        return known;
    scene.add(topic, LeaseEnded{transfer.lease, user.id, LeaseEnd::Transferred, {}});
    return offer(topic, transfer.to, transfer.note);
}

Result<> Commander::run(const ReassignTopic &reassign)
{
    const auto found = openTopic(reassign.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto note = checkNote(reassign.note, u"note"_s); !note)
        return note;
    if (const auto known = checkColleague(reassign.to); !known)
        return known;
    if (topic.lease && topic.lease->user == reassign.to)
        return badField(u"to"_s, u"this colleague holds the topic already"_s);
    silenceBot(scene, topic, user.id, u"reassigned"_s);
    if (topic.lease)
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Forced, {}});
    return offer(topic, reassign.to, reassign.note);
}

Result<> Commander::run(const ForceState &force)
{
    const auto found = openTopic(force.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto why = checkNote(force.why, u"why"_s); !why)
        return why;
    const bool allowed = force.state == TopicState::Bot || force.state == TopicState::Escalated
        || force.state == TopicState::Resolved;
    if (!allowed)
        return badField(u"state"_s, u"a topic can be forced to bot, escalated or resolved"_s);
    if (topic.lease)
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Forced, {}});
    if (force.state != TopicState::Bot)
        silenceBot(scene, topic, user.id, u"forced"_s);
    if (force.state == TopicState::Escalated) {
        askForPerson(scene, topic, Reason::Agent, force.why.left(80));
        scene.add(topic, TopicStateChanged{TopicState::Escalated, force.why, user.id, {}});
        return {};
    }
    if (topic.escalation)
        scene.add(topic, EscalationCleared{force.why});
    scene.add(topic, TopicStateChanged{force.state, force.why, user.id, {}});
    return {};
}

} // namespace quntai
