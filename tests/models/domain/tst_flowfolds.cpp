// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"
#include "models/domain/flowcheck.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const GroupId group{u"wx/g"_s};
const FlowId welcomeId{u"welcome"_s};

Flow welcome()
{
    Flow flow;
    flow.id = welcomeId;
    flow.version = 1;
    flow.name = u"新人欢迎"_s;
    flow.text = u"欢迎"_s;
    return flow;
}

struct Feeder
{
    State state;
    qint64 now = 1'764'000'000'000;

    Changes put(const EventData &data, const QString &topic = {})
    {
        Changes changes;
        const auto stream = isControl(data) ? u"c0"_s : u"p0"_s;
        const auto seq = state.positions.value(stream) + 1;
        now += 1000;
        apply(state, {stream, seq, seq - 1, {now}, isControl(data) ? GroupId{} : group, {topic}, data},
              &changes);
        return changes;
    }
    void fire(FlowSkip skipped = FlowSkip::None, const QList<MemberId> &members = {})
    {
        put(FlowFired{welcomeId, 1, members, {}, skipped});
    }
    Flow flow() const { return state.flows.value(welcomeId); }
    FlowMark mark() const { return state.groups.value(group).flows.value(welcomeId); }
    Topic topic(const QString &id) const { return state.topics.value({id}); }
};

Lookup lookupFor(const QString &message, const QString &asker = u"wx/a"_s)
{
    return {{message}, {u"k-1"_s}, LookupKind::Order, {asker}, u"7731"_s};
}

} // namespace

/** What the state keeps of flows and of what was looked up. */
class TestFlowFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWroteItAndWhen()
    {
        Feeder feeder;
        QCOMPARE(feeder.put(FlowChanged{welcome(), false, {u"u-su"_s}, {}}).flows,
                 QSet<FlowId>{welcomeId});
        QCOMPARE(feeder.flow().changedBy, UserId{u"u-su"_s});
        QCOMPARE(feeder.flow().changedAt.ms, feeder.now);
        QVERIFY(feeder.flow().source.isEmpty());
        feeder.put(FlowChanged{welcome(), false, {}, u"flows.yaml"_s});
        QVERIFY(feeder.flow().changedBy.isEmpty());
        QCOMPARE(feeder.flow().source, u"flows.yaml"_s);
        QCOMPARE(feeder.flow().imported, digestOf(welcome()));
    }

    void whatBecameOfItIsCounted()
    {
        Feeder feeder;
        feeder.put(FlowChanged{welcome(), false, {}, {}});
        QCOMPARE(feeder.put(FlowFired{welcomeId, 1, {}, {}, FlowSkip::None}).flows,
                 QSet<FlowId>{welcomeId});
        feeder.fire();
        const auto spokeAt = feeder.now;
        feeder.fire(FlowSkip::Quiet);
        QCOMPARE(feeder.mark().spoke, 2);
        QCOMPARE(feeder.mark().skipped, 1);
        QCOMPARE(feeder.mark().why, FlowSkip::Quiet);
        QCOMPARE(feeder.mark().spokeAt.ms, spokeAt);
        feeder.fire(FlowSkip::None, {{u"wx/a"_s}});
        QCOMPARE(feeder.mark().why, FlowSkip::None);
        QCOMPARE(feeder.mark().receipts.size(), 1);
        // A change of the flow leaves the counts, its end takes them along.
        feeder.put(FlowChanged{welcome(), false, {u"u-su"_s}, {}});
        QCOMPARE(feeder.mark().spoke, 3);
        feeder.put(FlowChanged{welcome(), true, {u"u-su"_s}, {}});
        QCOMPARE(feeder.mark().spoke, 0);
        QVERIFY(feeder.state.flows.isEmpty());
    }

    void faultsHaveTheirKey()
    {
        QVERIFY(!faultOf(welcome()));
        auto flow = welcome();
        flow.text = u"{{姓名}}"_s;
        QVERIFY(!faultOf(flow));
        flow.trigger = FlowTrigger::Schedule;
        QCOMPARE(QLatin1StringView(faultOf(flow)->key), "text"_L1);
        flow.levels = {CustomerLevel::Vip};
        QVERIFY(!faultOf(flow));
    }

    void lookupsAreKept()
    {
        Feeder feeder;
        feeder.put(TopicOpened{u"物流"_s, {u"wx/a"_s}, u"a"_s, {}, {}}, u"t-1"_s);
        QCOMPARE(feeder.put(LookupAsked{lookupFor(u"m-1"_s)}, u"t-1"_s).topics,
                 QSet<TopicId>{{u"t-1"_s}});
        auto lookup = feeder.topic(u"t-1"_s).lookups.value(0);
        QCOMPARE(lookup.at.ms, feeder.now);
        QCOMPARE(lookup.outcome, LookupOutcome::Pending);
        feeder.put(LookupDone{{u"m-1"_s}, LookupOutcome::Down, SystemProblem::Busy}, u"t-1"_s);
        lookup = feeder.topic(u"t-1"_s).lookups.value(0);
        QCOMPARE(lookup.outcome, LookupOutcome::Down);
        QCOMPARE(lookup.problem, SystemProblem::Busy);
        // Asked once more it is one, and pending.
        feeder.put(LookupAsked{lookupFor(u"m-1"_s)}, u"t-1"_s);
        QCOMPARE(feeder.topic(u"t-1"_s).lookups.size(), 1);
        QCOMPARE(feeder.topic(u"t-1"_s).lookups.value(0).outcome, LookupOutcome::Pending);
        // What is not there changes nothing.
        feeder.put(LookupDone{{u"m-9"_s}, LookupOutcome::Found, {}}, u"t-1"_s);
        feeder.put(LookupDone{{u"m-1"_s}, LookupOutcome::Found, {}}, u"t-none"_s);
        QCOMPARE(feeder.topic(u"t-1"_s).lookups.value(0).outcome, LookupOutcome::Pending);
    }

    void notEndlessly()
    {
        Feeder feeder;
        feeder.put(TopicOpened{u"物流"_s, {u"wx/a"_s}, u"a"_s, {}, {}}, u"t-1"_s);
        for (int at = 0; at < 3 * int(Topic::lookupLimit); ++at)
            feeder.put(LookupAsked{lookupFor(u"m-%1"_s.arg(at))}, u"t-1"_s);
        const auto &lookups = feeder.topic(u"t-1"_s).lookups;
        QCOMPARE(lookups.size(), Topic::lookupLimit);
        QCOMPARE(lookups.constLast().message.value,
                 u"m-%1"_s.arg(3 * int(Topic::lookupLimit) - 1));
    }

    void mergedTheyGoAlong()
    {
        Feeder feeder;
        for (const auto &id : {u"t-1"_s, u"t-2"_s})
            feeder.put(TopicOpened{u"物流"_s, {u"wx/a"_s}, u"a"_s, {}, {}}, id);
        feeder.put(LookupAsked{lookupFor(u"m-1"_s)}, u"t-1"_s);
        feeder.put(TopicStateChanged{TopicState::Merged, u"same"_s, {}, {u"t-2"_s}}, u"t-1"_s);
        QCOMPARE(feeder.topic(u"t-2"_s).lookups.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFlowFolds)
#include "tst_flowfolds.moc"
