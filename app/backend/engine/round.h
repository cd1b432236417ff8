// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/clock.h"
#include "app/backend/decide/decider.h"
#include "app/backend/ledger/ledger.h"

#include <QSet>

#include <functional>

namespace quntai {

/** One group commit in the making: events as they are applied, and what is told once they are on
 * disk. Belongs to the engine's thread.
 */
class Round
{
public:
    Round(State &state, Decider &decider, LedgerClock &clock, bool &controlIsNew);

    /** Gives the event its place and time, applies it, keeps it for the batch. */
    const Event &record(const NewEvent &event);
    /** The same in a stream that is named. */
    void recordIn(const QString &stream, const NewEvent &event);
    /** record(), then what decide makes of it. */
    void recordAndDecide(const NewEvent &event);
    void recordAndDecide(const QList<NewEvent> &events);

    IdMint mint() const;
    Instant now() { return m_clock.now(); }
    const State &state() const { return m_state; }

    Batch batch;
    QList<std::function<void()>> afterwards;   //!< run once the batch is on disk
    QSet<QPair<QString, QString>> takenIn;     //!< inbound marks of this round

private:
    Instant timeFor(const QString &stream);
    void place(const NewEvent &event, const QString &stream);

    State &m_state;
    Decider &m_decider;
    LedgerClock &m_clock;
    bool &m_controlIsNew;
};

} // namespace quntai
