// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/history.h"

#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const auto stream = u"p0"_s;
constexpr qint64 stretch = 2000;
constexpr int stretchesAtOnce = 5;
constexpr int readEvents = 500;
constexpr qint64 readBytes = 1024 * 1024;
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
        apply(m_state, {stored.stream, stored.seq, stored.seq - 1, stored.at, stored.group,
                        stored.topic, std::move(*data)}, &changes);
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

} // namespace

Result<HistoryResult> readHistory(LedgerReader &reader, const Viewer &viewer,
                                  const HistoryParams &params)
{
    const auto head = reader.head(stream);
    if (!head)
        return std::unexpected(head.error());
    const qint64 before = params.before <= 0 ? *head + 1 : std::min(params.before, *head + 1);
    const int limit = std::clamp(params.limit, 1, maxHistoryPage);
    HistoryResult result;
    qint64 end = before;
    for (int i = 0; i < stretchesAtOnce && end > 1 && result.messages.size() < limit; ++i) {
        const auto from = std::max<qint64>(1, end - stretch);
        GroupFold folded(params.group);
        if (const auto done = fold(reader, from, std::min(*head, end + afterwards), folded); !done)
            return std::unexpected(done.error());
        for (const auto &message : folded.messages(from, end, viewer)) {
            if (result.messages.size() < limit)
                result.messages.append(*message);
        }
        end = result.messages.size() < limit ? from : result.messages.constLast().seq;
    }
    result.more = end > 1;
    result.next = result.more ? end : 0;
    return result;
}

} // namespace quntai
