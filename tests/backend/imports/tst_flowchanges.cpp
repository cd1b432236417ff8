// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/flowchanges.h"
#include "models/domain/apply.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const auto file = u"flows.yaml"_s;

Flow welcome(const QString &text = u"欢迎"_s)
{
    Flow flow;
    flow.id = {u"welcome"_s};
    flow.name = u"新人欢迎"_s;
    flow.text = text;
    return flow;
}

/** A ledger of flows: files are taken in, people write. */
struct Flows
{
    State state;
    qint64 seq = 0;

    void record(const FlowChanged &change)
    {
        ++seq;
        apply(state, {u"c0"_s, seq, seq - 1, {1'764'000'000'000 + seq}, {}, {}, change});
    }
    /** How many flows the file changed. */
    qsizetype read(const QList<Flow> &wanted, const QString &source = file)
    {
        const auto changes = flowChanges(state.flows, wanted, source);
        for (const auto &change : changes)
            record(std::get<FlowChanged>(change.data));
        return changes.size();
    }
    void write(Flow flow)
    {
        flow.version = known().version + 1;
        record({flow, false, {u"u-su"_s}, {}});
    }
    Flow known() const { return state.flows.value({u"welcome"_s}); }
};

} // namespace

/** What a flow file does to what people wrote at a console, and the other way round. */
class TestFlowChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsTakenInOnce()
    {
        Flows flows;
        QCOMPARE(flows.read({welcome()}), 1);
        QCOMPARE(flows.known().version, 1);
        QCOMPARE(flows.known().source, file);
        QVERIFY(flows.known().changedBy.isEmpty());
        QVERIFY(!differsFromFile(flows.known()));
        QCOMPARE(flows.read({welcome()}), 0);
        QCOMPARE(flows.read({welcome(u"你好"_s)}), 1);
        QCOMPARE(flows.known().version, 2);
        QCOMPARE(flows.known().text, u"你好"_s);
    }

    void whatPeopleWroteStays()
    {
        Flows flows;
        flows.read({welcome()});
        flows.write(welcome(u"欢迎新邻居"_s));
        QVERIFY(differsFromFile(flows.known()));
        QCOMPARE(flows.known().source, file);
        QCOMPARE(flows.known().changedBy, UserId{u"u-su"_s});
        // The backend is started anew; the file is as it was.
        QCOMPARE(flows.read({welcome()}), 0);
        QCOMPARE(flows.known().text, u"欢迎新邻居"_s);
        // Somebody writes the file.
        QCOMPARE(flows.read({welcome(u"大家好"_s)}), 1);
        QCOMPARE(flows.known().text, u"大家好"_s);
        QVERIFY(!differsFromFile(flows.known()));
    }

    void whatTheFileNoLongerHasGoes()
    {
        Flows flows;
        flows.read({welcome()});
        QCOMPARE(flows.read({}), 1);
        QVERIFY(flows.state.flows.isEmpty());
        QCOMPARE(flows.read({}), 0);
    }

    void butNotWhatPeopleMadeTheirOwn()
    {
        Flows flows;
        flows.read({welcome()});
        flows.write(welcome(u"欢迎新邻居"_s));
        QCOMPARE(flows.read({}), 1);
        QCOMPARE(flows.known().text, u"欢迎新邻居"_s);
        QVERIFY(flows.known().source.isEmpty());
        QVERIFY(flows.known().imported.isEmpty());
        QCOMPARE(flows.read({}), 0);
    }

    void flowsOfNoFileAreNoneOfItsBusiness()
    {
        Flows flows;
        flows.write(welcome());
        QCOMPARE(flows.read({}), 0);
        QCOMPARE(flows.read({}, u"other.yaml"_s), 0);
        QVERIFY(!differsFromFile(flows.known()));
        // A file that names it takes it over, and says so.
        QCOMPARE(flows.read({welcome()}), 1);
        QCOMPARE(flows.known().source, file);
    }

    void oneFileLeavesTheOthersAlone()
    {
        Flows flows;
        flows.read({welcome()});
        QCOMPARE(flows.read({}, u"other.yaml"_s), 0);
        QCOMPARE(flows.known().source, file);
    }

    void theDigestSeesEveryKey()
    {
        const auto was = digestOf(welcome());
        const auto differs = [&](auto change) {
            auto flow = welcome();
            change(flow);
            return digestOf(flow) != was;
        };
        QVERIFY(differs([](Flow &flow) { flow.enabled = false; }));
        QVERIFY(differs([](Flow &flow) { flow.trigger = FlowTrigger::Schedule; }));
        QVERIFY(differs([](Flow &flow) { flow.schedule.minute = 1; }));
        QVERIFY(differs([](Flow &flow) { flow.schedule.weekdays = {1}; }));
        QVERIFY(differs([](Flow &flow) { flow.schedule.dates = {20261111}; }));
        QVERIFY(differs([](Flow &flow) { flow.schedule.offset = 0; }));
        QVERIFY(differs([](Flow &flow) { flow.schedule.spreadMinutes = 5; }));
        QVERIFY(differs([](Flow &flow) { flow.keywords = {u"券"_s}; }));
        QVERIFY(differs([](Flow &flow) { flow.moment = FlowMoment::Purchase; }));
        QVERIFY(differs([](Flow &flow) { flow.groups = {{u"wx/a"_s}}; }));
        QVERIFY(differs([](Flow &flow) { flow.tags = {u"小区"_s}; }));
        QVERIFY(differs([](Flow &flow) { flow.levels = {CustomerLevel::Vip}; }));
        QVERIFY(differs([](Flow &flow) { flow.batchSeconds = 5; }));
        QVERIFY(differs([](Flow &flow) { flow.perMember = FlowRepeat::Daily; }));
        // What people do not write does not count.
        QVERIFY(!differs([](Flow &flow) {
            flow.version = 9;
            flow.since = {5};
            flow.changedBy = {u"u"_s};
            flow.source = u"x"_s;
        }));
    }
};

QTEST_GUILESS_MAIN(TestFlowChanges)
#include "tst_flowchanges.moc"
