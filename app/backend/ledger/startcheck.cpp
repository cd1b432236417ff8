// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/startcheck.h"

#include "app/backend/ledger/anchorfile.h"
#include "app/backend/ledger/epoch.h"
#include "app/backend/ledger/verify.h"
#include "models/storage/database.h"
#include "models/storage/logcheck.h"
#include "models/storage/migrations.h"

#include <QFileInfo>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** What is wrong, with the file it is about and what to do. */
Error named(const LedgerFiles &files, const Error &error)
{
    const auto advice = adviceWhenDamaged(files);
    Error full = error;
    if (error.message.contains(files.anchors())) {
        full.message += u" It is evidence: keep it, look at why, and move it aside to start "
                        "without it; or restore the ledger from a good backup."_s;
    } else if (error.message.contains(files.key()) && error.kind == ErrorKind::NotFound) {
        full.message += u" Put it back from a backup, or move %1 aside to start with a new key."_s
                            .arg(files.anchors());
    } else if (!error.message.contains(files.folder)) {
        full.message = u"%1 is damaged. %2 %3"_s.arg(files.database(), error.message, advice);
    } else if (isDamage(error) && !error.message.contains(advice)) {
        full.message += u' ' + advice;
    }
    return full;
}

/** A ledger that is not there although it was: never begun anew by itself. */
Result<> checkMissing(const LedgerFiles &files, bool anchored)
{
    const auto log = files.database() + u"-wal"_s;
    if (!anchored && QFileInfo(log).size() == 0)
        return {};
    const auto what = QFileInfo::exists(files.database()) ? u"is empty"_s : u"is missing"_s;
    const auto cause = anchored ? files.anchors() : log;
    return failure(ErrorKind::Unavailable,
                   u"%1 %2, but %3 tells of records in it. %4"_s.arg(
                       files.database(), what, cause, adviceWhenDamaged(files)));
}

Result<qint64> schemaOf(const LedgerFiles &files)
{
    DatabaseOptions options;
    options.path = files.database();
    options.adviceWhenDamaged = adviceWhenDamaged(files);
    options.access = DatabaseOptions::Access::ReadOnly;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    const auto version = (*database)->number("PRAGMA user_version");
    const auto tables = (*database)->number("SELECT count(*) FROM sqlite_schema");
    if (version && tables && *version == 0 && *tables > 0)
        return std::unexpected((*database)->damaged(u"its schema has no number"));
    return version;
}

} // namespace

Result<> checkBeforeUse(const LedgerFiles &files, qint64 checkedWhole)
{
    const auto anchors = AnchorFile(files.anchors()).read();
    if (!anchors)
        return std::unexpected(named(files, anchors.error()));
    const QFileInfo database(files.database());
    if (database.size() == 0)
        return checkMissing(files, !anchors->isEmpty());
    if (auto whole = checkLog(files.database(), adviceWhenDamaged(files)); !whole)
        return whole;
    if (database.size() > checkedWhole)
        return {};
    const auto schema = schemaOf(files);
    if (!schema)
        return std::unexpected(named(files, schema.error()));
    // Another version's file is told of, or brought up to date, when it is opened.
    if (*schema != newestSchema(u":/sql/ledger"_s))
        return {};
    if (const auto good = verifyLedger(files); !good)
        return std::unexpected(named(files, good.error()));
    return {};
}

} // namespace quntai
