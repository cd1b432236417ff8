// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/loop.h"

#include "models/domain/apply.h"

#include <algorithm>
#include <chrono>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t worksPerRound = 512;
constexpr qint64 snapshotEvery = 20000;
constexpr auto retryAfter = std::chrono::seconds(1);
constexpr auto longestSleep = std::chrono::seconds(1);

} // namespace

Engine::Loop::Loop(Engine &engine, std::unique_ptr<Ledger> ledger,
                   std::unique_ptr<Decider> decider, ClockSource clock)
    : m_engine(engine), m_ledger(std::move(ledger)), m_decider(std::move(decider)),
      m_clock(std::move(clock))
{
}

Engine::Loop::~Loop()
{
    stop();
}

Result<> Engine::Loop::start()
{
    if (const auto started = startStepped(); !started)
        return started;
    m_stepped = false;
    m_thread = std::thread([this] { run(); });
    return {};
}

Result<> Engine::Loop::startStepped()
{
    if (const auto loaded = loadState(); !loaded)
        return loaded;
    if (const auto noted = noteConnectorsDown(); !noted)
        return noted;
    m_stepped = true;
    m_isUp = true;
    return {};
}

void Engine::Loop::step()
{
    runRound(takeWaiting());
}

/** What the ledger says of connections was true for the last process only. */
Result<> Engine::Loop::noteConnectorsDown()
{
    Round round(m_state, *m_decider, m_clock, m_controlIsNew);
    const auto known = m_state.connectors;
    for (auto connector : known) {
        if (connector.state == ConnectorState::Connecting)
            continue;
        connector.state = ConnectorState::Connecting;
        connector.detail.clear();
        connector.since = {};
        connector.problem = SystemProblem::None;
        round.record({{}, {}, ConnectorChanged{connector}});
    }
    giveUpMedia(round);
    return round.batch.events.isEmpty() ? Result<>{} : m_ledger->append(round.batch);
}

void Engine::Loop::stop()
{
    if (std::exchange(m_stepped, false)) {
        step();
        keepSnapshotIfDue(true);
    }
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Engine::Loop::add(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_wake.notify_one();
}

Result<> Engine::Loop::loadState()
{
    auto loaded = m_ledger->load();
    if (!loaded)
        return std::unexpected(loaded.error());
    m_state = std::move(*loaded);
    m_decider->reset(m_state);
    m_controlIsNew = true;
    for (const auto &time : std::as_const(m_state.times))
        m_clock.startFrom(time);

    m_toErase = m_ledger->erasuresLoaded();
    const auto left = isAnyLeft(*m_ledger, m_toErase);
    if (!left)
        return std::unexpected(left.error());
    if (!*left)
        m_toErase.clear();
    const auto open = m_ledger->openSends();
    if (!open)
        return std::unexpected(open.error());
    Round round(m_state, *m_decider, m_clock, m_controlIsNew);
    m_sends.restore(*open, round);
    m_sends.note(round, 0);
    if (round.batch.events.isEmpty() && round.batch.sends.isEmpty())
        return {};
    auto written = m_ledger->append(round.batch);
    if (written && m_isUp)
        tellCommitted(round);
    return written;
}

void Engine::Loop::run()
{
    learnAhead();
    while (waitForWork()) {
        runRound(takeWaiting());
        learnAhead();
    }
    keepSnapshotIfDue(true);
}

std::deque<Work> Engine::Loop::takeWaiting()
{
    std::deque<Work> works;
    const std::lock_guard lock(m_mutex);
    while (!m_waiting.empty() && works.size() < worksPerRound) {
        works.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return works;
}

/** Sleeps until there is work, a deadline, or the end; false when all is done and it is time to
 * end. */
bool Engine::Loop::waitForWork()
{
    std::unique_lock lock(m_mutex);
    if (!m_trouble.isEmpty() && !m_stopping)
        m_wake.wait_for(lock, retryAfter, [this] { return m_stopping; });
    if (m_waiting.empty() && !m_stopping) {
        const auto due = nextWake();
        auto sleep = std::chrono::milliseconds(longestSleep);
        if (due.isSet())
            sleep = std::clamp(std::chrono::milliseconds(due.ms - m_clock.now().ms),
                               std::chrono::milliseconds(0), sleep);
        m_wake.wait_for(lock, sleep, [this] { return m_stopping || !m_waiting.empty(); });
    }
    // With the ledger unwritable there is no use in trying the rest again at the end.
    return !m_stopping || (!m_waiting.empty() && m_trouble.isEmpty());
}

Instant Engine::Loop::nextWake() const
{
    const auto timer = m_decider->nextDeadline(m_state);
    const auto send = m_sends.nextDue(m_state);
    if (!timer.isSet() || !send.isSet())
        return timer.isSet() ? timer : send;
    return std::min(timer, send);
}

void Engine::Loop::runRound(std::deque<Work> works)
{
    Round round(m_state, *m_decider, m_clock, m_controlIsNew);
    if (const auto step = m_clock.step())
        round.record({{}, {}, ClockStepped{step->from, step->to}});
    for (auto &work : works) {
        const auto before = round.batch.events.size();
        if (const auto handled = handle(round, work); !handled)
            return giveUp(std::move(works), handled.error());
        m_sends.note(round, before);
    }
    const auto before = round.batch.events.size();
    fireTimers(round);
    noteModel(round);
    m_sends.note(round, before);
    m_sends.startDue(round, [this](const SendOrder &order) { Q_EMIT m_engine.sendReady(order); });

    const auto &batch = round.batch;
    const bool nothing = batch.events.isEmpty() && batch.commands.isEmpty()
        && batch.sends.isEmpty() && batch.cursors.isEmpty();
    if (!nothing) {
        if (const auto written = m_ledger->append(batch); !written)
            return giveUp(std::move(works), written.error());
    }
    finish(round);
    eraseDue();
    keepSnapshotIfDue(false);
}

void Engine::Loop::fireTimers(Round &round)
{
    round.recordAndDecide(m_decider->dueTimers(m_state, round.now()));
}

void Engine::Loop::tellCommitted(Round &round)
{
    if (!round.batch.events.isEmpty())
        Q_EMIT m_engine.committed(
            std::make_shared<const QList<Event>>(std::move(round.batch.events)));
}

void Engine::Loop::finish(Round &round)
{
    setTrouble({});
    const auto count = round.batch.events.size();
    tellCommitted(round);
    for (const auto &tell : std::as_const(round.afterwards))
        tell();
    m_eventsSinceSnapshot += count;
}

void Engine::Loop::keepSnapshotIfDue(bool now)
{
    // None between data.erased and the erasing: load() would not see what is left to do.
    const bool due = now ? m_eventsSinceSnapshot > 0 : m_eventsSinceSnapshot >= snapshotEvery;
    if (!due || !m_toErase.isEmpty())
        return;
    // A snapshot only saves time at the next start; without room for one the service goes on.
    std::ignore = m_ledger->keepSnapshot(m_state);
    m_eventsSinceSnapshot = 0;
}

/** Beside the loop, so that no question waits. While it learns what a later change has made stale
 * nothing is begun: there is another round within the second. */
void Engine::Loop::learnAhead()
{
    if (m_isLearning)
        return;
    auto task = m_decider->learning();
    if (!task)
        return;
    m_isLearning = true;
    m_learner = std::jthread([this, task = std::move(task)] {
        task();
        m_isLearning = false;
    });
}

/** What was learned beside the loop is in use from here on. A change in between has made it stale. */
void Engine::Loop::noteModel(Round &round)
{
    const auto hash = m_isLearning ? QString() : m_decider->learnedHash();
    const auto control = u"c0"_s;
    if (!hash.isEmpty() && hash != m_state.model.hash)
        round.recordIn(control, {{}, {}, ModelActivated{{hash, m_state.positions.value(control)}}});
}

/** Nothing of this round happened: commands are refused, the rest waits for another try. */
void Engine::Loop::giveUp(std::deque<Work> works, const Error &error)
{
    setTrouble(error.message);
    std::deque<Work> again;
    for (auto &work : works) {
        if (const auto *command = std::get_if<CommandWork>(&work))
            answerCommand(*command, std::unexpected(error));
        else
            again.push_back(std::move(work));
    }
    if (const auto loaded = loadState(); !loaded)
        setTrouble(loaded.error().message);
    const std::lock_guard lock(m_mutex);
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(again.begin()),
                     std::make_move_iterator(again.end()));
}

void Engine::Loop::setTrouble(const QString &trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    Q_EMIT m_engine.troubleChanged(trouble);
}

} // namespace quntai
