// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/database.h"
#include "models/storage/transaction.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace quntai {

/** A store in a thread of its own. Jobs are queued and run in order, all that wait in one
 * transaction; a job's answer is given when that is committed.
 *
 * When a burst fails its jobs are tried one by one, so that a bad one does not sink the others. A
 * store that turns out damaged is opened anew (opener(true)) and the job tried once more. So a job
 * may run more than once and must not mind. The destructor runs what is queued. Store has
 * database().
 */
template <class Store>
class StoreThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Store>>(bool damaged)>;
    using Job = std::function<Result<>(Store &)>;
    using Done = std::function<void(const Result<> &)>;

    explicit StoreThread(Opener opener)
        : m_opener(std::move(opener)), m_thread([this] { run(); })
    {
    }

    ~StoreThread()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /** done is called in the thread of context, which must outlive this thread; an answer that
     * comes after context is gone is dropped. */
    void post(Job job, QObject *context = nullptr, Done done = {})
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back({std::move(job), context, std::move(done)});
        }
        m_wake.notify_one();
    }

private:
    struct Task
    {
        Job job;
        QObject *context = nullptr;
        Done done;
    };
    static constexpr std::size_t burstLimit = 256;

    void run()
    {
        open(false);
        for (;;) {
            auto burst = next();
            if (burst.empty())
                return;
            if (!together(burst)) {
                for (auto &task : burst)
                    answer(task, alone(task));
            }
        }
    }

    std::deque<Task> next()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ends || !m_queue.empty(); });
        std::deque<Task> burst;
        while (!m_queue.empty() && burst.size() < burstLimit) {
            burst.push_back(std::move(m_queue.front()));
            m_queue.pop_front();
        }
        return burst;
    }

    void open(bool damaged)
    {
        m_store.reset();
        auto store = m_opener(damaged);
        if (store)
            m_store = std::move(*store);
        else
            m_problem = store.error();
    }

    /** All in one transaction, answers after the commit; false when nothing of it happened. */
    bool together(std::deque<Task> &burst)
    {
        if (!m_store || burst.size() < 2)
            return false;
        auto transaction = Transaction::begin(m_store->database());
        if (!transaction)
            return false;
        for (auto &task : burst) {
            if (!task.job(*m_store))
                return false;
        }
        if (!transaction->commit())
            return false;
        for (auto &task : burst)
            answer(task, {});
        return true;
    }

    Result<> alone(Task &task)
    {
        auto result = tryOnce(task);
        if (result || !isDamage(result.error()))
            return result;
        open(true);
        return tryOnce(task);
    }

    Result<> tryOnce(Task &task)
    {
        if (!m_store)
            return std::unexpected(m_problem);
        auto transaction = Transaction::begin(m_store->database());
        if (!transaction)
            return std::unexpected(transaction.error());
        return task.job(*m_store).and_then([&] { return transaction->commit(); });
    }

    static void answer(Task &task, Result<> result)
    {
        if (!task.done || !task.context)
            return;
        QMetaObject::invokeMethod(
            task.context,
            [done = std::move(task.done), result = std::move(result)] { done(result); },
            Qt::QueuedConnection);
    }

    Opener m_opener;
    std::unique_ptr<Store> m_store;
    Error m_problem;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace quntai
