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
// entry held out, each entry taken out in turn, the chatter list), and CLINC150 (Larson et al.
// 2019, CC-BY-3.0) and BANKING77 (Casanueva et al. 2020, CC-BY-4.0) whole and with 2, 4 and 12
// phrasings an intent, a fifth of the intents taken out. Questions without an entry weigh a
// quarter: taken-out entries of one company lie nearer to the others than what else is said in a
// group. At 720 ‰ 97 % of the answers on CLINC150 and BANKING77 are right (80 % of what is asked
// gets one), 78 % of the sample's own (49 %); area under the curve in scope: sample .82, CLINC150
// .95.

int Retriever::calibrated(const Measures &m)
{
    return logisticPermille(-1.29 + 0.96 * m.reverse + 0.37 * m.words + 0.77 * m.pooled
                            + 0.63 * logOdds(m.meant));
}

int Retriever::outOfScope(const Measures &best)
{
    return 1000 - logisticPermille(0.32 + 1.58 * best.pooled + 0.46 * logOdds(best.meant));
}

} // namespace quntai
