// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/chain.h"

#include <QtEndian>

#include <sodium.h>

namespace quntai {

namespace {

static_assert(hashSize == crypto_hash_sha256_BYTES);

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray sha256(const QByteArray &bytes)
{
    QByteArray hash(hashSize, Qt::Uninitialized);
    crypto_hash_sha256(raw(hash), raw(bytes), static_cast<unsigned long long>(bytes.size()));
    return hash;
}

void addNumber(QByteArray &to, qint64 number)
{
    const qint64 bytes = qToBigEndian(number);
    to.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

void addText(QByteArray &to, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    addNumber(to, utf8.size());
    to.append(utf8);
}

} // namespace

QByteArray chainStart()
{
    return QByteArray(hashSize, '\0');
}

QByteArray payloadHashOf(const QByteArray &salt, const QByteArray &payload)
{
    return sha256(salt + payload);
}

QByteArray recordHashOf(const QByteArray &before, const Record &record)
{
    QByteArray bytes;
    bytes.reserve(256);
    bytes.append(before);
    addText(bytes, record.stream);
    addNumber(bytes, record.seq);
    addNumber(bytes, record.partition);
    addNumber(bytes, record.at.ms);
    addText(bytes, record.type);
    addNumber(bytes, record.version);
    addText(bytes, record.group.value);
    addText(bytes, record.topic.value);
    bytes.append(record.payloadHash);
    return sha256(bytes);
}

int partitionOf(const GroupId &group)
{
    if (group.isEmpty())
        return -1;
    const unsigned char key[crypto_shorthash_KEYBYTES] = {};
    const QByteArray id = group.value.toUtf8();
    unsigned char hash[crypto_shorthash_BYTES];
    crypto_shorthash(hash, raw(id), static_cast<unsigned long long>(id.size()), key);
    return static_cast<int>(qFromLittleEndian<quint64>(hash) % 1024);
}

QByteArray makeSalt()
{
    QByteArray salt(saltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return salt;
}

} // namespace quntai
