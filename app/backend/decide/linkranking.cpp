// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linkranking.h"

#include <cmath>
#include <vector>

namespace quntai {

namespace {

constexpr int mostMerges = 8;

/** What the group said before a message, as the linker reads it. */
struct Heard
{
    QList<MessagePtr> messages;
    std::vector<std::shared_ptr<const ReadMessage>> owned;
    std::vector<const Utterance *> utterances;
};

Heard heardBefore(const Scene &scene, const Message &message)
{
    Heard heard;
    for (const auto &other : scene.group(message.group).recent) {
        if (other->id == message.id || other->internal || other->seq > message.seq)
            continue;
        heard.messages.append(other);
        heard.owned.push_back(scene.core.memo.read(*other, scene.lexicon()));
        heard.utterances.push_back(&heard.owned.back()->utterance);
    }
    return heard;
}

/** The topic that goes on for it; empty when it is forgotten. */
TopicId liveTopic(const Scene &scene, const TopicId &id)
{
    const auto *topic = scene.topic(id);
    for (int hops = 0; topic && topic->state == TopicState::Merged && hops < mostMerges; ++hops)
        topic = scene.topic(topic->into);
    return topic ? topic->id : TopicId{};
}

int permille(double probability)
{
    return int(std::floor(probability * 1000 + 0.5));
}

/** Adds up what each message got. */
class Ledger
{
public:
    void add(const TopicId &topic, double probability)
    {
        for (size_t i = 0; i < m_sums.size(); ++i) {
            if (m_topics[qsizetype(i)] == topic) {
                m_sums[i] += probability;
                return;
            }
        }
        m_topics.append(topic);
        m_sums.push_back(probability);
    }

    QList<LinkRanking::Share> shares() const
    {
        QList<LinkRanking::Share> shares;
        for (size_t i = 0; i < m_sums.size(); ++i)
            shares.append({m_topics[qsizetype(i)], permille(m_sums[i])});
        return shares;
    }

private:
    QList<TopicId> m_topics;
    std::vector<double> m_sums;
};

} // namespace

int LinkRanking::of(const TopicId &topic) const
{
    for (const auto &share : topics) {
        if (share.topic == topic)
            return share.permille;
    }
    return 0;
}

LinkRanking linkRankingOf(const Scene &scene, const Message &message)
{
    const auto heard = heardBefore(scene, message);
    const auto &model = scene.lexicon().linking;
    if (model.isEmpty() || heard.utterances.empty())
        return {};
    const auto now = scene.core.memo.read(message, scene.lexicon());
    const auto question = linkQuestionOf(heard.utterances, now->utterance);
    const auto scores = model.score(question);
    Ledger ledger;
    double talk = 0;
    double bot = 0;
    for (size_t i = 1; i < question.candidates.size(); ++i) {
        const auto &other = *heard.messages[question.candidates[i].at];
        const auto topic = liveTopic(scene, other.topic);
        topic.isEmpty() ? void(talk += scores.probability[i])
                        : ledger.add(topic, scores.probability[i]);
        bot += other.author.kind == AuthorKind::Bot ? scores.probability[i] : 0;
    }
    return {ledger.shares(), permille(scores.probability.front()), permille(talk), permille(bot)};
}

} // namespace quntai
