// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/scenereader.h"

#include <QFile>
#include <QFileInfo>

#include <yaml-cpp/yaml.h>

namespace quntai::test {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const YAML::Node &node)
{
    return node ? QString::fromStdString(node.as<std::string>()) : QString();
}

void checkKeys(const YAML::Node &map, const QStringList &known)
{
    for (const auto &member : map) {
        if (!known.contains(textOf(member.first)))
            throw YAML::RepresentationException(member.first.Mark(), "an unknown key");
    }
}

ScriptLine lineOf(const YAML::Node &node)
{
    ScriptLine line;
    line.atMs = node["at"].as<qint64>() * 1000;
    line.from = textOf(node["from"]);
    line.text = textOf(node["text"]);
    if (node["image"] && node["image"].as<bool>())
        line.image = u"picture.jpg"_s;
    line.mentionsBot = node["mentionsBot"] && node["mentionsBot"].as<bool>();
    for (const auto &mention : node["mentions"])
        line.mentions.append(textOf(mention));
    if (node["quote"])
        line.quoteLine = node["quote"].as<int>();
    return line;
}

Expected expectedOf(const YAML::Node &node)
{
    Expected expected;
    expected.to = textOf(node["to"]).split(u'|', Qt::SkipEmptyParts);
    expected.does = textOf(node["does"]).split(u'|', Qt::SkipEmptyParts);
    expected.entry = textOf(node["entry"]);
    expected.topic = textOf(node["topic"]);
    expected.reason = textOf(node["reason"]);
    expected.gap = textOf(node["gap"]);
    if (const auto span = node["emotion"])
        expected.emotion = {span[0].as<int>(), span[1].as<int>()};
    return expected;
}

Scene sceneOf(const YAML::Node &root)
{
    checkKeys(root, {u"scene"_s, u"checks"_s, u"group"_s, u"lines"_s});
    Scene scene;
    scene.title = textOf(root["scene"]);
    scene.script.group = textOf(root["group"]);
    for (const auto &node : root["lines"]) {
        checkKeys(node, {u"at"_s, u"from"_s, u"text"_s, u"image"_s, u"mentions"_s,
                         u"mentionsBot"_s, u"quote"_s, u"to"_s, u"does"_s, u"entry"_s, u"topic"_s,
                         u"reason"_s, u"emotion"_s, u"gap"_s});
        scene.script.lines.append(lineOf(node));
        scene.expected.append(expectedOf(node));
    }
    return scene;
}

} // namespace

Result<Scene> readScene(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return failure(ErrorKind::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
    try {
        auto scene = sceneOf(YAML::Load(file.readAll().toStdString()));
        scene.script.id = QFileInfo(path).completeBaseName();
        return scene;
    } catch (const YAML::Exception &error) {
        return failure(ErrorKind::InvalidParams,
                       u"%1:%2: %3"_s.arg(path).arg(error.mark.line + 1).arg(
                           QString::fromStdString(error.msg)));
    }
}

} // namespace quntai::test
