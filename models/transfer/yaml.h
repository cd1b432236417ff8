// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/result.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStringList>

#include <yaml-cpp/yaml.h>

namespace quntai {

// Reading the YAML files people edit. yaml-cpp throws; these keep that inside one file and turn it
// into a value that names file, line and column.

// What is wrong throws YAML::Exception with its place and the name of the key.

/** Refuses a map with a key nobody reads, so that a slip of the pen shows. */
void demandKnownKeys(const YAML::Node &map, const QSet<QString> &known);
/** The list at a key; an empty one when it is absent. */
YAML::Node listAt(const YAML::Node &map, const char *key);
/** The text at a key; empty when it is absent. */
QString textAt(const YAML::Node &map, const char *key);
/** The list of texts at a key; empty when it is absent. */
QStringList textsAt(const YAML::Node &map, const char *key);
/** A fraction 0–1 as permille; fallback when absent. */
int permilleAt(const YAML::Node &map, const char *key, int fallback);
/** A whole number; fallback when absent. */
qint64 numberAt(const YAML::Node &map, const char *key, qint64 fallback);
/** A whole number from least to most; fallback when absent. */
qint64 rangeAt(const YAML::Node &map, const char *key, qint64 fallback, qint64 least, qint64 most);
/** true or false; false when absent. */
bool flagAt(const YAML::Node &map, const char *key);
/** groups and tags of a rule. */
template <class Rule>
void readNamed(const YAML::Node &map, Rule &rule)
{
    for (const auto &id : textsAt(map, "groups"))
        rule.groups.append({id});
    rule.tags = textsAt(map, "tags");
}

/** One of the words of an enumeration; fallback when absent. */
template <class Enum>
Enum wordAt(const YAML::Node &map, const char *key, Enum fallback)
{
    if (!map[key])
        return fallback;
    const auto word = textAt(map, key).toStdString();
    std::string all;
    for (std::size_t i = 0; i < enumWords<Enum>.size(); ++i) {
        if (word == enumWords<Enum>[i])
            return Enum(i);
        all += (i == 0 ? "" : ", ") + std::string(enumWords<Enum>[i]);
    }
    throw YAML::RepresentationException(map[key].Mark(), std::string(key) + " must be one of " + all);
}

/** A path, relative to base; empty when absent. */
QString pathAt(const YAML::Node &map, const char *key, const QDir &base);
/** A secret stands in a file of its own (secretFile) or, for a try, in the map (secret). */
QString secretAt(const YAML::Node &map, const QDir &base);

Error yamlError(const QString &file, const YAML::Exception &problem);

/** Reads and parses a file and gives its root to read(); every YAML problem becomes an Error of
 * kind InvalidParams, a missing file one of kind NotFound. */
template <class Read>
auto readYaml(const QString &path, Read &&read) -> Result<decltype(read(YAML::Node()))>
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::NotFound, QStringLiteral("%1 cannot be read: %2")
                                                .arg(path, file.errorString()));
    }
    try {
        return read(YAML::Load(file.readAll().toStdString()));
    } catch (const YAML::Exception &problem) {
        return std::unexpected(yamlError(path, problem));
    }
}

} // namespace quntai
