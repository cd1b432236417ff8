// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/rehearsal/stage.h"

#include "app/backend/decide/decider.h"
#include "app/backend/ledger/ledger.h"
#include "models/domain/apply.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

Stage::Stage(std::unique_ptr<Ledger> ledger, Instant begin, quint32 seed)
    : m_now(begin.ms), m_dice(seed),
      m_engine(std::move(ledger), std::make_unique<Decider>(), nullptr,
               ClockSource{[this] { return m_now; }, [this] { return m_now; }})
{
    connect(&m_engine, &Engine::committed, this, &Stage::take);
    connect(&m_engine, &Engine::sendReady, this, &Stage::deliver);
    connect(&m_engine, &Engine::troubleChanged, this,
            [this](const QString &trouble) { m_trouble = trouble; });
}

Stage::~Stage() = default;

QString Stage::channel()
{
    return u"sample"_s;
}

Result<> Stage::open()
{
    return m_engine.startStepped();
}

void Stage::at(qint64 ms, Act act)
{
    m_due.push({std::max(ms, m_now), ++m_order, std::move(act)});
}

Result<> Stage::play(Instant end)
{
    while (m_trouble.isEmpty()) {
        const auto due = m_engine.nextDue();
        // One round a moment: what a round could not do now would be tried without end.
        const auto engineAt = due.isSet() ? std::max(due.ms, m_now + 1) : end.ms;
        const auto mineAt = m_due.empty() ? end.ms : m_due.top().at;
        if (std::min(engineAt, mineAt) >= end.ms)
            break;
        m_now = std::min(engineAt, mineAt);
        if (mineAt == m_now) {
            const auto act = m_due.top().act;
            m_due.pop();
            act();
        }
        round();
    }
    m_now = end.ms;
    m_engine.stop();
    if (!m_trouble.isEmpty())
        return failure(ErrorKind::Unavailable, m_trouble);
    return {};
}

void Stage::round()
{
    m_engine.step();
    QCoreApplication::sendPostedEvents(&m_engine);  // answers to commands
}

void Stage::take(const EventList &events)
{
    m_events += events->size();
    for (const auto &event : *events) {
        apply(m_state, event);
        Q_EMIT happened(event);
    }
}

void Stage::deliver(const SendOrder &order)
{
    const auto platformId = u"h%1-out"_s.arg(++m_messages);
    at(m_now + m_dice.number(300, 1500), [this, id = order.message.id, platformId] {
        m_engine.takeIn(SendOutcome{id, SendOutcome::Kind::Sent, platformId, {}, 0, false});
    });
}

QString Stage::say(const QString &chat, const InboundMember &who, const QString &text, bool toBot,
                   const QString &quote)
{
    InboundMessage message;
    message.platformId = u"h%1"_s.arg(++m_messages);
    message.chat = chat;
    message.sender = who;
    message.text = toBot ? u"@小禾 "_s + text : text;
    message.mentionsBot = toBot;
    message.quotePlatformId = quote;
    message.sentAt = {m_now};
    m_engine.takeIn(channel(), message);
    return message.platformId;
}

void Stage::setConnector(ConnectorState state)
{
    const auto detail = state == ConnectorState::Down ? u"the platform closed the connection"_s
                                                      : QString();
    m_engine.takeIn(Connector{channel(), u"replay"_s, u"小禾"_s, state, detail});
}

void Stage::run(const UserId &user, const CommandData &data, std::function<void(bool)> done)
{
    const Command command{{u"history-%1"_s.arg(++m_commands)}, data};
    m_engine.submit(m_state.users.value(user), command, command.id.value.toUtf8(), this,
                    [this, done = std::move(done)](const Result<qint64> &result) {
                        m_refused += result ? 0 : 1;
                        if (done)
                            done(result.has_value());
                    });
}

} // namespace quntai
