// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/operatorwords.h"

#include "app/backend/language/normalise.h"

#include <QSet>

namespace quntai {

namespace {

class Overlay
{
public:
    explicit Overlay(Lexicon &lexicon) : m_lexicon(lexicon) {}

    void add(const QStringList &list)
    {
        QStringList words;
        for (const auto &word : list) {
            if (const auto text = normalise(word, m_lexicon).text; !text.isEmpty())
                words.append(text);
        }
        if (words.isEmpty())
            return;
        const int number = setOf(words);
        for (const auto &word : std::as_const(words)) {
            if (m_taken.contains(word))
                continue;
            m_taken.insert(word);
            m_lexicon.synonyms.add(word, number);
        }
    }

private:
    int setOf(const QStringList &words)
    {
        for (const auto &word : words) {
            const auto known = m_lexicon.synonyms.longestAt(word, 0);
            if (known && known->length == word.size())
                return known->value;
        }
        m_lexicon.heads.append(words.first());
        return int(m_lexicon.heads.size()) - 1;
    }

    Lexicon &m_lexicon;
    QSet<QString> m_taken;
};

} // namespace

std::shared_ptr<const Lexicon> withSynonyms(std::shared_ptr<const Lexicon> lexicon,
                                            const QList<QStringList> &synonyms)
{
    if (synonyms.isEmpty())
        return lexicon;
    auto own = std::make_shared<Lexicon>(*lexicon);
    Overlay overlay(*own);
    for (const auto &list : synonyms)
        overlay.add(list);
    return own;
}

} // namespace quntai
