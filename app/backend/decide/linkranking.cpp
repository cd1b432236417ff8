// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linkranking.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace quntai {

namespace {

constexpr int mostMerges = 8;

/** What the group said before a message, as the linker reads it. */
struct Heard
{
    std::vector<const Message *> messages;
    std::vector<const Utterance *> utterances;
};

Heard heardBefore(const Scene &scene, const Message &message)
{
    Heard heard;
    for (const auto &other : scene.group(message.group).recent) {
        if (other->id == message.id || other->internal || other->seq > message.seq)
            continue;
        heard.messages.push_back(other.get());
        heard.utterances.push_back(&scene.core.memo.read(other, scene.lexicon()).utterance);
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

/** Adds up what each message's live topic got. */
class TopicSums
{
public:
    explicit TopicSums(const Scene &scene) : m_scene(scene) {}

    /** False for talk. */
    bool add(const TopicId &topic, double probability)
    {
        if (topic.isEmpty())
            return false;
        auto known = std::ranges::find(m_rows, topic, &Row::said);
        if (known == m_rows.end())
            known = m_rows.insert(known, {topic, liveTopic(m_scene, topic), 0});
        known->sum += probability;
        return !known->live.isEmpty();
    }

    QList<LinkRanking::Share> shares() const
    {
        std::vector<Row> sums;
        for (const auto &row : m_rows) {
            const auto same = std::ranges::find(sums, row.live, &Row::live);
            same == sums.end() ? void(sums.push_back(row)) : void(same->sum += row.sum);
        }
        QList<LinkRanking::Share> shares;
        for (const auto &row : sums) {
            if (!row.live.isEmpty())
                shares.append({row.live, permille(row.sum)});
        }
        return shares;
    }

private:
    struct Row
    {
        TopicId said;
        TopicId live;
        double sum = 0;
    };

    const Scene &m_scene;
    std::vector<Row> m_rows;
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
    TopicSums sums(scene);
    double talk = 0;
    double bot = 0;
    for (size_t i = 1; i < question.candidates.size(); ++i) {
        const auto &other = *heard.messages[size_t(question.candidates[i].at)];
        if (!sums.add(other.topic, scores.probability[i]))
            talk += scores.probability[i];
        bot += other.author.kind == AuthorKind::Bot ? scores.probability[i] : 0;
    }
    return {sums.shares(), permille(scores.probability.front()), permille(talk), permille(bot)};
}

} // namespace quntai
