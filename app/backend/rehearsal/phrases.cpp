// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/rehearsal/phrases.h"

#include "models/transfer/yaml.h"

#include <array>

namespace quntai {

namespace {

struct ListRow
{
    const char *key;
    QStringList Phrases::*list;
};

constexpr auto lists = std::to_array<ListRow>({
    {"nicknames", &Phrases::nicknames},
    {"thanks", &Phrases::thanks},
    {"chatter", &Phrases::chatter},
    {"peerAnswers", &Phrases::peerAnswers},
    {"angry", &Phrases::angry},
    {"humanRequests", &Phrases::humanRequests},
    {"unknown", &Phrases::unknown},
    {"agentReplies", &Phrases::agentReplies},
    {"agentAnswers", &Phrases::agentAnswers},
    {"handBacks", &Phrases::handBacks},
    {"refusals", &Phrases::refusals},
    {"faults", &Phrases::faults},
});

Phrases phrasesFrom(const YAML::Node &root)
{
    Phrases phrases;
    for (const auto &row : lists) {
        phrases.*row.list = textsAt(root, row.key);
        if ((phrases.*row.list).isEmpty())
            throw YAML::RepresentationException(root.Mark(), std::string("nothing at ") + row.key);
    }
    for (const auto &node : listAt(root, "corrections"))
        phrases.corrections.append({textAt(node, "question"), textAt(node, "answer")});
    return phrases;
}

} // namespace

Result<Phrases> readPhrases(const QString &file)
{
    return readYaml(file, phrasesFrom);
}

} // namespace quntai
