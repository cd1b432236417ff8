// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/gramcounts.h"

#include "app/backend/language/linearmodel.h"
#include "app/backend/language/steadymath.h"

#include <QString>

#include <algorithm>

namespace quntai {

std::vector<std::uint64_t> gramKeys(QStringView text, int n)
{
    constexpr std::uint64_t kind = 30;
    const QString framed = n > 1 ? u'\x02' + text.toString() + u'\x03' : text.toString();
    std::vector<std::uint64_t> keys;
    for (qsizetype i = 0; i + n <= framed.size(); ++i)
        keys.push_back(featureKey(kind + std::uint64_t(n), QStringView(framed).sliced(i, n)));
    std::ranges::sort(keys);
    return keys;
}

void GramCounts::add(QStringView text)
{
    ++m_count;
    for (int n = 1; n <= longest; ++n) {
        auto keys = gramKeys(text, n);
        const auto doubles = std::ranges::unique(keys);
        keys.erase(doubles.begin(), doubles.end());
        for (const auto key : keys)
            ++m_texts[key];
    }
}

double GramCounts::weight(std::uint64_t gram) const
{
    // All rare ones weigh the same: who learns from a text has counted it, who reads a new one has
    // not, and must come to the same scale.
    const int found = std::max({2, m_count / rareOneIn, m_texts.value(gram)});
    return std::max(0.0, steadyLog((m_count + 1.0) / (found + 0.5)));
}

} // namespace quntai
