// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/query.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/report/reportsample.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/report/coveragemap.h"
#include "widgets/report/measurestrip.h"
#include "widgets/report/noticedcard.h"
#include "widgets/report/reliabilitychart.h"
#include "widgets/report/reportview.h"
#include "widgets/report/reportwords.h"
#include "widgets/report/stepchart.h"
#include "widgets/report/topicspanel.h"
#include "widgets/report/transferbars.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The report as a hand and a keyboard meet it. */
class TestReportView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<ReportTopicModel> m_topics;
    std::unique_ptr<ReportView> m_view;

    QList<QAbstractButton *> measures() const
    {
        return m_view->strip().findChildren<QAbstractButton *>();
    }
    const ReportTopicsParams &question() const { return m_topics->question(); }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_session->answer<ReportTopicsParams>(
            [](const QByteArray &) -> Result<ReportTopics> { return sampleTopics(); });
        m_topics = std::make_unique<ReportTopicModel>(m_session.get());
        m_view = std::make_unique<ReportView>(*m_host, *m_topics);
        m_view->resize(1384, 874);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_topics.reset();
        m_session.reset();
    }

    void showsNumbersAndTopics()
    {
        m_view->setReport(sampleReport(), 480);
        QTRY_COMPARE(m_topics->rowCount(), 12);
        QCOMPARE(measures().size(), 8);
        QVERIFY(measures().at(4)->accessibleName().contains(u"15.0%"_s));
        for (auto *button : measures())
            QVERIFY(!button->accessibleDescription().isEmpty());
        QCOMPARE(question().measure, Measure::Transfer);
        QCOMPARE(namelessWidget(*m_view), QString());
        QCOMPARE(richLabel(*m_view), QString());
        grabBoth(*m_host, *m_view, u"report"_s);
        m_view->resize(1224, 694);
        grabBoth(*m_host, *m_view, u"report-1280"_s);
        m_view->resize(2500, 1300);
        grabBoth(*m_host, *m_view, u"report-wide"_s);
    }

    void reliabilityIsReadByKeys()
    {
        m_view->setReport(sampleReport(), 480);
        auto *chart = m_view->findChild<ReliabilityChart *>();
        QVERIFY(chart);
        chart->setFocus();
        QCOMPARE(chart->current(), 9);
        QCOMPARE(chart->accessibleDescription(),
                 u"90–100 %: 36 answers, 36 accepted, 0 corrected, 0 refused"_s);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->accessibleDescription(),
                 u"80–90 %: 33 answers, 32 accepted, 1 corrected, 0 refused"_s);
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->columnRect(2).center());
        QCOMPARE(chart->current(), 2);
        for (int step = 1; step < 10; ++step)
            QVERIFY(chart->columnRect(step).left() > chart->columnRect(step - 1).right());
        Report none;
        none.now.coverage = {1, 1};
        m_view->setReport(none, 480);
        QCOMPARE(chart->accessibleDescription(), u"No answer yet"_s);
    }

    void missRateIsSaidWithItsInterval()
    {
        m_view->setReport(sampleReport(), 480);
        auto *card = m_view->findChild<NoticedCard *>();
        QVERIFY(card);
        QStringList said;
        for (const auto *label : card->findChildren<PlainLabel *>())
            said.append(label->rawText());
        QVERIFY(said.contains(u"2.5 % (0.6–8.8 %)"_s));
        QVERIFY(std::ranges::any_of(said, [](const QString &text) {
            return text.contains(u"80 checked"_s) && text.contains(u"2 of them missed"_s);
        }));
        QCOMPARE(NoticedCard::missRateText({}), u"–"_s);
    }

    void everyNumberLeadsToItsTopics()
    {
        m_view->setReport(sampleReport(), 480);
        QList<Measure> seen;
        for (auto *button : measures()) {
            QTest::mouseClick(button, Qt::LeftButton);
            seen.append(question().measure);
            QCOMPARE(question().from, sampleReport().from);
        }
        std::ranges::sort(seen);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(seen.at(i), Measure(i));
    }

    void arrowsWalkTheMeasures()
    {
        m_view->setReport(sampleReport(), 480);
        measures().first()->setFocus();
        QTest::keyClick(measures().first(), Qt::Key_Right);
        QVERIFY(measures().at(1)->hasFocus());
        QTest::keyClick(measures().at(1), Qt::Key_Return);
        QCOMPARE(question().measure, Measure::FirstResponse);
    }

    void cellsOfTheMap()
    {
        m_view->setReport(sampleReport(), 480);
        auto *map = m_view->findChild<CoverageMap *>();
        QTRY_VERIFY(map->height() >= map->sizeHint().height());
        QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(2, 4).center());
        QCOMPARE(question().measure, Measure::Coverage);
        QCOMPARE(question().weekday, 3);
        QCOMPARE(question().hour, 4);
        QVERIFY(map->cellText(2, 4).contains(u"66.7%"_s));
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Right);
        QTest::keyClick(map, Qt::Key_Up);
        QTest::keyClick(map, Qt::Key_Return);
        QCOMPARE(question().weekday, 2);
        QCOMPARE(question().hour, 5);
        // The red of the outage stands out of the teal around it.
        const auto image = map->grab().toImage();
        const auto colorAt = [&](int row, int hour) {
            return image.pixelColor(map->cellRect(row, hour).center() * image.devicePixelRatio());
        };
        QVERIFY(colorAt(2, 4).red() > colorAt(2, 4).blue() + 60);
        QVERIFY(colorAt(2, 4).green() + 60 < colorAt(2, 3).green());
    }

    void groupsInPlaceOfWeekdays()
    {
        m_view->setReport(sampleReport(), 480);
        auto *map = m_view->findChild<CoverageMap *>();
        auto *by = map->parentWidget()->findChild<SegmentedControl *>();
        QTest::mouseClick(by->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
        QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(1, 9).center());
        QCOMPARE(question().groups, (QList<GroupId>{{u"会员VIP 8群"_s}}));
        QCOMPARE(question().weekday, 0);
        grabBoth(*m_host, *m_view, u"report-groups"_s);
    }

    void reasonsByKeyboard()
    {
        m_view->setReport(sampleReport(), 480);
        auto *bars = m_view->findChild<TransferBars *>();
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Down);
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(question().reason, std::optional(Reason::Emotion));
        QCOMPARE(question().side, ReportSide::Part);
    }

    void pointsOfTheCharts()
    {
        m_view->setReport(sampleReport(), 480);
        auto *chart = m_view->findChild<StepChart *>();
        QTRY_VERIFY(chart->height() >= 140 && chart->width() > 500);
        QCoreApplication::processEvents();
        // 48 seconds on the third day, on the logarithmic axis.
        const auto at = chart->placeOf(2, std::log10(50.0)).toPoint();
        QTest::mouseClick(chart, Qt::LeftButton, {}, at);
        QCOMPARE(question().measure, Measure::FirstResponse);
        QCOMPARE(question().who, std::optional(Answerer::Human));
        QCOMPARE(question().from, sampleReport().steps.at(2).from);
        QCOMPARE(question().to.ms - question().from.ms, sampleReport().stepMs);
        // The line is where the point is: its colour is found there.
        const auto image = chart->grab().toImage();
        const auto color = image.pixelColor(at * image.devicePixelRatio());
        QVERIFY(color.blue() > color.green() + 40);
    }

    void partAndRest()
    {
        m_view->setReport(sampleReport(), 480);
        auto *sides = m_view->topics().findChild<SegmentedControl *>();
        QTest::mouseClick(sides->findChildren<QAbstractButton *>().at(2), Qt::LeftButton);
        QCOMPARE(question().side, ReportSide::Rest);
    }

    void newNumbersLeaveTheListAlone()
    {
        m_view->setReport(sampleReport(), 480);
        QTRY_COMPARE(m_topics->rowCount(), 12);
        const auto before = m_session->asked().size();
        auto next = sampleReport();
        next.now.topics += 1;
        m_view->setReport(next, 480);
        QCOMPARE(m_session->asked().size(), before);
        next.to.ms += next.stepMs;
        m_view->setReport(next, 480);
        QCOMPARE(m_session->asked().size(), before + 1);
    }

    void aTopicIsChosen()
    {
        m_view->setReport(sampleReport(), 480);
        QTRY_COMPARE(m_topics->rowCount(), 12);
        QSignalSpy chosen(m_view.get(), &ReportView::topicChosen);
        auto *list = m_view->topics().findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(m_topics->index(1, 0)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<ReportTopic>().topic.value, u"t-1"_s);
    }

    void tablesSayTheSame()
    {
        m_view->setReport(sampleReport(), 480);
        m_view->head().showTables(true);
        auto *table = m_view->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 8);
        grabBoth(*m_host, *m_view, u"report-tables"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const auto copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 9);
        QVERIFY(copied.contains(u"15.0%"_s));
        // A group called like a formula is harmless in a file.
        QVERIFY(csvOf(coverageTable(sampleReport().groups)).contains("'=HYPERLINK(1)"));
    }

    void loadingEmptyErrorOffline()
    {
        m_view->setAsking();
        QTest::qWait(250);
        grabBoth(*m_host, *m_view, u"report-loading"_s);
        auto *banner = m_view->findChild<InlineBanner *>(Qt::FindDirectChildrenOnly);
        m_view->setProblem(u"the ledger cannot be read"_s, false);
        QVERIFY(banner->isVisible());
        QSignalSpy retry(m_view.get(), &ReportView::retryWanted);
        Q_EMIT banner->actionTriggered();
        QCOMPARE(retry.size(), 1);
        grabBoth(*m_host, *m_view, u"report-error"_s);
        Report none;
        none.from = sampleReport().from;
        none.to = sampleReport().to;
        m_view->setReport(none, 480);
        QVERIFY(!banner->isVisible());
        QVERIFY(!m_view->findChild<CoverageMap *>()->isVisible());
        grabBoth(*m_host, *m_view, u"report-empty"_s);
        m_view->setReport(sampleReport(), 480);
        m_view->setProblem({}, true);
        QCOMPARE(banner->kind(), InlineBanner::Kind::Warning);
        QVERIFY(m_view->findChild<CoverageMap *>()->isVisible());  // old numbers stay
        grabBoth(*m_host, *m_view, u"report-offline"_s);
    }

    void textsFromOutsideStayPlain()
    {
        auto page = sampleTopics();
        for (auto &topic : page.topics)
            topic.title = topic.groupName = hostileText();
        m_session->answer<ReportTopicsParams>(
            [page](const QByteArray &) -> Result<ReportTopics> { return page; });
        auto report = sampleReport();
        report.groups.first().name = hostileText();
        m_view->setReport(report, 480);
        QTRY_COMPARE(m_topics->rowCount(), 12);
        QCOMPARE(richLabel(*m_view), QString());
        grabBoth(*m_host, *m_view, u"report-hostile"_s);
    }

    void words()
    {
        QCOMPARE(durationText(5400), durationText(5000));
        QCOMPARE(durationText(90'000), u"1:30"_s);
        QCOMPARE(percentText({0, 0}), u"–"_s);
        QCOMPARE(percentText({999'999, 1'000'000}), u"99.9%"_s);
        QCOMPARE(percentText({1, 1'000'000}), u"0.1%"_s);
        QCOMPARE(percentText({5, 5}), u"100%"_s);
        QCOMPARE(figuresTable(sampleReport(), 480).rows.at(1).at(0), u"11-23"_s);
        for (const auto &text : measureTexts)
            QVERIFY(!measureDefinition(text.measure).isEmpty());
    }
};

QTEST_MAIN(TestReportView)
#include "tst_reportview.moc"
