// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <optional>

namespace quntai {

/** What somebody writes for an entry, beside what the bot uses, until it is published. */
struct EntryDraft
{
    Entry entry;       //!< as it would be; version is the live one it was written from, 0: none
    int revision = 0;  //!< rises by one with every change
    QString note;      //!< for whoever reviews it

    bool operator==(const EntryDraft &) const = default;
    static constexpr auto fields()
    {
        using D = EntryDraft;
        return FieldList{required("entry", &D::entry), required("revision", &D::revision),
                          optional("note", &D::note)};
    }
};

/** One of an agent's corrections of an entry. */
struct CorrectionCase
{
    int version = 0;     //!< that the correction made
    UserId by;
    Instant at;
    QString question;    //!< the customer's words; untrusted
    MessageId corrects;  //!< the wrong answer
    QStringList faults;  //!< what was wrong with it

    bool operator==(const CorrectionCase &) const = default;
    static constexpr auto fields()
    {
        using C = CorrectionCase;
        return FieldList{required("version", &C::version), optional("by", &C::by),
                          optional("at", &C::at), optional("question", &C::question),
                          optional("corrects", &C::corrects), optional("faults", &C::faults)};
    }
};

/** An entry that agents have corrected since an editor last looked at it. */
struct Correction
{
    EntryId entry;
    Entry before;                 //!< as it was then; version 0: there was none
    QList<CorrectionCase> cases;  //!< oldest first, at most caseLimit

    static constexpr int caseLimit = 20;

    bool operator==(const Correction &) const = default;
    static constexpr auto fields()
    {
        using C = Correction;
        return FieldList{required("entry", &C::entry), optional("before", &C::before),
                          required("cases", &C::cases)};
    }
};

/** An entry as it once was, and what made it so. */
struct EntryVersion
{
    Entry entry;
    EntryChange change = EntryChange::Put;
    UserId by;
    Instant at;
    QString question;    //!< corrected: the customer's words
    QStringList faults;  //!< corrected: what was wrong

    bool operator==(const EntryVersion &) const = default;
    static constexpr auto fields()
    {
        using V = EntryVersion;
        return FieldList{required("entry", &V::entry), required("change", &V::change),
                          optional("by", &V::by), required("at", &V::at),
                          optional("question", &V::question), optional("faults", &V::faults)};
    }
};

/** A question to try on the bot. */
struct TrialQuestion
{
    QString question;
    GroupId group;               //!< whose policy holds; empty: that of all groups
    EntryId entry;               //!< of which it is asked why it was (not) taken; may be empty
    std::optional<Entry> draft;  //!< in place of the live entry of that id

    static constexpr qsizetype longest = 300;

    bool operator==(const TrialQuestion &) const = default;
    static constexpr auto fields()
    {
        using Q = TrialQuestion;
        return FieldList{required("question", &Q::question), optional("group", &Q::group),
                          optional("entry", &Q::entry), optional("draft", &Q::draft)};
    }
};

/** What the bot would make of a question a customer asks it by name, in no topic. */
struct Trial
{
    Verdict verdict;
    QStringList words;         //!< it was read as, beside the characters
    QStringList nearest;       //!< the phrasing nearest to it, of each candidate of the verdict
    QString text;              //!< what the bot would say; empty: nothing
    EntryId entry;             //!< the text is from
    Candidate asked;           //!< the entry it was asked about; its id is empty when out of sight
    int rank = 0;              //!< of that one, from 1; 0: nothing of the question is in it
    QString askedNearest;      //!< its phrasing nearest to the question

    bool operator==(const Trial &) const = default;
    static constexpr auto fields()
    {
        using T = Trial;
        return FieldList{required("verdict", &T::verdict), optional("words", &T::words),
                          optional("nearest", &T::nearest), optional("text", &T::text),
                          optional("entry", &T::entry), optional("asked", &T::asked),
                          optional("rank", &T::rank), optional("askedNearest", &T::askedNearest)};
    }
};

} // namespace quntai
