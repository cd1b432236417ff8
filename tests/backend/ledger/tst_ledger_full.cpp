// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/backend/ledger/powerdisk.h"
#include "tests/models/common/seed.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const QString p0 = u"p0"_s;

Result<std::unique_ptr<SqliteLedger>> openOn(const PowerDisk &disk, const Scratch &scratch)
{
    SqliteLedgerOptions options;
    options.folder = scratch.files().folder;
    options.vfs = disk.vfsName();
    options.walAutocheckpoint = 30;
    return SqliteLedger::open(options);
}

} // namespace

/** A full disk: writes are refused with storage_full, reads go on, and it recovers by itself. */
class TestLedgerFull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void appendIsRefusedAndRecovers();
    void openIsRefusedAndRecovers();
    void reopensFull();
};

void TestLedgerFull::appendIsRefusedAndRecovers()
{
    const int points = rounds(60, 600);
    Dice dice(seed());
    for (int point = 0; point < points; ++point) {
        Scratch scratch;
        PowerDisk disk(static_cast<quint32>(point), true);
        auto ledger = openOn(disk, scratch);
        QVERIFY(ledger);
        qint64 head = 0;
        disk.setRoom(disk.used() + point * 977);
        Result<> result;
        do {
            const int count = 1 + dice.below(4);
            result = (*ledger)->append(messages(p0, head, count, 200));
            head += result ? count : 0;
        } while (result);
        QCOMPARE(result.error().kind, ErrorKind::StorageFull);
        QVERIFY(result.error().message.contains(scratch.files().database()));
        QCOMPARE((*ledger)->head(p0).value(), head);
        QCOMPARE((*ledger)->read(p0, 0, 1 << 20, 1 << 30)->size(), head);
        const auto state = (*ledger)->load();
        QVERIFY(state);
        QCOMPARE(state->positions.value(p0), head);
        QCOMPARE((*ledger)->append(messages(p0, head, 3, 3000)).error().kind,
                 ErrorKind::StorageFull);
        disk.setRoom(-1);
        QVERIFY((*ledger)->append(messages(p0, head, 3, 3000)));
        QCOMPARE((*ledger)->load()->positions.value(p0), head + 3);
    }
}

void TestLedgerFull::openIsRefusedAndRecovers()
{
    Scratch scratch;
    int refused = 0;
    for (qint64 room = 0;; room += 1500) {
        PowerDisk disk(1, true);
        disk.setRoom(room);
        auto ledger = openOn(disk, scratch);
        if (ledger)
            break;
        ++refused;
        QCOMPARE(ledger.error().kind, ErrorKind::StorageFull);
        disk.setRoom(-1);
        ledger = openOn(disk, scratch);
        QVERIFY(ledger);
        QCOMPARE((*ledger)->head(p0).value(), 0);
    }
    QVERIFY(refused > 10);
}

/** Killed while the disk was full: it starts, and serves reads. */
void TestLedgerFull::reopensFull()
{
    Scratch scratch;
    PowerDisk disk(seed(), true);
    qint64 head = 0;
    {
        auto ledger = openOn(disk, scratch);
        disk.setRoom(disk.used() + 60000);
        while ((*ledger)->append(messages(p0, head, 1, 300)))
            ++head;
        disk.cutAfter(0);
    }
    disk.powerUp();
    disk.setRoom(disk.used());
    auto ledger = openOn(disk, scratch);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
    QCOMPARE((*ledger)->head(p0).value(), head);
    QCOMPARE((*ledger)->load()->positions.value(p0), head);
    disk.setRoom(-1);
    QVERIFY((*ledger)->append(messages(p0, head, 1)));
}

QTEST_GUILESS_MAIN(TestLedgerFull)
#include "tst_ledger_full.moc"
