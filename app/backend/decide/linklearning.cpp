// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linklearning.h"

#include "app/backend/language/similarity.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype lessonsAtOnce = 5;
constexpr int fewLessons = 2;  // so many that say nothing are added to the mean
constexpr int lookedAtLately = 4;
constexpr double recentHalfLife = 5 * 60 * 1000.0;

/** What the group looked like when a message came: what was said before it, newest first. */
class Moment
{
public:
    Moment(const Scene &scene, const Message &message)
        : m_scene(scene), m_message(message),
          m_gist(gistOf(wordsOf(message), scene.lexicon()))
    {
        const auto &recent = scene.group(message.group).recent;
        for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
            if ((*at)->seq < message.seq && !(*at)->internal)
                m_before.append(*at);
        }
    }

    /** Nothing of the topic was there: the message opened it. */
    LinkView::Features features(const TopicId &topic) const
    {
        const auto first = newestOf(topic);
        return first ? viewOf(topic, *first).features() : LinkView::Features{};
    }

private:
    MessagePtr newestOf(const TopicId &topic) const
    {
        const auto at = std::ranges::find(m_before, topic, [](const auto &m) { return m->topic; });
        return topic.isEmpty() || at == m_before.cend() ? nullptr : *at;
    }

    LinkView viewOf(const TopicId &topic, const Message &newest) const
    {
        LinkView view;
        view.recent = recentOf(m_message.at.ms - newest.at.ms);
        const auto elsewhere = [&](const MessagePtr &other) {
            return !other->topic.isEmpty() && other->topic != topic && other->seq > newest.seq;
        };
        view.newest = std::ranges::any_of(m_before, elsewhere) ? 0 : 1000;
        int looked = 0;
        for (const auto &other : m_before) {
            if (other->topic != topic || !isFromMember(*other))
                continue;
            if (other->author.id == m_message.author.id)
                view.asker = 1000;
            if (looked++ < lookedAtLately)
                view.alike = std::max(view.alike,
                                      similarity(m_gist, gistOf(wordsOf(*other), m_scene.lexicon())));
        }
        return view;
    }

    const Scene &m_scene;
    const Message &m_message;
    const Gist m_gist;
    QList<MessagePtr> m_before;
};

/** Where it was before people moved it. */
TopicId originOf(const Scene &scene, const Message &message)
{
    const auto &known = scene.state.linkLessons;
    const auto at = std::ranges::find(known, message.id, &LinkLesson::message);
    return at == known.cend() ? message.topic : at->from;
}

} // namespace

int recentOf(qint64 ageMs)
{
    const double age = double(std::max<qint64>(0, ageMs));
    return int(1000.0 * steadyExp(-age / recentHalfLife * 0.69314718055994530942));
}

LinkCorrection::LinkCorrection(const QList<LinkLesson> &lessons) : m_isEmpty(lessons.isEmpty())
{
    std::array<qint64, std::tuple_size_v<LinkView::Features>> sums{};
    for (const auto &lesson : lessons) {
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += std::clamp(lesson.features.value(qsizetype(i)), -1000, 1000);
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        m_weights[i] = int(sums[i] / (lessons.size() + fewLessons));
}

int LinkCorrection::corrected(int confidence, const LinkView &view) const
{
    if (m_isEmpty)
        return confidence;
    const auto features = view.features();
    qint64 sum = 0;
    for (std::size_t i = 0; i < features.size(); ++i)
        sum += qint64(m_weights[i]) * features[i];
    const int tip = int(std::clamp<qint64>(sum * strongest / 1'000'000, -strongest, strongest));
    return std::clamp(confidence + tip, 0, 1000);
}

QList<LinkLesson> linkLessonsOf(const Scene &scene, const GroupId &group,
                                const QList<MessageId> &moved, const TopicId &into)
{
    QList<LinkLesson> lessons;
    QList<TopicId> left;
    for (const auto &id : moved) {
        const auto message = findMessage(scene.state, group, id);
        if (!message || !isFromMember(*message) || lessons.size() == lessonsAtOnce)
            continue;
        const auto origin = originOf(scene, *message);
        // What came after it in the same topic only went along.
        if (origin == into || (!origin.isEmpty() && left.contains(origin)))
            continue;
        left.append(origin);
        const Moment then(scene, *message);
        const auto to = then.features(into);
        const auto from = then.features(origin);
        LinkLesson lesson{id, origin, {}};
        for (std::size_t i = 0; i < to.size(); ++i)
            lesson.features.append(to[i] - from[i]);
        if (to != from)
            lessons.append(lesson);
    }
    return lessons;
}

} // namespace quntai
