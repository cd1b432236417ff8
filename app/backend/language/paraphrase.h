// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/gramcounts.h"
#include "app/backend/language/linearmodel.h"

#include <QList>
#include <QString>

namespace quntai {

class Lexicon;

/** Two texts and whether they ask the same. */
struct SentencePair
{
    QString first;
    QString second;
    bool same = false;
};

/** A text as pairs are compared: normalised, without spaces and marks; the first 100 characters. */
QString comparedText(QStringView text, const Lexicon &lexicon);

/** How two compared texts relate, as features in [0, 1]: shared runs of characters plain and by
 * weight, words through synonyms, longest common sequence, edits, lengths, ends, negation, kinds of
 * question, numbers. Each is spread over bins, so that a linear model can bend it. Symmetric. */
Features pairMeasures(const QString &a, const QString &b, const Lexicon &lexicon,
                      const GramCounts &counts);
/** Which runs of characters two compared texts share, which only one has, and which of one stand
 * against which of the other. Symmetric. For models with thousands of pairs to learn from. */
Features pairContents(const QString &a, const QString &b);

/** Whether two messages ask the same, learned from pairs; symmetric, deterministic.
 *
 * The shipped one learns its measures from resources/language/paraphrases.yaml.
 */
class ParaphraseModel
{
public:
    /** counts must be of compared texts. */
    ParaphraseModel(const QList<SentencePair> &pairs, GramCounts counts, const Lexicon &lexicon);

    /** That both ask the same, permille; 1000 for the same core, 0 when one is empty. */
    int same(QStringView a, QStringView b, const Lexicon &lexicon) const;

private:
    GramCounts m_counts;
    LinearModel m_model{14};
};

} // namespace quntai
