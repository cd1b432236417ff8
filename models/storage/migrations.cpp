// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/migrations.h"

#include "models/storage/database.h"
#include "models/storage/files.h"
#include "models/storage/transaction.h"

#include <QDir>
#include <QFile>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QStringList scriptNames(const QDir &dir)
{
    return dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

/** Contents of the numbered files, in order. */
Result<QList<QByteArray>> readScripts(const QString &resourceDir)
{
    const QDir dir(resourceDir);
    QList<QByteArray> scripts;
    for (const QString &name : scriptNames(dir)) {
        QFile file(dir.filePath(name));
        if (name.section(u'_', 0, 0).toInt() != scripts.size() + 1 || !file.open(QFile::ReadOnly))
            return failure(ErrorKind::Internal, u"%1 is out of order in %2"_s.arg(name, resourceDir));
        scripts << file.readAll();
    }
    if (scripts.isEmpty())
        return failure(ErrorKind::Internal, u"No schema in %1"_s.arg(resourceDir));
    return scripts;
}

Result<> refuseNewer(const Database &database, qint64 version, qint64 known)
{
    if (version <= known)
        return {};
    return failure(ErrorKind::Unavailable,
                   u"%1 was written by a newer version of Quntai (schema %2, this one knows %3). "
                   "Install that version; the file was left as it is."_s.arg(database.path())
                       .arg(version)
                       .arg(known));
}

Result<> keepCopy(Database &database, qint64 version)
{
    const QString copy = u"%1.schema-%2.backup"_s.arg(database.path()).arg(version);
    const QString fresh = copy + ".new"_L1;
    QFile::remove(fresh);  // left by an upgrade that was interrupted
    return database.copyTo(fresh).and_then([&] { return renameSynced(fresh, copy); });
}

Result<> runScript(Database &database, const QByteArray &script, qint64 version)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const QByteArray stamp = "PRAGMA user_version=" + QByteArray::number(version);
    auto done = database.execute(script).and_then([&] { return database.execute(stamp); });
    if (!done)
        return done;
    if (!database.inTransaction())
        return failure(ErrorKind::Internal, u"Schema %1 ends its transaction"_s.arg(version));
    return transaction->commit();
}

} // namespace

Result<> migrate(Database &database, const QString &resourceDir)
{
    const auto scripts = readScripts(resourceDir);
    if (!scripts)
        return std::unexpected(scripts.error());
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version < 0)
        return std::unexpected(database.damaged(u"its schema is numbered below zero"));
    if (auto known = refuseNewer(database, *version, scripts->size()); !known)
        return known;
    if (*version > 0 && *version < scripts->size()) {
        if (auto kept = keepCopy(database, *version); !kept)
            return kept;
    }
    for (qint64 next = *version; next < scripts->size(); ++next) {
        if (auto done = runScript(database, scripts->at(next), next + 1); !done)
            return done;
    }
    return {};
}

int newestSchema(const QString &resourceDir)
{
    return int(scriptNames(QDir(resourceDir)).size());
}

} // namespace quntai
