// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/linking.h"

#include "app/backend/decide/addressing.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/linklearning.h"
#include "app/backend/decide/linkranking.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/similarity.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>
#include <optional>

namespace quntai {

namespace {

constexpr int quoteConfidence = 970;
constexpr int mentionConfidence = 850;
constexpr int sameAskerConfidence = 920;
constexpr int meTooConfidence = 780;
constexpr int otherMatterConfidence = 350; // same asker, but plainly another matter
constexpr int joinFrom = 500;              // below: a topic of its own
constexpr int reopenFrom = 450;            // similarity with the ended topic
constexpr int upsetFrom = 40;
constexpr qint64 reopenMs = 72LL * 3600 * 1000;
constexpr qint64 activeMs = 30 * 60 * 1000;
constexpr qint64 meTooMs = 5 * 60 * 1000;
constexpr double sameAskerHalfLife = 40 * 60 * 1000.0;
constexpr double similarHalfLife = 15 * 60 * 1000.0;
constexpr qsizetype ellipticLength = 8;
constexpr int byHandConfidence = 960; // a person has put what they said last there
constexpr int lookedAtLately = 4;
// The rules know this trade, the ranker only how talk goes: it tips what the rules leave open.
constexpr int ruleShare = 3;
constexpr int rankerShare = 1;
constexpr int answerFrom = 700; // a colleague's answer among several questions

/** value · 2^(−age / halfLife). */
int decayed(int value, qint64 ageMs, double halfLife)
{
    if (value == 0)
        return 0;
    const double age = double(std::max<qint64>(0, ageMs));
    return int(value * steadyExp(-age / halfLife * 0.69314718055994530942));
}

class Linker
{
public:
    Linker(const Scene &scene, const Message &message, const Retrieval &found, int emotion)
        : m_scene(scene), m_group(scene.group(message.group)), m_message(message), m_found(found),
          m_emotion(emotion), m_author{message.author.id},
          m_read(scene.core.memo.read(message, scene.lexicon())),
          m_ranking(linkRankingOf(scene, message)),
          m_open(scene.core.memo.titled(m_group, scene.openTopics(m_group), scene.lexicon())),
          m_normal(normalise(wordsOf(message), scene.lexicon()).text),
          m_isMeToo(isMeToo(scene.lexicon(), m_normal))
    {
    }

    Link link()
    {
        m_own = ownTopics();
        m_newest = newestTalk();
        readWindow();
        byQuote();
        byMention();
        byHand();
        for (const auto &[topic, title] : m_open) {
            if (topic->group == m_message.group)
                byHistory(*topic, *title);
        }
        byReturn();
        auto link = best();
        link.followsBot = m_ranking.bot;
        return link;
    }

private:
    struct Said
    {
        size_t topic = 0;  // its hash: in one group, no two are alike
        const Gist *gist = nullptr;
    };
    struct Choice
    {
        TopicId topic;
        LinkRule rule;
        int confidence;
        qint64 lastAt;
    };

    bool isTooOld(const Topic &topic) const
    {
        return hasEnded(topic) && m_scene.now.ms - topic.endedAt.ms > reopenMs;
    }

    /** The live topic a message belongs to, through merges. */
    const Topic *topicOf(const MessageId &id) const
    {
        TopicId topic;
        if (const auto message = findMessage(m_scene.state, m_message.group, id))
            topic = message->topic;
        for (auto at = m_group.traces.crbegin(); topic.isEmpty() && at != m_group.traces.crend();
             ++at) {
            if (at->id == id)
                topic = at->topic;
        }
        const auto *found = m_scene.topic(topic);
        for (int hops = 0; found && found->state == TopicState::Merged && hops < 8; ++hops)
            found = m_scene.topic(found->into);
        return found;
    }

    void choose(const Topic &topic, LinkRule rule, int confidence)
    {
        if (confidence > 0)
            m_choices.append({topic.id, rule, std::min(confidence, 1000), topic.lastAt.ms});
    }

    void byQuote()
    {
        if (m_message.quote.isEmpty())
            return;
        if (const auto *topic = topicOf(m_message.quote); topic && !isTooOld(*topic))
            choose(*topic, LinkRule::Quote, quoteConfidence);
    }

    void byMention()
    {
        for (const auto &member : m_message.mentions) {
            if (const auto *topic = openTopicOf(m_scene, m_message.group, member)) {
                m_called.append(topic->id);
                choose(*topic, LinkRule::Mention, mentionConfidence);
            }
        }
    }

    /** Where a person has put the last thing its author said, the next one belongs too. */
    void byHand()
    {
        const auto &window = m_scene.core.memo.window(m_group, m_scene.lexicon());
        const int author = personOf(m_message.author.id);
        for (auto at = window.crbegin(); at != window.crend(); ++at) {
            if (at->author != author || at->internal || at->is(m_message))
                continue;
            const auto &other = *at->message;
            if (other.author.id != m_message.author.id)
                continue;
            const auto *topic =
                other.link == LinkRule::Human ? m_scene.topic(other.topic) : nullptr;
            if (topic && !hasEnded(*topic) && !isOtherMatter(*topic, likenessOf(*topic))) {
                const auto age = m_scene.now.ms - other.at.ms;
                choose(*topic, LinkRule::SameAsker,
                       decayed(byHandConfidence, age, sameAskerHalfLife));
            }
            return;
        }
    }

    /** A rule's view, tipped by the ranker's. A topic whose asker is called has the ranker's whole
     * voice, so that a mention never speaks against it. */
    int weighed(const Topic &topic, int rule) const
    {
        const auto ranked = m_called.contains(topic.id) ? std::optional(1000)
                                                        : rankedShare(topic);
        if (!ranked)
            return rule;
        return (ruleShare * rule + rankerShare * *ranked) / (ruleShare + rankerShare);
    }

    /** The ranker chooses among an author's own topics, and among those of others for one who has
     * none; it leads nobody away from the only one of their own. */
    int weighedOwn(const Topic &topic, int rule) const
    {
        return m_own > 1 ? weighed(topic, rule) : std::max(rule, weighed(topic, rule));
    }

    int weighedOther(const Topic &topic, int rule) const
    {
        return m_own > 0 && !m_called.contains(topic.id) ? rule : weighed(topic, rule);
    }

    /** Open topics in which the author asked lately. */
    int ownTopics() const
    {
        return int(std::ranges::count_if(m_open, [&](const WindowTopic &open) {
            return m_scene.now.ms - open.topic->lastAt.ms <= activeMs
                && open.topic->askers.contains(m_author);
        }));
    }

    /** Permille of what is no talk; nothing for a topic not spoken in lately. */
    std::optional<int> rankedShare(const Topic &topic) const
    {
        const int share = m_ranking.of(topic.id);
        const int matters = 1000 - m_ranking.talk;
        if (share == 0 || matters <= 0)
            return {};
        return std::min(1000, share * 1000 / matters);
    }

    void byHistory(const Topic &topic, const Gist &title)
    {
        const auto age = m_scene.now.ms - topic.lastAt.ms;
        const int alike = likeness(topic, title);
        const bool asked = topic.askers.contains(m_author);
        const int confidence = asked ? ofAsker(topic, alike, age)
                                     : weighedOther(topic, ofOthers(alike, age));
        const LinkView view{1000, asked ? 1000 : 0, alike, recentOf(age),
                            topic.lastAt == m_newest ? 1000 : 0};
        choose(topic, asked ? LinkRule::SameAsker : LinkRule::Similar,
               m_taught.corrected(confidence, view));
    }

    /** When anything was said in an open topic last. */
    Instant newestTalk() const
    {
        Instant newest;
        for (const auto &open : m_open)
            newest = std::max(newest, open.topic->lastAt);
        return newest;
    }

    int ofAsker(const Topic &topic, int alike, qint64 age) const
    {
        const bool other = isOtherMatter(topic, alike);
        const int kept =
            decayed(other ? otherMatterConfidence : sameAskerConfidence, age, sameAskerHalfLife);
        const int rule = kept + (1000 - kept) * alike / 2000;
        return other ? rule : weighedOwn(topic, rule);
    }

    int ofOthers(int alike, qint64 age) const
    {
        return decayed(m_isMeToo && age <= meTooMs ? meTooConfidence : alike, age, similarHalfLife);
    }

    /** An asker who comes back within 72 h on what was settled. */
    void byReturn()
    {
        for (auto at = m_group.ended.crbegin(); at != m_group.ended.crend(); ++at) {
            const auto *topic = m_scene.topic(*at);
            if (!topic || topic->state == TopicState::Merged || !topic->askers.contains(m_author)
                || isTooOld(*topic))
                continue;
            const int alike = std::max(likenessOf(*topic), sameIntent(*topic) ? 700 : 0);
            if (alike >= reopenFrom)
                choose(*topic, LinkRule::SameAsker, alike);
        }
    }

    /** With the title, and with what was asked in the topic lately. */
    int likenessOf(const Topic &topic) const
    {
        return likeness(topic, *m_scene.core.memo.title(topic, m_scene.lexicon()));
    }

    int likeness(const Topic &topic, const Gist &title) const
    {
        const auto &mine = m_read->gist;
        int most = similarity(mine, title);
        int looked = 0;
        const auto named = qHash(topic.id);
        for (const auto &said : m_said) {
            if (said.topic != named || looked == lookedAtLately)
                continue;
            ++looked;
            most = std::max(most, similarity(mine, *said.gist));
        }
        return most;
    }

    /** What members said in topics, newest first. */
    void readWindow()
    {
        const auto &window = m_scene.core.memo.window(m_group, m_scene.lexicon());
        m_said.reserve(window.size());
        for (auto at = window.crbegin(); at != window.crend(); ++at) {
            if (at->inTopic && at->fromMember && !at->is(m_message))
                m_said.push_back({at->topic, &at->read->gist});
        }
    }

    bool sameIntent(const Topic &topic) const
    {
        return !m_found.candidates.isEmpty() && m_found.candidates.first().entry == topic.intent
            && m_found.confidence >= m_scene.policyOf(topic.group).clarifyThreshold;
    }

    bool isElliptic() const
    {
        return m_scene.lexicon().elliptics.longestAt(m_normal, 0).has_value()
            || lettersOf(m_normal).size() <= ellipticLength / 2;
    }

    /** What neither asks nor tells of anything wrong or wanted opens no matter, whatever it is like. */
    bool opensMatter() const
    {
        return m_scene.lexicon().requests.occursIn(m_normal)
            || isQuestion(m_scene.lexicon(), m_normal);
    }

    /** A confident question of another category, not leaning on what was said: a new matter. Anger
     * and the call for a person belong to what was said before; so does what follows on a question
     * that was not understood. */
    bool isOtherMatter(const Topic &topic, int alike) const
    {
        if (m_found.candidates.isEmpty() || topic.intent.isEmpty() || isElliptic()
            || isStillUnclear(topic)
            || alike >= joinFrom || m_emotion >= upsetFrom || asksForPerson(m_scene, m_normal)
            || m_found.confidence < m_scene.policyOf(topic.group).answerThreshold || !opensMatter())
            return false;
        return categoryOf(m_found.candidates.first().entry) != categoryOf(topic.intent);
    }

    /** What was asked in it was not understood, and no person has it yet. */
    bool isStillUnclear(const Topic &topic) const
    {
        return topic.confidence < m_scene.policyOf(topic.group).clarifyThreshold
            && !isWithPeople(topic);
    }

    QString categoryOf(const EntryId &id) const
    {
        const auto entry = m_scene.state.entries.constFind(id);
        return entry == m_scene.state.entries.cend() ? QString() : entry->category;
    }

    Link best()
    {
        std::ranges::stable_sort(m_choices, [](const Choice &a, const Choice &b) {
            if (a.confidence != b.confidence)
                return a.confidence > b.confidence;
            return a.lastAt != b.lastAt ? a.lastAt > b.lastAt : a.topic < b.topic;
        });
        Link link;
        if (m_choices.isEmpty() || m_choices.first().confidence < joinFrom) {
            const int other = m_choices.isEmpty() ? 0 : m_choices.first().confidence;
            link.confidence = 1000 - other;
            if (other > 0) {
                link.second = m_choices.first().topic;
                link.secondConfidence = other;
            }
            return link;
        }
        const auto &first = m_choices.first();
        link = {first.topic, first.rule, first.confidence, {}, 0, false, 0};
        for (const auto &choice : m_choices) {
            if (choice.topic == first.topic)
                continue;
            link.second = choice.topic;
            link.secondConfidence = choice.confidence;
            break;
        }
        const auto *topic = m_scene.topic(first.topic);
        link.reopens = topic && hasEnded(*topic);
        return link;
    }

    const Scene &m_scene;
    const GroupState &m_group;
    const Message &m_message;
    const Retrieval &m_found;
    int m_emotion;
    MemberId m_author;
    std::shared_ptr<const ReadMessage> m_read;
    LinkRanking m_ranking;
    std::vector<WindowTopic> m_open;
    QString m_normal;
    bool m_isMeToo;
    LinkCorrection m_taught{m_scene.state.linkLessons};
    Instant m_newest;         // what was said in any open topic
    int m_own = 0;            // open topics of the author's
    std::vector<Said> m_said;
    QList<TopicId> m_called;  // whose asker is mentioned
    QList<Choice> m_choices;
};

} // namespace

Link linkOf(const Scene &scene, const Message &message, const Retrieval &found, int emotion)
{
    return Linker(scene, message, found, emotion).link();
}

const Topic *openTopicOf(const Scene &scene, const GroupId &group, const MemberId &member)
{
    const Topic *newest = nullptr;
    for (const auto *topic : scene.openTopics(scene.group(group))) {
        if (scene.now.ms - topic->lastAt.ms > activeMs || !topic->askers.contains(member))
            continue;
        if (!newest || topic->lastAt > newest->lastAt)
            newest = topic;
    }
    return newest;
}

namespace {

/** The bot has only asked what was meant. */
bool wasAskedBack(const Topic &topic)
{
    return !topic.clarifications.isEmpty() && topic.answered.isEmpty();
}

/** Those whose asker the words call, by either part of a name like "滨江-刘姐". */
QList<const Topic *> namedAmong(const QList<const Topic *> &topics, const QString &words)
{
    QList<const Topic *> named;
    for (const auto *topic : topics) {
        const auto parts = QStringView(topic->askerName).split(u'-');
        if (std::ranges::any_of(parts, [&](QStringView part) {
                return part.size() >= 2 && words.contains(part);
            }))
            named.append(topic);
    }
    return named;
}

/** The question a colleague answers who names none: the only one that waits or was not understood, or
 * the one the ranker is sure of. */
Link linkToWaiting(const Scene &scene, const Message &message)
{
    QList<const Topic *> waiting;
    for (const auto *topic : scene.openTopics(scene.group(message.group))) {
        const bool isOwed = topic->waitingSince.isSet() || wasAskedBack(*topic);
        if (isOwed && scene.now.ms - topic->lastAt.ms <= activeMs)
            waiting.append(topic);
    }
    if (waiting.isEmpty())
        return {};
    if (waiting.size() > 1) {
        const auto named = namedAmong(waiting, wordsOf(message));
        if (named.size() == 1)
            waiting = named;
    }
    if (waiting.size() == 1)
        return {waiting.first()->id, LinkRule::Answer, joinFrom, {}, 0, false, 0};
    const auto ranking = linkRankingOf(scene, message);
    for (const auto *topic : std::as_const(waiting)) {
        if (const int share = ranking.of(topic->id); share >= answerFrom)
            return {topic->id, LinkRule::Answer, share, {}, 0, false, 0};
    }
    return {};
}

} // namespace

Link linkOfStaff(const Scene &scene, const Message &message)
{
    const auto &group = scene.group(message.group);
    if (const auto quoted = findMessage(scene.state, message.group, message.quote)) {
        if (const auto *topic = scene.topic(quoted->topic); topic && !hasEnded(*topic))
            return {topic->id, LinkRule::Quote, quoteConfidence, {}, 0, false, 0};
    }
    for (const auto &member : message.mentions) {
        if (const auto *topic = openTopicOf(scene, message.group, member))
            return {topic->id, LinkRule::Mention, mentionConfidence, {}, 0, false, 0};
    }
    for (const auto &id : group.open) {
        const auto *topic = scene.topic(id);
        if (topic && topic->lease && topic->lease->user.value == message.author.id)
            return {topic->id, LinkRule::Human, sameAskerConfidence, {}, 0, false, 0};
    }
    return linkToWaiting(scene, message);
}

} // namespace quntai
