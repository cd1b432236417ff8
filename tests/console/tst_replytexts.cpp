// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replytexts.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const GroupId group{u"ob/1"_s};
const MemberId chen{u"ob/11"_s};
const MemberId wang{u"ob/12"_s};

Customer customer(const QString &id, const QString &order)
{
    Customer made;
    made.id = {id};
    made.name = id;
    Order only;
    only.id = order;
    only.status = u"已发货"_s;
    made.orders = {only};
    return made;
}

State room()
{
    State state;
    auto &into = state.groups[group];
    into.info.id = group;
    into.info.channel = u"ob"_s;
    into.info.tags = {u"生鲜"_s};
    into.members.insert(chen, {chen, u"陈先生"_s, MemberRole::Customer, {u"c-1"_s}, {}});
    into.members.insert(wang, {wang, u"王阿姨"_s, MemberRole::Customer, {u"c-2"_s}, {}});
    into.members.insert({u"ob/9"_s}, {{u"ob/9"_s}, u"小禾"_s, MemberRole::Bot, {}, {}});
    state.customers.insert({u"c-1"_s}, customer(u"c-1"_s, u"2026110688"_s));
    state.customers.insert({u"c-2"_s}, customer(u"c-2"_s, u"2026110799"_s));
    return state;
}

Topic topic()
{
    Topic made;
    made.id = {u"t-1"_s};
    made.group = group;
    made.asker = chen;
    made.askerName = u"陈先生"_s;
    made.askers = {chen};
    return made;
}

CannedReply canned(const QString &id, const QString &text)
{
    CannedReply made;
    made.id = {id};
    made.title = id;
    made.shortcut = id;
    made.text = text;
    return made;
}

} // namespace

/** What goes into a reply and what stands against it. */
class TestReplyTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreFilled()
    {
        auto state = room();
        state.canned.insert({u"a"_s}, canned(u"a"_s, u"{{称呼}}，我是{{客服}}，{{订单号}}{{订单状态}}。"_s));
        const auto texts = cannedTextsFor(state, topic(), u"林悦"_s);
        QCOMPARE(texts.size(), 1);
        QVERIFY2(texts.constFirst().text.contains(u"我是林悦"_s), qPrintable(texts.constFirst().text));
        QVERIFY(texts.constFirst().text.contains(u"2026110688已发货"_s));
        QVERIFY(!texts.constFirst().text.contains(u"{{"_s));
    }

    void onlyWhatThisGroupMayUse()
    {
        auto state = room();
        auto here = canned(u"here"_s, u"一"_s);
        here.groups = {group};
        auto tagged = canned(u"tagged"_s, u"二"_s);
        tagged.tags = {u"生鲜"_s};
        auto other = canned(u"other"_s, u"三"_s);
        other.groups = {{u"ob/2"_s}};
        for (const auto &one : {here, tagged, other, canned(u"all"_s, u"四"_s)})
            state.canned.insert(one.id, one);
        QStringList titles;
        for (const auto &one : cannedTextsFor(state, topic(), {}))
            titles.append(one.title);
        QCOMPARE(titles, (QStringList{u"all"_s, u"here"_s, u"tagged"_s}));
    }

    void rulesSpeakBeforeSending()
    {
        auto state = room();
        state.policy.sensitiveWords = {u"保本"_s};
        state.policy.wordSets = {{u"竞品"_s, WordAction::Warn, {u"某东"_s}, {}},
                                 {u"承诺"_s, WordAction::Block, {}, {u"肯定.{0,3}赔"_s}}};
        const auto check = [&](const QString &text) {
            return checkReply(state, topic(), text, {chen});
        };
        QVERIFY(check(u"好的"_s) == ComposerCheck{});
        QVERIFY(check(QString()) == ComposerCheck{});
        const auto word = check(u"这是保 本的"_s);
        QCOMPARE(word.stops.size(), 1);
        QCOMPARE(word.marks, (QList<Span>{{2, 3, 0}}));
        QCOMPARE(check(u"肯定能赔"_s).stops.size(), 1);
        const auto warned = check(u"某东也有"_s);
        QVERIFY(warned.stops.isEmpty());
        QCOMPARE(warned.warnings.size(), 1);
        QVERIFY(warned.warnings.constFirst().contains(u"竞品"_s));
        QCOMPARE(check(u"电话13800138000"_s).marks, (QList<Span>{{2, 11, 0}}));
    }

    void anotherCustomersOrderIsNotTold()
    {
        const auto state = room();
        QVERIFY(checkReply(state, topic(), u"订单2026110688到了"_s, {chen}).stops.isEmpty());
        QCOMPARE(checkReply(state, topic(), u"订单2026110799到了"_s, {chen}).stops.size(), 1);
        QVERIFY(checkReply(state, topic(), u"订单2026110799到了"_s, {chen, wang}).stops.isEmpty());
    }

    void whatNobodyFilledIsNotSent()
    {
        const auto check = checkReply(room(), topic(), u"单号{{单号}}在路上"_s, {chen});
        QCOMPARE(check.stops.size(), 1);
        QCOMPARE(check.marks, (QList<Span>{{2, 6, 0}}));
    }

    void everybodyWhereThePlatformKnowsIt()
    {
        auto state = room();
        const auto isEveryone = [](const Mention &one) { return one.everyone; };
        auto people = peopleOf(state, topic());
        QCOMPARE(people.constFirst().member, chen);
        QCOMPARE(people.size(), 2); // a bot is not addressed
        QVERIFY(std::ranges::none_of(people, isEveryone));
        Connector connector;
        connector.id = u"ob"_s;
        connector.kind = u"onebot11"_s;
        state.connectors.insert(connector.id, connector);
        people = peopleOf(state, topic());
        QCOMPARE(std::ranges::count_if(people, isEveryone), 1);
        QCOMPARE(people.constLast().member.value, u"ob/all"_s);
    }
};

QTEST_MAIN(TestReplyTexts)
#include "tst_replytexts.moc"
