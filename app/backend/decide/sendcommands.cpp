// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/attaching.h"
#include "app/backend/decide/budget.h"
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "app/backend/decide/discretion.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/teaching.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 recallSeconds = 120;

/** The newest member message of the topic that a platform wants answered by its handle. */
QString replyHandleFor(const Scene &scene, const Topic &topic, const MessageId &quote)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    QString newest;
    for (const auto &message : messages) {
        if (!isFromMember(*message) || message->replyHandle.isEmpty())
            continue;
        if (message->id == quote)
            return message->replyHandle;
        newest = message->replyHandle;
    }
    return newest;
}

MessageId newestQuestion(const Scene &scene, const Topic &topic)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        if (isFromMember(**at))
            return (*at)->id;
    }
    return {};
}

bool mayUndo(const User &user, const Message &message)
{
    if (user.role == Role::Supervisor || user.role == Role::Admin)
        return true;
    return message.author.kind == AuthorKind::Bot || message.author.id == user.id.value;
}

/** A text, or pictures and files without one. */
Result<> checkSent(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                   const QString &text, const QList<Attachment> &attachments)
{
    if (const auto fits = checkAttachments(scene, group, told, attachments); !fits)
        return fits;
    const bool pictureAlone = !attachments.isEmpty() && text.trimmed().isEmpty();
    return pictureAlone ? Result<>() : checkGroupText(scene, group, told, text);
}

/** Queues the text and what goes with it as the messages the platform makes of it. Only the first
 * quotes and calls people. */
void addParts(Scene &scene, const Topic &topic, MessageQueued queued,
              const QList<Attachment> &attachments)
{
    bool isFirst = true;
    for (const auto &part : partsFor(connectorKindOf(scene, topic.group), queued.text, attachments)) {
        if (!std::exchange(isFirst, false)) {
            queued.message = scene.mint.message();
            queued.quote = {};
            queued.mentions.clear();
            queued.warnings.clear();
        }
        queued.text = part.text;
        queued.attachments = part.attachments;
        queued.notBefore = earliestSend(scene, topic.group, queued);
        scene.add(topic, queued);
    }
}

/** What failed is looked at again as it stands: it was for the same people then. */
Result<> checkAgain(const Scene &scene, const Message &old)
{
    if (!old.privateTo.isEmpty())
        return checkPrivateText(scene, old.group, old.privateTo, old.text);
    const auto told = scene.topic(old.topic) ? toldIn(*scene.topic(old.topic), old.mentions)
                                             : old.mentions;
    if (const auto fits = checkAttachments(scene, old.group, told, old.attachments); !fits)
        return fits;
    const bool pictureAlone = !old.attachments.isEmpty() && old.text.isEmpty();
    return pictureAlone ? Result<>() : checkText(scene, old.text);
}

/** A colleague's unfinished words that just went out as they were are finished. */
void dropUsedDrafts(Scene &scene, const Topic &topic, const User &by, const QString &text)
{
    for (const auto &draft : draftsOf(scene.state, topic.id)) {
        const bool theirs = !draft.review && draft.author.kind == AuthorKind::Agent
            && draft.author.id != by.id.value;
        if (theirs && draft.text.trimmed() == text.trimmed())
            scene.add(topic, DraftWithdrawn{draft.id, u"used"_s, by.id});
    }
}

std::unexpected<Error> policyRefusal(const QString &rule, const QString &message)
{
    return failure(ErrorKind::Policy, message, {{u"rule"_s, rule}});
}

} // namespace

Result<> Commander::run(const SendMessage &send)
{
    const auto found = openTopic(send.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, send.lease, scene.now); !holds)
        return holds;
    const auto told = toldIn(topic, send.mention);
    const auto text = send.redact ? divided(scene, topic.group, told, send.text)
                                  : Divided{send.text, {}, {}};
    if (const auto fits = checkSent(scene, topic.group, told, text.shown, send.attachments); !fits)
        return fits;
    if (const auto fresh = checkFresh(scene, topic, send.basis, user.id); !fresh)
        return fresh;
    if (!send.quote.isEmpty()) {
        if (const auto quoted = message(topic.group, send.quote); !quoted)
            return std::unexpected(quoted.error());
    }
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = me();
    queued.text = text.shown;
    queued.mentions = send.mention;
    queued.quote = send.quote;
    queued.answers = send.quote.isEmpty() ? newestQuestion(scene, topic) : send.quote;
    queued.replyHandle = replyHandleFor(scene, topic, send.quote);
    queued.warnings = warningsOf(scene, text.shown);
    queued.command = command;
    addParts(scene, topic, queued, send.attachments);
    draftAside(scene, topic, me(), text.aside, told.value(0), queued);
    teachBySuggestion(scene, user, topic, queued.answers, send.entry);
    dropUsedDrafts(scene, topic, user, send.text);
    if (send.resolve)
        return run(ResolveTopic{send.topic, send.lease});
    noteHumanTurn(scene, topic);
    return {};
}

Result<> Commander::checkRecall(const Message &message) const
{
    if (isFromMember(message) || message.internal)
        return badField(u"message"_s, u"only texts of ours can be taken back"_s);
    if (!mayUndo(user, message))
        return failure(ErrorKind::Forbidden, u"a colleague wrote this; ask a supervisor"_s);
    const bool waits = message.delivery == Delivery::Queued;
    if (!waits && message.delivery != Delivery::Sent)
        return failure(ErrorKind::Conflict, u"there is nothing to take back"_s,
                       {{u"current"_s, QString::fromLatin1(wordOf(message.delivery))}});
    if (!waits && scene.now > message.at.plusSeconds(recallSeconds))
        return policyRefusal(u"recall_window"_s,
                             u"a message can be taken back for %1 s"_s.arg(recallSeconds));
    const auto channel = scene.group(message.group).info.channel;
    if (!waits && scene.state.connectors.value(channel).kind == u"wecom")
        return policyRefusal(u"recall_unsupported"_s,
                             u"this platform cannot take messages back"_s);
    return {};
}

Result<> Commander::run(const RecallMessage &recall)
{
    const auto found = message(recall.group, recall.message);
    if (!found)
        return std::unexpected(found.error());
    if (const auto may = checkRecall(**found); !may)
        return may;
    scene.add(recall.group, (*found)->topic, MessageRecalled{(*found)->id, user.id});
    return {};
}

/** The right answer goes to whoever got the wrong one, which goes away where that is possible: the
 * new one then answers the question, else it answers what was wrong, for all to see. */
Result<> Commander::publish(const Topic &topic, const Message &wrong, const Entry &entry)
{
    if (hasEnded(topic))
        return std::unexpected(openTopic(topic.id).error());
    if (const auto free = checkNotHeldByOther(topic, user, scene.now); !free)
        return free;
    const auto question = findMessage(scene.state, topic.group, wrong.answers);
    auto asker = question ? question->author
                          : Author{AuthorKind::Member, topic.asker.value, topic.askerName};
    const bool isForSeveral = !wrong.alsoAnswers->isEmpty();
    if (isForSeveral)
        asker.name = u"各位"_s;
    const auto filled = fillAnswer(scene.state, topic.group, asker, entry.answer,
                                   question ? ordersNamed(scene, *question, &topic) : QStringList{});
    if (!filled.missing.isEmpty())
        return badField(u"answer"_s, u"nobody can fill in {{%1}} for this customer"_s
                                         .arg(filled.missing.constFirst()));
    if (const auto fits = checkText(scene, filled.text); !fits)
        return fits;
    const bool goes = checkRecall(wrong).has_value();
    if (goes)
        scene.add(topic, MessageRecalled{wrong.id, user.id});
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = me();
    queued.text = filled.text;
    queued.mentions = isForSeveral ? wrong.mentions : QList{MemberId{asker.id}};
    queued.alsoAnswers = wrong.alsoAnswers;
    queued.quote = goes && question ? question->id : wrong.id;
    if (goes && !question)
        queued.quote = {};
    queued.answers = wrong.answers;
    queued.entry = entry.id;
    queued.entryVersion = entry.version;
    queued.replyHandle = replyHandleFor(scene, topic, wrong.answers);
    queued.notBefore = earliestSend(scene, topic.group, queued);
    queued.warnings = warningsOf(scene, filled.text);
    queued.command = command;
    scene.add(topic, queued);
    if (topic.lease)
        noteHumanTurn(scene, topic);
    return {};
}

Result<> Commander::run(const RetryMessage &retry)
{
    const auto found = message(retry.group, retry.message);
    if (!found)
        return std::unexpected(found.error());
    const auto &old = **found;
    const bool unknown = old.delivery == Delivery::Unknown;
    if ((!unknown && old.delivery != Delivery::Failed) || (retry.markSent && !unknown)
        || !old.retriedBy.isEmpty())
        return failure(ErrorKind::Conflict, u"this message needs no retry"_s,
                       {{u"current"_s, old.retriedBy.isEmpty()
                             ? QString::fromLatin1(wordOf(old.delivery)) : old.retriedBy->value}});
    if (const auto *topic = scene.topic(old.topic)) {
        if (const auto free = checkNotHeldByOther(*topic, user, scene.now); !free)
            return free;
    }
    if (retry.markSent) {
        scene.add(retry.group, old.topic, MessageSent{old.id, old.platformId});
        return {};
    }
    if (old.author.kind == AuthorKind::Bot && scene.state.policy.stopped)
        return policyRefusal(u"stopped"_s, u"the bot is stopped; no text of it may leave"_s);
    if (const auto fits = checkAgain(scene, old); !fits)
        return fits;
    auto queued = queuedAgain(scene, old);
    queued.notBefore = {};
    queued.notBefore = earliestSend(scene, retry.group, queued);
    queued.warnings = warningsOf(scene, old.text);
    queued.command = command;
    queued.retries = old.id;
    scene.add(retry.group, old.topic, queued);
    return {};
}

Result<> Commander::run(const PutDraft &put)
{
    const auto found = topic(put.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto mine = std::ranges::find_if(scene.state.drafts, [&](const Draft &draft) {
        return !draft.review && draft.topic == put.topic && draft.author.id == user.id.value;
    });
    const bool known = mine != scene.state.drafts.end();
    if (put.text.isEmpty()) {
        if (known)
            scene.add(**found, DraftWithdrawn{mine->id, u"emptied"_s, user.id});
        return {};
    }
    if (const auto fits = checkNote(put.text, u"text"_s); !fits)
        return fits;
    DraftMade made;
    made.draft = known ? mine->id : scene.mint.draft();
    made.author = me();
    made.text = put.text;
    scene.add(**found, made);
    return {};
}

} // namespace quntai
