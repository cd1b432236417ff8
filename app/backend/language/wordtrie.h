// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace quntai {

/** A set of words with a number each, for longest match at a place of a text. A value. */
class WordTrie
{
public:
    struct Match
    {
        int length = 0;  //!< UTF-16 units
        int value = 0;
    };

    /** Adds a word; the value of a word added twice is the last one. Empty words are ignored. */
    void add(QStringView word, int value = 0);
    /** The longest word that starts at that place. */
    std::optional<Match> longestAt(QStringView text, qsizetype at) const;
    bool contains(QStringView word) const;
    /** The earliest word that ends before that place with at most gap characters between. */
    std::optional<Match> before(QStringView text, int at, int gap) const;
    /** True when any of the words occurs anywhere in the text. */
    bool occursIn(QStringView text) const;
    bool isEmpty() const { return m_values.size() == 1; }

private:
    /** From a node by a character; to is 0 where there is none. */
    struct Edge
    {
        quint64 key = 0;
        int to = 0;
    };

    static quint64 keyOf(int node, QChar c) { return (quint64(node) << 16) | c.unicode(); }
    bool begins(QChar c) const { return m_firsts[c.unicode() / 64] >> (c.unicode() % 64) & 1; }
    size_t placeOf(quint64 key) const;
    void makeRoom();

    std::vector<Edge> m_edges = std::vector<Edge>(16);  // hashed by key, never more than half full
    std::vector<quint64> m_firsts = std::vector<quint64>(1024);  // a bit for each first character
    std::vector<std::optional<int>> m_values{std::nullopt};  // by node
};

} // namespace quntai
