// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/leases.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool supervises(const User &user)
{
    return user.role == Role::Supervisor || user.role == Role::Admin;
}

bool seesGroup(const User &user, const GroupId &group)
{
    return user.role == Role::Admin || user.groups.isEmpty() || user.groups.contains(group);
}

bool mayBeAsked(const User &user, const UserId &asker, const GroupId &group)
{
    return !user.disabled && user.id != asker && supervises(user) && seesGroup(user, group);
}

Result<> checkWords(const QString &words, const QString &field)
{
    if (words.size() <= HelpRequest::longest)
        return {};
    return badField(field, u"%1 has at most %2 characters"_s.arg(field).arg(HelpRequest::longest));
}

std::unexpected<Error> notThere(const QString &words)
{
    return failure(ErrorKind::Conflict, words);
}

/** Somebody must be there to answer: the one who is meant, or any supervisor of the group. */
Result<> checkAsked(const State &state, const UserId &to, const UserId &asker, const GroupId &group)
{
    if (to.isEmpty()) {
        const auto may = [&](const User &one) { return mayBeAsked(one, asker, group); };
        return std::ranges::any_of(state.users, may)
            ? Result<>{} : notThere(u"there is no supervisor of this group to ask"_s);
    }
    if (mayBeAsked(state.users.value(to), asker, group))
        return {};
    return badField(u"to"_s, u"this colleague is no supervisor of the group"_s);
}

} // namespace

void Commander::endAsking(const Topic &topic, HelpEnd why)
{
    scene.add(topic, HelpEnded{why, user.id, user.name});
}

Result<> Commander::run(const AskSupervisor &ask)
{
    const auto found = openTopic(ask.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, ask.lease, scene.now); !holds)
        return holds;
    const auto question = ask.question.simplified();
    if (question.isEmpty())
        return badField(u"question"_s, u"question is empty"_s);
    if (const auto fits = checkWords(question, u"question"_s); !fits)
        return fits;
    if (const auto asked = checkAsked(scene.state, ask.to, user.id, topic.group); !asked)
        return asked;
    scene.add(topic, HelpAsked{user.id, user.name, ask.to, scene.state.users.value(ask.to).name,
                               question});
    noteHumanTurn(scene, topic);
    return {};
}

Result<> Commander::run(const EndAsking &end)
{
    const auto found = topic(end.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (!topic.help)
        return notThere(u"nothing is asked in this topic (any more)"_s);
    const bool mine = topic.help->by == user.id;
    if (!mine && !supervises(user))
        return failure(ErrorKind::Forbidden, u"only who asked, or a supervisor, ends this"_s);
    endAsking(topic, mine ? HelpEnd::Withdrawn : HelpEnd::Answered);
    return {};
}

/** A colleague who works with topics and sees the group. */
Result<> Commander::checkMayHelp(const Topic &topic, const UserId &id) const
{
    if (const auto known = checkColleague(id); !known)
        return known;
    const auto &colleague = *scene.state.users.constFind(id);
    if (colleague.role == Role::Editor || !seesGroup(colleague, topic.group))
        return badField(u"user"_s, u"this colleague does not work in the group"_s);
    return {};
}

Result<> Commander::invite(const Topic &topic, const UserId &id, const QString &note)
{
    if (guestOf(topic, id))
        return {};
    if (topic.guests.size() >= Guest::most)
        return notThere(u"%1 colleagues are invited already"_s.arg(Guest::most));
    scene.add(topic, GuestChanged{id, scene.state.users.value(id).name, GuestState::Invited,
                                  user.id, user.name, note});
    return {};
}

Result<> Commander::run(const InviteColleague &invited)
{
    const auto found = openTopic(invited.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto holds = checkHolder(topic, user, invited.lease, scene.now); !holds)
        return holds;
    const auto note = invited.note.simplified();
    if (const auto fits = checkWords(note, u"note"_s); !fits)
        return fits;
    if (invited.user == user.id)
        return badField(u"user"_s, u"you hold this topic already"_s);
    if (const auto may = checkMayHelp(topic, invited.user); !may)
        return may;
    if (const auto done = invite(topic, invited.user, note); !done)
        return done;
    noteHumanTurn(scene, topic);
    return {};
}

/** A guest says no or goes; the holder may let anybody go. */
Result<> Commander::letGo(const Topic &topic, const UserId &id, GuestState state)
{
    const auto *guest = guestOf(topic, id);
    if (!guest)
        return notThere(u"this colleague is no guest of the topic (any more)"_s);
    const bool holds = topic.lease && topic.lease->user == user.id;
    if (id != user.id && !holds)
        return failure(ErrorKind::Forbidden, u"only who holds the topic lets a guest go"_s);
    scene.add(topic, GuestChanged{id, guest->name, state, user.id, user.name, {}});
    return {};
}

Result<> Commander::run(const AttendTopic &attend)
{
    const auto found = openTopic(attend.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    const auto who = attend.user.isEmpty() ? user.id : attend.user;
    if (attend.state == GuestState::Declined || attend.state == GuestState::Left)
        return letGo(topic, who, attend.state);
    if (attend.state == GuestState::Invited || who != user.id)
        return badField(u"state"_s, u"colleagues come by themselves"_s);
    if (!isHeld(topic, scene.now))
        return notThere(u"nobody holds this topic (any more)"_s);
    if (topic.lease->user == user.id)
        return badField(u"topic"_s, u"you hold this topic yourself"_s);
    if (isGuest(topic, user.id))
        return {};
    if (!guestOf(topic, user.id) && !supervises(user))
        return failure(ErrorKind::Forbidden, u"you are not invited to this topic"_s);
    scene.add(topic, GuestChanged{user.id, user.name, GuestState::Joined, user.id, user.name, {}});
    if (topic.help && supervises(user))
        endAsking(topic, HelpEnd::Answered);
    return {};
}

Result<> Commander::run(const GuestWhisper &whisper)
{
    const auto found = topic(whisper.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto fits = checkNote(whisper.text, u"text"_s); !fits)
        return fits;
    if (!isHeld(topic, scene.now))
        return std::unexpected(notHolder(topic));
    if (!isGuest(topic, user.id))
        return failure(ErrorKind::Forbidden, u"you are no guest of this topic"_s);
    scene.add(topic, NoteAdded{scene.mint.message(), me(), whisper.text, topic.lease->user});
    return {};
}

} // namespace quntai
