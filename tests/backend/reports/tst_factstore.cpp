// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/ledger/sqliteledgerreader.h"
#include "app/backend/reports/reports.h"
#include "tests/backend/reports/chronicle.h"
#include "tests/models/common/seed.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** Things that happen in an order nobody planned, also such as never do. */
void happen(Chronicle &chronicle, std::mt19937 &random, int count)
{
    const auto pick = [&](int most) { return int(random() % unsigned(most)); };
    const auto topic = [&] { return u"t%1"_s.arg(pick(24)); };
    const auto member = [&] { return u"w/%1"_s.arg(pick(5)); };
    QList<MessageId> messages{{u"m-unknown"_s}};
    qint64 now = 0;
    for (int i = 0; i < count; ++i) {
        now += 1 + pick(3600);  // an answer is queued a second before it is sent
        const auto id = topic();
        const auto message = messages.at(pick(int(messages.size())));
        switch (pick(16)) {
        case 0:
        case 1: messages.append(chronicle.ask(now, id, member(), pick(1000))); break;
        case 2: messages.append(chronicle.askOn(now, id, member())); break;
        case 3: messages.append(chronicle.bot(now, id)); break;
        case 4: messages.append(chronicle.human(now, id)); break;
        case 5: chronicle.peer(now, id, member()); break;
        case 6: chronicle.phone(now, id); break;
        case 7: chronicle.state(now, id, TopicState(pick(10)), topic()); break;
        case 8: chronicle.escalate(now, id, Reason(pick(12))); break;
        case 9: chronicle.correct(now, message, u"k-%1"_s.arg(pick(9))); break;
        case 10:
            chronicle.setTime(now);
            chronicle.add(TopicLinked{{message}, LinkRule::Human, 1000, {}, 0, {}}, id);
            break;
        case 11:
            chronicle.setTime(now);
            chronicle.add(MessageRecalled{message, {u"u-lin"_s}}, id);
            break;
        case 12:
            messages.append(chronicle.queue(now, id, AuthorKind::Bot, message));
            break;
        case 13:
            chronicle.setTime(now);
            chronicle.add(PresenceChanged{{{u"u-lin"_s}, {}, AgentStatus(pick(3)), {}, false}});
            break;
        case 14:
            chronicle.setTime(now);
            chronicle.add(ConnectorChanged{{u"w"_s, {}, {}, ConnectorState(pick(4)), {}}});
            break;
        default:
            chronicle.setTime(now);
            chronicle.add(LeaseGranted{{u"u-lin"_s}, {}, i, {}, {}}, id);
        }
    }
}

std::unique_ptr<FactStore> storeOn(const QString &folder)
{
    auto reader = SqliteLedgerReader::open(folder);
    if (!reader)
        qFatal("%s", qPrintable(reader.error().message));
    return std::make_unique<FactStore>(std::move(*reader));
}

void verifySame(const FactStore &a, const FactStore &b)
{
    QCOMPARE(a.facts() == b.facts(), true);
    QCOMPARE(a.duty() == b.duty(), true);
    const ReportParams params{Chronicle::at(0), Chronicle::at(30LL * 86400), {}};
    const auto all = [](const GroupId &) { return true; };
    const auto one = ReportMaker(a.facts(), a.duty(), all, params.to).report(params);
    const auto other = ReportMaker(b.facts(), b.duty(), all, params.to).report(params);
    QVERIFY(one && other);
    QCOMPARE(*one == *other, true);
    QVERIFY(one->now.topics > 0);
}

} // namespace

/** Facts that grew with the ledger are those read from it. */
class TestFactStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        SqliteLedgerOptions options;
        options.folder = folder();
        options.synchronous = DatabaseOptions::Synchronous::Normal;
        auto ledger = SqliteLedger::open(options);
        QVERIFY(ledger);
        m_ledger = std::move(*ledger);
    }
    void cleanup()
    {
        m_ledger.reset();
        m_dir.reset();
    }

    void grownEqualsRead_data()
    {
        QTest::addColumn<quint32>("seed");
        const auto first = seed();
        for (quint32 i = 0; i < 6; ++i)
            QTest::addRow("%u", i) << first + i;
    }

    void grownEqualsRead()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        Chronicle chronicle;
        chronicle.world();
        happen(chronicle, random, 700);
        const auto grown = storeOn(folder());
        for (qsizetype at = 0; at < chronicle.events.size();) {
            const auto count = std::min<qsizetype>(1 + random() % 40, chronicle.events.size() - at);
            Batch batch;
            batch.events = chronicle.events.mid(at, count);
            QVERIFY(m_ledger->append(batch));
            at += count;
            // Now and then news are lost, or come twice.
            if (random() % 5 != 0)
                QVERIFY(grown->take(batch.events, m_go));
            if (random() % 7 == 0)
                QVERIFY(grown->take(batch.events, m_go));
        }
        QVERIFY(grown->catchUp(m_go));
        const auto read = storeOn(folder());
        QVERIFY(read->catchUp(m_go));
        QCOMPARE(grown->taken(), chronicle.events.size());
        verifySame(*grown, *read);
    }

    void erasedDataIsForgotten()
    {
        Chronicle chronicle;
        chronicle.world();
        chronicle.ask(100, u"t1"_s);
        const auto erasedFrom = chronicle.events.size();
        chronicle.ask(200, u"t2"_s, u"w/gone"_s);
        const auto erasedTo = chronicle.events.size();
        chronicle.bot(206, u"t2"_s);
        QList<qint64> gone;
        for (auto i = erasedFrom; i < erasedTo; ++i)
            gone.append(chronicle.events.at(i).seq);
        Batch batch;
        batch.events = chronicle.events;
        QVERIFY(m_ledger->append(batch));
        const auto grown = storeOn(folder());
        QVERIFY(grown->take(chronicle.events, m_go));
        QCOMPARE(grown->facts().topics().size(), 2);
        const auto told = chronicle.add(DataErased{u"w/gone"_s, gone, {}});
        batch.events = {told};
        QVERIFY(m_ledger->append(batch));
        // Told before the payloads are gone, and the same once they are.
        QVERIFY(grown->take({told}, m_go));
        QCOMPARE(grown->facts().topics().size(), 1);
        QVERIFY(m_ledger->erase(u"p0"_s, gone));
        const auto read = storeOn(folder());
        QVERIFY(read->catchUp(m_go));
        verifySame(*grown, *read);
    }

private:
    QString folder() const { return m_dir->filePath(u"data"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqliteLedger> m_ledger;
    const std::atomic<bool> m_go = false;
};

QTEST_GUILESS_MAIN(TestFactStore)
#include "tst_factstore.moc"
