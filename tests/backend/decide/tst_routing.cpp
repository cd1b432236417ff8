// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/routing.h"
#include "models/domain/sla.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

/** The backend offers; everybody named is at work. */
struct Office : Rig
{
    explicit Office(const QList<User> &present = {}, bool offers = true)
    {
        setPolicy([&](Policy &policy) {
            policy.routing.offers = offers;
            policy.routing.capacity = 2;
        });
        for (const auto &user : present)
            come(user);
    }
    void come(const User &user, AgentStatus status = AgentStatus::Online)
    {
        happen({{}, {}, PresenceChanged{{user.id, user.name, status, {}, false}}});
    }
    /** Each about another matter, so that each is a topic of its own. */
    TopicId need(const MemberId &who)
    {
        const auto matter = who == wang ? u"退款还没到账"_s
            : who == leo               ? u"快递丢了一箱荔枝"_s
            : who == vip               ? u"发票抬头开错了"_s
                                       : u"优惠券用不了"_s;
        return topicOf(say(who, matter + u"，转人工"_s)).id;
    }
    Topic at(const TopicId &id) const { return state.topics.value(id); }
    UserId offeredTo(const TopicId &id) const
    {
        const auto topic = at(id);
        return topic.offer ? topic.offer->user : UserId{};
    }
};

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsOfferedUnlessThePolicySaysSo();
    void goesToWhoHasMostRoom();
    void nobodyAtWorkWaitsForSomebody();
    void missIsCountedAndGoesOn();
    void fullPeopleGetNothingUntilTheyHaveRoom();
    void holdFreesCapacity();
    void skillDecides();
    void releasedToASkillWaitsForIt();
    void whoGaveItAwayIsNotAsked();
    void snoozedComesBackToItsHolder();
    void customerWakes();
    void untouchedGoesBack();
    void sameEventsGiveTheSameOffers();
    void slaWarnsThenBreaches();
    void slaOfAnswersAndEnds();
    void refusals();
};

void TestRouting::nothingIsOfferedUnlessThePolicySaysSo()
{
    Office office({}, false);
    office.come(office.lin);
    const auto topic = office.need(office.wang);
    QCOMPARE(office.at(topic).state, TopicState::Escalated);
    QVERIFY(office.all<LeaseOffered>().isEmpty());
}

void TestRouting::goesToWhoHasMostRoom()
{
    Office office({});
    office.come(office.lin);
    const auto first = office.need(office.wang);
    QCOMPARE(office.offeredTo(first), office.lin.id);
    QCOMPARE(office.at(first).state, TopicState::Offered);
    QCOMPARE(office.at(first).offer->until, office.now.plusSeconds(20));
    office.claim(office.lin, first);
    office.come(office.zhou);
    QCOMPARE(office.offeredTo(office.need(office.leo)), office.zhou.id);
}

void TestRouting::nobodyAtWorkWaitsForSomebody()
{
    Office office;
    const auto topic = office.need(office.wang);
    QCOMPARE(office.at(topic).state, TopicState::Escalated);
    office.come(office.zhou, AgentStatus::Away);
    QCOMPARE(office.at(topic).state, TopicState::Escalated);
    office.come(office.zhou);
    QCOMPARE(office.offeredTo(topic), office.zhou.id);
}

void TestRouting::missIsCountedAndGoesOn()
{
    Office office;
    office.come(office.lin);
    const auto topic = office.need(office.wang);
    office.come(office.zhou);
    office.pass(21);
    QCOMPARE(office.last<LeaseMissed>().user, office.lin.id);
    QCOMPARE(office.at(topic).misses.size(), 1);
    QCOMPARE(office.offeredTo(topic), office.zhou.id);
    office.pass(21);
    const auto missed = office.at(topic);
    QCOMPARE(missed.misses.size(), 2);
    QVERIFY2(missed.state == TopicState::Escalated && !missed.offer, "each is asked once");
    office.come(office.lin, AgentStatus::Away);
    office.come(office.lin);
    QVERIFY(office.offeredTo(topic).isEmpty());
    QVERIFY(office.claim(office.lin, topic) > 0);
}

void TestRouting::fullPeopleGetNothingUntilTheyHaveRoom()
{
    Office office({});
    office.come(office.lin);
    const auto first = office.need(office.wang);
    const auto fence = office.claim(office.lin, first);
    office.claim(office.lin, office.need(office.leo));
    const auto third = office.need(office.vip);
    QVERIFY2(office.offeredTo(third).isEmpty(), "two is all they have room for");
    QVERIFY(office.run(office.lin, ResolveTopic{first, fence}));
    QCOMPARE(office.offeredTo(third), office.lin.id);
}

void TestRouting::holdFreesCapacity()
{
    Office office({});
    office.come(office.lin);
    const auto first = office.need(office.wang);
    const auto fence = office.claim(office.lin, first);
    office.claim(office.lin, office.need(office.leo));
    const auto third = office.need(office.vip);
    QVERIFY(office.run(office.lin, HoldTopic{first, fence, true, u"等仓库"_s}));
    QVERIFY(office.at(first).onHold);
    QCOMPARE(office.at(first).laterWhy, u"等仓库"_s);
    QCOMPARE(office.offeredTo(third), office.lin.id);
    for (int minute = 0; minute < 40; ++minute) {
        office.pass(60);
        QVERIFY(office.run(office.lin, RenewLease{first, fence, false}));
    }
    QVERIFY2(office.at(first).lease, "on hold nobody is idle");
    QVERIFY(office.run(office.lin, HoldTopic{first, fence, false, {}}));
    QVERIFY(!office.at(first).onHold);
    QVERIFY(office.at(first).pausedMs >= 40 * 60 * 1000);
}

void TestRouting::skillDecides()
{
    Office office;
    auto skilled = office.zhou;
    skilled.skills = {u"退款"_s};
    office.record({{}, {}, UserChanged{skilled, {}}});
    office.come(office.lin);
    office.come(office.zhou);
    Topic topic;
    topic.id = {u"t"_s};
    topic.group = office.group;
    topic.skill = u"退款"_s;
    QCOMPARE(pickFor(office.state, topic, {})->id, office.zhou.id);
    topic.skill = u"物流"_s;
    QVERIFY2(!pickFor(office.state, topic, {}), "nobody has it");
    topic.skill.clear();
    QCOMPARE(pickFor(office.state, topic, {})->id, office.lin.id);
    for (const auto &entry : std::as_const(office.state.entries)) {
        skilled.skills = {entry.category};
        topic.intent = entry.id;
        break;
    }
    office.record({{}, {}, UserChanged{skilled, {}}});
    QCOMPARE(pickFor(office.state, topic, {})->id, office.zhou.id);
    topic.lastHolder = office.lin.id;
    QCOMPARE(pickFor(office.state, topic, {})->id, office.lin.id);
    QCOMPARE(pickFor(office.state, topic, {{office.lin.id, 2}})->id, office.zhou.id);
}

void TestRouting::releasedToASkillWaitsForIt()
{
    Office office;
    auto skilled = office.zhou;
    skilled.skills = {u"退款"_s};
    office.record({{}, {}, UserChanged{skilled, {}}});
    office.come(office.lin);
    const auto topic = office.need(office.wang);
    const auto fence = office.claim(office.lin, topic);
    REFUSED(office.run(office.lin, ReleaseTopic{topic, fence, u"x"_s, u"没有人会"_s}), InvalidParams);
    QVERIFY(office.run(office.lin, ReleaseTopic{topic, fence, u"等财务回执"_s, u"退款"_s}));
    QCOMPARE(office.at(topic).skill, u"退款"_s);
    QCOMPARE(office.at(topic).handover, u"等财务回执"_s);
    QVERIFY(office.offeredTo(topic).isEmpty());
    office.come(office.boss);
    QVERIFY(office.offeredTo(topic).isEmpty());
    office.come(office.zhou);
    QCOMPARE(office.offeredTo(topic), office.zhou.id);
    office.claim(office.zhou, topic);
    QVERIFY(office.at(topic).skill.isEmpty());
}

void TestRouting::whoGaveItAwayIsNotAsked()
{
    Office office;
    office.come(office.lin);
    const auto topic = office.need(office.wang);
    const auto fence = office.claim(office.lin, topic);
    office.pass(5);
    QVERIFY(office.run(office.lin, ReleaseTopic{topic, fence}));
    QCOMPARE(office.at(topic).state, TopicState::Escalated);
    office.come(office.lin, AgentStatus::Away);
    office.come(office.lin);
    QVERIFY(office.offeredTo(topic).isEmpty());
    office.come(office.zhou);
    QCOMPARE(office.offeredTo(topic), office.zhou.id);
}

void TestRouting::snoozedComesBackToItsHolder()
{
    Office office;
    office.come(office.lin);
    office.come(office.zhou);
    const auto topic = office.need(office.wang);
    QCOMPARE(office.offeredTo(topic), office.lin.id);
    const auto fence = office.claim(office.lin, topic);
    QVERIFY(office.run(office.lin, SnoozeTopic{topic, fence, office.now.plusSeconds(900), {}}));
    const auto asleep = office.at(topic);
    QVERIFY(!asleep.lease && !asleep.offer && isLater(asleep));
    QCOMPARE(deskListOf(asleep, office.lin.id), DeskList::Later);
    QVERIFY(office.offeredTo(topic).isEmpty());
    office.pass(899);
    QVERIFY(isLater(office.at(topic)));
    office.pass(2);
    QVERIFY(!isLater(office.at(topic)));
    QCOMPARE(office.offeredTo(topic), office.lin.id);
    QCOMPARE(office.at(topic).pausedMs, 900'000);
}

void TestRouting::customerWakes()
{
    Office office;
    office.come(office.lin);
    const auto asked = office.say(office.wang, u"转人工"_s);
    const auto topic = office.topicOf(asked).id;
    const auto fence = office.claim(office.lin, topic);
    QVERIFY(office.run(office.lin, SnoozeTopic{topic, fence, office.now.plusSeconds(9000), {}}));
    Said quoted;
    quoted.quote = asked;
    office.say(office.wang, u"人呢"_s, quoted);
    QVERIFY(!isLater(office.at(topic)));
    QCOMPARE(office.offeredTo(topic), office.lin.id);
}

void TestRouting::untouchedGoesBack()
{
    Office office;
    office.setPolicy([](Policy &policy) { policy.routing.touchSeconds = 120; });
    office.come(office.lin);
    const auto topic = office.need(office.wang);
    const auto fence = office.claim(office.lin, topic);
    QCOMPARE(office.at(topic).lease->touchBy, office.now.plusSeconds(120));
    office.pass(60);
    QVERIFY(office.run(office.lin, RenewLease{topic, fence, false}));
    office.pass(61);
    QCOMPARE(office.last<LeaseEnded>().why, LeaseEnd::Untouched);
    QCOMPARE(office.at(topic).state, TopicState::Escalated);

    const auto other = office.need(office.leo);
    const auto held = office.claim(office.lin, other);
    QVERIFY(office.run(office.lin, AddNote{other, u"先查单"_s}));
    QVERIFY2(!office.at(other).lease->touchBy.isSet(), "a note is a touch");
    office.pass(100);
    QVERIFY(office.run(office.lin, RenewLease{other, held, false}));
    office.pass(100);
    QVERIFY(office.at(other).lease);
}

void TestRouting::sameEventsGiveTheSameOffers()
{
    const auto play = [] {
        Office office({});
        office.come(office.lin);
        office.come(office.zhou);
        office.come(office.boss);
        for (const auto &who : {office.wang, office.leo, office.vip, office.haiyan})
            office.need(who);
        office.pass(100);
        return office.log;
    };
    QCOMPARE(play(), play());
}

void TestRouting::slaWarnsThenBreaches()
{
    Office office;
    const auto topic = office.need(office.wang);
    const auto due = office.at(topic).escalation->dueAt;
    office.pass(239);
    QVERIFY(office.all<SlaWarning>().isEmpty());
    office.pass(2);
    QCOMPARE(office.all<SlaWarning>().size(), 1);
    QCOMPARE(office.last<SlaWarning>().target, SlaTarget::FirstResponse);
    QCOMPARE(office.last<SlaWarning>().dueAt, due);
    QCOMPARE(slaClocks(office.state, office.at(topic)).first().state, SlaState::Warned);
    office.pass(60);
    QCOMPARE(office.all<SlaBreached>().size(), 1);
    QCOMPARE(slaClocks(office.state, office.at(topic)).first().state, SlaState::Breached);
    office.pass(3600);
    QCOMPARE(office.all<SlaBreached>().size(), 1);
    QCOMPARE(office.all<SlaWarning>().size(), 1);
}

void TestRouting::slaOfAnswersAndEnds()
{
    Office office;
    office.setPolicy([](Policy &policy) {
        policy.nextResponseSeconds = 100;
        policy.resolutionSeconds = 1000;
    });
    const auto asked = office.say(office.wang, u"转人工"_s);
    const auto topic = office.topicOf(asked).id;
    const auto fence = office.claim(office.lin, topic);
    QVERIFY(office.run(office.lin, SendMessage{topic, fence, office.basis(), u"在的"_s, {}, {}}));
    const auto targets = [&] {
        QList<SlaTarget> running;
        for (const auto &clock : slaClocks(office.state, office.at(topic)))
            running.append(clock.target);
        return running;
    };
    QCOMPARE(targets(), QList{SlaTarget::Resolution});
    Said quoted;
    quoted.quote = asked;
    office.say(office.wang, u"那退款呢"_s, quoted);
    QCOMPARE(targets(), (QList{SlaTarget::NextResponse, SlaTarget::Resolution}));
    office.pass(81);
    QCOMPARE(office.last<SlaWarning>().target, SlaTarget::NextResponse);
    QCOMPARE(office.last<SlaWarning>().user, office.lin.id);
    office.pass(20);
    QCOMPARE(office.last<SlaBreached>().target, SlaTarget::NextResponse);
    QVERIFY(office.run(office.lin, HoldTopic{topic, fence, true, {}}));
    QCOMPARE(targets(), QList{SlaTarget::NextResponse});
    QVERIFY(office.run(office.lin, ResolveTopic{topic, fence}));
    QVERIFY(targets().isEmpty());
    QVERIFY(office.at(topic).sla.isEmpty());
}

void TestRouting::refusals()
{
    Office office;
    const auto botTopic = office.topicOf(office.say(office.wang, u"退款多久能到账"_s)).id;
    REFUSED(office.run(office.lin, SnoozeTopic{botTopic, 0, office.now.plusSeconds(60), {}}), Conflict);
    const auto topic = office.need(office.leo);
    REFUSED(office.run(office.lin, SnoozeTopic{topic, 0, office.now, {}}), InvalidParams);
    REFUSED(office.run(office.lin, SnoozeTopic{topic, 0, office.now.plusSeconds(31 * 86400), {}}),
            InvalidParams);
    REFUSED(office.run(office.lin, SnoozeTopic{topic, 0, {}, {}}), Conflict);
    REFUSED(office.run(office.lin, SnoozeTopic{topic, 0, office.now.plusSeconds(60), QString(201, u'x')}),
            InvalidParams);
    REFUSED(office.run(office.lin, HoldTopic{topic, 1, true, {}}), NotHolder);
    const auto fence = office.claim(office.lin, topic);
    REFUSED(office.run(office.zhou, HoldTopic{topic, fence, true, {}}), NotHolder);
    REFUSED(office.run(office.zhou, SnoozeTopic{topic, fence, office.now.plusSeconds(60), {}}),
            NotHolder);
    QVERIFY(office.run(office.lin, SnoozeTopic{topic, fence, office.now.plusSeconds(60), {}}));
    QVERIFY2(office.run(office.zhou, SnoozeTopic{topic, 0, {}, {}}), "anybody may wake it");
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
