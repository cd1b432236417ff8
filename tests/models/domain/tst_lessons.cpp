// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

class Feeder
{
public:
    Changes put(const EventData &data, const TopicId &topic = {})
    {
        Changes changes;
        const auto stream = isControl(data) ? u"c0"_s : u"p0"_s;
        const auto seq = state.positions.value(stream) + 1;
        apply(state, Event{stream, seq, seq - 1, {1'000 * seq}, {u"wecom/g"_s}, topic, data},
              &changes);
        return changes;
    }
    Changes teach(const QString &entry, const QString &question, bool good = true)
    {
        PhrasingLesson lesson;
        lesson.id = {u"l-%1"_s.arg(++m_count)};
        lesson.entry = {entry};
        lesson.question = question;
        lesson.good = good;
        return put(LessonTaught{lesson});
    }
    void move(const QString &message, const TopicId &from, int feature = 500)
    {
        put(TopicLinked{{{message}}, LinkRule::Human, 1000, {}, 0, {},
                        {{{message}, from, {feature}}}});
    }
    void moveBack(const QString &message)
    {
        put(TopicLinked{{{message}}, LinkRule::Human, 1000, {}, 0, {}});
    }

    State state;

private:
    int m_count = 0;
};

} // namespace

class TestLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestOfAQuestionHolds();
    void boundedByEntryAndInAll();
    void undoneIsGone();
    void erasedGoWithTheirEvents();
    void linkLessonsGoBackWithTheirMove();
    void linkLessonsAreBounded();
    void activeModelEndsWithAChange();
};

void TestLessons::newestOfAQuestionHolds()
{
    Feeder feeder;
    QVERIFY(feeder.teach(u"a"_s, u"什么时候到"_s).lessons);
    feeder.teach(u"b"_s, u"什么时候到"_s, false);
    QCOMPARE(feeder.state.lessons.size(), 2);
    QCOMPARE(feeder.state.lessons.last().seq, 2);
    // Another entry is meant after all.
    feeder.teach(u"b"_s, u"什么时候到"_s);
    QCOMPARE(feeder.state.lessons.size(), 1);
    QCOMPARE(feeder.state.lessons.first().entry, EntryId{u"b"_s});
    feeder.teach(u"b"_s, u"什么时候到"_s, false);
    QCOMPARE(feeder.state.lessons.size(), 1);
    QVERIFY(!feeder.state.lessons.first().good);
}

void TestLessons::boundedByEntryAndInAll()
{
    Feeder feeder;
    feeder.teach(u"other"_s, u"别的"_s);
    for (int i = 0; i < PhrasingLesson::mostOfEntry + 5; ++i)
        feeder.teach(u"a"_s, QString::number(i));
    QCOMPARE(feeder.state.lessons.size(), PhrasingLesson::mostOfEntry + 1);
    QCOMPARE(feeder.state.lessons.first().entry, EntryId{u"other"_s});
    QCOMPARE(feeder.state.lessons.at(1).question, u"5"_s);
    for (int i = 0; i < PhrasingLesson::most + 10; ++i)
        feeder.teach(u"e%1"_s.arg(i / 10), u"问%1"_s.arg(i));
    QCOMPARE(feeder.state.lessons.size(), PhrasingLesson::most);
    QCOMPARE(feeder.state.lessons.last().question, u"问%1"_s.arg(PhrasingLesson::most + 9));
}

void TestLessons::undoneIsGone()
{
    Feeder feeder;
    feeder.teach(u"a"_s, u"一"_s);
    feeder.teach(u"a"_s, u"二"_s);
    QVERIFY(feeder.put(LessonUndone{{u"l-1"_s}, {}}).lessons);
    QCOMPARE(feeder.state.lessons.size(), 1);
    QVERIFY(!feeder.put(LessonUndone{{u"l-1"_s}, {}}).lessons);
}

void TestLessons::erasedGoWithTheirEvents()
{
    Feeder feeder;
    feeder.teach(u"a"_s, u"一"_s);
    feeder.teach(u"a"_s, u"二"_s);
    MessageReceived said;
    said.message = {u"m-1"_s};
    said.author = {AuthorKind::Member, u"wecom/a"_s, {}};
    said.text = u"你好"_s;
    feeder.put(said);
    // Sequences belong to their stream: the message has the same one.
    DataErased erased;
    erased.events = {1};
    Changes changes;
    apply(feeder.state, Event{u"c0"_s, 3, 2, {9'000}, {}, {}, erased}, &changes);
    QVERIFY(changes.lessons);
    QCOMPARE(feeder.state.lessons.size(), 1);
    QCOMPARE(feeder.state.lessons.first().question, u"二"_s);
    QCOMPARE(findMessage(feeder.state, {u"wecom/g"_s}, {u"m-1"_s})->text, u"你好"_s);
}

void TestLessons::linkLessonsGoBackWithTheirMove()
{
    Feeder feeder;
    feeder.move(u"m-1"_s, {u"t-1"_s});
    feeder.move(u"m-2"_s, {u"t-1"_s});
    QCOMPARE(feeder.state.linkLessons.size(), 2);
    feeder.move(u"m-1"_s, {u"t-1"_s}, 300);
    QCOMPARE(feeder.state.linkLessons.size(), 2);
    QCOMPARE(feeder.state.linkLessons.last().features, QList<int>{300});
    feeder.moveBack(u"m-1"_s);
    QCOMPARE(feeder.state.linkLessons.size(), 1);
    // What the bot links is no lesson.
    feeder.put(TopicLinked{{{u"m-2"_s}}, LinkRule::Similar, 700, {}, 0, {}});
    QCOMPARE(feeder.state.linkLessons.size(), 1);
    feeder.put(TopicUnlinked{{{u"m-2"_s}}, {}});
    QVERIFY(feeder.state.linkLessons.isEmpty());
}

void TestLessons::linkLessonsAreBounded()
{
    Feeder feeder;
    for (int i = 0; i < LinkLesson::most + 7; ++i)
        feeder.move(u"m-%1"_s.arg(i), {u"t-1"_s});
    QCOMPARE(feeder.state.linkLessons.size(), LinkLesson::most);
    QCOMPARE(feeder.state.linkLessons.first().message, MessageId{u"m-7"_s});
}

void TestLessons::activeModelEndsWithAChange()
{
    Feeder feeder;
    feeder.put(ModelActivated{{u"abc"_s, 0}});
    QCOMPARE(feeder.state.model.hash, u"abc"_s);
    Entry entry;
    entry.id = {u"k-1"_s};
    feeder.put(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
    QVERIFY(feeder.state.model.hash.isEmpty());
}

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
