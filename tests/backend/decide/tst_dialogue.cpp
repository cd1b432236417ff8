// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"
#include "tests/models/common/seed.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using tests::Dice;

namespace {

const test::Said atBot{{}, {}, true};

/** A delivery put off: needs a day and a way. */
Entry postponing()
{
    Entry entry;
    entry.id = {u"e-later"_s};
    entry.version = 1;
    entry.category = u"配送"_s;
    entry.question = u"可以改到别的日子配送吗"_s;
    entry.similar = {u"改天送可以吗"_s, u"想改配送日期"_s, u"能换个日子送货吗"_s};
    entry.answer = u"可以的，已按 {{配送日}}、{{送达方式}} 为您登记。"_s;
    entry.slots_ = {{u"配送日"_s, u"您希望改到哪一天呢？"_s, SlotKind::Date, {}},
                    {u"送达方式"_s, u"您要哪一种送达方式？"_s, SlotKind::Choice,
                     {u"送货上门"_s, u"放自提点"_s}}};
    entry.steps = {u"查订单"_s, u"改配送日"_s, u"跟客户确认"_s};
    return entry;
}

void put(Rig &rig, const Entry &entry)
{
    rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
}

/** Members who talk of nothing, in no topic. */
void chat(Rig &rig, int messages)
{
    for (int at = 0; at < messages; ++at)
        rig.say(at % 2 == 0 ? rig.leo : rig.vip, at % 3 == 0 ? u"哈哈哈哈"_s : u"早上好各位"_s);
}

QString lastText(const Rig &rig)
{
    const auto sent = rig.lastSent();
    return sent ? sent->text : QString();
}

/** Texts of the bot in each topic that ask back and were not recalled. */
QHash<TopicId, int> clarifications(const Rig &rig)
{
    QHash<TopicId, int> count;
    QSet<MessageId> recalled;
    for (const auto &one : rig.all<MessageRecalled>())
        recalled.insert(one.message);
    for (const auto &event : rig.log) {
        const auto *queued = std::get_if<MessageQueued>(&event.data);
        if (queued && queued->author.kind == AuthorKind::Bot && queued->entry.isEmpty()
            && !queued->answers.isEmpty() && !recalled.contains(queued->message))
            ++count[event.topic];
    }
    return count;
}

} // namespace

/** What the bot remembers of a talk: what it asked, what it answered, what it was told. */
class TestDialogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnceInABusyGroup();
    void asksNoThirdTimeInABusyGroup();
    void randomTalkIsClarifiedTwiceAtMost();
    void recalledTextsWereNotSaid();
    void asksForSlotsInOrder();
    void takesWhatIsToldAtOnce();
    void asksASlotTwiceThenAPerson();
    void remembersAcrossHandBack();
    void followUpInheritsSlots();
    void slotsAreTheAskersOwn();
    void ordersAreRememberedInABusyGroup();
    void aNumberTellsThatAnOrderIsMeant();
    void choosesAmongOffers_data();
    void choosesAmongOffers();
    void othersDoNotChoose();
    void erasedPeopleToldNothing();
    void stepsAreTicked();
    void stepsAreRefused();
    void slotsAreChecked();
};

void TestDialogue::answersOnceInABusyGroup()
{
    Rig rig;
    const auto first = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(first).action, Action::Answer);
    rig.deliver();
    chat(rig, 120);
    QVERIFY(!rig.message(first));  // the window has moved on
    rig.pass(60);
    const auto again = rig.say(rig.wang, u"退款多久能到账"_s, atBot);
    QCOMPARE(rig.topicOf(again).answered.size(), 1);
    QCOMPARE(rig.verdictOf(again).action, Action::Escalate);
}

void TestDialogue::asksNoThirdTimeInABusyGroup()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.answerThreshold = 990;
        policy.clarifyThreshold = 200;
        policy.repeatsAlert = 99;
        policy.escalationThreshold = 1000;
    });
    const QStringList unclear{u"退款到账要几天呀"_s, u"钱几天退回来到卡里"_s, u"退款到哪个账户几天"_s};
    MessageId last;
    for (const auto &text : unclear) {
        last = rig.say(rig.wang, text, atBot);
        rig.deliver();
        chat(rig, 80);
    }
    const auto counts = clarifications(rig);
    QVERIFY(!counts.isEmpty());
    for (const auto &[topic, count] : counts.asKeyValueRange())
        QVERIFY2(count <= 2, qPrintable(topic.value));
    const auto &topics = rig.state.topics;
    QVERIFY(std::ranges::any_of(topics, [](const Topic &topic) {
        return topic.clarifications.size() == 2 && topic.state == TopicState::Escalated;
    }));
}

void TestDialogue::randomTalkIsClarifiedTwiceAtMost()
{
    const auto seed = tests::seed();
    int askedTwice = 0;
    const QStringList lines{u"退款到账要几天呀"_s, u"那怎么弄"_s, u"不是这个"_s, u"改天送可以吗"_s,
                            u"周五"_s, u"第二个"_s, u"随便"_s, u"7731"_s, u"我的快递到哪了"_s,
                            u"二"_s, u"是的"_s, u"怎么说呢"_s, u"钱几天回来"_s, u"放自提点"_s};
    for (int round = 0; round < tests::rounds(40, 400); ++round) {
        Dice dice(seed + quint32(round));
        Rig rig;
        put(rig, postponing());
        rig.setPolicy([](Policy &policy) {
            policy.answerThreshold = 900;
            policy.clarifyThreshold = 200;
            policy.repeatsAlert = 99;
        });
        const MemberId askers[] = {rig.wang, rig.haiyan};
        for (int step = 0; step < 12; ++step) {
            rig.say(askers[dice.below(2)], lines[dice.below(int(lines.size()))],
                    {{}, {}, dice.chance(60)});
            if (dice.chance(70))
                rig.deliver();
            if (dice.chance(40))
                chat(rig, dice.below(90));
            rig.pass(dice.below(120));
        }
        for (const auto &[topic, count] : clarifications(rig).asKeyValueRange()) {
            QVERIFY2(count <= 2, qPrintable(u"seed %1 topic %2"_s.arg(seed + quint32(round))
                                                .arg(topic.value)));
            askedTwice += count == 2;
        }
        for (const auto &topic : std::as_const(rig.state.topics)) {
            QVERIFY(topic.answered.size() <= Topic::saidLimit);
            QVERIFY(topic.slots_.size() <= Topic::slotLimit);
        }
    }
    QVERIFY(askedTwice > 0);
}

void TestDialogue::recalledTextsWereNotSaid()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto topic = rig.topicOf(asked);
    QCOMPARE(topic.answered.size(), 1);
    QCOMPARE(topic.answered.first().askers, QList{rig.wang});
    rig.record({rig.group, topic.id, MessageRecalled{rig.lastSent()->id, {}}});
    QCOMPARE(rig.topicOf(asked).answered.size(), 0);
}

void TestDialogue::asksForSlotsInOrder()
{
    Rig rig;
    put(rig, postponing());
    const auto asked = rig.say(rig.wang, u"想改配送日期"_s, atBot);
    QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    QCOMPARE(rig.verdictOf(asked).asksFor, u"配送日"_s);
    QVERIFY2(lastText(rig).contains(u"改到哪一天"_s), qPrintable(lastText(rig)));
    const auto day = rig.say(rig.wang, u"周五吧"_s);  // written on Wednesday, 2023-11-15
    QCOMPARE(rig.topicOf(day).id, rig.topicOf(asked).id);
    QCOMPARE(rig.verdictOf(day).slots_.value(u"配送日"_s), u"11月17日（周五）"_s);
    QCOMPARE(rig.verdictOf(day).asksFor, u"送达方式"_s);
    QVERIFY2(lastText(rig).contains(u"2. 放自提点"_s), qPrintable(lastText(rig)));
    const auto way = rig.say(rig.wang, u"第二个"_s);
    QCOMPARE(rig.verdictOf(way).action, Action::Answer);
    QVERIFY2(lastText(rig).contains(u"已按 11月17日（周五）、放自提点 为您登记"_s),
             qPrintable(lastText(rig)));
    QVERIFY(!rig.topicOf(way).asked);
}

void TestDialogue::takesWhatIsToldAtOnce()
{
    Rig rig;
    put(rig, postponing());
    rig.setPolicy([](Policy &policy) { policy.answerThreshold = 990; policy.clarifyThreshold = 200; });
    const auto asked = rig.say(rig.wang, u"想改配送日期，改到明天，送货上门"_s, atBot);
    QVERIFY2(lastText(rig).contains(u"您是不是想问"_s), qPrintable(lastText(rig)));
    QCOMPARE(rig.verdictOf(asked).slots_.value(u"配送日"_s), u"11月16日（周四）"_s);
    const auto meant = rig.say(rig.wang, u"第一个"_s);
    QCOMPARE(rig.verdictOf(meant).action, Action::Answer);
    QVERIFY2(lastText(rig).contains(u"11月16日（周四）、送货上门"_s), qPrintable(lastText(rig)));
}

void TestDialogue::asksASlotTwiceThenAPerson()
{
    Rig rig;
    put(rig, postponing());
    rig.say(rig.wang, u"想改配送日期"_s, atBot);
    const auto vague = rig.say(rig.wang, u"都行"_s, atBot);
    QCOMPARE(rig.verdictOf(vague).action, Action::Clarify);
    QCOMPARE(rig.verdictOf(vague).asksFor, u"配送日"_s);
    const auto again = rig.say(rig.wang, u"随便"_s, atBot);
    QCOMPARE(rig.verdictOf(again).action, Action::Escalate);
    QVERIFY(rig.verdictOf(again).asksFor.isEmpty());
    QCOMPARE(rig.topicOf(again).state, TopicState::Escalated);
}

void TestDialogue::remembersAcrossHandBack()
{
    Rig rig;
    put(rig, postponing());
    const auto asked = rig.say(rig.wang, u"想改配送日期"_s, atBot);
    const auto topic = rig.topicOf(asked).id;
    const auto fence = rig.claim(rig.lin, topic);
    rig.say(rig.wang, u"周五吧"_s);  // told to a person
    chat(rig, 90);
    QVERIFY(rig.run(rig.lin, HandBackTopic{topic, fence, u"已说明可以改"_s}));
    const auto way = rig.say(rig.wang, u"送货上门，想改配送日期"_s, atBot);
    QCOMPARE(rig.topicOf(way).id, topic);
    QCOMPARE(rig.verdictOf(way).action, Action::Answer);
    QVERIFY2(lastText(rig).contains(u"11月17日（周五）、送货上门"_s), qPrintable(lastText(rig)));
}

void TestDialogue::followUpInheritsSlots()
{
    Rig rig;
    put(rig, postponing());
    rig.say(rig.wang, u"想改配送日期，改到周五，送货上门"_s, atBot);
    QVERIFY(lastText(rig).contains(u"11月17日（周五）、送货上门"_s));
    rig.pass(60);
    const auto other = rig.say(rig.wang, u"那周六呢"_s, atBot);
    QCOMPARE(rig.verdictOf(other).action, Action::Answer);
    QVERIFY2(lastText(rig).contains(u"11月18日（周六）、送货上门"_s), qPrintable(lastText(rig)));
}

void TestDialogue::slotsAreTheAskersOwn()
{
    Rig rig;
    put(rig, postponing());
    const auto mine = rig.say(rig.wang, u"想改配送日期，改到周五，送货上门"_s, atBot);
    const auto theirs = rig.say(rig.leo, u"想改配送日期"_s, {mine, {}, true});
    QCOMPARE(rig.topicOf(theirs).id, rig.topicOf(mine).id);
    QCOMPARE(rig.verdictOf(theirs).action, Action::Clarify);
    QCOMPARE(rig.verdictOf(theirs).asksFor, u"配送日"_s);
    // What was asked of one is not answered by another.
    const auto wang = rig.say(rig.wang, u"周日"_s, {rig.lastSent()->id, {}, false});
    QVERIFY(rig.verdictOf(wang).action != Action::Clarify);
    QCOMPARE(rig.topicOf(theirs).asked->asker, rig.leo);
}

void TestDialogue::ordersAreRememberedInABusyGroup()
{
    Rig rig;
    auto customer = rig.state.customers.value({u"c-1"_s});
    auto newer = customer.orders.first();
    newer.id = u"8842"_s;
    newer.refundState = u"审核中"_s;
    customer.orders.prepend(newer);
    rig.record({{}, {}, CustomerChanged{customer}});
    const auto asked = rig.say(rig.haiyan, u"单号7731，水果坏了怎么赔"_s, atBot);
    const auto topic = rig.topicOf(asked).id;
    QCOMPARE(rig.state.topics.value(topic).slots_.value(0),
             (SlotValue{u"订单号"_s, u"7731"_s, rig.haiyan, asked}));
    rig.deliver();
    const auto answer = rig.answersTo(asked).value(0)->id;
    chat(rig, 90);
    QVERIFY(!rig.message(asked));
    const auto later = rig.say(rig.haiyan, u"我的退款进度到哪一步了"_s, {answer, {}, true});
    QCOMPARE(rig.topicOf(later).id, topic);
    QVERIFY2(lastText(rig).contains(u"7731"_s), qPrintable(lastText(rig)));
}

/** The same words without it are asked back about. */
void TestDialogue::aNumberTellsThatAnOrderIsMeant()
{
    Rig rig;
    const auto without = rig.verdictOf(rig.say(rig.haiyan, u"鱼哥的鸡胸肉到哪儿了"_s, atBot));
    QCOMPARE(without.action, Action::Clarify);
    QCOMPARE(without.candidates.value(0).entry.value, u"k-012"_s);
    Rig other;
    const auto with = other.verdictOf(other.say(other.haiyan, u"鱼哥的鸡胸肉到哪儿了，7731"_s, atBot));
    QCOMPARE(with.candidates.value(0).entry.value, u"k-012"_s);
    QVERIFY(with.confidence > without.confidence);
    QVERIFY(with.action == Action::Answer || with.action == Action::Act);
    QCOMPARE(with.confidence, with.candidates.value(0).score);
}

void TestDialogue::choosesAmongOffers_data()
{
    QTest::addColumn<QString>("reply");
    for (const auto *reply : {u"1", u"第一个", u"一", u"选1吧", u"第1个"})
        QTest::newRow(qPrintable(QString::fromUtf16(reply))) << QString::fromUtf16(reply);
    QTest::newRow("its words") << QString();
}

void TestDialogue::choosesAmongOffers()
{
    QFETCH(QString, reply);
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.answerThreshold = 980; policy.clarifyThreshold = 200; });
    const auto asked = rig.say(rig.wang, u"退款到账要几天呀"_s, atBot);
    QVERIFY2(lastText(rig).contains(u"您是不是想问"_s), qPrintable(lastText(rig)));
    const auto wanted = rig.verdictOf(asked).candidates.first();
    const auto chosen = rig.say(rig.wang, reply.isEmpty() ? wanted.title : reply);
    QCOMPARE(rig.topicOf(chosen).id, rig.topicOf(asked).id);
    QCOMPARE(rig.verdictOf(chosen).action, Action::Answer);
    QCOMPARE(rig.verdictOf(chosen).candidates.first().entry, wanted.entry);
    QVERIFY(rig.verdictOf(chosen).addressingWhy.contains(u"chosen"_s));
}

void TestDialogue::othersDoNotChoose()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.answerThreshold = 980; policy.clarifyThreshold = 200; });
    rig.say(rig.wang, u"退款到账要几天呀"_s, atBot);
    const auto offered = rig.all<MessageQueued>().size();
    rig.say(rig.leo, u"1"_s);
    QCOMPARE(rig.all<MessageQueued>().size(), offered);
}

void TestDialogue::erasedPeopleToldNothing()
{
    Rig rig;
    put(rig, postponing());
    const auto asked = rig.say(rig.wang, u"想改配送日期，改到周五"_s, atBot);
    QCOMPARE(rig.topicOf(asked).slots_.size(), 1);
    DataErased erased;
    erased.subject = rig.wang.value;
    const auto topic = rig.topicOf(asked).id;
    rig.record({{}, {}, erased});
    QCOMPARE(rig.state.topics.value(topic).slots_.size(), 0);
}

void TestDialogue::stepsAreTicked()
{
    Rig rig;
    put(rig, postponing());
    const auto topic = rig.topicOf(rig.say(rig.wang, u"想改配送日期"_s, atBot)).id;
    const auto ticks = [&] { return rig.state.topics.value(topic).ticks; };
    QVERIFY(rig.run(rig.lin, TickStep{topic, {u"e-later"_s}, u"查订单"_s, true}));
    QVERIFY(rig.run(rig.zhou, TickStep{topic, {u"e-later"_s}, u"改配送日"_s, true}));
    QCOMPARE(ticks().size(), 2);
    QCOMPARE(ticks().first().name, rig.lin.name);
    QCOMPARE(ticks().first().at, rig.now);
    // Twice is once.
    QVERIFY(rig.run(rig.lin, TickStep{topic, {u"e-later"_s}, u"改配送日"_s, true}));
    QCOMPARE(ticks().size(), 2);
    QCOMPARE(ticks().last().by, rig.lin.id);
    QVERIFY(rig.run(rig.lin, TickStep{topic, {u"e-later"_s}, u"查订单"_s, false}));
    QCOMPARE(ticks().size(), 1);
}

void TestDialogue::stepsAreRefused()
{
    Rig rig;
    put(rig, postponing());
    const auto topic = rig.topicOf(rig.say(rig.wang, u"想改配送日期"_s, atBot)).id;
    REFUSED(rig.run(rig.lin, TickStep{topic, {u"e-later"_s}, u"别的"_s, true}), NotFound);
    REFUSED(rig.run(rig.lin, TickStep{topic, {u"e-none"_s}, u"查订单"_s, true}), NotFound);
    REFUSED(rig.run(rig.lin, TickStep{{u"t-none"_s}, {u"e-later"_s}, u"查订单"_s, true}), NotFound);
    rig.claim(rig.zhou, topic);
    REFUSED(rig.run(rig.lin, TickStep{topic, {u"e-later"_s}, u"查订单"_s, true}), NotHolder);
    QVERIFY(rig.run(rig.zhou, TickStep{topic, {u"e-later"_s}, u"查订单"_s, true}));
}

void TestDialogue::slotsAreChecked()
{
    Rig rig;
    const auto putting = [&](const std::function<void(Entry &)> &change) {
        auto entry = postponing();
        entry.version = 0;
        change(entry);
        return rig.run(rig.boss, PutEntry{entry, 0});
    };
    REFUSED(putting([](Entry &e) { e.slots_[0].name = u"{坏}"_s; }), InvalidParams);
    REFUSED(putting([](Entry &e) { e.slots_[1].name = e.slots_[0].name; }), InvalidParams);
    REFUSED(putting([](Entry &e) { e.slots_[1].choices = {u"一种"_s}; }), InvalidParams);
    REFUSED(putting([](Entry &e) { e.slots_[0].name = u"物流状态"_s; }), InvalidParams);
    REFUSED(putting([](Entry &e) { e.slots_[0].ask = u"根治它？"_s; }), Policy);
    REFUSED(putting([](Entry &e) { e.steps = {u"一样"_s, u"一样"_s}; }), InvalidParams);
    REFUSED(putting([](Entry &e) { e.steps = QStringList(13, u"x"_s); }), InvalidParams);
    QVERIFY(putting([](Entry &) {}));
    QCOMPARE(rig.state.entries.value({u"e-later"_s}).slots_, postponing().slots_);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestDialogue)
#include "tst_dialogue.moc"
