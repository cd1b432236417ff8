// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linking.h"
#include "app/backend/decide/linkranking.h"
#include "tests/backend/decide/rig.h"

#include <QRandomGenerator>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

const QStringList sentences{u"我的快递到哪了"_s,   u"优惠券怎么用不了"_s, u"这个怎么退货"_s,
                            u"已经三天了还没到"_s, u"那个券是新人的"_s,   u"好的谢谢"_s,
                            u"发票能开吗"_s,       u"同问"_s,             u"还有赠品没收到"_s};

/** A core of one's own on the state of a rig. */
struct Bench
{
    explicit Bench(const Rig &rig)
        : core(test::sharedLexicon()), mint(u"p0"_s, 1'000'000), scene(rig.state, core, rig.now, mint)
    {
    }

    Link link(const Message &message) const { return linkOf(scene, message, {}, 0); }
    LinkRanking ranking(const Message &message) const { return linkRankingOf(scene, message); }

    Core core;
    IdMint mint;
    Scene scene;
};

Message messageOf(const Rig &rig, const MemberId &who, const QString &text)
{
    Message message;
    message.id = {u"m-asked"_s};
    message.seq = rig.basis() + 1;
    message.at = rig.now;
    message.group = rig.group;
    message.author = {AuthorKind::Member, who.value, who.value};
    message.text = text;
    return message;
}

/** A busy group: people ask, the bot answers, time passes. */
void talk(Rig &rig, QRandomGenerator &dice, int turns)
{
    const MemberId people[]{rig.haiyan, rig.wang, rig.leo, rig.vip};
    for (int i = 0; i < turns; ++i) {
        rig.pass(dice.bounded(90));
        rig.say(people[dice.bounded(4)], sentences[dice.bounded(sentences.size())]);
        rig.deliver();
    }
}

bool sameRanking(const LinkRanking &a, const LinkRanking &b)
{
    if (a.fresh != b.fresh || a.talk != b.talk || a.bot != b.bot
        || a.topics.size() != b.topics.size())
        return false;
    for (qsizetype i = 0; i < a.topics.size(); ++i) {
        if (a.topics[i].topic != b.topics[i].topic || a.topics[i].permille != b.topics[i].permille)
            return false;
    }
    return true;
}

int confidenceOf(const Link &link, const TopicId &topic)
{
    if (link.topic == topic)
        return link.confidence;
    return link.second == topic ? link.secondConfidence : 0;
}

} // namespace

class TestLinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBefore();
    void sharesAddUp();
    void theMemoChangesNothing();
    void mentionNeverSpeaksAgainst();
    void staysWithWhatWasNotUnderstood();
    void aColleagueAnswersWhomTheyCall();
    void readsHostileWords_data();
    void readsHostileWords();
    void followsThePersonWhoMoved();
    void answersTheRightOfTwo();
    void toNobodyKnown();
};

void TestLinking::nothingBefore()
{
    Rig rig;
    const Bench bench(rig);
    const auto message = messageOf(rig, rig.wang, u"怎么退货"_s);
    QCOMPARE(bench.ranking(message).fresh, 1000);
    QVERIFY(bench.ranking(message).topics.isEmpty());
    QVERIFY(bench.link(message).topic.isEmpty());
    QCOMPARE(bench.link(message).confidence, 1000);
}

void TestLinking::sharesAddUp()
{
    QRandomGenerator dice(7);
    for (int round = 0; round < 20; ++round) {
        Rig rig;
        talk(rig, dice, 3 + round);
        const Bench bench(rig);
        const auto ranking
            = bench.ranking(messageOf(rig, rig.leo, sentences[round % sentences.size()]));
        int sum = ranking.fresh + ranking.talk;
        for (const auto &share : ranking.topics)
            sum += share.permille;
        QVERIFY2(std::abs(sum - 1000) <= 1 + ranking.topics.size(), qPrintable(QString::number(sum)));
        QVERIFY(ranking.bot >= 0 && ranking.bot <= 1000);
    }
}

void TestLinking::theMemoChangesNothing()
{
    QRandomGenerator dice(11);
    Rig rig;
    talk(rig, dice, 40);
    const Bench used(rig);
    for (const auto &text : sentences)
        used.ranking(messageOf(rig, rig.vip, text));
    for (const auto &text : sentences) {
        const auto message = messageOf(rig, rig.vip, text);
        const Bench fresh(rig);
        QVERIFY(sameRanking(used.ranking(message), fresh.ranking(message)));
        QCOMPARE(used.link(message).topic, fresh.link(message).topic);
        QCOMPARE(used.link(message).confidence, fresh.link(message).confidence);
    }
}

void TestLinking::mentionNeverSpeaksAgainst()
{
    QRandomGenerator dice(13);
    int called = 0;
    for (int round = 0; round < 40; ++round) {
        Rig rig;
        talk(rig, dice, 4 + round % 12);
        const Bench bench(rig);
        const MemberId people[]{rig.haiyan, rig.wang, rig.leo};
        for (const auto &person : people) {
            const auto *topic = openTopicOf(bench.scene, rig.group, person);
            if (!topic)
                continue;
            auto message = messageOf(rig, rig.vip, sentences[dice.bounded(sentences.size())]);
            const int before = confidenceOf(bench.link(message), topic->id);
            message.mentions = {person};
            QVERIFY(confidenceOf(bench.link(message), topic->id) >= before);
            ++called;
        }
    }
    QVERIFY(called > 40);
}

/** Who was not understood says it in other words next, whatever these sound like. */
void TestLinking::staysWithWhatWasNotUnderstood()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"@小禾 敲上去邦邦响，要搁几天它才肯熟"_s, {{}, {}, true});
    QVERIFY(!rig.topicOf(asked).id.isEmpty());
    QVERIFY(rig.topicOf(asked).confidence < rig.state.policy.clarifyThreshold);
    const auto again = rig.say(rig.wang, u"优惠券为什么用不了"_s);
    QCOMPARE(rig.topicOf(again).id, rig.topicOf(asked).id);
    // What was understood is left for another matter.
    const auto known = rig.say(rig.leo, u"退款多久能到账"_s);
    const auto other = rig.say(rig.leo, u"优惠券为什么用不了"_s);
    QVERIFY(rig.topicOf(other).id != rig.topicOf(known).id);
}

/** The bot has only asked back in two topics: a colleague answers the one whose asker they call. */
void TestLinking::aColleagueAnswersWhomTheyCall()
{
    Rig rig;
    const auto leos = rig.say(rig.leo, u"@小禾 敲上去邦邦响怎么弄"_s, {{}, {}, true});
    const auto others = rig.say(rig.haiyan, u"@小禾 那边灯一直闪呢"_s, {{}, {}, true});
    for (const auto &asked : {leos, others})
        QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    const auto unclear = rig.sayByPhone(rig.lin, u"远程处理好了，再试一下"_s);
    QVERIFY(rig.message(unclear)->topic.isEmpty());
    const auto called = rig.sayByPhone(rig.lin, u"Leo 远程处理好了，再试一下"_s);
    QCOMPARE(rig.message(called)->topic, rig.topicOf(leos).id);
}

void TestLinking::readsHostileWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("calls") << u"@"_s.repeated(4000);
    QTest::newRow("edges") << u":,;.!?()[]<>\"'~`*/"_s.repeated(200);
    QTest::newRow("halves of characters") << QString(500, QChar(0xD83D));
    QTest::newRow("nulls") << QString(500, QChar(0));
    QTest::newRow("directions") << (QString(QChar(0x202E)) + u"@haiyan "_s).repeated(300);
    QTest::newRow("one word") << u"退"_s.repeated(4000);
    QTest::newRow("no spaces") << u"a:"_s.repeated(2000);
}

void TestLinking::readsHostileWords()
{
    QFETCH(QString, text);
    Rig rig;
    rig.say(rig.haiyan, u"快递到哪了"_s);
    rig.say(rig.wang, text);
    const Bench bench(rig);
    auto message = messageOf(rig, rig.leo, text);
    for (int i = 0; i < 500; ++i)
        message.mentions.append({text.left(i % 7) + QString::number(i)});
    const auto link = bench.link(message);
    QVERIFY(link.confidence >= 0 && link.confidence <= 1000);
    QVERIFY(link.secondConfidence >= 0 && link.secondConfidence <= 1000);
    QVERIFY(link.followsBot >= 0 && link.followsBot <= 1000);
}

void TestLinking::followsThePersonWhoMoved()
{
    Rig rig;
    const auto first = rig.say(rig.haiyan, u"我的快递到哪了"_s, {.atBot = true});
    rig.deliver();
    rig.pass(60);
    const auto other = rig.say(rig.wang, u"发票能开吗"_s, {.atBot = true});
    rig.deliver();
    rig.pass(60);
    const auto moved = rig.say(rig.haiyan, u"那个什么时候能好"_s, {.atBot = true});
    rig.deliver();
    const auto theirs = rig.topicOf(other).id;
    QVERIFY(rig.topicOf(moved).id != theirs);
    QVERIFY(rig.topicOf(first).id != theirs);
    QVERIFY(rig.run(rig.lin, RelinkMessages{theirs, {moved}}));
    rig.pass(20);
    const auto next = rig.say(rig.haiyan, u"要多久"_s, {.atBot = true});
    QCOMPARE(rig.topicOf(next).id, theirs);
}

void TestLinking::answersTheRightOfTwo()
{
    Rig rig(BotMode::Silent);
    const auto first = rig.say(rig.haiyan, u"请问发票怎么开"_s, {.atBot = true});
    rig.pass(30);
    const auto second = rig.say(rig.wang, u"优惠券怎么用不了"_s, {.atBot = true});
    rig.pass(10);
    QVERIFY(rig.topicOf(first).waitingSince.isSet());
    QVERIFY(rig.topicOf(second).waitingSince.isSet());
    QVERIFY(rig.topicOf(first).id != rig.topicOf(second).id);
    const auto answer = rig.sayByPhone(rig.lin, u"您好"_s);
    const auto chosen = rig.topicOf(answer).id;
    if (!chosen.isEmpty()) {
        QVERIFY(rig.message(answer)->linkConfidence >= 700);
        QVERIFY(chosen == rig.topicOf(first).id || chosen == rig.topicOf(second).id);
    }
    const auto called = rig.sayByPhone(rig.lin, u"在我的页面申请"_s, {.mentions = {rig.haiyan}});
    QCOMPARE(rig.topicOf(called).id, rig.topicOf(first).id);
}

void TestLinking::toNobodyKnown()
{
    Rig rig;
    rig.say(rig.haiyan, u"我的快递到哪了"_s, {.atBot = true});
    const Bench bench(rig);
    auto message = messageOf(rig, rig.wang, u"优惠券怎么用不了"_s);
    const auto without = bench.link(message);
    message.mentions = {{u"ch/stranger"_s}};
    message.quote = MessageId{u"m-never-seen"_s};
    QCOMPARE(bench.link(message).topic, without.topic);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLinking)
#include "tst_linking.moc"
