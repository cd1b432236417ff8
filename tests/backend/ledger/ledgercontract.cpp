// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/ledger/ledgercontract.h"

#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/models/common/story.h"

#include <QTest>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

const QString p0 = u"p0"_s;
const QString c0 = u"c0"_s;
constexpr qint64 much = 1 << 20;

} // namespace

void LedgerContract::init()
{
    m_ledger.reset();
    clear();
    m_ledger = open();
    QVERIFY(m_ledger);
}

void LedgerContract::cleanup()
{
    m_ledger.reset();
}

void LedgerContract::reopen()
{
    m_ledger.reset();
    m_ledger = open();
    QVERIFY(m_ledger);
}

void LedgerContract::startsEmpty()
{
    QVERIFY(!m_ledger->epoch().isEmpty());
    QCOMPARE(m_ledger->head(p0).value(), 0);
    QVERIFY(m_ledger->read(p0, 0, 10, much).value().isEmpty());
    QCOMPARE(encodeState(m_ledger->load().value()), encodeState(State{}));
    QVERIFY(m_ledger->openSends().value().isEmpty());
    QVERIFY(m_ledger->cursor(u"onebot"_s).value().isEmpty());
    QVERIFY(!m_ledger->command({u"c"_s}).value());
    QVERIFY(m_ledger->append({}));
}

void LedgerContract::keepsEventsInOrder()
{
    Story story(seed(), 3);
    const auto events = story.next(200);
    QHash<QString, QList<Event>> expected;
    for (const Event &event : events) {
        QVERIFY(m_ledger->append({{event}, {}, {}, {}, {}}));
        expected[event.stream] << event;
    }
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const auto stored = m_ledger->read(it.key(), 0, 1000, much).value();
        QCOMPARE(stored.size(), it->size());
        QCOMPARE(m_ledger->head(it.key()).value(), it->size());
        for (qsizetype i = 0; i < stored.size(); ++i) {
            const Event &event = it->at(i);
            QCOMPARE(stored[i].seq, event.seq);
            QCOMPARE(stored[i].at, event.at);
            QCOMPARE(stored[i].group, event.group);
            QCOMPARE(stored[i].topic, event.topic);
            QCOMPARE(stored[i].type, typeName(event.data));
            QCOMPARE(stored[i].data, encodeEventData(event.data));
            QCOMPARE(stored[i].version, 1);
        }
    }
}

void LedgerContract::readIsBounded()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 50, 1000)));
    QCOMPARE(m_ledger->read(p0, 0, 7, much).value().size(), 7);
    QCOMPARE(m_ledger->read(p0, 45, 100, much).value().size(), 5);
    QCOMPARE(m_ledger->read(p0, 50, 100, much).value().size(), 0);
    QCOMPARE(m_ledger->read(p0, 10, 100, 1).value().size(), 1);
    const auto some = m_ledger->read(p0, 10, 100, 10000).value();
    qint64 bytes = 0;
    for (const auto &event : some)
        bytes += event.data.size();
    QVERIFY(bytes <= 10000);
    QCOMPARE(some.size(), 3);
    QCOMPARE(some.first().seq, 11);
}

void LedgerContract::streamsAreIndependent()
{
    Batch both = messages(p0, 0, 3);
    both.events << messages(c0, 0, 2).events;
    QVERIFY(m_ledger->append(both));
    QVERIFY(m_ledger->append(messages(p0, 3, 1)));
    QCOMPARE(m_ledger->head(p0).value(), 4);
    QCOMPARE(m_ledger->head(c0).value(), 2);
    QCOMPARE(m_ledger->read(c0, 0, 10, much).value().size(), 2);
}

void LedgerContract::refusesGapsAndRepeats()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    for (const qint64 after : {0, 2, 4, 100}) {
        const auto result = m_ledger->append(messages(p0, after, 1));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_ledger->head(p0).value(), 3);
    }
    QVERIFY(m_ledger->append(messages(p0, 3, 1)));
}

void LedgerContract::timeNeverRunsBackwards()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    auto late = messages(p0, 3, 1);
    late.events[0].at.ms -= 5000;
    QVERIFY(!m_ledger->append(late));
    late.events[0].at = messageEvent(p0, 3, {}).at;  // the same time is none
    QVERIFY(m_ledger->append(late));
}

void LedgerContract::takesAMessageInOnce()
{
    const InboundMark mark{u"onebot/p0"_s, u"2"_s};
    QVERIFY(!m_ledger->wasTakenIn(mark).value());
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    QVERIFY(m_ledger->wasTakenIn(mark).value());
    QVERIFY(!m_ledger->wasTakenIn({u"wecom"_s, u"2"_s}).value());
    auto again = messages(p0, 3, 1);
    again.inbound = {mark};
    const auto result = m_ledger->append(again);
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QVERIFY(result.error().message.contains(u"onebot/p0/2"_s));
    QCOMPARE(m_ledger->head(p0).value(), 3);
}

void LedgerContract::batchIsAllOrNothing()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    auto batch = messages(p0, 3, 4);
    batch.inbound.last() = {u"onebot/p0"_s, u"1"_s};
    batch.sends << SendMark{{u"m"_s}, {u"g"_s}, SendState::Queued};
    QVERIFY(!m_ledger->append(batch));
    QCOMPARE(m_ledger->head(p0).value(), 3);
    QCOMPARE(m_ledger->cursor(u"onebot"_s).value(), u"3"_s);
    QVERIFY(!m_ledger->wasTakenIn({u"onebot/p0"_s, u"4"_s}).value());
    QVERIFY(m_ledger->openSends().value().isEmpty());
    QVERIFY(m_ledger->append(messages(p0, 3, 4)));
}

void LedgerContract::remembersCursors()
{
    Batch batch;
    batch.cursors = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"a"_s, u"3"_s}};
    QVERIFY(m_ledger->append(batch));
    QCOMPARE(m_ledger->cursor(u"a"_s).value(), u"3"_s);
    QCOMPARE(m_ledger->cursor(u"b"_s).value(), u"2"_s);
}

void LedgerContract::remembersCommands()
{
    Batch batch;
    const CommandRecord command{{u"c-1"_s}, {u"u-1"_s}, QByteArray(32, 'h'), 7, {1000}};
    batch.commands = {command};
    QVERIFY(m_ledger->append(batch));
    const auto found = m_ledger->command({u"c-1"_s}).value();
    QVERIFY(found);
    QCOMPARE(found->user, command.user);
    QCOMPARE(found->bodyHash, command.bodyHash);
    QCOMPARE(found->seq, command.seq);
    QCOMPARE(found->at, command.at);
    QCOMPARE(m_ledger->append(batch).error().kind, ErrorKind::Conflict);
}

void LedgerContract::forgetsOldCommands()
{
    const Instant start{1'764'000'000'000};
    const auto record = [&](const QString &id, qint64 days) {
        Batch batch;
        batch.commands = {{{id}, {u"u"_s}, "h", 1, start.plusSeconds(days * 24 * 3600)}};
        QVERIFY(m_ledger->append(batch));
    };
    record(u"old"_s, 0);
    record(u"kept"_s, 10);
    record(u"now"_s, 31);
    QVERIFY(!m_ledger->command({u"old"_s}).value());
    QVERIFY(m_ledger->command({u"kept"_s}).value());
    QVERIFY(m_ledger->command({u"now"_s}).value());
}

void LedgerContract::keepsOpenSendsInOrder()
{
    const auto mark = [](const QString &id, SendState state) {
        return SendMark{{id}, {u"g-"_s + id}, state};
    };
    Batch batch;
    for (const QString &id : {u"3"_s, u"1"_s, u"2"_s})
        batch.sends << mark(id, SendState::Queued);
    batch.sends << mark(u"3"_s, SendState::Sending);
    QVERIFY(m_ledger->append(batch));
    QVERIFY(m_ledger->append({{}, {}, {}, {}, {mark(u"1"_s, SendState::Done)}}));
    QVERIFY(m_ledger->append({{}, {}, {}, {}, {mark(u"none"_s, SendState::Done)}}));
    const auto open = m_ledger->openSends().value();
    QCOMPARE(open.size(), 2);
    QCOMPARE(open[0].message.value, u"3"_s);
    QCOMPARE(open[0].state, SendState::Sending);
    QCOMPARE(open[1].message.value, u"2"_s);
    QCOMPARE(open[1].group.value, u"g-2"_s);
    QCOMPARE(open[1].state, SendState::Queued);
}

void LedgerContract::survivesReopening()
{
    auto batch = messages(p0, 0, 5);
    batch.sends << SendMark{{u"m"_s}, {u"g"_s}, SendState::Sending};
    batch.commands << CommandRecord{{u"c"_s}, {u"u"_s}, "h", 5, {1}};
    QVERIFY(m_ledger->append(batch));
    const QString epoch = m_ledger->epoch();
    const auto before = m_ledger->read(p0, 0, 10, much).value();
    reopen();
    QCOMPARE(m_ledger->epoch(), epoch);
    const auto after = m_ledger->read(p0, 0, 10, much).value();
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after.last().data, before.last().data);
    QCOMPARE(m_ledger->cursor(u"onebot"_s).value(), u"5"_s);
    QCOMPARE(m_ledger->openSends().value().size(), 1);
    QVERIFY(m_ledger->command({u"c"_s}).value());
    QVERIFY(m_ledger->append(messages(p0, 5, 1)));
}

void LedgerContract::keepsUnknownEvents()
{
    Event event = messageEvent(p0, 1, {});
    event.data = UnknownEvent{u"future.thing"_s, R"({"a":[1,"退"]})"};
    QVERIFY(m_ledger->append({{event}, {}, {}, {}, {}}));
    const auto stored = m_ledger->read(p0, 0, 1, much).value();
    QCOMPARE(stored.first().type, u"future.thing"_s);
    QCOMPARE(stored.first().data, QByteArray(R"({"a":[1,"退"]})"));
    QCOMPARE(m_ledger->load()->positions.value(p0), 1);
}

void LedgerContract::loadIsTheFold()
{
    Story story(seed(), 4);
    const auto events = story.next(400);
    for (qsizetype i = 0; i < events.size(); i += 16)
        QVERIFY(m_ledger->append({events.mid(i, 16), {}, {}, {}, {}}));
    QCOMPARE(encodeState(m_ledger->load().value()), foldOf(events));
    reopen();
    QCOMPARE(encodeState(m_ledger->load().value()), foldOf(events));
}

void LedgerContract::loadFromASnapshotIsTheFold()
{
    Story story(seed(), 4);
    QList<Event> events;
    State state;
    for (int round = 0; round < 6; ++round) {
        const auto more = story.next(60);
        QVERIFY(m_ledger->append({more, {}, {}, {}, {}}));
        for (const Event &event : more)
            apply(state, event);
        events += more;
        if (round % 2 == 0)
            QVERIFY(m_ledger->keepSnapshot(state));
        reopen();
        QCOMPARE(encodeState(m_ledger->load().value()), foldOf(events));
    }
}

void LedgerContract::refusesSnapshotOfNoMoment()
{
    Batch both = messages(p0, 0, 3);
    both.events << messages(c0, 0, 2).events;
    QVERIFY(m_ledger->append(both));
    State state;
    state.positions = {{p0, 2}, {c0, 2}};  // c0 came after all of p0
    QVERIFY(!m_ledger->keepSnapshot(state));
    state.positions = {{p0, 4}, {c0, 2}};
    QVERIFY(!m_ledger->keepSnapshot(state));
    state.positions = {{c0, 2}};
    QVERIFY(!m_ledger->keepSnapshot(state));
    QVERIFY(m_ledger->keepSnapshot(m_ledger->load().value()));
}

void LedgerContract::erasesPayloads()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 10)));
    QVERIFY(m_ledger->keepSnapshot(m_ledger->load().value()));
    QVERIFY(m_ledger->erase(p0, {3, 7}));
    const auto stored = m_ledger->read(p0, 0, 100, much).value();
    QCOMPARE(stored.size(), 10);
    for (const auto &event : stored)
        QCOMPARE(event.data.isEmpty(), event.seq == 3 || event.seq == 7);
    QVERIFY(!stored[2].type.isEmpty());
    reopen();
    QByteArray state = encodeState(m_ledger->load().value());
    QVERIFY(!state.contains("\"m-3\""));
    QVERIFY(state.contains("\"m-4\""));
    QVERIFY(m_ledger->erase(p0, {3}));  // again: no change
    QVERIFY(m_ledger->append(messages(p0, 10, 1)));
}

void LedgerContract::erasingWhatIsNotThereChangesNothing()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    QCOMPARE(m_ledger->erase(p0, {2, 9}).error().kind, ErrorKind::NotFound);
    QVERIFY(!m_ledger->read(p0, 1, 1, much)->first().data.isEmpty());
}

void LedgerContract::signsHeads()
{
    QVERIFY(m_ledger->append(messages(p0, 0, 3)));
    const auto first = m_ledger->signedHead(p0).value();
    QCOMPARE(first.size(), 96);
    QCOMPARE(m_ledger->signedHead(p0).value(), first);
    QVERIFY(m_ledger->append(messages(p0, 3, 1)));
    QVERIFY(m_ledger->signedHead(p0).value().first(32) != first.first(32));
    QVERIFY(m_ledger->signedHead(c0).value() != first);
}

} // namespace quntai::tests
