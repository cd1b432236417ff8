// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/context/topicsummary.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QList<int> numbersOf(const SummaryLine &line)
{
    QList<int> numbers;
    for (const auto &ref : line.refs)
        numbers.append(ref.number);
    return numbers;
}

} // namespace

class TestTopicSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineNamesItsMessages()
    {
        const auto sample = deskSample();
        const auto summary = summarize(sample.topic, sample.messages);
        QVERIFY(summary.ask.text.contains(u"上周五退的牛奶"_s));
        QCOMPARE(numbersOf(summary.ask), (QList{1, 4}));
        QVERIFY(summary.facts.text.contains(u"20251120007731"_s));
        QVERIFY(summary.facts.text.contains(u"¥68.90"_s));
        QVERIFY(summary.facts.text.startsWith(u"退款到账时效"_s));
        QCOMPARE(numbersOf(summary.facts), QList{1});
        QVERIFY(summary.tried.text.contains(u"退款到账时效"_s));
        QCOMPARE(numbersOf(summary.tried), QList{2});
        QVERIFY(summary.promised.text.contains(u"今天 18:00 前给您准信"_s));
        QCOMPARE(numbersOf(summary.promised), QList{6});
        QCOMPARE(numbersOf(summary.open), QList{7});
        QCOMPARE(summary.ask.refs.constFirst().id, MessageId{u"m-1"_s});
    }

    void notesAndWhatWasTakenBackPromiseNothing()
    {
        auto sample = deskSample();
        auto recalled = *sample.messages.at(5);
        recalled.delivery = Delivery::Recalled;
        sample.messages[5] = std::make_shared<Message>(recalled);
        QVERIFY(summarize(sample.topic, sample.messages).promised.text.isEmpty());
    }

    void nothingIsKnownOfAnEmptyTopic()
    {
        QCOMPARE(summarize(Topic{}, {}), TopicSummary{});
    }

    void aPictureAloneIsAsked()
    {
        Message picture;
        picture.id = {u"p"_s};
        picture.kind = MessageKind::Image;
        const auto summary = summarize(Topic{}, {std::make_shared<Message>(picture)});
        QVERIFY(!summary.ask.text.isEmpty());
        QCOMPARE(numbersOf(summary.ask), QList{1});
    }

    void longTextIsBounded()
    {
        Message message;
        message.id = {u"l"_s};
        message.text = hostileText() + QString(200000, u'1');
        const auto summary = summarize(Topic{}, {std::make_shared<Message>(message)});
        QVERIFY(summary.ask.text.size() <= 200);
        QVERIFY(!summary.ask.text.contains(QChar(0x202E)));
    }

    void orderNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("named") << u"订单 7731 怎么还没到"_s << QStringList{u"7731"_s};
        QTest::newRow("colon") << u"单号：SF1234567890，催一下"_s << QStringList{u"SF1234567890"_s};
        QTest::newRow("alone") << u"20251120007731 这个"_s << QStringList{u"20251120007731"_s};
        QTest::newRow("phone") << u"打我 13800138000"_s << QStringList{};
        QTest::newRow("phone after 订单") << u"订单手机 13800138000"_s << QStringList{};
        QTest::newRow("card is too long") << u"00000000000000000000000001"_s << QStringList{};
        QTest::newRow("twice") << u"订单7731，订单 7731"_s << QStringList{u"7731"_s};
        QTest::newRow("none") << u"订单怎么还没到"_s << QStringList{};
    }
    void orderNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, numbers);
        QCOMPARE(orderNumbersIn(text), numbers);
    }

    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("amounts");
        QTest::newRow("yen sign") << u"退 ¥68.90 给我"_s << QStringList{u"¥68.90"_s};
        QTest::newRow("full width") << u"￥ 20 多收了"_s << QStringList{u"￥ 20"_s};
        QTest::newRow("yuan") << u"多扣 19.9 元和 5块"_s << QStringList{u"19.9 元"_s, u"5块"_s};
        QTest::newRow("none") << u"买了 24 盒"_s << QStringList{};
    }
    void amounts()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, amounts);
        QCOMPARE(amountsIn(text), amounts);
    }

    void promises_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("promises");
        QTest::newRow("clock") << u"您好。今天 18:00 前回复您。谢谢"_s
                               << QStringList{u"今天 18:00 前回复您"_s};
        QTest::newRow("days") << u"3 个工作日到账"_s << QStringList{u"3 个工作日到账"_s};
        QTest::newRow("soon") << u"两小时内送到！"_s << QStringList{u"两小时内送到"_s};
        QTest::newRow("weekday") << u"周五补发"_s << QStringList{u"周五补发"_s};
        QTest::newRow("no time") << u"我马上去看看。"_s << QStringList{};
    }
    void promises()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, promises);
        QCOMPARE(promisesIn(text), promises);
    }
};

QTEST_GUILESS_MAIN(TestTopicSummary)
#include "tst_topicsummary.moc"
