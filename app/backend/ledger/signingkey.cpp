// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/signingkey.h"

#include "models/storage/files.h"

#include <QFile>

#include <sodium.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray signedText(const Head &head)
{
    return "quntai-head-1\n" + head.epoch.toUtf8() + '\n' + head.stream.toUtf8() + '\n'
        + QByteArray::number(head.seq) + '\n' + head.hash.toHex();
}

Result<> makeKeyFile(const QString &file)
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    randombytes_buf(seed.data(), static_cast<size_t>(seed.size()));
    // Under its name only when complete: a half-written key would lock the ledger out.
    const QString part = file + ".part"_L1;
    QFile::remove(part);
    if (auto made = makePrivateFile(part); !made)
        return made;
    QFile writer(part);
    if (!writer.open(QFile::WriteOnly) || writer.write(seed.toHex() + '\n') < 0 || !writer.flush())
        return std::unexpected(fileError(errno, file, u"writing it"));
    return syncFile(part).and_then([&] { return renameSynced(part, file); });
}

} // namespace

SigningKey::SigningKey(const QByteArray &seed)
    : m_public(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized)
    , m_secret(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized)
{
    crypto_sign_seed_keypair(raw(m_public), raw(m_secret), raw(seed));
}

Result<SigningKey> SigningKey::load(const QString &file)
{
    QFile reader(file);
    if (!reader.exists())
        return failure(ErrorKind::NotFound, u"%1 is missing."_s.arg(file));
    if (!reader.open(QFile::ReadOnly))
        return failure(ErrorKind::Unavailable,
                       u"%1 cannot be read: %2"_s.arg(file, reader.errorString()));
    const QByteArray seed = QByteArray::fromHex(reader.read(200).trimmed());
    if (seed.size() != crypto_sign_SEEDBYTES || sodium_init() < 0) {
        return failure(ErrorKind::Unavailable,
                       u"%1 is not a signing key. Put back the file from a backup, or move it away "
                       "together with anchors.jsonl to start with a new key."_s.arg(file));
    }
    return SigningKey(seed);
}

Result<SigningKey> SigningKey::loadOrMake(const QString &file)
{
    if (sodium_init() < 0)
        return failure(ErrorKind::Internal, u"No source of random numbers"_s);
    if (!QFile::exists(file)) {
        if (auto made = makeKeyFile(file); !made)
            return std::unexpected(made.error());
    }
    return load(file);
}

QByteArray SigningKey::sign(const Head &head) const
{
    const QByteArray text = signedText(head);
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(raw(signature), nullptr, raw(text),
                         static_cast<unsigned long long>(text.size()), raw(m_secret));
    return head.hash + signature;
}

bool SigningKey::isSigned(const Head &head, const QByteArray &signature) const
{
    const QByteArray text = signedText(head);
    return signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(raw(signature), raw(text),
                                       static_cast<unsigned long long>(text.size()), raw(m_public))
        == 0;
}

} // namespace quntai
