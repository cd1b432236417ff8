// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>

namespace quntai {

/** A value that changed at some moments. */
template <class Value>
class Timeline
{
public:
    struct Change
    {
        qint64 at;
        Value value;

        bool operator==(const Change &) const = default;
    };

    /** Times never run backwards; of several at one moment the last counts. */
    void set(qint64 at, const Value &value)
    {
        if (!m_changes.isEmpty() && m_changes.constLast().value == value)
            return;
        if (!m_changes.isEmpty() && m_changes.constLast().at >= at)
            m_changes.last().value = value;
        else
            m_changes.append({at, value});
    }

    /** What it was then; fallback before the first change. */
    Value at(qint64 at, const Value &fallback) const
    {
        const auto after = std::ranges::upper_bound(m_changes, at, {}, &Change::at);
        return after == m_changes.cbegin() ? fallback : std::prev(after)->value;
    }

    const QList<Change> &changes() const { return m_changes; }
    bool operator==(const Timeline &) const = default;

private:
    QList<Change> m_changes;
};

} // namespace quntai
