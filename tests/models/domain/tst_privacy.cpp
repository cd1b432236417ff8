// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/privacy.h"
#include "models/domain/state.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

/** The numbers are made up: their check digits hold, nobody has them. */
class TestPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<PersonalKind>("kind");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, PersonalKind kind, const QString &before,
                            const QString &what, const QString &after) {
            QTest::newRow(name) << before + what + after << kind << what;
        };
        using enum PersonalKind;
        row("mobile", Mobile, u"司机电话"_s, u"13800138000"_s, u"，打给他就行"_s);
        row("mobile with country code", Mobile, u"联系 "_s, u"+86 138-0013-8000"_s, u"。"_s);
        row("mobile in full width", Mobile, u"电话："_s, u"１３８００１３８０００"_s, u""_s);
        row("mobile with blanks", Mobile, u""_s, u"138 0013 8000"_s, u"收"_s);
        row("identity number", IdNumber, u"身份证"_s, u"110101199003078136"_s, u" 已登记"_s);
        row("identity number with x", IdNumber, u""_s, u"11010119900307109x"_s, u""_s);
        row("bank card", BankCard, u"退到 "_s, u"6222 0200 0000 0000 000"_s, u" 了"_s);
        row("bank card of 16", BankCard, u"卡号"_s, u"4111111111111111"_s, u""_s);
        row("address", Address, u"地址是文一西"_s, u"路 98 号滨江花园 6 幢 2 单元 1103"_s, u"，放门口"_s);
        row("address with a room", Address, u"送到翠"_s, u"苑三区12栋502室"_s, u"吗"_s);
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(PersonalKind, kind);
        QFETCH(QString, where);
        const auto found = personalDataIn(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].kind, kind);
        QCOMPARE(text.mid(found[0].span.start, found[0].span.length), where);
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList innocent{
            u"订单号 13800138000 已发货"_s,
            u"您的订单：13912345678，明天到"_s,
            u"运单号 4111111111111111 在路上"_s,
            u"流水号：110101199003078136"_s,
            u"单号102020117 到了"_s,
            u"2025112713800138000123 这一单"_s,
            u"手机尾号 138****8000 的会员"_s,
            u"客服热线 400-820-8820，9:00–21:00"_s,
            u"身份证 110101199003078137 校验位不对"_s,
            u"卡号 4111111111111112 校验不过"_s,
            u"滨江花园6幢东门自提柜，18:00 前到"_s,
            u"滨江花园 6 幢 120 份都到了"_s,
            u"翠苑鲜果 3 栋 1 单元 18:30 开始发"_s,
            u"文一西路 969 号是我们仓库"_s,
            u"诚园8-1-302您好，退款 3–7 个工作日到账"_s,
            u"13800138000.50 元"_s,
            u"满 99 减 20，12315 也能投诉"_s,
            QString()};
        for (const auto &text : innocent)
            QTest::newRow(qPrintable(text.left(24))) << text;
    }

    void leavesAlone()
    {
        QFETCH(QString, text);
        QVERIFY(personalDataIn(text).isEmpty());
    }

    void findsAllInOrder()
    {
        const auto found = personalDataIn(u"张三 13800138000，卡 4111111111111111，李四 13912345678"_s);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].kind, PersonalKind::Mobile);
        QCOMPARE(found[1].kind, PersonalKind::BankCard);
        QCOMPARE(found[2].kind, PersonalKind::Mobile);
    }

    void redactedHasNoneLeft_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("mobile") << u"打 13800138000 找我"_s << u"打 1****8000 找我"_s;
        QTest::newRow("wide") << u"电话１３８００１３８０００"_s << u"电话1****８０００"_s;
        QTest::newRow("card") << u"卡 4111 1111 1111 1111。"_s << u"卡 ****1111。"_s;
        QTest::newRow("id") << u"身份证 110101199003078136"_s << u"身份证 ******"_s;
        QTest::newRow("address") << u"我家在文一西路翠苑小区 3 栋 2 单元 501，放门口"_s
                                 << u"我家在文一西***，放门口"_s;
        QTest::newRow("several") << u"张三 13800138000，李四 13912345678"_s
                                 << u"张三 1****8000，李四 1****5678"_s;
        QTest::newRow("nothing") << u"明天到"_s << u"明天到"_s;
    }

    void redactedHasNoneLeft()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const auto got = redacted(text, personalDataIn(text));
        QCOMPARE(got, shown);
        QVERIFY(got.size() <= text.size());
        QVERIFY(personalDataIn(got).isEmpty());
    }

    void redactedIsBounded()
    {
        const auto text = QString(6000, u'好') + u"13800138000"_s;
        QCOMPARE(redacted(text, personalDataIn(text)).size(), 4000);
        QCOMPARE(redacted(u"短"_s, {{PersonalKind::Mobile, {0, 11, 0}}}), u"短"_s);
    }

    void othersOrders()
    {
        State state;
        const GroupId group{u"ch/g"_s};
        const MemberId wang{u"ch/wang"_s}, lee{u"ch/lee"_s};
        const auto customer = [&](const QString &id, const MemberId &member, const QString &order) {
            Customer made;
            made.id = {id};
            made.orders.append(Order{order, {}, 0, {}, {}, {}, {}, 0});
            state.customers.insert(made.id, made);
            state.groups[group].members.insert(member, {member, id, MemberRole::Customer, made.id, {}});
        };
        customer(u"c-1"_s, wang, u"7731"_s);
        customer(u"c-2"_s, lee, u"QH20261108A77"_s);
        const auto count = [&](const QList<MemberId> &told, const QString &text) {
            return othersOrdersIn(state, group, told, text).size();
        };
        QCOMPARE(count({wang}, u"订单 7731 和 qh20261108a77 都到了"_s), 1);
        QCOMPARE(count({lee}, u"订单 7731 和 QH20261108A77 都到了"_s), 1);
        QCOMPARE(count({wang, lee}, u"订单 7731 和 QH20261108A77 都到了"_s), 0);
        QCOMPARE(count({}, u"7731 那单"_s), 1);
        QCOMPARE(count({}, u"一共 7731 元"_s), 0);
        QCOMPARE(count({}, u"订单 77312"_s), 0);
        QCOMPARE(count({}, u"订单 9999"_s), 0);
        const auto found = othersOrdersIn(state, group, {wang}, u"单号：QH20261108A77"_s);
        QCOMPARE(found.value(0).kind, PersonalKind::Order);
        QCOMPARE(redacted(u"单号：QH20261108A77"_s, found), u"单号：**77"_s);
    }
};

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestPrivacy)
#include "tst_privacy.moc"
