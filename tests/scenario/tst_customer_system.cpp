// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/peerprocess.h"
#include "tests/scenario/rawconsole.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::PeerProcess;
using tests::RawConsole;

/** A shop system over real HTTP, from its answers to the ledger and to consoles. */
class TestCustomerSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoAsksIsKnown();
    void editorsSeeNoCustomers();
    void whoMayRefresh();
    void refreshBringsWhatChanged();
    void downIsToldAndTheOldStays();
    void itComesBackByItself();
    void strangersAreFoundByPhone();
    void everythingIsOnTheRecord();

private:
    void order(const QJsonObject &order);
    void behave(const QString &how) { order({{u"do"_s, u"behave"_s}, {u"how"_s, how}}); }
    Result<RefreshCustomerResult> refresh(RawConsole &console, const QString &member,
                                          const QString &phone = {});
    Member member(const QString &id) const
    {
        return m_agent.state().groups.value(m_group).members.value({id});
    }
    Customer haiyan() const { return m_agent.state().customers.value({u"c-001"_s}); }
    Connector health() const { return m_agent.state().connectors.value(u"crm"_s); }

    OneBotPlatform m_platform;
    PeerProcess m_shop;
    BackendProcess m_backend;
    RawConsole m_agent;
    RawConsole m_editor;
    const GroupId m_group{OneBotPlatform::groupId(77)};
};

void TestCustomerSystem::order(const QJsonObject &order)
{
    const auto before = m_shop.reports().size();
    m_shop.order(order);
    QTRY_VERIFY(std::ranges::any_of(m_shop.reports().sliced(before), [](const QJsonObject &one) {
        return one.contains(u"did"_s);
    }));
}

Result<RefreshCustomerResult> TestCustomerSystem::refresh(RawConsole &console,
                                                          const QString &member,
                                                          const QString &phone)
{
    const RefreshCustomerParams params{m_group, {member}, phone, {}};
    return console.ask<RefreshCustomerResult>(u"customer.refresh", encodeBody(params));
}

void TestCustomerSystem::initTestCase()
{
    const auto source = qEnvironmentVariable("QUNTAI_SOURCE_DIR");
    const auto why = m_shop.start(u"crm"_s, u"server.mjs"_s,
                                  {u"0"_s, u"a-secret"_s, source + u"/resources/sample"_s});
    QVERIFY2(why.isEmpty(), qPrintable(why));
    order({{u"do"_s, u"link"_s}, {u"member"_s, u"1001"_s}, {u"customer"_s, u"c-001"_s}});
    QFile mapping(source + u"/tests/peers/crm/crm.yaml"_s);
    QVERIFY(mapping.open(QFile::ReadOnly));
    m_backend.write(u"crm.secret"_s, "a-secret\n");
    m_backend.configure(m_platform.config()
                        + mapping.readAll().replace("URL", m_shop.url().toEncoded())
                              .replace("SECRET", "crm.secret"));
    QCOMPARE(m_backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QCOMPARE(m_backend.addUser(u"he"_s, u"editor"_s).code, 0);
    QVERIFY2(m_backend.start(), qPrintable(m_backend.err()));
    QVERIFY(m_agent.join(m_backend.url(), u"lin"_s, BackendProcess::password()));
    QVERIFY(m_editor.join(m_backend.url(), u"he"_s, BackendProcess::password()));
    QTRY_VERIFY(m_platform.isConnected());
    QTRY_COMPARE(health().kind, u"crm"_s);
}

void TestCustomerSystem::whoAsksIsKnown()
{
    QVERIFY(m_platform.say(77, 1001, u"退款怎么还没到啊"_s, true));
    QTRY_COMPARE_WITH_TIMEOUT(member(u"ob/1001"_s).customer.value, u"c-001"_s, 30'000);
    QCOMPARE(haiyan().name, u"李海燕"_s);
    QCOMPARE(haiyan().level, CustomerLevel::Vip);
    QCOMPARE(haiyan().phoneMasked, u"199****7731"_s);
    QCOMPARE(haiyan().orders.value(0).id, u"7731"_s);
    QVERIFY(haiyan().fetchedAt.isSet());
    QCOMPARE(ticketsOf(m_agent.state(), haiyan().id).value(0).id.value, u"T-20418"_s);
    QTRY_COMPARE(health().state, ConnectorState::Connected);
    QCOMPARE(health().account, u"清禾会员系统"_s);
}

void TestCustomerSystem::editorsSeeNoCustomers()
{
    QTRY_COMPARE(m_editor.state().groups.value(m_group).members.size(), 1);
    QVERIFY(m_editor.state().customers.isEmpty());
    QVERIFY(m_editor.state().tickets.isEmpty());
    RawConsole late;
    QVERIFY(late.join(m_backend.url(), u"he"_s, BackendProcess::password()));
    QVERIFY(late.state().customers.isEmpty() && late.state().tickets.isEmpty());
    RawConsole agent;
    QVERIFY(agent.join(m_backend.url(), u"lin"_s, BackendProcess::password()));
    QCOMPARE(agent.state().tickets, m_agent.state().tickets);
}

void TestCustomerSystem::whoMayRefresh()
{
    QCOMPARE(refresh(m_editor, u"ob/1001"_s).error().kind, ErrorKind::Forbidden);
    QCOMPARE(refresh(m_agent, u"ob/4711"_s).error().kind, ErrorKind::NotFound);
}

void TestCustomerSystem::refreshBringsWhatChanged()
{
    order({{u"do"_s, u"set"_s}, {u"customer"_s, u"c-001"_s},
           {u"fields"_s, QJsonObject{{u"level"_s, u"svip"_s}}}});
    order({{u"do"_s, u"closeTicket"_s}, {u"ticket"_s, u"T-20418"_s}});
    const auto before = haiyan().fetchedAt;
    // Within two seconds of the last answer a refresh is answered from what is known.
    QTRY_VERIFY_WITH_TIMEOUT(refresh(m_agent, u"ob/1001"_s)
                                     .value_or(RefreshCustomerResult{}).fetchedAt > before, 30'000);
    QTRY_COMPARE(haiyan().level, CustomerLevel::Svip);
    QTRY_COMPARE(ticketsOf(m_agent.state(), haiyan().id).size(), 1);
    QVERIFY(haiyan().fetchedAt > before);
}

void TestCustomerSystem::downIsToldAndTheOldStays()
{
    behave(u"500"_s);
    Result<RefreshCustomerResult> refused;
    QTRY_VERIFY_WITH_TIMEOUT(!(refused = refresh(m_agent, u"ob/1001"_s)), 30'000);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QCOMPARE(refused.error().data.value(u"problem"_s).toString(), u"failed"_s);
    QTRY_COMPARE(health().state, ConnectorState::Down);
    QCOMPARE(health().problem, SystemProblem::Failed);
    QVERIFY(health().since.isSet());
    QVERIFY(health().detail.contains(u"500"_s));
    QCOMPARE(haiyan().name, u"李海燕"_s);
}

void TestCustomerSystem::itComesBackByItself()
{
    behave(u"well"_s);
    QTRY_COMPARE_WITH_TIMEOUT(health().state, ConnectorState::Connected, 60'000);
    QVERIFY(!health().since.isSet());
}

void TestCustomerSystem::strangersAreFoundByPhone()
{
    QVERIFY(m_platform.say(77, 1002, u"荔枝坏了能赔吗"_s, true));
    QTRY_VERIFY_WITH_TIMEOUT(member(u"ob/1002"_s).askedAt.isSet(), 30'000);
    QVERIFY(member(u"ob/1002"_s).customer.isEmpty());
    const auto found = refresh(m_agent, u"ob/1002"_s, u"19900042206"_s);
    QVERIFY2(found, qPrintable(found.error_or(Error{}).message));
    QCOMPARE(found->customer.value, u"c-002"_s);
    QTRY_COMPARE(member(u"ob/1002"_s).customer.value, u"c-002"_s);
}

void TestCustomerSystem::everythingIsOnTheRecord()
{
    QCOMPARE(m_agent.faults(), QStringList());
    QCOMPARE(m_editor.faults(), QStringList());
    QCOMPARE(m_backend.terminate().code, 0);
    const auto log = m_backend.log(u"c0"_s) + m_backend.log(u"p0"_s);
    for (const auto &event : log) {
        QVERIFY2(!event.data.contains("19900077731") && !event.data.contains("19900042206"),
                 event.data.constData());
    }
    bool byLin = false;
    for (const auto &event : log) {
        const auto data = decodeEventData(event.type, event.data);
        const auto *checked = data ? std::get_if<CustomerChecked>(&*data) : nullptr;
        byLin |= checked && checked->by.value == u"lin"_s && checked->customer.value == u"c-002"_s;
    }
    QVERIFY(byLin);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestCustomerSystem)
#include "tst_customer_system.moc"
