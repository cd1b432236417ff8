// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/lookups.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

const test::Said atBot{{}, {}, true};

Entry whereIsIt(const QString &fallback = {})
{
    Entry entry;
    entry.id = {u"e-where"_s};
    entry.version = 1;
    entry.category = u"配送"_s;
    entry.question = u"我订的东西走到哪一站了"_s;
    entry.similar = {u"帮我看看订单走到哪站了"_s};
    entry.answer = u"订单 {{订单号}}：{{订单状态}}，{{物流状态}}。"_s;
    entry.act = LookupKind::Order;
    entry.fallback = fallback;
    return entry;
}

Order order(const QString &id, const QString &status)
{
    Order order;
    order.id = id;
    order.status = status;
    order.logistics = {u"已到滨江站"_s};
    return order;
}

/** A company whose customers' system is there. */
class LookupRig : public Rig
{
public:
    explicit LookupRig(const Entry &entry = whereIsIt(), BotMode mode = BotMode::Auto) : Rig(mode)
    {
        system(ConnectorState::Connected);
        record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
    }

    void system(ConnectorState state)
    {
        Connector crm{u"crm"_s, u"crm"_s, u"会员系统"_s, state, {}, {}, {}};
        record({{}, {}, ConnectorChanged{crm}});
    }
    MessageId ask(const MemberId &who, const QString &text = u"@小禾 我订的东西走到哪一站了"_s)
    {
        return say(who, text, atBot);
    }
    /** What the keeper of customers would write. */
    void knows(const MemberId &who, const QList<Order> &orders)
    {
        auto member = state.groups.value(group).members.value(who);
        Customer customer;
        customer.id = member.customer.isEmpty() ? CustomerId{u"c-"_s + who.value} : member.customer;
        customer.name = member.name;
        customer.orders = orders;
        record({{}, {}, CustomerChanged{customer}});
        member.customer = customer.id;
        record({group, {}, MemberChanged{member, false, false}});
    }
    void done(const MessageId &question, LookupOutcome outcome)
    {
        happen({group, topicOf(question).id,
                LookupDone{question, outcome,
                           outcome == LookupOutcome::Down ? SystemProblem::TimedOut
                                                          : SystemProblem::None}});
    }
    QString reasonOf(const MessageId &question) const
    {
        const auto reasons = verdictOf(question).reasons;
        const auto part = std::ranges::find(reasons, Reason::Lookup, &ReasonPart::reason);
        return part == reasons.end() ? QString() : part->detail;
    }
};

} // namespace

/** An answer that needs to be looked up first. */
class TestAnswerLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksThenAnswers()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        QCOMPARE(rig.verdictOf(question).action, Action::Act);
        QCOMPARE(rig.verdictOf(question).candidates.first().entry, whereIsIt().id);
        QVERIFY(rig.answersTo(question).isEmpty());
        const auto asked = rig.last<LookupAsked>().lookup;
        QCOMPARE(asked.message, question);
        QCOMPARE(asked.asker, rig.wang);
        QCOMPARE(asked.kind, LookupKind::Order);
        // The customer still waits: nothing was said.
        QCOMPARE(rig.topicOf(question).waiting.size(), 1);
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        QCOMPARE(rig.verdictOf(question).action, Action::Answer);
        const auto answers = rig.answersTo(question);
        QCOMPARE(answers.size(), 1);
        QVERIFY2(answers.first()->text.contains(u"订单 90017731：运输中，已到滨江站。"_s),
                 qPrintable(answers.first()->text));
        QCOMPARE(rig.topicOf(question).lookups.first().outcome, LookupOutcome::Found);
    }

    void theNumberTheyGaveIsAskedFor()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang, u"@小禾 订单90017731走到哪一站了"_s);
        QCOMPARE(rig.verdictOf(question).action, Action::Act);
        QCOMPARE(rig.last<LookupAsked>().lookup.order, u"90017731"_s);
        rig.knows(rig.wang, {order(u"90020002"_s, u"待发货"_s), order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        QVERIFY(rig.answersTo(question).first()->text.contains(u"90017731：运输中"_s));
    }

    void nothingFoundFetchesAPerson()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        rig.done(question, LookupOutcome::NotFound);
        QCOMPARE(rig.verdictOf(question).action, Action::Escalate);
        QCOMPARE(rig.reasonOf(question), u"not_found"_s);
        QVERIFY(rig.topicOf(question).escalation.has_value());
    }

    void orSaysWhatTheEntrySaysThen()
    {
        LookupRig rig(whereIsIt(u"现在查不到，稍后再帮您看。"_s));
        const auto question = rig.ask(rig.wang);
        rig.done(question, LookupOutcome::Down);
        QCOMPARE(rig.verdictOf(question).action, Action::Answer);
        QCOMPARE(rig.reasonOf(question), u"down"_s);
        QVERIFY(rig.answersTo(question).first()->text.contains(u"现在查不到"_s));
        QVERIFY(!rig.topicOf(question).escalation.has_value());
    }

    void whileTheSystemIsDownItIsNotAsked()
    {
        LookupRig rig;
        rig.system(ConnectorState::Down);
        const auto question = rig.ask(rig.wang);
        QCOMPARE(rig.verdictOf(question).action, Action::Escalate);
        QCOMPARE(rig.reasonOf(question), u"down"_s);
        QVERIFY(rig.all<LookupAsked>().isEmpty());
    }

    /** As before there were lookups: what is known is used. */
    void withoutASystemWhatIsKnownIsSaid()
    {
        LookupRig rig;
        rig.system(ConnectorState::Replaced);
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        const auto question = rig.ask(rig.wang);
        QCOMPARE(rig.verdictOf(question).action, Action::Answer);
        QVERIFY(rig.all<LookupAsked>().isEmpty());
    }

    /** Whose order it is, is not asked of the group: their own alone are read. */
    void anothersOrderIsNeverTold()
    {
        LookupRig rig(whereIsIt(u"没有查到 {{订单号}} 这一单。"_s));
        rig.knows(rig.haiyan, {order(u"90017731"_s, u"运输中"_s)});
        rig.knows(rig.wang, {order(u"90020002"_s, u"待发货"_s)});
        const auto question = rig.ask(rig.wang, u"@小禾 订单90017731走到哪一站了"_s);
        rig.done(question, LookupOutcome::NotFound);
        for (const auto &queued : rig.all<MessageQueued>()) {
            QVERIFY2(!queued.text.contains(u"运输中"_s), qPrintable(queued.text));
            QVERIFY2(!queued.text.contains(u"90017731"_s), qPrintable(queued.text));
        }
    }

    void notTooOften()
    {
        LookupRig rig(whereIsIt(u"请稍等一会儿再查。"_s));
        rig.setPolicy([](Policy &policy) {
            policy.repeatsAlert = 99;
            policy.weights.repeats = 0;
        });
        for (int at = 0; at < Lookup::perMinute; ++at) {
            const auto question = rig.ask(rig.wang, u"@小禾 订单9001773%1走到哪一站了"_s.arg(at));
            QCOMPARE(rig.verdictOf(question).action, Action::Act);
            rig.knows(rig.wang, {order(u"90017730"_s, u"运输中"_s), order(u"90017731"_s, u"a"_s),
                                 order(u"90017732"_s, u"b"_s), order(u"90017733"_s, u"c"_s)});
            rig.done(question, LookupOutcome::Found);
            rig.pass(2);
        }
        const auto asked = rig.all<LookupAsked>().size();
        const auto question = rig.ask(rig.wang, u"@小禾 订单90017733走到哪一站了"_s);
        QCOMPARE(rig.reasonOf(question), u"too_many"_s);
        QCOMPARE(rig.all<LookupAsked>().size(), asked);
        // Somebody else may.
        QCOMPARE(rig.verdictOf(rig.ask(rig.leo)).action, Action::Act);
        rig.pass(61);
        QCOMPARE(rig.verdictOf(rig.ask(rig.wang, u"@小禾 订单90017730走到哪一站了"_s)).action,
                 Action::Act);
    }

    void aPersonsTopicStaysTheirs()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        rig.claim(rig.lin, rig.topicOf(question).id);
        const auto texts = rig.all<MessageQueued>().size();
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        QCOMPARE(rig.all<MessageQueued>().size(), texts);
    }

    void whatNeverComesIsWaitedForNoLongerThanAnyAnswer()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        rig.pass(rig.state.policy.waitingSeconds + 1);
        QVERIFY(rig.topicOf(question).escalation.has_value());
        // And then it says nothing of it any more.
        const auto texts = rig.all<MessageQueued>().size();
        rig.done(question, LookupOutcome::Found);
        QCOMPARE(rig.all<MessageQueued>().size(), texts);
    }

    void twiceToldIsAnsweredOnce()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        rig.done(question, LookupOutcome::Found);
        QCOMPARE(rig.answersTo(question).size(), 1);
    }

    void inReviewTheAnswerWaits()
    {
        LookupRig rig(whereIsIt(), BotMode::Review);
        const auto question = rig.ask(rig.wang);
        QCOMPARE(rig.verdictOf(question).action, Action::Act);
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        QCOMPARE(rig.verdictOf(question).action, Action::Review);
        QCOMPARE(rig.drafts().size(), 1);
        QVERIFY(rig.answersTo(question).isEmpty());
    }

    /** What came is read from the ledger: the fold alone gives the same state. */
    void theLedgerHasItAll()
    {
        LookupRig rig;
        const auto question = rig.ask(rig.wang);
        rig.knows(rig.wang, {order(u"90017731"_s, u"运输中"_s)});
        rig.done(question, LookupOutcome::Found);
        State again;
        for (const auto &event : rig.log)
            apply(again, event);
        QCOMPARE(encodeState(again), encodeState(rig.state));
        QCOMPARE(again.topics.value(rig.topicOf(question).id).lookups.size(), 1);
    }

    void casesAreLookedUpToo()
    {
        auto entry = whereIsIt();
        entry.act = LookupKind::Ticket;
        entry.answer = u"“{{工单}}”目前{{工单状态}}。"_s;
        LookupRig rig(entry);
        const auto question = rig.ask(rig.wang);
        rig.knows(rig.wang, {});
        const auto customer = rig.state.groups.value(rig.group).members.value(rig.wang).customer;
        rig.record({{}, {}, TicketChanged{{{u"T-1"_s}, customer, u"催办"_s, u"处理中"_s, false, {},
                                           {}}, false}});
        rig.done(question, LookupOutcome::Found);
        QVERIFY2(rig.answersTo(question).value(0), "no answer");
        QVERIFY(rig.answersTo(question).first()->text.contains(u"“催办”目前处理中"_s));
    }

    void entriesAreBounded()
    {
        LookupRig rig;
        auto entry = whereIsIt(QString(Entry::longestFallback + 1, u'字'));
        entry.version = 1;
        REFUSED(rig.run(rig.boss, PutEntry{entry}), InvalidParams);
        entry.fallback = u"请打 13812345678"_s;
        REFUSED(rig.run(rig.boss, PutEntry{entry}), Policy);
        entry.fallback = u"稍后再看。"_s;
        QVERIFY(rig.run(rig.boss, PutEntry{entry}));
        QCOMPARE(rig.state.entries.value(entry.id).fallback, entry.fallback);
        QCOMPARE(rig.state.entries.value(entry.id).act, LookupKind::Order);
    }
};

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestAnswerLookups)
#include "tst_answerlookups.moc"
