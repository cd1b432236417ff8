// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/linearmodel.h"
#include "models/domain/values.h"

namespace quntai {

class Lexicon;

/** A sentence and whether its author is upset: angry, dissatisfied, urging, sarcastic. */
struct FeelingSentence
{
    QString text;
    bool upset = false;
};

/** What a text shows of its author's feeling: runs of one to three characters, families of
 * feeling words and whether they are negated, faces, marks, length. Pure. */
Features feelingFeatures(QStringView text, const Lexicon &lexicon);

/** How upset an author sounds, learned from sentences on top of the weights the lexicon's families
 * start with. Deterministic: the same sentences give the same model everywhere. */
class FeelingModel
{
public:
    /** Learns. The whole lexicon is read, with this model and that of paraphrases learned, in 0.2 s
     * (release build). */
    FeelingModel(const QList<FeelingSentence> &sentences, const Lexicon &lexicon);

    /** Above 0: upset; most texts lie within ±1.5. */
    double score(QStringView text, const Lexicon &lexicon) const;
    /** The words that speak most for "upset", in the order of the text, at most three: words of
     * feeling families, or the run of characters with the greatest weight. Weights in tenths. */
    QList<Span> evidence(QStringView text, const Lexicon &lexicon) const;

private:
    struct Run
    {
        int at = 0;
        int length = 0;
        double weight = 0;
    };
    Run heaviestRun(QStringView text) const;

    LinearModel m_model;
};

} // namespace quntai
