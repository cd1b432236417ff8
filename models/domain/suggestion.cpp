// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/suggestion.h"

#include <algorithm>

namespace quntai {

namespace {

void addTo(SuggestionTally &sum, const SuggestionTally &one)
{
    sum.shown += one.shown;
    sum.inserted += one.inserted;
    sum.edited += one.edited;
    sum.rejected += one.rejected;
    sum.right += one.right;
    sum.partly += one.partly;
    sum.wrong += one.wrong;
    sum.remarks += one.remarks;
    if (one.lastAt < sum.lastAt)
        return;
    sum.lastAt = one.lastAt;
    sum.group = one.group;
}

} // namespace

SuggestionTally tallyOf(const QList<SuggestionTally> &tallies, const EntryId &entry)
{
    SuggestionTally sum;
    sum.entry = entry;
    for (const auto &one : tallies) {
        if (one.entry == entry)
            addTo(sum, one);
    }
    std::ranges::sort(sum.remarks, std::greater{}, &SuggestionRemark::at);
    sum.remarks = sum.remarks.mid(0, SuggestionTally::remarksKept);
    return sum;
}

int timesSuggested(const SuggestionTally &tally)
{
    return tally.shown + tally.inserted + tally.edited + tally.rejected;
}

} // namespace quntai
