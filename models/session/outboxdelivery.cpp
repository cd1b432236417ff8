// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/outboxdelivery.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstPauseMs = 1000;
constexpr qint64 longestPauseMs = 30'000;

qint64 pauseAfter(const Error &error, int tries)
{
    const auto asked = error.data.value("retryAfterMs"_L1).toInteger(0);
    const auto growing = std::min(longestPauseMs, firstPauseMs << std::min(tries, 5));
    return std::clamp(asked, growing, longestPauseMs);
}

} // namespace

bool OutboxDelivery::isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Unavailable || kind == ErrorKind::StorageFull
        || kind == ErrorKind::RateLimited || kind == ErrorKind::Unauthenticated;
}

OutboxDelivery::Entry OutboxDelivery::entryFor(const OutboxItem &item, qint64 nowMs, Instant now)
{
    Entry entry{item};
    if (item.notBefore.isSet())
        entry.notBefore = nowMs + std::clamp<qint64>(item.notBefore.ms - now.ms, 0, longestHoldMs);
    return entry;
}

void OutboxDelivery::restore(const QList<OutboxItem> &items, qint64 nowMs, Instant now)
{
    QList<Entry> entries;
    for (auto item : items) {
        if (item.state == OutboxItem::State::Sent)
            item.state = OutboxItem::State::Waiting;
        entries.append(entryFor(item, nowMs, now));
    }
    m_entries = entries + m_entries;
}

void OutboxDelivery::add(const OutboxItem &item, qint64 nowMs, Instant now)
{
    m_entries.append(entryFor(item, nowMs, now));
}

bool OutboxDelivery::ripen(qint64 nowMs)
{
    bool ripe = false;
    for (auto &entry : m_entries) {
        if (entry.notBefore == 0 || entry.notBefore > nowMs)
            continue;
        entry.notBefore = 0;
        ripe = true;
    }
    return ripe;
}

QList<Command> OutboxDelivery::due(qint64 nowMs)
{
    QList<Command> now;
    if (m_paused)
        return now;
    QSet<TopicId> busy;
    for (auto &entry : m_entries) {
        const auto topic = topicOf(entry.item.command.data);
        const bool waits = entry.item.state == OutboxItem::State::Waiting;
        const bool unsettled = entry.item.state != OutboxItem::State::Refused
            && entry.answeredSeq == 0;
        if (waits && entry.notBefore <= nowMs && !busy.contains(topic)) {
            entry.item.state = OutboxItem::State::Sent;
            now.append(entry.item.command);
        }
        if (unsettled && !topic.isEmpty())
            busy.insert(topic);
    }
    return now;
}

std::optional<qint64> OutboxDelivery::wakeAt() const
{
    std::optional<qint64> at;
    for (const auto &entry : m_entries) {
        const bool answered = entry.answeredSeq > 0;
        const bool waits = entry.item.state == OutboxItem::State::Waiting && entry.notBefore > 0;
        if (!answered && !waits)
            continue;
        const auto next = answered ? entry.answeredAt + shownAfterAnswerMs : entry.notBefore;
        at = std::min(at.value_or(next), next);
    }
    return at;
}

OutboxDelivery::Outcome OutboxDelivery::settle(const CommandId &id, const Result<qint64> &result,
                                               qint64 nowMs)
{
    const auto at = entry(id);
    if (at == m_entries.end() || at->item.state != OutboxItem::State::Sent || at->answeredSeq > 0)
        return Outcome::Stranger;
    if (result) {
        if (isRead(at->item.command.data)) {
            at->answeredSeq = std::max<qint64>(1, *result);
            at->answeredAt = nowMs;
        } else {
            m_entries.erase(at);
        }
        return Outcome::Done;
    }
    if (isPassing(result.error().kind)) {
        at->item.state = OutboxItem::State::Waiting;
        at->notBefore = nowMs + pauseAfter(result.error(), at->tries++);
        m_paused = m_paused || result.error().kind == ErrorKind::Unauthenticated;
        return Outcome::Later;
    }
    at->item.state = OutboxItem::State::Refused;
    at->item.problem = result.error();
    return Outcome::Refused;
}

void OutboxDelivery::unsent(const CommandId &id)
{
    const auto at = entry(id);
    if (at != m_entries.end() && at->item.state == OutboxItem::State::Sent && at->answeredSeq == 0)
        at->item.state = OutboxItem::State::Waiting;
}

void OutboxDelivery::linkLost()
{
    for (auto &entry : m_entries) {
        if (entry.item.state == OutboxItem::State::Sent && entry.answeredSeq == 0) {
            entry.item.state = OutboxItem::State::Waiting;
            entry.notBefore = 0;
        }
    }
}

bool OutboxDelivery::folded(qint64 seq, qint64 nowMs)
{
    return m_entries.removeIf([&](const Entry &entry) {
        return entry.answeredSeq > 0
            && (entry.answeredSeq <= seq || nowMs - entry.answeredAt >= shownAfterAnswerMs);
    }) > 0;
}

bool OutboxDelivery::renew(const CommandId &id, const Command &command)
{
    const auto at = entry(id);
    if (at == m_entries.end() || at->item.state != OutboxItem::State::Refused)
        return false;
    *at = Entry{{command, at->item.at, OutboxItem::State::Waiting, {}}};
    return true;
}

bool OutboxDelivery::discard(const CommandId &id)
{
    const auto at = entry(id);
    if (at == m_entries.end() || at->item.state == OutboxItem::State::Sent)
        return false;
    m_entries.erase(at);
    return true;
}

QList<OutboxItem> OutboxDelivery::items() const
{
    QList<OutboxItem> all;
    for (const auto &entry : m_entries)
        all.append(entry.item);
    return all;
}

std::optional<OutboxItem> OutboxDelivery::find(const CommandId &id) const
{
    const auto at = std::ranges::find(m_entries, id, [](const Entry &e) {
        return e.item.command.id;
    });
    return at == m_entries.cend() ? std::nullopt : std::optional(at->item);
}

QList<OutboxDelivery::Entry>::iterator OutboxDelivery::entry(const CommandId &id)
{
    return std::ranges::find(m_entries, id, [](const Entry &e) { return e.item.command.id; });
}

/** Texts that people read in the timeline: pending until they stand there as messages. */
bool OutboxDelivery::isRead(const CommandData &command)
{
    return std::holds_alternative<SendMessage>(command) || std::holds_alternative<AddNote>(command)
        || std::holds_alternative<Whisper>(command);
}

} // namespace quntai
