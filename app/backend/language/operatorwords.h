// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"

namespace quntai {

/** The lexicon with a company's own lists of words that mean the same laid over it.
 *
 * A list joins the set of the first of its words that is known; its other words leave the sets they
 * were in, so that a list never makes one of two sets. Words of a later list give way to an earlier
 * one. The same lists make the same lexicon. The lexicon itself, uncopied, when there are none. */
std::shared_ptr<const Lexicon> withSynonyms(std::shared_ptr<const Lexicon> lexicon,
                                            const QList<QStringList> &synonyms);

} // namespace quntai
