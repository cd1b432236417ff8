// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/utterancememo.h"

#include "app/backend/decide/scene.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int bot = 0;

int speakerOf(const Author &author)
{
    return author.kind == AuthorKind::Bot ? bot : personOf(author.id);
}

/** What stands before the text in "@name text": the mention itself, which is kept apart. */
QStringView withoutCall(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(u'@'))
        return text;
    const auto end = text.indexOf(u' ');
    return end < 0 ? text : text.sliced(end + 1);
}

void addSpeaker(Utterance &read, const Message &message)
{
    read.speaker = speakerOf(message.author);
    read.at = message.at.ms;
    // Everybody calls the bot, whatever the matter: that tells nothing about the topic.
    for (const auto &member : message.mentions)
        read.address(personOf(member.value), true);
}

ReadMessage readingOf(const Message &message, const QString &words, const Lexicon &lexicon)
{
    const auto normal = normalise(words, lexicon).text;
    const auto terms = tokenise(normal, lexicon);
    const auto called = withoutCall(words);
    auto utterance = called.size() == words.size() ? utteranceOf(normal, terms, lexicon)
                                                   : utteranceOf(called, lexicon);
    addSpeaker(utterance, message);
    return {std::move(utterance), gistOf(normal, terms, lexicon)};
}

} // namespace

bool UtteranceMemo::KeptMessage::isOf(const Message &message) const
{
    const bool sameWords
        = message.attachments.isEmpty() ? words == message.text : words == wordsOf(message);
    return sameWords && author == message.author && at == message.at
        && mentions == message.mentions;
}

std::shared_ptr<const ReadMessage> UtteranceMemo::read(const Message &message,
                                                       const Lexicon &lexicon)
{
    if (const auto *kept = m_messages.object(message.id); kept && kept->isOf(message))
        return kept->read;
    const auto words = wordsOf(message);
    auto read = std::make_shared<const ReadMessage>(readingOf(message, words, lexicon));
    m_messages.insert(message.id,
                      new KeptMessage{words, message.author, message.at, message.mentions, read});
    return read;
}

namespace {

WindowMessage windowMessage(const MessagePtr &message, std::shared_ptr<const ReadMessage> read)
{
    return {message,
            std::move(read),
            qHash(message->topic),
            message->seq,
            personOf(message->author.id),
            !message->topic.isEmpty(),
            message->internal,
            isFromMember(*message),
            message->author.kind == AuthorKind::Bot};
}

} // namespace

UtteranceMemo::Window &UtteranceMemo::windowOf(const GroupId &group)
{
    if (auto *known = m_windows.object(group))
        return *known;
    auto *added = new Window;
    m_windows.insert(group, added);
    return *added;
}

const std::vector<WindowMessage> &UtteranceMemo::window(const GroupState &group,
                                                        const Lexicon &lexicon)
{
    auto &kept = windowOf(group.info.id).messages;
    const auto &recent = group.recent;
    // It moves on: what has left it stood in front.
    const auto first = std::ranges::find_if(kept, [&](const WindowMessage &one) {
        return !recent.isEmpty() && one.message->id == recent.constFirst()->id;
    });
    kept.erase(kept.begin(), first);
    kept.resize(size_t(recent.size()));
    for (size_t at = 0; at < kept.size(); ++at) {
        // A changed message is another object.
        if (const auto &message = recent.at(qsizetype(at)); kept[at].message != message)
            kept[at] = windowMessage(message, read(*message, lexicon));
    }
    return kept;
}

const Gist *UtteranceMemo::titleAt(Window &window, size_t place, const Topic &topic,
                                   const Lexicon &lexicon)
{
    auto &known = window.titles[place];
    if (!known.kept.read || known.topic != topic.id || known.kept.title != topic.title)
        known = {topic.id, {topic.title, title(topic, lexicon)}};
    return known.kept.read.get();
}

std::vector<WindowTopic> UtteranceMemo::titled(const GroupState &group,
                                               const std::vector<const Topic *> &open,
                                               const Lexicon &lexicon)
{
    auto &window = windowOf(group.info.id);
    window.titles.resize(open.size());
    std::vector<WindowTopic> topics;
    topics.reserve(open.size());
    for (const auto *topic : open)
        topics.push_back({topic, titleAt(window, topics.size(), *topic, lexicon)});
    return topics;
}

std::shared_ptr<const Gist> UtteranceMemo::title(const Topic &topic, const Lexicon &lexicon)
{
    if (const auto *kept = m_titles.object(topic.id); kept && kept->title == topic.title)
        return kept->read;
    auto read = std::make_shared<const Gist>(gistOf(topic.title, lexicon));
    m_titles.insert(topic.id, new KeptTitle{topic.title, read});
    return read;
}

} // namespace quntai
