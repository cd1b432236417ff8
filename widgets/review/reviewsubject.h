// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/draftmodel.h"

namespace quntai {

/** What a reviewer needs to decide on one draft. */
struct ReviewSubject
{
    DraftRow row;
    QList<MessagePtr> talk;   //!< of its topic, oldest first, as far as the group's window goes
    int beside = 0;           //!< messages of others between them that are not shown
    Policy policy;            //!< as it is in the group
    BotMode mode = BotMode::Auto;
    int memberCount = 0;
    std::optional<Entry> entry;  //!< the source, as it is now
    int confidence = 0;       //!< permille, of that source when it was chosen; 0: unknown
    QStringList mentions;     //!< names, untrusted
    QString aside = {};       //!< the member who alone gets it, untrusted; empty: the group does
    QString botName;          //!< as the group sees it
    int sentInMinute = 0;
    Instant earliest;         //!< when the send budget lets the next text out; unset: at once

    bool operator==(const ReviewSubject &) const = default;
    /** The bot's own words: what a change is measured against. */
    QString before() const { return row.draft.before.isEmpty() ? row.draft.text : row.draft.before; }
    /** Messages of others after seen. */
    int newerThan(qint64 seen, const UserId &me) const;
};

/** Pure. */
ReviewSubject reviewSubject(const State &state, const DraftRow &row, Instant now);

} // namespace quntai
