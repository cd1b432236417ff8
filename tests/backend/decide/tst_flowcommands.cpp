// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/flowcheck.h"
#include "tests/backend/decide/flowrig.h"
#include "tests/backend/decide/refused.h"

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

Flow seen(const Flow &flow, int version)
{
    auto written = asWritten(flow);
    written.version = version;
    return written;
}

} // namespace

/** Flows written, switched, removed and tried at a console. */
class TestFlowCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndChanges()
    {
        FlowRig rig({});
        QCOMPARE(*rig.run(rig.boss, PutFlow{seen(welcome(), 0)}), 1);
        auto known = rig.state.flows.value({u"welcome"_s});
        QCOMPARE(known.version, 1);
        QCOMPARE(known.changedBy, rig.boss.id);
        QVERIFY(known.source.isEmpty());
        QCOMPARE(asWritten(known), asWritten(welcome()));
        // The same again changes nothing.
        QCOMPARE(*rig.run(rig.boss, PutFlow{seen(welcome(), 1)}), 0);
        QCOMPARE(*rig.run(rig.boss, PutFlow{seen(welcome(60), 1)}), 1);
        QCOMPARE(rig.state.flows.value({u"welcome"_s}).batchSeconds, 60);
        QCOMPARE(rig.state.flows.value({u"welcome"_s}).version, 2);
    }

    /** What a console claims to know of the rest counts for nothing. */
    void onlyWhatPeopleWriteIsTaken()
    {
        FlowRig rig({});
        auto flow = seen(welcome(), 0);
        flow.source = u"flows.yaml"_s;
        flow.imported = u"x"_s;
        flow.changedBy = {u"u-somebody"_s};
        flow.since = {1};
        QVERIFY(rig.run(rig.boss, PutFlow{flow}));
        const auto known = rig.state.flows.value(flow.id);
        QVERIFY(known.source.isEmpty());
        QVERIFY(known.imported.isEmpty());
        QCOMPARE(known.changedBy, rig.boss.id);
        QCOMPARE(known.since, known.changedAt);
    }

    void nothingIsOverwritten()
    {
        FlowRig rig({welcome()});
        REFUSED(rig.run(rig.boss, PutFlow{seen(welcome(60), 0)}), Conflict);
        REFUSED(rig.run(rig.boss, PutFlow{seen(welcome(60), 2)}), Conflict);
        REFUSED(rig.run(rig.boss, PutFlow{seen(welcome(60), 0), true}), Conflict);
        const auto refused = rig.run(rig.boss, PutFlow{seen(welcome(60), 7)});
        QCOMPARE(refused.error().data.value(u"current"_s).toInt(), 1);
        QCOMPARE(rig.state.flows.value({u"welcome"_s}).batchSeconds, 20);
    }

    void switchedOffItIsSilent()
    {
        FlowRig rig({welcome(0)});
        auto off = seen(welcome(0), 1);
        off.enabled = false;
        QVERIFY(rig.run(rig.boss, PutFlow{off}));
        rig.join({u"ch/new"_s}, u"新人"_s);
        rig.pass(60);
        QVERIFY(rig.texts().isEmpty());
        // Who came meanwhile is not greeted when it is on again.
        off.enabled = true;
        off.version = 2;
        QVERIFY(rig.run(rig.boss, PutFlow{off}));
        rig.pass(60);
        QVERIFY(rig.texts().isEmpty());
        rig.join({u"ch/later"_s}, u"小陈"_s);
        rig.pass(60);
        QCOMPARE(rig.texts().size(), 1);
        const auto mark = rig.state.groups.value(rig.group).flows.value({u"welcome"_s});
        QCOMPARE(mark.spoke, 1);
        QVERIFY(mark.spokeAt.isSet());
    }

    void removed()
    {
        FlowRig rig({welcome(0)});
        QVERIFY(rig.run(rig.boss, PutFlow{seen(welcome(0), 1), true}));
        QVERIFY(rig.state.flows.isEmpty());
        rig.join({u"ch/new"_s}, u"新人"_s);
        rig.pass(60);
        QVERIFY(rig.texts().isEmpty());
        REFUSED(rig.run(rig.boss, PutFlow{seen(welcome(), 0), true}), NotFound);
    }

    void whatStandsInAFileIsRemovedThere()
    {
        FlowRig rig({});
        rig.record({{}, {}, FlowChanged{welcome(), false, {}, u"flows.yaml"_s}});
        REFUSED(rig.run(rig.boss, PutFlow{seen(welcome(), 1), true}), InvalidParams);
        auto off = seen(welcome(), 1);
        off.enabled = false;
        QVERIFY(rig.run(rig.boss, PutFlow{off}));
        QVERIFY(differsFromFile(rig.state.flows.value({u"welcome"_s})));
    }

    void faultsAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<Flow>("flow");
        const auto row = [](const char *name, const char *field, Flow flow, auto change) {
            change(flow);
            QTest::newRow(name) << QString::fromLatin1(field) << flow;
        };
        row("id", "id", welcome(), [](Flow &flow) { flow.id = {u"a b"_s}; });
        row("no id", "id", welcome(), [](Flow &flow) { flow.id = {}; });
        row("name", "name", welcome(), [](Flow &flow) { flow.name = u" "_s; });
        row("text", "text", welcome(), [](Flow &flow) { flow.text = QString(2001, u'字'); });
        row("variable", "text", welcome(), [](Flow &flow) { flow.text = u"{{密码}}"_s; });
        row("keywords", "keywords", checkIn(), [](Flow &flow) { flow.keywords = {}; });
        row("keyword", "keywords", checkIn(), [](Flow &flow) { flow.keywords = {u" "_s}; });
        row("foreign keywords", "keywords", welcome(),
            [](Flow &flow) { flow.keywords = {u"券"_s}; });
        row("minute", "schedule", scheduled(0), [](Flow &flow) { flow.schedule.minute = 1440; });
        row("weekday", "schedule", scheduled(0), [](Flow &flow) { flow.schedule.weekdays = {8}; });
        row("date", "schedule", scheduled(0), [](Flow &flow) { flow.schedule.dates = {20260231}; });
        row("spread", "schedule", scheduled(0),
            [](Flow &flow) { flow.schedule.spreadMinutes = 121; });
        row("foreign schedule", "schedule", welcome(),
            [](Flow &flow) { flow.schedule.minute = 5; });
        row("batch", "batchSeconds", welcome(), [](Flow &flow) { flow.batchSeconds = 3601; });
        row("foreign batch", "batchSeconds", checkIn(), [](Flow &flow) { flow.batchSeconds = 5; });
        row("many groups", "conditions", welcome(), [](Flow &flow) {
            for (int at = 0; at < 201; ++at)
                flow.groups.append({QString::number(at)});
        });
    }

    void faultsAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(Flow, flow);
        FlowRig rig({});
        flow.version = 0;
        const auto refused = rig.run(rig.boss, PutFlow{flow});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidParams);
        QCOMPARE(refused.error().data.value(u"field"_s).toString(), field);
        QVERIFY(rig.state.flows.isEmpty());
    }

    void wordsThatMayNotGoToAGroup()
    {
        FlowRig rig({});
        auto flow = seen(welcome(), 0);
        flow.text = u"有事打 13812345678"_s;
        const auto refused = rig.run(rig.boss, PutFlow{flow});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Policy);
        QCOMPARE(refused.error().data.value(u"field"_s).toString(), u"text"_s);
    }

    void notTooMany()
    {
        FlowRig rig({});
        auto flow = seen(welcome(), 0);
        for (qsizetype at = 0; at < Flow::mostFlows; ++at) {
            flow.id = {u"f%1"_s.arg(at)};
            QVERIFY(rig.run(rig.boss, PutFlow{flow}));
        }
        flow.id = {u"one-more"_s};
        REFUSED(rig.run(rig.boss, PutFlow{flow}), TooLarge);
    }

    void previewsWithoutATrace()
    {
        FlowRig rig({});
        auto flow = welcome();
        flow.text = u"欢迎{{姓名}}来到{{群名}}"_s;
        const auto events = rig.log.size();
        const auto one = rig.decider.preview(rig.state, {flow, rig.group, rig.wang}, rig.now);
        QVERIFY(one);
        const auto &group = rig.state.groups.value(rig.group);
        QVERIFY2(one->text.startsWith(rig.state.policy.aiLabel), qPrintable(one->text));
        QVERIFY(one->text.contains(group.info.name));
        QVERIFY(one->missing.isEmpty() && one->refused.isEmpty() && one->meant);
        // Nobody is named to the whole group.
        const auto all = rig.decider.preview(rig.state, {flow, rig.group, {}}, rig.now);
        QCOMPARE(all->missing, QStringList{u"姓名"_s});
        flow.tags = {u"别的群"_s};
        QVERIFY(!rig.decider.preview(rig.state, {flow, rig.group, rig.wang}, rig.now)->meant);
        QCOMPARE(rig.log.size(), events);
    }

    void previewsTellTheNextMoment()
    {
        FlowRig rig({});
        auto flow = scheduled((minuteOf(rig.now) + 30) % 1440);
        flow.batchSeconds = 0;
        const auto told = rig.decider.preview(rig.state, {flow, rig.group, {}}, rig.now);
        QVERIFY(told);
        QVERIFY(told->next.isSet());
        QVERIFY(told->next.ms - rig.now.ms <= 30 * 60'000);
    }

    void previewsOfNonsense()
    {
        FlowRig rig({});
        auto flow = welcome();
        REFUSED(rig.decider.preview(rig.state, {flow, {u"ch/none"_s}, {}}, rig.now),
                InvalidParams);
        REFUSED(rig.decider.preview(rig.state, {flow, rig.group, {u"ch/none"_s}}, rig.now),
                InvalidParams);
        flow.text.clear();
        REFUSED(rig.decider.preview(rig.state, {flow, rig.group, {}}, rig.now), InvalidParams);
    }
};

QTEST_GUILESS_MAIN(TestFlowCommands)
#include "tst_flowcommands.moc"
