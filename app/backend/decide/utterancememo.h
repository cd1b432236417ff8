// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/similarity.h"
#include "app/backend/language/utterance.h"
#include "models/domain/message.h"
#include "models/domain/topic.h"

#include <QCache>

#include <memory>

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
 * decision. The 32,768 messages and 16,384 titles asked for last, what 10,000 open topics need:
 * at most some 30 MiB. Of one thread, as the Decider that owns it.
 */
class UtteranceMemo
{
public:
    UtteranceMemo() = default;
    /** A copy has read nothing yet. */
    UtteranceMemo(const UtteranceMemo &) {}
    UtteranceMemo &operator=(const UtteranceMemo &) = delete;
    ~UtteranceMemo() = default;

    /** Never null. The second is quicker for a message that did not change. */
    std::shared_ptr<const ReadMessage> read(const Message &message, const Lexicon &lexicon);
    const ReadMessage &read(const MessagePtr &message, const Lexicon &lexicon);
    std::shared_ptr<const Gist> title(const Topic &topic, const Lexicon &lexicon);

private:
    /** With what it was read from: a message may be changed under its name. */
    struct KeptMessage
    {
        QString words;
        Author author;
        Instant at;
        QList<MemberId> mentions;
        std::shared_ptr<const ReadMessage> read;

        bool isOf(const Message &message) const;
    };

    /** Keeps the message, so that its address is nobody else's. */
    struct KeptPointer
    {
        MessagePtr message;
        std::shared_ptr<const ReadMessage> read;
    };

    struct KeptTitle
    {
        QString title;
        std::shared_ptr<const Gist> read;
    };

    QCache<MessageId, KeptMessage> m_messages{32'768};
    QCache<const Message *, KeptPointer> m_pointers{32'768};
    QCache<TopicId, KeptTitle> m_titles{16'384};
};

} // namespace quntai
