// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/rehearsal/crew.h"

#include "models/domain/report.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 keepEverySeconds = 45;
constexpr qint64 quietSeconds = 35 * 60;

/** Minutes of the day; the same begin and end: off. */
struct Shift
{
    int from;
    int to;
};

/** Early, late and office, by turns; at weekends one of two has a long day. */
Shift shiftOf(qsizetype person, int weekday)
{
    const bool weekend = weekday >= 6;
    if (person == 0)
        return weekend ? (weekday == 6 ? Shift{9 * 60, 20 * 60} : Shift{0, 0})
                       : Shift{8 * 60, 17 * 60};
    if (person == 1)
        return weekend ? (weekday == 7 ? Shift{9 * 60, 20 * 60} : Shift{0, 0})
                       : Shift{13 * 60, 22 * 60};
    return weekend ? Shift{0, 0} : Shift{9 * 60, 18 * 60};
}

bool isFolded(const Topic &topic)
{
    return topic.state == TopicState::Bot || topic.state == TopicState::WaitingCustomer
        || topic.state == TopicState::New;
}

} // namespace

Crew::Crew(Stage &stage, const SampleCompany &company, const Phrases &phrases, int offsetMinutes,
           QObject *parent)
    : QObject(parent), m_stage(stage), m_phrases(phrases), m_offset(offsetMinutes)
{
    for (const auto &user : company.staff) {
        if (user.role == Role::Agent || user.role == Role::Supervisor)
            m_staff.append(user);
    }
    connect(&stage, &Stage::happened, this, &Crew::note);
}

void Crew::setPresence(const User &user, AgentStatus status)
{
    m_stage.record({{{}, {}, PresenceChanged{{user.id, user.name, status, {}, false}}}});
}

void Crew::planDay(qint64 dayStart, qint64 until)
{
    const auto weekday = localHour({dayStart}, m_offset).weekday;
    for (qsizetype i = 0; i < m_staff.size(); ++i) {
        const auto shift = shiftOf(i, weekday);
        if (shift.from == shift.to)
            continue;
        const auto late = [this] { return m_stage.dice().number(-4, 6) * minuteMs; };
        const auto &user = m_staff.at(i);
        const auto plan = [&](qint64 at, AgentStatus status) {
            if (at < until)
                m_stage.at(at, [this, user, status] { setPresence(user, status); });
        };
        const auto begin = dayStart + shift.from * minuteMs + late();
        const auto end = dayStart + shift.to * minuteMs + late();
        const auto meal = begin + (end - begin) / 2;
        plan(begin, AgentStatus::Online);
        plan(meal, AgentStatus::Away);
        plan(meal + 35 * minuteMs, AgentStatus::Online);
        plan(end, AgentStatus::Offline);
    }
}

std::optional<UserId> Crew::whoIsHere()
{
    QList<UserId> here;
    for (const auto &user : m_staff) {
        if (m_stage.state().presence.value(user.id).status == AgentStatus::Online)
            here.append(user.id);
    }
    return here.isEmpty() ? std::nullopt : std::optional(m_stage.dice().pick(here));
}

void Crew::soon(qint64 least, qint64 most, std::function<void(const UserId &)> act)
{
    m_stage.after(m_stage.dice().wait(least, most), [this, act = std::move(act)] {
        if (const auto user = whoIsHere())
            return act(*user);
        soon(20 * 60, 40 * 60, act);
    });
}

void Crew::note(const Event &event)
{
    const auto topic = event.topic;
    if (std::holds_alternative<EscalationRaised>(event.data)) {
        soon(12, 160, [this, topic](const UserId &user) { claim(topic, user); });
    } else if (const auto *draft = std::get_if<DraftMade>(&event.data)) {
        review(event, *draft);
    } else if (const auto *answer = std::get_if<MessageQueued>(&event.data)) {
        if (answer->author.kind == AuthorKind::Bot)
            maybeCorrect(event, *answer);
    } else if (std::holds_alternative<TopicOpened>(event.data)) {
        m_stage.after(quietSeconds + 120, [this, topic] { tidy(topic); });
    }
}

void Crew::claim(const TopicId &topic, const UserId &user)
{
    const auto known = m_stage.state().topics.value(topic);
    if (known.state != TopicState::Escalated || known.lease)
        return;
    m_stage.run(user, ClaimTopic{topic, known.version}, [this, topic, user](bool done) {
        if (done)
            serve(topic, user);
    });
}

std::optional<Topic> Crew::held(const TopicId &topic, const UserId &user) const
{
    const auto known = m_stage.state().topics.constFind(topic);
    if (known == m_stage.state().topics.cend() || !known->lease || known->lease->user != user)
        return std::nullopt;
    return *known;
}

void Crew::serve(const TopicId &topic, const UserId &user)
{
    auto &dice = m_stage.dice();
    keep(topic, user);
    const auto first = dice.wait(10, 70);
    m_stage.after(first, [this, topic, user] {
        reply(topic, user, m_stage.dice().pick(m_phrases.agentReplies));
    });
    const auto second = first + dice.wait(40, 240);
    m_stage.after(second, [this, topic, user] {
        reply(topic, user, m_stage.dice().pick(m_phrases.agentAnswers));
    });
    m_stage.after(second + dice.wait(60, 300), [this, topic, user] { finish(topic, user); });
}

void Crew::keep(const TopicId &topic, const UserId &user)
{
    m_stage.after(keepEverySeconds, [this, topic, user] {
        const auto mine = held(topic, user);
        if (!mine)
            return;
        m_stage.run(user, RenewLease{topic, mine->lease->fence, true});
        keep(topic, user);
    });
}

void Crew::reply(const TopicId &topic, const UserId &user, const QString &text)
{
    if (const auto mine = held(topic, user))
        m_stage.run(user, SendMessage{topic, mine->lease->fence, mine->version, text, {},
                                      {mine->asker}});
}

void Crew::finish(const TopicId &topic, const UserId &user)
{
    const auto mine = held(topic, user);
    if (!mine)
        return;
    if (m_stage.dice().permille(780))
        m_stage.run(user, ResolveTopic{topic, mine->lease->fence});
    else
        m_stage.run(user, HandBackTopic{topic, mine->lease->fence,
                                        m_stage.dice().pick(m_phrases.handBacks)});
    m_stage.after(quietSeconds + 120, [this, topic] { tidy(topic); });
}

void Crew::review(const Event &, const DraftMade &draft)
{
    if (draft.review)
        soon(20, 240, [this, id = draft.draft](const UserId &user) { decideOn(id, user); });
}

void Crew::decideOn(const DraftId &id, const UserId &user)
{
    const auto draft = m_stage.state().drafts.constFind(id);
    if (draft == m_stage.state().drafts.cend())
        return;
    const auto topic = m_stage.state().topics.value(draft->topic);
    if (m_stage.dice().permille(60))
        m_stage.run(user, RejectDraft{id, topic.id, m_stage.dice().pick(m_phrases.refusals)});
    else
        m_stage.run(user, ApproveDraft{id, topic.id, topic.version});
}

/** What the bot settled and nobody has come back to is ticked off. */
void Crew::tidy(const TopicId &topic)
{
    const auto known = m_stage.state().topics.constFind(topic);
    if (known == m_stage.state().topics.cend() || hasEnded(*known))
        return;
    const auto user = whoIsHere();
    const bool quiet = m_stage.now() - known->lastAt.ms >= quietSeconds * 1000;
    if (user && quiet && isFolded(*known))
        m_stage.run(*user, ResolveTopic{topic, 0});
    else
        m_stage.after(20 * 60, [this, topic] { tidy(topic); });
}

/** An answer to what the knowledge does not have is put right, and the knowledge with it. */
void Crew::maybeCorrect(const Event &event, const MessageQueued &answer)
{
    const auto asked = findMessage(m_stage.state(), event.group, answer.answers);
    const auto known = std::ranges::find_if(m_phrases.corrections, [&](const auto &correction) {
        return asked && asked->text.contains(correction.question);
    });
    if (known == m_phrases.corrections.cend() || !m_stage.dice().permille(300))
        return;
    const auto answers = m_stage.state().entries.value(answer.entry).question;
    if (answers == known->question)
        return;
    soon(90, 900, [this, topic = event.topic, wrong = answer.message,
                   right = *known](const UserId &user) {
        m_stage.run(user, CorrectAnswer{topic, wrong, right.answer, {}, 0, right.question,
                                        {m_phrases.faults.constFirst()}});
    });
}

void Crew::closeShop()
{
    const auto topics = m_stage.state().topics;
    const auto closer = m_staff.constLast().id;
    QList<TopicId> open;
    for (const auto &topic : topics) {
        if (!hasEnded(topic))
            open.append(topic.id);
    }
    std::ranges::sort(open, {}, &TopicId::value);
    for (const auto &topic : open)
        m_stage.run(closer, ForceState{topic, TopicState::Resolved, u"day closed"_s});
    for (const auto &user : m_staff)
        setPresence(user, AgentStatus::Offline);
}

} // namespace quntai
