// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/peeranswers.h"

#include "app/backend/decide/addressing.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/linkranking.h"
#include "app/backend/decide/merging.h"
#include "app/backend/language/contradiction.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/quantities.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int quoteConfidence = 970;
constexpr int mentionConfidence = 850;
constexpr int rankerFrom = 700;
constexpr int likeFrom = 350;    // of what it says, in the entry's answer
constexpr int alikeFrom = 500;   // with the ranker alone
constexpr int upsetFrom = 40;
constexpr qsizetype fewestLetters = 2;
constexpr qint64 activeMs = 30 * 60 * 1000;

/** Says only that somebody cares, or knows nothing. */
bool putsOff(const QString &normal)
{
    static const QRegularExpression words(
        u"稍等|等一下|等下|等我|别急|马上|这就|我(?:先)?(?:帮|来|去|再)?(?:你|您)?(?:看|查|问|核|确认|反馈|催)"
        "|不知道|不清楚|不太清楚|不了解|没用过|忘了|收到|辛苦|在的|我在"_s);
    return words.match(normal).hasMatch();
}

/** Shares the trouble instead of helping out. */
bool complains(const QString &normal)
{
    static const QRegularExpression words(u"^(?:我|俺|咱)(?:家|们)?.{0,6}也|^也(?:想|要|是)"_s);
    return words.match(normal).hasMatch();
}

bool advises(const QString &normal)
{
    static const QRegularExpression words(
        u"(?:你|您)(?:可以|要|得|去|先|直接|点|找|把|看)|可以(?:的|在|去|直接|找|用)|直接|试试|就行|就可以|就好"
        "|联系客服|打电话|点(?:击|开|进|一下)|在.{1,8}(?:里面?|页面|那里|上面)|(?:不能|不可以|不行|不支持)"_s);
    return words.match(normal).hasMatch();
}

/** Asked for how long, how much or how many, and a number comes. */
bool givesNumber(const QString &question, QString normal)
{
    static const QRegularExpression asks(u"多久|多少|多长|几(?!乎)|什么时候|何时|啥时候"_s);
    return asks.match(question).hasMatch() && !takeQuantities(normal).isEmpty();
}

/** The live entry a topic is about; an unset one when nobody knows. */
Entry entryOf(const Scene &scene, const Topic &topic)
{
    const auto sure = scene.policyOf(topic.group).clarifyThreshold;
    if (topic.intent.isEmpty() || topic.confidence < sure)
        return {};
    const auto entry = scene.state.entries.value(topic.intent);
    return entry.state == EntryState::Live ? entry : Entry{};
}

QString questionsOf(const Scene &scene, const Topic &topic)
{
    auto words = topic.title;
    for (const auto &row : topic.waiting) {
        if (const auto question = findMessage(scene.state, topic.group, row.message))
            words += u'\n' + wordsOf(*question);
    }
    return words;
}

bool tells(const Scene &scene, const QString &normal, const Topic &topic)
{
    if (lettersOf(normal).size() < fewestLetters || putsOff(normal) || complains(normal))
        return false;
    const auto entry = entryOf(scene, topic);
    return advises(normal) || givesNumber(questionsOf(scene, topic), normal)
        || coverage(normal, entry.answer, scene.lexicon()) >= likeFrom;
}

/** Whether there is anything a peer could answer, before the words are looked at: most messages are
 * done with here. */
bool somebodyWaits(const Scene &scene, const Message &message)
{
    const MemberId author{message.author.id};
    const auto &group = scene.group(message.group);
    const bool inTopics = std::ranges::any_of(scene.openTopics(group), [&](const Topic *topic) {
        return !topic->waiting.isEmpty() && topic->asker != author
            && !isWithPeople(*topic);
    });
    return inTopics || std::ranges::any_of(group.recent, [&](const MessagePtr &text) {
        return text->delivery == Delivery::Queued && text->notBefore > scene.now;
    });
}

class PeerSearch
{
public:
    PeerSearch(const Scene &scene, const Message &message)
        : m_scene(scene), m_message(message), m_author{message.author.id},
          m_normal(normalise(wordsOf(message), scene.lexicon()).text),
          m_texts(waitingAnswers(scene, message.group))
    {
    }

    std::optional<PeerAnswer> find() const
    {
        for (const auto &found : {byQuote(), byMention(), byRanker()}) {
            if (found)
                return found;
        }
        return std::nullopt;
    }

    bool mayAnswer() const
    {
        const auto &lexicon = m_scene.lexicon();
        const auto letters = lettersOf(m_normal);
        return !lexicon.questions.occursIn(m_normal) && !lexicon.acknowledgements.contains(letters)
            && !isMeToo(lexicon, m_normal) && !lexicon.chatter.contains(letters)
            && !asksForPerson(m_scene, m_normal);
    }

private:
    QList<MemberId> waitingIn(const Topic &topic) const
    {
        QList<MemberId> members;
        for (const auto &text : m_texts) {
            if (text->topic == topic.id)
                members += text->mentions;
        }
        for (const auto &row : topic.waiting)
            members.append(row.member);
        return members;
    }

    /** A topic the bot serves, where others wait. */
    bool isOpenToPeers(const Topic *topic) const
    {
        if (!topic || hasEnded(*topic) || isWithPeople(*topic))
            return false;
        const auto members = waitingIn(*topic);
        return !members.isEmpty() && !members.contains(m_author) && topic->asker != m_author;
    }

    std::optional<PeerAnswer> answerTo(const Topic &topic, const MemberId &member, LinkRule rule,
                                       int confidence, const QString &why) const
    {
        if (!isOpenToPeers(&topic) || !waitingIn(topic).contains(member)
            || !tells(m_scene, m_normal, topic))
            return std::nullopt;
        return PeerAnswer{topic.id, {member}, rule, confidence, why,
                          contradictionWith(m_scene, m_message, topic)};
    }

    std::optional<PeerAnswer> byQuote() const
    {
        const auto quoted = findMessage(m_scene.state, m_message.group, m_message.quote);
        const auto *topic = quoted ? m_scene.topic(quoted->topic) : nullptr;
        if (!topic || !isFromMember(*quoted))
            return std::nullopt;
        return answerTo(*topic, {quoted->author.id}, LinkRule::Quote, quoteConfidence,
                        u"peer_quote"_s);
    }

    std::optional<PeerAnswer> byMention() const
    {
        for (const auto &member : m_message.mentions) {
            for (const auto *topic : m_scene.openTopics(m_scene.group(m_message.group))) {
                if (const auto found = answerTo(*topic, member, LinkRule::Mention,
                                                mentionConfidence, u"peer_mention"_s))
                    return found;
            }
        }
        return std::nullopt;
    }

    std::optional<PeerAnswer> byRanker() const
    {
        if (!m_message.quote.isEmpty() || !m_message.mentions.isEmpty())
            return std::nullopt;
        const auto near = nearTopics();
        if (near.isEmpty())
            return std::nullopt;
        const auto ranking = linkRankingOf(m_scene, m_message);
        for (const auto *topic : near) {
            const int share = ranking.of(topic->id);
            if (share >= rankerFrom)
                return PeerAnswer{topic->id, {}, LinkRule::Similar, share, u"peer_likeness"_s,
                                  contradictionWith(m_scene, m_message, *topic)};
        }
        return std::nullopt;
    }

    /** Topics spoken in lately whose answer this could be. Ranking costs more than looking. */
    QList<const Topic *> nearTopics() const
    {
        QList<const Topic *> near;
        for (const auto *topic : m_scene.openTopics(m_scene.group(m_message.group))) {
            if (m_scene.now.ms - topic->lastAt.ms <= activeMs && isOpenToPeers(topic)
                && tells(m_scene, m_normal, *topic)
                && coverage(m_normal, entryOf(m_scene, *topic).answer, m_scene.lexicon())
                    >= alikeFrom)
                near.append(topic);
        }
        return near;
    }

    const Scene &m_scene;
    const Message &m_message;
    const MemberId m_author;
    const QString m_normal;
    const QList<MessagePtr> m_texts;  //!< answers of the bot that a peer may come before
};

} // namespace

std::optional<PeerAnswer> peerAnswerOf(const Scene &scene, const Message &message, int emotion)
{
    if (message.kind != MessageKind::Text || message.mentionsBot || !somebodyWaits(scene, message))
        return std::nullopt;
    const PeerSearch search(scene, message);
    if (emotion >= upsetFrom || !search.mayAnswer())
        return std::nullopt;
    return search.find();
}

bool isColleagueAnswer(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto normal = normalise(wordsOf(message), scene.lexicon()).text;
    return !scene.lexicon().questions.occursIn(normal) && tells(scene, normal, topic);
}

bool putsOff(const Scene &scene, const Message &message)
{
    return putsOff(normalise(wordsOf(message), scene.lexicon()).text);
}

QString contradictionWith(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto entry = entryOf(scene, topic);
    if (entry.id.isEmpty() || scene.lexicon().questions.occursIn(wordsOf(message)))
        return {};
    const auto found = contradictionOf(wordsOf(message), entry.answer, scene.lexicon());
    return found ? u"“%1” ≠ “%2”"_s.arg(found->said, found->known) : QString();
}

} // namespace quntai
