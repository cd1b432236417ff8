// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sealedrecord.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace quntai {

namespace {

constexpr QByteArrayView magic = "QTR1";
constexpr qsizetype sumSize = 16;     // hex digits
constexpr qsizetype lengthSize = 8;   // hex digits
constexpr qsizetype headSize = magic.size() + sumSize + lengthSize;

QByteArray lengthOf(qsizetype length)
{
    return QByteArray::number(length, 16).rightJustified(lengthSize, '0');
}

QByteArray sumOf(QByteArrayView json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(sumSize);
}

/** The JSON of the record that begins the bytes; nothing when it is not whole. */
std::optional<QByteArrayView> bodyAt(QByteArrayView bytes)
{
    if (bytes.size() < headSize || !bytes.startsWith(magic))
        return std::nullopt;
    bool isNumber = false;
    const auto digits = bytes.sliced(magic.size() + sumSize, lengthSize);
    const auto length = digits.toLongLong(&isNumber, 16);
    if (!isNumber || length < 0 || length > bytes.size() - headSize || digits != lengthOf(length))
        return std::nullopt;
    const auto json = bytes.sliced(headSize, length);
    if (sumOf(json) != bytes.sliced(magic.size(), sumSize))
        return std::nullopt;
    return json;
}

} // namespace

QByteArray seal(const QJsonObject &record)
{
    const auto json = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return magic.toByteArray() + sumOf(json) + lengthOf(json.size()) + json;
}

std::optional<QJsonObject> unseal(QByteArrayView sealed)
{
    const auto json = bodyAt(sealed);
    if (!json || json->size() != sealed.size() - headSize)
        return std::nullopt;
    return QJsonDocument::fromJson(json->toByteArray()).object();
}

QList<QJsonObject> findSealed(QByteArrayView bytes)
{
    QList<QJsonObject> found;
    for (auto at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
        if (const auto json = bodyAt(bytes.sliced(at)))
            found.append(QJsonDocument::fromJson(json->toByteArray()).object());
    }
    return found;
}

} // namespace quntai
