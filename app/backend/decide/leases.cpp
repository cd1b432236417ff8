// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

bool isHeld(const Topic &topic, Instant now)
{
    return topic.lease && now <= topic.lease->until.plusSeconds(graceSeconds);
}

bool isWithPeople(const Topic &topic)
{
    return topic.lease || topic.state == TopicState::Leased || topic.state == TopicState::Escalated
        || topic.state == TopicState::Offered;
}

Error notHolder(const Topic &topic)
{
    if (!topic.lease)
        return {ErrorKind::NotHolder, u"nobody holds this topic; take it over first"_s,
                {{u"holder"_s, QString()}}};
    return {ErrorKind::NotHolder,
            u"%1 holds this topic; take it over to act in it"_s.arg(topic.lease->name),
            {{u"holder"_s, topic.lease->user.value},
             {u"name"_s, topic.lease->name},
             {u"lease"_s, topic.lease->fence}}};
}

Result<> checkHolder(const Topic &topic, const User &user, qint64 fence, Instant now)
{
    if (!isHeld(topic, now) || topic.lease->user != user.id || topic.lease->fence != fence)
        return std::unexpected(notHolder(topic));
    return {};
}

Result<> checkNotHeldByOther(const Topic &topic, const User &user, Instant now)
{
    if (isHeld(topic, now) && topic.lease->user != user.id)
        return std::unexpected(notHolder(topic));
    return {};
}

void askForPerson(Scene &scene, const Topic &topic, Reason reason, const QString &detail)
{
    if (topic.escalation)
        return;
    const auto threshold = scene.policyOf(topic.group).escalationThreshold;
    scene.add(topic, EscalationRaised{{{reason, threshold, detail}}, threshold, threshold,
                                      firstAnswerDue(scene, topic.group)});
}

Instant firstAnswerDue(const Scene &scene, const GroupId &group)
{
    const auto policy = scene.policyOf(group);
    return afterWorking(policy.hours, scene.now, policy.firstResponseSeconds);
}

void noteHumanTurn(Scene &scene, const Topic &topic)
{
    if (!topic.lease)
        return;
    scene.add(topic, LeaseRenewed{topic.lease->fence,
                                  std::max(topic.lease->until, scene.now.plusSeconds(leaseSeconds)),
                                  scene.now.plusSeconds(idleSeconds)});
}

QList<Draft> draftsOf(const State &state, const TopicId &topic)
{
    QList<Draft> drafts;
    for (const auto &draft : state.drafts) {
        if (draft.topic == topic)
            drafts.append(draft);
    }
    std::ranges::sort(drafts, {}, [](const Draft &draft) { return draft.id.value; });
    return drafts;
}

QList<Draft> reviewDrafts(const State &state, const TopicId &topic)
{
    auto drafts = draftsOf(state, topic);
    drafts.removeIf([](const Draft &draft) { return !draft.review; });
    return drafts;
}

void silenceBot(Scene &scene, const Topic &topic, const UserId &by, const QString &why)
{
    for (const auto &draft : reviewDrafts(scene.state, topic.id))
        scene.add(topic, DraftWithdrawn{draft.id, why, by});
    for (const auto &message : messagesOf(scene.group(topic.group), topic.id)) {
        if (message->author.kind == AuthorKind::Bot && message->delivery == Delivery::Queued)
            scene.add(topic, MessageRecalled{message->id, by});
    }
}

} // namespace quntai
