// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/restore.h"
#include "app/backend/ledger/sqliteledgerreader.h"
#include "app/backend/ledger/verify.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/ledger/ledgerkit.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The ledger's files: who may hold them, backup, restore, readers, snapshots, keys. */
class TestLedgerFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void filesArePrivate();
    void folderIsHeldByOne();
    void readerFollowsTheWriter();
    void readerSignsTheSame();
    void backupWhileRunning();
    void restoreBeginsAnEpoch();
    void restoreOfAnEmptyLedger();
    void restoreIsRefusedWhileHeld();
    void restoreOfABadFileChangesNothing();
    void restoreIsFinishedAfterACrash();
    void oldEventsAreUpcast();
    void anchorsEveryThousandEvents();
    void keyIsKept();
    void badKeyIsNamed();
    void snapshotsAreFewAndUsed();

private:
    QString backup() const { return m_scratch->files().folder + u"/../backup.db"_s; }

    std::unique_ptr<Scratch> m_scratch;
};

namespace {

const QString p0 = u"p0"_s;

qint64 headOf(const Scratch &scratch)
{
    return scratch.open()->head(p0).value();
}

qsizetype linesOf(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll().count('\n') : 0;
}

} // namespace

void TestLedgerFiles::init()
{
    m_scratch = std::make_unique<Scratch>();
}

void TestLedgerFiles::filesArePrivate()
{
    auto ledger = m_scratch->open();
    QVERIFY(ledger->append(messages(p0, 0, 3)));
    QVERIFY(ledger->keepSnapshot(ledger->load().value()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    const LedgerFiles files = m_scratch->files();
    const QStringList names{files.folder, files.database(), files.database() + u"-wal"_s,
                            files.key(), files.lock(), files.anchors(), files.snapshots(),
                            Snapshots(files.snapshots()).files().value(0)};
    for (const QString &name : names) {
        QVERIFY2(QFileInfo::exists(name) || name == files.anchors(), qPrintable(name));
        QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
    }
}

void TestLedgerFiles::folderIsHeldByOne()
{
    auto ledger = m_scratch->open();
    SqliteLedgerOptions options;
    options.folder = m_scratch->files().folder;
    const auto second = SqliteLedger::open(options);
    QCOMPARE(second.error().kind, ErrorKind::Unavailable);
    QVERIFY(second.error().message.contains(options.folder));
    QVERIFY(second.error().message.contains(
        QString::number(QCoreApplication::applicationPid())));
    QVERIFY(second.error().message.contains(u"tst_ledger_files"_s));
    ledger.reset();
    QVERIFY(SqliteLedger::open(options));
}

void TestLedgerFiles::readerFollowsTheWriter()
{
    auto ledger = m_scratch->open();
    auto reader = SqliteLedgerReader::open(m_scratch->files().folder);
    QVERIFY(reader);
    QCOMPARE((*reader)->epoch(), ledger->epoch());
    for (qint64 head = 0; head < 3000; head += 100) {
        QCOMPARE((*reader)->head(p0).value(), head);
        QVERIFY(ledger->append(messages(p0, head, 100)));
        const auto events = (*reader)->read(p0, head, 1000, 1 << 30).value();
        QCOMPARE(events.size(), 100);
        QCOMPARE(events.last().data, ledger->read(p0, head + 99, 1, 1)->first().data);
    }
}

void TestLedgerFiles::readerSignsTheSame()
{
    auto ledger = m_scratch->open();
    QVERIFY(ledger->append(messages(p0, 0, 5)));
    auto reader = SqliteLedgerReader::open(m_scratch->files().folder);
    const auto head = (*reader)->signedHead(p0).value();
    QCOMPARE(head, ledger->signedHead(p0).value());
    const auto key = SigningKey::load(m_scratch->files().key());
    QCOMPARE(key->publicKey(), ledger->publicKey());
    const Head signedOne{ledger->epoch(), p0, 5, head.first(32)};
    QVERIFY(key->isSigned(signedOne, head.mid(32)));
    for (const Head &other : {Head{u"x"_s, p0, 5, head.first(32)}, Head{ledger->epoch(), p0, 4,
                                                                        head.first(32)},
                              Head{ledger->epoch(), u"c0"_s, 5, head.first(32)}})
        QVERIFY(!key->isSigned(other, head.mid(32)));
}

void TestLedgerFiles::backupWhileRunning()
{
    auto ledger = m_scratch->open();
    QVERIFY(ledger->append(messages(p0, 0, 50)));
    const auto report = backupLedger(m_scratch->files(), backup());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->streams[0].events, 50);
    QVERIFY(ledger->append(messages(p0, 50, 10)));
    QCOMPARE(backupLedger(m_scratch->files(), backup()).error().kind, ErrorKind::Conflict);
    QCOMPARE(verifyLedgerFile(backup())->streams[0].events, 50);
}

void TestLedgerFiles::restoreBeginsAnEpoch()
{
    QString epoch;
    {
        auto ledger = m_scratch->open();
        epoch = ledger->epoch();
        QVERIFY(ledger->append(messages(p0, 0, 50)));
        QVERIFY(backupLedger(m_scratch->files(), backup()));
        QVERIFY(ledger->append(messages(p0, 50, 10)));
        QVERIFY(ledger->keepSnapshot(ledger->load().value()));
    }
    const auto report = restoreLedger(m_scratch->files(), backup());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->epoch != epoch);
    {
        auto ledger = m_scratch->open();
        QCOMPARE(ledger->epoch(), report->epoch);
        QCOMPARE(ledger->head(p0).value(), 50);
        QCOMPARE(ledger->load()->positions.value(p0), 50);
        QVERIFY(ledger->append(messages(p0, 50, 5)));
    }
    QVERIFY(verifyLedger(m_scratch->files()));
    const QDir dir(m_scratch->files().folder);
    const auto kept = dir.entryList({u"ledger.db.replaced-*"_s});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(verifyLedgerFile(dir.filePath(kept[0]))->streams[0].events, 60);
}

void TestLedgerFiles::restoreOfAnEmptyLedger()
{
    m_scratch->open().reset();
    QVERIFY(backupLedger(m_scratch->files(), backup()));
    QVERIFY(m_scratch->open()->append(messages(p0, 0, 5)));
    QVERIFY(restoreLedger(m_scratch->files(), backup()));
    QVERIFY(verifyLedger(m_scratch->files()));
    QVERIFY(m_scratch->open()->append(messages(p0, 0, 5)));
    QVERIFY(verifyLedger(m_scratch->files()));
}

void TestLedgerFiles::restoreIsRefusedWhileHeld()
{
    auto ledger = m_scratch->open();
    QVERIFY(ledger->append(messages(p0, 0, 5)));
    QVERIFY(backupLedger(m_scratch->files(), backup()));
    QCOMPARE(restoreLedger(m_scratch->files(), backup()).error().kind, ErrorKind::Unavailable);
    QCOMPARE(restoreLedger(m_scratch->files(), u"/none"_s).error().kind, ErrorKind::NotFound);
}

void TestLedgerFiles::restoreOfABadFileChangesNothing()
{
    {
        auto ledger = m_scratch->open();
        QVERIFY(ledger->append(messages(p0, 0, 50)));
        QVERIFY(backupLedger(m_scratch->files(), backup()));
        QVERIFY(ledger->append(messages(p0, 50, 5)));
    }
    QVERIFY(tamper(backup(), "UPDATE event SET at=at+1 WHERE seq=9"));
    const auto refused = restoreLedger(m_scratch->files(), backup());
    QVERIFY(refused.error().message.contains(u"p0 #9"_s));
    QCOMPARE(headOf(*m_scratch), 55);
}

/** Killed after the copy was prepared: with the old files there, half renamed, or renamed. */
void TestLedgerFiles::restoreIsFinishedAfterACrash()
{
    for (int stage = 0; stage < 3; ++stage) {
        init();
        const LedgerFiles files = m_scratch->files();
        const QString restored = files.database() + u".restored-20260101T000000000"_s;
        auto ledger = m_scratch->open();
        QVERIFY(ledger->append(messages(p0, 0, 20)));
        QVERIFY(backupLedger(files, restored));
        QVERIFY(ledger->append(messages(p0, 20, 5)));
        Scratch crashed;
        copyFolder(files, crashed.files());  // with a log that must not be applied to the restored
        const QString database = crashed.files().database();
        const QString aside = database + u".replaced-20260101T000000000"_s;
        // A restored file has an epoch that nothing outside of it knows.
        QFile::remove(crashed.files().anchors());
        QFile::remove(crashed.files().newest());
        if (stage >= 1)
            QVERIFY(QFile::copy(database, aside));
        if (stage >= 2) {
            QVERIFY(QFile::copy(database + u"-wal"_s, aside + u"-wal"_s));
            QVERIFY(QFile::remove(database + u"-wal"_s));
        }
        QCOMPARE(headOf(crashed), 20);
        QCOMPARE(verifyLedgerFile(aside)->streams[0].events, 25);
    }
}

void TestLedgerFiles::oldEventsAreUpcast()
{
    QVERIFY(m_scratch->open()->append(messages(p0, 0, 2)));
    SqliteLedgerOptions options;
    options.folder = m_scratch->files().folder;
    const auto rename = [](const QByteArray &json) -> Result<QByteArray> {
        return QByteArray(json).replace("退", "换");
    };
    const auto mark = [](const QByteArray &json) -> Result<QByteArray> {
        return QByteArray(json).replace("换", "好");
    };
    options.upcasters = Upcasters({{u"message.received"_s, 2, mark},
                                   {u"message.received"_s, 1, rename}});
    auto ledger = SqliteLedger::open(options);
    QVERIFY((*ledger)->append(messages(p0, 2, 1)));
    const auto events = (*ledger)->read(p0, 0, 10, 1 << 20).value();
    QVERIFY(events[0].data.contains("好"));
    QVERIFY(events[2].data.contains("退"));  // written as the current version
    QCOMPARE(events[0].version, 3);
    QCOMPARE(events[2].version, 3);
    const auto state = (*ledger)->load().value();
    QCOMPARE(findMessage(state, events[0].group, {u"m-1"_s})->text, QString(20, u'好'));
    QVERIFY(verifyLedger(m_scratch->files()));
}

void TestLedgerFiles::anchorsEveryThousandEvents()
{
    auto ledger = m_scratch->open();
    for (int i = 0; i < 2500; i += 100)
        QVERIFY(ledger->append(messages(p0, i, 100)));
    QCOMPARE(linesOf(m_scratch->files().anchors()), 2);
    ledger.reset();
    QCOMPARE(linesOf(m_scratch->files().anchors()), 3);
    ledger = m_scratch->open();  // nothing new
    ledger.reset();
    QCOMPARE(linesOf(m_scratch->files().anchors()), 3);
    QVERIFY(QFile::remove(m_scratch->files().anchors()));
    QVERIFY(verifyLedger(m_scratch->files()).error().message.contains(u"anchors.jsonl"_s));
}

void TestLedgerFiles::keyIsKept()
{
    const QByteArray key = m_scratch->open()->publicKey();
    QCOMPARE(m_scratch->open()->publicKey(), key);
    QVERIFY(Scratch().open()->publicKey() != key);
}

void TestLedgerFiles::badKeyIsNamed()
{
    m_scratch->open().reset();
    QFile file(m_scratch->files().key());
    QVERIFY(file.open(QFile::WriteOnly) && file.write("nonsense") > 0);
    file.close();
    SqliteLedgerOptions options;
    options.folder = m_scratch->files().folder;
    QVERIFY(SqliteLedger::open(options).error().message.contains(file.fileName()));
}

void TestLedgerFiles::snapshotsAreFewAndUsed()
{
    auto ledger = m_scratch->open();
    for (int i = 0; i < 6; ++i) {
        QVERIFY(ledger->append(messages(p0, i * 10, 10)));
        QVERIFY(ledger->keepSnapshot(ledger->load().value()));
    }
    QCOMPARE(Snapshots(m_scratch->files().snapshots()).files().size(), Snapshots::kept);
    const auto expected = encodeState(ledger->load().value());
    ledger.reset();
    // What a snapshot holds is not read again: damage before it does not show.
    QVERIFY(tamper(m_scratch->files().database(), "UPDATE event SET type='x' WHERE seq=5"));
    SqliteLedgerOptions options;
    options.folder = m_scratch->files().folder;
    QVERIFY(SqliteLedger::open(options).error().message.contains(u"p0 #5"_s));
    options.checkedWhole = 0;  // as if it were too large to be read whole
    QCOMPARE(encodeState(SqliteLedger::open(options).value()->load().value()), expected);
    QVERIFY(Snapshots(m_scratch->files().snapshots()).drop());
    QVERIFY(!SqliteLedger::open(options).value()->load());
}

QTEST_GUILESS_MAIN(TestLedgerFiles)
#include "tst_ledger_files.moc"
