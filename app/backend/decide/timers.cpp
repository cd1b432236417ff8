// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/timers.h"

#include "app/backend/decide/deadlines.h"
#include "app/backend/decide/leases.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

void expire(Scene &scene, const Topic &topic)
{
    scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Expired, {}});
    askForPerson(scene, topic, Reason::Agent, u"lease expired: "_s + topic.lease->name);
}

void waitedTooLong(Scene &scene, const Topic &topic)
{
    const auto threshold = scene.policyOf(topic.group).escalationThreshold;
    const auto waited = (scene.now.ms - topic.waitingSince.ms) / 1000;
    scene.add(topic, EscalationRaised{{{Reason::Waiting, threshold, u"%1 s"_s.arg(waited)}},
                                      threshold, threshold,
                                      firstAnswerDue(scene, topic.group)});
}

} // namespace

void takeTimer(Scene &scene, const Topic &topic, const TimerFired &timer)
{
    const auto deadline = deadlineOf(scene.state, topic);
    if (!deadline.at.isSet() || deadline.kind != timer.timer || deadline.at > scene.now)
        return;
    switch (timer.timer) {
    case TimerKind::LeaseExpiry:
        expire(scene, topic);
        break;
    case TimerKind::LeaseIdle:
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Idle, {}});
        break;
    case TimerKind::OfferExpiry:
        scene.add(topic, TopicStateChanged{TopicState::Escalated, u"offer missed"_s, {}, {}});
        break;
    case TimerKind::AnswerDue:
        waitedTooLong(scene, topic);
        break;
    case TimerKind::BudgetReady:
        break;
    }
}

} // namespace quntai
