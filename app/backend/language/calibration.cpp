// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/retriever.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>

namespace quntai {

namespace {

double logOdds(double part)
{
    const double inside = std::clamp(part, 1e-4, 1.0 - 1e-4);
    return steadyLog(inside / (1.0 - inside));
}

} // namespace

// Logistic regressions fitted once on held-out questions: the sample company's (a phrasing of each
// entry held out, each entry taken out in turn, the chatter list; counted thrice), and CLINC150
// (Larson et al. 2019, CC-BY-3.0) and BANKING77 (Casanueva et al. 2020, CC-BY-4.0) whole and with
// 2, 4, 6 and 12 phrasings an intent, a fifth of the intents taken out. Questions without an entry
// weigh a quarter: taken-out entries of one company lie nearer to the others than what else is said
// in a group. Evidence speaks against a hit whose other measures are the same: what is found of a
// long question is found by chance more easily. At 720 ‰ 96 % of the answers on CLINC150 and
// BANKING77 are right (87 % and 84 % of what is asked gets a right one), 94 % of the sample's own
// (49 %); area under the curve in scope: sample .82, CLINC150 .95.

int Retriever::calibrated(const Measures &m)
{
    return logisticPermille(0.42 + 1.46 * m.reverse + 0.66 * m.pooled - 4.34 * m.evidence
                            + 0.82 * logOdds(m.meant));
}

int Retriever::outOfScope(const Measures &best)
{
    // The score tells what probabilities, which share out one, cannot: that little was found at all.
    return 1000 - logisticPermille(-0.68 + 1.58 * best.pooled + 0.46 * logOdds(best.meant)
                                   + 0.05 * best.score);
}

} // namespace quntai
