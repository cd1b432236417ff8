// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"

#include <qttranslation.h>

namespace quntai {

// The report: what is counted, and the values it travels in. Topics count in the span in which
// their first question came, whatever happened to them later; topics merged into others do not
// count by themselves. Percentages travel as part and whole, so that both can be shown.

/** What is measured; measureTexts says exactly how. */
enum class Measure {
    FirstResponse,
    AverageResponse,
    FirstContact,
    Transfer,
    Automation,
    Coverage,
    KnowledgeHit,
    NewKnowledge,
};
template <>
inline constexpr std::array<std::string_view, 8> enumWords<Measure>{
    "first_response", "average_response", "first_contact", "transfer",
    "automation", "coverage", "knowledge_hit", "new_knowledge"};

/** Who answered: our bot, a person of ours at a console or on a phone, another member. */
enum class Answerer { Bot, Human, Peer };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<Answerer>{"bot", "human", "peer"};

/** The name of a measure and its definition, in English; the console shows its translation, the
 * backend counts by it. This is the only place where a measure is defined. */
struct MeasureText
{
    Measure measure;
    const char *name;
    const char *definition;
};

inline constexpr auto measureTexts = std::to_array<MeasureText>({
    {Measure::FirstResponse, QT_TRANSLATE_NOOP("Measure", "First response, median"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "From the first question of a topic to its first answer that reached the group. An answer "
         "is the bot's, a person's (at a console or on a phone) or another member's; “a colleague is "
         "coming” is none. Of all topics that were answered; the others are counted beside.")},
    {Measure::AverageResponse, QT_TRANSLATE_NOOP("Measure", "Response, average"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "From each question to the next answer that reached the group, averaged over all answers of "
         "the topics. Several questions in a row wait from the first of them.")},
    {Measure::FirstContact, QT_TRANSLATE_NOOP("Measure", "First-contact resolution"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "Of the topics that came to rest (ended, or silent for 24 hours after an answer): those "
         "that were not reopened, asked on, or asked again by the same person within 72 hours. Rest "
         "of less than 72 hours counts as it is so far.")},
    {Measure::Transfer, QT_TRANSLATE_NOOP("Measure", "Transfer rate"),
     QT_TRANSLATE_NOOP("Measure",
                       "Topics that were escalated to a person, of all topics. The mark is at 20 %.")},
    {Measure::Automation, QT_TRANSLATE_NOOP("Measure", "Automation rate"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "Topics that the bot answered and no person had to: never escalated, no question left open, "
         "no answer corrected. Of all topics.")},
    {Measure::Coverage, QT_TRANSLATE_NOOP("Measure", "7×24 coverage"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "Minutes in which somebody would answer, of all minutes of all groups. A person counts "
         "while their console is connected and they are not away, in the groups they may see; the bot "
         "counts while its platform is connected, the group is on automatic and it is not stopped.")},
    {Measure::KnowledgeHit, QT_TRANSLATE_NOOP("Measure", "Knowledge hit rate"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "Topics for which an entry was found above the answer threshold and not rejected by a person "
         "(answer corrected, draft refused). Of all topics.")},
    {Measure::NewKnowledge, QT_TRANSLATE_NOOP("Measure", "New knowledge"),
     QT_TRANSLATE_NOOP(
         "Measure",
         "Entries that people added or changed in this time, each counted once: from corrected "
         "answers, or written in the studio. Imports do not count. The topics are those whose answers "
         "were corrected.")},
});

inline constexpr int transferMark = 200;  //!< permille
inline constexpr qint64 firstContactMs = 72LL * 3600 * 1000;
inline constexpr qint64 quietMs = 24LL * 3600 * 1000;
inline constexpr qint64 longestReportMs = 366LL * 86400 * 1000;

/** part of whole; whole 0: there is nothing to say. */
struct Share
{
    int part = 0;
    int whole = 0;

    bool operator==(const Share &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("part", &Share::part), required("whole", &Share::whole)};
    }
};

/** How long some things took. */
struct Timing
{
    int count = 0;
    qint64 medianMs = 0;
    qint64 totalMs = 0;

    bool operator==(const Timing &) const = default;
    static constexpr auto fields()
    {
        using T = Timing;
        return FieldList{required("count", &T::count), optional("medianMs", &T::medianMs),
                          optional("totalMs", &T::totalMs)};
    }
};

/** The part of one kind of answerer. */
struct AnswererFigures
{
    Answerer who = Answerer::Bot;
    Timing first;        //!< topics they answered first
    Timing every;        //!< all their answers
    Share firstContact;  //!< topics served by them: by a person if one answered, else by the bot

    bool operator==(const AnswererFigures &) const = default;
    static constexpr auto fields()
    {
        using A = AnswererFigures;
        return FieldList{required("who", &A::who), required("first", &A::first),
                          required("every", &A::every),
                          required("firstContact", &A::firstContact)};
    }
};

/** The measures of one span of time. */
struct Figures
{
    int topics = 0;
    int unanswered = 0;
    Timing first;
    Timing every;
    QList<AnswererFigures> by;  //!< bot, human, peer
    Share firstContact;
    int restingShortly = 0;     //!< of firstContact: at rest for less than 72 hours
    Share transfer;
    Share automation;
    Share hit;
    Share coverage;             //!< minutes, summed over groups
    int newFromCorrections = 0;
    int newWritten = 0;

    bool operator==(const Figures &) const = default;
    static constexpr auto fields()
    {
        using F = Figures;
        return FieldList{
            required("topics", &F::topics), optional("unanswered", &F::unanswered),
            required("first", &F::first), required("every", &F::every), optional("by", &F::by),
            required("firstContact", &F::firstContact),
            optional("restingShortly", &F::restingShortly), required("transfer", &F::transfer),
            required("automation", &F::automation), required("hit", &F::hit),
            required("coverage", &F::coverage),
            optional("newFromCorrections", &F::newFromCorrections),
            optional("newWritten", &F::newWritten)};
    }
};

/** The figures of one step of the time axis. */
struct FiguresStep
{
    Instant from;
    Figures figures;

    bool operator==(const FiguresStep &) const = default;
    static constexpr auto fields()
    {
        using S = FiguresStep;
        return FieldList{required("from", &S::from), required("figures", &S::figures)};
    }
};

/** How many topics were escalated for a reason; one topic may have several. */
struct ReasonCount
{
    Reason reason = Reason::LowConfidence;
    int topics = 0;

    bool operator==(const ReasonCount &) const = default;
    static constexpr auto fields()
    {
        using R = ReasonCount;
        return FieldList{required("reason", &R::reason), required("topics", &R::topics)};
    }
};

/** One row of the coverage matrix: a weekday or a group, by hour of the company's day. Minutes
 * that lie in the future do not count. */
struct CoverageRow
{
    int weekday = 0;       //!< 1 Monday – 7 Sunday; 0: a group's row
    GroupId group;
    QString name;          //!< of the group; untrusted
    QList<int> human;      //!< 24 each: minutes with a person, with or without the bot
    QList<int> bot;        //!< minutes with the bot alone
    QList<int> nobody;     //!< minutes without anybody
    QList<int> topics;     //!< topics asked

    bool operator==(const CoverageRow &) const = default;
    static constexpr auto fields()
    {
        using C = CoverageRow;
        return FieldList{optional("weekday", &C::weekday), optional("group", &C::group),
                          optional("name", &C::name), required("human", &C::human),
                          required("bot", &C::bot), required("nobody", &C::nobody),
                          required("topics", &C::topics)};
    }
};

/** report.query: the measures of [from, to) in these groups. */
struct ReportParams
{
    Instant from = {};
    Instant to = {};
    QList<GroupId> groups = {};  //!< empty: all I may see

    bool operator==(const ReportParams &) const = default;
    static constexpr auto fields()
    {
        using P = ReportParams;
        return FieldList{required("from", &P::from), required("to", &P::to),
                          optional("groups", &P::groups)};
    }
};

/** What became of answers the bot was so sure of. An answer is a draft a person decided on, or a
 * text the bot sent by itself. */
struct ReliabilityStep
{
    int from = 0;       //!< confidence, permille; the step holds the 100 from there, the last 101
    int accepted = 0;   //!< draft approved as it was, or sent and never corrected
    int corrected = 0;  //!< draft changed and sent, or the sent answer corrected
    int rejected = 0;   //!< draft refused
    int confidence = 0; //!< mean of the answers, permille

    bool operator==(const ReliabilityStep &) const = default;
    static constexpr auto fields()
    {
        using R = ReliabilityStep;
        return FieldList{required("from", &R::from), optional("accepted", &R::accepted),
                          optional("corrected", &R::corrected),
                          optional("rejected", &R::rejected),
                          optional("confidence", &R::confidence)};
    }
};

/** How many folded messages should not have been: counted in the daily samples people checked, and
 * estimated for all. Each day weighs as much as was folded in it. */
struct FoldFigures
{
    int folded = 0;    //!< messages
    int sampled = 0;
    int checked = 0;
    int missed = 0;    //!< of those checked
    int rate = 0;      //!< permille, estimated; 0 while nothing was checked
    int low = 0;       //!< 95 % interval of the rate, permille
    int high = 1000;

    bool operator==(const FoldFigures &) const = default;
    static constexpr auto fields()
    {
        using F = FoldFigures;
        return FieldList{optional("folded", &F::folded), optional("sampled", &F::sampled),
                          optional("checked", &F::checked), optional("missed", &F::missed),
                          optional("rate", &F::rate), optional("low", &F::low),
                          optional("high", &F::high)};
    }
};

struct Report
{
    Instant from;
    Instant to;
    Instant asOf;               //!< of the newest event it knows
    Figures now;
    Figures before;             //!< of as long a span just before
    qint64 stepMs = 0;
    QList<FiguresStep> steps;   //!< oldest first
    QList<ReasonCount> reasons; //!< most frequent first
    QList<CoverageRow> weekdays;
    QList<CoverageRow> groups;  //!< least covered first, at most 100
    int groupCount = 0;
    int uncoveredTopics = 0;    //!< asked while nobody was there
    QList<ReliabilityStep> reliability = {};  //!< ten steps of confidence, or none
    FoldFigures folds = {};
    int spreads = 0;            //!< times anger spread in a group

    bool operator==(const Report &) const = default;
    static constexpr auto fields()
    {
        using R = Report;
        return FieldList{
            required("from", &R::from), required("to", &R::to), required("asOf", &R::asOf),
            required("now", &R::now), required("before", &R::before),
            required("stepMs", &R::stepMs), optional("steps", &R::steps),
            optional("reasons", &R::reasons), optional("weekdays", &R::weekdays),
            optional("groups", &R::groups), optional("groupCount", &R::groupCount),
            optional("uncoveredTopics", &R::uncoveredTopics),
            optional("reliability", &R::reliability), optional("folds", &R::folds),
            optional("spreads", &R::spreads)};
    }
};

/** Which topics of a measure. */
enum class ReportSide { All, Part, Rest };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<ReportSide>{"all", "part", "rest"};

/** report.topics: the topics behind a number. Response times: slowest first; else newest first. */
struct ReportTopicsParams
{
    Measure measure = Measure::FirstResponse;
    Instant from = {};
    Instant to = {};
    QList<GroupId> groups = {};
    ReportSide side = ReportSide::All;  //!< Part: what the measure counts; Rest: what it does not
    std::optional<Answerer> who = {};
    std::optional<Reason> reason = {};
    int weekday = 0;                    //!< 1–7: asked on such a day
    int hour = -1;                      //!< 0–23: asked in such an hour
    QString after = {};                      //!< "next" of the page before
    int limit = 50;                     //!< at most 100

    bool operator==(const ReportTopicsParams &) const = default;
    static constexpr auto fields()
    {
        using P = ReportTopicsParams;
        return FieldList{required("measure", &P::measure), required("from", &P::from),
                          required("to", &P::to), optional("groups", &P::groups),
                          optional("side", &P::side), optional("who", &P::who),
                          optional("reason", &P::reason), optional("weekday", &P::weekday),
                          optional("hour", &P::hour), optional("after", &P::after),
                          optional("limit", &P::limit)};
    }
};

/** One topic behind a number; it may have left the console's state long ago. */
struct ReportTopic
{
    TopicId topic = {};
    GroupId group = {};
    QString groupName = {};      //!< untrusted
    QString title = {};          //!< untrusted
    Instant at = {};             //!< first question
    TopicState state = TopicState::Bot;
    std::optional<Answerer> who = {};  //!< served it
    qint64 waitMs = -1;     //!< to the first answer, or the longest wait for one; -1: none came
    bool counts = false;    //!< is in the measure's part
    QList<Reason> reasons = {};  //!< of its escalation

    bool operator==(const ReportTopic &) const = default;
    static constexpr auto fields()
    {
        using T = ReportTopic;
        return FieldList{required("topic", &T::topic), required("group", &T::group),
                          optional("groupName", &T::groupName), optional("title", &T::title),
                          required("at", &T::at), required("state", &T::state),
                          optional("who", &T::who), optional("waitMs", &T::waitMs),
                          optional("counts", &T::counts), optional("reasons", &T::reasons)};
    }
};

struct ReportTopics
{
    QList<ReportTopic> topics;
    int total = 0;   //!< on all pages
    QString next;    //!< empty: this is the last page

    bool operator==(const ReportTopics &) const = default;
    static constexpr auto fields()
    {
        using R = ReportTopics;
        return FieldList{optional("topics", &R::topics), required("total", &R::total),
                          optional("next", &R::next)};
    }
};

/** The company's clock: the day that holds this moment, and its hour. */
struct LocalHour
{
    int weekday = 1;  //!< 1 Monday – 7 Sunday
    int hour = 0;
};
LocalHour localHour(Instant at, int offsetMinutes);
/** When the day that holds this moment begins, by that clock. */
Instant localDayStart(Instant at, int offsetMinutes);

} // namespace quntai
