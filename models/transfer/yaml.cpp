// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/yaml.h"

#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const YAML::Node &node, const char *key, const char *why)
{
    throw YAML::RepresentationException(node.Mark(), std::string(key) + ' ' + why);
}

template <class T>
T valueOf(const YAML::Node &node, const char *key, const char *why)
{
    try {
        return node.as<T>();
    } catch (const YAML::BadConversion &) {
        refuse(node, key, why);
    }
}

} // namespace

void demandKnownKeys(const YAML::Node &map, const QSet<QString> &known)
{
    if (map.IsDefined() && !map.IsNull() && !map.IsMap())
        throw YAML::RepresentationException(map.Mark(), "must be a list of keys and values");
    for (const auto &pair : map) {
        const auto key = pair.first.as<std::string>();
        if (!known.contains(QString::fromStdString(key)))
            throw YAML::RepresentationException(pair.first.Mark(), "unknown key: " + key);
    }
}

YAML::Node listAt(const YAML::Node &map, const char *key)
{
    const auto node = map[key];
    if (!node || node.IsNull())
        return YAML::Node(YAML::NodeType::Sequence);
    if (!node.IsSequence())
        refuse(node, key, "must be a list");
    return node;
}

QString textAt(const YAML::Node &map, const char *key)
{
    const auto node = map[key];
    // yaml-cpp reads a key without a value as the text "null".
    return node && !node.IsNull()
        ? QString::fromStdString(valueOf<std::string>(node, key, "must be a text"))
        : QString();
}

QStringList textsAt(const YAML::Node &map, const char *key)
{
    QStringList texts;
    for (const auto &item : listAt(map, key))
        texts.append(QString::fromStdString(valueOf<std::string>(item, key, "must list texts")));
    return texts;
}

int permilleAt(const YAML::Node &map, const char *key, int fallback)
{
    const auto node = map[key];
    if (!node)
        return fallback;
    const auto value = valueOf<double>(node, key, "must be a number from 0 to 1");
    if (!(value >= 0 && value <= 1))
        refuse(node, key, "must lie between 0 and 1");
    return int(std::lround(value * 1000));
}

qint64 numberAt(const YAML::Node &map, const char *key, qint64 fallback)
{
    const auto node = map[key];
    return node ? valueOf<qint64>(node, key, "must be a whole number") : fallback;
}

qint64 rangeAt(const YAML::Node &map, const char *key, qint64 fallback, qint64 least, qint64 most)
{
    const auto value = numberAt(map, key, fallback);
    if (map[key] && (value < least || value > most)) {
        const auto why = "must be from " + std::to_string(least) + " to " + std::to_string(most);
        refuse(map[key], key, why.c_str());
    }
    return value;
}

bool flagAt(const YAML::Node &map, const char *key)
{
    const auto node = map[key];
    return node && valueOf<bool>(node, key, "must be true or false");
}

QString pathAt(const YAML::Node &map, const char *key, const QDir &base)
{
    const auto path = textAt(map, key);
    return path.isEmpty() ? path : base.absoluteFilePath(path);
}

QString secretAt(const YAML::Node &map, const QDir &base)
{
    if (!map["secretFile"])
        return textAt(map, "secret");
    QFile file(pathAt(map, "secretFile", base));
    if (!file.open(QIODevice::ReadOnly)) {
        throw YAML::RepresentationException(map["secretFile"].Mark(),
                                            "cannot be read: " + file.errorString().toStdString());
    }
    return QString::fromUtf8(file.readAll()).trimmed();
}

Error yamlError(const QString &file, const YAML::Exception &problem)
{
    const auto message = QString::fromStdString(problem.msg);
    if (problem.mark.is_null())
        return {ErrorKind::InvalidParams, u"%1: %2"_s.arg(file, message), {}};
    return {ErrorKind::InvalidParams,
            u"%1:%2:%3: %4"_s.arg(file)
                .arg(problem.mark.line + 1)
                .arg(problem.mark.column + 1)
                .arg(message),
            {{u"line"_s, problem.mark.line + 1}}};
}

} // namespace quntai
