// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/backend/ledger/powerdisk.h"
#include "tests/models/common/seed.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

using Synchronous = DatabaseOptions::Synchronous;

namespace {

/** A ledger on a disk whose power is cut again and again, and what it acknowledged. */
class Life
{
public:
    Life(quint32 seed, Synchronous synchronous)
        : m_dice(seed)
        , m_disk(seed, m_dice.chance(50))
        , m_synchronous(synchronous)
    {
    }

    /** Runs until the next cut. */
    void live()
    {
        m_disk.cutAfter(1 + m_dice.below(m_dice.chance(20) ? 30 : 250));
        if (auto ledger = open()) {
            while (!m_disk.isCut())
                appendTo(**ledger);
        }
        m_disk.powerUp();
    }

    /** Empty when all that was acknowledged is there and the chain holds, else what is wrong. */
    QString fault()
    {
        m_disk.cutAfter(-1);
        auto ledger = open();
        if (!ledger)
            return ledger.error().message;
        const auto state = (*ledger)->load();
        if (!state)
            return state.error().message;
        const qint64 head = (*ledger)->head(u"p0"_s).value();
        if (head < m_acknowledged)
            return u"%1 of %2 acknowledged events left"_s.arg(head).arg(m_acknowledged);
        if (head > m_tried)
            return u"more events than were written"_s;
        m_tried = m_acknowledged = head;
        return faultOfMarks(**ledger, head);
    }

    qint64 batches() const { return m_batches; }

private:
    Result<std::unique_ptr<SqliteLedger>> open()
    {
        SqliteLedgerOptions options;
        options.folder = m_scratch.files().folder;
        options.vfs = m_disk.vfsName();
        options.synchronous = m_synchronous;
        options.walAutocheckpoint = 40;
        return SqliteLedger::open(options);
    }

    void appendTo(SqliteLedger &ledger)
    {
        const int count = 1 + m_dice.below(4);
        const auto batch = messages(u"p0"_s, m_acknowledged, count, 1 + m_dice.below(500));
        m_tried = m_acknowledged + count;
        if (ledger.append(batch)) {
            m_acknowledged += count;
            ++m_batches;
        }
    }

    static QString faultOfMarks(const SqliteLedger &ledger, qint64 head)
    {
        const QString cursor = ledger.cursor(u"onebot"_s).value();
        if (cursor.toLongLong() != head)
            return u"the cursor is at %1, the head at %2"_s.arg(cursor).arg(head);
        const bool last = ledger.wasTakenIn({u"onebot/p0"_s, QString::number(head)}).value();
        const bool next = ledger.wasTakenIn({u"onebot/p0"_s, QString::number(head + 1)}).value();
        return (head == 0 || last) && !next ? QString() : u"marks do not match the events"_s;
    }

    Dice m_dice;
    Scratch m_scratch;
    PowerDisk m_disk;
    Synchronous m_synchronous;
    qint64 m_acknowledged = 0;
    qint64 m_tried = 0;
    qint64 m_batches = 0;
};

} // namespace

/** What was acknowledged is on disk: power is cut at any write, and nothing of it is lost. */
class TestPowerCut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fullLosesNothing();
    void normalLoses();

private:
    static constexpr int cutsPerLife = 20;
};

void TestPowerCut::fullLosesNothing()
{
    const int cuts = rounds(2000, 20000);
    Dice dice(seed());
    qint64 batches = 0;
    for (int done = 0; done < cuts;) {
        const auto lifeSeed = static_cast<quint32>(dice.below(1 << 30));
        Life life(lifeSeed, Synchronous::Full);
        for (int i = 0; i < cutsPerLife; ++i, ++done) {
            life.live();
            const QString fault = life.fault();
            QVERIFY2(fault.isEmpty(), qPrintable(u"life %1, cut %2: %3"_s.arg(lifeSeed).arg(i).arg(
                                          fault)));
        }
        batches += life.batches();
    }
    qInfo("%d cuts, %lld acknowledged batches, none lost", cuts, batches);
    QVERIFY(batches > cuts);
}

/** The control: the same test finds what synchronous=NORMAL loses. */
void TestPowerCut::normalLoses()
{
    const int cuts = rounds(100, 1000);
    Dice dice(seed());
    int lost = 0;
    for (int done = 0; done < cuts; ++done) {
        Life life(static_cast<quint32>(dice.below(1 << 30)), Synchronous::Normal);
        life.live();
        lost += life.fault().isEmpty() ? 0 : 1;
    }
    qInfo("synchronous=NORMAL lost acknowledged batches in %d of %d cuts", lost, cuts);
    QVERIFY(lost > cuts / 5);
}

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");  // 20,000 cuts take minutes
    QCoreApplication app(argc, argv);
    TestPowerCut test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_powercut.moc"
