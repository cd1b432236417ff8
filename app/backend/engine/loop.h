// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/erasure.h"
#include "app/backend/engine/intake.h"
#include "app/backend/engine/sendqueue.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace quntai {

/** The engine's thread: takes all that waits, decides, writes once, tells. */
class Engine::Loop
{
public:
    Loop(Engine &engine, std::unique_ptr<Ledger> ledger, std::unique_ptr<Decider> decider,
         ClockSource clock);
    ~Loop();

    Result<> start();
    Result<> startStepped();
    void step();
    void stop();
    void add(Work work);
    Instant nextWake() const;
    /** Before start(). */
    void setBlobEraser(std::function<void(const QString &)> erase)
    {
        m_eraseBlob = std::move(erase);
    }

private:
    void run();
    bool waitForWork();
    void runRound(std::deque<Work> works);
    Result<> handle(Round &round, Work &work);
    void answer(const QPointer<QObject> &context, std::function<void()> tell);
    void answerCommand(const CommandWork &work, const Result<qint64> &result);
    Result<> handle(Round &round, CommandWork &work);
    Result<> handle(Round &round, StateWork &work);
    Result<> handle(Round &round, TrialWork &work);
    Result<> handle(Round &round, PreviewWork &work);
    Result<> handle(Round &round, MessageWork &work);
    Result<> handle(Round &round, GroupWork &work);
    Result<> handle(Round &round, RecallWork &work);
    Result<> handle(Round &round, MediaWork &work);
    Result<> handle(Round &round, OutcomeWork &work);
    Result<> handle(Round &round, RecordWork &work);
    std::optional<Result<qint64>> earlierResult(const Round &round, const CommandWork &work) const;
    void fireTimers(Round &round);
    void finish(Round &round);
    void tellCommitted(Round &round);
    Result<> erase(Round &round, const CommandWork &work, const EraseData &data);
    Result<> checkEnded(const Traces &traces) const;
    EventsOf recordErasure(Round &round, const Traces &traces, const EraseData &data,
                           const UserId &by);
    void eraseDue();
    void giveUp(std::deque<Work> works, const Error &error);
    Result<> loadState();
    Result<> noteConnectorsDown();
    void setTrouble(const QString &trouble);
    void keepSnapshotIfDue(bool now);
    void learnAhead();
    void noteModel(Round &round);
    std::deque<Work> takeWaiting();

    Engine &m_engine;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Decider> m_decider;
    LedgerClock m_clock;
    State m_state;
    SendQueue m_sends;
    bool m_controlIsNew = true;
    EventsOf m_toErase;           //!< told in data.erased, payloads still there
    QElapsedTimer m_lastErasure;  //!< that did not succeed
    std::function<void(const QString &)> m_eraseBlob;
    QString m_trouble;
    qint64 m_eventsSinceSnapshot = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_waiting;   // guarded by m_mutex
    bool m_stopping = false;      // guarded by m_mutex
    bool m_stepped = false;
    bool m_isUp = false;          //!< somebody listens: a start tells its state instead
    std::thread m_thread;
    std::atomic_bool m_isLearning = false;
    std::jthread m_learner;       // last: what still runs is waited for first
};

} // namespace quntai
