// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/settings/setting.h"

#include <cmath>
#include <limits>

namespace quntai::settingjson {

namespace {

constexpr qsizetype longestList = 200;
constexpr qsizetype longestText = 4096;

template <class T>
bool readMap(const QJsonValue &json, QHash<QString, T> &value)
{
    if (!json.isObject() || json.toObject().size() > longestList * 5)
        return false;
    const auto object = json.toObject();
    QHash<QString, T> found;
    for (auto it = object.begin(); it != object.end(); ++it) {
        T one;
        if constexpr (std::is_same_v<T, QStringList>) {
            if (!read(it.value(), one))
                return false;
        } else {
            for (const auto &number : it.value().toArray())
                one.append(number.toInt());
        }
        found.insert(it.key(), one);
    }
    value = found;
    return true;
}

} // namespace

QJsonValue write(const QHash<QString, QStringList> &value)
{
    QJsonObject object;
    for (auto it = value.cbegin(); it != value.cend(); ++it)
        object.insert(it.key(), write(it.value()));
    return object;
}

QJsonValue write(const QHash<QString, QList<int>> &value)
{
    QJsonObject object;
    for (auto it = value.cbegin(); it != value.cend(); ++it) {
        QJsonArray numbers;
        for (const int number : it.value())
            numbers.append(number);
        object.insert(it.key(), numbers);
    }
    return object;
}

bool read(const QJsonValue &json, bool &value)
{
    if (json.isBool())
        value = json.toBool();
    return json.isBool();
}

bool read(const QJsonValue &json, int &value)
{
    const double number = json.toDouble(0.5);
    const bool whole = json.isDouble() && number == std::floor(number)
        && std::abs(number) <= double(std::numeric_limits<int>::max());
    if (whole)
        value = int(number);
    return whole;
}

bool read(const QJsonValue &json, QString &value)
{
    const bool good = json.isString() && json.toString().size() <= longestText;
    if (good)
        value = json.toString();
    return good;
}

bool read(const QJsonValue &json, QStringList &value)
{
    if (!json.isArray() || json.toArray().size() > longestList)
        return false;
    QStringList found;
    for (const auto &one : json.toArray()) {
        QString text;
        if (!read(one, text))
            return false;
        found.append(text);
    }
    value = found;
    return true;
}

bool read(const QJsonValue &json, QByteArray &value)
{
    const auto bytes = QByteArray::fromBase64Encoding(json.toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!json.isString() || !bytes)
        return false;
    value = *bytes;
    return true;
}

bool read(const QJsonValue &json, QHash<QString, QStringList> &value)
{
    return readMap(json, value);
}

bool read(const QJsonValue &json, QHash<QString, QList<int>> &value)
{
    return readMap(json, value);
}

} // namespace quntai::settingjson
