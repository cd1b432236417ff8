// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/customerask.h"
#include "tests/models/common/scriptedsession.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** What a person asks of the outside system, and what they are told. */
class TestCustomerAsk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whoMayAsk();
    void untilItIsAnswered();
    void numbersAndIds_data();
    void numbersAndIds();
    void whatWentWrong();

private:
    QJsonObject asked(int index) const
    {
        return QJsonDocument::fromJson(m_session->asked().value(index).params).object();
    }
    CustomerLookup lookup() const { return m_ask->lookup(m_group, m_member); }
    void answer(const Result<RefreshCustomerResult> &result)
    {
        m_session->answer<RefreshCustomerParams>([result](const QByteArray &) { return result; });
    }

    const GroupId m_group{u"wx/g"_s};
    const MemberId m_member{u"wx/haiyan"_s};
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<CustomerAsk> m_ask;
};

void TestCustomerAsk::init()
{
    m_ask.reset();
    m_session = std::make_unique<ScriptedSession>();
    LinkStatus live;
    live.state = LinkState::Live;
    m_session->setLink(live);
    m_session->setRights(Role::Agent, {u"customer.refresh"_s});
    m_ask = std::make_unique<CustomerAsk>(*m_session);
}

void TestCustomerAsk::whoMayAsk()
{
    QVERIFY(lookup().mayAsk);
    LinkStatus offline;
    offline.state = LinkState::Offline;
    m_session->setLink(offline);
    QVERIFY(!lookup().mayAsk);
    init();
    m_session->setRights(Role::Editor, {});
    QVERIFY(!lookup().mayAsk);
}

void TestCustomerAsk::untilItIsAnswered()
{
    answer(RefreshCustomerResult{{u"c-1"_s}, {1}});
    QSignalSpy changed(m_ask.get(), &CustomerAsk::changed);
    m_ask->ask(m_group, m_member);
    m_ask->ask(m_group, m_member);
    QVERIFY(lookup().asking);
    QVERIFY(!m_ask->lookup(m_group, {u"wx/other"_s}).asking);
    QTRY_VERIFY(!lookup().asking);
    QCOMPARE(m_session->asked().size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(asked(0), (QJsonObject{{u"group"_s, u"wx/g"_s}, {u"member"_s, u"wx/haiyan"_s}}));
    QCOMPARE(lookup().answer, QString());
}

void TestCustomerAsk::numbersAndIds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("number") << u"138 1234-7731"_s
                            << QStringList{u"phone 13812347731"_s, u"external 138 1234-7731"_s};
    QTest::newRow("abroad") << u"+8613812347731"_s
                            << QStringList{u"phone +8613812347731"_s, u"external +8613812347731"_s};
    QTest::newRow("id") << u"c-001"_s << QStringList{u"external c-001"_s};
    QTest::newRow("short number") << u"1001"_s << QStringList{u"external 1001"_s};
}

void TestCustomerAsk::numbersAndIds()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, asked);
    answer(RefreshCustomerResult{{}, {1}});
    m_ask->ask(m_group, m_member, typed);
    QTRY_VERIFY(!lookup().asking);
    QStringList found;
    for (int i = 0; i < m_session->asked().size(); ++i) {
        for (const auto *key : {"phone", "external"}) {
            const auto value = this->asked(i).value(QLatin1StringView(key)).toString();
            if (!value.isEmpty())
                found.append(QLatin1StringView(key) + u' ' + value);
        }
    }
    QCOMPARE(found, asked);
    QVERIFY(!lookup().answer.isEmpty());
    // The next wish begins anew.
    answer(RefreshCustomerResult{{u"c-1"_s}, {1}});
    m_ask->ask(m_group, m_member, typed);
    QVERIFY(lookup().answer.isEmpty());
    QTRY_VERIFY(!lookup().asking);
    QVERIFY(lookup().answer.isEmpty());
}

void TestCustomerAsk::whatWentWrong()
{
    // What is wrong with the system is part of the state; the rest is told here.
    answer(failure(ErrorKind::Unavailable, u"it answered 500"_s, {{u"problem"_s, u"failed"_s}}));
    m_ask->ask(m_group, m_member);
    QTRY_VERIFY(!lookup().asking);
    QCOMPARE(lookup().answer, QString());
    answer(failure(ErrorKind::Forbidden, u"no"_s));
    m_ask->ask(m_group, m_member);
    QTRY_VERIFY(!lookup().asking);
    QVERIFY(!lookup().answer.isEmpty());
    // A system that knows no numbers may know the id.
    answer(failure(ErrorKind::InvalidParams, u"no numbers"_s, {{u"field"_s, u"phone"_s}}));
    const auto before = m_session->asked().size();
    m_ask->ask(m_group, m_member, u"13812347731"_s);
    QTRY_VERIFY(!lookup().asking);
    QCOMPARE(m_session->asked().size(), before + 2);
}

QTEST_GUILESS_MAIN(TestCustomerAsk)
#include "tst_customerask.moc"
