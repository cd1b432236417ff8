// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/session/feedsimulation.h"

namespace quntai::tests {

QList<Frame> FeedServer::open(const QMap<QString, Position> &asked)
{
    QList<Frame> answer;
    QList<Frame> snapshots;
    m_sent.clear();
    for (auto it = m_ledgers.cbegin(); it != m_ledgers.cend(); ++it) {
        const auto head = it->facts.isEmpty() ? 0 : it->facts.constLast().seq;
        const auto position = asked.value(it.key());
        const bool known = asked.contains(it.key()) && position.epoch == it->epoch;
        if (known && position.seq > head) {
            m_sent.clear();
            return {{Frame::Kind::Ahead, it.key()}};
        }
        const bool resumed = known && position.seq >= keptFrom;
        answer.append({Frame::Kind::Opened, it.key(), it->epoch, 0, head, 0, resumed});
        const auto from = resumed ? position.seq : head;
        m_sent.insert(it.key(), {from, from});
        if (!resumed)
            snapshots += snapshot(it.key(), head);
    }
    return answer + snapshots;
}

QList<Frame> FeedServer::snapshot(const QString &stream, qint64 seq) const
{
    const auto &ledger = m_ledgers[stream];
    QList<Frame> all;
    for (int part = 1; part <= parts; ++part) {
        Frame frame{Frame::Kind::Part, stream, ledger.epoch, 0, seq, 0, false, part};
        for (const auto &fact : ledger.facts) {
            if (sees(fact) && fact.seq % parts == part - 1)
                frame.facts.append(fact);
        }
        all.append(frame);
    }
    return all;
}

QList<Frame> FeedServer::pump()
{
    QList<Frame> frames;
    for (auto sent = m_sent.begin(); sent != m_sent.end(); ++sent) {
        const auto &ledger = m_ledgers[sent.key()];
        auto page = 1 + m_dice.below(8);
        const auto start = sent->prev;
        for (const auto &fact : ledger.facts) {
            if (fact.seq <= sent->seq || page-- <= 0)
                continue;
            sent->seq = fact.seq;
            if (!sees(fact))
                continue;
            frames.append({Frame::Kind::Event, sent.key(), ledger.epoch, sent->prev, fact.seq,
                           fact.body});
            sent->prev = fact.seq;
        }
        if (sent->seq > sent->prev && (sent->prev == start || m_dice.chance(30)))
            frames.append({Frame::Kind::Tick, sent.key(), ledger.epoch, sent->prev, sent->seq});
    }
    return frames;
}

std::optional<QMap<QString, Position>> FeedClient::wantsOpen()
{
    if (!m_resume.mustOpen())
        return std::nullopt;
    return m_resume.open();
}

void FeedClient::lost()
{
    m_resume.lost();
    m_nextPart.clear();
}

void FeedClient::save()
{
    m_saved = m_taken;
    m_savedAt = m_resume.positions();
}

void FeedClient::restart()
{
    m_taken = m_saved;
    m_resume.restore(m_savedAt);
    m_nextPart.clear();
}

void FeedClient::take(const Frame &frame)
{
    const auto prev = m_fault == Fault::GapRuleOffByOne ? frame.prev - 1 : frame.prev;
    switch (frame.kind) {
    case Frame::Kind::Opened:
        m_resume.opened(frame.stream, {frame.epoch, frame.seq}, frame.resumed);
        break;
    case Frame::Kind::Ahead:
        m_resume.ahead(frame.stream);
        break;
    case Frame::Kind::Event: {
        const auto step = m_resume.event(frame.stream, frame.epoch, prev, frame.seq);
        const bool repeats = m_fault == Fault::KeepsRepeats && step == Resume::Step::Repeat;
        if (step == Resume::Step::Take || repeats)
            m_taken[frame.stream].append(frame.body);
        break;
    }
    case Frame::Kind::Tick:
        m_resume.tick(frame.stream, prev, frame.seq);
        break;
    case Frame::Kind::Part:
        takePart(frame);
        break;
    }
}

void FeedClient::takePart(const Frame &frame)
{
    if (!m_resume.awaitsSnapshot(frame.stream))
        return;
    if (frame.part == 1) {
        m_nextPart[frame.stream] = 1;
        m_comingFrom[frame.stream] = {frame.epoch, frame.seq};
        m_coming.remove(frame.stream);
    }
    const Position from{frame.epoch, frame.seq};
    const bool fits = m_comingFrom.value(frame.stream) == from;
    if (!fits || frame.part != m_nextPart.value(frame.stream)) {
        m_resume.snapshotFailed();
        return;
    }
    for (const auto &fact : frame.facts)
        m_coming[frame.stream].append(fact.body);
    if (m_nextPart[frame.stream]++ < FeedServer::parts)
        return;
    auto whole = m_coming.take(frame.stream);
    std::ranges::sort(whole);
    m_taken[frame.stream] = whole;
    m_resume.replaced(frame.stream, {frame.epoch, frame.seq});
    ++m_snapshots;
}

} // namespace quntai::tests
