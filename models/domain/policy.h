// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/hours.h"
#include "models/domain/values.h"

#include <optional>

namespace quntai {

/** Weights of the escalation decision, permille each. */
struct EscalationWeights
{
    int emotion = 400;
    int humanRequest = 600;
    int repeats = 200;
    int lowConfidence = 150;
    int vip = 100;
    int highRisk = 600;
    int waiting = 150;
    int trend = 150;
    int complexity = 100;
    int customerValue = 100;
    int purchase = 200;
    int largeOrder = 350;

    bool operator==(const EscalationWeights &) const = default;
    static constexpr auto fields()
    {
        using W = EscalationWeights;
        return FieldList{optional("emotion", &W::emotion),
                          optional("humanRequest", &W::humanRequest),
                          optional("repeats", &W::repeats),
                          optional("lowConfidence", &W::lowConfidence), optional("vip", &W::vip),
                          optional("highRisk", &W::highRisk), optional("waiting", &W::waiting),
                          optional("trend", &W::trend), optional("complexity", &W::complexity),
                          optional("customerValue", &W::customerValue),
                          optional("purchase", &W::purchase),
                          optional("largeOrder", &W::largeOrder)};
    }
};

/** What questions of some knowledge categories are otherwise; what is not given is as in the group. */
struct CategoryPolicy
{
    QStringList categories;
    QList<GroupId> groups;     //!< only in these; with no groups and no tags everywhere
    QStringList tags;          //!< and in those with one of these tags
    std::optional<CategoryMode> mode;  //!< at most this much is left to the bot
    std::optional<int> answerThreshold;   //!< permille
    std::optional<int> clarifyThreshold;  //!< permille
    std::optional<bool> highRisk;

    bool operator==(const CategoryPolicy &) const = default;
    static constexpr auto fields()
    {
        using C = CategoryPolicy;
        return FieldList{required("categories", &C::categories), optional("groups", &C::groups),
                          optional("tags", &C::tags), optional("mode", &C::mode),
                          optional("answerThreshold", &C::answerThreshold),
                          optional("clarifyThreshold", &C::clarifyThreshold),
                          optional("highRisk", &C::highRisk)};
    }
};

/** Words of customers that speak for a person, and how much. */
struct KeywordSet
{
    QString name;
    QStringList words;
    int weight = 0;            //!< permille, once for the whole set

    bool operator==(const KeywordSet &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("name", &KeywordSet::name), required("words", &KeywordSet::words),
                          required("weight", &KeywordSet::weight)};
    }
};

/** Words and patterns that should not be in a text for a group, whoever wrote it. */
struct WordSet
{
    QString name;
    WordAction action = WordAction::Block;
    QStringList words;
    QStringList patterns;      //!< regular expressions, bounded as wordpattern.h says

    bool operator==(const WordSet &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("name", &WordSet::name), required("action", &WordSet::action),
                          optional("words", &WordSet::words),
                          optional("patterns", &WordSet::patterns)};
    }
};

/** When anger that goes from one member to others is a warning. */
struct SpreadWatch
{
    int emotion = 60;      //!< a message counts from this level on, 1–100
    int members = 2;       //!< so many others after the first; 0: nobody watches
    int minutes = 15;      //!< within so long
    int calmMinutes = 30;  //!< without such a message, and it is over

    bool operator==(const SpreadWatch &) const = default;
    static constexpr auto fields()
    {
        using S = SpreadWatch;
        return FieldList{optional("emotion", &S::emotion), optional("members", &S::members),
                          optional("minutes", &S::minutes),
                          optional("calmMinutes", &S::calmMinutes)};
    }
};

/** How template answers are put; facts in them stay as they are. */
struct AnswerTone
{
    ToneStyle style = ToneStyle::Plain;
    bool salutation = false;   //!< begins with the asker's name in the group
    bool emoji = true;         //!< false: those of the template are left out

    bool operator==(const AnswerTone &) const = default;
    static constexpr auto fields()
    {
        return FieldList{optional("style", &AnswerTone::style),
                          optional("salutation", &AnswerTone::salutation),
                          optional("emoji", &AnswerTone::emoji)};
    }
};

/** How topics that wait for a person are given out. */
struct Routing
{
    bool offers = false;       //!< the backend offers them; false: people take what they like
    int capacity = 6;          //!< topics one person has at once, unless the account says otherwise
    int touchSeconds = 0;      //!< an accepted offer nobody acted on by then goes back; 0: never

    bool operator==(const Routing &) const = default;
    static constexpr auto fields()
    {
        return FieldList{optional("offers", &Routing::offers),
                          optional("capacity", &Routing::capacity),
                          optional("touchSeconds", &Routing::touchSeconds)};
    }
};

/** Whether the bot asks those it or a person answered if their matter is settled. */
struct SolvedAsk
{
    int minutes = 0;  //!< after so long without a word of theirs; 0: never
    QString text;     //!< what it asks; empty: its own words

    static constexpr int mostMinutes = 24 * 60;
    static constexpr qsizetype textLimit = 100;

    bool operator==(const SolvedAsk &) const = default;
    static constexpr auto fields()
    {
        return FieldList{optional("minutes", &SolvedAsk::minutes),
                          optional("text", &SolvedAsk::text)};
    }
};

/** What is otherwise in some groups; what is not given is as in the policy. Permille as there. */
struct GroupPolicy
{
    QList<GroupId> groups;     //!< these
    QStringList tags;          //!< and those with one of these tags
    std::optional<BotMode> mode;  //!< at most this much is left to the bot
    std::optional<int> answerThreshold;
    std::optional<int> clarifyThreshold;
    std::optional<int> emotionAlert;
    std::optional<int> repeatsAlert;
    std::optional<int> escalationThreshold;
    std::optional<int> waitingSeconds;
    std::optional<int> firstResponseSeconds;
    std::optional<int> nextResponseSeconds;
    std::optional<int> resolutionSeconds;
    std::optional<int> budgetPerMinute;
    std::optional<int> budgetPerHour;
    std::optional<bool> secondReviewer;
    std::optional<WorkingHours> hours;  //!< without a calendar: with that of the policy
    std::optional<QuietHours> quiet;
    std::optional<AnswerTone> tone;
    std::optional<QString> aiLabel;
    std::optional<SolvedAsk> solvedAsk;
    std::optional<bool> readPictures;

    bool operator==(const GroupPolicy &) const = default;
    static constexpr auto fields()
    {
        using G = GroupPolicy;
        return FieldList{optional("groups", &G::groups), optional("tags", &G::tags),
                          optional("mode", &G::mode),
                          optional("answerThreshold", &G::answerThreshold),
                          optional("clarifyThreshold", &G::clarifyThreshold),
                          optional("emotionAlert", &G::emotionAlert),
                          optional("repeatsAlert", &G::repeatsAlert),
                          optional("escalationThreshold", &G::escalationThreshold),
                          optional("waitingSeconds", &G::waitingSeconds),
                          optional("firstResponseSeconds", &G::firstResponseSeconds),
                          optional("nextResponseSeconds", &G::nextResponseSeconds),
                          optional("resolutionSeconds", &G::resolutionSeconds),
                          optional("budgetPerMinute", &G::budgetPerMinute),
                          optional("budgetPerHour", &G::budgetPerHour),
                          optional("secondReviewer", &G::secondReviewer),
                          optional("hours", &G::hours), optional("quiet", &G::quiet),
                          optional("tone", &G::tone), optional("aiLabel", &G::aiLabel),
                          optional("solvedAsk", &G::solvedAsk),
                          optional("readPictures", &G::readPictures)};
    }
};

/** What a supervisor sets: when the bot answers, asks, holds back, or fetches a person.
 *
 * Permille unless a name says otherwise. Written as YAML by people (there as fractions, 0.72),
 * kept in the ledger as policy.changed.
 */
struct Policy
{
    int version = 0;
    // Of a bank's customers' questions .841 were answered right from here on, and .941 of what was
    // answered was right; from 0.72 on .767 and .968 (bench_language intents).
    int answerThreshold = 560;
    int clarifyThreshold = 500;
    int linkDoubt = 600;             //!< a topic link below this is shown as doubtful
    int emotionAlert = 70;           //!< 0–100
    int repeatsAlert = 3;
    int escalationThreshold = 600;
    EscalationWeights weights;
    int waitingSeconds = 300;        //!< an unanswered question older than this asks for a person
    int firstResponseSeconds = 300;  //!< service level: first answer of a person after escalation
    int nextResponseSeconds = 0;     //!< and each further one after a question; 0: not watched
    int resolutionSeconds = 0;       //!< end of a topic people have, after it opened; 0: not watched
    int slaWarnPermille = 800;       //!< of each time gone when a warning comes; 0, 1000: none
    int budgetPerMinute = 30;        //!< sends to one chat, replies and pushes together
    int budgetPerHour = 1000;
    QStringList humanWords;          //!< an explicit request for a person
    QStringList sensitiveWords;      //!< never sent to a group
    QStringList highRiskCategories;
    QString aiLabel;                 //!< put before every text the bot sends
    bool secondReviewer = false;     //!< who changed a draft does not send it: another person decides
    bool stopped = false;            //!< the stop switch: no text of the bot leaves
    QString stoppedBy;               //!< name of who used it last; empty: the policy file
    Instant stoppedAt;               //!< when; unset: by the policy file
    WorkingHours hours;
    QList<GroupPolicy> groups;       //!< of several that apply to a group, the later one counts
    QList<CategoryPolicy> categories;  //!< here too the later one counts
    QList<KeywordSet> keywords;
    QStringList purchaseWords;       //!< besides those the bot knows
    int largeOrder = 20;             //!< so many pieces or boxes are a large order; 0: none is
    int highValueCents = 500'000;    //!< spent within 30 days: full weight of customerValue
    QList<WordSet> wordSets;         //!< besides sensitiveWords, which block
    QuietHours quiet;
    int accountPerMinute = 0;        //!< sends of one connector to all chats; 0: no limit
    int accountPerHour = 0;
    int memberPerMinute = 0;         //!< texts of the bot to one member; 0: no limit
    int noticeShare = 800;           //!< permille of each limit that texts answering nobody may use
    AnswerTone tone;
    Routing routing;
    QList<QStringList> synonyms = {};  //!< lists of words that mean the same, besides those the bot knows

    SpreadWatch spread = {};
    int mergeSeconds = 3;            //!< an answer given shortly before to another member waits so
                                     //!< long for more who ask the same; 0: goes at once
    int foldSample = 20;             //!< folded messages of a day that people check; 0: none
    SolvedAsk solvedAsk = {};
    bool promises = true;            //!< what people of ours promise is noted from their words
    bool readPictures = true;        //!< words in pictures of the group are read and count as written

    static constexpr int mostFoldSample = 100;
    static constexpr qsizetype mostSynonyms = 1000;   //!< words of all lists
    static constexpr qsizetype longestSynonym = 24;   //!< UTF-16 units

    bool operator==(const Policy &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("version", &Policy::version),
                          required("answerThreshold", &Policy::answerThreshold),
                          required("clarifyThreshold", &Policy::clarifyThreshold),
                          required("linkDoubt", &Policy::linkDoubt),
                          required("emotionAlert", &Policy::emotionAlert),
                          required("repeatsAlert", &Policy::repeatsAlert),
                          required("escalationThreshold", &Policy::escalationThreshold),
                          required("weights", &Policy::weights),
                          required("waitingSeconds", &Policy::waitingSeconds),
                          required("firstResponseSeconds", &Policy::firstResponseSeconds),
                          required("budgetPerMinute", &Policy::budgetPerMinute),
                          required("budgetPerHour", &Policy::budgetPerHour),
                          optional("nextResponseSeconds", &Policy::nextResponseSeconds),
                          optional("resolutionSeconds", &Policy::resolutionSeconds),
                          optional("slaWarnPermille", &Policy::slaWarnPermille),
                          optional("humanWords", &Policy::humanWords),
                          optional("sensitiveWords", &Policy::sensitiveWords),
                          optional("highRiskCategories", &Policy::highRiskCategories),
                          optional("aiLabel", &Policy::aiLabel),
                          optional("secondReviewer", &Policy::secondReviewer),
                          optional("stopped", &Policy::stopped),
                          optional("stoppedBy", &Policy::stoppedBy),
                          optional("stoppedAt", &Policy::stoppedAt),
                          optional("hours", &Policy::hours),
                          optional("groups", &Policy::groups),
                          optional("categories", &Policy::categories),
                          optional("keywords", &Policy::keywords),
                          optional("purchaseWords", &Policy::purchaseWords),
                          optional("largeOrder", &Policy::largeOrder),
                          optional("highValueCents", &Policy::highValueCents),
                          optional("wordSets", &Policy::wordSets),
                          optional("quiet", &Policy::quiet),
                          optional("accountPerMinute", &Policy::accountPerMinute),
                          optional("accountPerHour", &Policy::accountPerHour),
                          optional("memberPerMinute", &Policy::memberPerMinute),
                          optional("noticeShare", &Policy::noticeShare),
                          optional("tone", &Policy::tone),
                          optional("routing", &Policy::routing),
                          optional("synonyms", &Policy::synonyms),
                          optional("spread", &Policy::spread),
                          optional("mergeSeconds", &Policy::mergeSeconds),
                          optional("foldSample", &Policy::foldSample),
                          optional("solvedAsk", &Policy::solvedAsk),
                          optional("promises", &Policy::promises),
                          optional("readPictures", &Policy::readPictures)};
    }
};

/** What is wrong with one list of synonyms, in English; empty when it may be used. */
QString synonymsProblem(const QStringList &words);

/** The policy as it is in this group. */
Policy policyFor(const Policy &policy, const Group &group);
/** How far the bot may act in the group: what group and policy both allow. */
BotMode modeFor(const Policy &policy, const Group &group);

/** What holds for questions of one category in one group. */
struct CategoryStance
{
    CategoryMode mode = CategoryMode::Answer;
    int answerThreshold = 0;   //!< permille
    int clarifyThreshold = 0;  //!< permille, never above the other
    bool highRisk = false;
};

/** inGroup: what policyFor() gave for the group. */
CategoryStance stanceOn(const Policy &inGroup, const Group &group, const QString &category);

} // namespace quntai
