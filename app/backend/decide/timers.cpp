// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/timers.h"

#include "app/backend/decide/deadlines.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/satisfaction.h"
#include "models/domain/sla.h"

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

/** Every clock of the topic that ran out, or ran far enough for a warning. */
void takeSla(Scene &scene, const Topic &topic)
{
    const auto holder = topic.lease ? topic.lease->user : UserId{};
    for (const auto &clock : slaClocks(scene.state, topic)) {
        if (clock.state != SlaState::Breached && clock.dueAt <= scene.now)
            scene.add(topic, SlaBreached{clock.target, clock.dueAt, holder});
        else if (clock.state == SlaState::Running && clock.warnAt.isSet()
                 && clock.warnAt <= scene.now)
            scene.add(topic, SlaWarning{clock.target, clock.dueAt, holder});
    }
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
        scene.add(topic, LeaseMissed{topic.offer->user, topic.offer->name});
        break;
    case TimerKind::AnswerDue:
        waitedTooLong(scene, topic);
        break;
    case TimerKind::SnoozeEnd:
        scene.add(topic, TopicSnoozed{});
        break;
    case TimerKind::TouchDue:
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Untouched, {}});
        askForPerson(scene, topic, Reason::Agent, u"untouched by "_s + topic.lease->name);
        break;
    case TimerKind::SlaWarn:
    case TimerKind::SlaBreach:
        takeSla(scene, topic);
        break;
    case TimerKind::SolvedDue:
        askSolved(scene, topic);
        break;
    case TimerKind::PromiseDue:  // of a promise: its topic may be long gone
    case TimerKind::BudgetReady:
    case TimerKind::AlertCalm:  // of a group, not of a topic
    case TimerKind::FlowDue:  // of a group, not of a topic
        break;
    }
}

} // namespace quntai
