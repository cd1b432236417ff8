// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/passwordrules.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace quntai {

/** Argon2id of a password in libsodium's text form; takes some 100 ms and 64 MiB.
 * InvalidParams for one that is too short or too long. Any thread. */
Result<QByteArray> hashPassword(const QString &password);

/** True when the password is the one of the hash. An empty hash takes as long and is never right,
 * so that time does not tell whether a user exists. Any thread. */
bool verifyPassword(const QByteArray &hash, const QString &password);

/** 32 random bytes as text for a URL. */
QString randomToken();

} // namespace quntai
