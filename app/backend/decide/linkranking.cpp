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
    std::vector<const WindowMessage *> messages;
    std::vector<const Utterance *> utterances;
};

/** What was read of a window lies all over the memory: asked for all at once, it comes in the time
 * of the first few. Changes nothing else. */
void callFor(const std::vector<WindowMessage> &window)
{
    constexpr int line = 64;  // bytes
    for (const auto &each : window) {
        const auto *read = reinterpret_cast<const char *>(each.read.get());
        for (size_t at = 0; at < sizeof(ReadMessage); at += line)
            __builtin_prefetch(read + at);
    }
    for (const auto &each : window) {
        __builtin_prefetch(each.read->utterance.terms.data());
        __builtin_prefetch(each.read->utterance.common.data());
        __builtin_prefetch(each.read->gist.terms.data());
    }
}

Heard heardBefore(const Scene &scene, const Message &message)
{
    const auto &window = scene.core.memo.window(scene.group(message.group), scene.lexicon());
    callFor(window);
    Heard heard;
    heard.messages.reserve(window.size());
    heard.utterances.reserve(window.size());
    for (const auto &other : window) {
        if (other.internal || other.seq > message.seq || other.is(message))
            continue;
        heard.messages.push_back(&other);
        heard.utterances.push_back(&other.read->utterance);
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
    bool add(const WindowMessage &message, double probability)
    {
        if (!message.inTopic)
            return false;
        auto known = std::ranges::find(m_rows, message.topic, &Row::said);
        if (known == m_rows.end())
            known = m_rows.insert(
                known, {message.topic, liveTopic(m_scene, message.message->topic), 0});
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
        size_t said = 0;  // its hash
        TopicId live;
        double sum = 0;
    };

    const Scene &m_scene;
    std::vector<Row> m_rows;
};

} // namespace

int LinkRanking::of(const TopicId &topic) const
{
    // Most ids of a group differ in their last character already.
    const auto last = topic.isEmpty() ? QChar() : topic.value.back();
    for (const auto &share : topics) {
        if (share.topic.value.back() == last && share.topic == topic)
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
        if (!sums.add(other, scores.probability[i]))
            talk += scores.probability[i];
        bot += other.fromBot ? scores.probability[i] : 0;
    }
    return {sums.shares(), permille(scores.probability.front()), permille(talk), permille(bot)};
}

} // namespace quntai
