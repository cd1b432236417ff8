// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/imports/samplecompany.h"
#include "app/backend/rehearsal/dice.h"

#include <functional>
#include <queue>

namespace quntai {

/** A backend whose time is played: the real engine on a real ledger, with a clock that jumps from
 * one thing that happens to the next. The groups' platform is played too: what is sent arrives. */
class Stage : public QObject
{
    Q_OBJECT
public:
    using Act = std::function<void()>;

    Stage(std::unique_ptr<Ledger> ledger, Instant begin, quint32 seed);
    ~Stage() override;

    /** The error is the ledger's. */
    Result<> open();
    /** Plays everything up to end. */
    Result<> play(Instant end);

    void at(qint64 ms, Act act);
    void after(qint64 seconds, Act act) { at(m_now + seconds * 1000, std::move(act)); }
    qint64 now() const { return m_now; }
    Dice &dice() { return m_dice; }
    /** As a console knows it: folded from the events. */
    const State &state() const { return m_state; }
    qint64 events() const { return m_events; }
    qint64 refused() const { return m_refused; }

    /** A member says something; platform id of the message. */
    QString say(const QString &chat, const InboundMember &who, const QString &text, bool toBot,
                const QString &quote = {});
    void record(const QList<NewEvent> &events) { m_engine.record(events); }
    void setConnector(ConnectorState state);
    void introduce(const InboundGroup &group) { m_engine.takeIn(channel(), group); }
    /** A person's command, as a console would send it. */
    void run(const UserId &user, const CommandData &data, std::function<void(bool)> done = {});

    static QString channel();

Q_SIGNALS:
    void happened(const quntai::Event &event);

private:
    struct Due
    {
        qint64 at;
        qint64 order;
        Act act;
        bool operator<(const Due &other) const
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    void take(const EventList &events);
    void deliver(const SendOrder &order);
    void round();

    qint64 m_now;
    Dice m_dice;
    Engine m_engine;
    State m_state;
    std::priority_queue<Due> m_due;
    qint64 m_order = 0;
    qint64 m_messages = 0;
    qint64 m_commands = 0;
    qint64 m_events = 0;
    qint64 m_refused = 0;
    QString m_trouble;
};

} // namespace quntai
