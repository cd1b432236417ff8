// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/customersource.h"
#include "app/backend/engine/engine.h"
#include "models/protocol/customerwire.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace quntai {

struct CustomerKeeperOptions
{
    QString name;                    //!< of the system, as consoles show it
    qint64 maxAgeMs = 10 * 60'000;   //!< older is asked for anew
    int retryMs = 15'000;            //!< while the system is down: until the next try; doubles
    int longestRetryMs = 300'000;
    int wishesPerMinute = 30;        //!< of one person: enough for work, too few to copy a system
    int gatherMs = 100;              //!< topics of a busy moment are looked at together
    int soonMs = 2000;               //!< what a person asks for again within this is as it was
};

/** Keeps what an outside system knows of those who ask in the ledger: looks them up when their topic
 * opens, is escalated or taken over and nothing fresh is known, when a person wishes it, and when the
 * bot needs it for an answer (lookup.asked, answered by lookup.done).
 *
 * While the system is down nobody else is asked for (circuit breaker): those missed are looked up
 * when a try succeeds. That it is down, since when and why is the connector "crm" of the state.
 * Main thread.
 */
class CustomerKeeper : public QObject
{
    Q_OBJECT
public:
    using Refreshed = std::function<void(Result<RefreshCustomerResult>)>;

    /** The engine must outlive this. A clock only in tests. */
    CustomerKeeper(Engine &engine, std::unique_ptr<CustomerSource> source,
                   CustomerKeeperOptions options, QObject *parent = nullptr,
                   ClockSource clock = systemClock());
    ~CustomerKeeper() override;

    /** Looks up who asks in open topics now; call once the engine runs. */
    void start();
    /** A person's wish. Unavailable: the system is down; InvalidParams: it cannot find so;
     * RateLimited: too many. done is called unless context is gone by then. */
    void refresh(const RefreshCustomerParams &params, const User &by, QObject *context,
                 Refreshed done);

private:
    /** Whoever waits for one lookup. */
    struct Waiter
    {
        UserId by;
        QPointer<QObject> context;
        Refreshed done;
    };
    using Waiters = QList<Waiter>;
    /** What the bot waits for. */
    struct Wanted
    {
        GroupId group;
        Lookup lookup;
    };
    using Found = Answer<std::optional<CustomerFacts>>;

    void take(const EventList &events);
    void lookAt(const State &state, const QList<TopicId> &topics);
    bool isFresh(const State &state, const Member &member) const;
    bool mayWish(const UserId &user);
    void want(const CustomerKey &key);
    void miss(const CustomerKey &key);
    void ask(const CustomerKey &key, const Waiter *waiter);
    void answered(const CustomerKey &key, const Found &found);
    void conclude(const CustomerKey &key, const Found &found, const State &state);
    void tell(const Waiters &waiters, const Result<RefreshCustomerResult> &result);
    void setHealth(const SystemTrouble &trouble);
    static QList<Wanted> pendingIn(const State &state);
    void lookUp(const QList<Wanted> &wanted, const State &state);
    static QList<TopicId> topicsOf(const Wanted &one, const State &state);
    QList<NewEvent> doneWith(const CustomerKey &key, const Found &found, const State &state);
    void retry();
    void retryLater();
    Instant now() const { return {m_clock.wall()}; }

    Engine &m_engine;
    const std::unique_ptr<CustomerSource> m_source;
    const CustomerKeeperOptions m_options;
    const ClockSource m_clock;
    Connector m_health;
    QHash<UserId, std::pair<qint64, int>> m_wishes;  //!< the minute, and how many in it
    QHash<QString, Waiters> m_asked;   //!< on their way, by whom they are about
    QHash<QString, QList<Wanted>> m_wanted;  //!< by whom they are about
    QList<CustomerKey> m_missed;       //!< while it is down
    QList<TopicId> m_gathered;         //!< to be looked at
    QTimer m_gather;
    QTimer m_retry;
    int m_pauseMs;
};

/** Says in the ledger that no such system is configured any more, if there was one. */
void noteNoCustomerSystem(Engine &engine, const State &state);

} // namespace quntai
