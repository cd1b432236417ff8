// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <yaml-cpp/yaml.h>

namespace quntai::test {

inline QJsonValue scalarOf(const YAML::Node &node)
{
    const auto text = node.Scalar();
    bool flag = false;
    int whole = 0;
    double number = 0;
    if (node.Tag() == "!") // in quotes
        return QString::fromStdString(text);
    if (YAML::convert<int>::decode(node, whole))
        return whole;
    if (YAML::convert<double>::decode(node, number))
        return number;
    if (YAML::convert<bool>::decode(node, flag))
        return flag;
    return QString::fromStdString(text);
}

/** A YAML file as a JSON Schema sees it. */
inline QJsonValue jsonOf(const YAML::Node &node)
{
    if (node.IsMap()) {
        QJsonObject map;
        for (const auto &pair : node)
            map.insert(QString::fromStdString(pair.first.Scalar()), jsonOf(pair.second));
        return map;
    }
    if (node.IsSequence()) {
        QJsonArray list;
        for (const auto &item : node)
            list.append(jsonOf(item));
        return list;
    }
    return node.IsScalar() ? scalarOf(node) : QJsonValue(QJsonValue::Null);
}

} // namespace quntai::test
