// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/yaml.h"

#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

QString textAt(const YAML::Node &map, const char *key)
{
    const auto node = map[key];
    return node ? QString::fromStdString(node.as<std::string>()) : QString();
}

QStringList textsAt(const YAML::Node &map, const char *key)
{
    QStringList texts;
    for (const auto &item : map[key])
        texts.append(QString::fromStdString(item.as<std::string>()));
    return texts;
}

int permilleAt(const YAML::Node &map, const char *key, int fallback)
{
    const auto node = map[key];
    if (!node)
        return fallback;
    const auto value = node.as<double>();
    if (value < 0 || value > 1)
        throw YAML::RepresentationException(node.Mark(), "must lie between 0 and 1");
    return int(std::lround(value * 1000));
}

qint64 numberAt(const YAML::Node &map, const char *key, qint64 fallback)
{
    const auto node = map[key];
    return node ? node.as<qint64>() : fallback;
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
