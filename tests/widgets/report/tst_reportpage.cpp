// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/reportpage.h"
#include "models/items/reporttopicmodel.h"
#include "models/session/query.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/report/reportsample.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/report/measurestrip.h"
#include "widgets/report/reportview.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The room: what it asks when, and where its topics lead. */
class TestReportPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<ReportPage> m_page;

    int asked() const
    {
        int count = 0;
        for (const auto &query : m_session->asked())
            count += query.method == u"report.query" ? 1 : 0;
        return count;
    }
    void setLink(LinkState state, int latencyMs = -1)
    {
        LinkStatus link;
        link.state = state;
        link.latencyMs = latencyMs;
        m_session->setLink(link);
    }
    void enter()
    {
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->entered();
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_session->setRights(Role::Supervisor, {u"report.query"_s, u"report.topics"_s});
        setLink(LinkState::Live);
        m_session->answer<ReportParams>(
            [](const QByteArray &) -> Result<Report> { return sampleReport(); });
        m_session->answer<ReportTopicsParams>(
            [](const QByteArray &) -> Result<ReportTopics> { return sampleTopics(); });
        m_page = std::make_unique<ReportPage>(*m_host, *m_session);
        m_page->resize(1384, 874);
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void asksForTheTimeChosen()
    {
        enter();
        QTRY_VERIFY(m_page->isAnswered());
        const auto week = m_page->question();
        QCOMPARE(week.to.ms - week.from.ms, 7 * 86'400'000LL);
        QVERIFY(m_session->now() >= week.from && m_session->now() < week.to);
        QCOMPARE(localHour(week.from, 480).hour, 0);
        m_page->view().head().setRange(ReportHead::Range::Month);
        QCOMPARE(m_page->question().to.ms - m_page->question().from.ms, 30 * 86'400'000LL);
        m_page->view().head().setOwnDays({2026, 11, 5}, {2026, 11, 3});
        m_page->view().head().setRange(ReportHead::Range::Own);
        QCOMPARE(m_page->question().from, (Instant{1'793'635'200'000}));
        QCOMPARE(m_page->question().to.ms - m_page->question().from.ms, 3 * 86'400'000LL);
        QCOMPARE(asked(), 3);
        QTRY_VERIFY(m_page->isAnswered());
    }

    void topicsLeadToTheDeskOrTheirGroup()
    {
        Group group;
        group.id = {u"w/a"_s};
        m_session->feed({{u"p0"_s, 1, 0, m_session->now(), group.id, {}, GroupChanged{group}},
                         {u"p0"_s, 2, 1, m_session->now(), group.id, {u"t-1"_s}, TopicOpened{}}});
        enter();
        QSignalSpy topic(m_page.get(), &Page::topicWanted);
        QSignalSpy wanted(m_page.get(), &Page::groupWanted);
        ReportTopic known{.topic = {u"t-1"_s}, .group = group.id};
        Q_EMIT m_page->view().topicChosen(known);
        QCOMPARE(topic.size(), 1);
        ReportTopic gone{.topic = {u"t-old"_s}, .group = group.id};
        Q_EMIT m_page->view().topicChosen(gone);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(topic.size(), 1);
        Q_EMIT m_page->view().topicChosen({.topic = {u"t-x"_s}, .group = {u"w/x"_s}});
        QCOMPARE(wanted.size(), 1);
    }

    void agentsAreToldWhoseItIs()
    {
        m_session->setRights(Role::Agent, {});
        enter();
        QCOMPARE(asked(), 0);
        QVERIFY(!m_page->view().strip().isVisible());
        grabBoth(*m_host, *m_page, u"report-closed"_s);
    }

    void comesBackWithTheConnection()
    {
        enter();
        QTRY_VERIFY(m_page->isAnswered());
        setLink(LinkState::Offline);
        auto *banner = m_page->view().findChild<InlineBanner *>(Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        const auto before = asked();
        setLink(LinkState::Live, 3);
        QCOMPARE(asked(), before + 1);
        setLink(LinkState::Live, 4);
        QCOMPARE(asked(), before + 1);
        QTRY_VERIFY(!banner->isVisible());
    }

    void writesFiles()
    {
        enter();
        QTRY_VERIFY(m_page->isAnswered());
        QTRY_VERIFY(m_page->findChild<ReportTopicModel *>()->rowCount() > 0);
        QTemporaryDir dir;
        QVERIFY(m_page->writeFigures(dir.filePath(u"a.csv"_s)));
        QVERIFY(m_page->writeTopics(dir.filePath(u"b.csv"_s)));
        QVERIFY(m_page->writePicture(dir.filePath(u"c.png"_s)));
        QFile figures(dir.filePath(u"a.csv"_s));
        QVERIFY(figures.open(QFile::ReadOnly));
        const auto bytes = figures.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        QCOMPARE(bytes.count("\r\n"), 9);
        QImage picture(dir.filePath(u"c.png"_s));
        QVERIFY(picture.width() > 800);
        QVERIFY(!m_page->writeFigures(u"/nowhere/at/all.csv"_s));
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"
