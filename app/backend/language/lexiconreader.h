// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"

#include <QCryptographicHash>

#include <functional>

namespace YAML {
class Node;
}

namespace quntai {

/** Reads the YAML files of a lexicon; what is wrong is an error with file and line. */
class LexiconReader
{
public:
    explicit LexiconReader(QString folder) : m_folder(std::move(folder)) {}
    Result<Lexicon> read();

private:
    using Take = std::function<void(const YAML::Node &)>;

    Result<> file(const QString &name, const Take &take);
    void traditional(const YAML::Node &root);
    void shorthands(const YAML::Node &root);
    void emotion(const YAML::Node &root);
    void feelingWords(const YAML::Node &root);
    void feelings(const YAML::Node &root);
    void paraphrases(const YAML::Node &root);
    void synonyms(const YAML::Node &root);
    void chatter(const YAML::Node &root);
    void dialogue(const YAML::Node &root);
    void addressing(const YAML::Node &root);
    void satisfaction(const YAML::Node &root);
    void linking(const YAML::Node &root);
    void linkWeights(const YAML::Node &root);
    void words(const YAML::Node &list, WordTrie &into);
    void weighted(const YAML::Node &list, const char *number, WordTrie &into);
    QString word(const YAML::Node &node) const;

    QString m_folder;
    Lexicon m_lexicon;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace quntai
