// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <optional>

namespace quntai {

/** A password's hash as it is stored: with a check sum over it and its user, so that a flipped bit
 * is not taken for a wrong password. */
QByteArray sealHash(const UserId &user, const QByteArray &hash);
/** The hash in it; nothing when it is damaged or of another user. */
std::optional<QByteArray> unsealHash(const UserId &user, const QByteArray &sealed);

/** Reads the whole file of accounts before it is opened for writing, and does not change it.
 *
 * A file that is not there is good; one without any content is, unless it must hold something.
 * Unavailable names the file, what is wrong with it, and ends with the advice.
 */
Result<> checkAccounts(const QString &path, bool mustHold, const QString &advice);

} // namespace quntai
