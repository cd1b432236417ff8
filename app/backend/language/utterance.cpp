// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/utterance.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/texthash.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostTerms = 32;
constexpr qsizetype shortestName = 2;
constexpr qsizetype shortestBareName = 3;

constexpr quint32 firstHash = 2166136261u;

quint32 hashOf(const Term &term)
{
    return hashedOn(firstHash ^ quint32(term.kind), term.text);
}

void makeSet(std::vector<quint32> &list)
{
    std::ranges::sort(list);
    const auto rest = std::ranges::unique(list);
    list.erase(rest.begin(), rest.end());
    if (list.size() > mostTerms)
        list.resize(mostTerms);
}

/** The normalised text cut at everything that is no letter, digit or apostrophe. */
QList<QStringView> wordsIn(QStringView text)
{
    QList<QStringView> words;
    for (qsizetype i = 0; i < text.size();) {
        const auto start = i;
        while (i < text.size() && (text[i].isLetterOrNumber() || text[i] == u'\'')
               && !isHan(text[i]))
            ++i;
        if (i > start)
            words.append(text.sliced(start, i - start));
        else
            ++i;
    }
    return words;
}

int lengthOf(QStringView normal, const QList<QStringView> &words)
{
    return int(words.size() + std::ranges::count_if(normal, isHan));
}

bool isNameEdge(QChar c)
{
    return u"@:,;.!?()[]<>\"'~`*/，：。！？、；（）“”"_s.contains(c);
}

bool endsAddress(QStringView token)
{
    return token.size() > 1 && u":,：，"_s.contains(token.back());
}

/** The pieces of a text between spaces. */
QList<QStringView> piecesOf(QStringView text)
{
    QList<QStringView> pieces;
    for (qsizetype i = 0; i < text.size();) {
        const auto start = i;
        while (i < text.size() && !text[i].isSpace())
            ++i;
        if (i > start)
            pieces.append(text.sliced(start, i - start));
        else
            ++i;
    }
    return pieces;
}

/** Looks for what the words of a message do. */
class CueFinder
{
public:
    CueFinder(QStringView normal, const QList<QStringView> &words, const Lexicon &lexicon)
        : m_normal(normal), m_words(words), m_lexicon(lexicon), m_lists(lexicon.linking.words())
    {
    }

    quint32 find()
    {
        set(CueQuestion, m_normal.contains(u'?'));
        set(CueAsks, begins(m_lists.asks, 4) || m_lexicon.questions.occursIn(m_normal));
        set(CueThanks, begins(m_lists.thanks, 8));
        set(CueGreets, begins(m_lists.greets, 3));
        set(CueAgrees,
            begins(m_lists.agrees, 3) || m_lexicon.acknowledgements.contains(lettersOf(m_normal)));
        set(CueContinues,
            begins(m_lists.continues, 2) || m_lexicon.elliptics.longestAt(m_normal, 0).has_value());
        set(CueTells, begins(m_lists.tells, 8));
        set(CueSelf, begins(m_lists.self, 6));
        set(CueLink, m_normal.contains("://"_L1) || m_normal.contains("www."_L1));
        set(CueCommand, m_normal.startsWith(u'!'));
        return m_cues;
    }

private:
    void set(Cue cue, bool holds) { m_cues |= holds ? quint32(cue) : 0; }

    /** One of the first words is of that list. */
    bool begins(const QSet<QString> &list, qsizetype first) const
    {
        return std::ranges::any_of(
            m_words.first(std::min(first, m_words.size())),
            [&](QStringView word) { return list.contains(word.toString()); });
    }

    QStringView m_normal;
    const QList<QStringView> &m_words;
    const Lexicon &m_lexicon;
    const LinkWords &m_lists;
    quint32 m_cues = 0;
};

} // namespace

bool Utterance::names(int person) const
{
    return std::ranges::find(addressed, person) != addressed.end();
}

void Utterance::address(int person, bool first)
{
    if (names(person))
        return;
    leads = leads || (first && addressed.empty());
    addressed.push_back(person);
}

Utterance utteranceOf(QStringView text, const Lexicon &lexicon)
{
    const auto normal = normalise(text, lexicon).text;
    return utteranceOf(normal, tokenise(normal, lexicon), lexicon);
}

Utterance utteranceOf(const QString &normal, const TermList &list, const Lexicon &lexicon)
{
    Utterance read;
    const auto words = wordsIn(normal);
    read.words = lengthOf(normal, words);
    read.cues = CueFinder(QStringView(normal).trimmed(), words, lexicon).find();
    const auto &common = lexicon.linking.words().common;
    for (const auto &term : list.terms) {
        // Two messages share single characters by chance.
        if (term.kind != Term::Kind::Single)
            (common.contains(term.text) ? read.common : read.terms).push_back(hashOf(term));
    }
    makeSet(read.terms);
    makeSet(read.common);
    return read;
}

int personOf(QStringView id)
{
    return int(hashedOn(firstHash, id) & 0x7fffffffu);
}

void NameBook::add(const QString &name, int person)
{
    if (name.size() >= shortestName)
        m_people.insert(name.toCaseFolded(), person);
}

int NameBook::find(QStringView name) const
{
    return m_people.value(name.toString().toCaseFolded(), -1);
}

NameBook::Found NameBook::search(QStringView piece) const
{
    int person = find(piece);
    while (person < 0 && !piece.isEmpty() && isNameEdge(piece.back())) {
        piece.chop(1);
        person = find(piece);
    }
    while (person < 0 && !piece.isEmpty() && isNameEdge(piece.front())) {
        piece = piece.sliced(1);
        person = find(piece);
    }
    return {person, piece};
}

void NameBook::readNames(QStringView text, const Lexicon &lexicon, Utterance &into) const
{
    const auto &common = lexicon.linking.words().common;
    bool isFirst = true;
    for (const auto piece : piecesOf(text)) {
        const bool called = isFirst && endsAddress(piece);
        const auto [person, name] = search(piece);
        const bool isWord = common.contains(name.toString().toLower());
        const bool sure = called || piece.startsWith(u'@');
        if (person >= 0 && (sure || (!isWord && name.size() >= shortestBareName)))
            into.address(person, isFirst);
        else if (called && !isWord)
            into.cues |= CueCalls;
        isFirst = false;
    }
}

} // namespace quntai
