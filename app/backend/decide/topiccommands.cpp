// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/linklearning.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleLimit = 80;
constexpr qsizetype movedAtOnce = 500;

/** Those of the messages that were the topic's. */
QList<MessageId> ownedBy(const Scene &scene, const Topic &topic, const QList<MessageId> &messages)
{
    auto own = messages;
    own.removeIf([&](const MessageId &id) {
        const auto message = findMessage(scene.state, topic.group, id);
        return !message || message->topic != topic.id;
    });
    return own;
}

/** Who needed a person in the one topic needs one in the other. */
void carryEscalation(Scene &scene, const Topic &from, const Topic &into)
{
    if (!from.escalation || into.escalation || isHeld(into, scene.now))
        return;
    const auto &owed = *from.escalation;
    scene.add(into, EscalationRaised{owed.reasons, owed.score, owed.threshold, owed.dueAt});
}

/** A topic all of whose messages moved on is merged into where they went. */
bool isEmptied(const Scene &scene, const Topic &topic, const QList<MessageId> &moved)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    const auto stays = [&](const MessagePtr &message) { return !moved.contains(message->id); };
    return !std::ranges::any_of(messages, stays) && topic.messageCount <= messages.size();
}

} // namespace

Result<> Commander::run(const ResolveTopic &resolve)
{
    const auto found = openTopic(resolve.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (isHeld(topic, scene.now)) {
        if (const auto holds = checkHolder(topic, user, resolve.lease, scene.now); !holds)
            return holds;
    }
    silenceBot(scene, topic, user.id, u"resolved"_s);
    if (topic.lease)
        scene.add(topic, LeaseEnded{topic.lease->fence, topic.lease->user, LeaseEnd::Resolved, {}});
    scene.add(topic, TopicStateChanged{TopicState::Resolved, u"resolved"_s, user.id, {}});
    return {};
}

Result<> Commander::run(const ReopenTopic &reopen)
{
    const auto found = topic(reopen.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (!hasEnded(topic) || topic.state == TopicState::Merged)
        return failure(ErrorKind::Conflict, u"only a topic that has ended can be reopened"_s,
                       {{u"current"_s, QString::fromLatin1(wordOf(topic.state))}});
    scene.add(topic, TopicStateChanged{TopicState::Bot, u"reopened"_s, user.id, {}});
    return {};
}

Result<> Commander::run(const RelinkMessages &relink)
{
    const auto found = openTopic(relink.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &into = **found;
    if (relink.messages.isEmpty() || relink.messages.size() > movedAtOnce)
        return badField(u"messages"_s, u"name 1 to %1 messages"_s.arg(movedAtOnce));
    QList<TopicId> left;
    for (const auto &id : relink.messages) {
        const auto moved = message(into.group, id);
        if (!moved)
            return std::unexpected(moved.error());
        const auto *from = scene.topic((*moved)->topic);
        if (!from || from->id == into.id || left.contains(from->id))
            continue;
        if (const auto free = checkNotHeldByOther(*from, user, scene.now); !free)
            return free;
        left.append(from->id);
    }
    if (const auto free = checkNotHeldByOther(into, user, scene.now); !free)
        return free;
    scene.add(into, TopicLinked{relink.messages, LinkRule::Human, 1000, {}, 0, user.id,
                                linkLessonsOf(scene, into.group, relink.messages, into.id)});
    for (const auto &id : std::as_const(left)) {
        const auto &from = *scene.topic(id);
        if (hasEnded(from) || !isEmptied(scene, from, relink.messages))
            continue;
        silenceBot(scene, from, user.id, u"merged"_s);
        if (from.lease)
            scene.add(from, LeaseEnded{from.lease->fence, from.lease->user, LeaseEnd::Resolved, {}});
        carryEscalation(scene, from, into);
        scene.add(from, TopicStateChanged{TopicState::Merged, u"merged"_s, user.id, into.id,
                                          ownedBy(scene, from, relink.messages)});
    }
    return {};
}

Result<> Commander::run(const SplitTopic &split)
{
    const auto found = topic(split.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &from = **found;
    if (const auto free = checkNotHeldByOther(from, user, scene.now); !free)
        return free;
    const auto first = message(from.group, split.message);
    if (!first)
        return std::unexpected(first.error());
    if ((*first)->topic != from.id || !isFromMember(**first))
        return badField(u"message"_s, u"a topic starts with a member's message of the old topic"_s);
    if (split.title.size() > titleLimit)
        return badField(u"title"_s, u"at most %1 characters"_s.arg(titleLimit));
    QList<MessageId> moved;
    for (const auto &each : messagesOf(scene.group(from.group), from.id)) {
        if (each->seq >= (*first)->seq)
            moved.append(each->id);
    }
    if (moved.size() >= from.messageCount)
        return badField(u"message"_s, u"nothing would stay in the old topic"_s);
    const auto words = wordsOf(**first).simplified();
    Topic made;
    made.id = scene.mint.topic();
    made.group = from.group;
    const auto title = split.title.trimmed().isEmpty() ? words.left(24) : split.title.trimmed();
    scene.add(made, TopicOpened{title.isEmpty() ? u"…"_s : title, {(*first)->author.id},
                                (*first)->author.name, (*first)->id, from.id});
    scene.add(made, TopicLinked{moved, LinkRule::Human, 1000, {}, 0, user.id,
                                linkLessonsOf(scene, made.group, moved, made.id)});
    scene.add(made, TopicStateChanged{TopicState::Bot, u"split"_s, user.id, {}});
    return {};
}

Result<> Commander::run(const MergeTopics &merge)
{
    const auto source = openTopic(merge.topic);
    if (!source)
        return std::unexpected(source.error());
    const auto target = openTopic(merge.into);
    if (!target)
        return std::unexpected(target.error());
    const auto &from = **source;
    const auto &into = **target;
    if (from.id == into.id || from.group != into.group)
        return badField(u"into"_s, u"name another topic of the same group"_s);
    for (const auto *each : {&from, &into}) {
        if (const auto free = checkNotHeldByOther(*each, user, scene.now); !free)
            return free;
    }
    QList<MessageId> moved;
    for (const auto &message : messagesOf(scene.group(from.group), from.id))
        moved.append(message->id);
    silenceBot(scene, from, user.id, u"merged"_s);
    if (!moved.isEmpty())
        scene.add(into, TopicLinked{moved, LinkRule::Human, 1000, {}, 0, user.id,
                                    linkLessonsOf(scene, into.group, moved, into.id)});
    if (from.lease)
        scene.add(from, LeaseEnded{from.lease->fence, from.lease->user, LeaseEnd::Resolved, {}});
    carryEscalation(scene, from, into);
    scene.add(from, TopicStateChanged{TopicState::Merged, u"merged"_s, user.id, into.id, moved});
    return {};
}

Result<> Commander::run(const UnmergeTopic &unmerge)
{
    const auto found = topic(unmerge.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (topic.state != TopicState::Merged)
        return failure(ErrorKind::Conflict, u"only a merged topic can go on by itself again"_s,
                       {{u"current"_s, QString::fromLatin1(wordOf(topic.state))}});
    const auto *into = scene.topic(topic.into);
    if (into) {
        if (const auto free = checkNotHeldByOther(*into, user, scene.now); !free)
            return free;
    }
    // What was moved on since then stays where it is.
    auto back = topic.moved;
    back.removeIf([&](const MessageId &id) {
        const auto message = findMessage(scene.state, topic.group, id);
        return !message || message->topic != topic.into;
    });
    if (back.isEmpty())
        return failure(ErrorKind::Conflict, u"none of its messages is at hand any more"_s);
    scene.add(topic, TopicStateChanged{TopicState::Bot, u"unmerged"_s, user.id, {}});
    scene.add(topic, TopicLinked{back, LinkRule::Human, 1000, {}, 0, user.id});
    if (topic.owed) {
        const auto &owed = *topic.owed;
        scene.add(topic, EscalationRaised{owed.reasons, owed.score, owed.threshold, owed.dueAt});
    }
    return {};
}

Result<> Commander::run(const UnlinkMessages &unlink)
{
    const auto found = openTopic(unlink.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &from = **found;
    if (unlink.messages.isEmpty() || unlink.messages.size() > movedAtOnce)
        return badField(u"messages"_s, u"name 1 to %1 messages"_s.arg(movedAtOnce));
    if (const auto free = checkNotHeldByOther(from, user, scene.now); !free)
        return free;
    for (const auto &id : unlink.messages) {
        const auto each = message(from.group, id);
        if (!each)
            return std::unexpected(each.error());
        if ((*each)->topic != from.id || !isFromMember(**each))
            return badField(u"messages"_s, u"only what members wrote in this topic is chatter"_s);
    }
    if (isEmptied(scene, from, unlink.messages))
        return badField(u"messages"_s, u"nothing would stay in the topic"_s);
    scene.add(from, TopicUnlinked{unlink.messages, user.id});
    return {};
}

Result<> Commander::run(const AddNote &note)
{
    const auto found = topic(note.topic);
    if (!found)
        return std::unexpected(found.error());
    if (const auto fits = checkNote(note.text, u"text"_s); !fits)
        return fits;
    scene.add(**found, NoteAdded{scene.mint.message(), me(), note.text, {}});
    return {};
}

Result<> Commander::run(const TickStep &tick)
{
    const auto found = openTopic(tick.topic);
    if (!found)
        return std::unexpected(found.error());
    if (const auto free = checkNotHeldByOther(**found, user, scene.now); !free)
        return free;
    const auto entry = scene.state.entries.value(tick.entry);
    if (!entry.steps.contains(tick.step))
        return failure(ErrorKind::NotFound, u"the entry has no such step (any more)"_s,
                       {{u"entry"_s, tick.entry.value}});
    scene.add(**found, StepTicked{tick.entry, tick.step, tick.done, user.id, user.name});
    return {};
}

Result<> Commander::run(const Whisper &whisper)
{
    const auto found = topic(whisper.topic);
    if (!found)
        return std::unexpected(found.error());
    if (const auto fits = checkNote(whisper.text, u"text"_s); !fits)
        return fits;
    if (!isHeld(**found, scene.now))
        return std::unexpected(notHolder(**found));
    scene.add(**found, NoteAdded{scene.mint.message(), me(), whisper.text, (*found)->lease->user});
    if ((*found)->help && (*found)->help->by != user.id)
        endAsking(**found, HelpEnd::Answered);
    return {};
}

} // namespace quntai
