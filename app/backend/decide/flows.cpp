// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/flows.h"

#include "app/backend/decide/budget.h"
#include "app/backend/decide/flowmoments.h"
#include "app/backend/decide/flowtext.h"
#include "app/backend/decide/leases.h"
#include "app/backend/language/normalise.h"

#include <algorithm>

namespace quntai {

namespace {

/** A notice for ten in the morning is no news at noon. */
constexpr qint64 lateSeconds = 600;

/** One flow at its moment in one group. */
class Firing
{
public:
    Firing(Scene &scene, const GroupId &group, const Flow &flow)
        : m_scene(scene), m_id(group), m_group(scene.group(group)), m_flow(flow),
          m_policy(scene.policyOf(group))
    {
    }

    bool isMeant(const MemberId &id) const
    {
        const auto member = m_group.members.constFind(id);
        return member != m_group.members.cend() && member->role == MemberRole::Customer
            && isLevel(*member) && isNew(id);
    }

    /** Says the text to these members, to the whole group when there are none, or notes why not. */
    void fire(const QList<MemberId> &members, FlowSkip why = FlowSkip::None)
    {
        FlowFired fired{m_flow.id, m_flow.version, members};
        fired.skipped = why == FlowSkip::None ? obstacle() : why;
        if (fired.skipped == FlowSkip::None)
            fired.skipped = say(members, fired.message);
        m_scene.add(m_id, TopicId{}, fired);
    }

private:
    bool isLevel(const Member &member) const
    {
        if (m_flow.levels.isEmpty())
            return true;
        const auto customer = m_scene.state.customers.constFind(member.customer);
        return customer != m_scene.state.customers.cend() && m_flow.levels.contains(customer->level);
    }

    bool isNew(const MemberId &id) const
    {
        const auto isToThem = [&](const NewEvent &made) {
            const auto *fired = std::get_if<FlowFired>(&made.data);
            return fired && made.group == m_id && fired->flow == m_flow.id
                && fired->members.contains(id);
        };
        if (std::ranges::any_of(m_scene.events, isToThem))
            return false;
        const auto receipts = m_group.flows.value(m_flow.id).receipts;
        const auto got = std::ranges::find(receipts, id, &FlowReceipt::member);
        if (got == receipts.cend() || m_flow.perMember == FlowRepeat::Always)
            return true;
        return m_flow.perMember == FlowRepeat::Daily
            && !isSameDay(m_flow.schedule.offset, got->at, m_scene.now);
    }

    FlowSkip obstacle() const
    {
        if (m_policy.stopped)
            return FlowSkip::Stopped;
        if (modeFor(m_scene.state.policy, m_group.info) != BotMode::Auto)
            return FlowSkip::Mode;
        const auto connector = m_scene.state.connectors.value(m_group.info.channel);
        if (connector.state != ConnectorState::Connected)
            return FlowSkip::Away;
        return quietUntil(m_policy.quiet, m_scene.now) > m_scene.now ? FlowSkip::Quiet
                                                                     : FlowSkip::None;
    }

    FlowSkip say(const QList<MemberId> &members, MessageId &message)
    {
        auto text = flowText(m_scene, m_id, m_flow, members);
        if (!text)
            return FlowSkip::Text;
        if (earliestSend(m_scene, m_id, *text).isSet())
            return FlowSkip::Budget;
        message = text->message = m_scene.mint.message();
        m_scene.add(m_id, TopicId{}, *text);
        return FlowSkip::None;
    }

    Scene &m_scene;
    const GroupId m_id;
    const GroupState &m_group;
    const Flow m_flow;
    const Policy m_policy;
};

void fireForJoins(Scene &scene, const GroupId &id, const Flow &flow)
{
    Firing firing(scene, id, flow);
    QList<MemberId> members;
    for (const auto &join : openJoins(flow, scene.group(id))) {
        if (firing.isMeant(join.member))
            members.append(join.member);
    }
    firing.fire(members, members.isEmpty() ? FlowSkip::Nobody : FlowSkip::None);
}

/** For the whole group; with levels, for the customers of that level who are to have it now. */
void fireOnSchedule(Scene &scene, const GroupId &id, const Flow &flow)
{
    Firing firing(scene, id, flow);
    const auto &group = scene.group(id);
    if (scene.now.ms - momentOf(flow, group).ms > lateSeconds * 1000)
        return firing.fire({}, FlowSkip::Late);
    if (flow.levels.isEmpty())
        return firing.fire({});
    auto members = group.members.keys();
    members.removeIf([&](const MemberId &member) { return !firing.isMeant(member); });
    firing.fire(members, members.isEmpty() ? FlowSkip::Nobody : FlowSkip::None);
}

void fireFor(Scene &scene, const GroupId &group, const Flow &flow, const MemberId &member)
{
    Firing firing(scene, group, flow);
    if (firing.isMeant(member))
        firing.fire({member});
}

QList<Flow> flowsOf(const Scene &scene, const GroupId &group, FlowTrigger trigger)
{
    QList<Flow> flows;
    for (const auto &flow : scene.state.flows) {
        if (flow.enabled && flow.trigger == trigger && isFor(flow, scene.group(group).info))
            flows.append(flow);
    }
    return flows;
}

/** The topic is, or is about to be, in a person's hands; or the bot has just answered in it. */
bool isServed(const Scene &scene, const MessageId &message)
{
    for (const auto &made : scene.events) {
        if (std::holds_alternative<MessageQueued>(made.data)
            || std::holds_alternative<DraftMade>(made.data)
            || std::holds_alternative<EscalationRaised>(made.data))
            return true;
        const auto *linked = std::get_if<TopicLinked>(&made.data);
        const auto *topic = scene.topic(made.topic);
        if (linked && linked->messages.contains(message) && topic && isWithPeople(*topic))
            return true;
    }
    return false;
}

bool saysOneOf(const Scene &scene, const QString &text, const QStringList &keywords)
{
    const auto said = normalise(text, scene.lexicon()).text;
    return std::ranges::any_of(keywords, [&](const QString &keyword) {
        const auto word = normalise(keyword, scene.lexicon()).text;
        return !word.isEmpty() && said.contains(word);
    });
}

void takeKeywords(Scene &scene, const GroupId &group, const MessageReceived &message)
{
    if (message.author.kind != AuthorKind::Member || isServed(scene, message.message))
        return;
    for (const auto &flow : flowsOf(scene, group, FlowTrigger::Keyword)) {
        if (saysOneOf(scene, message.text, flow.keywords))
            return fireFor(scene, group, flow, {message.author.id});
    }
}

bool isPurchase(const Verdict &verdict)
{
    return std::ranges::any_of(verdict.reasons, [](const ReasonPart &part) {
        return part.reason == Reason::Purchase || part.reason == Reason::LargeOrder;
    });
}

/** Something flows answer to, and for whom. */
struct Happening
{
    FlowMoment moment = FlowMoment::TopicResolved;
    GroupId group;
    MemberId member;
};

struct HappeningReader
{
    const Scene &scene;
    const NewEvent &made;

    std::optional<Happening> operator()(const EscalationRaised &) const
    {
        return forAsker(FlowMoment::Escalated);
    }
    std::optional<Happening> operator()(const TopicStateChanged &data) const
    {
        return data.state == TopicState::Resolved ? forAsker(FlowMoment::TopicResolved)
                                                  : std::nullopt;
    }
    std::optional<Happening> operator()(const VerdictReached &data) const
    {
        const auto message = findMessage(scene.state, made.group, data.message);
        const auto *topic = scene.topic(made.topic);
        if (!message || !isPurchase(data.verdict) || (topic && topic->lease))
            return std::nullopt;
        return Happening{FlowMoment::Purchase, made.group, {message->author.id}};
    }
    template <class Other>
    std::optional<Happening> operator()(const Other &) const
    {
        return std::nullopt;
    }

private:
    /** Also of a topic that opens in this very decision. */
    MemberId askerOf(const TopicId &id) const
    {
        if (const auto *topic = scene.topic(id))
            return topic->asker;
        for (const auto &other : scene.events) {
            const auto *opened = std::get_if<TopicOpened>(&other.data);
            if (opened && other.topic == id)
                return opened->asker;
        }
        return {};
    }

    std::optional<Happening> forAsker(FlowMoment moment) const
    {
        const auto asker = askerOf(made.topic);
        return asker.isEmpty() ? std::nullopt
                               : std::optional(Happening{moment, made.group, asker});
    }
};

void takeHappenings(Scene &scene)
{
    const auto events = scene.events;
    for (const auto &made : events) {
        const auto happened = std::visit(HappeningReader{scene, made}, made.data);
        if (!happened)
            continue;
        for (const auto &flow : flowsOf(scene, happened->group, FlowTrigger::Event)) {
            if (flow.moment == happened->moment)
                fireFor(scene, happened->group, flow, happened->member);
        }
    }
}

} // namespace

void takeFlowTimer(Scene &scene, const GroupId &group, const FlowId &id)
{
    const auto flow = scene.state.flows.value(id);
    const auto at = momentOf(flow, scene.group(group));
    if (!at.isSet() || at > scene.now)
        return;
    if (flow.trigger == FlowTrigger::Joined)
        fireForJoins(scene, group, flow);
    else
        fireOnSchedule(scene, group, flow);
}

void takeFlows(Scene &scene, const Event *event)
{
    if (scene.state.flows.isEmpty())
        return;
    takeHappenings(scene);
    const auto *message = event ? std::get_if<MessageReceived>(&event->data) : nullptr;
    if (message)
        takeKeywords(scene, event->group, *message);
}

} // namespace quntai
