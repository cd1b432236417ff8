// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quntai {

class Lexicon;

/** Two clauses about the same that cannot both be so; as written, each at most 60 characters. */
struct Contradiction
{
    QString said;
    QString known;

    bool operator==(const Contradiction &) const = default;
};

/** Where what somebody said is at odds with a known answer: a clause of it speaks of what one of the
 * answer's speaks of, and gives another number of the same kind (time, money, share, count) or
 * denies what that one states. Nothing when the texts do not speak of the same, or leave it open.
 * Numbers count in Chinese or Arabic, alone or as a range. Pure. */
std::optional<Contradiction> contradictionOf(const QString &said, const QString &answer,
                                             const Lexicon &lexicon);

/** How much of what a short text says is in a longer one, permille: shared words and pairs of
 * characters, read through synonyms. 0 for a text that says nothing. Pure. */
int coverage(const QString &shorter, const QString &longer, const Lexicon &lexicon);

} // namespace quntai
