// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace quntai {

/** One thing a person can set, or the window remembers: its name in the file, what holds without
 * it, and what is allowed. */
template <class T>
struct Setting
{
    const char *key;
    T fallback;
    bool (*allowed)(const T &) = [](const T &) { return true; };
};

/** How the types of settings stand in the file; a value that does not read is nothing. */
namespace settingjson {

template <class T>
concept Worded = std::is_enum_v<T> && (enumWords<T>.size() > 0);

inline QJsonValue write(bool value) { return value; }
inline QJsonValue write(int value) { return value; }
inline QJsonValue write(const QString &value) { return value; }
inline QJsonValue write(const QStringList &value) { return QJsonArray::fromStringList(value); }
inline QJsonValue write(const QByteArray &value) { return QString::fromLatin1(value.toBase64()); }
QJsonValue write(const QHash<QString, QStringList> &value);
QJsonValue write(const QHash<QString, QList<int>> &value);

template <Worded T>
QJsonValue write(T value)
{
    const auto word = wordOf(value);
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

bool read(const QJsonValue &json, bool &value);
bool read(const QJsonValue &json, int &value);
bool read(const QJsonValue &json, QString &value);
bool read(const QJsonValue &json, QStringList &value);
bool read(const QJsonValue &json, QByteArray &value);
bool read(const QJsonValue &json, QHash<QString, QStringList> &value);
bool read(const QJsonValue &json, QHash<QString, QList<int>> &value);

template <Worded T>
bool read(const QJsonValue &json, T &value)
{
    const auto latin = json.toString().toLatin1();
    const auto &words = enumWords<T>;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == std::string_view(latin.constData(), std::size_t(latin.size()))) {
            value = T(at);
            return true;
        }
    }
    return false;
}

} // namespace settingjson

} // namespace quntai
