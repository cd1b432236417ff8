// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/suggestionbar.h"

namespace quntai {

// What can be put into a reply, and what stands against it: pure functions of what is so.

/** Answers the knowledge base would give to the topic's question it understood best, filled for
 * who asked; best first. */
QList<Suggestion> suggestionsFor(const State &state, const Topic &topic);

/** The customer's question those are for; empty: none is understood. */
MessageId questionFor(const State &state, const Topic &topic);

/** The entry whose suggestion the text is, perhaps with something before or after it; empty: it was
 * written by hand. */
EntryId suggestionIn(const State &state, const Topic &topic, const QString &text);

/** The canned replies that may be used in the topic's group, by title, filled for its asker;
 * {{客服}} is the agent's name. What nobody can fill stands as it is. */
QList<CannedText> cannedTextsFor(const State &state, const Topic &topic, const QString &agent);

/** What stands against a reply as it is: words of the policy, personal data, orders of other
 * customers than those told, variables nobody filled. The backend decides; this says it before. */
ComposerCheck checkReply(const State &state, const Topic &topic, const QString &text,
                         const QList<MemberId> &told);

/** Whom a reply in the topic can address: its askers first, then other members, at most 200, and
 * the whole group where the platform can say that. */
QList<Mention> peopleOf(const State &state, const Topic &topic);

} // namespace quntai
