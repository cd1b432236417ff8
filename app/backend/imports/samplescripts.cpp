// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/samplescripts.h"

#include "models/transfer/yaml.h"

#include <QDir>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

void readQuote(const YAML::Node &node, ScriptLine &line)
{
    if (!node)
        return;
    if (node.IsMap())
        line.quoteBotAnswer = node["bot"].as<int>();
    else
        line.quoteLine = node.as<int>();
}

void readMentions(const YAML::Node &node, ScriptLine &line)
{
    for (const auto &item : node) {
        const auto whom = QString::fromStdString(item.as<std::string>());
        if (whom == u"bot")
            line.mentionsBot = true;
        else
            line.mentions.append(whom);
    }
}

ScriptLine readLine(const YAML::Node &node)
{
    ScriptLine line;
    line.atMs = numberAt(node, "at", 0) * 1000;
    line.from = textAt(node, "from");
    line.text = textAt(node, "text");
    line.image = textAt(node, "image");
    const auto event = textAt(node, "event");
    if (event == u"join") {
        line.kind = ScriptLine::Kind::Join;
        line.members = textsAt(node, "members");
        return line;
    }
    if (event == u"recall") {
        line.kind = ScriptLine::Kind::Recall;
        line.recallLine = int(numberAt(node, "line", -1));
        return line;
    }
    readQuote(node["quote"], line);
    readMentions(node["mention"], line);
    return line;
}

SampleScript readScript(const YAML::Node &root)
{
    SampleScript script;
    script.id = textAt(root, "id");
    script.group = textAt(root, "group");
    for (const auto &node : root["lines"])
        script.lines.append(readLine(node));
    return script;
}

} // namespace

Result<QList<SampleScript>> readSampleScripts(const QString &directory)
{
    QList<SampleScript> scripts;
    const QDir folder(directory);
    for (const auto &name : folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        auto script = readYaml(folder.filePath(name), readScript);
        if (!script)
            return std::unexpected(script.error());
        scripts.append(std::move(*script));
    }
    return scripts;
}

} // namespace quntai
