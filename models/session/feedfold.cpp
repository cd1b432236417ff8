// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/feedfold.h"

namespace quntai {

using namespace Qt::StringLiterals;

bool FeedNews::isEmpty() const
{
    return changes.isEmpty() && happenings.isEmpty() && troubles.isEmpty() && !reset
        && messages.isEmpty() && positions.isEmpty() && !otherLedger;
}

void FeedFold::restore(State state, const QMap<QString, Position> &positions)
{
    m_state = std::move(state);
    m_resume.restore(positions);
    m_coming.clear();
    m_news = {};
    m_hasNews = false;
}

void FeedFold::take(const EventsFrame &frame)
{
    for (const auto &one : frame.bad) {
        m_news.troubles.append(u"%1 %2: %3"_s.arg(frame.stream).arg(one.seq).arg(
            one.error.message));
        m_hasNews = true;
    }
    for (const auto &event : frame.events) {
        if (m_resume.event(frame.stream, frame.epoch, event.prev, event.seq) == Resume::Step::Take)
            fold(event);
    }
}

void FeedFold::fold(const Event &event)
{
    m_hasNews = true;
    ++m_news.events;
    m_news.positions[event.stream] = event.seq;
    apply(m_state, event, &m_news.changes);
    if (auto happening = happeningOf(event)) {
        m_news.happenings.append(std::make_shared<const Happening>(std::move(*happening)));
        m_news.happened.append(event);
    }
    if (const auto *erased = std::get_if<DataErased>(&event.data))
        m_news.erased.append({event.group, erased->events});
}

void FeedFold::take(const FeedTick &tick)
{
    if (m_resume.tick(tick.stream, 0, tick.seq) != Resume::Step::Take)
        return;
    auto &position = m_state.positions[tick.stream];
    position = std::max(position, tick.seq);
    m_news.positions[tick.stream] = tick.seq;
    m_hasNews = true;
}

bool FeedFold::take(SnapshotPart part)
{
    const auto stream = part.stream;
    auto &coming = m_coming[stream];
    if (!coming.add(std::move(part))) {
        m_coming.remove(stream);
        m_resume.snapshotFailed();
        return false;
    }
    if (!coming.isComplete())
        return true;
    const auto now = coming.position();
    forgetOtherLedger(stream, now);
    coming.moveInto(m_state);
    m_coming.remove(stream);
    m_resume.replaced(stream, now);
    for (const auto &group : std::as_const(m_state.groups)) {
        if (isOf(group, stream))
            m_news.messages.append(group.recent);
    }
    m_news.changes = {};
    m_news.reset = true;
    m_hasNews = true;
    return true;
}

void FeedFold::forgetOtherLedger(const QString &stream, const Position &now)
{
    const auto before = m_resume.position(stream).epoch;
    if (before.isEmpty() || before == now.epoch)
        return;
    m_news.messages.clear();
    m_news.happened.clear();
    m_news.happenings.clear();
    m_news.otherLedger = true;
}

FeedNews FeedFold::takeNews()
{
    m_hasNews = false;
    auto news = std::exchange(m_news, {});
    for (const auto &message : std::as_const(news.changes.added))
        news.messages.append(news.changes.changed.value(message->id, message));
    const auto &added = news.changes.added;
    QSet<MessageId> fresh;
    for (const auto &message : added)
        fresh.insert(message->id);
    for (const auto &message : std::as_const(news.changes.changed)) {
        if (!fresh.contains(message->id))
            news.messages.append(message);
    }
    return news;
}

} // namespace quntai
