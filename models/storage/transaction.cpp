// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/transaction.h"

#include "models/storage/database.h"

#include <sqlite3.h>

#include <utility>

namespace quntai {

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction()
{
    // SQLite itself rolls back after a full disk or an I/O error; then there is nothing to undo.
    if (m_database && m_database->inTransaction())
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<> Transaction::commit()
{
    if (auto done = m_database->execute("COMMIT"); !done)
        return done;
    m_database = nullptr;
    return {};
}

} // namespace quntai
