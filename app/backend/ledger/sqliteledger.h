// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/anchorfile.h"
#include "app/backend/ledger/eventtable.h"
#include "app/backend/ledger/folderlock.h"
#include "app/backend/ledger/ledger.h"
#include "app/backend/ledger/ledgerfiles.h"
#include "app/backend/ledger/marktables.h"
#include "app/backend/ledger/snapshots.h"
#include "app/backend/ledger/upcasters.h"

#include <QElapsedTimer>

namespace quntai {

class ChainCheck;

struct SqliteLedgerOptions
{
    QString folder;  //!< the backend's data folder; made with mode 0700 when missing
    Upcasters upcasters;
    /** A file up to this size is verified whole when it is opened; of a larger one the newest
     * records are (by their chain, when they are loaded), and verify does the rest. */
    qint64 checkedWhole = 64 * 1024 * 1024;
    // For tests of what a cut of power does:
    DatabaseOptions::Synchronous synchronous = DatabaseOptions::Synchronous::Full;
    QString vfs;
    int walAutocheckpoint = 1000;
};

/** The ledger in one SQLite file, DATA/ledger.db.
 *
 * Holds the data folder (ledger.lock) and the only connection that writes. Every record is chained
 * to the one before (chain.h); signed heads go to DATA/anchors.jsonl every 1,000 events or 5
 * minutes of writing, and at the end. Used by one thread.
 */
class SqliteLedger : public Ledger
{
public:
    /** Unavailable: another process holds the folder, or the file is damaged or from a newer
     * version; it is then left as it is. */
    static Result<std::unique_ptr<SqliteLedger>> open(const SqliteLedgerOptions &options);
    ~SqliteLedger() override;

    /** Conflict (nothing was written): a sequence with a gap, a message taken in already, a known
     * command id. */
    Result<> append(const Batch &batch) override;
    Result<QList<StoredEvent>> read(const QString &stream, qint64 after, int maxEvents,
                                    qint64 maxBytes) const override;
    Result<qint64> head(const QString &stream) const override;
    QString epoch() const override;
    Result<bool> wasTakenIn(const InboundMark &mark) const override;
    Result<QString> cursor(const QString &connector) const override;
    Result<std::optional<CommandRecord>> command(const CommandId &id) const override;
    Result<QList<SendMark>> openSends() const override;
    /** Checks the chain of what it folds; an erased event only moves the position. */
    Result<State> load() override;
    /** Conflict when the positions are not those of one moment of this ledger. */
    Result<> keepSnapshot(const State &state) override;
    /** Also drops all snapshots, which may hold what is erased: keep a new one afterwards.
     * Unavailable, when a reader was in the way of emptying the log: erase again. */
    Result<> erase(const QString &stream, const QList<qint64> &events) override;
    QMap<QString, QList<qint64>> erasuresLoaded() const override { return m_erasures; }
    /** 32 bytes hash, 64 bytes Ed25519 signature (SigningKey::sign). */
    Result<QByteArray> signedHead(const QString &stream) const override;

    /** What signedHead() can be checked with. */
    QByteArray publicKey() const { return m_key.publicKey(); }
    /** The writing connection, for tests. */
    Database &database() { return *m_database; }

private:
    SqliteLedger(SqliteLedgerOptions options, FolderLock lock, SigningKey key);
    Result<> openDatabase();
    Result<> prepareStatements();
    Result<> readEpoch();
    Result<> readTails();
    Result<> compareWithAnchors();
    Result<> checkReached(const Head &head);
    Result<Record> recordOf(const Event &event, const Tail &before) const;
    Result<> insertEvents(const QList<Event> &events, QMap<QString, Tail> &tails);
    Result<> insertMarks(const Batch &batch);
    Result<> forgetOldCommands(Instant now);
    Result<> write(const Batch &batch, QMap<QString, Tail> &tails);
    std::optional<Snapshot> newestSnapshot();
    bool isOfThisLedger(const SnapshotMark &mark);
    Result<> foldInto(State &state, const Record &record, ChainCheck &check);
    Result<SnapshotMark> markOf(const State &state);
    QList<Head> heads() const;
    void anchorIfDue();
    void anchor();

    SqliteLedgerOptions m_options;
    LedgerFiles m_files;
    FolderLock m_lock;
    SigningKey m_key;
    AnchorFile m_anchors;
    AnchorFile m_newest;
    QMap<QString, QList<qint64>> m_erasures;
    Snapshots m_snapshots;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventTable> m_events;  // statements: gone before the database
    std::unique_ptr<MarkTables> m_marks;
    QString m_epoch;
    QMap<QString, Tail> m_tails;
    bool m_tailsKnown = false;  //!< false after a failed write
    qint64 m_unanchored = 0;    //!< events since the newest anchor
    QElapsedTimer m_sinceAnchor;
    Instant m_commandsForgotten;
};

} // namespace quntai
