// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/contradiction.h"
#include "app/backend/language/lexicon.h"
#include "app/backend/language/quantities.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const Lexicon &lexicon()
{
    static const auto built = Lexicon::builtIn();
    return *built;
}

const QString refund = u"退款审核通过后会原路退回：微信零钱当天到账，银行卡一般 1–3 个工作日到账。"_s;
const QString fresh = u"生鲜商品不支持七天无理由退货，坏果请在签收后24小时内拍照联系客服。"_s;
const QString shipping = u"单笔满99元包邮，不满的收8元运费，偏远地区除外。"_s;
const QString points = u"积分可以抵现金，100积分抵1元，有效期一年。"_s;

} // namespace

class TestContradiction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contradicts_data();
    void contradicts();
    void namesBothClauses();
    void isBounded();
    void takesQuantities_data();
    void takesQuantities();
};

void TestContradiction::contradicts_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isSo");
    const auto row = [](const char *name, const QString &said, const QString &answer, bool isSo) {
        QTest::newRow(name) << said << answer << isSo;
    };
    row("longer", u"银行卡退款要7天才到账"_s, refund, true);
    row("other words", u"我上次银行卡是半个月到的"_s, refund, true);
    row("a bare number", u"要十五天"_s, refund, true);
    row("within the range", u"银行卡2天就到账了"_s, refund, false);
    row("the other clause agrees", u"微信当天就到账"_s, refund, false);
    row("in Chinese numerals", u"银行卡三个工作日到账"_s, refund, false);
    row("a bare number that fits", u"3天"_s, refund, false);
    row("another matter", u"发票7天内开出来"_s, refund, false);
    row("no number", u"会原路退回的，等等就好"_s, refund, false);
    row("states what is denied", u"生鲜商品支持七天无理由退货"_s, fresh, true);
    row("denies it too", u"生鲜不支持七天无理由退货的"_s, fresh, false);
    row("shorter term", u"坏果签收后48小时内拍照就行"_s, fresh, true);
    row("same term in days", u"坏果签收后1天内拍照"_s, fresh, false);
    row("other threshold", u"满59就包邮"_s, shipping, true);
    row("same threshold", u"满99包邮呀"_s, shipping, false);
    row("denies what is stated", u"积分不可以抵现金"_s, points, true);
    row("only looks like a denial", u"积分可以抵现金，不过有效期一年"_s, points, false);
    row("talk", u"我家孩子今天考试"_s, points, false);
    row("empty", QString(), points, false);
}

void TestContradiction::contradicts()
{
    QFETCH(QString, said);
    QFETCH(QString, answer);
    QFETCH(bool, isSo);
    const auto found = contradictionOf(said, answer, lexicon());
    QVERIFY2(found.has_value() == isSo,
             qPrintable(found ? found->said + u" ≠ "_s + found->known : u"nothing"_s));
}

void TestContradiction::namesBothClauses()
{
    const auto found = contradictionOf(u"亲，银行卡退款要7天才到账"_s, refund, lexicon());
    QVERIFY(found);
    QCOMPARE(found->said, u"银行卡退款要7天才到账"_s);
    QCOMPARE(found->known, u"银行卡一般 1–3 个工作日到账"_s);
}

void TestContradiction::isBounded()
{
    const QString filler(50'000, u'啊');
    const auto found = contradictionOf(u"银行卡退款要7天才到账"_s + filler, refund, lexicon());
    QVERIFY(!found || found->said.size() <= 60);
    QVERIFY(!contradictionOf(filler, filler, lexicon()));
}

void TestContradiction::takesQuantities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Quantity>("first");
    QTest::newRow("range") << u"1-3个工作日"_s << Quantity{Quantity::Kind::Time, 24, 72, {}};
    QTest::newRow("hours") << u"24小时内"_s << Quantity{Quantity::Kind::Time, 24, 24, {}};
    QTest::newRow("numerals") << u"十五天"_s << Quantity{Quantity::Kind::Time, 360, 360, {}};
    QTest::newRow("half") << u"半个月"_s << Quantity{Quantity::Kind::Time, 360, 360, {}};
    QTest::newRow("same day") << u"当天到账"_s << Quantity{Quantity::Kind::Time, 0, 24, {}};
    QTest::newRow("money") << u"收8.5元"_s << Quantity{Quantity::Kind::Money, 8.5, 8.5, {}};
    QTest::newRow("threshold") << u"满99包邮"_s << Quantity{Quantity::Kind::Money, 99, 99, {}};
    QTest::newRow("share") << u"打8折"_s << Quantity{Quantity::Kind::Share, 80, 80, {}};
    QTest::newRow("count") << u"最多2件"_s << Quantity{Quantity::Kind::Count, 2, 2, u"件"_s};
}

void TestContradiction::takesQuantities()
{
    QFETCH(QString, text);
    QFETCH(Quantity, first);
    const auto size = text.size();
    const auto found = takeQuantities(text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0], first);
    QCOMPARE(text.size(), size);
    QVERIFY(takeQuantities(text).isEmpty());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestContradiction)
#include "tst_contradiction.moc"
