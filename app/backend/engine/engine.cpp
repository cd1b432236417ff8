// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/engine.h"

#include "app/backend/engine/loop.h"

namespace quntai {

Engine::Engine(std::unique_ptr<Ledger> ledger, std::unique_ptr<Decider> decider, QObject *parent,
               ClockSource clock)
    : QObject(parent),
      m_loop(std::make_unique<Loop>(*this, std::move(ledger), std::move(decider),
                                    std::move(clock)))
{
}

Engine::~Engine() = default;

void Engine::setBlobEraser(std::function<void(const QString &)> erase)
{
    m_loop->setBlobEraser(std::move(erase));
}

Result<> Engine::start()
{
    return m_loop->start();
}

Result<> Engine::startStepped()
{
    return m_loop->startStepped();
}

void Engine::step()
{
    m_loop->step();
}

Instant Engine::nextDue() const
{
    return m_loop->nextWake();
}

void Engine::stop()
{
    m_loop->stop();
}

void Engine::submit(const User &user, const Command &command, const QByteArray &bodyHash,
                    QObject *context, CommandDone done)
{
    m_loop->add(CommandWork{user, command, bodyHash, context, std::move(done)});
}

void Engine::state(QObject *context, StateReady ready)
{
    m_loop->add(StateWork{context, std::move(ready)});
}

void Engine::test(const TrialQuestion &asked, QObject *context, TrialReady ready)
{
    m_loop->add(TrialWork{asked, context, std::move(ready)});
}

void Engine::preview(const FlowQuestion &asked, bool showsCustomers, QObject *context,
                     PreviewReady ready)
{
    m_loop->add(PreviewWork{asked, showsCustomers, context, std::move(ready)});
}

void Engine::takeIn(const QString &channel, const InboundMessage &message)
{
    m_loop->add(MessageWork{channel, message});
}

void Engine::takeIn(const QString &channel, const InboundGroup &group)
{
    m_loop->add(GroupWork{channel, group});
}

void Engine::takeIn(const QString &channel, const InboundRecall &recall)
{
    m_loop->add(RecallWork{channel, recall});
}

void Engine::takeIn(const QString &channel, const InboundMedia &media)
{
    m_loop->add(MediaWork{channel, media});
}

void Engine::takeIn(const SendOutcome &outcome)
{
    m_loop->add(OutcomeWork{outcome});
}

void Engine::takeIn(const Connector &connector)
{
    record({{{}, {}, ConnectorChanged{connector}}});
}

void Engine::takeGap(const QString &channel, Instant from, Instant to, const QString &detail)
{
    record({{{}, {}, ConnectorGap{channel, from, to, detail}}});
}

void Engine::record(const QList<NewEvent> &events)
{
    m_loop->add(RecordWork{events});
}

} // namespace quntai
