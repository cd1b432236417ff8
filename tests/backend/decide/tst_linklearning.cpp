// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linklearning.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** What moving messages by hand teaches linking, and that moving them back unteaches it. */
class TestLinkLearning : public QObject
{
    Q_OBJECT

private:
    struct Talk
    {
        MessageId first, second;
        TopicId delivery, invoice;
    };
    /** Two matters of two members, one after the other. */
    static Talk talk(Rig &rig)
    {
        Talk talk;
        talk.first = rig.say(rig.wang, u"我的快递到哪了"_s, {.atBot = true});
        talk.second = rig.say(rig.leo, u"怎么开发票"_s, {.atBot = true});
        talk.delivery = rig.topicOf(talk.first).id;
        talk.invoice = rig.topicOf(talk.second).id;
        return talk;
    }

private Q_SLOTS:
    void oneMoveTeachesOneLesson();
    void movedBackUnteaches();
    void splitAndMergeTeach();
    void correctionLeansAndIsBounded();
    void fewLessonsTipLittle();
    void lessonsChangeTheNextLink();
    void sameFromSnapshot();
};

void TestLinkLearning::oneMoveTeachesOneLesson()
{
    Rig rig;
    const auto now = talk(rig);
    QVERIFY(!now.delivery.isEmpty() && !now.invoice.isEmpty() && now.delivery != now.invoice);
    const auto more = rig.say(rig.wang, u"那发票呢"_s, {.atBot = true});
    const auto from = rig.topicOf(more).id;
    const auto into = from == now.invoice ? now.delivery : now.invoice;
    QVERIFY(rig.run(rig.lin, RelinkMessages{into, {more}}));
    QCOMPARE(rig.state.linkLessons.size(), 1);
    const auto lesson = rig.state.linkLessons.first();
    QCOMPARE(lesson.message, more);
    QCOMPARE(lesson.from, from);
    QCOMPARE(lesson.features.size(), 5);
    QVERIFY(std::ranges::any_of(lesson.features, [](int each) { return each != 0; }));
    QCOMPARE(rig.last<TopicLinked>().by, rig.lin.id);
}

void TestLinkLearning::movedBackUnteaches()
{
    Rig rig;
    const auto now = talk(rig);
    const auto more = rig.say(rig.wang, u"那发票呢"_s, {.atBot = true});
    const auto from = rig.topicOf(more).id;
    const auto into = from == now.invoice ? now.delivery : now.invoice;
    QVERIFY(rig.run(rig.lin, RelinkMessages{into, {more}}));
    QVERIFY(rig.run(rig.zhou, RelinkMessages{from, {more}}));
    QVERIFY(rig.state.linkLessons.isEmpty());
}

void TestLinkLearning::splitAndMergeTeach()
{
    Rig rig;
    const auto now = talk(rig);
    QVERIFY(rig.run(rig.lin, MergeTopics{now.invoice, now.delivery}));
    QCOMPARE(rig.state.linkLessons.size(), 1);
    // It had opened a topic of its own: now it goes on with one.
    QCOMPARE(rig.state.linkLessons.first().features.value(0), 1000);
    // In a topic of its own again: as if nobody had moved it.
    QVERIFY(rig.run(rig.lin, SplitTopic{now.delivery, now.second, {}}));
    QVERIFY(rig.state.linkLessons.isEmpty());
    const auto more = rig.say(rig.wang, u"快递还要多久"_s);
    QCOMPARE(rig.topicOf(more).id, now.delivery);
    QVERIFY(rig.run(rig.lin, SplitTopic{now.delivery, more, {}}));
    QCOMPARE(rig.state.linkLessons.size(), 1);
    QCOMPARE(rig.state.linkLessons.first().features.value(0), -1000);
}

void TestLinkLearning::correctionLeansAndIsBounded()
{
    QList<LinkLesson> lessons;
    for (int i = 0; i < 20; ++i)
        lessons.append({{u"m%1"_s.arg(i)}, {}, {0, -1000, 800, 0, 0}});
    const LinkCorrection correction(lessons);
    const LinkView own{1000, 1000, 0, 500, 1000};
    const LinkView alike{1000, 0, 900, 500, 0};
    QVERIFY(correction.corrected(600, own) < 600);
    QVERIFY(correction.corrected(600, alike) > 600);
    QVERIFY(correction.corrected(600, own) >= 600 - LinkCorrection::strongest);
    QCOMPARE(correction.corrected(100, own), 0);
    const LinkCorrection wild({{{u"m"_s}, {}, {900'000, 900'000, 900'000, 900'000, 900'000}}});
    QVERIFY(wild.corrected(900, alike) <= 1000);
}

void TestLinkLearning::fewLessonsTipLittle()
{
    const LinkLesson lesson{{u"m"_s}, {}, {0, -1000, 1000, 0, 0}};
    const LinkView own{1000, 1000, 0, 0, 0};
    QCOMPARE(LinkCorrection({}).corrected(600, own), 600);
    const int one = 600 - LinkCorrection({lesson}).corrected(600, own);
    const int ten = 600 - LinkCorrection(QList<LinkLesson>(10, lesson)).corrected(600, own);
    QVERIFY(one > 0 && one <= LinkCorrection::strongest / 3 + 1);
    QVERIFY(ten > 2 * one);
}

void TestLinkLearning::lessonsChangeTheNextLink()
{
    Rig plain;
    Rig taught;
    QList<LinkLesson> lessons;
    for (int i = 0; i < 8; ++i)
        lessons.append({{u"old-%1"_s.arg(i)}, {}, {0, -1000, 0, 0, 0}});
    const auto before = talk(plain);
    const auto now = talk(taught);
    taught.record({taught.group, now.delivery,
                   TopicLinked{{}, LinkRule::Human, 1000, {}, 0, taught.lin.id, lessons}});
    const auto asked = u"这个还要等多久呀"_s;
    const auto there = plain.say(plain.wang, asked);
    const auto here = taught.say(taught.wang, asked);
    QCOMPARE(plain.topicOf(there).id, before.delivery);
    QVERIFY(plain.message(there)->linkConfidence > 0);
    // Whose topic it is counts for less by now.
    const bool moved = taught.topicOf(here).id != now.delivery;
    QVERIFY(moved
            || taught.message(here)->linkConfidence < plain.message(there)->linkConfidence);
}

void TestLinkLearning::sameFromSnapshot()
{
    Rig rig;
    const auto now = talk(rig);
    QVERIFY(rig.run(rig.lin, MergeTopics{now.invoice, now.delivery}));
    const auto loaded = decodeState(encodeState(rig.state));
    QVERIFY(loaded);
    QVERIFY(loaded->linkLessons == rig.state.linkLessons);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLinkLearning)
#include "tst_linklearning.moc"
