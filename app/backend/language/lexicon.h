// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/linkmodel.h"
#include "app/backend/language/wordtrie.h"
#include "models/domain/result.h"

#include <QRegularExpression>
#include <QStringList>

#include <memory>
#include <vector>

namespace quntai {

class FeelingModel;
class ParaphraseModel;

/** Words that carry one feeling, and how much they weigh before a model has learned. */
struct FeelingFamily
{
    QString name;
    double weight = 0;   //!< of a word of the family
    double negated = 0;  //!< of a negated one
};

/** What customers say of an answer, normalised; how it is read is told in satisfaction.h. */
struct SatisfactionWords
{
    WordTrie solved;       //!< whole clauses
    WordTrie solvedIn;     //!< anywhere in a clause
    WordTrie open;         //!< a clause with one of these is not about it being settled
    WordTrie unsolved;     //!< anywhere in a clause
    WordTrie unsolvedNot;  //!< but not with one of these
    WordTrie yes;          //!< whole clauses that answer "solved?"
    WordTrie no;
};

/** Word knowledge that belongs to no company: emotion, function words, chatter, synonyms.
 *
 * Built once, read by everybody, never changed while decisions are made. Words are kept in
 * normalised form.
 */
class Lexicon
{
public:
    /** The lexicon that comes with the program (resources/language). An error names file and
     * line. */
    static Result<Lexicon> builtIn();
    /** Reads the same files from a folder. */
    static Result<Lexicon> fromFolder(const QString &folder);

    QChar simplified(QChar traditional) const
    {
        const char16_t simple = m_simplified[traditional.unicode()];
        return simple == 0 ? traditional : QChar(simple);
    }

    WordTrie shorthands;    //!< number in written
    QStringList written;    //!< what each shorthand stands for
    WordTrie anger;         //!< weight 1–10
    WordTrie anxiety;       //!< weight 1–10
    WordTrie positive;      //!< weight 1–10
    WordTrie feelingWords;  //!< number of the family
    WordTrie feelingFaces;  //!< the same for faces and emoji, as typed
    QList<FeelingFamily> feelingFamilies;
    std::shared_ptr<const FeelingModel> feelings;  //!< learned from feelings.yaml; never null
    std::shared_ptr<const ParaphraseModel> paraphrases;  //!< from paraphrases.yaml; never null
    WordTrie intensifiers;  //!< factor, permille
    WordTrie negations;
    WordTrie humanRequests;
    WordTrie stopWords;
    WordTrie synonyms;      //!< number of the set
    QStringList heads;      //!< first word of each set: it stands for all of them
    WordTrie chatter;       //!< whole messages
    WordTrie chatterParts;  //!< anywhere in a message
    QList<QRegularExpression> chatterPatterns;  //!< on the trimmed original
    WordTrie questions;     //!< words of a question
    WordTrie requests;      //!< words of who wants something, or to whom something happened
    WordTrie faults;        //!< what can be wrong with goods
    WordTrie acknowledgements;  //!< whole messages that close a matter or say "seen"
    WordTrie elliptics;     //!< beginnings of a follow-up that needs what was said before
    WordTrie meToos;        //!< whole messages: the same question, please
    WordTrie progress;      //!< words of who asks how far a matter is
    WordTrie staffWords;    //!< names for the company's people
    WordTrie companyWords;  //!< who speaks to the company says them
    WordTrie ownWords;      //!< who speaks of what is theirs
    WordTrie laughter;
    WordTrie addressWords;  //!< names for people: 姐, 师傅, 老师
    SatisfactionWords satisfaction;
    QHash<QString, int> addressing;  //!< cue of a message for the bot → thousandths of a logit
    int addressingBias = 0;
    LinkModel linking;      //!< what makes a message continue another
    int exclamationWeight = 2;
    int repeatWeight = 4;
    QString hash;           //!< of all files, 8 hex digits: part of the core's version

private:
    friend class LexiconReader;
    std::vector<char16_t> m_simplified = std::vector<char16_t>(65'536);  // 0: as it is
};

} // namespace quntai
