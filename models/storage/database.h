// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/storage/statement.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

struct sqlite3;

namespace quntai {

struct DatabaseOptions
{
    enum class Access {
        ReadWrite,      //!< the file must exist
        CreateOrWrite,  //!< made with mode 0600 when missing; its folder must exist
        ReadOnly,       //!< never writes and never checkpoints
    };
    /** Full: on disk when a commit returns. Normal loses the newest commits when the power fails. */
    enum class Synchronous { Normal, Full };

    QString path;
    Access access = Access::CreateOrWrite;
    Synchronous synchronous = Synchronous::Full;
    /** One connection alone, without shared memory; another one finds the file busy. */
    bool exclusive = false;
    int busyMs = 5000;             //!< how long a locked file is waited for
    int walAutocheckpoint = 1000;  //!< pages in the log before a commit checkpoints; 0 is never
    int pageSize = 0;              //!< bytes, of a file that is made; 0: SQLite's default
    QString vfs;                   //!< empty: the system's
    /** What to do about a damaged file, for the message: "Restore it with …". */
    QString adviceWhenDamaged;
};

/** One connection to an SQLite file in WAL mode.
 *
 * A file has exactly one connection that writes and checkpoints; all others are ReadOnly (SQLite
 * before 3.51.3 can corrupt a file that two connections checkpoint at the same instant). Used by
 * one thread at a time. Statements must be gone before their Database is.
 *
 * Errors of every function here, of Statement and of Transaction:
 * StorageFull – the disk is full, nothing was written; Unavailable – the file is damaged, locked,
 * cannot be read or written, and the message names it and says what to do; Conflict – a UNIQUE or
 * CHECK constraint; TooLarge; Internal – a mistake in the SQL.
 */
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const DatabaseOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<Statement> prepare(QByteArrayView sql);
    /** Runs one or more statements without parameters; rows are dropped. */
    Result<> execute(QByteArrayView sql);
    /** Value of the first column of the first row; NotFound without a row. */
    Result<qint64> number(QByteArrayView sql);

    /** Reads the whole file and finds damage of its structure: seconds per GiB. */
    Result<> quickCheck();
    /** Writes a consistent copy (mode 0600, on disk when it returns) while others go on.
     * Conflict when the file exists already. */
    Result<> copyTo(const QString &path);
    /** Moves the log into the file, and cuts the log to nothing when truncate. */
    Result<> checkpoint(bool truncate = false);

    /** Gives back what is kept of the file in memory. */
    void releaseMemory();

    const QString &path() const { return m_options.path; }
    bool inTransaction() const;
    qint64 lastInsertId() const;
    int changes() const;

    /** What SQLite just reported as an Error; during says what was tried. */
    Error error(int code, QStringView during = {}) const;
    /** Unavailable, and isDamage(): what shows it and what to do. */
    Error damaged(QStringView cause) const;
    /** For the few things this class does not wrap (hooks of tests). */
    sqlite3 *handle() const { return m_handle; }

private:
    explicit Database(DatabaseOptions options);
    Result<> connect();
    Result<> harden();
    Result<> configure();
    Result<> refuseReadOnly() const;
    QString advice() const;

    DatabaseOptions m_options;
    sqlite3 *m_handle = nullptr;
};

/** True when the error says that the file itself is damaged, not that it is busy or unreadable. */
bool isDamage(const Error &error);

} // namespace quntai
