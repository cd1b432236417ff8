// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QList>
#include <QString>

namespace quntai {

// Whether a matter is settled for each of those who asked: they say so themselves, unasked or
// because the bot asked "solved?", or a colleague marks it.

/** How far one asker of a topic has come. Asking: we owe them an answer. */
enum class AskerStage { Asking, Answered, Solved, Unsolved };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<AskerStage>{
    "asking", "answered", "solved", "unsolved"};

/** How it became known that a matter is settled for somebody, or is not. */
enum class SolvedHow {
    Said,    //!< in their own words, unasked
    Asked,   //!< answering the bot's "solved?"
    Marked,  //!< a colleague says so
};
template <>
inline constexpr std::array<std::string_view, 3> enumWords<SolvedHow>{"said", "asked", "marked"};

/** What became of one asker of a topic after they were answered. */
struct AskerOutcome
{
    MemberId member;
    AskerStage stage = AskerStage::Answered;  //!< never Asking: Topic::waiting tells that
    Instant at;         //!< since when it is so
    MessageId message;  //!< the answer, or their word; empty: a colleague marked it
    AuthorKind by = AuthorKind::Member;  //!< who answered last; a member: a peer, or nobody
    Instant askedAt;    //!< when the bot asked them "solved?"; unset: it has not
    MessageId asked;    //!< with what

    bool operator==(const AskerOutcome &) const = default;
    static constexpr auto fields()
    {
        using A = AskerOutcome;
        return FieldList{required("member", &A::member), required("stage", &A::stage),
                          required("at", &A::at), optional("message", &A::message),
                          optional("by", &A::by), optional("askedAt", &A::askedAt),
                          optional("asked", &A::asked)};
    }
};

/** The bot asks members of the event's topic whether it is settled for them: once each. */
struct SatisfactionAsked
{
    static constexpr std::string_view type = "satisfaction.asked";
    MessageId message;        //!< the text that asks
    QList<MemberId> members;  //!< at most 16

    bool operator==(const SatisfactionAsked &) const = default;
    static constexpr auto fields()
    {
        using E = SatisfactionAsked;
        return FieldList{required("message", &E::message), required("members", &E::members)};
    }
};

/** The event's topic is settled for one of its askers, or it is not. The last word counts. */
struct SatisfactionGiven
{
    static constexpr std::string_view type = "satisfaction.given";
    MemberId member;
    bool solved = false;
    SolvedHow how = SolvedHow::Said;
    MessageId message;  //!< their word; empty with marked
    UserId by;          //!< with marked: the colleague

    bool operator==(const SatisfactionGiven &) const = default;
    static constexpr auto fields()
    {
        using E = SatisfactionGiven;
        return FieldList{required("member", &E::member), required("solved", &E::solved),
                          required("how", &E::how), optional("message", &E::message),
                          optional("by", &E::by)};
    }
};

/** Say of an asker of a topic that it is settled for them, or that it is not: to put right what
 * their words were taken for, or because they said so elsewhere. */
struct MarkSatisfaction
{
    static constexpr std::string_view method = "satisfaction.mark";
    TopicId topic;
    MemberId member;
    bool solved = true;

    bool operator==(const MarkSatisfaction &) const = default;
    static constexpr auto fields()
    {
        using C = MarkSatisfaction;
        return FieldList{required("topic", &C::topic), required("member", &C::member),
                          required("solved", &C::solved)};
    }
};

} // namespace quntai
