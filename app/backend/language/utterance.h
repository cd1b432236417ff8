// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace quntai {

class Lexicon;
struct TermList;

/** What a message looks like, apart from its words; bits of Utterance::cues. */
enum Cue : quint32 {
    CueQuestion = 1 << 0, //!< ends as a question
    CueAsks = 1 << 1,     //!< begins as a question or holds a question word
    CueThanks = 1 << 2,
    CueGreets = 1 << 3,
    CueAgrees = 1 << 4,    //!< yes, no, ok, seen
    CueContinues = 1 << 5, //!< begins with a word that leans on what was said
    CueLink = 1 << 6,      //!< holds an address
    CueCommand = 1 << 7,   //!< begins with ! as orders to programs do
    CueAction = 1 << 8,    //!< "/me …"
    CueSystem = 1 << 9,    //!< came, left, was renamed: nobody says it
    CueCalls = 1 << 10,    //!< begins by naming somebody not known here
    CueTells = 1 << 11,    //!< says what to do: you, try, use
    CueSelf = 1 << 12,     //!< speaks of itself: I, my
};

/** One message of a group as the linker reads it. A value of some 100–300 bytes. */
struct Utterance
{
    int speaker = -1;           //!< number of the speaker
    qint64 at = 0;              //!< ms; any zero point
    std::vector<int> addressed; //!< whom it names or @s, each once; the first in the text first
    bool leads = false;         //!< it begins by naming addressed.front()
    int words = 0;              //!< length; a Chinese character counts as one
    quint32 cues = 0;
    std::vector<quint32> terms;  //!< hashes of what it is about, sorted, each once, at most 32
    std::vector<quint32> common; //!< the same for words that many messages hold

    bool has(Cue cue) const { return cues & cue; }
    bool names(int person) const;
    /** Notes that it names a person, and whether it begins so. */
    void address(int person, bool first);
};

/** Reads the words of a message: length, cues and terms. Names and numbers of people are left to
 * the caller. Pure. */
Utterance utteranceOf(QStringView text, const Lexicon &lexicon);
/** The same of a normalised text and its terms. */
Utterance utteranceOf(const QString &normalised, const TermList &terms, const Lexicon &lexicon);

/** A number for a person's id, the same on every machine; never negative. */
int personOf(QStringView id);

/** The people of a group by the names they are called by, to find them in texts. */
class NameBook
{
public:
    /** Names shorter than two characters are never looked for. */
    void add(const QString &name, int person);
    int find(QStringView name) const; //!< -1: nobody

    /** Enters the people a text names into the utterance. A name that is also a common word counts
     * only where a text begins with it and a colon or comma follows, or after an @. */
    void readNames(QStringView text, const Lexicon &lexicon, Utterance &into) const;

private:
    struct Found
    {
        int person;       // -1: nobody
        QStringView name; // without what sticks to it
    };

    Found search(QStringView piece) const;

    QHash<QString, int> m_people;
};

} // namespace quntai
