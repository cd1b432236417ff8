// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** The offer of another agent still stands. */
bool isOfferedToOther(const Topic &topic, const UserId &user, Instant now)
{
    return topic.state == TopicState::Offered && topic.offer && topic.offer->user != user
        && now <= topic.offer->until;
}

} // namespace

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
                                  scene.now.plusSeconds(idleSeconds)});
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
    scene.add(topic, LeaseEnded{release.lease, user.id, LeaseEnd::Released, {}});
    askForPerson(scene, topic, Reason::Agent, u"released by "_s + user.name);
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
