// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <expected>

namespace quntai {

/** What kind of refusal an Error is; the numbers are the console protocol's codes. */
enum class ErrorKind {
    Parse = -32700,
    InvalidRequest = -32600,
    UnknownMethod = -32601,
    InvalidParams = -32602,
    Internal = -32603,
    Stale = 1001,
    NotHolder = 1002,
    Forbidden = 1003,
    IdConflict = 1004,
    NotFound = 1005,
    Conflict = 1006,
    TooLarge = 1007,
    RateLimited = 1008,
    StorageFull = 1009,
    Unavailable = 1010,
    Unauthenticated = 1011,
    Policy = 1012,
};

/** A failure that is part of normal life: a value, never thrown.
 *
 * message says in English what is wrong and what to do; data carries what the code's row in the
 * protocol names (holder, since, field, limit, …).
 */
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QJsonObject data = {};

    bool operator==(const Error &) const = default;
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, QString message, QJsonObject data = {})
{
    return std::unexpected(Error{kind, std::move(message), std::move(data)});
}

/** The word for a kind on the wire and in logs: "stale", "not_holder", … */
QString errorKindName(ErrorKind kind);

} // namespace quntai
