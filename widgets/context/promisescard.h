// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promise.h"
#include "widgets/common/card.h"

#include <functional>

class QMenu;

namespace quntai {

class PlainLabel;

/** "due 18:00, in 3 h", "overdue by 25 min", "kept 14:30": how a promise stands. */
QString promiseStanding(const Promise &promise, Instant now);
/** "open", "kept", "broken", "dropped". */
QString promiseStateName(PromiseState state);

/** What people of ours promised in a topic: the words, until when, and what became of it. Counts
 * down by the clock of the backend. Hidden while nothing was promised. */
class PromisesCard : public Card
{
    Q_OBJECT
public:
    PromisesCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent = nullptr);

    /** In the order shown. maySettle: the person may say what became of them. */
    void setPromises(const QList<Promise> &promises, bool maySettle);

Q_SIGNALS:
    void jumpTo(const quntai::MessageId &message);
    void settled(const quntai::PromiseId &promise, quntai::PromiseState state);
    /** Other words or another time are wanted. */
    void changeWanted(const quntai::PromiseId &promise);

private:
    QWidget *rowFor(const Promise &promise);
    void addButtons(QLayout *columns, const Promise &promise, QWidget *row);
    void openMenu(const Promise &promise, QWidget *at);
    void refreshTimes();

    std::function<Instant()> m_clock;
    QList<Promise> m_promises;
    bool m_maySettle = false;
    QList<QWidget *> m_rows;
    QHash<PromiseId, PlainLabel *> m_standings;
};

} // namespace quntai
