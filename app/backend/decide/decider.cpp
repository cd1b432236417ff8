// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"

#include "app/backend/decide/commander.h"
#include "app/backend/decide/conversation.h"
#include "app/backend/decide/deadlines.h"
#include "app/backend/decide/timers.h"
#include "app/backend/decide/trial.h"

namespace quntai {

class Decider::Index
{
public:
    explicit Index(std::shared_ptr<const Lexicon> lexicon) : core(std::move(lexicon)) {}

    Core core;
    Deadlines deadlines;
};

namespace {

std::shared_ptr<const Lexicon> builtInLexicon()
{
    auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        qFatal("%s", qPrintable(lexicon.error().message));
    return std::make_shared<const Lexicon>(std::move(*lexicon));
}

/** One kind of event at a time; most need no reaction. */
struct Reaction
{
    Scene &scene;
    const Event &event;

    void on(const MessageReceived &data)
    {
        if (const auto message = findMessage(scene.state, event.group, data.message))
            takeMessage(scene, *message);
    }

    void on(const TimerFired &data)
    {
        if (const auto *topic = scene.topic(event.topic))
            takeTimer(scene, *topic, data);
    }

    void on(const LeaseEnded &data)
    {
        const auto *topic = scene.topic(event.topic);
        if (topic && data.why == LeaseEnd::HandedBack)
            takeUpAgain(scene, *topic);
    }

    void on(const MessageFailed &data)
    {
        if (const auto message = findMessage(scene.state, event.group, data.message))
            takeFailure(scene, *message, data.reason);
    }

    void on(const MessageUnknown &data)
    {
        if (const auto message = findMessage(scene.state, event.group, data.message))
            takeFailure(scene, *message, data.reason);
    }

    template <class Other>
    void on(const Other &)
    {
    }
};

} // namespace

Decider::Decider() : Decider(builtInLexicon()) {}

Decider::Decider(std::shared_ptr<const Lexicon> lexicon)
    : m_index(std::make_unique<Index>(std::move(lexicon)))
{
}

Decider::~Decider() = default;

void Decider::reset(const State &state)
{
    m_index->core.retriever.clear();
    for (const auto &entry : state.entries)
        m_index->core.retriever.put(entry);
    m_index->core.guard = WordGuard(state.policy, *m_index->core.lexicon);
    m_index->deadlines.reset(state);
}

void Decider::observe(const State &state, const Event &event)
{
    if (const auto *changed = std::get_if<KnowledgeChanged>(&event.data))
        m_index->core.retriever.put(changed->entry);
    if (std::holds_alternative<PolicyChanged>(event.data))
        m_index->core.guard = WordGuard(state.policy, *m_index->core.lexicon);
    m_index->deadlines.observe(state, event);
}

QList<NewEvent> Decider::decide(const State &state, const Event &event, IdMint &mint) const
{
    Scene scene(state, m_index->core, event.at, mint);
    Reaction reaction{scene, event};
    std::visit([&](const auto &data) { reaction.on(data); }, event.data);
    return scene.events;
}

Result<QList<NewEvent>> Decider::command(const State &state, const User &user,
                                         const Command &command, Instant now, IdMint &mint) const
{
    Scene scene(state, m_index->core, now, mint);
    Commander commander{scene, user, command.id};
    const auto done
        = std::visit([&](const auto &data) { return commander.run(data); }, command.data);
    if (!done)
        return std::unexpected(done.error());
    return scene.events;
}

Result<Trial> Decider::test(const State &state, const TrialQuestion &asked, Instant now) const
{
    return tryQuestion(state, m_index->core, now, asked);
}

QList<NewEvent> Decider::dueTimers(const State &state, Instant now) const
{
    return m_index->deadlines.due(state, now);
}

Instant Decider::nextDeadline(const State &) const
{
    return m_index->deadlines.next();
}

std::function<void()> Decider::learning() const
{
    return m_index->core.retriever.learning();
}

QString Decider::coreVersion() const
{
    return m_index->core.version;
}

} // namespace quntai
