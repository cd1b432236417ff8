// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/history.h"

#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/framecodec.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto stream = u"p0"_s;
constexpr qint64 stretch = 2000;
constexpr int stretchesAtOnce = 5;
constexpr int readEvents = 500;
constexpr qint64 readBytes = 1024 * 1024;
/** Of an answer, so that with its frame it stays below maxMessageBytes; one message always fits. */
constexpr qsizetype answerBytes = 192 * 1024;
/** Events after a message that still belong to it: its link, verdict, delivery. */
constexpr qint64 afterwards = 500;

/** Folds the events of one group and keeps the newest value of every message. */
class GroupFold
{
public:
    explicit GroupFold(const GroupId &group) : m_group(group) {}

    void take(const StoredEvent &stored)
    {
        if (stored.group != m_group || stored.data.isEmpty())
            return;
        auto data = decodeEventData(stored.type, stored.data);
        if (!data)
            return;
        // Its topic may have been opened before this stretch; a bare one is enough to link to.
        if (!stored.topic.isEmpty() && !m_state.topics.contains(stored.topic)) {
            auto &topic = m_state.topics[stored.topic];
            topic.id = stored.topic;
            topic.group = m_group;
        }
        Changes changes;
        apply(m_state,
              {stored.stream, stored.seq, stored.seq - 1, stored.at, stored.group, stored.topic,
               std::move(*data)},
              &changes);
        for (const auto &message : std::as_const(changes.added))
            m_messages.insert(message->id, message);
        m_messages.insert(changes.changed);
    }

    QList<MessagePtr> messages(qint64 from, qint64 before, const Viewer &viewer) const
    {
        QList<MessagePtr> found;
        for (const auto &message : m_messages) {
            if (message->seq >= from && message->seq < before
                && viewer.seesWhisper(message->whisperTo, message->author))
                found.append(message);
        }
        std::ranges::sort(found, std::greater{}, [](const MessagePtr &m) { return m->seq; });
        return found;
    }

private:
    GroupId m_group;
    State m_state;
    QHash<MessageId, MessagePtr> m_messages;
};

Result<> fold(LedgerReader &reader, qint64 from, qint64 to, GroupFold &fold)
{
    qint64 after = from - 1;
    while (after < to) {
        const auto events = reader.read(stream, after, readEvents, readBytes);
        if (!events)
            return std::unexpected(events.error());
        if (events->isEmpty())
            break;
        for (const auto &event : *events) {
            if (event.seq > to)
                return {};
            fold.take(event);
        }
        after = events->constLast().seq;
    }
    return {};
}

/** A page that grows message by message until it has the number asked for or the bytes allowed. */
class Page
{
public:
    explicit Page(qsizetype limit) : m_limit(limit) {}

    /** False, and nothing taken, when the message belongs to the next page. */
    bool take(const Message &message)
    {
        const auto bytes = encodeBody(HistoryResult{{message}, false, 0}).size();
        if (m_messages.size() >= m_limit
            || (!m_messages.isEmpty() && m_bytes + bytes > answerBytes))
            return false;
        m_bytes += bytes;
        m_messages.append(message);
        return true;
    }

    const QList<Message> &messages() const { return m_messages; }

private:
    const qsizetype m_limit;
    qsizetype m_bytes = 0;
    QList<Message> m_messages;
};

} // namespace

Result<HistoryResult> readHistory(LedgerReader &reader, const Viewer &viewer,
                                  const HistoryParams &params)
{
    const auto head = reader.head(stream);
    if (!head)
        return std::unexpected(head.error());
    const qint64 before = params.before <= 0 ? *head + 1 : std::min(params.before, *head + 1);
    Page page(std::clamp(params.limit, 1, maxHistoryPage));
    bool full = false;
    qint64 end = before;
    for (int i = 0; i < stretchesAtOnce && end > 1 && !full; ++i) {
        const auto from = std::max<qint64>(1, end - stretch);
        GroupFold folded(params.group);
        if (const auto done = fold(reader, from, std::min(*head, end + afterwards), folded); !done)
            return std::unexpected(done.error());
        const auto found = folded.messages(from, end, viewer);
        full =
            std::ranges::any_of(found, [&](const auto &message) { return !page.take(*message); });
        end = full ? page.messages().constLast().seq : from;
    }
    const bool more = end > 1;
    return HistoryResult{page.messages(), more, more ? end : 0};
}

} // namespace quntai
