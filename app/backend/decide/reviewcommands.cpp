// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/budget.h"
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/leases.h"

namespace quntai {

using namespace Qt::StringLiterals;

Result<const Draft *> Commander::reviewDraft(const DraftId &id, const TopicId &topic) const
{
    const auto found = scene.state.drafts.constFind(id);
    if (found == scene.state.drafts.cend() || !found->review || found->topic != topic)
        return failure(ErrorKind::NotFound, u"the draft was dealt with already"_s,
                       {{u"draft"_s, id.value}});
    return &*found;
}

Result<> Commander::sendDraft(const Draft &draft, qint64 basis, const QString &text)
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
    if (const auto fits = checkText(scene, text); !fits)
        return fits;
    if (const auto fresh = checkFresh(scene, topic, basis, user.id); !fresh)
        return fresh;
    const auto asked = findMessage(scene.state, topic.group, draft.answers);
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = draft.author;
    queued.text = labelled(scene.state.policy, text);
    queued.mentions = draft.mentions;
    queued.answers = draft.answers;
    queued.entry = draft.entry;
    queued.entryVersion = draft.entryVersion;
    queued.ai = true;
    queued.replyHandle = asked ? asked->replyHandle : QString();
    queued.notBefore = earliestSend(scene, topic.group);
    queued.draft = draft.id;
    queued.command = command;
    scene.add(topic, queued);
    return {};
}

Result<> Commander::run(const ApproveDraft &approve)
{
    const auto found = reviewDraft(approve.draft, approve.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &draft = **found;
    if (const auto sent = sendDraft(draft, approve.basis, draft.text); !sent)
        return sent;
    const auto &topic = *scene.topic(draft.topic);
    scene.add(topic, DraftWithdrawn{draft.id, u"approved"_s, user.id});
    if (!isWithPeople(topic) && reviewDrafts(scene.state, topic.id).size() == 1)
        scene.add(topic, TopicStateChanged{TopicState::WaitingCustomer, u"answered"_s, user.id, {}});
    return {};
}

Result<> Commander::run(const EditDraft &edit)
{
    const auto found = reviewDraft(edit.draft, edit.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &draft = **found;
    if (const auto sent = sendDraft(draft, edit.basis, edit.text); !sent)
        return sent;
    const auto &topic = *scene.topic(draft.topic);
    scene.add(topic, DraftWithdrawn{draft.id, u"edited"_s, user.id});
    if (!isWithPeople(topic) && reviewDrafts(scene.state, topic.id).size() == 1)
        scene.add(topic, TopicStateChanged{TopicState::WaitingCustomer, u"answered"_s, user.id, {}});
    return {};
}

Result<> Commander::run(const RejectDraft &reject)
{
    const auto found = reviewDraft(reject.draft, reject.topic);
    if (!found)
        return std::unexpected(found.error());
    if (const auto reason = checkNote(reject.reason, u"reason"_s); !reason)
        return reason;
    const auto topic = this->topic(reject.topic);
    if (!topic)
        return std::unexpected(topic.error());
    scene.add(**topic, DraftWithdrawn{reject.draft, reject.reason, user.id});
    return {};
}

} // namespace quntai
