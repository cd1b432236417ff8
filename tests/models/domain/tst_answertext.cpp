// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What customers read in place of {{variables}}.
#include "models/domain/answertext.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestAnswerText : public QObject
{
    Q_OBJECT

    State m_state;

    FilledAnswer fill(const QString &answer, const QStringList &named = {}) const
    {
        return fillAnswer(m_state, {u"g"_s}, {AuthorKind::Member, u"u"_s, u"李海燕-6幢"_s}, answer,
                          named);
    }

private Q_SLOTS:
    void init();
    void aMemberIsAddressedByThePlainPartOfTheName();
    void theNewestOrderIsMeantUnlessOneIsNamed();
    void aRefundIsOfTheNewestOrderThatHasOne();
    void anOrderOfSomebodyElseFillsNothing();
    void whatNobodyKnowsStaysAsWritten();
    void valuesAreNotReadAsVariables();
};

void TestAnswerText::init()
{
    Order fresh;
    fresh.id = u"20265512"_s;
    fresh.status = u"已发货"_s;
    Order refunded;
    refunded.id = u"20267731"_s;
    refunded.status = u"退款中"_s;
    refunded.refundState = u"银行处理中"_s;
    refunded.refundCents = 6890;
    Customer customer;
    customer.id = {u"c"_s};
    customer.orders = {fresh, refunded};
    Member member;
    member.id = {u"u"_s};
    member.customer = {u"c"_s};
    m_state = {};
    m_state.customers.insert({u"c"_s}, customer);
    m_state.groups[{u"g"_s}].members.insert({u"u"_s}, member);
}

void TestAnswerText::aMemberIsAddressedByThePlainPartOfTheName()
{
    QCOMPARE(fill(u"{{称呼}}您好"_s).text, u"李海燕您好"_s);
    QCOMPARE(salutation(u"<b>阿秋</b>"_s), u"b"_s);
    QCOMPARE(salutation(u"～～"_s), u"您"_s);
    QCOMPARE(salutation(QString(50, u'长')).size(), 12);
    const Author nameless{AuthorKind::Member, u"u"_s, u"～～"_s};
    QCOMPARE(fillAnswer(m_state, {u"g"_s}, nameless, u"{{称呼}}您好，{{称呼}}的"_s, {}).text,
             u"您好，您的"_s);
}

void TestAnswerText::theNewestOrderIsMeantUnlessOneIsNamed()
{
    QCOMPARE(fill(u"{{ 订单号 }}：{{订单状态}}"_s).text, u"20265512：已发货"_s);
    QCOMPARE(fill(u"{{订单号}}"_s, {u"7731"_s}).text, u"20267731"_s);
}

void TestAnswerText::aRefundIsOfTheNewestOrderThatHasOne()
{
    QCOMPARE(fill(u"{{退款金额}}，{{退款状态}}"_s).text, u"68.90 元，银行处理中"_s);
}

void TestAnswerText::anOrderOfSomebodyElseFillsNothing()
{
    const auto filled = fill(u"{{订单号}} {{订单状态}}"_s, {u"9999"_s});
    QCOMPARE(filled.text, u"{{订单号}} {{订单状态}}"_s);
    QCOMPARE(filled.missing, QStringList({u"订单号"_s, u"订单状态"_s}));
}

void TestAnswerText::whatNobodyKnowsStaysAsWritten()
{
    const auto filled = fill(u"{{称呼}}，{{优惠码}}，{{}}，{"_s);
    QCOMPARE(filled.text, u"李海燕，{{优惠码}}，{{}}，{"_s);
    QCOMPARE(filled.missing, QStringList(u"优惠码"_s));
}

void TestAnswerText::valuesAreNotReadAsVariables()
{
    m_state.customers[{u"c"_s}].orders[0].status = u"{{称呼}}"_s;
    QCOMPARE(fill(u"{{订单状态}}"_s).text, u"{{称呼}}"_s);
}

QTEST_APPLESS_MAIN(TestAnswerText)
#include "tst_answertext.moc"
