// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/media.h"

#include <QHostAddress>

#include <algorithm>
#include <memory>

#include <openssl/evp.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int keySize = 32;
constexpr int vectorSize = 16;
constexpr int paddingBlock = 32;

struct FreeContext
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/** Nothing when it cannot be decrypted at all. */
QByteArray decrypted(const QByteArray &bytes, const QByteArray &key)
{
    const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
    QByteArray plain(bytes.size() + vectorSize, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(plain.data());
    int length = 0;
    int rest = 0;
    const bool done = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, raw(key), raw(key)) == 1
        && EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1
        && EVP_DecryptUpdate(context.get(), out, &length, raw(bytes), int(bytes.size())) == 1
        && EVP_DecryptFinal_ex(context.get(), out + length, &rest) == 1;
    plain.truncate(done ? length + rest : 0);
    return plain;
}

/** Loopback, private, link-local, or reserved for something else than the internet. */
bool isInside(const QHostAddress &address)
{
    static const QList<std::pair<QHostAddress, int>> inside = [] {
        QList<std::pair<QHostAddress, int>> nets;
        for (const auto *net : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
                                "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",
                                "::/8", "fc00::/7", "fe80::/10", "ff00::/8"})
            nets.append(QHostAddress::parseSubnet(QString::fromLatin1(net)));
        return nets;
    }();
    return std::ranges::any_of(inside, [&](const auto &net) { return address.isInSubnet(net); });
}

} // namespace

Result<QByteArray> decryptMedia(const QByteArray &encrypted, const QByteArray &key)
{
    const auto wrong = [] {
        return failure(ErrorKind::InvalidParams, u"It cannot be decrypted with the key it came with"_s);
    };
    if (key.size() != keySize || encrypted.isEmpty() || encrypted.size() % vectorSize != 0)
        return wrong();
    auto plain = decrypted(encrypted, key);
    const int padding = plain.isEmpty() ? 0 : quint8(plain.back());
    if (padding < 1 || padding > paddingBlock || padding > plain.size()
        || !std::all_of(plain.cend() - padding, plain.cend(),
                        [&](char byte) { return quint8(byte) == padding; }))
        return wrong();
    plain.chop(padding);
    return plain;
}

bool isLocalHost(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

QString whyNotFetched(const QUrl &url, bool local)
{
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return u"its address is not one to fetch from"_s;
    const QHostAddress address(url.host());
    const bool named = address.isNull();
    if (local && isLocalHost(url.host()))
        return {};
    if (named ? !url.host().contains(u'.') || url.host().endsWith(u".local") : isInside(address))
        return u"its address is inside this network"_s;
    return {};
}

} // namespace quntai
