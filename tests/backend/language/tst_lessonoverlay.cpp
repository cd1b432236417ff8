// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lessonoverlay.h"
#include "tests/backend/language/sampleknowledge.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const EntryId refund{u"k-001"_s};
const auto words = u"我退的货 那个款啥时候给我打回来啊"_s;

PhrasingLesson lesson(const QString &id, const EntryId &entry, const QString &question, bool good,
                      qint64 seq)
{
    PhrasingLesson made;
    made.id = {id};
    made.entry = entry;
    made.question = question;
    made.good = good;
    made.seq = seq;
    made.at = {seq};
    return made;
}

} // namespace

/** What lessons do to what the retriever finds. */
class TestLessonOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysNothingWithoutLessons();
    void sameWordsAreCertain();
    void nearlyTheSameWordsCountLess();
    void badLessonsTakeAway();
    void unknownEntriesAreNoCandidates();
    void orderOfLessonsDoesNotShow();
    void whatIsGoneLeavesNothing();
    void neverMoreThanBefore();
    void entryIsReadWithItsLessons();
    void hashNamesWhatWasLearned();

private:
    Retrieval find(const QList<PhrasingLesson> &lessons, const QString &text) const
    {
        LessonOverlay overlay(m_lexicon);
        overlay.keep(lessons);
        return overlay.over(m_retriever->find(text), text, m_entries);
    }

    std::shared_ptr<const Lexicon> m_lexicon;
    std::unique_ptr<Retriever> m_retriever;
    QHash<EntryId, Entry> m_entries;
};

void TestLessonOverlay::initTestCase()
{
    auto read = Lexicon::builtIn();
    QVERIFY(read);
    m_lexicon = std::make_shared<const Lexicon>(std::move(*read));
    m_retriever = std::make_unique<Retriever>(m_lexicon);
    for (const auto &entry : test::sampleKnowledge()) {
        m_entries.insert(entry.id, entry);
        m_retriever->put(entry);
    }
    QVERIFY(m_entries.contains(refund));
}

void TestLessonOverlay::saysNothingWithoutLessons()
{
    QVERIFY(find({}, words) == m_retriever->find(words));
    const auto far = lesson(u"l"_s, refund, u"怎么开发票"_s, true, 1);
    QVERIFY(find({far}, words) == m_retriever->find(words));
}

void TestLessonOverlay::sameWordsAreCertain()
{
    const auto found = find({lesson(u"l"_s, refund, words, true, 1)}, words + u"！"_s);
    QCOMPARE(found.candidates.value(0).entry, refund);
    QCOMPARE(found.confidence, 990);
    QCOMPARE(found.outOfScope, 10);
    QCOMPARE(found.candidates.value(0).signals_.value(u"overlay"_s), 1000);
    QCOMPARE(found.phrasings.size(), found.candidates.size());
}

void TestLessonOverlay::nearlyTheSameWordsCountLess()
{
    const auto known = lesson(u"l"_s, refund, words, true, 1);
    const auto nearly = u"我退的货那个款什么时候给我打回来啊谢谢"_s;
    const auto plain = m_retriever->find(nearly);
    const auto found = find({known}, nearly);
    const int alike = found.candidates.value(0).signals_.value(u"overlay"_s);
    QVERIFY2(alike >= LessonOverlay::nearFrom && alike < 1000, qPrintable(QString::number(alike)));
    QVERIFY(found.confidence < 990);
    const auto before = std::ranges::find(plain.candidates, refund, &Candidate::entry);
    QVERIFY(before == plain.candidates.cend() || found.confidence > before->score);
}

void TestLessonOverlay::badLessonsTakeAway()
{
    const auto question = u"退款要等多久才能到我卡里"_s;
    const auto plain = m_retriever->find(question);
    const auto first = plain.candidates.value(0).entry;
    QVERIFY(plain.confidence > 0);
    const auto found = find({lesson(u"l"_s, first, question, false, 1)}, question);
    const auto after = std::ranges::find(found.candidates, first, &Candidate::entry);
    QVERIFY(after == found.candidates.cend() || after->score == 0);
    QVERIFY(found.candidates.value(0).entry != first || found.confidence == 0);
    // What is among its own words is not talked down.
    const auto own = m_entries.value(refund).question;
    QVERIFY(find({lesson(u"l"_s, refund, own, false, 1)}, own).confidence >= 990);
}

void TestLessonOverlay::unknownEntriesAreNoCandidates()
{
    const auto found = find({lesson(u"l"_s, {u"gone"_s}, words, true, 1)}, words);
    QVERIFY(found.candidates == m_retriever->find(words).candidates);
}

void TestLessonOverlay::orderOfLessonsDoesNotShow()
{
    QList<PhrasingLesson> lessons{lesson(u"a"_s, refund, words, true, 1),
                                  lesson(u"b"_s, refund, words + u"呀"_s, false, 2),
                                  lesson(u"c"_s, {u"k-002"_s}, words, false, 3)};
    const auto one = find(lessons, words);
    std::ranges::reverse(lessons);
    QVERIFY(find(lessons, words) == one);
}

void TestLessonOverlay::whatIsGoneLeavesNothing()
{
    LessonOverlay overlay(m_lexicon);
    QList<PhrasingLesson> lessons;
    for (int i = 0; i < 50; ++i)
        lessons.append(lesson(u"l-%1"_s.arg(i), refund, words + QString::number(i), i % 2 == 0, i));
    QCOMPARE(overlay.keep(lessons), QSet<EntryId>{refund});
    QVERIFY(overlay.keep(lessons).isEmpty());
    QCOMPARE(overlay.keep({}), QSet<EntryId>{refund});
    const auto plain = m_retriever->find(words);
    QVERIFY(overlay.over(plain, words, m_entries) == plain);
}

void TestLessonOverlay::neverMoreThanBefore()
{
    QList<PhrasingLesson> lessons;
    for (const auto &id : m_entries.keys())
        lessons.append(lesson(u"l-"_s + id.value, id, words, true, 1));
    const auto plain = m_retriever->find(words);
    const auto found = find(lessons, words);
    QCOMPARE(found.candidates.size(), std::max<qsizetype>(1, plain.candidates.size()));
    QVERIFY(std::ranges::is_sorted(found.candidates, std::ranges::greater{}, &Candidate::score));
    for (const auto &candidate : found.candidates.sliced(1))
        QVERIFY(candidate.score <= 1000 - found.confidence);
}

void TestLessonOverlay::entryIsReadWithItsLessons()
{
    const auto entry = m_entries.value(refund);
    const auto read = withLessons(entry, {lesson(u"a"_s, refund, words, true, 7),
                                          lesson(u"b"_s, refund, u"不是"_s, false, 8),
                                          lesson(u"c"_s, {u"k-002"_s}, u"别的"_s, true, 9)});
    QCOMPARE(read.similar, entry.similar + QStringList{words});
    QCOMPARE(read.changedAt, Instant{7});
    QCOMPARE(read.version, entry.version);
}

void TestLessonOverlay::hashNamesWhatWasLearned()
{
    const auto base = [&](const QString &last) {
        Retriever retriever(m_lexicon);
        for (int i = 0; i < 220; ++i) {
            Entry entry;
            entry.id = {u"e-%1"_s.arg(i)};
            entry.version = 1;
            entry.question = u"第%1号问题怎么办"_s.arg(i);
            entry.similar = {u"%1号怎么处理"_s.arg(i), u"关于%1号"_s.arg(i), u"%1号的事"_s.arg(i),
                             i == 219 ? last : u"%1呢"_s.arg(i)};
            retriever.put(entry);
        }
        return retriever;
    };
    const auto hashed = [](const Retriever &retriever) {
        const auto task = retriever.learning();
        if (!task)
            return u"small"_s;
        if (!retriever.learnedHash().isEmpty())
            return u"early"_s;
        task();
        return retriever.learnedHash();
    };
    auto one = base(u"最后一个"_s);
    const auto hash = hashed(one);
    QCOMPARE(hash.size(), 64);
    QCOMPARE(hashed(base(u"最后一个"_s)), hash);
    QVERIFY(hashed(base(u"另外一个"_s)) != hash);
    Entry more;
    more.id = {u"e-0"_s};
    more.version = 2;
    more.question = u"换了"_s;
    one.put(more);
    QVERIFY(one.learnedHash().isEmpty());
    // What the first question of a small base learns is nothing that is activated.
    m_retriever->prepare();
    QVERIFY(m_retriever->learnedHash().isEmpty());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLessonOverlay)
#include "tst_lessonoverlay.moc"
