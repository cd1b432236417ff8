// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/reports/chronicle.h"

#include <QJsonArray>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** What consoles get to see of the report, over a real socket. */
class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = GatewayRig::withPeople(); }
    void cleanup() { m_rig.reset(); }
    void agentsMayNot();
    void onlyOwnGroups();
    void listsPageByPage();
    void refusesWhatMakesNoSense();
    void theFutureIsEmpty();
    void staysWithinAMessage();
    void followsWhatHappens();
    void topicsOfACustomer();

private:
    /** Opens topics, newest last, now. */
    void ask(const QString &group, int count);
    ReportParams today() const
    {
        const auto now = QDateTime::currentMSecsSinceEpoch();
        return {{now - 3'600'000}, {now + 3'600'000}, {}};
    }

    std::unique_ptr<GatewayRig> m_rig;
    int m_topics = 0;
};

void TestReports::ask(const QString &group, int count)
{
    QList<NewEvent> events;
    for (int i = 0; i < count; ++i) {
        const TopicId topic{u"t-%1"_s.arg(++m_topics)};
        events.append({{group}, topic, TopicOpened{u"第 %1 个问题"_s.arg(m_topics), {u"w/a"_s},
                                                   {}, {}, {}}});
    }
    const auto before = m_rig->committed.size();
    m_rig->record(events);
    QTRY_VERIFY(m_rig->committed.size() >= before + count);
}

void TestReports::agentsMayNot()
{
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    for (const auto *method : {"report.query", "report.topics"})
        QCOMPARE(agent->call(QString::fromLatin1(method), today()).error_or(Error{}).kind,
                 ErrorKind::Forbidden);
}

void TestReports::onlyOwnGroups()
{
    QVERIFY(m_rig->addUser(u"u-half"_s, Role::Supervisor, {{u"w/a"_s}}));
    ask(u"w/a"_s, 2);
    ask(u"w/b"_s, 3);
    const auto half = m_rig->signedIn(u"u-half"_s);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto topics = [](TestConsole &console, const ReportParams &params) {
        return objectOf(console.call(u"report.query"_s, params))[u"now"][u"topics"].toInt(-1);
    };
    auto params = today();
    QCOMPARE(topics(*boss, params), 5);
    QCOMPARE(topics(*half, params), 2);
    params.groups = {{u"w/b"_s}};
    QCOMPARE(topics(*boss, params), 3);
    QCOMPARE(half->call(u"report.query"_s, params).error_or(Error{}).kind, ErrorKind::Forbidden);
    ReportTopicsParams list{.measure = Measure::Transfer, .from = params.from, .to = params.to};
    QCOMPARE(objectOf(half->call(u"report.topics"_s, list))[u"total"].toInt(), 2);
    list.groups = params.groups;
    QCOMPARE(half->call(u"report.topics"_s, list).error_or(Error{}).kind, ErrorKind::Forbidden);
}

void TestReports::listsPageByPage()
{
    ask(u"w/a"_s, 25);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto span = today();
    ReportTopicsParams params{.measure = Measure::Automation, .from = span.from, .to = span.to};
    params.side = ReportSide::Rest;
    params.limit = 10;
    QStringList seen;
    for (int page = 0; page < 3; ++page) {
        const auto answer = objectOf(boss->call(u"report.topics"_s, params));
        QCOMPARE(answer[u"total"].toInt(), page == 0 ? 25 : 26);
        for (const auto &topic : answer[u"topics"].toArray())
            seen.append(topic[u"topic"].toString());
        params.after = answer[u"next"].toString();
        QCOMPARE(params.after.isEmpty(), page == 2);
        if (page == 0)
            ask(u"w/a"_s, 1);  // stands before what was listed, and moves nothing
    }
    QCOMPARE(seen.size(), 25);
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 25);
}

/** customer.topics: in the groups one sees, for who serves customers. */
void TestReports::topicsOfACustomer()
{
    QVERIFY(m_rig->addUser(u"u-half"_s, Role::Agent, {{u"w/a"_s}}));
    QVERIFY(m_rig->addUser(u"u-ed"_s, Role::Editor, {}));
    ask(u"w/a"_s, 3);
    ask(u"w/b"_s, 2);
    const auto half = m_rig->signedIn(u"u-half"_s);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto editor = m_rig->signedIn(u"u-ed"_s);
    const auto topics = [](TestConsole &console, const CustomerTopicsParams &params) {
        return objectOf(console.call(u"customer.topics"_s, params));
    };
    CustomerTopicsParams params{{u"w/a"_s}, {u"w/a"_s}, 0, 2};
    QCOMPARE(topics(*boss, params)[u"topics"].toArray().size(), 2);
    QVERIFY(topics(*boss, params)[u"more"].toBool());
    params.limit = 20;
    QCOMPARE(topics(*boss, params)[u"topics"].toArray().size(), 5);
    QCOMPARE(topics(*half, params)[u"topics"].toArray().size(), 3);
    params.group = {u"w/b"_s};
    QCOMPARE(half->call(u"customer.topics"_s, params).error_or(Error{}).kind, ErrorKind::Forbidden);
    QCOMPARE(editor->call(u"customer.topics"_s, params).error_or(Error{}).kind,
             ErrorKind::Forbidden);
    params.group = {};
    QCOMPARE(boss->call(u"customer.topics"_s, params).error_or(Error{}).kind, ErrorKind::Forbidden);
}

void TestReports::refusesWhatMakesNoSense()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    auto params = today();
    std::swap(params.from, params.to);
    QCOMPARE(boss->call(u"report.query"_s, params).error_or(Error{}).kind, ErrorKind::InvalidParams);
    params = today();
    params.from.ms -= longestReportMs;
    QCOMPARE(boss->call(u"report.query"_s, params).error_or(Error{}).kind, ErrorKind::InvalidParams);
    ReportTopicsParams list{.measure = Measure::Transfer, .from = today().from, .to = today().to};
    list.after = u"nonsense"_s;
    QCOMPARE(boss->call(u"report.topics"_s, list).error_or(Error{}).kind, ErrorKind::InvalidParams);
}

void TestReports::theFutureIsEmpty()
{
    ask(u"w/a"_s, 1);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto answer = objectOf(boss->call(
        u"report.query"_s, ReportParams{{now + 3'600'000}, {now + 90'000'000}, {}}));
    QCOMPARE(answer[u"now"][u"topics"].toInt(-1), 0);
    QCOMPARE(answer[u"now"][u"coverage"][u"whole"].toInt(-1), 0);
}

void TestReports::staysWithinAMessage()
{
    QList<NewEvent> events;
    for (int i = 0; i < 300; ++i) {
        Group group;
        group.id = {u"w/group-%1"_s.arg(i)};
        group.name = u"很长的群名"_s.repeated(20);
        group.channel = u"w"_s;
        events.append({group.id, {}, GroupChanged{group}});
        const TopicId topic{u"t-x-%1"_s.arg(i)};
        events.append({group.id, topic, TopicOpened{u"很长的标题"_s.repeated(15), {}, {}, {}, {}}});
    }
    m_rig->record(events);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto now = QDateTime::currentMSecsSinceEpoch();
    for (const int days : {2, 61, 365}) {
        const auto answer = boss->call(
            u"report.query"_s, ReportParams{{now - days * 86'400'000LL}, {now + 60'000}, {}});
        QVERIFY(answer);
        QVERIFY2(answer->size() < 256 * 1024, qPrintable(QString::number(answer->size())));
    }
    const auto list = boss->call(
        u"report.topics"_s,
        ReportTopicsParams{.measure = Measure::Transfer, .from = {now - 86'400'000}, .to = {now + 60'000},
                           .limit = 5000});
    QVERIFY(list);
    QCOMPARE(objectOf(list)[u"topics"].toArray().size(), 100);
    QVERIFY(list->size() < 256 * 1024);
}

void TestReports::followsWhatHappens()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    const auto params = today();
    for (int i = 1; i <= 3; ++i) {
        ask(u"w/a"_s, 1);
        QTRY_COMPARE(objectOf(boss->call(u"report.query"_s, params))[u"now"][u"topics"].toInt(), i);
    }
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
