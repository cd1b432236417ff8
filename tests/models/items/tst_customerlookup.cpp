// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/customerlookup.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;
using Standing = CustomerLookup::Standing;

/** What the desk says of who asks, from every state an outside system can be in. */
class TestCustomerLookup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standings_data();
    void standings();
    void timesAndTickets();

private:
    static constexpr Instant asked{1'764'000'000'000};
    const GroupId m_group{u"wx/g"_s};
    const MemberId m_member{u"wx/haiyan"_s};

    State state(bool isKnown, Instant askedAt, SystemProblem problem,
                std::optional<ConnectorState> system) const
    {
        State state;
        Member member;
        member.id = m_member;
        member.askedAt = askedAt;
        member.problem = problem;
        if (isKnown) {
            Customer customer;
            customer.id = member.customer = {u"c-1"_s};
            customer.fetchedAt = asked;
            state.customers.insert(customer.id, customer);
            state.tickets.insert({u"T"_s}, {{u"T"_s}, customer.id, {}, {}, false, {}, {}});
            state.tickets.insert({u"U"_s}, {{u"U"_s}, {u"c-2"_s}, {}, {}, false, {}, {}});
        }
        state.groups[m_group].members.insert(m_member, member);
        if (system) {
            Connector crm{u"crm"_s, u"crm"_s, u"会员系统"_s, *system, {}, {}, {}};
            if (*system == ConnectorState::Down) {
                crm.problem = SystemProblem::TimedOut;
                crm.since = asked.plusSeconds(60);
            }
            state.connectors.insert(crm.id, crm);
        }
        return state;
    }
};

void TestCustomerLookup::standings_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("wasAsked");
    QTest::addColumn<SystemProblem>("problem");
    QTest::addColumn<int>("system");  // -1: none
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<SystemProblem>("told");
    const auto none = SystemProblem::None;
    const auto timedOut = SystemProblem::TimedOut;
    const auto odd = SystemProblem::Unreadable;
    const int up = int(ConnectorState::Connected);
    const int down = int(ConnectorState::Down);
    QTest::newRow("no system") << false << false << none << -1 << Standing::Off << none;
    QTest::newRow("no system, known") << true << false << none << -1 << Standing::Off << none;
    QTest::newRow("no system any more")
        << true << false << none << int(ConnectorState::Replaced) << Standing::Off << none;
    QTest::newRow("not asked yet")
        << false << false << none << int(ConnectorState::Connecting) << Standing::Loading << none;
    QTest::newRow("on its way") << false << false << none << up << Standing::Loading << none;
    QTest::newRow("down before") << false << false << none << down << Standing::Trouble << timedOut;
    QTest::newRow("nobody") << false << true << none << up << Standing::NotFound << none;
    QTest::newRow("nobody, down since") << false << true << none << down << Standing::NotFound
                                        << timedOut;
    QTest::newRow("no use") << false << true << odd << up << Standing::Trouble << odd;
    QTest::newRow("known") << true << false << none << up << Standing::Known << none;
    QTest::newRow("known, down") << true << false << none << down << Standing::Known << timedOut;
}

void TestCustomerLookup::standings()
{
    QFETCH(bool, isKnown);
    QFETCH(bool, wasAsked);
    QFETCH(SystemProblem, problem);
    QFETCH(int, system);
    QFETCH(Standing, standing);
    QFETCH(SystemProblem, told);
    const auto lookup = lookupOf(
        state(isKnown, wasAsked ? asked : Instant(), problem,
              system < 0 ? std::nullopt : std::optional(ConnectorState(system))),
        m_group, m_member);
    QCOMPARE(lookup.standing, standing);
    QCOMPARE(lookup.problem, told);
    QCOMPARE(lookup.since.isSet(), system == int(ConnectorState::Down));
    QCOMPARE(lookup.tickets.size(), isKnown ? 1 : 0);
}

void TestCustomerLookup::timesAndTickets()
{
    const auto down = state(true, {}, {}, ConnectorState::Down);
    auto lookup = lookupOf(down, m_group, m_member);
    QCOMPARE(lookup.at, asked);
    QCOMPARE(lookup.since, asked.plusSeconds(60));
    QCOMPARE(lookup.system, u"会员系统"_s);
    QCOMPARE(lookup.tickets.value(0).id.value, u"T"_s);
    // Of one answer of no use the system is not called down.
    auto odd = state(true, {}, {}, ConnectorState::Connected);
    odd.customers[{u"c-1"_s}].problem = SystemProblem::Unreadable;
    lookup = lookupOf(odd, m_group, m_member);
    QCOMPARE(lookup.problem, SystemProblem::Unreadable);
    QVERIFY(!lookup.since.isSet());
    // A stranger, or a group nobody knows.
    QCOMPARE(lookupOf(odd, m_group, {u"wx/x"_s}).standing, Standing::Loading);
    QCOMPARE(lookupOf(odd, {u"wx/h"_s}, m_member).standing, Standing::Loading);
}

QTEST_GUILESS_MAIN(TestCustomerLookup)
#include "tst_customerlookup.moc"
