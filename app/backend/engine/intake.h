// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/round.h"
#include "app/backend/engine/work.h"

namespace quntai {

// What comes in from platforms, turned into events. Ids become "channel/platform id".

/** False when the platform delivered it before: then nothing was recorded. */
Result<bool> takeIn(Round &round, const Ledger &ledger, const MessageWork &work);
void takeIn(Round &round, const GroupWork &work);
void takeIn(Round &round, const RecallWork &work);
void takeIn(Round &round, const MediaWork &work);
/** Tells of attachments whose bytes were on their way when the last process ended. */
void giveUpMedia(Round &round);

GroupId groupIdOf(const QString &channel, const QString &chat);
MemberId memberIdOf(const QString &channel, const QString &member);
/** The platform's own id again. */
QString platformIdOf(const QString &id);

} // namespace quntai
