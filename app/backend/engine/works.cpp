// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/loop.h"

namespace quntai {

using namespace Qt::StringLiterals;

// How each kind of work becomes events of a round. An error means the ledger cannot be read or
// written; a refusal of a command is no error, it is that command's result.

Result<> Engine::Loop::handle(Round &round, Work &work)
{
    return std::visit([&](auto &one) { return handle(round, one); }, work);
}

std::optional<Result<qint64>> Engine::Loop::earlierResult(const Round &round,
                                                          const CommandWork &work) const
{
    auto judge = [&](const CommandRecord &record) -> Result<qint64> {
        if (record.bodyHash == work.bodyHash && record.user == work.user.id)
            return record.seq;
        return failure(ErrorKind::IdConflict,
                       u"this command id was used for another command; make a new one"_s);
    };
    for (const auto &record : round.batch.commands) {
        if (record.id == work.command.id)
            return judge(record);
    }
    const auto kept = m_ledger->command(work.command.id);
    if (!kept)
        return std::unexpected(kept.error());
    if (*kept)
        return judge(**kept);
    return std::nullopt;
}

/** Who asked may be gone meanwhile; only the thread they lived in can tell. */
void Engine::Loop::answer(const QPointer<QObject> &context, std::function<void()> tell)
{
    QMetaObject::invokeMethod(
        &m_engine,
        [context, tell = std::move(tell)] {
            if (context)
                tell();
        },
        Qt::QueuedConnection);
}

void Engine::Loop::answerCommand(const CommandWork &work, const Result<qint64> &result)
{
    answer(work.context, [done = work.done, result] { done(result); });
}

Result<> Engine::Loop::handle(Round &round, CommandWork &work)
{
    auto tell = [this, &round, work](const Result<qint64> &result) {
        round.afterwards.append([this, work, result] {
            answerCommand(work, result);
        });
    };
    if (const auto earlier = earlierResult(round, work)) {
        tell(*earlier);
        return {};
    }
    if (const auto *erasure = std::get_if<EraseData>(&work.command.data))
        return erase(round, work, *erasure);
    auto ids = round.mint();
    const auto events =
        m_decider->command(m_state, work.user, work.command, round.now(), ids);
    if (!events) {
        tell(std::unexpected(events.error()));
        return {};
    }
    for (const auto &order : recallOrders(m_state, *events))
        round.afterwards.append([this, order] { Q_EMIT m_engine.recallReady(order); });
    const auto first = round.batch.events.size();
    round.recordAndDecide(*events);
    qint64 seq = m_state.positions.value(u"p0"_s);
    for (auto i = first; i < round.batch.events.size(); ++i) {
        if (!std::holds_alternative<ControlApplied>(round.batch.events.at(i).data)) {
            seq = round.batch.events.at(i).seq;
            break;
        }
    }
    round.batch.commands.append(
        {work.command.id, work.user.id, work.bodyHash, seq, round.now()});
    tell(seq);
    return {};
}

Result<> Engine::Loop::handle(Round &round, StateWork &work)
{
    // Told after the commit, so that nobody sees what may yet be taken back; the copy is made
    // then too, from the same state.
    round.afterwards.append([this, work] {
        auto copy = std::make_shared<const State>(m_state);
        answer(work.context, [ready = work.ready, copy] { ready(copy); });
    });
    return {};
}

Result<> Engine::Loop::handle(Round &round, TrialWork &work)
{
    round.afterwards.append([this, work] {
        answer(work.context, [ready = work.ready,
                              trial = m_decider->test(m_state, work.asked, m_clock.now())] {
            ready(trial);
        });
    });
    return {};
}

Result<> Engine::Loop::handle(Round &round, PreviewWork &work)
{
    round.afterwards.append([this, work] {
        auto seen = m_state;
        if (!work.showsCustomers)
            seen.customers.clear();
        answer(work.context, [ready = work.ready,
                              preview = m_decider->preview(seen, work.asked, m_clock.now())] {
            ready(preview);
        });
    });
    return {};
}

Result<> Engine::Loop::handle(Round &round, MessageWork &work)
{
    const auto taken = quntai::takeIn(round, *m_ledger, work);
    if (!taken)
        return std::unexpected(taken.error());
    return {};
}

Result<> Engine::Loop::handle(Round &round, GroupWork &work)
{
    quntai::takeIn(round, work);
    return {};
}

Result<> Engine::Loop::handle(Round &round, RecallWork &work)
{
    quntai::takeIn(round, work);
    return {};
}

Result<> Engine::Loop::handle(Round &round, MediaWork &work)
{
    quntai::takeIn(round, work);
    return {};
}

Result<> Engine::Loop::handle(Round &round, OutcomeWork &work)
{
    m_sends.settle(round, work.outcome);
    return {};
}

Result<> Engine::Loop::handle(Round &round, RecordWork &work)
{
    round.recordAndDecide(work.events);
    return {};
}

} // namespace quntai
