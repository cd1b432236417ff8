// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include "app/backend/language/lexicon.h"
#include "tests/backend/language/sampleknowledge.h"

#include <algorithm>

namespace quntai::test {

using namespace Qt::StringLiterals;

std::shared_ptr<const Lexicon> sharedLexicon()
{
    static const auto lexicon = [] {
        auto read = Lexicon::builtIn();
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return std::make_shared<const Lexicon>(std::move(*read));
    }();
    return lexicon;
}

Rig::Rig(BotMode mode) : decider(sharedLexicon())
{
    lin = {{u"u-lin"_s}, u"林悦"_s, Role::Agent, {}, {}, false};
    zhou = {{u"u-zhou"_s}, u"周敏"_s, Role::Agent, {}, {}, false};
    boss = {{u"u-he"_s}, u"何川"_s, Role::Supervisor, {}, {}, false};
    Policy policy;
    policy.version = 1;
    policy.aiLabel = u"【AI】"_s;
    policy.humanWords = {u"转人工"_s, u"找个人"_s};
    policy.sensitiveWords = {u"加我私聊"_s, u"根治"_s};
    policy.highRiskCategories = {u"食品安全"_s, u"过敏原"_s};
    record({{}, {}, PolicyChanged{policy, {}, {}}});
    record({group, {}, GroupChanged{{group, u"滨江花园3群"_s, u"ch"_s, GroupKind::External, mode,
                                     200, {}}}});
    addPeople();
    static const auto knowledge = sampleKnowledge();
    for (const auto &entry : knowledge)
        record({{}, {}, KnowledgeChanged{entry, EntryChange::Imported, {}, {}, {}, {}}});
}

Rig::Rig(const QList<NewEvent> &world) : decider(sharedLexicon())
{
    for (const auto &event : world)
        record(event);
}

void Rig::addPeople()
{
    for (const auto &user : {lin, zhou, boss})
        record({{}, {}, UserChanged{user, {}}});
    Customer customer{{u"c-1"_s}, u"李海燕"_s, CustomerLevel::Normal, {}, {}, {}, 0, 0, 0, {}, {}};
    Order order;
    order.id = u"7731"_s;
    order.status = u"退款中"_s;
    order.logistics = {u"已到滨江花园东门自提点"_s};
    order.refundState = u"银行处理中"_s;
    order.refundCents = 6890;
    customer.orders = {order};
    record({{}, {}, CustomerChanged{customer}});
    record({{}, {}, CustomerChanged{{{u"c-2"_s}, u"黑金"_s, CustomerLevel::Svip, {}, {}, {}, 0, 0,
                                     0, {}, {}}}});
    const Member members[] = {
        {haiyan, u"海燕"_s, MemberRole::Customer, {u"c-1"_s}, {}},
        {wang, u"王阿姨·6栋"_s, MemberRole::Customer, {}, {}},
        {leo, u"Leo"_s, MemberRole::Customer, {}, {}},
        {vip, u"陈总"_s, MemberRole::Customer, {u"c-2"_s}, {}},
        {staff, u"清禾客服-小林"_s, MemberRole::Staff, {}, lin.id},
        {{u"ch/bot"_s}, u"小禾"_s, MemberRole::Bot, {}, {}},
    };
    for (const auto &member : members)
        record({group, {}, MemberChanged{member, false, false}});
}

IdMint Rig::mint() const
{
    return IdMint(u"p0"_s, state.positions.value(u"p0"_s) + state.positions.value(u"c0"_s) + 1);
}

const Event &Rig::record(const NewEvent &event)
{
    const auto stream = isControl(event.data) ? u"c0"_s : u"p0"_s;
    const auto before = state.positions.value(stream);
    log.append(Event{stream, before + 1, before, now, event.group, event.topic, event.data});
    apply(state, log.constLast());
    decider.observe(state, log.constLast());
    return log.constLast();
}

void Rig::happen(const NewEvent &event)
{
    const auto placed = record(event);
    auto ids = mint();
    const auto consequences = decider.decide(state, placed, ids);
    for (const auto &consequence : consequences)
        record(consequence);
}

MessageId Rig::say(const MemberId &who, const QString &text, const Said &said)
{
    now = now.plusSeconds(1);
    MessageReceived message;
    message.message = {u"m%1"_s.arg(++m_count)};
    message.platformId = message.message.value;
    message.author = {AuthorKind::Member, who.value,
                      state.groups.value(group).members.value(who).name};
    message.kind = said.kind;
    message.text = text;
    message.quote = said.quote;
    message.mentions = said.mentions;
    message.mentionsBot = said.atBot;
    message.replyHandle = u"h-"_s + message.message.value;
    happen({group, {}, message});
    return message.message;
}

MessageId Rig::sayByPhone(const User &who, const QString &text, const Said &said)
{
    now = now.plusSeconds(1);
    MessageReceived message;
    message.message = {u"m%1"_s.arg(++m_count)};
    message.platformId = message.message.value;
    message.author = {AuthorKind::Agent, who.id.value, who.name};
    message.text = text;
    message.quote = said.quote;
    message.mentions = said.mentions;
    happen({group, {}, message});
    return message.message;
}

Result<qsizetype> Rig::run(const User &user, const CommandData &data)
{
    auto ids = mint();
    const auto events
        = decider.command(state, user, {{u"c%1"_s.arg(++m_count)}, data}, now, ids);
    if (!events)
        return std::unexpected(events.error());
    QList<Event> placed;
    for (const auto &event : *events)
        placed.append(record(event));
    for (const auto &event : placed) {
        auto more = mint();
        const auto consequences = decider.decide(state, event, more);
        for (const auto &consequence : consequences)
            record(consequence);
    }
    return events->size();
}

void Rig::pass(qint64 seconds)
{
    const auto end = now.plusSeconds(seconds);
    for (int rounds = 0; rounds < 1000; ++rounds) {
        const auto next = decider.nextDeadline(state);
        if (!next.isSet() || next > end)
            break;
        now = std::max(now, next);
        const auto due = decider.dueTimers(state, now);
        for (const auto &timer : due)
            happen(timer);
    }
    now = end;
}

void Rig::deliver()
{
    const auto recent = state.groups.value(group).recent;
    for (const auto &message : recent) {
        if (message->delivery == Delivery::Queued && message->notBefore <= now)
            happen({group, message->topic, MessageSent{message->id, u"p-"_s + message->id.value}});
    }
}

void Rig::setPolicy(const std::function<void(Policy &)> &change)
{
    auto policy = state.policy;
    change(policy);
    ++policy.version;
    record({{}, {}, PolicyChanged{policy, {}, {}}});
}

Topic Rig::topicOf(const MessageId &id) const
{
    const auto found = message(id);
    return found ? state.topics.value(found->topic) : Topic{};
}

Verdict Rig::verdictOf(const MessageId &id) const
{
    const auto found = message(id);
    return found && found->verdict ? *found->verdict : Verdict{};
}

MessagePtr Rig::lastSent() const
{
    const auto recent = state.groups.value(group).recent;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        if (!isFromMember(**at) && !(*at)->internal)
            return *at;
    }
    return nullptr;
}

QList<MessagePtr> Rig::answersTo(const MessageId &id) const
{
    QList<MessagePtr> found;
    for (const auto &each : state.groups.value(group).recent) {
        if (each->author.kind == AuthorKind::Bot && each->answers == id)
            found.append(each);
    }
    return found;
}

QList<Draft> Rig::drafts() const
{
    auto drafts = state.drafts.values();
    std::ranges::sort(drafts, {}, [](const Draft &draft) { return draft.id.value; });
    return drafts;
}

qint64 Rig::claim(const User &user, const TopicId &topic)
{
    if (!run(user, ClaimTopic{topic, basis()}))
        return 0;
    const auto lease = state.topics.value(topic).lease;
    return lease ? lease->fence : 0;
}

} // namespace quntai::test
