// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/similarity.h"
#include "app/backend/language/utterance.h"
#include "models/domain/message.h"
#include "models/domain/topic.h"

#include <memory>
#include <vector>

namespace quntai {

/** A message as linking reads it. */
struct ReadMessage
{
    Utterance utterance;
    Gist gist;
};

/** What linking has read, so that a group's window is not read anew with each message.
 *
 * Remembers what is a pure function of a message or a title, nothing else: forgetting changes no
 * decision. At most 1,024 messages and 1,024 titles, some 1 MiB. Of one thread, as the Decider
 * that owns it.
 */
class UtteranceMemo
{
public:
    /** Never null. */
    std::shared_ptr<const ReadMessage> read(const Message &message, const Lexicon &lexicon);
    std::shared_ptr<const Gist> title(const Topic &topic, const Lexicon &lexicon);

private:
    struct MessageKey
    {
        MessageId id;
        QString words;
        Author author;
        Instant at;
        QList<MemberId> mentions;

        bool operator==(const MessageKey &) const = default;
    };

    struct TitleKey
    {
        TopicId id;
        QString title;

        bool operator==(const TitleKey &) const = default;
    };

    template <class Key, class Read>
    struct Slot
    {
        Key key;
        std::shared_ptr<const Read> read;
    };

    std::vector<Slot<MessageKey, ReadMessage>> m_messages{1024};
    std::vector<Slot<TitleKey, Gist>> m_titles{1024};
};

} // namespace quntai
