// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/choosing.h"
#include "app/backend/language/days.h"
#include "tests/models/common/seed.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::Dice;

/** Days, choices and things as people name them when they are asked. */
class TestTalkReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data();
    void days();
    void daysAreBounded();
    void dayTexts();
    void choices_data();
    void choices();
    void names_data();
    void names();
    void anyTextIsSurvived();
};

void TestTalkReading::days_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("days");  // written on Wednesday, 2026-03-11
    const auto row = [](const QString &text, const QString &days) {
        QTest::newRow(qPrintable(text)) << text << days;
    };
    row(u"今天能送吗"_s, u"2026-03-11"_s);
    row(u"昨天买的"_s, u"2026-03-10"_s);
    row(u"前天和大前天都没到"_s, u"2026-03-09 2026-03-08"_s);
    row(u"明早送"_s, u"2026-03-12"_s);
    row(u"后天,不,大后天"_s, u"2026-03-13 2026-03-14"_s);
    row(u"周三方便"_s, u"2026-03-11"_s);
    row(u"周五送吧"_s, u"2026-03-13"_s);
    row(u"周一送吧"_s, u"2026-03-16"_s);
    row(u"星期天可以"_s, u"2026-03-15"_s);
    row(u"礼拜二就买了"_s, u"2026-03-10"_s);
    row(u"周一上午收到的"_s, u"2026-03-09"_s);
    row(u"上周三"_s, u"2026-03-04"_s);
    row(u"上上周日"_s, u"2026-03-01"_s);
    row(u"下周三"_s, u"2026-03-18"_s);
    row(u"下个星期一"_s, u"2026-03-16"_s);
    row(u"这周一"_s, u"2026-03-09"_s);
    row(u"3月5号"_s, u"2026-03-05"_s);
    row(u"三月十五日"_s, u"2026-03-15"_s);
    row(u"十二月二十三号下的单"_s, u"2025-12-23"_s);
    row(u"1月2日"_s, u"2026-01-02"_s);
    row(u"2026年4月1日"_s, u"2026-04-01"_s);
    row(u"2026-04-01之前"_s, u"2026-04-01"_s);
    row(u"15号送"_s, u"2026-03-15"_s);
    row(u"28号到的"_s, u"2026-02-28"_s);
    row(u"二十号"_s, u"2026-03-20"_s);
    row(u"2月30号"_s, u""_s);
    row(u"3号楼"_s, u""_s);
    row(u"十五号线"_s, u""_s);
    row(u"订单号15"_s, u""_s);
    row(u"买了3月份的5个"_s, u""_s);
    row(u"多少钱"_s, u""_s);
}

void TestTalkReading::days()
{
    QFETCH(QString, text);
    QFETCH(QString, days);
    QStringList read;
    for (const auto day : daysIn(text, QDate(2026, 3, 11)))
        read.append(day.toString(Qt::ISODate));
    QCOMPARE(read.join(u' '), days);
}

void TestTalkReading::daysAreBounded()
{
    QCOMPARE(daysIn(u"1月1日"_s, QDate()).size(), 0);
    QCOMPARE(daysIn(u"1月1日,1月2日,1月3日,1月4日,1月5日"_s, QDate(2026, 1, 1)).size(), 4);
    QCOMPARE(daysIn(QString(3000, u'啊') + u"今天"_s, QDate(2026, 1, 1)).size(), 0);
    // The turn of the year, both ways.
    QCOMPARE(daysIn(u"12月31号"_s, QDate(2026, 1, 2)).value(0), QDate(2025, 12, 31));
    QCOMPARE(daysIn(u"1月2号"_s, QDate(2025, 12, 30)).value(0), QDate(2026, 1, 2));
    QCOMPARE(daysIn(u"1号"_s, QDate(2026, 4, 30)).value(0), QDate(2026, 5, 1));
}

void TestTalkReading::dayTexts()
{
    QCOMPARE(dayText(QDate(2026, 3, 5)), u"3月5日（周四）"_s);
    QCOMPARE(dayText(QDate(2026, 3, 15)), u"3月15日（周日）"_s);
}

void TestTalkReading::choices_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<int>("chosen");
    const QStringList three{u"退款多久能到账"_s, u"怎么申请退款"_s, u"水果坏了怎么赔"_s};
    const QStringList one{u"怎么开发票"_s};
    const auto row = [](const QString &text, const QStringList &offered, int chosen) {
        QTest::addRow("%s of %d", qPrintable(text), int(offered.size()))
            << text << offered << chosen;
    };
    row(u"2"_s, three, 1);
    row(u"二"_s, three, 1);
    row(u"第二个"_s, three, 1);
    row(u"第2个吧"_s, three, 1);
    row(u"选3"_s, three, 2);
    row(u"我要第一个"_s, three, 0);
    row(u"最后一个"_s, three, 2);
    row(u"4"_s, three, -1);
    row(u"0"_s, three, -1);
    row(u"12"_s, three, -1);
    row(u"+1"_s, three, -1);
    row(u"2个"_s, three, -1);
    row(u"都不是"_s, three, -1);
    row(u"不是第二个"_s, three, -1);
    row(u"申请退款"_s, three, 1);
    row(u"退款多久"_s, three, 0);
    row(u"水果坏了的"_s, three, 2);
    row(u"退款"_s, three, -1);  // fits two
    row(u"是的"_s, three, -1);
    row(u"是的"_s, one, 0);
    row(u"对"_s, one, 0);
    row(u"嗯嗯"_s, one, 0);
    row(u"嗯,就是这个"_s, one, 0);
    row(u"开发票"_s, one, 0);
    row(u"不是"_s, one, -1);
    row(u"好的谢谢"_s, one, -1);
    row(u"今天的货几点能到啊"_s, one, -1);
    row(u""_s, one, -1);
    row(u"1"_s, {}, -1);
}

void TestTalkReading::choices()
{
    QFETCH(QString, text);
    QFETCH(QStringList, offered);
    QFETCH(int, chosen);
    QCOMPARE(int(chosenAmong(text, offered).value_or(-1)), chosen);
}

void TestTalkReading::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("named");
    QTest::newRow("part of a name") << u"蓝莓坏了"_s << 0;
    QTest::newRow("longest wins") << u"有机西红柿怎么卖"_s << 2;
    QTest::newRow("fits two") << u"有机的"_s << -1;
    QTest::newRow("none") << u"几点到"_s << -1;
    QTest::newRow("one character is none") << u"蛋"_s << -1;
}

void TestTalkReading::names()
{
    QFETCH(QString, text);
    QFETCH(int, named);
    const QStringList things{u"云南蓝莓 125g×4"_s, u"有机菠菜 300g"_s, u"有机西红柿 1kg"_s,
                             u"鲜鸡蛋"_s};
    QCOMPARE(int(namedIn(text, things).value_or(-1)), named);
}

void TestTalkReading::anyTextIsSurvived()
{
    Dice dice(tests::seed());
    static const QString signs = u"今明后大前周星期礼拜一二三十日号月年第个选是的0123456789-/.,? \n龙"_s;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int left = dice.below(40); left > 0; --left)
            text += signs[dice.below(int(signs.size()))];
        for (const auto day : daysIn(text, QDate(2026, 2, 28)))
            QVERIFY(day.isValid());
        const QStringList offered{text.left(5), text.mid(3), u"一二三"_s};
        const auto chosen = chosenAmong(text, offered);
        QVERIFY(!chosen || (*chosen >= 0 && *chosen < offered.size()));
    }
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestTalkReading)
#include "tst_talkreading.moc"
