// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"
#include "models/items/alertmodel.h"
#include "models/items/foldsamplemodel.h"
#include "models/items/gapmodel.h"
#include "models/items/wallmodel.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

/** Models over what the bot noticed. */
class TestInsightModels : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;

    void draw(const QString &message, int daysAgo)
    {
        FoldSampled data;
        data.message = {message};
        data.author = {AuthorKind::Member, u"wecom/w"_s, u"王阿姨"_s};
        data.text = u"话 "_s + message;
        data.day = {localDayStart({m_scribe->now}, 480).ms - daysAgo * dayMs};
        data.of = 20;
        m_scribe->write(data);
    }
    void ask(const QString &gap, const QString &text)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.asked = GapQuestion{{u"m-"_s + text}, m_scribe->g0, {u"wecom/w"_s}, text,
                                    {m_scribe->now}, 0};
        changed.nearest = {u"k-1"_s};
        changed.nearestTitle = u"退款"_s;
        m_scribe->write(changed);
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_scribe->now = 1'764'000'000'000;
        m_session->setNow({m_scribe->now});
        m_scribe->group();
    }

    void samplesOfDaysThatAreOver()
    {
        FoldSampleModel model(m_session.get());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counts(&model, &FoldSampleModel::countsChanged);
        draw(u"old"_s, 3);
        draw(u"newer"_s, 2);
        draw(u"today"_s, 0);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.sampleAt(0)->sample.message.value, u"newer"_s);
        QCOMPARE(model.sampleAt(0)->groupName, u"优选福利群"_s);
        QCOMPARE(model.drawnToday(), 1);
        QVERIFY(!counts.isEmpty());
        m_scribe->write(FoldJudged{{u"newer"_s}, FoldCheck::Missed, {u"u-1"_s}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.checked(), 1);
        QCOMPARE(model.missed(), 1);
        m_scribe->write(FoldJudged{{u"newer"_s}, FoldCheck::Open, {u"u-1"_s}});
        QCOMPARE(model.rowCount(), 2);
        // The next day today's are due as well.
        m_session->setNow({m_scribe->now + 2 * dayMs});
        model.refresh();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.sampleAt(0)->sample.message.value, u"today"_s);
        QVERIFY(!model.sampleAt(3));
    }

    void gapsByHowOftenTheyAreAsked()
    {
        GapModel model(m_session.get());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ask(u"a"_s, u"招不招配送员"_s);
        ask(u"b"_s, u"充电桩归谁管"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(GapModel::Id).value<GapId>().value, u"b"_s);
        ask(u"a"_s, u"招配送员吗"_s);
        QCOMPARE(model.index(0).data(GapModel::Id).value<GapId>().value, u"a"_s);
        const auto row = model.index(0).data(GapModel::Value).value<GapRow>();
        QCOMPARE(row.count, 2);
        QCOMPARE(row.groupNames, QStringList{u"优选福利群"_s});
        QCOMPARE(model.index(0).data().toString(), u"招不招配送员"_s);
        GapChanged away;
        away.gap = {u"a"_s};
        away.state = GapState::Dismissed;
        m_scribe->write(away);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.indexOf({u"a"_s}).isValid());
        QVERIFY(model.indexOf({u"b"_s}).isValid());
    }

    void spreadIsASevereAlert()
    {
        WallModel wall(m_session.get());
        AlertModel alerts(m_session.get(), wall.tiles());
        QAbstractItemModelTester tester(&alerts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TopicId first{u"退款"_s};
        const TopicId second{u"牛奶"_s};
        m_scribe->open(first);
        m_scribe->open(second);
        m_scribe->grant(first, {u"u-2"_s}, 1);
        AlertRaised raised;
        raised.startedBy = {u"李海燕"_s};
        raised.startedByName = u"李海燕"_s;
        raised.members = {{u"李海燕"_s}, {u"Leo"_s}, {u"王阿姨"_s}};
        raised.topics = {first, second};
        raised.level = 60;
        m_scribe->write(raised);
        alerts.refresh({m_scribe->now});
        QCOMPARE(alerts.rowCount(), 1);
        const auto *alert = alerts.alertAt(alerts.index(0));
        QCOMPARE(alert->kind, WallAlert::Kind::Spread);
        QVERIFY(alert->isSevere);
        QCOMPARE(alert->value, 3);
        QCOMPARE(alert->person, u"李海燕"_s);
        QVERIFY(alert->title.contains(u"退款"_s) && alert->title.contains(u"牛奶"_s));
        QCOMPARE(alert->topic, second);  // the one nobody has
        m_scribe->write(AlertCleared{AlertKind::Spread, u"calm"_s});
        alerts.refresh({m_scribe->now});
        QCOMPARE(alerts.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestInsightModels)
#include "tst_insightmodels.moc"
