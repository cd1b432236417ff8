// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lexiconreader.h"

#include "app/backend/language/feelingmodel.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/paraphrase.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype apartEvery = 16;

QString textOf(const YAML::Node &node)
{
    return QString::fromStdString(node.as<std::string>());
}

/** A question of paraphrases.yaml and where it stands. */
struct Question
{
    QString text;
    int topic = 0;
    int meaning = 0;
};

/** Every two of a topic, and as many again of different topics: what shares nothing is not the
 * same either. */
QList<SentencePair> pairsOf(const QList<Question> &questions)
{
    QList<SentencePair> pairs;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const auto &a = questions[j];
            const auto &b = questions[i];
            const bool sameTopic = a.topic == b.topic;
            if (sameTopic || (i + j) % apartEvery == 0)
                pairs.append({a.text, b.text, sameTopic && a.meaning == b.meaning});
        }
    }
    return pairs;
}

} // namespace

Result<Lexicon> LexiconReader::read()
{
    // Traditional characters and shorthands first: every other word passes through them.
    const std::pair<QString, Take> files[] = {
        {u"traditional.yaml"_s, [this](const YAML::Node &root) { traditional(root); }},
        {u"shorthands.yaml"_s, [this](const YAML::Node &root) { shorthands(root); }},
        {u"emotion.yaml"_s, [this](const YAML::Node &root) { emotion(root); }},
        {u"stopwords.yaml"_s,
         [this](const YAML::Node &root) { words(root, m_lexicon.stopWords); }},
        {u"synonyms.yaml"_s, [this](const YAML::Node &root) { synonyms(root); }},
        {u"chatter.yaml"_s, [this](const YAML::Node &root) { chatter(root); }},
        {u"dialogue.yaml"_s, [this](const YAML::Node &root) { dialogue(root); }},
        {u"satisfaction.yaml"_s, [this](const YAML::Node &root) { satisfaction(root); }},
        {u"addressing.yaml"_s, [this](const YAML::Node &root) { addressing(root); }},
        {u"linking.yaml"_s, [this](const YAML::Node &root) { linking(root); }},
        {u"linkweights.yaml"_s, [this](const YAML::Node &root) { linkWeights(root); }},
        // The sentences last: they are read with all words known.
        {u"feelingwords.yaml"_s, [this](const YAML::Node &root) { feelingWords(root); }},
        {u"feelings.yaml"_s, [this](const YAML::Node &root) { feelings(root); }},
        {u"paraphrases.yaml"_s, [this](const YAML::Node &root) { paraphrases(root); }},
    };
    for (const auto &[name, take] : files) {
        if (const auto read = file(name, take); !read)
            return std::unexpected(read.error());
    }
    m_lexicon.hash = QString::fromLatin1(m_hash.result().toHex().first(8));
    return std::move(m_lexicon);
}

Result<> LexiconReader::file(const QString &name, const Take &take)
{
    const auto path = m_folder + u'/' + name;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
    const auto bytes = file.readAll();
    m_hash.addData(bytes);
    try {
        take(YAML::Load(bytes.toStdString()));
    } catch (const YAML::Exception &error) {
        return failure(ErrorKind::InvalidParams,
                       u"%1:%2: %3"_s.arg(path).arg(error.mark.line + 1).arg(
                           QString::fromStdString(error.msg)),
                       {{u"line"_s, error.mark.line + 1}});
    }
    return {};
}

QString LexiconReader::word(const YAML::Node &node) const
{
    // Emoji are words of chatter too; what normalising empties is never met again.
    return normalise(textOf(node), m_lexicon).text;
}

void LexiconReader::words(const YAML::Node &list, WordTrie &into)
{
    if (!list.IsDefined() || list.IsNull())
        return;
    if (!list.IsSequence())
        throw YAML::RepresentationException(list.Mark(), "a list of words is expected");
    for (const auto &entry : list)
        into.add(word(entry));
}

void LexiconReader::weighted(const YAML::Node &list, const char *number, WordTrie &into)
{
    if (!list.IsSequence())
        throw YAML::RepresentationException(list.Mark(), "a list of weighted words is expected");
    for (const auto &entry : list) {
        const auto value = entry[number];
        if (!entry["word"] || !value)
            throw YAML::RepresentationException(entry.Mark(), "word and its number are expected");
        into.add(word(entry["word"]), value.as<int>());
    }
}

void LexiconReader::traditional(const YAML::Node &root)
{
    const auto pairs = textOf(root["pairs"]).simplified().remove(u' ');
    if (pairs.size() % 2 != 0)
        throw YAML::RepresentationException(root["pairs"].Mark(), "pairs of characters expected");
    for (qsizetype i = 0; i < pairs.size(); i += 2)
        m_lexicon.m_simplified[pairs[i].unicode()] = pairs[i + 1].unicode();
}

void LexiconReader::shorthands(const YAML::Node &root)
{
    QList<std::pair<QString, QString>> pairs;
    const auto take = [&](const YAML::Node &from, const YAML::Node &to) {
        // Read while there are none: nothing is written out twice.
        pairs.append({word(from), word(to)});
        if (pairs.last().first.isEmpty() || pairs.last().second.isEmpty())
            throw YAML::RepresentationException(from.Mark(), "words are expected");
    };
    for (const auto &kept : root["keep"])
        take(kept, kept);
    for (const auto *group : {"pinyin", "typos", "dialect", "trade"}) {
        for (const auto &pair : root[group])
            take(pair.first, pair.second);
    }
    for (const auto &[from, to] : std::as_const(pairs)) {
        m_lexicon.shorthands.add(from, int(m_lexicon.written.size()));
        m_lexicon.written.append(to);
    }
}

void LexiconReader::emotion(const YAML::Node &root)
{
    weighted(root["anger"], "weight", m_lexicon.anger);
    weighted(root["anxiety"], "weight", m_lexicon.anxiety);
    weighted(root["positive"], "weight", m_lexicon.positive);
    weighted(root["intensifier"], "factorPermille", m_lexicon.intensifiers);
    words(root["negation"], m_lexicon.negations);
    words(root["humanRequest"], m_lexicon.humanRequests);
    m_lexicon.exclamationWeight = root["exclamationWeight"].as<int>();
    m_lexicon.repeatWeight = root["repeatWeight"].as<int>();
}

void LexiconReader::feelingWords(const YAML::Node &root)
{
    for (const auto &node : root) {
        if (!node["family"] || !node["weight"] || !node["negated"])
            throw YAML::RepresentationException(node.Mark(), "family, weight, negated expected");
        const int number = int(m_lexicon.feelingFamilies.size());
        m_lexicon.feelingFamilies.append({textOf(node["family"]),
                                          node["weight"].as<int>() / 100.0,
                                          node["negated"].as<int>() / 100.0});
        for (const auto &one : node["words"])
            m_lexicon.feelingWords.add(word(one), number);
        for (const auto &face : node["faces"])
            m_lexicon.feelingFaces.add(textOf(face), number);
    }
}

void LexiconReader::feelings(const YAML::Node &root)
{
    QList<FeelingSentence> sentences;
    for (const auto &group : root) {
        if (!group["upset"] || !group["texts"].IsSequence())
            throw YAML::RepresentationException(group.Mark(), "upset and texts are expected");
        for (const auto &text : group["texts"])
            sentences.append({textOf(text), group["upset"].as<bool>()});
    }
    m_lexicon.feelings = std::make_shared<const FeelingModel>(sentences, m_lexicon);
}

void LexiconReader::paraphrases(const YAML::Node &root)
{
    QList<Question> questions;
    for (std::size_t topic = 0; topic < root.size(); ++topic) {
        const auto meanings = root[topic]["meanings"];
        if (!meanings.IsSequence())
            throw YAML::RepresentationException(root[topic].Mark(), "a list of meanings expected");
        for (std::size_t meaning = 0; meaning < meanings.size(); ++meaning) {
            for (const auto &text : meanings[meaning])
                questions.append({textOf(text), int(topic), int(meaning)});
        }
    }
    GramCounts counts;
    for (const auto &question : std::as_const(questions))
        counts.add(comparedText(question.text, m_lexicon));
    m_lexicon.paraphrases = std::make_shared<const ParaphraseModel>(pairsOf(questions), counts,
                                                                    m_lexicon);
}

void LexiconReader::synonyms(const YAML::Node &root)
{
    for (const auto &set : root) {
        if (!set.IsSequence() || set.size() < 2)
            throw YAML::RepresentationException(set.Mark(), "a set of two or more words expected");
        const int number = int(m_lexicon.heads.size());
        m_lexicon.heads.append(word(set[0]));
        for (const auto &one : set) {
            // The first set that names a word keeps it.
            if (const auto text = word(one); !m_lexicon.synonyms.contains(text))
                m_lexicon.synonyms.add(text, number);
        }
    }
}

void LexiconReader::chatter(const YAML::Node &root)
{
    words(root["exact"], m_lexicon.chatter);
    for (const auto &part : root["contains"])
        m_lexicon.chatterParts.add(textOf(part));
    for (const auto &pattern : root["regex"]) {
        QRegularExpression regex(textOf(pattern), QRegularExpression::UseUnicodePropertiesOption);
        if (!regex.isValid())
            throw YAML::RepresentationException(pattern.Mark(), regex.errorString().toStdString());
        m_lexicon.chatterPatterns.append(regex);
    }
}

void LexiconReader::dialogue(const YAML::Node &root)
{
    words(root["question"], m_lexicon.questions);
    words(root["request"], m_lexicon.requests);
    words(root["fault"], m_lexicon.faults);
    words(root["acknowledgement"], m_lexicon.acknowledgements);
    words(root["elliptic"], m_lexicon.elliptics);
    words(root["meToo"], m_lexicon.meToos);
    words(root["progress"], m_lexicon.progress);
    words(root["staff"], m_lexicon.staffWords);
    words(root["company"], m_lexicon.companyWords);
    words(root["own"], m_lexicon.ownWords);
    words(root["laughter"], m_lexicon.laughter);
    words(root["called"], m_lexicon.addressWords);
}

void LexiconReader::addressing(const YAML::Node &root)
{
    m_lexicon.addressingBias = root["bias"].as<int>();
    for (const auto &cue : root["cues"])
        m_lexicon.addressing.insert(textOf(cue.first), cue.second.as<int>());
}

void LexiconReader::satisfaction(const YAML::Node &root)
{
    auto &into = m_lexicon.satisfaction;
    words(root["solved"], into.solved);
    words(root["solvedIn"], into.solvedIn);
    words(root["open"], into.open);
    words(root["unsolved"], into.unsolved);
    words(root["unsolvedNot"], into.unsolvedNot);
    words(root["confirms"], into.yes);
    words(root["denies"], into.no);
}

void LexiconReader::linking(const YAML::Node &root)
{
    const auto set = [&](const char *name) {
        QSet<QString> words;
        for (const auto &one : root[name])
            words.insert(textOf(one));
        return words;
    };
    m_lexicon.linking = LinkModel({set("common"), set("asks"), set("thanks"), set("greets"),
                                   set("agrees"), set("continues"), set("tells"), set("self")},
                                  {});
}

void LexiconReader::linkWeights(const YAML::Node &root)
{
    std::vector<LinkNetwork> networks;
    for (const auto &one : root["networks"]) {
        auto network = linkNetworkFrom(QByteArray::fromStdString(one.as<std::string>()));
        if (!network)
            throw YAML::RepresentationException(one.Mark(), network.error().message.toStdString());
        networks.push_back(std::move(*network));
    }
    m_lexicon.linking = LinkModel(m_lexicon.linking.words(), std::move(networks));
}

} // namespace quntai
