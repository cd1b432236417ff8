// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

class Lexicon;

/** How upset a message sounds, 0–100, and the words (of the original text) that say so. */
struct Emotion
{
    int level = 0;
    int upset = 0;      //!< permille: the learned model's belief alone, for ranking
    QList<Span> spans;  //!< weight in tenths of the lexicon's points

    bool operator==(const Emotion &) const = default;
};

/** Anger and anxiety by lexicon, with negation, intensifiers, repeated marks; thanks lower it. What
 * no single word says – urging, sarcasm, a polite complaint – a model learned from sentences adds;
 * when only that speaks, the spans are what it leaned on most. Pure. */
Emotion emotionOf(QStringView text, const Lexicon &lexicon);

} // namespace quntai
