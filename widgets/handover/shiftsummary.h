// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** A note of a shift. */
struct ShiftNote
{
    QString author;  //!< its name
    Instant at;
    QString text;

    bool operator==(const ShiftNote &) const = default;
};

/** A topic somebody leaves behind at the end of a shift. */
struct ShiftTopic
{
    TopicId id;
    QString title;        //!< untrusted, as all texts here
    QString asker;
    int lane = 0;
    TopicState state = TopicState::Leased;
    bool mine = false;    //!< held now: can be handed over
    bool gone = false;    //!< ended, or too long ago: only its promises are known
    Instant waitingSince; //!< unset: nothing is owed
    QString later;        //!< why and how long it is put off; empty: it is not
    QString asked;        //!< what was asked last
    QList<Promise> promises;  //!< open ones, the earliest due first
    QList<ShiftNote> notes;   //!< since the shift began, oldest first

    bool operator==(const ShiftTopic &) const = default;
};

struct ShiftGroup
{
    GroupId id;
    QString name;
    QList<ShiftTopic> topics;  //!< held ones first, then as long as somebody waits

    bool operator==(const ShiftGroup &) const = default;
};

/** What one person has under way. */
struct ShiftSummary
{
    QString name;   //!< of the person
    Instant from;   //!< when the shift began
    Instant at;     //!< when this was made
    QList<ShiftGroup> groups;  //!< by name

    bool operator==(const ShiftSummary &) const = default;
    qsizetype topics() const;
    qsizetype openPromises() const;
};

/** What this person leaves: topics they hold, those they snoozed, open promises they made or have to
 * see to, and topics with notes of theirs since the shift began, as far as the messages are here.
 * Pure; texts in the language of the console. */
ShiftSummary shiftOf(const State &state, const UserId &me, Instant from, Instant now);

/** The sheet as Markdown: what customers wrote is escaped, so that it stands as it was written. */
QString shiftMarkdown(const ShiftSummary &shift);
/** The sheet as plain text. */
QString shiftText(const ShiftSummary &shift);

/** What a colleague who takes the topic must know, for topic.transfer; at most 1000 characters. */
QString shiftNoteFor(const ShiftTopic &topic);

/** "“…” (who, until 11-29 18:00)"; overdue ones say so. */
QString promiseLine(const Promise &promise, Instant now);

} // namespace quntai
