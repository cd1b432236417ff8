// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

GroupPolicy ruleFor(const Rig &rig)
{
    GroupPolicy rule;
    rule.groups = {rig.group};
    return rule;
}

} // namespace

/** What a policy sets for single groups is what decisions there go by. */
class TestGroupRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threshold();
    void mode();
    void budget();
    void waiting();
    void waitingChangesWithTheTag();
    void dueWithinWorkingHours();
    void badRulesAreRefused();
};

void TestGroupRules::threshold()
{
    Rig rig;
    auto rule = ruleFor(rig);
    rule.answerThreshold = 1000;
    rule.escalationThreshold = 900;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto asked = rig.say(rig.wang, u"退款大概要多久才到呢"_s);
    QCOMPARE(rig.verdictOf(asked).threshold, 1000);
    QCOMPARE(rig.verdictOf(asked).escalationThreshold, 900);
    QVERIFY(rig.verdictOf(asked).action != Action::Answer || rig.verdictOf(asked).confidence == 1000);
}

void TestGroupRules::mode()
{
    Rig rig;
    auto rule = ruleFor(rig);
    rule.mode = BotMode::Review;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    QCOMPARE(rig.verdictOf(rig.say(rig.wang, u"退款多久能到账"_s)).action, Action::Review);
    QVERIFY(!rig.lastSent());
    rule.mode = BotMode::Silent;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    QCOMPARE(rig.verdictOf(rig.say(rig.leo, u"怎么开发票"_s)).action, Action::Silent);
}

void TestGroupRules::budget()
{
    Rig rig;
    auto rule = ruleFor(rig);
    rule.budgetPerMinute = 1;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    rig.say(rig.wang, u"退款多久能到账"_s);
    rig.say(rig.leo, u"怎么开发票"_s);
    const auto queued = rig.all<MessageQueued>();
    QCOMPARE(queued.size(), 2);
    QVERIFY(!queued[0].notBefore.isSet());
    QVERIFY(queued[1].notBefore.isSet());
}

void TestGroupRules::waiting()
{
    Rig rig;
    auto rule = ruleFor(rig);
    rule.waitingSeconds = 60;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto asked = rig.say(rig.wang, u"我的货到了吗"_s, {{}, {rig.staff}, false});
    rig.pass(59);
    QVERIFY(!rig.topicOf(asked).escalation);
    rig.pass(2);
    QVERIFY(rig.topicOf(asked).escalation);
}

void TestGroupRules::waitingChangesWithTheTag()
{
    Rig rig;
    GroupPolicy rule;
    rule.tags = {u"VIP"_s};
    rule.waitingSeconds = 60;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto asked = rig.say(rig.wang, u"我的货到了吗"_s, {{}, {rig.staff}, false});
    auto group = rig.state.groups.value(rig.group).info;
    group.tags = {u"VIP"_s};
    rig.record({rig.group, {}, GroupChanged{group}});
    rig.pass(61);
    QVERIFY(rig.topicOf(asked).escalation);
}

/** The rig's clock stands at 06:13 by the clock of Shanghai. */
void TestGroupRules::dueWithinWorkingHours()
{
    Rig rig;
    auto rule = ruleFor(rig);
    WorkingHours hours;
    hours.from = 9 * 60;
    hours.to = 18 * 60;
    rule.hours = hours;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto asked = rig.say(rig.haiyan, u"找个人来，别让机器人回我"_s);
    const auto topic = rig.topicOf(asked);
    QCOMPARE(topic.escalation->dueAt, nextOpen(hours, rig.now).plusSeconds(300));
    QVERIFY(topic.escalation->dueAt > rig.now.plusSeconds(3600));
    QVERIFY2(rig.lastSent()->text.contains(u"今天 09:00"_s), qPrintable(rig.lastSent()->text));
}

void TestGroupRules::badRulesAreRefused()
{
    Rig rig;
    const auto put = [&](const std::function<void(Policy &)> &change) {
        auto policy = rig.state.policy;
        change(policy);
        return rig.run(rig.boss, PutPolicy{policy});
    };
    const auto field = [](const Result<qsizetype> &result) {
        return result.error_or(Error{}).data.value(u"field"_s).toString();
    };
    QCOMPARE(field(put([](Policy &policy) { policy.groups = {GroupPolicy{}}; })), u"groups[0]"_s);
    QCOMPARE(field(put([&](Policy &policy) {
                 policy.groups = {ruleFor(rig), ruleFor(rig)};
                 policy.groups[1].emotionAlert = 200;
             })), u"groups[1].emotionAlert"_s);
    QCOMPARE(field(put([&](Policy &policy) {
                 policy.groups = {ruleFor(rig)};
                 policy.groups[0].hours = WorkingHours{600, 500, {}, 480};
             })), u"groups[0].hours"_s);
    QCOMPARE(field(put([](Policy &policy) { policy.hours.days = {8}; })), u"hours"_s);
    QVERIFY(put([&](Policy &policy) { policy.groups = {ruleFor(rig)}; }));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestGroupRules)
#include "tst_grouprules.moc"
