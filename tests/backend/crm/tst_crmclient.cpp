// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/httpcustomersource.h"
#include "tests/scenario/peerprocess.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;
using tests::PeerProcess;

using Found = Answer<std::optional<CustomerFacts>>;

/** The client against the sample company's shop system, on its good and its bad days. */
class TestCrmClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void customerWithOrdersAndTickets();
    void byPhoneAndById();
    void nobody();
    void badDays_data();
    void badDays();
    void passingTroubleIsTriedAgain_data();
    void passingTroubleIsTriedAgain();
    void inAHurryOnlyOnce();
    void onlyTicketsAreDown();
    void wrongToken();
    void nobodyListens();
    void notMoreThanAllowedAtOnce();

private:
    CrmConfig config(const QByteArray &token = "t0ken");
    void behave(const QString &how, int times = 1000, const QString &only = {});
    Found look(CustomerSource &source, const CustomerKey &key);
    Found look(const CustomerKey &key);
    int asked() const;

    QTemporaryDir m_dir;
    PeerProcess m_peer;
    RestLimits m_limits;
    qsizetype m_before = 0;
    const CustomerKey m_haiyan{{u"wx/m-004"_s}, {}, {}, false};
};

void TestCrmClient::initTestCase()
{
    const auto sample = qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/resources/sample"_s;
    const auto why = m_peer.start(u"crm"_s, u"server.mjs"_s, {u"0"_s, u"t0ken"_s, sample});
    QVERIFY2(why.isEmpty(), qPrintable(why));
    m_limits.tryMs = 1000;
    m_limits.pauseMs = 1;
    m_limits.bytes = 64 * 1024;
}

void TestCrmClient::init()
{
    behave(u"well"_s);
    m_before = m_peer.reports().size();
}

CrmConfig TestCrmClient::config(const QByteArray &token)
{
    QFile yaml(qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/tests/peers/crm/crm.yaml"_s);
    QFile file(m_dir.filePath(u"crm.yaml"_s));
    if (!yaml.open(QFile::ReadOnly) || !file.open(QFile::WriteOnly | QFile::Truncate))
        qFatal("no crm.yaml");
    file.write(yaml.readAll().replace("URL", m_peer.url().toEncoded())
                   .replace("secretFile: SECRET", "secret: " + token));
    file.close();
    const auto config = readYaml(file.fileName(), [&](const YAML::Node &root) {
        return readCrm(root["crm"], QDir(m_dir.path()));
    });
    if (!config)
        qFatal("%s", qPrintable(config.error().message));
    return *config;
}

void TestCrmClient::behave(const QString &how, int times, const QString &only)
{
    const auto before = m_peer.reports().size();
    m_peer.order({{u"do"_s, u"behave"_s}, {u"how"_s, how}, {u"times"_s, times}, {u"only"_s, only}});
    QTRY_VERIFY(m_peer.reports().size() > before);
    m_before = m_peer.reports().size();
}

Found TestCrmClient::look(CustomerSource &source, const CustomerKey &key)
{
    std::optional<Found> answer;
    source.look(key, [&](const Found &found) { answer = found; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return trouble(SystemProblem::None, u"no answer at all"_s);
    return *answer;
}

Found TestCrmClient::look(const CustomerKey &key)
{
    HttpCustomerSource source(config(), m_limits);
    return look(source, key);
}

/** Questions that reached the system since the last order. */
int TestCrmClient::asked() const
{
    return int(std::ranges::count_if(m_peer.reports().sliced(m_before), [](const QJsonObject &one) {
        return one.contains(u"asked"_s);
    }));
}

void TestCrmClient::customerWithOrdersAndTickets()
{
    const auto found = look(m_haiyan);
    QVERIFY2(found && *found, found ? "nobody" : qPrintable(found.error().detail));
    const auto &facts = **found;
    QCOMPARE(facts.trouble, SystemTrouble());
    QCOMPARE(facts.customer.name, u"李海燕"_s);
    QCOMPARE(facts.customer.level, CustomerLevel::Vip);
    QCOMPARE(facts.customer.phoneMasked, u"199****7731"_s);
    QCOMPARE(facts.customer.spend30dCents, 48230);
    QVERIFY(facts.orders && facts.tickets);
    QCOMPARE(facts.orders->value(0).id, u"7731"_s);
    QCOMPARE(facts.orders->value(0).lines.value(0).priceCents, 6890);
    QCOMPARE(facts.orders->value(0).refundState, u"银行处理中"_s);
    QCOMPARE(facts.orders->value(0).logistics.value(0), u"已取货"_s);
    QCOMPARE(facts.tickets->size(), 2);
    QCOMPARE(facts.tickets->value(0).id.value, u"T-20418"_s);
    QVERIFY(facts.tickets->value(1).closed);
    QCOMPARE(asked(), 3);
}

void TestCrmClient::byPhoneAndById()
{
    const auto byPhone = look({m_haiyan.member, {u"c-001"_s}, u"19900042206"_s, true});
    QVERIFY(byPhone && *byPhone);
    QCOMPARE((*byPhone)->customer.id.value, u"c-002"_s);
    const auto byId = look({m_haiyan.member, {u"c-003"_s}, {}, false});
    QVERIFY(byId && *byId);
    QCOMPARE((*byId)->customer.name, u"廖一鸣"_s);
}

void TestCrmClient::nobody()
{
    for (const auto &key : {CustomerKey{{u"wx/m-999"_s}, {}, {}, false},
                            CustomerKey{{u"wx/m-004"_s}, {u"c-999"_s}, {}, false},
                            CustomerKey{{u"wx/m-004"_s}, {}, u"100"_s, true},
                            CustomerKey{{u"wx/.."_s}, {}, {}, false}}) {
        const auto found = look(key);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QVERIFY(!*found);
    }
}

void TestCrmClient::badDays_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<SystemProblem>("problem");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("tries");
    QTest::newRow("hang") << u"hang"_s << SystemProblem::TimedOut << u"within 1 s"_s << 3;
    QTest::newRow("500") << u"500"_s << SystemProblem::Failed << u"500"_s << 3;
    QTest::newRow("429") << u"429"_s << SystemProblem::Busy << u"429"_s << 3;
    QTest::newRow("401") << u"401"_s << SystemProblem::Refused << u"secretFile"_s << 1;
    QTest::newRow("redirect") << u"redirect"_s << SystemProblem::Redirected << u"127.0.0.1"_s << 1;
    QTest::newRow("malformed") << u"malformed"_s << SystemProblem::Unreadable << u"no JSON"_s << 1;
    QTest::newRow("huge") << u"huge"_s << SystemProblem::TooLarge << u"64 KiB"_s << 1;
    QTest::newRow("endless") << u"endless"_s << SystemProblem::TooLarge << u"64 KiB"_s << 1;
    QTest::newRow("drop") << u"drop"_s << SystemProblem::Unreachable << u""_s << 3;
}

void TestCrmClient::badDays()
{
    QFETCH(QString, how);
    QFETCH(SystemProblem, problem);
    QFETCH(QString, word);
    QFETCH(int, tries);
    behave(how);
    const auto found = look(m_haiyan);
    QVERIFY(!found);
    QCOMPARE(found.error().problem, problem);
    QVERIFY2(found.error().detail.contains(word), qPrintable(found.error().detail));
    QVERIFY(!found.error().detail.contains(u"t0ken"_s));
    // Qt asks once more by itself where a kept connection breaks.
    QVERIFY2(how == u"drop" ? asked() >= tries : asked() == tries,
             qPrintable(QString::number(asked())));
}

void TestCrmClient::passingTroubleIsTriedAgain_data()
{
    QTest::addColumn<QString>("how");
    for (const auto *how : {"500", "503", "429", "hang", "slow"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestCrmClient::passingTroubleIsTriedAgain()
{
    QFETCH(QString, how);
    behave(how, 2);
    const auto found = look(m_haiyan);
    QVERIFY2(found && *found, found ? "nobody" : qPrintable(found.error().detail));
    QCOMPARE(asked(), how == u"slow" ? 3 : 5);
}

void TestCrmClient::inAHurryOnlyOnce()
{
    behave(u"500"_s);
    QVERIFY(!look({m_haiyan.member, {}, {}, true}));
    QCOMPARE(asked(), 1);
}

void TestCrmClient::onlyTicketsAreDown()
{
    behave(u"500"_s, 1000, u"tickets"_s);
    const auto found = look(m_haiyan);
    QVERIFY(found && *found);
    QCOMPARE((*found)->customer.name, u"李海燕"_s);
    QVERIFY((*found)->orders && !(*found)->tickets);
    QCOMPARE((*found)->trouble.problem, SystemProblem::Failed);
}

void TestCrmClient::wrongToken()
{
    HttpCustomerSource source(config("another"), m_limits);
    const auto found = look(source, m_haiyan);
    QVERIFY(!found);
    QCOMPARE(found.error().problem, SystemProblem::Refused);
}

void TestCrmClient::nobodyListens()
{
    auto elsewhere = config();
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    elsewhere.url.setPort(closed.serverPort());
    closed.close();
    HttpCustomerSource source(elsewhere, m_limits);
    const auto found = look(source, m_haiyan);
    QVERIFY(!found);
    QCOMPARE(found.error().problem, SystemProblem::Unreachable);
}

void TestCrmClient::notMoreThanAllowedAtOnce()
{
    // What is asked while as many as allowed hang waits, and more than may wait is refused at once.
    behave(u"hang"_s);
    m_limits.atOnce = 2;
    m_limits.waiting = 5;
    HttpCustomerSource source(config(), m_limits);
    int refused = 0;
    for (int i = 0; i < 12; ++i) {
        source.look(m_haiyan, [&](const Found &found) {
            refused += !found && found.error().problem == SystemProblem::Busy;
        });
    }
    QTRY_COMPARE(refused, 7);
    QTRY_COMPARE(asked(), 2);
}

QTEST_GUILESS_MAIN(TestCrmClient)
#include "tst_crmclient.moc"
