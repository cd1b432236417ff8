// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"

#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "app/backend/decide/conversation.h"
#include "app/backend/decide/deadlines.h"
#include "app/backend/decide/spread.h"
#include "app/backend/decide/flowmoments.h"
#include "app/backend/decide/flows.h"
#include "app/backend/decide/flowtext.h"
#include "app/backend/decide/lookups.h"
#include "app/backend/decide/promises.h"
#include "app/backend/decide/readpictures.h"
#include "app/backend/decide/routing.h"
#include "app/backend/decide/timers.h"
#include "app/backend/decide/trial.h"
#include "app/backend/language/operatorwords.h"
#include "models/domain/flowcheck.h"

namespace quntai {

class Decider::Index
{
public:
    explicit Index(std::shared_ptr<const Lexicon> lexicon) : builtIn(lexicon), core(lexicon) {}

    void put(const State &state, const Entry &entry)
    {
        core.retriever.put(withLessons(entry, state.lessons));
        core.rules.put(entry);
    }

    void takeLessons(const State &state)
    {
        for (const auto &id : core.lessons.keep(state.lessons)) {
            if (const auto entry = state.entries.constFind(id); entry != state.entries.cend())
                put(state, *entry);
        }
    }

    /** What is read with the words of the policy. */
    void readAll(const State &state)
    {
        // Made in place: its memo neither copies nor moves.
        std::destroy_at(&core);
        std::construct_at(&core, withSynonyms(builtIn, state.policy.synonyms));
        synonyms = state.policy.synonyms;
        for (const auto &entry : state.entries)
            put(state, entry);
        core.lessons.keep(state.lessons);
        core.guard = WordGuard(state.policy, *core.lexicon);
        core.gaps.reset(state, *core.lexicon);
    }

    std::shared_ptr<const Lexicon> builtIn;
    Core core;
    QList<QStringList> synonyms;  //!< those core was made with
    Deadlines deadlines;
    CalmTimes calm;
    FlowMoments flows;
    PromiseTimes promises;
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

    void on(const MessageRead &data)
    {
        if (const auto message = findMessage(scene.state, event.group, data.message))
            takeRead(scene, *message, data);
    }

    void on(const TimerFired &data)
    {
        if (data.timer == TimerKind::FlowDue)
            takeFlowTimer(scene, event.group, data.flow);
        else if (data.timer == TimerKind::AlertCalm)
            takeCalm(scene, event.group);
        else if (data.timer == TimerKind::PromiseDue)
            takePromiseTimer(scene, data.promise);
        else if (const auto *topic = scene.topic(event.topic))
            takeTimer(scene, *topic, data);
    }

    /** What a colleague says at the console; a text sent again was read before. */
    void on(const MessageQueued &data)
    {
        const auto message = findMessage(scene.state, event.group, data.message);
        if (message && data.author.kind == AuthorKind::Agent && data.retries.isEmpty())
            notePromises(scene, *message, event.topic);
    }

    void on(const MessageRecalled &data) { dropPromises(scene, event.group, data.message); }

    void on(const LookupDone &data)
    {
        if (const auto *topic = scene.topic(event.topic))
            takeLookup(scene, *topic, data);
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

bool touchesLessons(const EventData &data)
{
    return std::holds_alternative<LessonTaught>(data) || std::holds_alternative<LessonUndone>(data)
        || std::holds_alternative<DataErased>(data);
}

} // namespace

Decider::Decider() : Decider(builtInLexicon()) {}

Decider::Decider(std::shared_ptr<const Lexicon> lexicon)
    : m_index(std::make_unique<Index>(std::move(lexicon)))
{
}

Decider::~Decider() = default;

void Decider::reset(const State &state)
{
    m_index->readAll(state);
    m_index->deadlines.reset(state);
    m_index->calm.reset(state);
    m_index->flows.reset(state);
    m_index->promises.reset(state);
}

void Decider::observe(const State &state, const Event &event)
{
    if (const auto *changed = std::get_if<KnowledgeChanged>(&event.data))
        m_index->put(state, changed->entry);
    if (touchesLessons(event.data))
        m_index->takeLessons(state);
    if (state.policy.synonyms != m_index->synonyms)
        m_index->readAll(state);
    else if (std::holds_alternative<PolicyChanged>(event.data))
        m_index->core.guard = WordGuard(state.policy, *m_index->core.lexicon);
    m_index->deadlines.observe(state, event);
    m_index->core.gaps.observe(state, event, *m_index->core.lexicon);
    m_index->calm.observe(state, event);
    m_index->flows.observe(state, event);
    m_index->promises.observe(state, event);
}

QList<NewEvent> Decider::decide(const State &state, const Event &event, IdMint &mint) const
{
    Scene scene(state, m_index->core, event.at, mint);
    Reaction reaction{scene, event};
    std::visit([&](const auto &data) { reaction.on(data); }, event.data);
    route(scene, event);
    takeFlows(scene, &event);
    noteWarnings(scene);
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
    takeFlows(scene, nullptr);
    noteWarnings(scene);
    return scene.events;
}

Result<Trial> Decider::test(const State &state, const TrialQuestion &asked, Instant now) const
{
    return tryQuestion(state, m_index->core, now, asked);
}

Result<FlowPreview> Decider::preview(const State &state, const FlowQuestion &asked,
                                     Instant now) const
{
    if (const auto fault = faultOf(asked.flow))
        return badField(QString::fromLatin1(fault->key), fault->message);
    const auto group = state.groups.constFind(asked.group);
    if (group == state.groups.cend())
        return badField(QStringLiteral("group"), QStringLiteral("there is no such group"));
    if (!asked.member.isEmpty() && !group->members.contains(asked.member))
        return badField(QStringLiteral("member"),
                        QStringLiteral("this member is not in the group"));
    IdMint mint(QStringLiteral("c0"), 0);
    return previewOf(Scene(state, m_index->core, now, mint), asked);
}

QList<NewEvent> Decider::dueTimers(const State &state, Instant now) const
{
    return m_index->deadlines.due(state, now) + m_index->flows.due(now) + m_index->calm.due(now)
        + m_index->promises.due(state, now);
}

Instant Decider::nextDeadline(const State &) const
{
    Instant next;
    for (const auto at : {m_index->deadlines.next(), m_index->flows.next(), m_index->calm.next(),
                          m_index->promises.next()}) {
        if (at.isSet() && (!next.isSet() || at < next))
            next = at;
    }
    return next;
}

std::function<void()> Decider::learning() const
{
    return m_index->core.retriever.learning();
}

QString Decider::learnedHash() const
{
    return m_index->core.retriever.learnedHash();
}

QString Decider::coreVersion() const
{
    return m_index->core.version;
}

} // namespace quntai
