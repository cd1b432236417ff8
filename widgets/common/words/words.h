// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/paint/chip.h"

#include <QString>

namespace quntai {

// The words and chips the console uses for domain values, in one place, so that one thing has one
// name on every page.

/** "In service", "Waiting", … – the five lists. */
QString deskListName(DeskList list);
/** "needs a person", "bot", … – the state of a topic in two words. */
QString topicStateName(TopicState state);
QString actionName(Action action);
QString roleName(Role role);
/** "Answers by itself", … – how far the bot may act. */
QString modeName(BotMode mode);
ChipSpec modeChip(BotMode mode);
QString agentStatusName(AgentStatus status);
/** The reason without its degree: "Emotion", "Low confidence". */
QString reasonName(Reason reason);
/** "Emotion 82 ↑", "Asked for a person", "Asked 3 times", … */
QString reasonText(const ReasonPart &reason, const Topic &topic);
/** What stands behind a reason beyond its name: a share, a span, the words; empty when the name
 * says it all. */
QString reasonDetail(const ReasonPart &reason);
/** "A mobile number" for "mobile": kinds of personal data as the backend writes them. */
QString personalKindName(const QString &kind);
/** A signal of a candidate: "bm25" → "Keywords". A code this version does not know as it is. */
QString signalName(const QString &code);
/** The chip of a reason, in the tone of its severity. */
ChipSpec reasonChip(const ReasonPart &reason, const Topic &topic);
/** "00:45", "12:40", "1:02:07". */
QString spanText(qint64 seconds);
/** "just now", "5 min", "3 h". */
QString roughSpanText(qint64 seconds);
/** "¥68.90". */
QString moneyText(qint64 cents);
/** "14:28" in local time. */
QString clockText(Instant at);
/** "14:28:12" in local time. */
QString clockTextSeconds(Instant at);

} // namespace quntai
