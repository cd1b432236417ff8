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

} // namespace

Result<> Engine::Loop::checkEnded(const QString &subject) const
{
    const auto members = membersOf(m_state, subject);
    QJsonArray open;
    for (const auto &topic : m_state.topics) {
        if (members.contains(topic.asker) && !hasEnded(topic))
            open.append(topic.id.value);
    }
    if (open.isEmpty())
        return {};
    return failure(ErrorKind::Conflict, u"%1 topics of this person are open; end them first"_s.arg(
                                            open.size()),
                   {{u"topics"_s, open}});
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
    if (const auto ended = checkEnded(data.subject); !ended) {
        tell(std::unexpected(ended.error()));
        return {};
    }
    const auto traces = tracesOf(*m_ledger, m_state, data.subject);
    if (!traces)
        return std::unexpected(traces.error());
    if (traces->isEmpty())
        return nobody();
    EventsOf events;
    for (const auto &trace : *traces) {
        events[trace.stream] += trace.events;
        for (qsizetype at = 0; at < trace.events.size(); at += eventsPerErasure) {
            const auto part = trace.events.mid(at, eventsPerErasure);
            round.recordIn(trace.stream,
                           {trace.group, {}, DataErased{data.subject, part, work.user.id}});
        }
    }
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
