// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/story.h"

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

const QStringList words{u"退款什么时候到账"_s, u"还没收到货"_s, u"@小禾 怎么回事"_s, u"早上好"_s,
                        u"有优惠券吗"_s, u"客服在哪里"_s, u"哈哈"_s, u"发票怎么开"_s};

} // namespace

Event Story::next()
{
    m_group = {u"wecom/g%1"_s.arg(m_dice.below(m_groups))};
    m_topic = {};
    auto event = sealed(make());
    apply(m_state, event);
    return event;
}

QList<Event> Story::next(int count)
{
    QList<Event> events;
    for (int i = 0; i < count; ++i)
        events.append(next());
    return events;
}

Event Story::sealed(EventData data)
{
    Event event;
    const bool control = isControl(data);
    event.stream = control ? u"c0"_s : u"p0"_s;
    event.seq = control ? ++m_control : ++m_seq;
    event.prev = event.seq - 1;
    m_now += m_dice.below(90'000);
    event.at = {m_now};
    event.group = control ? GroupId{} : m_group;
    event.topic = m_topic;
    event.data = std::move(data);
    return event;
}

EventData Story::make()
{
    if (!m_state.groups.contains(m_group))
        return introduce();
    const auto roll = m_dice.below(100);
    if (roll < 35)
        return say();
    if (roll < 50)
        return answer();
    if (roll < 65)
        return aboutMessage();
    if (roll < 93)
        return aboutTopic();
    return aboutWorld();
}

EventData Story::introduce()
{
    Group group;
    group.id = m_group;
    group.name = u"清禾 %1 群"_s.arg(m_group.value.last(1));
    group.channel = u"wecom"_s;
    return GroupChanged{group};
}

EventData Story::say()
{
    MessageReceived data;
    data.message = {u"m-%1"_s.arg(m_seq + 1)};
    data.platformId = data.message.value;
    const auto who = m_dice.below(5);
    data.author = {AuthorKind::Member, u"wecom/c%1"_s.arg(who), u"客户%1"_s.arg(who)};
    data.text = words.at(m_dice.below(static_cast<int>(words.size())));
    return data;
}

EventData Story::answer()
{
    m_topic = anyTopic();
    if (m_topic.isEmpty())
        return say();
    const MessageId id{u"m-%1"_s.arg(m_seq + 1)};
    if (m_dice.chance(30))
        return NoteAdded{id, {AuthorKind::Agent, u"u-1"_s, u"周敏"_s}, u"已经联系仓库"_s, {}};
    MessageQueued data;
    data.message = id;
    data.author = {AuthorKind::Bot, {}, u"小禾"_s};
    data.text = u"您好，退款 1–3 天到账"_s;
    data.ai = true;
    return data;
}

Verdict Story::verdict()
{
    Verdict verdict;
    verdict.action = m_dice.chance(40) ? Action::Fold : Action::Answer;
    verdict.confidence = m_dice.below(1000);
    verdict.emotion = m_dice.below(100);
    if (m_dice.chance(20))
        verdict.reasons = {{Reason::Emotion, 400, u"生气"_s}};
    return verdict;
}

EventData Story::aboutMessage()
{
    const auto recent = m_state.groups.value(m_group).recent;
    if (recent.isEmpty())
        return say();
    const auto message = recent.at(m_dice.below(static_cast<int>(recent.size())));
    m_topic = message->topic;
    switch (m_dice.below(5)) {
    case 0: return MessageSent{message->id, u"p-%1"_s.arg(m_seq)};
    case 1: return MessageFailed{message->id, u"limit"_s, 45009, true};
    case 2: return MessageRecalled{message->id, {}};
    default: return VerdictReached{message->id, verdict()};
    }
}

TopicId Story::anyTopic()
{
    const auto &group = m_state.groups.value(m_group);
    const auto all = m_dice.chance(85) ? group.open : group.ended;
    return all.isEmpty() ? TopicId{} : all.at(m_dice.below(static_cast<int>(all.size())));
}

EventData Story::aboutTopic()
{
    const auto group = m_state.groups.value(m_group);
    m_topic = anyTopic();
    const bool fresh = m_topic.isEmpty() || (group.open.size() < 9 && m_dice.chance(25));
    if (fresh) {
        m_topic = {u"t-%1"_s.arg(m_seq + 1)};
        return TopicOpened{words.at(m_dice.below(3)), {u"wecom/c1"_s}, u"客户1"_s, {}, {}};
    }
    auto topic = m_state.topics.value(m_topic);
    switch (m_dice.below(6)) {
    case 0:
        if (!group.recent.isEmpty())
            return TopicLinked{{group.recent.constLast()->id}, LinkRule::SameAsker,
                               m_dice.below(1000), {}, 0, {}};
        return say();
    case 1: return EscalationRaised{{{Reason::Waiting, 500, {}}}, 700, 600, {m_now + 300'000}};
    case 2: return TopicStateChanged{TopicState::WaitingCustomer, {}, {}, {}};
    case 3:
        return TopicStateChanged{m_dice.chance(70) ? TopicState::Resolved : TopicState::Bot,
                                 u"解决"_s, {}, {}};
    case 4:
        if (group.open.size() > 1 && m_topic != group.open.constFirst())
            return TopicStateChanged{TopicState::Merged, {}, {}, group.open.constFirst()};
        return say();
    default: return aboutLease(topic);
    }
}

EventData Story::aboutLease(Topic &topic)
{
    const auto user = agents().at(m_dice.below(2));
    if (!topic.lease && m_dice.chance(40))
        return LeaseOffered{user, user.value, {m_now + 20'000}, {}, {}};
    if (!topic.lease)
        return LeaseGranted{user, user.value, topic.fence + 1, {m_now + 60'000}, {m_now + 99'000}};
    if (m_dice.chance(50))
        return LeaseRenewed{topic.lease->fence, {m_now + 60'000}, {m_now + 1'800'000}};
    return LeaseEnded{topic.lease->fence, topic.lease->user,
                      m_dice.chance(50) ? LeaseEnd::HandedBack : LeaseEnd::Expired, u"已答复"_s};
}

EventData Story::aboutWorld()
{
    const auto number = m_dice.below(6);
    switch (m_dice.below(6)) {
    case 0: {
        Entry entry;
        entry.id = {u"e-%1"_s.arg(number)};
        entry.version = static_cast<int>(m_control) + 1;
        entry.category = u"退款"_s;
        entry.question = words.at(m_dice.below(8));
        entry.answer = u"1–3 天"_s;
        return KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}};
    }
    case 1: {
        Member member{{u"wecom/c%1"_s.arg(number)}, u"客户%1"_s.arg(m_seq), MemberRole::Customer,
                      {u"k-%1"_s.arg(number)}, {}};
        return MemberChanged{member, m_dice.chance(20), false};
    }
    case 2: {
        Customer customer;
        customer.id = {u"k-%1"_s.arg(number)};
        customer.orders30d = m_dice.below(9);
        return CustomerChanged{customer};
    }
    case 3:
        m_topic = anyTopic();
        return DraftMade{{u"d-%1"_s.arg(m_seq)}, {}, u"草稿"_s, {}, {}, 0, {}, Reason::ReviewMode,
                         m_dice.chance(70)};
    case 4:
        if (!m_state.drafts.isEmpty()) {
            const auto draft = m_state.drafts.cbegin().value();
            m_topic = draft.topic;
            return DraftWithdrawn{draft.id, u"sent"_s, {}};
        }
        return ConnectorGap{u"wecom"_s, {m_now - 1000}, {m_now}, {}};
    default: {
        auto group = m_state.groups.value(m_group).info;
        group.name = u"群 %1"_s.arg(m_seq);
        return GroupChanged{group};
    }
    }
}

} // namespace quntai::tests
