// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/wordtrie.h"

#include <algorithm>

namespace quntai {

void WordTrie::add(QStringView word, int value)
{
    if (word.isEmpty())
        return;
    int node = 0;
    m_firsts[word[0].unicode() / 64] |= quint64(1) << (word[0].unicode() % 64);
    for (const QChar c : word) {
        auto &next = m_next[edge(node, c)];
        if (next == 0) {
            next = int(m_values.size());
            m_values.append(std::nullopt);
        }
        node = next;
    }
    m_values[node] = value;
}

std::optional<WordTrie::Match> WordTrie::longestAt(QStringView text, qsizetype at) const
{
    std::optional<Match> best;
    if (at >= text.size() || !begins(text[at]))
        return best;
    int node = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        const auto next = m_next.constFind(edge(node, text[i]));
        if (next == m_next.cend())
            break;
        node = *next;
        if (m_values[node])
            best = Match{int(i - at + 1), *m_values[node]};
    }
    return best;
}

bool WordTrie::contains(QStringView word) const
{
    const auto match = longestAt(word, 0);
    return match && match->length == word.size();
}

std::optional<WordTrie::Match> WordTrie::before(QStringView text, int at, int gap) const
{
    constexpr int longest = 4;
    for (int start = std::max(0, at - gap - longest); start < at; ++start) {
        const auto match = longestAt(text, start);
        if (match && start + match->length <= at && at - (start + match->length) <= gap)
            return match;
    }
    return std::nullopt;
}

bool WordTrie::occursIn(QStringView text) const
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (longestAt(text, i))
            return true;
    }
    return false;
}

} // namespace quntai
