// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/budget.h"
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/discretion.h"
#include "app/backend/decide/leases.h"
#include "models/domain/waiting.h"
#include "app/backend/decide/teaching.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool isLastDraft(const Scene &scene, const Topic &topic)
{
    return reviewDrafts(scene.state, topic.id).size() == 1;
}

/** A person was fetched for nothing but the time the draft lay here. */
bool onlyWaited(const Topic &topic)
{
    return topic.state == TopicState::Escalated && topic.escalation && !topic.lease
        && std::ranges::all_of(topic.escalation->reasons, [](const ReasonPart &part) {
               return part.reason == Reason::Waiting;
           });
}

/** The last draft of the topic is dealt with: it is the customer's turn, unless somebody else there
 * was not answered. */
void handToCustomer(Scene &scene, const Topic &topic, const Draft &draft, const QString &why,
                    const UserId &by)
{
    if (!draft.mentions.isEmpty() && !stillWaiting(topic, draft.mentions).isEmpty())
        return;
    if (!isLastDraft(scene, topic) || (isWithPeople(topic) && !onlyWaited(topic)))
        return;
    if (topic.escalation)
        scene.add(topic, EscalationCleared{why});
    scene.add(topic, TopicStateChanged{TopicState::WaitingCustomer, why, by, {}});
}

} // namespace

Result<const Draft *> Commander::reviewDraft(const DraftId &id, const TopicId &topic) const
{
    const auto found = scene.state.drafts.constFind(id);
    if (found == scene.state.drafts.cend() || !found->review || found->topic != topic)
        return failure(ErrorKind::NotFound, u"the draft was dealt with already"_s,
                       {{u"draft"_s, id.value}});
    return &*found;
}

/** Refuses where a text for the topic may not leave, or would be blind. */
Result<> Commander::checkDraft(const Draft &draft, qint64 basis, const QString &text) const
{
    const auto found = openTopic(draft.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto free = checkNotHeldByOther(topic, user, scene.now); !free)
        return free;
    if (scene.state.policy.stopped)
        return failure(ErrorKind::Policy, u"the bot is stopped; no text of it may leave"_s,
                       {{u"rule"_s, u"stopped"_s}});
    const auto fits = draft.privateTo.isEmpty()
        ? checkGroupText(scene, topic.group, toldIn(topic, draft.mentions), text)
        : checkPrivateText(scene, topic.group, draft.privateTo, text);
    if (!fits)
        return fits;
    return checkFresh(scene, topic, basis, user.id);
}

void Commander::sendDraft(const Draft &draft, const QString &text)
{
    const auto &topic = *scene.topic(draft.topic);
    const auto asked = findMessage(scene.state, topic.group, draft.answers);
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = {AuthorKind::Bot, {}, botName(scene, topic.group)};
    queued.text = labelled(scene.policyOf(topic.group), text);
    queued.mentions = draft.mentions;
    queued.answers = draft.answers;
    queued.alsoAnswers = draft.alsoAnswers;
    queued.entry = draft.entry;
    queued.entryVersion = draft.entryVersion;
    queued.ai = true;
    queued.privateTo = draft.privateTo;
    // A reply goes where the question was asked: into the group.
    if (asked && draft.privateTo.isEmpty())
        queued.replyHandle = asked->replyHandle;
    queued.notBefore = earliestSend(scene, topic.group, queued);
    queued.warnings = warningsOf(scene, text);
    queued.draft = draft.id;
    queued.command = command;
    scene.add(topic, queued);
}

void Commander::endDraft(const Draft &draft, DraftEnd outcome, const QString &why,
                         const QString &text)
{
    DraftWithdrawn ended{draft.id, why, user.id, outcome, user.name};
    if (outcome == DraftEnd::Edited || outcome == DraftEnd::Proposed) {
        ended.before = draft.before.isEmpty() ? draft.text : draft.before;
        ended.text = text;
    }
    scene.add(*scene.topic(draft.topic), ended);
}

Result<> Commander::run(const ApproveDraft &approve)
{
    const auto found = reviewDraft(approve.draft, approve.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &draft = **found;
    if (const auto may = checkDraft(draft, approve.basis, draft.text); !may)
        return may;
    const auto &topic = *scene.topic(draft.topic);
    const bool second = scene.policyOf(topic.group).secondReviewer;
    if (second && draft.author.kind == AuthorKind::Agent && draft.author.id == user.id.value)
        return failure(ErrorKind::Policy, u"you changed this draft; another person decides on it"_s,
                       {{u"rule"_s, u"second_reviewer"_s}});
    sendDraft(draft, draft.text);
    endDraft(draft, DraftEnd::Approved, u"approved"_s, {});
    teachByDraft(scene, user, draft, true);
    handToCustomer(scene, topic, draft, u"answered"_s, user.id);
    return {};
}

Result<> Commander::run(const EditDraft &edit)
{
    const auto found = reviewDraft(edit.draft, edit.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &draft = **found;
    if (const auto may = checkDraft(draft, edit.basis, edit.text); !may)
        return may;
    const auto &topic = *scene.topic(draft.topic);
    const bool second = scene.policyOf(topic.group).secondReviewer;
    if (!second) {
        sendDraft(draft, edit.text);
        endDraft(draft, DraftEnd::Edited, u"edited"_s, edit.text);
        handToCustomer(scene, topic, draft, u"answered"_s, user.id);
        return {};
    }
    endDraft(draft, DraftEnd::Proposed, u"a second person decides"_s, edit.text);
    DraftMade again{scene.mint.draft(), me(), edit.text, draft.answers, draft.entry,
                    draft.entryVersion, draft.mentions, draft.reason, true};
    again.privateTo = draft.privateTo;
    again.alsoAnswers = draft.alsoAnswers;
    again.before = draft.before.isEmpty() ? draft.text : draft.before;
    scene.add(topic, again);
    return {};
}

Result<> Commander::run(const RejectDraft &reject)
{
    const auto found = reviewDraft(reject.draft, reject.topic);
    if (!found)
        return std::unexpected(found.error());
    if (const auto reason = checkNote(reject.reason, u"reason"_s); !reason)
        return reason;
    const auto known = topic(reject.topic);
    if (!known)
        return std::unexpected(known.error());
    const auto &topic = **known;
    endDraft(**found, DraftEnd::Rejected, reject.reason, {});
    if (!reject.noReply)
        teachByDraft(scene, user, **found, false);
    const bool owesNothing = !(*found)->privateTo.isEmpty() && !topic.waitingSince.isSet();
    if (reject.noReply || owesNothing)
        handToCustomer(scene, topic, **found, u"no answer is owed"_s, user.id);
    else if (topic.waitingSince.isSet() && !isWithPeople(topic))
        askForPerson(scene, topic, Reason::Rejected, reject.reason.left(80));
    return {};
}

} // namespace quntai
