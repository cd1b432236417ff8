// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/flowmodel.h"
#include "models/items/gapmodel.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

Flow flow(const QString &id, const QString &name)
{
    Flow made;
    made.id = {id};
    made.version = 1;
    made.name = name;
    made.text = u"欢迎"_s;
    return made;
}

} // namespace

/** Flows as the page lists them, and gaps that were dismissed. */
class TestFlowModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    qint64 m_control = 0;

    void put(const Flow &flow, bool gone = false)
    {
        ++m_control;
        m_session->feed({{u"c0"_s, m_control, m_control - 1, {m_scribe->now}, {}, {},
                          FlowChanged{flow, gone, {u"u-1"_s}, {}}}});
    }
    void ask(const QString &gap)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.asked = GapQuestion{{u"m-"_s + gap}, m_scribe->g0, {u"wecom/w"_s}, gap,
                                    {m_scribe->now}, 0};
        m_scribe->write(changed);
    }
    void dispose(const QString &gap, GapState state)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.state = state;
        changed.by = {u"u-1"_s};
        m_scribe->write(changed);
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_control = 0;
        m_scribe->group();
    }

    void byNameWithCounts()
    {
        FlowModel model(m_session.get());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        put(flow(u"b"_s, u"欢迎"_s));
        put(flow(u"a"_s, u"会员日"_s));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), std::min(u"欢迎"_s, u"会员日"_s));
        Told told(&model);
        m_scribe->write(FlowFired{{u"a"_s}, 1, {}, {}, FlowSkip::None});
        m_scribe->write(FlowFired{{u"a"_s}, 1, {}, {}, FlowSkip::Quiet});
        const auto row = model.indexOf({u"a"_s}).data(FlowModel::Value).value<FlowRow>();
        QCOMPARE(row.spoke, 1);
        QCOMPARE(row.skipped, 1);
        QCOMPARE(row.why, FlowSkip::Quiet);
        QVERIFY(row.spokeAt.isSet());
        QCOMPARE(told.resets.size(), 0);
        put(flow(u"a"_s, u"会员日"_s), true);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.indexOf({u"a"_s}).isValid());
    }

    void marksOfWhatIsNoFlowAreNoRow()
    {
        FlowModel model(m_session.get());
        m_scribe->write(FlowFired{{u"x"_s}, 1, {}, {}, FlowSkip::None});
        QCOMPARE(model.rowCount(), 0);
    }

    void gapsThatWereDismissed()
    {
        GapModel model(m_session.get());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        ask(u"a"_s);
        ask(u"b"_s);
        dispose(u"a"_s, GapState::Dismissed);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.countIn(GapState::Dismissed), 1);
        model.setState(GapState::Dismissed);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.indexOf({u"a"_s}).isValid());
        QCOMPARE(model.countIn(GapState::Open), 1);
        // Asked again it stays there; opened again it goes.
        ask(u"a"_s);
        QCOMPARE(model.rowCount(), 1);
        dispose(u"a"_s, GapState::Open);
        QCOMPARE(model.rowCount(), 0);
        model.setState(GapState::Open);
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestFlowModel)
#include "tst_flowmodel.moc"
