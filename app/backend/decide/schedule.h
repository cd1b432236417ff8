// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QHash>
#include <QMap>

#include <utility>

namespace quntai {

/** The next moment of each of many things, in order of time, so that asking for the first one does
 * not depend on how many there are. Things of one moment come in the order of their keys. */
template <class Key>
class Schedule
{
public:
    void clear()
    {
        m_byTime.clear();
        m_times.clear();
    }

    /** Instead of the moment it had; unset: time brings it nothing. */
    void put(const Key &key, Instant at)
    {
        if (const auto old = m_times.take(key); old != 0)
            m_byTime.remove({old, key});
        if (!at.isSet())
            return;
        m_times.insert(key, at.ms);
        m_byTime.insert({at.ms, key}, true);
    }

    /** Takes out those of which it is true. */
    template <class Predicate>
    void forgetIf(Predicate isGone)
    {
        m_byTime.removeIf([&](const auto &one) { return isGone(one.key().second); });
        m_times.removeIf([&](const auto &one) { return isGone(one.key()); });
    }

    /** Unset: there is none. */
    Instant next() const
    {
        return m_byTime.isEmpty() ? Instant{} : Instant{m_byTime.firstKey().first};
    }

    /** Whose moment has come, the earliest first. They stay until put elsewhere. */
    QList<Key> due(Instant now) const
    {
        QList<Key> keys;
        for (auto each = m_byTime.keyBegin(); each != m_byTime.keyEnd() && each->first <= now.ms;
             ++each)
            keys.append(each->second);
        return keys;
    }

private:
    QMap<std::pair<qint64, Key>, bool> m_byTime;
    QHash<Key, qint64> m_times;  //!< milliseconds, as in m_byTime
};

} // namespace quntai
