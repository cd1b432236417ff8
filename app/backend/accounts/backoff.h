// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <functional>
#include <utility>

namespace quntai {

/** Makes guessing slow: after five failures of one user from one address each further try has to
 * wait, from 30 s doubling to 15 min. Bounded; runs on steady time. */
class BackOff
{
public:
    /** now gives milliseconds of a steady clock. */
    explicit BackOff(std::function<qint64()> now) : m_now(std::move(now)) {}

    /** How long this pair has to wait; 0: try. */
    qint64 waitMs(const QString &user, const QString &address) const;
    void failed(const QString &user, const QString &address);
    void succeeded(const QString &user, const QString &address);

private:
    struct Record
    {
        int failures = 0;
        qint64 until = 0;
        qint64 last = 0;
    };
    void forgetOld();

    std::function<qint64()> m_now;
    QHash<std::pair<QString, QString>, Record> m_records;
};

} // namespace quntai
