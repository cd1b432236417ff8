// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/loop.h"

#include <QJsonArray>

namespace quntai {

using namespace Qt::StringLiterals;

// A person's data goes in two steps: data.erased is written and told, then the payloads it names
// are removed. The second step is tried until it is done, over restarts too.

namespace {

/** So that an event of them fits into a message. */
constexpr qsizetype eventsPerErasure = 10'000;
constexpr int retryEraseMs = 5000;

/** Whom a group knew them as, besides the subject's own name; the same in every run. */
QList<std::pair<GroupId, MemberId>> namesIn(const Traces &traces, const QString &subject)
{
    QMap<std::pair<GroupId, MemberId>, bool> names;
    for (const auto &trace : traces.events) {
        for (const auto &member : traces.members) {
            if (!trace.group.isEmpty() && member.value != subject)
                names.insert({trace.group, member}, true);
        }
    }
    return names.keys();
}

} // namespace

/** What goes on is not torn apart: neither a topic they opened, nor one that is other without them. */
Result<> Engine::Loop::checkEnded(const Traces &traces) const
{
    QSet<TopicId> concerned;
    for (const auto &trace : traces.events)
        concerned.insert(trace.topic);
    QStringList open;
    for (const auto &topic : m_state.topics) {
        const bool isTheirs = concerned.contains(topic.id) || traces.members.contains(topic.asker);
        if (isTheirs && !hasEnded(topic))
            open.append(topic.id.value);
    }
    if (open.isEmpty())
        return {};
    open.sort();
    return failure(ErrorKind::Conflict, u"%1 topics of this person are open; end them first"_s.arg(
                                            open.size()),
                   {{u"topics"_s, QJsonArray::fromStringList(open)}});
}

/** What is known of them by the names they have in groups goes first: what is left of a topic is seen
 * when it comes. */
EventsOf Engine::Loop::recordErasure(Round &round, const Traces &traces, const EraseData &data,
                                     const UserId &by)
{
    EventsOf events;
    for (const auto &[group, member] : namesIn(traces, data.subject))
        round.recordIn(u"p0"_s, {group, {}, DataErased{member.value, {}, by}});
    for (const auto &trace : traces.events) {
        events[trace.stream] += trace.events;
        qsizetype at = 0;
        do {
            const auto part = trace.events.mid(at, eventsPerErasure);
            round.recordIn(trace.stream,
                           {trace.group, trace.topic, DataErased{data.subject, part, by}});
            at += eventsPerErasure;
        } while (at < trace.events.size());
    }
    return events;
}

Result<> Engine::Loop::erase(Round &round, const CommandWork &work, const EraseData &data)
{
    // What this round has already made is not in the ledger yet, so it would not be found.
    if (!round.batch.events.isEmpty()) {
        round.afterwards.append([this, work] {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_front(work);
        });
        return {};
    }
    const auto tell = [&](const Result<qint64> &result) {
        round.afterwards.append([work, result] {
            QMetaObject::invokeMethod(
                work.context, [done = work.done, result] { done(result); }, Qt::QueuedConnection);
        });
    };
    const auto nobody = [&] {
        tell(failure(ErrorKind::NotFound, u"The ledger holds nothing of this person"_s,
                     {{u"subject"_s, data.subject}}));
        return Result<>{};
    };
    if (data.subject.isEmpty())
        return nobody();
    const auto traces = tracesOf(*m_ledger, m_state, data.subject);
    if (!traces)
        return std::unexpected(traces.error());
    if (traces->events.isEmpty())
        return nobody();
    if (const auto ended = checkEnded(*traces); !ended) {
        tell(std::unexpected(ended.error()));
        return {};
    }
    const auto events = recordErasure(round, *traces, data, work.user.id);
    const auto seq = round.batch.events.constLast().seq;
    round.batch.commands.append({work.command.id, work.user.id, work.bodyHash, seq, round.now()});
    round.afterwards.append([this, events] {
        for (const auto &[stream, list] : events.asKeyValueRange())
            m_toErase[stream] += list;
    });
    tell(seq);
    return {};
}

void Engine::Loop::eraseDue()
{
    if (m_toErase.isEmpty() || (m_lastErasure.isValid() && !m_lastErasure.hasExpired(retryEraseMs)))
        return;
    m_lastErasure.start();
    const auto blobs = blobsOf(*m_ledger, m_toErase);
    if (!blobs)
        return;
    for (const auto &blob : *blobs) {
        if (m_eraseBlob)
            m_eraseBlob(blob);
    }
    for (const auto &[stream, events] : m_toErase.asKeyValueRange()) {
        // Also when only the log could not be emptied, because somebody reads: once more later.
        if (!m_ledger->erase(stream, events))
            return;
    }
    m_lastErasure.invalidate();
    // From here on the state is what a start from this ledger would find.
    if (const auto loaded = loadState(); !loaded)
        return setTrouble(loaded.error().message);
    ++m_eventsSinceSnapshot;
    keepSnapshotIfDue(true);
}

} // namespace quntai
