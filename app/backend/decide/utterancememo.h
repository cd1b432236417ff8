// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/similarity.h"
#include "app/backend/language/utterance.h"
#include "models/domain/state.h"

#include <QCache>

#include <memory>
#include <vector>

namespace quntai {

/** A message as linking reads it. */
struct ReadMessage
{
    Utterance utterance;
    Gist gist;
};

/** A message of a group's window with what was read from it. What every message is asked about lies
 * here side by side: to look into fifty messages for it costs more than what is done with it. */
struct WindowMessage
{
    MessagePtr message;  //!< kept, so that its address is nobody else's
    std::shared_ptr<const ReadMessage> read;
    size_t topic = 0;    //!< hash of its id: in one group, no two are alike
    qint64 seq = 0;
    int author = 0;      //!< personOf its id
    bool inTopic = false;
    bool internal = false;
    bool fromMember = false;
    bool fromBot = false;

    bool is(const Message &other) const { return seq == other.seq && message->id == other.id; }
};

/** An open topic with what was read from its title. */
struct WindowTopic
{
    const Topic *topic = nullptr;
    const Gist *title = nullptr;
};

/** What linking has read, so that a group's window is not read anew with each message.
 *
 * Remembers what is a pure function of a message or a title, nothing else: forgetting changes no
 * decision. The 32,768 messages and 16,384 titles asked for last, and the windows of the 640 groups
 * spoken in last, what 10,000 open topics need: at most some 30 MiB. Of one thread, as the Decider
 * that owns it.
 */
class UtteranceMemo
{
public:
    UtteranceMemo() = default;
    /** A copy has read nothing yet. */
    UtteranceMemo(const UtteranceMemo &) {}
    UtteranceMemo &operator=(const UtteranceMemo &) = delete;
    ~UtteranceMemo() = default;

    /** Never null. */
    std::shared_ptr<const ReadMessage> read(const Message &message, const Lexicon &lexicon);
    /** The messages of a group's window, in its order; good until the next call. Only what changed
     * since the last call is looked up. */
    const std::vector<WindowMessage> &window(const GroupState &group, const Lexicon &lexicon);
    std::shared_ptr<const Gist> title(const Topic &topic, const Lexicon &lexicon);
    /** The group's open topics as they are given; the titles are good until the next call. */
    std::vector<WindowTopic> titled(const GroupState &group,
                                    const std::vector<const Topic *> &open,
                                    const Lexicon &lexicon);

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

    struct KeptTitle
    {
        QString title;
        std::shared_ptr<const Gist> read;
    };

    struct OpenTitle
    {
        TopicId topic;
        KeptTitle kept;
    };

    struct Window
    {
        std::vector<WindowMessage> messages;
        std::vector<OpenTitle> titles;
    };

    Window &windowOf(const GroupId &group);
    const Gist *titleAt(Window &window, size_t place, const Topic &topic, const Lexicon &lexicon);

    QCache<MessageId, KeptMessage> m_messages{32'768};
    QCache<GroupId, Window> m_windows{640};
    QCache<TopicId, KeptTitle> m_titles{16'384};
};

} // namespace quntai
