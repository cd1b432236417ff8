// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace quntai {

/** A record that proves itself: "QTR1", checksum, length, JSON.
 *
 * It can be told from a damaged one, and found in the raw bytes of a file whose tables cannot be
 * read any more.
 */
QByteArray seal(const QJsonObject &record);

/** The record, or nothing when a bit of it is wrong. */
std::optional<QJsonObject> unseal(QByteArrayView sealed);

/** Every whole record that stands anywhere in the bytes. */
QList<QJsonObject> findSealed(QByteArrayView bytes);

} // namespace quntai
