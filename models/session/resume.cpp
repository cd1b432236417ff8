// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/resume.h"

namespace quntai {

void Resume::restore(const QMap<QString, Position> &positions)
{
    *this = {};
    m_positions = positions;
}

QMap<QString, Position> Resume::open()
{
    m_mustOpen = false;
    m_asked = true;
    m_awaited.clear();
    m_behind.clear();
    QMap<QString, Position> asked;
    for (auto it = m_positions.cbegin(); it != m_positions.cend(); ++it) {
        const bool trusted = m_failures.value(it.key()) < failuresAllowed
            && !m_distrusted.contains(it.key());
        if (trusted && !it->epoch.isEmpty())
            asked.insert(it.key(), *it);
    }
    return asked;
}

void Resume::opened(const QString &stream, const Position &head, bool resumed)
{
    m_asked = false;
    if (!resumed) {
        m_awaited.insert(stream);
        m_behind.insert(stream, head.seq);
        return;
    }
    auto &position = m_positions[stream];
    position.epoch = head.epoch;
    if (head.seq <= position.seq) {
        moved(stream);
        return;
    }
    m_behind.insert(stream, head.seq);
    ++m_failures[stream]; // until it has brought something
}

void Resume::ahead(const QString &stream)
{
    m_distrusted.insert(stream);
    m_mustOpen = true;
}

void Resume::refused()
{
    for (auto it = m_positions.cbegin(); it != m_positions.cend(); ++it)
        ++m_failures[it.key()];
    m_mustOpen = true;
}

void Resume::snapshotFailed()
{
    m_mustOpen = true;
}

Resume::Step Resume::gap()
{
    m_mustOpen = true;
    return Step::Gap;
}

Resume::Step Resume::event(const QString &stream, const QString &epoch, qint64 prev, qint64 seq)
{
    auto &position = m_positions[stream];
    if (m_awaited.contains(stream) || position.epoch.isEmpty())
        return Step::Foreign;
    if (epoch != position.epoch) {
        m_distrusted.insert(stream);
        m_mustOpen = true;
        return Step::Foreign;
    }
    if (seq <= position.seq)
        return Step::Repeat;
    if (prev > position.seq)
        return gap();
    position.seq = seq;
    moved(stream);
    return Step::Take;
}

Resume::Step Resume::tick(const QString &stream, qint64 prev, qint64 seq)
{
    auto &position = m_positions[stream];
    if (m_awaited.contains(stream) || position.epoch.isEmpty())
        return Step::Foreign;
    if (seq <= position.seq)
        return Step::Repeat;
    // With a hole known, a tick that does not say what came before proves nothing.
    if (prev > position.seq || (m_mustOpen && prev == 0))
        return gap();
    position.seq = seq;
    moved(stream);
    return Step::Take;
}

void Resume::replaced(const QString &stream, const Position &at)
{
    m_positions[stream] = at;
    m_awaited.remove(stream);
    m_distrusted.remove(stream);
    moved(stream);
}

void Resume::moved(const QString &stream)
{
    m_failures.remove(stream);
    const auto head = m_behind.constFind(stream);
    if (head != m_behind.cend() && m_positions.value(stream).seq >= *head)
        m_behind.erase(head);
}

} // namespace quntai
