// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/engine/clock.h"
#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/domain/result.h"
#include "models/domain/state.h"

#include <QObject>

#include <functional>
#include <memory>

namespace quntai {

class Ledger;
class Decider;

/** A text that may leave now; Sending is already on disk. */
struct SendOrder
{
    QString channel;
    OutboundMessage message;
};

/** A message to be taken back at its platform. */
struct RecallOrder
{
    QString channel;
    QString chat;
    QString platformId;
};

using EventList = std::shared_ptr<const QList<Event>>;
using StatePtr = std::shared_ptr<const State>;

/** The loop that joins decide and ledger, in a thread of its own.
 *
 * Everything that waits is decided in one go, written in one transaction (group commit), and only
 * then told: command results, events for consoles, sends. If the write fails, everything of that
 * round is refused, the state is loaded anew, and nothing was told.
 *
 * Signals arrive in the thread of their receiver. A context lives in the engine's own thread, where
 * callbacks arrive, and may go away at any time; all other functions may be called from any thread.
 */
class Engine : public QObject
{
    Q_OBJECT
public:
    using CommandDone = std::function<void(Result<qint64>)>;
    using TrialReady = std::function<void(Result<Trial>)>;
    using PreviewReady = std::function<void(const Result<FlowPreview> &)>;
    using StateReady = std::function<void(StatePtr)>;

    /** Another clock only for tests and made-up history; it is read in the engine's thread. */
    Engine(std::unique_ptr<Ledger> ledger, std::unique_ptr<Decider> decider,
           QObject *parent = nullptr, ClockSource clock = systemClock());
    /** Finishes what waits, keeps a snapshot and joins the thread. */
    ~Engine() override;

    /** How the bytes of a person's pictures are removed; called in the engine's thread. Before
     * start(). */
    void setBlobEraser(std::function<void(const QString &sha256)> erase);
    /** Loads the state and starts the thread; an error names what is wrong with the ledger. */
    Result<> start();
    /** Instead of start(): no thread. The caller runs the rounds by step(), so that the same work at
     * the same times of its clock makes the same ledger. */
    Result<> startStepped();
    /** One round: what waits, and what is due. */
    void step();
    /** When step() has something to do though nothing waits; unset: never. */
    Instant nextDue() const;
    /** Refuses new work, finishes what waits, keeps a snapshot. */
    void stop();

    /** Runs a command whose rights were checked; done is called in context's thread, with the
     * sequence of its first event. bodyHash identifies the command's content (idempotency). */
    void submit(const User &user, const Command &command, const QByteArray &bodyHash,
                QObject *context, CommandDone done);
    /** An immutable copy of the state, taken between two rounds. */
    void state(QObject *context, StateReady ready);

    /** What the bot would make of a question, between two rounds; nothing is recorded. */
    void test(const TrialQuestion &asked, QObject *context, TrialReady ready);

    /** What a flow would say; nothing is recorded. showsCustomers: what an outside system knows of
     * its reader may stand in it. */
    void preview(const FlowQuestion &asked, bool showsCustomers, QObject *context,
                 PreviewReady ready);

    void takeIn(const QString &channel, const InboundMessage &message);
    void takeIn(const QString &channel, const InboundGroup &group);
    void takeIn(const QString &channel, const InboundRecall &recall);
    void takeIn(const QString &channel, const InboundMedia &media);
    void takeIn(const SendOutcome &outcome);
    void takeIn(const Connector &connector);
    void takeGap(const QString &channel, Instant from, Instant to, const QString &detail);
    /** Events from inside the backend: imports, accounts, outside systems. */
    void record(const QList<NewEvent> &events);

Q_SIGNALS:
    /** On disk. In order, without gaps, once. */
    void committed(const quntai::EventList &events);
    void sendReady(const quntai::SendOrder &order);
    void recallReady(const quntai::RecallOrder &order);
    /** The ledger cannot be written (or can again): reads go on, commands are refused. */
    void troubleChanged(const QString &trouble);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace quntai
