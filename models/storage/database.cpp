// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/database.h"

#include "models/storage/files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <sqlite3.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestValue = 512 * 1024 * 1024;

bool isFull(int code, int systemError)
{
    return (code & 0xff) == SQLITE_FULL
        || ((code & 0xff) == SQLITE_IOERR && isDiskFull(systemError));
}

ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT: return ErrorKind::Conflict;
    case SQLITE_TOOBIG: return ErrorKind::TooLarge;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH: return ErrorKind::Internal;
    default: return ErrorKind::Unavailable;
    }
}

} // namespace

bool isDamage(const Error &error)
{
    return error.data.value("damaged"_L1).toBool();
}

Database::Database(DatabaseOptions options)
    : m_options(std::move(options))
{
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    std::unique_ptr<Database> database(new Database(options));
    const bool onDisk = options.vfs.isEmpty();
    if (onDisk && options.access == DatabaseOptions::Access::CreateOrWrite) {
        if (auto made = makePrivateFile(options.path); !made)
            return std::unexpected(made.error());
    }
    auto ready = database->connect()
                     .and_then([&] { return database->harden(); })
                     .and_then([&] { return database->configure(); })
                     .and_then([&] { return database->refuseReadOnly(); });
    if (!ready)
        return std::unexpected(ready.error());
    return database;
}

Result<> Database::connect()
{
    using Access = DatabaseOptions::Access;
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= m_options.access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (m_options.access == Access::CreateOrWrite)
        flags |= SQLITE_OPEN_CREATE;
    const QByteArray vfs = m_options.vfs.toUtf8();
    const int code = sqlite3_open_v2(m_options.path.toUtf8().constData(), &m_handle, flags,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    if (code != SQLITE_OK)
        return std::unexpected(error(code, u"opening it"));
    sqlite3_busy_timeout(m_handle, m_options.busyMs);
    return {};
}

Result<> Database::harden()
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, longestValue);
    if (m_options.access == DatabaseOptions::Access::ReadOnly)
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return execute("PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA mmap_size=0;"
                   "PRAGMA temp_store=MEMORY");
}

Result<> Database::configure()
{
    if (m_options.access == DatabaseOptions::Access::ReadOnly)
        return execute("SELECT count(*) FROM sqlite_schema");
    const bool full = m_options.synchronous == DatabaseOptions::Synchronous::Full;
    // Exclusive must come before the first use of the log, then it needs no shared memory.
    const QByteArray pragmas = QByteArray(m_options.exclusive ? "PRAGMA locking_mode=EXCLUSIVE;" : "")
        + (m_options.pageSize > 0
               ? "PRAGMA page_size=" + QByteArray::number(m_options.pageSize) + ";"
               : QByteArray())
        + "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA synchronous="
        + (full ? "FULL" : "NORMAL")
        + "; PRAGMA wal_autocheckpoint=" + QByteArray::number(m_options.walAutocheckpoint)
        + "; PRAGMA journal_size_limit=67108864; SELECT count(*) FROM sqlite_schema";
    return execute(pragmas);
}

/** SQLite opens what it may not or dares not write without a word; a later write would fail. */
Result<> Database::refuseReadOnly() const
{
    if (m_options.access == DatabaseOptions::Access::ReadOnly
        || sqlite3_db_readonly(m_handle, "main") != 1)
        return {};
    if (m_options.vfs.isEmpty() && !QFileInfo(path()).isWritable())
        return std::unexpected(error(SQLITE_READONLY, u"opening it"));
    return std::unexpected(damaged(u"its head asks for a newer writer"));
}

Result<Statement> Database::prepare(QByteArrayView sql)
{
    sqlite3_stmt *handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(error(code, QString::fromUtf8(sql)));
    return Statement(this, handle);
}

Result<> Database::execute(QByteArrayView sql)
{
    const int code = sqlite3_exec(m_handle, sql.toByteArray().constData(), nullptr, nullptr,
                                  nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(error(code, QString::fromUtf8(sql)));
    return {};
}

Result<qint64> Database::number(QByteArrayView sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return failure(ErrorKind::NotFound, u"No row: %1"_s.arg(QString::fromUtf8(sql)));
    return statement->number(0);
}

Result<> Database::quickCheck()
{
    auto statement = prepare("PRAGMA quick_check(1)");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    const QString found = *row ? statement->text(0) : u"no answer"_s;
    if (found == "ok"_L1)
        return {};
    return std::unexpected(damaged(found.simplified()));
}

Result<> Database::copyTo(const QString &path)
{
    if (QFile::exists(path))
        return failure(ErrorKind::Conflict,
                       u"%1 exists already; nothing was written. Choose another name."_s.arg(path));
    const QString part = path + ".part"_L1;
    QFile::remove(part);
    if (auto made = makePrivateFile(part); !made)
        return made;
    // SQLite leaves this behind when an earlier copy was stopped just after it had begun.
    sqlite3_exec(m_handle, "DETACH vacuum_db", nullptr, nullptr, nullptr);
    auto statement = prepare("VACUUM INTO ?");
    if (!statement)
        return std::unexpected(statement.error());
    auto written = statement->with(part).run().and_then([&] { return syncFile(part); });
    if (!written) {
        QFile::remove(part);
        return written;
    }
    return renameSynced(part, path);
}

Result<> Database::checkpoint(bool truncate)
{
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(error(code, u"checkpoint"));
    return {};
}

void Database::releaseMemory()
{
    sqlite3_db_release_memory(m_handle);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

QString Database::advice() const
{
    return m_options.adviceWhenDamaged.isEmpty() ? u"Restore it from a backup."_s
                                                 : m_options.adviceWhenDamaged;
}

Error Database::damaged(QStringView cause) const
{
    return {ErrorKind::Unavailable, u"%1 is damaged (%2). %3"_s.arg(path(), cause, advice()),
            {{u"damaged"_s, true}}};
}

Error Database::error(int code, QStringView during) const
{
    const QString &path = m_options.path;
    const QString cause = m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle))
                                   : QString::fromUtf8(sqlite3_errstr(code));
    if (isFull(code, m_handle ? sqlite3_system_errno(m_handle) : 0))
        return fileError(ENOSPC, path, during);
    const QString what = during.isEmpty() ? cause : u"%1 (%2)"_s.arg(cause, during.left(200));
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(cause);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Unavailable,
                u"%1 is in use by another program. Close it and try again."_s.arg(path)};
    case SQLITE_CONSTRAINT:
        return {ErrorKind::Conflict, u"%1: %2"_s.arg(path, what)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
    case SQLITE_IOERR:
        return {ErrorKind::Unavailable,
                u"%1 cannot be read or written: %2. Check the disk and the rights of the file and "
                "its folder."_s.arg(path, what)};
    default:
        return {kindOf(code), u"%1: %2"_s.arg(path, what)};
    }
}

} // namespace quntai
