// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/linkmodel.h"

namespace quntai::bench {

/** A message whose place is known. */
struct LinkExample
{
    LinkQuestion question;
    std::vector<int> right; //!< indices of the right candidates; never empty
};

struct LinkTraining
{
    int epochs = 6;
    double rate = 0.002; //!< of Adam; falls to nothing by the end
    quint64 seed = 1;
};

/** Learns one network: soft-max over the candidates of each message, Adam, seeded; the same
 * examples in the same order give the same weights. */
LinkNetwork trainLinks(const std::vector<LinkExample> &examples, const LinkTraining &how);

} // namespace quntai::bench
