// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/language/sampleknowledge.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace quntai::test {

using namespace Qt::StringLiterals;

QList<Entry> sampleKnowledge()
{
    const auto path = qEnvironmentVariable("QUNTAI_SOURCE_DIR")
        + u"/resources/sample/knowledge.yaml"_s;
    const auto text = [](const YAML::Node &node) {
        return QString::fromStdString(node.as<std::string>());
    };
    QList<Entry> entries;
    for (const auto &node : YAML::LoadFile(path.toStdString())) {
        Entry entry;
        entry.id = {text(node["id"])};
        entry.version = 1;
        entry.category = text(node["category"]);
        entry.question = text(node["question"]);
        for (const auto &similar : node["similar"])
            entry.similar.append(text(similar));
        entry.answer = text(node["answer"]);
        entry.risk = text(node["risk"]) == u"high" ? Risk::High : Risk::Low;
        for (const auto &tag : node["tags"])
            entry.tags.append(text(tag));
        for (const auto &told : node["slots"]) {
            const auto kind = std::ranges::find(enumWords<SlotKind>, told["kind"].as<std::string>());
            Slot slot{text(told["name"]), text(told["ask"]),
                      SlotKind(kind - enumWords<SlotKind>.begin()), {}};
            for (const auto &choice : told["choices"])
                slot.choices.append(text(choice));
            entry.slots_.append(slot);
        }
        entries.append(entry);
    }
    return entries;
}

QStringList chatter()
{
    const auto path = qEnvironmentVariable("QUNTAI_SOURCE_DIR")
        + u"/resources/language/chatter.yaml"_s;
    QStringList talk;
    for (const auto &node : YAML::LoadFile(path.toStdString())["exact"])
        talk.append(QString::fromStdString(node.as<std::string>()));
    return talk;
}

} // namespace quntai::test
