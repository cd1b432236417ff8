// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/understanding.h"

#include "app/backend/decide/composing.h"
#include "app/backend/decide/slots.h"
#include "app/backend/decide/temper.h"
#include "app/backend/language/choosing.h"
#include "app/backend/language/emotion.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/paraphrase.h"
#include "app/backend/language/similarity.h"
#include "models/domain/entryslots.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int sameQuestionFrom = 650;
constexpr int paraphraseFrom = 800;  // other words; surer than the half, for a repeat weighs much
constexpr qsizetype trendTurns = 3;
constexpr qsizetype ellipticLength = 6;
constexpr int orderOdds = 4;   // as many who give a number ask what needs one

/** Of the speaker: another one's anger is no change of theirs. */
int trendOf(const Topic &topic, const MemberId &member, int emotion)
{
    const auto mood = std::ranges::find(topic.moods, member, &MemberMood::member);
    if (mood == topic.moods.cend() || mood->levels.isEmpty())
        return 0;
    const auto back = std::max<qsizetype>(0, mood->levels.size() - trendTurns);
    return emotion - mood->levels[back];
}

bool asksTheSame(const Scene &scene, const Message &a, const Message &b)
{
    const auto &lexicon = scene.lexicon();
    const auto one = scene.core.memo.read(a, lexicon);
    const auto other = scene.core.memo.read(b, lexicon);
    const int alike = similarity(one->gist, other->gist);
    // What shares no word and no character that matters is no paraphrase: most pairs end here.
    return alike >= sameQuestionFrom
        || (alike > 0
            && lexicon.paraphrases->same(wordsOf(a), wordsOf(b), lexicon) >= paraphraseFrom);
}

int repeatsOf(const Scene &scene, const Message &message, const Topic &topic)
{
    int repeats = 0;
    for (const auto &other : messagesOf(scene.group(topic.group), topic.id)) {
        if (!isFromMember(*other) || other->author.id != message.author.id
            || other->id == message.id || other->seq > message.seq)
            continue;
        if (asksTheSame(scene, *other, message))
            ++repeats;
    }
    return repeats;
}

/** What the text of the bot offers of the candidates it was made from, as it shows them. */
QList<Candidate> offeredIn(const Message &asked, const Verdict &verdict)
{
    QList<Candidate> offered;
    for (const auto &candidate : verdict.candidates) {
        if (offered.size() < choicesShown && asked.text.contains(candidate.title))
            offered.append(candidate);
    }
    return offered;
}

/** The candidate its author picks of those the bot has just offered them: "您是不是想问 …". */
std::optional<Candidate> chosen(const Scene &scene, const Message &message, const Topic &topic,
                                const QString &normal)
{
    if (!mayChoose(normal))
        return std::nullopt;
    const auto asked = lastOfBot(scene.group(topic.group), topic.id);
    if (!asked || !asked->entry.isEmpty() || !asked->mentions.contains(MemberId{message.author.id}))
        return std::nullopt;
    const auto question = findMessage(scene.state, topic.group, asked->answers);
    if (!question || !question->verdict || !question->verdict->asksFor.isEmpty())
        return std::nullopt;
    const auto offered = offeredIn(*asked, *question->verdict);
    QStringList titles;
    for (const auto &candidate : offered)
        titles.append(normalise(candidate.title, scene.lexicon()).text);
    const auto at = chosenAmong(normal, titles);
    return at ? std::optional(offered[*at]) : std::nullopt;
}

/** As if the entry's own question had been asked. */
Retrieval asIfAsked(const Scene &scene, const Entry &entry)
{
    auto found = scene.find(entry.question);
    const auto at = std::ranges::find(found.candidates, entry.id, &Candidate::entry);
    if (at != found.candidates.end()) {
        const auto place = std::distance(found.candidates.begin(), at);
        found.candidates.move(place, 0);
        if (place < found.phrasings.size())
            found.phrasings.move(place, 0);
    }
    return found;
}

/** The message tells of a slot of the entry in talk something that was not known. */
bool tellsAnew(const Scene &scene, const Message &message, const Topic &topic, const Entry &entry)
{
    const auto before = slotsBefore(&topic, {message.author.id});
    const auto told = slotsIn(scene, message, entry, {});
    return std::ranges::any_of(entry.slots_, [&](const Slot &slot) {
        return told.contains(slot.name) && told.value(slot.name) != before.value(slot.name);
    });
}

/** How the message goes on about the slots of the entry in talk: "slot_told", "slot_open" when the
 * one that was asked for is not told; empty when it is of something else. */
QString slotContext(const Scene &scene, const Message &message, const Topic &topic,
                    const Entry &entry, const Understanding &read)
{
    if (entry.state != EntryState::Live || entry.id.isEmpty())
        return {};
    const auto *awaited = awaitedFrom(&topic, message);
    if (!awaited && entry.slots_.isEmpty())
        return {};
    const auto &policy = scene.state.policy;
    const bool isOther = !read.found.candidates.isEmpty()
        && read.found.candidates.first().entry != entry.id;
    const auto *slot = awaited ? slotNamed(entry, awaited->slot) : nullptr;
    const bool isFree = slot && slot->kind == SlotKind::Text;
    const int own = isFree ? policy.clarifyThreshold : policy.answerThreshold;
    if (isOther && read.found.confidence >= own)
        return {};
    if (awaited && answersSlot(scene, message, topic))
        return u"slot_told"_s;
    if (!read.isElliptic)
        return {};
    if (tellsAnew(scene, message, topic, entry))
        return u"slot_told"_s;
    return slot && read.found.confidence < policy.clarifyThreshold ? u"slot_open"_s : QString();
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
        const auto entry = scene.state.entries.constFind(id);
        if (entry != scene.state.entries.cend() && entry->answer.contains(u"{{订单"_s))
            return entry->question;
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

QString withoutNames(const Scene &scene, const Message &message)
{
    static const QRegularExpression name(u"[@＠][^\\s@＠,，:：。!！?？]{1,30}"_s);
    auto words = wordsOf(message);
    if (!words.contains(u'@') && !words.contains(u'＠'))
        return words;
    for (const auto &member : scene.group(message.group).members)
        words.replace(u'@' + member.name, u" "_s);
    return words.replace(name, u" "_s);
}

bool picksChoice(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto normal = normalise(withoutNames(scene, message), scene.lexicon()).text;
    return chosen(scene, message, topic, normal).has_value();
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

namespace {

bool needsOrder(const Scene &scene, const Candidate &candidate)
{
    const auto entry = scene.state.entries.constFind(candidate.entry);
    return entry != scene.state.entries.cend() && entry->answer.contains(u"{{订单"_s);
}

int withOdds(int permille, int times)
{
    return 1000 * permille * times / (permille * times + 1000 - permille);
}

/** Who gives the number of an order asks what is answered with one: where the likeliest entry is such
 * a one and no other such is two thirds as likely, that speaks for it. */
void weighOrder(const Scene &scene, const QString &normal, Retrieval &found)
{
    if (found.candidates.isEmpty() || found.confidence >= scene.state.policy.answerThreshold
        || !needsOrder(scene, found.candidates.first()) || entitiesOf(normal).orders.isEmpty())
        return;
    const auto rest = found.candidates.sliced(1);
    const bool isOpen = std::ranges::any_of(rest, [&](const Candidate &other) {
        return 3 * other.score > 2 * found.confidence && needsOrder(scene, other);
    });
    if (isOpen)
        return;
    found.confidence = withOdds(found.confidence, orderOdds);
    found.candidates.first().score = found.confidence;
    found.outOfScope = 1000 - withOdds(1000 - found.outOfScope, orderOdds);
}

} // namespace

Understanding readAlone(const Scene &scene, const Message &message)
{
    Understanding understanding;
    const auto words = wordsOf(message);
    const auto emotion = emotionOf(message.text, scene.lexicon());
    understanding.emotion = emotion.level;
    understanding.emotionSpans = emotion.spans;
    understanding.found = scene.find(withoutNames(scene, message));
    const auto normal = normalise(words, scene.lexicon()).text;
    weighOrder(scene, normal, understanding.found);
    understanding.isElliptic = isElliptic(scene.lexicon(), normal);
    return understanding;
}

void readInTopic(const Scene &scene, const Message &message, const Topic &topic,
                 Understanding &understanding)
{
    understanding.emotion = raisedEmotion(scene, message, topic, understanding.emotion);
    understanding.emotionTrend = trendOf(topic, {message.author.id}, understanding.emotion);
    understanding.repeats = repeatsOf(scene, message, topic);
    const auto normal = normalise(withoutNames(scene, message), scene.lexicon()).text;
    if (const auto choice = chosen(scene, message, topic, normal)) {
        understanding.found = scene.find(choice->title);
        understanding.context = u"chosen"_s;
        return;
    }
    const auto inTalk = entryInTalk(scene, topic, message);
    understanding.context = slotContext(scene, message, topic, inTalk, understanding);
    if (!understanding.context.isEmpty()) {
        understanding.found = asIfAsked(scene, inTalk);
        return;
    }
    const auto &policy = scene.state.policy;
    if (understanding.found.confidence >= policy.answerThreshold)
        return;
    if (const auto wanted = orderQuestion(scene, topic);
        !wanted.isEmpty() && !entitiesOf(normal).orders.isEmpty()) {
        understanding.found = scene.find(wanted);
        understanding.context = u"order_given"_s;
        return;
    }
    if (understanding.found.confidence >= policy.clarifyThreshold
        || !isElliptic(scene.lexicon(), normal))
        return;
    auto together = scene.find(saidBefore(scene, message, topic) + u' '
                               + withoutNames(scene, message));
    // The same entry again would only repeat what was said.
    if (together.confidence <= understanding.found.confidence || together.candidates.isEmpty()
        || together.candidates.first().entry == topic.intent)
        return;
    understanding.found = std::move(together);
    understanding.context = u"completed"_s;
}

void readMore(const Scene &scene, const Message &message, const Topic &topic,
              Understanding &understanding)
{
    if (understanding.context.isEmpty())
        understanding.context = u"tells_more"_s;
    if (understanding.found.confidence >= scene.state.policy.answerThreshold)
        return;
    auto together = scene.find(saidBefore(scene, message, topic) + u' '
                               + withoutNames(scene, message));
    if (together.confidence > understanding.found.confidence)
        understanding.found = std::move(together);
}

} // namespace quntai
