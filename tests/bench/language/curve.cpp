// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much better questions are read for each thing people put right.
#include "app/backend/language/lessonoverlay.h"
#include "models/domain/policy.h"
#include "tests/backend/language/sampleknowledge.h"
#include "tests/bench/figures.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/tasks.h"

#include <QJsonArray>

#include <map>
#include <random>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned seed = 20'261'128;
const int answerFrom = Policy{}.answerThreshold;
constexpr qsizetype askedMost = 1500;     // what customers ask while people watch
constexpr qsizetype testedMost = 400;
constexpr qsizetype manyPhrasings = 10;   // of an entry that has more, three stay and the rest is asked
constexpr qsizetype keptPhrasings = 3;
constexpr int checkpoints[] = {0, 10, 25, 50, 100, 200, 400, 800};

struct Question
{
    QString text;
    EntryId gold;
};

/** A base as it begins, what is asked in it, and what it is tested with, apart from each other. */
struct Course
{
    QList<Entry> entries;
    QList<Question> asked;
    QList<Question> tested;
};

void shuffle(QList<Question> &questions)
{
    // Not std::shuffle, whose order is the library's own business.
    std::mt19937 dice(seed);
    for (auto i = questions.size(); i > 1; --i)
        questions.swapItemsAt(i - 1, qsizetype(dice() % unsigned(i)));
}

/** Keeps some phrasings of entries that have many; the others are asked. */
void hold(Course &course, Entry entry, qsizetype kept)
{
    for (const auto &text : entry.similar.sliced(std::min(kept, entry.similar.size())))
        course.asked.append({text, entry.id});
    entry.similar = entry.similar.first(std::min(kept, entry.similar.size()));
    course.entries.append(std::move(entry));
}

void bound(Course &course)
{
    shuffle(course.asked);
    shuffle(course.tested);
    if (course.tested.isEmpty() || course.asked.isEmpty()) {
        auto &all = course.asked.isEmpty() ? course.tested : course.asked;
        const auto rest = all.sliced(all.size() / 2);
        all.resize(all.size() / 2);
        (course.asked.isEmpty() ? course.asked : course.tested) = rest;
    }
    course.asked.resize(std::min(askedMost, course.asked.size()));
    course.tested.resize(std::min(testedMost, course.tested.size()));
}

/** One for each set of the file that has questions with an answer. */
std::map<QString, Course> coursesOf(const QList<QJsonObject> &lines)
{
    std::map<QString, Course> courses;
    for (const auto &line : lines) {
        auto &course = courses[line["set"_L1].toString()];
        if (line["type"_L1] == "query"_L1 && !line["gold"_L1].toString().isEmpty())
            course.tested.append({line["text"_L1].toString(), {line["gold"_L1].toString()}});
        if (line["type"_L1] != "kb"_L1)
            continue;
        const auto entry = entryOf(line);
        const bool many = entry.similar.size() > manyPhrasings;
        hold(course, entry, many ? keptPhrasings : entry.similar.size());
    }
    for (auto &[name, course] : courses)
        bound(course);
    return courses;
}

/** The sample company: entries begin with two similar questions, as an editor would write them. */
Course sampleCourse()
{
    Course course;
    for (const auto &entry : test::sampleKnowledge())
        hold(course, entry, 2);
    bound(course);
    return course;
}

struct Figures
{
    double first = 0;     //!< permille whose first candidate is right
    double answered = 0;  //!< permille that are answered rightly
    double wrong = 0;     //!< permille that are answered wrongly
};

/** A backend's core as far as reading questions goes, and people who watch it. */
class School
{
public:
    School(std::shared_ptr<const Lexicon> lexicon, const QList<Entry> &entries)
        : m_retriever(lexicon), m_overlay(lexicon)
    {
        for (const auto &entry : entries) {
            m_entries.insert(entry.id, entry);
            m_retriever.put(entry);
        }
    }

    Retrieval find(const QString &text, Instant now) const
    {
        return m_overlay.over(m_retriever.find(text, now), text, m_entries);
    }

    Figures test(const QList<Question> &questions) const
    {
        Figures figures;
        for (const auto &question : questions) {
            const auto found = find(question.text, {});
            const bool right = !found.candidates.isEmpty()
                && found.candidates.first().entry == question.gold;
            const bool answers = found.confidence >= answerFrom;
            figures.first += right ? 1 : 0;
            figures.answered += right && answers ? 1 : 0;
            figures.wrong += !right && answers ? 1 : 0;
        }
        const double part = 1000.0 / double(std::max<qsizetype>(1, questions.size()));
        return {figures.first * part, figures.answered * part, figures.wrong * part};
    }

    /** The agent's correction: the words become the entry's own. */
    void correct(const Question &question, Instant now)
    {
        auto &entry = m_entries[question.gold];
        entry.similar.prepend(question.text);
        entry.changedAt = now;
        m_retriever.put(entry);
    }

    /** A reviewer's decision, or a suggestion taken over. */
    void decide(const Question &question, const EntryId &entry, bool good, Instant now)
    {
        PhrasingLesson lesson;
        lesson.id = {u"l-%1"_s.arg(m_lessons.size())};
        lesson.entry = entry;
        lesson.question = question.text;
        lesson.good = good;
        lesson.seq = m_lessons.size();
        lesson.at = now;
        m_lessons.append(lesson);
        m_overlay.keep(m_lessons);
        if (good)
            m_retriever.put(withLessons(m_entries.value(entry), m_lessons));
    }

private:
    Retriever m_retriever;
    LessonOverlay m_overlay;
    QHash<EntryId, Entry> m_entries;
    QList<PhrasingLesson> m_lessons;
};

void tell(const QString &set, const char *what, int done, const Figures &now, const Figures &before)
{
    const auto name = [&](const char *figure) {
        return u"%1, %2 %3: %4"_s.arg(set).arg(done).arg(QLatin1StringView(what),
                                                          QLatin1StringView(figure)).toUtf8();
    };
    report(name("first right").constData(), now.first / 10, "%", before.first / 10, "unlearned");
    report(name("answered right").constData(), now.answered / 10, "%", before.answered / 10,
           "unlearned");
    report(name("answered wrong").constData(), now.wrong / 10, "%", before.wrong / 10, "unlearned");
}

enum class By { Correction, Decision };

/** What people do about an answer; whether they did anything. */
bool put(School &school, const Question &question, By by, Instant now)
{
    const auto found = school.find(question.text, now);
    const auto first = found.candidates.isEmpty() ? EntryId{} : found.candidates.first().entry;
    const bool right = first == question.gold;
    if (right && (by == By::Correction || found.confidence >= answerFrom))
        return false;
    if (by == By::Correction) {
        school.correct(question, now);
        return true;
    }
    if (!right && !first.isEmpty())
        school.decide(question, first, false, now);
    school.decide(question, question.gold, true, now);
    return true;
}

void learn(const QString &set, const Course &course, const std::shared_ptr<const Lexicon> &lexicon,
           By by)
{
    const char *what = by == By::Correction ? "corrections" : "decisions";
    School school(lexicon, course.entries);
    const auto before = school.test(course.tested);
    tell(set, what, 0, before, before);
    const int *next = std::ranges::upper_bound(checkpoints, 0);
    int done = 0;
    Instant now{1'000'000};
    for (const auto &question : course.asked) {
        now = now.plusSeconds(5);
        done += put(school, question, by, now) ? 1 : 0;
        if (next == std::end(checkpoints) || done < *next)
            continue;
        tell(set, what, done, school.test(course.tested), before);
        ++next;
    }
    std::printf("%s: %lld asked, %lld tested\n", qPrintable(set), qint64(course.asked.size()),
                qint64(course.tested.size()));
    tell(set, what, done, school.test(course.tested), before);
}

} // namespace

Result<> curve(const TaskFiles &files)
{
    auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        return std::unexpected(lexicon.error());
    std::map<QString, Course> courses;
    if (files.file == u"sample"_s) {
        courses[u"sample"_s] = sampleCourse();
    } else {
        const auto lines = readJsonLines(files.file);
        if (!lines)
            return std::unexpected(lines.error());
        courses = coursesOf(*lines);
    }
    const auto shared = std::make_shared<const Lexicon>(std::move(*lexicon));
    for (const auto &[name, course] : courses) {
        if (course.asked.isEmpty() || course.tested.isEmpty())
            continue;
        learn(name, course, shared, By::Correction);
        learn(name, course, shared, By::Decision);
    }
    return {};
}

} // namespace quntai::bench
