// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/tokenise.h"

#include <vector>

namespace quntai {

/** One property of a text that a model can weigh. */
struct Feature
{
    quint64 key = 0;   //!< hash of kind and characters, the same on every machine
    float count = 0;   //!< how often, times the worth of its kind
};

/** Features of a normalised text, by ascending key: runs of 1–3 Chinese characters (stop words left
 * out), synonym sets, Latin words and pairs of them, and runs of 1–4 Latin characters, so that
 * inflected and misspelt words still meet. Pure. */
std::vector<Feature> featuresOf(QStringView normalised, const Lexicon &lexicon);
/** The same of a text whose terms are known. */
std::vector<Feature> featuresOf(QStringView normalised, const TermList &terms,
                                const Lexicon &lexicon);

} // namespace quntai
