// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/restore.h"

#include "app/backend/ledger/anchorfile.h"
#include "app/backend/ledger/chain.h"
#include "app/backend/ledger/epoch.h"
#include "app/backend/ledger/folderlock.h"
#include "app/backend/ledger/snapshots.h"
#include "models/storage/database.h"
#include "models/storage/files.h"
#include "models/storage/migrations.h"
#include "models/storage/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// A restore prepares ledger.db.restored-TIME; from then on it is finished, now or at the next
// start: the old files get a second name, the old log goes, the new file takes the name.

constexpr QLatin1StringView prepared(".restored-");

Result<> secondName(const QString &file, const QString &name)
{
    if (!QFile::exists(file) || QFile::exists(name))
        return {};
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(name).constData()) != 0)
        return std::unexpected(fileError(errno, name, u"linking"));
    return syncFile(name);
}

Result<> remove(const QString &file)
{
    if (QFile::exists(file) && !QFile::remove(file))
        return std::unexpected(fileError(errno, file, u"removing it"));
    return {};
}

/** A ledger is only served under an epoch that was anchored. */
Result<> anchorHeads(const LedgerFiles &files, const QString &restored)
{
    const auto report = verifyLedgerFile(restored);
    if (!report)
        return std::unexpected(report.error());
    const auto key = SigningKey::loadOrMake(files.key());
    if (!key)
        return std::unexpected(key.error());
    QList<Head> heads;
    for (const auto &stream : report->streams)
        heads << Head{report->epoch, stream.name, stream.events, stream.hash};
    if (heads.isEmpty())
        heads << Head{report->epoch, u"p0"_s, 0, chainStart()};
    return AnchorFile(files.anchors())
        .append(heads, *key, {QDateTime::currentMSecsSinceEpoch()});
}

Result<> exchange(const LedgerFiles &files, const QString &restored, const QString &time)
{
    const QString database = files.database();
    const QString replaced = database + ".replaced-"_L1 + time;
    return anchorHeads(files, restored)
        .and_then([&] { return secondName(database, replaced); })
        .and_then([&] { return secondName(database + "-wal"_L1, replaced + "-wal"_L1); })
        .and_then([&] { return remove(database + "-wal"_L1); })
        .and_then([&] { return remove(database + "-shm"_L1); })
        .and_then([&] { return Snapshots(files.snapshots()).drop(); })
        .and_then([&] { return remove(restored + "-wal"_L1); })  // empty; left by reading it
        .and_then([&] { return remove(restored + "-shm"_L1); })
        .and_then([&] { return renameSynced(restored, database); });
}

Result<> beginEpoch(const QString &file)
{
    DatabaseOptions options;
    options.path = file;
    options.access = DatabaseOptions::Access::ReadWrite;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    if (auto migrated = migrate(**database, u":/sql/ledger"_s); !migrated)
        return migrated;
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto epoch = writeNewEpoch(**database); !epoch)
        return std::unexpected(epoch.error());
    return transaction->commit().and_then([&] { return (*database)->checkpoint(true); });
}

Result<> copyAside(const QString &file, const QString &copy)
{
    DatabaseOptions options;
    options.path = file;
    options.access = DatabaseOptions::Access::ReadOnly;
    auto source = Database::open(options);
    if (!source)
        return std::unexpected(source.error());
    return (*source)->copyTo(copy);
}

/** Removes what earlier restores left half done. */
Result<> removeLeftovers(const LedgerFiles &files)
{
    for (const QString &name :
         QDir(files.folder).entryList({u"ledger.db.restoring*"_s}, QDir::Files)) {
        if (auto removed = remove(files.folder + u'/' + name); !removed)
            return removed;
    }
    return {};
}

} // namespace

Result<LedgerReport> backupLedger(const LedgerFiles &files, const QString &file)
{
    if (auto copied = copyAside(files.database(), file); !copied)
        return std::unexpected(copied.error());
    return verifyLedgerFile(file);
}

Result<LedgerReport> restoreLedger(const LedgerFiles &files, const QString &file)
{
    if (!QFile::exists(file))
        return failure(ErrorKind::NotFound, u"There is no file %1."_s.arg(file));
    if (auto made = makePrivateFolder(files.folder); !made)
        return std::unexpected(made.error());
    const auto lock = FolderLock::take(files.lock());
    if (!lock)
        return std::unexpected(lock.error());
    const QString restoring = files.database() + ".restoring"_L1;
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzz"_s);
    const auto good = verifyLedgerFile(file);
    if (!good)
        return std::unexpected(good.error());
    auto done
        = finishRestore(files)
              .and_then([&] { return removeLeftovers(files); })
              .and_then([&] { return copyAside(file, restoring); })
              .and_then([&] { return beginEpoch(restoring); })
              .and_then([&] { return renameSynced(restoring, files.database() + prepared + time); })
              .and_then([&] { return finishRestore(files); });
    if (!done)
        return std::unexpected(done.error());
    return verifyLedgerFile(files.database());
}

Result<> finishRestore(const LedgerFiles &files)
{
    const QDir dir(files.folder);
    const auto names = dir.entryList({u"ledger.db"_s + prepared + u'*'}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (name.endsWith("-wal"_L1) || name.endsWith("-shm"_L1))
            continue;
        const QString time = name.mid(name.lastIndexOf(u'-') + 1);
        if (auto done = exchange(files, dir.filePath(name), time); !done)
            return done;
    }
    return {};
}

} // namespace quntai
