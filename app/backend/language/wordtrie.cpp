// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/wordtrie.h"

#include <algorithm>
#include <utility>

namespace quntai {

/** Where the edge is, or would be. Every lookup of every word goes through here: the table is made
 * for that, and filled once. */
size_t WordTrie::placeOf(quint64 key) const
{
    const auto last = m_edges.size() - 1;
    auto at = size_t((key * 0x9e3779b97f4a7c15ULL) >> 32) & last;
    while (m_edges[at].to != 0 && m_edges[at].key != key)
        at = (at + 1) & last;
    return at;
}

void WordTrie::makeRoom()
{
    if (m_values.size() * 2 < m_edges.size())
        return;
    const auto old = std::exchange(m_edges, std::vector<Edge>(m_edges.size() * 2));
    for (const auto &edge : old) {
        if (edge.to != 0)
            m_edges[placeOf(edge.key)] = edge;
    }
}

void WordTrie::add(QStringView word, int value)
{
    if (word.isEmpty())
        return;
    int node = 0;
    m_firsts[word[0].unicode() / 64] |= quint64(1) << (word[0].unicode() % 64);
    for (const QChar c : word) {
        makeRoom();
        auto &edge = m_edges[placeOf(keyOf(node, c))];
        if (edge.to == 0) {
            edge = {keyOf(node, c), int(m_values.size())};
            m_values.emplace_back();
        }
        node = edge.to;
    }
    m_values[size_t(node)] = value;
}

std::optional<WordTrie::Match> WordTrie::longestAt(QStringView text, qsizetype at) const
{
    std::optional<Match> best;
    if (at >= text.size() || !begins(text[at]))
        return best;
    int node = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        node = m_edges[placeOf(keyOf(node, text[i]))].to;
        if (node == 0)
            break;
        if (const auto &value = m_values[size_t(node)])
            best = Match{int(i - at + 1), *value};
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
