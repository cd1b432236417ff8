// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

// What agents make of the entries suggested beside their composer. The scheme is that of common
// answer-feedback APIs: shown, clicked, copied, how correct, free words.

/** What became of a suggestion. Edited: put into the reply and changed before it went out. */
enum class SuggestionOutcome { Shown, Inserted, Edited, Rejected };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<SuggestionOutcome>{
    "shown", "inserted", "edited", "rejected"};

/** What an agent said of it: whether the entry is what the customer asks for. */
enum class Correctness { Unsaid, Right, Partly, Wrong };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<Correctness>{
    "unsaid", "right", "partly", "wrong"};

/** One suggestion as one agent judged it. */
struct SuggestionMark
{
    EntryId entry;
    int rank = 1;         //!< as it was shown, from 1
    SuggestionOutcome outcome = SuggestionOutcome::Shown;
    Correctness correctness = Correctness::Unsaid;
    QString detail;       //!< the agent's words, at most longestDetail UTF-16 units

    static constexpr qsizetype longestDetail = 200;
    static constexpr qsizetype most = 8;  //!< of a command

    bool operator==(const SuggestionMark &) const = default;
    static constexpr auto fields()
    {
        using M = SuggestionMark;
        return FieldList{required("entry", &M::entry), required("rank", &M::rank),
                          required("outcome", &M::outcome),
                          optional("correctness", &M::correctness), optional("detail", &M::detail)};
    }
};

/** The last judgement of an entry for a question of a topic; kept with the topic, so that another
 * one replaces it. */
struct JudgedSuggestion
{
    MessageId question;   //!< it was suggested for; empty: none was at hand
    EntryId entry;
    UserId by;
    SuggestionOutcome outcome = SuggestionOutcome::Shown;
    Correctness correctness = Correctness::Unsaid;
    qint64 seq = 0;       //!< of the event that brought it, in the group's stream

    static constexpr qsizetype kept = 24;  //!< of a topic, the newest

    bool operator==(const JudgedSuggestion &) const = default;
    static constexpr auto fields()
    {
        using J = JudgedSuggestion;
        return FieldList{optional("question", &J::question), required("entry", &J::entry),
                          required("by", &J::by), required("outcome", &J::outcome),
                          optional("correctness", &J::correctness), optional("seq", &J::seq)};
    }
};

/** What an agent wrote about a suggestion. */
struct SuggestionRemark
{
    QString name;         //!< of that person
    QString text;         //!< at most SuggestionMark::longestDetail
    Correctness correctness = Correctness::Unsaid;
    Instant at;
    qint64 seq = 0;       //!< of the event that brought it, in the group's stream

    bool operator==(const SuggestionRemark &) const = default;
    static constexpr auto fields()
    {
        using R = SuggestionRemark;
        return FieldList{optional("name", &R::name), required("text", &R::text),
                          optional("correctness", &R::correctness), required("at", &R::at),
                          optional("seq", &R::seq)};
    }
};

/** How often an entry was suggested to agents in a group, and what became of it. */
struct SuggestionTally
{
    GroupId group;
    EntryId entry;
    int shown = 0;        //!< and neither taken nor rejected
    int inserted = 0;
    int edited = 0;
    int rejected = 0;
    int right = 0;
    int partly = 0;
    int wrong = 0;
    QList<SuggestionRemark> remarks;  //!< newest last, at most remarksKept
    Instant lastAt;

    static constexpr qsizetype remarksKept = 3;
    static constexpr qsizetype most = 2000;  //!< groups and entries; who was quiet longest goes

    bool operator==(const SuggestionTally &) const = default;
    static constexpr auto fields()
    {
        using T = SuggestionTally;
        return FieldList{required("group", &T::group), required("entry", &T::entry),
                          optional("shown", &T::shown), optional("inserted", &T::inserted),
                          optional("edited", &T::edited), optional("rejected", &T::rejected),
                          optional("right", &T::right), optional("partly", &T::partly),
                          optional("wrong", &T::wrong), optional("remarks", &T::remarks),
                          required("lastAt", &T::lastAt)};
    }
};

/** The entry's tallies added up, of the group that was last; the newest remarks first. */
SuggestionTally tallyOf(const QList<SuggestionTally> &tallies, const EntryId &entry);

/** How often it was suggested at all. */
int timesSuggested(const SuggestionTally &tally);

/** An agent judged one suggestion in the event's topic. The last word counts. */
struct SuggestionJudged
{
    static constexpr std::string_view type = "suggestion.judged";
    EntryId entry;
    int rank = 1;
    SuggestionOutcome outcome = SuggestionOutcome::Shown;
    Correctness correctness = Correctness::Unsaid;
    QString detail;
    MessageId question;   //!< of the customer; empty: none was at hand
    UserId by;
    QString name;         //!< of that person

    bool operator==(const SuggestionJudged &) const = default;
    static constexpr auto fields()
    {
        using E = SuggestionJudged;
        return FieldList{required("entry", &E::entry), required("rank", &E::rank),
                          required("outcome", &E::outcome),
                          optional("correctness", &E::correctness), optional("detail", &E::detail),
                          optional("question", &E::question), required("by", &E::by),
                          optional("name", &E::name)};
    }
};

/** Say what became of the suggestions for a question, all at once; what was said before of the same
 * entry and question by the same person is replaced, and the same again changes nothing. */
struct JudgeSuggestions
{
    static constexpr std::string_view method = "suggestion.judge";
    TopicId topic;
    MessageId question;   //!< may be empty
    QList<SuggestionMark> marks;

    bool operator==(const JudgeSuggestions &) const = default;
    static constexpr auto fields()
    {
        using C = JudgeSuggestions;
        return FieldList{required("topic", &C::topic), optional("question", &C::question),
                          required("marks", &C::marks)};
    }
};

} // namespace quntai
