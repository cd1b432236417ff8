// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/models/protocol/randomvalue.h"

#include <QElapsedTimer>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QString stream = u"p0"_s;

/** Random events in turn, folded: a state with every kind of thing in it. */
State randomState(RandomValues &random, int groups, int messages)
{
    State state;
    qint64 seq = 0;
    for (int g = 0; g < groups; ++g) {
        const GroupId id{u"w/g%1"_s.arg(g)};
        auto &group = state.groups[id];
        group.info = random.make<Group>();
        group.info.id = id;
        group.lastAt = random.make<Instant>();
        group.stream = stream;
        group.traces = random.make<QList<MessageTrace>>();
        for (int m = 0; m < messages; ++m) {
            auto message = random.make<Message>();
            message.group = id;
            message.seq = ++seq;
            group.recent.append(std::make_shared<const Message>(message));
            auto member = random.make<Member>();
            member.id = {u"w/u%1"_s.arg(m)};
            group.members.insert(member.id, member);
        }
        for (int t = 0; t < 3; ++t) {
            auto topic = random.make<Topic>();
            topic.id = {u"t-%1-%2"_s.arg(g).arg(t)};
            topic.group = id;
            state.topics.insert(topic.id, topic);
            (hasEnded(topic) ? group.ended : group.open).append(topic.id);
            auto draft = random.make<Draft>();
            draft.topic = topic.id;
            state.drafts.insert(draft.id, draft);
        }
    }
    for (int i = 0; i < 20; ++i) {
        auto entry = random.make<Entry>();
        state.entries.insert(entry.id, entry);
        const auto entryDraft = random.make<EntryDraft>();
        state.entryDrafts.insert(entryDraft.entry.id, entryDraft);
        const auto correction = random.make<Correction>();
        state.corrections.insert(correction.entry, correction);
        auto customer = random.make<Customer>();
        state.customers.insert(customer.id, customer);
        auto ticket = random.make<Ticket>();
        state.tickets.insert(ticket.id, ticket);
        auto user = random.make<User>();
        state.users.insert(user.id, user);
        auto presence = random.make<Presence>();
        state.presence.insert(presence.user, presence);
        auto connector = random.make<Connector>();
        state.connectors.insert(connector.id, connector);
    }
    state.policy = random.make<Policy>();
    state.positions = {{stream, seq}, {u"c0"_s, 17}};
    state.times = {{stream, {1763805601204}}, {u"c0"_s, {1763805601205}}};
    return state;
}

Result<> moveSnapshot(const State &state, const QString &name, const SnapshotFilter &filter,
                      qsizetype maxBytes, State &into)
{
    SnapshotCollector collector;
    for (const auto &json : encodeSnapshotParts(state, name, u"e1"_s, filter, maxBytes)) {
        if (json.size() > maxBytes)
            return failure(ErrorKind::TooLarge, u"part too large"_s);
        simdjson::dom::parser parser;
        auto part = parseStrict(parser, json).and_then(decodeValue<SnapshotPart>);
        if (!part)
            return std::unexpected(part.error());
        if (const auto added = collector.add(std::move(*part)); !added)
            return added;
    }
    if (!collector.isComplete())
        return failure(ErrorKind::Internal, u"not complete"_s);
    collector.moveInto(into);
    return {};
}

Result<State> viaSnapshot(const State &state, const SnapshotFilter &filter, qsizetype maxBytes)
{
    State built;
    for (const auto &name : {stream, u"c0"_s}) {
        if (const auto moved = moveSnapshot(state, name, filter, maxBytes, built); !moved)
            return std::unexpected(moved.error());
    }
    return built;
}

} // namespace

class TestStateCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesWhole();
    void emptySurvives();
    void snapshotBringsTheSameState();
    void snapshotLeavesOutWhatMayNotBeSeen();
    void snapshotReplacesItsStreamAlone();
    void collectorRefusesWrongParts();
    void bigStateIsQuick();
};

void TestStateCodec::survivesWhole()
{
    RandomValues random(testSeed());
    for (int round = 0; round < 20; ++round) {
        const auto state = randomState(random, 5, 20);
        const auto json = encodeState(state);
        const auto back = decodeState(json);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(encodeState(*back), json);
        QCOMPARE(back->positions, state.positions);
        QCOMPARE(back->topics, state.topics);
        QCOMPARE(back->groups.size(), state.groups.size());
        for (auto it = state.groups.cbegin(); it != state.groups.cend(); ++it) {
            const auto &other = back->groups[it.key()];
            QCOMPARE(other.open, it->open);
            QCOMPARE(other.traces, it->traces);
            QCOMPARE(other.members, it->members);
            for (int i = 0; i < it->recent.size(); ++i)
                QCOMPARE(*other.recent[i], *it->recent[i]);
        }
        QCOMPARE(back->entries, state.entries);
        QCOMPARE(back->entryDrafts, state.entryDrafts);
        QCOMPARE(back->corrections, state.corrections);
        QCOMPARE(back->policy, state.policy);
    }
}

void TestStateCodec::emptySurvives()
{
    const auto back = decodeState(encodeState({}));
    QVERIFY(back);
    QCOMPARE(encodeState(*back), encodeState({}));
}

void TestStateCodec::snapshotBringsTheSameState()
{
    RandomValues random(testSeed());
    for (const qsizetype maxBytes : {16 * 1024, 64 * 1024, 256 * 1024}) {
        auto state = randomState(random, 5, 20);
        const auto built = viaSnapshot(state, {}, maxBytes);
        QVERIFY2(built, built ? "" : qPrintable(built.error().message));
        for (auto &group : state.groups)
            group.traces.clear();  // the backend's own
        QCOMPARE(encodeState(*built), encodeState(state));
    }
}

void TestStateCodec::snapshotLeavesOutWhatMayNotBeSeen()
{
    RandomValues random(testSeed());
    const auto state = randomState(random, 6, 10);
    const GroupId mine{u"w/g2"_s};
    SnapshotFilter filter;
    filter.group = [&](const GroupId &id) { return id == mine; };
    filter.message = [](const Message &message) { return !message.internal; };
    const auto built = viaSnapshot(state, filter, 256 * 1024);
    QVERIFY(built);
    QCOMPARE(built->groups.keys(), QList{mine});
    for (const auto &message : built->groups[mine].recent)
        QVERIFY(!message->internal);
    QCOMPARE(built->topics.size(), 3);
    for (const auto &draft : built->drafts)
        QCOMPARE(built->topics[draft.topic].group, mine);
}

/** A cluster has a stream per partition: the snapshot of one takes nothing from another. */
void TestStateCodec::snapshotReplacesItsStreamAlone()
{
    RandomValues random(testSeed());
    auto state = randomState(random, 6, 5);
    state.connectors.clear();
    for (const auto &id : {u"w"_s, u"x"_s})
        state.connectors[id].id = id;
    const QString other = u"p1"_s;
    for (int g = 0; g < 6; ++g) {
        auto &group = state.groups[{u"w/g%1"_s.arg(g)}];
        group.info.channel = g < 3 ? u"w"_s : u"x"_s;
        group.stream = g < 3 ? stream : other;
        group.traces.clear();
    }
    state.positions[other] = 5;
    state.times[other] = {1763805601206};
    // Since then one group of each stream has gone; what is built knows both still.
    auto later = state;
    for (const auto &gone : {u"w/g0"_s, u"w/g3"_s}) {
        for (const auto &topic : later.groups[{gone}].open + later.groups[{gone}].ended)
            later.topics.remove(topic);
        later.groups.remove({gone});
    }
    later.drafts.removeIf([&](const auto &draft) { return !later.topics.contains(draft->topic); });

    auto built = state;
    QVERIFY(moveSnapshot(later, stream, {}, 64 * 1024, built));
    QVERIFY(!built.groups.contains({u"w/g0"_s}));
    QVERIFY(built.groups.contains({u"w/g3"_s}));
    QCOMPARE(built.groups.size(), 5);
    QCOMPARE(built.topics.size(), 15);
    QCOMPARE(built.connectors.keys(), (QStringList{u"w"_s, u"x"_s}));
    QVERIFY(moveSnapshot(later, other, {}, 64 * 1024, built));
    QCOMPARE(encodeState(built), encodeState(later));
}

void TestStateCodec::collectorRefusesWrongParts()
{
    SnapshotPart first;
    first.stream = stream;
    first.part = 1;
    first.of = 2;
    first.count = 1;
    auto second = first;
    second.part = 2;
    SnapshotCollector collector;
    QVERIFY(!collector.add(second));
    QVERIFY(collector.add(first));
    QVERIFY(!collector.isComplete());
    auto other = second;
    other.seq = 5;
    QVERIFY(!collector.add(other));
    QVERIFY2(!collector.add(second), "one item is missing");
    second.policy.append(Policy{});
    QVERIFY(collector.add(first));
    QVERIFY(collector.add(second));
    QVERIFY(collector.isComplete());
}

void TestStateCodec::bigStateIsQuick()
{
    RandomValues random(1);
    const auto state = randomState(random, 200, 50);
    QElapsedTimer timer;
    timer.start();
    const auto json = encodeState(state);
    const auto encoded = timer.restart();
    QVERIFY(decodeState(json));
    qInfo("200 groups, 10,000 messages: %lld bytes, written in %lld ms, read in %lld ms",
          qlonglong(json.size()), qlonglong(encoded), qlonglong(timer.elapsed()));
}

QTEST_GUILESS_MAIN(TestStateCodec)
#include "tst_statecodec.moc"
