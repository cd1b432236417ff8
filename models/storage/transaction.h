// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace quntai {

class Database;

/** All or nothing: what is not committed is rolled back when this goes away.
 *
 * Takes the write lock at once (BEGIN IMMEDIATE), so that no statement in it finds the file busy.
 */
class [[nodiscard]] Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /** On disk when it returns without error; after an error nothing of it is. */
    Result<> commit();

private:
    explicit Transaction(Database &database);

    Database *m_database;  //!< null when over
};

} // namespace quntai
