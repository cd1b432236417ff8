// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/verify.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/models/common/damage.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** Bits flip and files are cut short: found or harmless, never a crash, never silently less. */
class TestLedgerDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void closedLedger();
    void killedLedger();
    void snapshotFallsBack();

private:
    void damageEverything(const Scratch &base, const QStringList &names, int count);
    QString examine(const Scratch &scratch) const;

    std::unique_ptr<Scratch> m_closed;
    std::unique_ptr<Scratch> m_killed;  //!< with a log, and anchors of all of it
    QByteArray m_state;
    QByteArray m_events;
};

namespace {

QByteArray allEvents(const Ledger &ledger)
{
    QByteArray all;
    const auto events = ledger.read(u"p0"_s, 0, 1 << 20, 1 << 30);
    if (!events)
        return all;
    for (const auto &event : *events)
        all += QByteArray::number(event.seq) + event.type.toUtf8() + event.data + '\n';
    return all;
}

} // namespace

void TestLedgerDamage::initTestCase()
{
    m_closed = std::make_unique<Scratch>();
    m_killed = std::make_unique<Scratch>();
    Scratch running;
    auto ledger = running.open();
    for (int i = 0; i < 300; i += 10) {
        QVERIFY(ledger->append(messages(u"p0"_s, i, 10, 100)));
        if (i == 100 || i == 200)
            QVERIFY(ledger->keepSnapshot(ledger->load().value()));
    }
    Scratch started;
    copyFolder(running.files(), started.files());
    {
        const auto recovered = started.open();  // anchors what the log holds
        copyFolder(started.files(), m_killed->files());
    }
    m_state = encodeState(ledger->load().value());
    m_events = allEvents(*ledger);
    ledger.reset();
    copyFolder(running.files(), m_closed->files());
    QVERIFY(QFileInfo(m_killed->files().database() + u"-wal"_s).size() > 100000);
    QVERIFY(verifyLedger(m_closed->files()));
    QVERIFY(verifyLedger(m_killed->files()));
}

/** Empty when all is well; a fault that nothing reports is what this test looks for. */
QString TestLedgerDamage::examine(const Scratch &scratch) const
{
    const auto report = verifyLedger(scratch.files());
    if (!report && report.error().message.isEmpty())
        return u"verify gave no reason"_s;
    SqliteLedgerOptions options;
    options.folder = scratch.files().folder;
    const auto ledger = SqliteLedger::open(options);
    if (!ledger) {
        const bool named = ledger.error().message.contains(scratch.files().folder);
        return named ? QString() : u"not named: "_s + ledger.error().message;
    }
    const auto state = (*ledger)->load();
    const bool whole = state && encodeState(*state) == m_state;
    if (state && !whole)
        return u"another state was loaded"_s;
    if (report && (!whole || allEvents(**ledger) != m_events))
        return u"verify found nothing, but events differ"_s;
    return {};
}

void TestLedgerDamage::damageEverything(const Scratch &base, const QStringList &names, int count)
{
    Dice dice(seed());
    int found = 0;
    for (int i = 0; i < count; ++i) {
        Scratch scratch;
        copyFolder(base.files(), scratch.files());
        const QString name = names[dice.below(static_cast<int>(names.size()))];
        damage(scratch.files().folder + u'/' + name, dice);
        found += verifyLedger(scratch.files()) ? 0 : 1;
        const QString fault = examine(scratch);
        QVERIFY2(fault.isEmpty(), qPrintable(u"round %1, %2: %3"_s.arg(i).arg(name, fault)));
    }
    qInfo("verify found %d of %d; the rest was harmless", found, count);
    QVERIFY(found > count / 4);
}

void TestLedgerDamage::closedLedger()
{
    damageEverything(*m_closed,
                     {u"ledger.db"_s, u"ledger.db"_s, u"ledger.db"_s, u"anchors.jsonl"_s,
                      u"ledger.key"_s},
                     rounds(200, 2000));
}

void TestLedgerDamage::killedLedger()
{
    damageEverything(*m_killed, {u"ledger.db"_s, u"ledger.db-wal"_s, u"ledger.db-wal"_s},
                     rounds(200, 2000));
}

void TestLedgerDamage::snapshotFallsBack()
{
    const int count = rounds(60, 600);
    Dice dice(seed());
    for (int i = 0; i < count; ++i) {
        Scratch scratch;
        copyFolder(m_closed->files(), scratch.files());
        const auto files = Snapshots(scratch.files().snapshots()).files();
        QCOMPARE(files.size(), 2);
        damage(files[0], dice);
        if (dice.chance(50))
            damage(files[1], dice);
        const auto state = scratch.open()->load();
        QVERIFY(state);
        QCOMPARE(encodeState(*state), m_state);
    }
}

QTEST_GUILESS_MAIN(TestLedgerDamage)
#include "tst_ledger_damage.moc"
