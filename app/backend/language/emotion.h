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
    QList<Span> spans;  //!< weight in tenths of the lexicon's points

    bool operator==(const Emotion &) const = default;
};

/** Anger and anxiety by lexicon, with negation, intensifiers, repeated marks; thanks lower it. */
Emotion emotionOf(QStringView text, const Lexicon &lexicon);

} // namespace quntai
