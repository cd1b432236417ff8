// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/addressing.h"

namespace quntai {

/** What is known of a message when its cues are gathered. */
struct CueInput
{
    const Message &message;
    const Standing &standing;
    const Retrieval &found;
    int emotion = 0;
    QString normal;             //!< its normalised words
    const Addressing &form;     //!< question, request and humanRequest are read already
};

/** What a message without mention or quote has that tells whom it is for; names as in
 * resources/language/addressing.yaml, each once, in a fixed order. */
QStringList addressingCues(const Scene &scene, const CueInput &input);

/** How likely a message with these cues is for the bot, permille: a logistic model of the weights
 * in the lexicon. */
/** A cue that is weighed but not given as a reason: another cue or number shows the same. */
bool isInner(const QString &cue);
int botShareOf(const Lexicon &lexicon, const QStringList &cues);

} // namespace quntai
