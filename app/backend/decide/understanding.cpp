// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/understanding.h"

#include "app/backend/decide/composing.h"
#include "app/backend/language/emotion.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/paraphrase.h"
#include "app/backend/language/similarity.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int sameQuestionFrom = 650;
constexpr int paraphraseFrom = 800;  // other words; surer than the half, for a repeat weighs much
constexpr qsizetype trendTurns = 3;
constexpr qsizetype ellipticLength = 6;

/** The words without the names they are addressed to: a nickname is no part of a question. */
QString withoutNames(const Scene &scene, const Message &message)
{
    static const QRegularExpression name(u"[@＠][^\\s@＠,，:：。!！?？]{1,30}"_s);
    auto words = wordsOf(message);
    for (const auto &member : scene.group(message.group).members)
        words.replace(u'@' + member.name, u" "_s);
    return words.replace(name, u" "_s);
}

int trendOf(const Topic &topic, int emotion)
{
    if (topic.emotions.isEmpty())
        return 0;
    const auto back = std::max<qsizetype>(0, topic.emotions.size() - trendTurns);
    return emotion - topic.emotions[back];
}

bool asksTheSame(const QString &a, const QString &b, const Lexicon &lexicon)
{
    return similarity(a, b, lexicon) >= sameQuestionFrom
        || lexicon.paraphrases->same(a, b, lexicon) >= paraphraseFrom;
}

int repeatsOf(const Scene &scene, const Message &message, const Topic &topic)
{
    int repeats = 0;
    for (const auto &other : messagesOf(scene.group(topic.group), topic.id)) {
        if (!isFromMember(*other) || other->author.id != message.author.id
            || other->id == message.id || other->seq > message.seq)
            continue;
        if (asksTheSame(wordsOf(*other), wordsOf(message), scene.lexicon()))
            ++repeats;
    }
    return repeats;
}

/** The candidate picked by a bare number after "您是不是想问". */
std::optional<Candidate> chosen(const Scene &scene, const Topic &topic, const QString &normal)
{
    // A bare number: "+1" in a group means something else.
    if (normal.size() != 1 || normal[0] < u'1' || normal[0].digitValue() > choicesShown)
        return std::nullopt;
    const auto asked = lastOfBot(scene.group(topic.group), topic.id);
    if (!asked || !asked->entry.isEmpty())
        return std::nullopt;
    const auto question = findMessage(scene.state, topic.group, asked->answers);
    if (!question || !question->verdict)
        return std::nullopt;
    const auto &choices = question->verdict->candidates;
    const qsizetype at = normal[0].unicode() - u'1';
    return at < choices.size() ? std::optional(choices[at]) : std::nullopt;
}

bool isElliptic(const Lexicon &lexicon, const QString &normal)
{
    return lexicon.elliptics.longestAt(normal, 0).has_value()
        || lettersOf(normal).size() <= ellipticLength;
}

/** The question, among those the topic is about, whose answer needs an order: what the asker means
 * who gives a number. */
QString orderQuestion(const Scene &scene, const Topic &topic)
{
    QList<EntryId> meant{topic.intent};
    if (const auto asked = lastOfBot(scene.group(topic.group), topic.id)) {
        const auto question = findMessage(scene.state, topic.group, asked->answers);
        if (question && question->verdict && asked->entry.isEmpty()) {
            for (const auto &candidate : question->verdict->candidates)
                meant.append(candidate.entry);
        }
    }
    for (const auto &id : std::as_const(meant)) {
        const auto entry = scene.state.entries.value(id);
        if (entry.answer.contains(u"{{订单"_s))
            return entry.question;
    }
    return {};
}

/** What the asker said last in the topic, or what was agreed before it was handed back. */
QString saidBefore(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        const auto &other = **at;
        if (isFromMember(other) && other.id != message.id && other.seq < message.seq
            && lettersOf(other.text).size() > ellipticLength)
            return withoutNames(scene, other) + u' ' + topic.handover;
    }
    return topic.title + u' ' + topic.handover;
}

} // namespace

bool picksChoice(const Scene &scene, const Message &message, const Topic &topic)
{
    return chosen(scene, topic, normalise(wordsOf(message), scene.lexicon()).text).has_value();
}

MessagePtr lastOfBot(const GroupState &group, const TopicId &topic)
{
    for (auto at = group.recent.crbegin(); at != group.recent.crend(); ++at) {
        if ((*at)->topic == topic && (*at)->author.kind == AuthorKind::Bot
            && (*at)->delivery != Delivery::Recalled)
            return *at;
    }
    return nullptr;
}

Understanding readAlone(const Scene &scene, const Message &message)
{
    Understanding understanding;
    const auto words = wordsOf(message);
    const auto emotion = emotionOf(message.text, scene.lexicon());
    understanding.emotion = emotion.level;
    understanding.emotionSpans = emotion.spans;
    understanding.found = scene.core.retriever.find(withoutNames(scene, message), scene.now);
    understanding.isElliptic
        = isElliptic(scene.lexicon(), normalise(words, scene.lexicon()).text);
    return understanding;
}

void readInTopic(const Scene &scene, const Message &message, const Topic &topic,
                 Understanding &understanding)
{
    understanding.emotionTrend = trendOf(topic, understanding.emotion);
    understanding.repeats = repeatsOf(scene, message, topic);
    const auto normal = normalise(wordsOf(message), scene.lexicon()).text;
    if (const auto choice = chosen(scene, topic, normal)) {
        understanding.found = scene.core.retriever.find(choice->title, scene.now);
        understanding.context = u"chosen"_s;
        return;
    }
    const auto &policy = scene.state.policy;
    if (understanding.found.confidence >= policy.answerThreshold)
        return;
    if (const auto wanted = orderQuestion(scene, topic);
        !wanted.isEmpty() && !entitiesOf(normal).orders.isEmpty()) {
        understanding.found = scene.core.retriever.find(wanted, scene.now);
        understanding.context = u"order_given"_s;
        return;
    }
    if (understanding.found.confidence >= policy.clarifyThreshold
        || !isElliptic(scene.lexicon(), normal))
        return;
    auto together = scene.core.retriever.find(
        saidBefore(scene, message, topic) + u' ' + withoutNames(scene, message), scene.now);
    // The same entry again would only repeat what was said.
    if (together.confidence <= understanding.found.confidence || together.candidates.isEmpty()
        || together.candidates.first().entry == topic.intent)
        return;
    understanding.found = std::move(together);
    understanding.context = u"completed"_s;
}

} // namespace quntai
