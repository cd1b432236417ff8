// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** Feeds events to a state the way a ledger would: gap-free, in order. */
class Feeder
{
public:
    Changes put(const EventData &data, const QString &topic = u"t-1"_s,
                const QString &group = u"wecom/g"_s)
    {
        Changes changes;
        const auto seq = state.positions.value(u"p0"_s) + 1;
        now += 1000;
        apply(state, Event{u"p0"_s, seq, seq - 1, {now}, {group}, {topic}, data}, &changes);
        return changes;
    }

    void ask(const QString &message, const QString &topic, const QString &member = u"wecom/a"_s)
    {
        MessageReceived received;
        received.message = {message};
        received.author = {AuthorKind::Member, member, u"王阿姨"_s};
        received.text = u"退款怎么还没到"_s;
        put(received, {});
        if (!state.topics.contains({topic}))
            put(TopicOpened{u"退款"_s, {member}, u"王阿姨"_s, {message}, {}}, topic);
        TopicLinked linked;
        linked.messages = {{message}};
        put(linked, topic);
    }

    const Topic topic(const QString &id) const { return state.topics.value({id}); }

    State state;
    qint64 now = 1700000000000;
};

quint32 seedOfRun()
{
    const auto given = qEnvironmentVariableIntValue("QUNTAI_SEED");
    const auto seed = given ? quint32(given) : QRandomGenerator::global()->generate();
    qInfo("seed %u (QUNTAI_SEED repeats it)", seed);
    return seed;
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionOpensTopicThatWaits();
    void answerEndsTheWaiting();
    void lateSendsCountFromWhenTheyWent();
    void lanesAreReusedWhenTopicsEnd();
    void leaseFollowsItsFence();
    void handBackKeepsTheSummary();
    void mergedTopicLeavesTheLists();
    void verdictFillsTopicAndMessage();
    void repeatHasNoEffect();
    void windowKeepsTraces();
    void erasedTextIsGone();
    void customersAndTheirTickets();
    void oldEndedTopicsAreForgotten();
    void unknownEventMovesThePosition();
    void randomEventsKeepTheInvariants();
};

void TestApply::questionOpensTopicThatWaits()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    const auto topic = feeder.topic(u"t-1"_s);
    QCOMPARE(topic.state, TopicState::New);
    QVERIFY(topic.waitingSince.isSet());
    QCOMPARE(topic.messageCount, 1);
    QCOMPARE(topic.version, 1);
    QCOMPARE(topic.askers, QList<MemberId>{{u"wecom/a"_s}});
    QCOMPARE(findMessage(feeder.state, {u"wecom/g"_s}, {u"m-1"_s})->topic, TopicId{u"t-1"_s});
}

void TestApply::answerEndsTheWaiting()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    MessageQueued answer;
    answer.message = {u"m-2"_s};
    answer.author = {AuthorKind::Bot, {}, u"小禾"_s};
    auto holding = answer;
    holding.message = {u"m-0"_s};
    feeder.put(holding);
    QVERIFY(feeder.topic(u"t-1"_s).waitingSince.isSet());

    answer.answers = {u"m-1"_s};
    const auto changes = feeder.put(answer);
    QVERIFY(!feeder.topic(u"t-1"_s).waitingSince.isSet());
    QCOMPARE(changes.added.size(), 1);
    QCOMPARE(changes.added.first()->delivery, Delivery::Queued);

    const auto sent = feeder.put(MessageSent{{u"m-2"_s}, u"p-9"_s});
    QCOMPARE(sent.changed.value({u"m-2"_s})->delivery, Delivery::Sent);
    QCOMPARE(sent.changed.value({u"m-2"_s})->platformId, u"p-9"_s);
}

/** A platform that was away sends late: the budget counts from then. */
void TestApply::lateSendsCountFromWhenTheyWent()
{
    Feeder feeder;
    MessageQueued text;
    text.author = {AuthorKind::Bot, {}, u"小禾"_s};
    const Instant due{feeder.now + 3000}; // the third put from here
    text.notBefore = due;
    for (const auto &id : {u"m-1"_s, u"m-2"_s}) {
        text.message = {id};
        feeder.put(text);
    }
    const auto &sends = feeder.state.groups[{u"wecom/g"_s}].sends;
    QCOMPARE(sends, (QList<Instant>{due, due}));
    feeder.put(MessageSent{{u"m-2"_s}, u"p-2"_s});
    QCOMPARE(sends, (QList<Instant>{due, due}));
    feeder.now += 40'000;
    feeder.put(MessageSent{{u"m-1"_s}, u"p-1"_s});
    QCOMPARE(sends, (QList<Instant>{due, {feeder.now}}));
}

void TestApply::lanesAreReusedWhenTopicsEnd()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    feeder.ask(u"m-2"_s, u"t-2"_s, u"wecom/b"_s);
    QCOMPARE(feeder.topic(u"t-2"_s).lane, 1);
    feeder.put(TopicStateChanged{TopicState::Resolved, u"done"_s, {}, {}}, u"t-1"_s);
    feeder.ask(u"m-3"_s, u"t-3"_s, u"wecom/c"_s);
    QCOMPARE(feeder.topic(u"t-3"_s).lane, 0);
    QCOMPARE(openTopics(feeder.state, {u"wecom/g"_s}).size(), 2);

    feeder.put(TopicStateChanged{TopicState::Bot, u"reopened"_s, {}, {}}, u"t-1"_s);
    QCOMPARE(feeder.topic(u"t-1"_s).lane, 2);
    QCOMPARE(openTopics(feeder.state, {u"wecom/g"_s}).size(), 3);
}

void TestApply::leaseFollowsItsFence()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    feeder.put(LeaseGranted{{u"u-lin"_s}, u"林悦"_s, 7, {feeder.now + 60000}, {feeder.now}});
    QCOMPARE(feeder.topic(u"t-1"_s).state, TopicState::Leased);
    QCOMPARE(deskListOf(feeder.topic(u"t-1"_s), {u"u-lin"_s}), DeskList::Mine);
    QVERIFY(!deskListOf(feeder.topic(u"t-1"_s), {u"u-zhou"_s}));

    feeder.put(LeaseRenewed{6, {1}, {1}});
    QVERIFY(feeder.topic(u"t-1"_s).lease->until.ms > 1);
    feeder.put(LeaseEnded{6, {u"u-lin"_s}, LeaseEnd::Released, {}});
    QVERIFY(feeder.topic(u"t-1"_s).lease.has_value());
    feeder.put(LeaseEnded{7, {u"u-lin"_s}, LeaseEnd::Released, {}});
    QCOMPARE(feeder.topic(u"t-1"_s).state, TopicState::Escalated);
    QCOMPARE(feeder.topic(u"t-1"_s).fence, 7);
}

void TestApply::handBackKeepsTheSummary()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    feeder.put(LeaseGranted{{u"u-lin"_s}, u"林悦"_s, 1, {feeder.now}, {feeder.now}});
    feeder.put(LeaseEnded{1, {u"u-lin"_s}, LeaseEnd::HandedBack, u"已催办，18 点前答复"_s});
    QCOMPARE(feeder.topic(u"t-1"_s).handover, u"已催办，18 点前答复"_s);
    QCOMPARE(feeder.topic(u"t-1"_s).state, TopicState::Bot);
}

void TestApply::mergedTopicLeavesTheLists()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    feeder.ask(u"m-2"_s, u"t-2"_s, u"wecom/b"_s);
    feeder.put(TopicLinked{{{u"m-2"_s}}, LinkRule::Human, 1000, {}, 0, {}}, u"t-1"_s);
    const auto changes = feeder.put(
        TopicStateChanged{TopicState::Merged, {}, {u"u-lin"_s}, {u"t-1"_s}}, u"t-2"_s);
    QCOMPARE(changes.merged.size(), 1);
    QCOMPARE(feeder.topic(u"t-1"_s).messageCount, 2);
    QCOMPARE(feeder.topic(u"t-2"_s).messageCount, 0);
    QVERIFY(!deskListOf(feeder.topic(u"t-2"_s), {u"u-lin"_s}));
}

void TestApply::verdictFillsTopicAndMessage()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    Verdict verdict;
    verdict.action = Action::Answer;
    verdict.emotion = 72;
    verdict.emotionTrend = 12;
    verdict.confidence = 640;
    verdict.candidates = {{{u"k-1"_s}, 3, u"退款多久到账"_s, 640, {}}};
    verdict.reasons = {{Reason::Emotion, 300, {}}};
    feeder.put(VerdictReached{{u"m-1"_s}, verdict});
    const auto topic = feeder.topic(u"t-1"_s);
    QCOMPARE(topic.emotion, 72);
    QCOMPARE(topic.intentTitle, u"退款多久到账"_s);
    QCOMPARE(deskListOf(topic, {}), DeskList::NeedsLook);
    QVERIFY(findMessage(feeder.state, {u"wecom/g"_s}, {u"m-1"_s})->verdict == verdict);
}

void TestApply::repeatHasNoEffect()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    Changes changes;
    apply(feeder.state,
          Event{u"p0"_s, 2, 1, {feeder.now}, {u"wecom/g"_s}, {u"t-9"_s}, TopicOpened{}}, &changes);
    QVERIFY(changes.isEmpty());
    QVERIFY(!feeder.state.topics.contains({u"t-9"_s}));
}

void TestApply::windowKeepsTraces()
{
    Feeder feeder;
    for (int i = 0; i < 600; ++i)
        feeder.ask(u"m-%1"_s.arg(i), u"t-1"_s);
    const auto &group = feeder.state.groups[{u"wecom/g"_s}];
    QCOMPARE(group.recent.size(), GroupState::recentLimit);
    QCOMPARE(group.traces.size(), GroupState::traceLimit);
    QCOMPARE(group.recent.last()->id.value, u"m-599"_s);
    QCOMPARE(group.traces.last().topic.value, u"t-1"_s);
    QCOMPARE(feeder.topic(u"t-1"_s).messageCount, 600);
}

void TestApply::erasedTextIsGone()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    const auto changes = feeder.put(DataErased{u"wecom/a"_s, {1}, {}}, {});
    QVERIFY(!findMessage(feeder.state, {u"wecom/g"_s}, {u"m-1"_s}));
    const auto shown = changes.changed.value({u"m-1"_s});
    QVERIFY(shown && shown->text.isEmpty());
    QVERIFY(shown->author.name.isEmpty());
}

void TestApply::customersAndTheirTickets()
{
    Feeder feeder;
    Customer haiyan;
    haiyan.id = {u"c-1"_s};
    haiyan.fetchedAt = {1000};
    const auto ticket = [&](const QString &id, qint64 updated, bool closed) {
        return Ticket{{id}, haiyan.id, {}, {}, closed, {}, {updated}};
    };
    // Who is not known is not made known by being asked about.
    QVERIFY(feeder.put(CustomerChecked{haiyan.id, {2000}, {}, {}}, {}, {}).isEmpty());
    feeder.put(CustomerChanged{haiyan}, {}, {});
    const auto checked = feeder.put(
        CustomerChecked{haiyan.id, {}, SystemProblem::TooLarge, {}}, {}, {});
    QCOMPARE(checked.customers, (QSet<CustomerId>{haiyan.id}));
    QCOMPARE(feeder.state.customers.value(haiyan.id).problem, SystemProblem::TooLarge);
    QCOMPARE(feeder.state.customers.value(haiyan.id).fetchedAt.ms, 1000);
    feeder.put(CustomerChecked{haiyan.id, {3000}, {}, {}}, {}, {});
    QCOMPARE(feeder.state.customers.value(haiyan.id).problem, SystemProblem::None);
    QCOMPARE(feeder.state.customers.value(haiyan.id).fetchedAt.ms, 3000);

    for (const auto &one : {ticket(u"a"_s, 9, true), ticket(u"b"_s, 3, false), ticket(u"c"_s, 5, false)}) {
        const auto changes = feeder.put(TicketChanged{one, false}, {}, {});
        QCOMPARE(changes.customers, (QSet<CustomerId>{haiyan.id}));
    }
    feeder.put(TicketChanged{Ticket{{u"z"_s}, {u"c-2"_s}, {}, {}, false, {}, {}}, false}, {}, {});
    QStringList order;
    for (const auto &one : ticketsOf(feeder.state, haiyan.id))
        order.append(one.id.value);
    QCOMPARE(order, (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    feeder.put(TicketChanged{ticket(u"c"_s, 5, false), true}, {}, {});
    QCOMPARE(ticketsOf(feeder.state, haiyan.id).size(), 2);
    feeder.put(DataErased{u"c-1"_s, {}, {}}, {}, {});
    QVERIFY(ticketsOf(feeder.state, haiyan.id).isEmpty());
    QCOMPARE(feeder.state.tickets.size(), 1);
}

void TestApply::oldEndedTopicsAreForgotten()
{
    Feeder feeder;
    feeder.ask(u"m-1"_s, u"t-1"_s);
    feeder.put(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, u"t-1"_s);
    feeder.now += 73LL * 3600 * 1000;
    feeder.ask(u"m-2"_s, u"t-2"_s);
    feeder.put(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, u"t-2"_s);
    QVERIFY(!feeder.state.topics.contains({u"t-1"_s}));
    QVERIFY(feeder.state.topics.contains({u"t-2"_s}));
}

void TestApply::unknownEventMovesThePosition()
{
    Feeder feeder;
    const auto changes = feeder.put(UnknownEvent{u"weather.changed"_s, "{}"});
    QVERIFY(changes.isEmpty());
    QCOMPARE(feeder.state.positions.value(u"p0"_s), 1);
}

void TestApply::randomEventsKeepTheInvariants()
{
    QRandomGenerator random(seedOfRun());
    Feeder feeder;
    qint64 fence = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto topic = u"t-%1"_s.arg(random.bounded(12));
        switch (random.bounded(8)) {
        case 0:
        case 1:
        case 2:
            feeder.ask(u"m-%1"_s.arg(i), topic, u"wecom/%1"_s.arg(random.bounded(20)));
            break;
        case 3:
            feeder.put(LeaseGranted{{u"u"_s}, u"U"_s, ++fence, {feeder.now}, {feeder.now}}, topic);
            break;
        case 4:
            feeder.put(LeaseEnded{fence - random.bounded(2), {u"u"_s}, LeaseEnd::Released, {}},
                       topic);
            break;
        case 5:
            feeder.put(TopicStateChanged{TopicState(random.bounded(10)), {}, {}, {u"t-0"_s}}, topic);
            break;
        case 6:
            feeder.put(EscalationRaised{{}, 700, 600, {feeder.now}}, topic);
            break;
        case 7:
            feeder.put(MessageRecalled{{u"m-%1"_s.arg(random.bounded(i + 1))}, {}}, topic);
            break;
        }
        QSet<int> lanes;
        const auto &group = feeder.state.groups[{u"wecom/g"_s}];
        for (const auto &id : group.open) {
            const auto open = feeder.state.topics.value(id);
            QVERIFY(!hasEnded(open));
            QVERIFY2(!lanes.contains(open.lane), "two open topics share a lane");
            lanes.insert(open.lane);
            QCOMPARE(open.lease.has_value(), open.state == TopicState::Leased);
        }
        for (const auto &id : group.ended)
            QVERIFY(hasEnded(feeder.state.topics.value(id)));
    }
}

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
