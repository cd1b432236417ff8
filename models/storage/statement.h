// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <concepts>

struct sqlite3_stmt;

namespace quntai {

class Database;
template <class Tag>
struct Id;

/** UTF-8 that goes into a TEXT column as it is, without a detour over UTF-16. */
struct Utf8
{
    QByteArrayView bytes;
};

/** A prepared statement: prepared once, then bound and stepped again and again.
 *
 * Parameters are numbered from 1, columns from 0. Values are copied when bound. Movable; must be
 * gone before its Database. Column readers are valid after step() returned true.
 */
class Statement
{
public:
    Statement() = default;
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    void bind(int index, std::nullptr_t);
    void bind(int index, double value);
    void bind(int index, const QString &value);     //!< TEXT; a null string is an empty text
    void bind(int index, const QByteArray &value);  //!< BLOB; a null array is NULL
    void bind(int index, Utf8 value);               //!< TEXT
    void bind(int index, Instant value) { bindNumber(index, value.ms); }
    template <std::integral Number>
    void bind(int index, Number value)
    {
        bindNumber(index, static_cast<qint64>(value));
    }
    template <class Tag>
    void bind(int index, const Id<Tag> &id)
    {
        bind(index, id.value);
    }
    /** Resets, then binds all parameters in order. */
    template <class... Values>
    Statement &with(const Values &...values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    /** True: there is a row. False: done, and reset. */
    Result<bool> step();
    /** Steps to the end and resets. */
    Result<> run();
    void reset();

    bool isNull(int column) const;
    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;  //!< BLOB, or the UTF-8 of a TEXT; null for NULL
    Instant instant(int column) const { return {number(column)}; }

private:
    friend class Database;
    Statement(Database *database, sqlite3_stmt *handle);
    void bindNumber(int index, qint64 value);
    void note(int code);

    Database *m_database = nullptr;
    sqlite3_stmt *m_handle = nullptr;
    int m_bindError = 0;  //!< the first refused bind; step() reports it
};

} // namespace quntai
