// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/buying.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>
#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

namespace {

std::optional<ReasonPart> partOf(const Verdict &verdict, Reason reason)
{
    const auto at = std::ranges::find(verdict.reasons, reason, &ReasonPart::reason);
    return at == verdict.reasons.end() ? std::nullopt : std::optional(*at);
}

int sumOf(const Verdict &verdict)
{
    return std::accumulate(verdict.reasons.begin(), verdict.reasons.end(), 0,
                           [](int sum, const ReasonPart &part) { return sum + part.weight; });
}

const Said toBot{{}, {}, true, MessageKind::Text};

} // namespace

/** What speaks for a person, each with its number. */
class TestEscalation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buyingSigns_data();
    void buyingSigns();
    void buyingIsWeighed();
    void aLargeOrderOfAVipFetchesAPerson();
    void ownPurchaseWords();
    void spendingIsWeighed_data();
    void spendingIsWeighed();
    void keywordsAreOnePart();
    void trendIsWeighed();
    void severalQuestionsAreComplex();
    void longTopicsAreComplex();
    void numbersAddUp();
    void withoutWeightNothingIsSaid();
    void badWeightsAreRefused();
};

void TestEscalation::buyingSigns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("plain");
    QTest::addColumn<int>("quantity");
    const auto row = [](const char16_t *text, const QStringList &words, bool plain, int quantity) {
        const auto said = QString::fromUtf16(text);
        QTest::newRow(qPrintable(said)) << said << words << plain << quantity;
    };
    row(u"这个怎么买", {u"怎么买"_s}, true, 0);
    row(u"车厘子多少钱一斤", {u"多少钱"_s}, false, 0);
    row(u"我要20箱", {}, false, 20);
    row(u"要 20 箱", {}, false, 20);
    row(u"我要二十箱苹果", {}, false, 20);
    row(u"公司来一百五十份", {}, false, 150);
    row(u"订两千瓶", {}, false, 2000);
    row(u"要2斤,再要30盒", {}, false, 30);
    row(u"20箱多少钱", {u"多少钱"_s}, false, 20);
    row(u"团购价多少", {u"团购"_s}, true, 0);
    row(u"我买了20箱都烂了", {}, false, 0);
    row(u"团购的鸡蛋碎了", {}, false, 0);
    row(u"我要退20箱", {}, false, 0);
    row(u"20号几点到", {}, false, 0);
    row(u"订单20箱没到", {}, false, 0);
    row(u"要100000000箱", {}, false, 0);
}

void TestEscalation::buyingSigns()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QFETCH(bool, plain);
    QFETCH(int, quantity);
    const auto signs = buyingSignsIn(text, {});
    QCOMPARE(signs.words, words);
    QCOMPARE(signs.isPlain, plain);
    QCOMPARE(signs.quantity, quantity);
}

void TestEscalation::buyingIsWeighed()
{
    Rig rig;
    const auto verdict = rig.verdictOf(rig.say(rig.leo, u"这个怎么买，要20箱"_s, toBot));
    QCOMPARE(partOf(verdict, Reason::Purchase), (ReasonPart{Reason::Purchase, 200, u"怎么买"_s}));
    QCOMPARE(partOf(verdict, Reason::LargeOrder),
             (ReasonPart{Reason::LargeOrder, 350, u"20箱"_s}));
    const auto few = rig.verdictOf(rig.say(rig.wang, u"榴莲多少钱，要2箱"_s, toBot));
    QCOMPARE(partOf(few, Reason::Purchase), (ReasonPart{Reason::Purchase, 100, u"多少钱"_s}));
    QVERIFY(!partOf(few, Reason::LargeOrder));
}

void TestEscalation::aLargeOrderOfAVipFetchesAPerson()
{
    Rig rig;
    const auto verdict = rig.verdictOf(rig.say(rig.vip, u"我想买车厘子，要50箱，找谁订购"_s, toBot));
    QVERIFY(partOf(verdict, Reason::Vip));
    QCOMPARE(verdict.action, Action::Escalate);
    QVERIFY(verdict.escalation >= 650);
}

void TestEscalation::ownPurchaseWords()
{
    Rig rig;
    const auto text = u"我们想谈企业福利"_s;
    QVERIFY(!partOf(rig.verdictOf(rig.say(rig.leo, text, toBot)), Reason::Purchase));
    rig.setPolicy([](Policy &policy) { policy.purchaseWords = {u"企业福利"_s}; });
    QVERIFY(partOf(rig.verdictOf(rig.say(rig.wang, text, toBot)), Reason::Purchase));
}

void TestEscalation::spendingIsWeighed_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<int>("weight");
    QTest::newRow("nothing") << qint64(0) << 0;
    QTest::newRow("less than a quarter") << qint64(124'999) << 0;
    QTest::newRow("a quarter") << qint64(125'000) << 25;
    QTest::newRow("half") << qint64(250'000) << 50;
    QTest::newRow("more than all") << qint64(600'000) << 100;
    QTest::newRow("very much") << std::numeric_limits<qint64>::max() << 100;
}

void TestEscalation::spendingIsWeighed()
{
    QFETCH(qint64, cents);
    QFETCH(int, weight);
    Rig rig;
    auto customer = rig.state.customers.value({u"c-1"_s});
    customer.spend30dCents = cents;
    rig.record({{}, {}, CustomerChanged{customer}});
    const auto asked = rig.say(rig.haiyan, u"退款多久能到账"_s);
    const auto part = partOf(rig.verdictOf(asked), Reason::CustomerValue);
    QCOMPARE(part.value_or(ReasonPart{}).weight, weight);
    // Who spends much is no reason to look where the bot can serve.
    QVERIFY(!std::ranges::contains(rig.topicOf(asked).look, Reason::CustomerValue,
                                   &ReasonPart::reason));
}

void TestEscalation::keywordsAreOnePart()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.keywords = {{u"监管"_s, {u"消协"_s, u"12315"_s}, 350},
                           {u"媒体"_s, {u"曝光"_s}, 250},
                           {u"其他"_s, {u"没有的词"_s}, 900}};
    });
    const auto verdict
        = rig.verdictOf(rig.say(rig.leo, u"再不处理我打１２３１５，找人曝光你们"_s, toBot));
    QCOMPARE(partOf(verdict, Reason::Keyword),
             (ReasonPart{Reason::Keyword, 600, u"监管：12315、媒体：曝光"_s}));
    QCOMPARE(verdict.action, Action::Escalate);
}

void TestEscalation::trendIsWeighed()
{
    Rig rig;
    const auto calm = rig.verdictOf(rig.say(rig.leo, u"请问退款多久能到账"_s, toBot));
    QVERIFY(!partOf(calm, Reason::Trend));
    const auto angry = rig.verdictOf(rig.say(rig.leo, u"气死了，你们就是骗子，退款还没到账"_s, toBot));
    QVERIFY(angry.emotion >= 40);
    const auto rise = angry.emotion - calm.emotion;
    QCOMPARE(partOf(angry, Reason::Trend),
             (ReasonPart{Reason::Trend, 150 * std::min(rise, 40) / 40,
                         u"%1 → %2"_s.arg(calm.emotion).arg(angry.emotion)}));
}

void TestEscalation::severalQuestionsAreComplex()
{
    Rig rig;
    const auto one = rig.verdictOf(rig.say(rig.leo, u"退款多久能到账？"_s, toBot));
    QVERIFY(!partOf(one, Reason::Complexity));
    const auto four = rig.verdictOf(
        rig.say(rig.wang, u"退款多久到账？怎么开发票？积分怎么用？怎么当团长？"_s, toBot));
    QCOMPARE(partOf(four, Reason::Complexity),
             (ReasonPart{Reason::Complexity, 100, u"0 4 0"_s}));
}

void TestEscalation::longTopicsAreComplex()
{
    // In review nothing is said, so that nothing is said twice and the topic stays the bot's.
    Rig rig(BotMode::Review);
    rig.setPolicy([](Policy &policy) {
        policy.repeatsAlert = 100;
        policy.weights.repeats = 0;
    });
    int before = 0;
    for (int i = 0; i < 12; ++i) {
        const auto asked = rig.say(rig.leo, u"退款多久能到账，第%1次问"_s.arg(i), toBot);
        const auto part = partOf(rig.verdictOf(asked), Reason::Complexity);
        const auto weight = part.value_or(ReasonPart{}).weight;
        QVERIFY(weight >= before);
        before = weight;
    }
    QVERIFY(before > 0);
}

void TestEscalation::numbersAddUp()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.keywords = {{u"监管"_s, {u"12315"_s}, 300}}; });
    const QString texts[] = {u"这个怎么买，要20箱"_s, u"气死了骗子，我打12315"_s,
                             u"退款多久到账？怎么开发票？再要30盒多少钱"_s, u"转人工，想买50箱"_s,
                             u"退款多久能到账"_s, u"有人吗，12315，要200箱，报价"_s};
    for (const auto &who : {rig.leo, rig.vip, rig.haiyan}) {
        for (const auto &text : texts) {
            const auto verdict = rig.verdictOf(rig.say(who, text, toBot));
            if (verdict.reasons.isEmpty())
                continue;
            QCOMPARE(verdict.escalation, std::min(sumOf(verdict), 1000));
            QVERIFY(std::ranges::is_sorted(verdict.reasons, std::ranges::greater{},
                                           &ReasonPart::weight));
        }
    }
}

void TestEscalation::withoutWeightNothingIsSaid()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.weights.purchase = policy.weights.largeOrder = policy.weights.complexity = 0;
        policy.largeOrder = 0;
    });
    const auto verdict
        = rig.verdictOf(rig.say(rig.leo, u"怎么买？要20箱多少钱？能开票吗？包邮吗？"_s, toBot));
    for (const auto reason : {Reason::Purchase, Reason::LargeOrder, Reason::Complexity})
        QVERIFY(!partOf(verdict, reason));
}

void TestEscalation::badWeightsAreRefused()
{
    Rig rig;
    const auto field = [&](const std::function<void(Policy &)> &change) {
        auto policy = rig.state.policy;
        change(policy);
        const auto put = rig.run(rig.boss, PutPolicy{policy});
        return put.error_or(Error{}).data.value(u"field"_s).toString();
    };
    QCOMPARE(field([](Policy &policy) { policy.weights.trend = 1001; }), u"weights.trend"_s);
    QCOMPARE(field([](Policy &policy) { policy.highValueCents = 0; }), u"highValueCents"_s);
    QCOMPARE(field([](Policy &policy) { policy.largeOrder = -1; }), u"largeOrder"_s);
    QCOMPARE(field([](Policy &policy) { policy.keywords = {{u"a"_s, {u"b"_s}, 1001}}; }),
             u"keywords[0].weight"_s);
    QCOMPARE(field([](Policy &) {}), QString());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestEscalation)
#include "tst_escalation.moc"
