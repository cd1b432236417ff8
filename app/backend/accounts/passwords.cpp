// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/passwords.h"

#include <sodium.h>

#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto operations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

QByteArray hashOf(const QByteArray &utf8)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0
        || crypto_pwhash_str(hash.data(), utf8.constData(), quint64(utf8.size()), operations,
                             memory) != 0)
        return {};
    return QByteArray(hash.data());
}

/** A hash nobody's password has. */
const QByteArray &nobodysHash()
{
    static const auto hash = hashOf(randomToken().toUtf8());
    return hash;
}

} // namespace

Result<QByteArray> hashPassword(const QString &password)
{
    if (password.size() < minPasswordLength || password.size() > maxPasswordLength)
        return failure(ErrorKind::InvalidParams,
                       u"A password needs %1 to %2 characters"_s.arg(minPasswordLength)
                           .arg(maxPasswordLength),
                       {{u"field"_s, u"password"_s}});
    auto hash = hashOf(password.toUtf8());
    if (hash.isEmpty())
        return failure(ErrorKind::Unavailable, u"There is no memory to hash a password"_s);
    return hash;
}

bool verifyPassword(const QByteArray &hash, const QString &password)
{
    const auto utf8 = password.left(maxPasswordLength).toUtf8();
    const auto &against = hash.isEmpty() ? nobodysHash() : hash;
    const bool right = sodium_init() >= 0
        && crypto_pwhash_str_verify(against.constData(), utf8.constData(), quint64(utf8.size()))
            == 0;
    return right && !hash.isEmpty();
}

QString randomToken()
{
    std::array<char, 32> bytes{};
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used");
    randombytes_buf(bytes.data(), bytes.size());
    return QString::fromLatin1(QByteArray(bytes.data(), qsizetype(bytes.size()))
                                   .toBase64(QByteArray::Base64UrlEncoding
                                             | QByteArray::OmitTrailingEquals));
}

} // namespace quntai
