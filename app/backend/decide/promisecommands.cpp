// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/promises.h"
#include "models/domain/outcomes.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 farthestDays = 366;

Result<> checkPromise(const PutPromise &put, Instant now)
{
    if (put.text.simplified().isEmpty() || put.text.size() > Promise::textLimit)
        return badField(u"text"_s, u"say in 1 to %1 characters what was promised"_s.arg(
                                       Promise::textLimit));
    if (put.due.isSet() && put.due > now.plusSeconds(farthestDays * 24 * 3600))
        return badField(u"due"_s, u"a promise is due within a year"_s);
    return {};
}

std::unexpected<Error> noPromise()
{
    return failure(ErrorKind::NotFound, u"this promise does not exist (any more)"_s);
}

const Promise *promiseIn(const Scene &scene, const GroupId &group, const PromiseId &id)
{
    const auto found = scene.state.promises.constFind(id);
    return found == scene.state.promises.cend() || found->group != group ? nullptr : &*found;
}

/** Whom a text of ours in the topic speaks to. */
MemberId toldIn(const Scene &scene, const Message &message)
{
    if (!message.mentions.isEmpty())
        return message.mentions.first();
    const auto *topic = scene.topic(message.topic);
    return topic ? topic->asker : MemberId{};
}

} // namespace

Result<> Commander::run(const PutPromise &put)
{
    if (const auto fits = checkPromise(put, scene.now); !fits)
        return fits;
    if (put.promise.isEmpty())
        return note(put);
    const auto *known = promiseIn(scene, put.group, put.promise);
    if (!known)
        return noPromise();
    if (known->state != PromiseState::Open)
        return failure(ErrorKind::Conflict, u"this promise is settled; open it again first"_s);
    if (known->text != put.text.simplified() || known->due != put.due)
        scene.add(put.group, known->topic,
                  PromiseChanged{known->id, known->member, put.text.simplified(), put.due, user.id});
    return {};
}

Result<> Commander::note(const PutPromise &put)
{
    const auto found = message(put.group, put.message);
    if (!found)
        return std::unexpected(found.error());
    const auto &source = **found;
    if (source.topic.isEmpty() || source.internal
        || (isFromMember(source) && !isStaff(scene.group(put.group), source)))
        return badField(u"message"_s, u"a promise is in a message of ours that is of a topic"_s);
    if (openPromisesOf(scene.state, source.topic).size() >= Promise::mostOfTopic)
        return failure(ErrorKind::Conflict, u"%1 promises of this topic are open; settle some first"_s
                                                .arg(Promise::mostOfTopic));
    if (!hasRoomForPromise(scene.state))
        return failure(ErrorKind::Conflict, u"%1 promises are open; settle some first"_s
                                                .arg(Promise::most));
    const bool isAgent = source.author.kind == AuthorKind::Agent;
    scene.add(put.group, source.topic,
              PromiseMade{scene.mint.promise(), source.id, source.seq, toldIn(scene, source),
                          isAgent ? UserId{source.author.id} : user.id,
                          isAgent ? source.author.name : user.name, put.text.simplified(), put.due,
                          true});
    return {};
}

Result<> Commander::run(const SettlePromise &settle)
{
    const auto *known = promiseIn(scene, settle.group, settle.promise);
    if (!known)
        return noPromise();
    if (settle.note.size() > Promise::noteLimit)
        return badField(u"note"_s, u"at most %1 characters"_s.arg(Promise::noteLimit));
    if (known->state != settle.state || known->note != settle.note)
        scene.add(settle.group, known->topic,
                  PromiseSettled{known->id, known->member, settle.state, settle.note, user.id});
    return {};
}

Result<> Commander::run(const MarkSatisfaction &mark)
{
    const auto found = topic(mark.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    const auto stage = stageOf(topic, mark.member);
    if (!stage && !topic.askers.contains(mark.member))
        return badField(u"member"_s, u"they asked nothing in this topic"_s);
    const auto wanted = mark.solved ? AskerStage::Solved : AskerStage::Unsolved;
    if (stage == wanted)
        return {};
    if (!mark.solved && !isWithPeople(topic) && topic.state != TopicState::Merged)
        askForPerson(scene, topic, Reason::Unsolved, user.name);
    scene.add(topic, SatisfactionGiven{mark.member, mark.solved, SolvedHow::Marked, {}, user.id});
    return {};
}

} // namespace quntai
