// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/statement.h"

#include "models/storage/database.h"

#include <sqlite3.h>

#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

Statement::Statement(Database *database, sqlite3_stmt *handle)
    : m_database(database)
    , m_handle(handle)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_bindError(std::exchange(other.m_bindError, 0))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_handle, other.m_handle);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

void Statement::bind(int index, std::nullptr_t)
{
    note(sqlite3_bind_null(m_handle, index));
}

void Statement::bindNumber(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_handle, index, value));
}

void Statement::bind(int index, double value)
{
    note(sqlite3_bind_double(m_handle, index, value));
}

void Statement::bind(int index, const QString &value)
{
    bind(index, Utf8{value.toUtf8()});
}

void Statement::bind(int index, Utf8 value)
{
    const char *data = value.bytes.isNull() ? "" : value.bytes.data();
    note(sqlite3_bind_text64(m_handle, index, data, static_cast<sqlite3_uint64>(value.bytes.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, const QByteArray &value)
{
    if (value.isNull())
        return bind(index, nullptr);
    note(sqlite3_bind_blob64(m_handle, index, value.constData(),
                             static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return std::unexpected(m_database->error(m_bindError, u"binding a value"));
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_handle);
        return false;
    }
    auto error = m_database->error(code);
    sqlite3_reset(m_handle);
    return std::unexpected(std::move(error));
}

Result<> Statement::run()
{
    while (true) {
        const auto row = step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    m_bindError = SQLITE_OK;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::bytes(int column) const
{
    if (isNull(column))
        return {};
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    const int size = sqlite3_column_bytes(m_handle, column);
    return data ? QByteArray(data, size) : QByteArray("");
}

} // namespace quntai
