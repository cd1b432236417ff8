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

/** What is remembered under the key, read anew when its place holds something else. */
template <class Slots, class Key, class Make>
auto remembered(Slots &places, const Key &key, Make make)
{
    auto &slot = places[qHash(key.id.value, 0) % places.size()];
    if (!slot.read || slot.key != key)
        slot = {key, make()};
    return slot.read;
}

} // namespace

std::shared_ptr<const ReadMessage> UtteranceMemo::read(const Message &message,
                                                       const Lexicon &lexicon)
{
    const MessageKey key{message.id, wordsOf(message), message.author, message.at,
                         message.mentions};
    return remembered(m_messages, key, [&] {
        return std::make_shared<const ReadMessage>(utteranceOf(message, key.words, lexicon),
                                                   gistOf(key.words, lexicon));
    });
}

std::shared_ptr<const Gist> UtteranceMemo::title(const Topic &topic, const Lexicon &lexicon)
{
    return remembered(m_titles, TitleKey{topic.id, topic.title}, [&] {
        return std::make_shared<const Gist>(gistOf(topic.title, lexicon));
    });
}

} // namespace quntai
