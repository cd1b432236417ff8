// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QByteArray>

namespace quntai {

/** One row of the ledger: header, payload and the hashes that chain it to the row before. */
struct Record
{
    qint64 id = 0;  //!< order over all streams
    QString stream;
    qint64 seq = 0;
    int partition = 0;
    Instant at;
    QString type;
    int version = 1;  //!< of the payload's schema
    GroupId group;
    TopicId topic;
    QByteArray hash;
    QByteArray payloadHash;
    QByteArray salt;     //!< null when erased
    QByteArray payload;  //!< JSON; null when erased

    bool isErased() const { return payload.isNull(); }
};

inline constexpr int hashSize = 32;
inline constexpr int saltSize = 16;

/** What the first record of a stream is chained to: 32 zero bytes. */
QByteArray chainStart();

/** SHA-256 of salt and payload. */
QByteArray payloadHashOf(const QByteArray &salt, const QByteArray &payload);

/** SHA-256 of the hash before, the canonical header and the payload's hash.
 *
 * The header is stream, seq, partition, at, type, version, group, topic in this order; numbers are
 * 8 bytes big-endian, texts are UTF-8 after their length as such a number. Fixed for ever.
 */
QByteArray recordHashOf(const QByteArray &before, const Record &record);

/** SipHash-2-4 with a zero key over the group's id ("channel/platform id"), as a little-endian
 * number modulo 1024; -1 for what belongs to no group. Fixed for ever. */
int partitionOf(const GroupId &group);

/** Fresh random salt. */
QByteArray makeSalt();

} // namespace quntai
