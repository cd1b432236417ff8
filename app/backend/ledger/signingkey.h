// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace quntai {

/** The head of a stream's chain of hashes at one moment. */
struct Head
{
    QString epoch;
    QString stream;
    qint64 seq = 0;
    QByteArray hash;

    bool operator==(const Head &) const = default;
};

/** The Ed25519 key that signs heads of the ledger. Its file (0600) holds the seed as hex. */
class SigningKey
{
public:
    /** Reads the key; makes one when the file is missing. */
    static Result<SigningKey> loadOrMake(const QString &file);
    /** NotFound when the file is missing. */
    static Result<SigningKey> load(const QString &file);

    /** Hash (32 bytes) and signature (64 bytes). The signed text is "quntai-head-1", epoch,
     * stream, seq and the hash in hex, a line each, without a newline after the last. */
    QByteArray sign(const Head &head) const;
    /** Whether a signature (64 bytes) is this key's for the head. */
    bool isSigned(const Head &head, const QByteArray &signature) const;
    /** 32 bytes; what others check signatures with. */
    QByteArray publicKey() const { return m_public; }

private:
    explicit SigningKey(const QByteArray &seed);

    QByteArray m_public;
    QByteArray m_secret;
};

} // namespace quntai
