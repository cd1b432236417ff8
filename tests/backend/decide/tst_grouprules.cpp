// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

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

/** The category of the entry nearest to a question, as a trial of it says. */
QString categoryOf(const Rig &rig, const QString &question)
{
    TrialQuestion asked;
    asked.group = rig.group;
    asked.question = question;
    const auto trial = rig.decider.test(rig.state, asked, rig.now);
    if (!trial || trial->verdict.candidates.isEmpty())
        qFatal("nothing found");
    return rig.state.entries.value(trial->verdict.candidates.first().entry).category;
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
    void categoryMode_data();
    void categoryMode();
    void categoryThreshold();
    void categoryRisk();
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
    QCOMPARE(field(put([&](Policy &policy) { policy.categories = {CategoryPolicy{}}; })),
             u"categories[0]"_s);
    QCOMPARE(field(put([&](Policy &policy) {
                 policy.categories = {CategoryPolicy{{u"物流"_s}, {}, {}, {}, 600, 700, {}}};
             })), u"categories[0].clarifyThreshold"_s);
    QVERIFY(put([&](Policy &policy) { policy.groups = {ruleFor(rig)}; }));
}

void TestGroupRules::categoryMode_data()
{
    QTest::addColumn<CategoryMode>("mode");
    QTest::addColumn<Action>("action");
    QTest::newRow("answer") << CategoryMode::Answer << Action::Answer;
    QTest::newRow("review") << CategoryMode::Review << Action::Review;
    QTest::newRow("escalate") << CategoryMode::Escalate << Action::Escalate;
    QTest::newRow("silent") << CategoryMode::Silent << Action::Silent;
}

void TestGroupRules::categoryMode()
{
    QFETCH(CategoryMode, mode);
    QFETCH(Action, action);
    Rig rig;
    const auto rule = [&](const GroupId &group) {
        return CategoryPolicy{{categoryOf(rig, u"退款多久能到账"_s)}, {group}, {}, mode, {}, {}, {}};
    };
    rig.setPolicy([&](Policy &policy) { policy.categories = {rule({u"ch/other"_s})}; });
    QCOMPARE(rig.verdictOf(rig.say(rig.leo, u"退款多久能到账"_s)).action, Action::Answer);
    rig.setPolicy([&](Policy &policy) { policy.categories = {rule(rig.group)}; });
    const auto verdict = rig.verdictOf(rig.say(rig.wang, u"退款多久能到账"_s));
    QCOMPARE(verdict.action, action);
    const bool isTold = std::ranges::contains(verdict.reasons, Reason::Category, &ReasonPart::reason);
    QCOMPARE(isTold, mode == CategoryMode::Review || mode == CategoryMode::Escalate);
    if (mode == CategoryMode::Review)
        QCOMPARE(rig.drafts().value(0).reason, Reason::Category);
    if (mode == CategoryMode::Escalate)
        QCOMPARE(verdict.escalation, verdict.escalationThreshold);
    QCOMPARE(rig.verdictOf(rig.say(rig.leo, u"怎么开发票"_s)).action, Action::Answer);
}

void TestGroupRules::categoryThreshold()
{
    Rig rig;
    const auto asked = u"退款大概要多久才到呢"_s;
    const auto category = categoryOf(rig, asked);
    rig.setPolicy([&](Policy &policy) {
        policy.categories = {CategoryPolicy{{category}, {}, {}, {}, 1000, {}, {}}};
    });
    const auto verdict = rig.verdictOf(rig.say(rig.wang, asked));
    QCOMPARE(verdict.threshold, 1000);
    QVERIFY(verdict.action != Action::Answer || verdict.confidence == 1000);
    QCOMPARE(rig.verdictOf(rig.say(rig.leo, u"怎么开发票"_s)).threshold,
             rig.state.policy.answerThreshold);
}

void TestGroupRules::categoryRisk()
{
    Rig rig;
    const auto category = categoryOf(rig, u"退款多久能到账"_s);
    const auto risky = [&](std::optional<bool> risk, const QStringList &categories) {
        rig.setPolicy([&](Policy &policy) {
            policy.highRiskCategories = categories;
            policy.categories = {CategoryPolicy{{category}, {}, {}, {}, {}, {}, risk}};
        });
        const auto verdict = rig.verdictOf(rig.say(rig.leo, u"退款多久能到账"_s));
        return std::ranges::contains(verdict.reasons, Reason::HighRisk, &ReasonPart::reason);
    };
    QVERIFY(risky({}, {category}));
    rig.run(rig.boss, ResolveTopic{rig.topicOf({u"m1"_s}).id});
    QVERIFY(!risky(false, {category}));
    QVERIFY(risky(true, {}));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestGroupRules)
#include "tst_grouprules.moc"
