// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace quntai {

/** Keys of the runs of n neighbouring characters of a text, sorted; one that occurs twice is there
 * twice. Runs longer than one see the text's beginning and end as characters. */
std::vector<std::uint64_t> gramKeys(QStringView text, int n);

/** In how many texts each run of one to three characters occurs: common ones say little. */
class GramCounts
{
public:
    static constexpr int longest = 3;
    static constexpr int rareOneIn = 2000;  //!< what fewer texts have counts as found in so many

    void add(QStringView text);
    /** Inverse document frequency, ln((texts + 1) / (found + 0.5)) with found at least 2
     * and one in rareOneIn; never below 0. */
    double weight(std::uint64_t gram) const;

private:
    QHash<std::uint64_t, int> m_texts;  // looked up, never listed
    int m_count = 0;
};

} // namespace quntai
