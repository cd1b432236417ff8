// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/addressing.h"
#include "app/backend/decide/understanding.h"

namespace quntai {

/** What the bot does about a message, and the text it would say. */
struct Decision
{
    Verdict verdict;
    QString text;               //!< without the AI label; empty: nothing to say
    QString aside = {};         //!< what the asker alone may read, when the group gets less
    EntryId entry;
    int entryVersion = 0;
    std::optional<Lookup> lookup = {};  //!< with Action::Act; empty: it is on its way already
    Reason reviewReason = Reason::ReviewMode;  //!< with Action::Review
};

/** Pure. topic is the one the message belongs to, null while it has none (a new topic, or talk). */
Decision decisionFor(const Scene &scene, const Message &message, const Topic *topic,
                     const Addressing &addressing, const Understanding &understanding);

} // namespace quntai
