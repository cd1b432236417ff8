// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/utterancememo.h"

#include "app/backend/decide/scene.h"

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

Utterance utteranceOf(const Message &message, const QString &words, const Lexicon &lexicon)
{
    auto read = utteranceOf(withoutCall(words), lexicon);
    read.speaker = speakerOf(message.author);
    read.at = message.at.ms;
    // Everybody calls the bot, whatever the matter: that tells nothing about the topic.
    for (const auto &member : message.mentions)
        read.address(personOf(member.value), true);
    return read;
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
    auto read = std::make_shared<const ReadMessage>(utteranceOf(message, words, lexicon),
                                                    gistOf(words, lexicon));
    m_messages.insert(message.id,
                      new KeptMessage{words, message.author, message.at, message.mentions, read});
    return read;
}

const ReadMessage &UtteranceMemo::read(const MessagePtr &message, const Lexicon &lexicon)
{
    const auto *kept = m_pointers.object(message.get());
    if (!kept) {
        auto *added = new KeptPointer{message, read(*message, lexicon)};
        m_pointers.insert(message.get(), added);
        return *added->read;
    }
    return *kept->read;
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
