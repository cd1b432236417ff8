// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/sendqueue.h"

#include "app/backend/connectors/privatechat.h"
#include "app/backend/decide/budget.h"
#include "app/backend/engine/intake.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Later than this the plan no longer says when it went. */
constexpr qint64 lateMs = 1000;

bool isConnected(const State &state, const QString &channel)
{
    return state.connectors.value(channel).state == ConnectorState::Connected;
}

/** Over fifty messages ago: sending it now would answer what nobody asks any more. */
MessageFailed waitedTooLong(const MessageId &message)
{
    return {message, u"waited too long"_s, 0, true};
}

/** The stop switch holds what the bot wrote, also what was queued before. */
bool isHeld(const State &state, const GroupId &group, const MessageId &id)
{
    if (!state.policy.stopped)
        return false;
    const auto message = findMessage(state, group, id);
    return message && message->author.kind == AuthorKind::Bot;
}

/** The group, or the member it is for alone. */
QString chatOf(const Message &message)
{
    return message.privateTo.isEmpty() ? platformIdOf(message.group.value)
                                       : privateChat(platformIdOf(message.privateTo->value));
}

OutboundMessage outbound(const State &state, const Message &message)
{
    OutboundMessage out;
    out.id = message.id;
    out.chat = chatOf(message);
    out.text = message.text;
    for (const auto &file : message.attachments)
        out.files.append({file.kind, file.name, file.sha256, {}});
    out.single = !message.privateTo.isEmpty();
    if (out.single)
        return out;
    out.replyHandle = message.replyHandle;
    const auto members = state.groups.value(message.group).members;
    for (const auto &mention : message.mentions) {
        out.mentions.append(platformIdOf(mention.value));
        out.mentionNames.append(members.value(mention).name);
    }
    if (const auto quoted = findMessage(state, message.group, message.quote))
        out.quotePlatformId = quoted->platformId;
    return out;
}

} // namespace

void SendQueue::restore(const QList<SendMark> &open, Round &round)
{
    QMap<GroupId, QList<Item>> found;
    for (const auto &mark : open) {
        const auto message = findMessage(round.state(), mark.group, mark.message);
        const auto topic = message ? message->topic : TopicId{};
        if (mark.state == SendState::Sending && isUnderWay(mark.group, mark.message)) {
            found[mark.group].append({mark.message, {}, true});
        } else if (mark.state == SendState::Sending) {
            round.recordAndDecide(
                {mark.group, topic,
                 MessageUnknown{mark.message, u"the backend ended while it was being sent"_s}});
            round.batch.sends.append({mark.message, mark.group, SendState::Done});
        } else if (!message) {
            round.recordAndDecide({mark.group, topic, waitedTooLong(mark.message)});
            round.batch.sends.append({mark.message, mark.group, SendState::Done});
        } else {
            found[mark.group].append({mark.message, message->notBefore, false});
        }
    }
    m_groups = std::move(found);
}

bool SendQueue::isUnderWay(const GroupId &group, const MessageId &message) const
{
    const auto items = m_groups.value(group);
    const auto at = std::ranges::find(items, message, &Item::message);
    return at != items.cend() && at->sending;
}

void SendQueue::note(Round &round, qsizetype firstEvent)
{
    for (auto i = firstEvent; i < round.batch.events.size(); ++i) {
        const auto event = round.batch.events.at(i);
        if (const auto *queued = std::get_if<MessageQueued>(&event.data)) {
            m_groups[event.group].append({queued->message, queued->notBefore, false});
            round.batch.sends.append({queued->message, event.group, SendState::Queued});
        } else if (const auto *recalled = std::get_if<MessageRecalled>(&event.data)) {
            remove(round, event.group, recalled->message);
        }
    }
}

void SendQueue::remove(Round &round, const GroupId &group, const MessageId &message)
{
    auto &items = m_groups[group];
    const auto at = std::ranges::find(items, message, &Item::message);
    if (at == items.end())
        return;
    items.erase(at);
    round.batch.sends.append({message, group, SendState::Done});
}

SendQueue::Item *SendQueue::ready(QList<Item> &items, const GroupId &group, const State &state,
                                  Instant now)
{
    if (std::ranges::any_of(items, &Item::sending))
        return nullptr;
    const auto at = std::ranges::find_if(items, [&](const Item &item) {
        return item.notBefore <= now && !isHeld(state, group, item.message);
    });
    return at == items.end() ? nullptr : &*at;
}

void SendQueue::dropLost(Round &round)
{
    QList<std::pair<GroupId, MessageId>> lost;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        for (const auto &item : *group) {
            if (!item.sending && item.notBefore <= round.now()
                && !findMessage(round.state(), group.key(), item.message))
                lost.append({group.key(), item.message});
        }
    }
    for (const auto &[group, message] : std::as_const(lost)) {
        round.recordAndDecide({group, {}, waitedTooLong(message)});
        remove(round, group, message);
    }
}

QSet<MessageId> SendQueue::underWay() const
{
    QSet<MessageId> found;
    for (const auto &items : m_groups) {
        for (const auto &item : items) {
            if (item.sending)
                found.insert(item.message);
        }
    }
    return found;
}

/** The group's next text that may go, marked so; null when there is none. */
MessagePtr SendQueue::start(Round &round, const GroupId &group, QList<Item> &items)
{
    const auto now = round.now();
    while (auto *item = ready(items, group, round.state(), now)) {
        const auto message = findMessage(round.state(), group, item->message);
        if (!message)
            return {};
        const auto later = earliestAgain(round.state(), now, *message, underWay());
        const auto planned = std::max(message->at, message->notBefore);
        if (later.isSet() || now.ms - planned.ms > lateMs) {
            item->notBefore = later.isSet() ? later : now;
            round.record({group, message->topic, MessageDelayed{message->id, item->notBefore}});
        }
        if (later.isSet())
            continue;
        item->sending = true;
        round.batch.sends.append({item->message, group, SendState::Sending});
        return findMessage(round.state(), group, message->id);
    }
    return {};
}

void SendQueue::startDue(Round &round, const std::function<void(const SendOrder &)> &order)
{
    dropLost(round);
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
        const auto channel = round.state().groups.value(group.key()).info.channel;
        if (!isConnected(round.state(), channel))
            continue;
        const auto message = start(round, group.key(), *group);
        if (!message)
            continue;
        const SendOrder send{channel, outbound(round.state(), *message)};
        round.afterwards.append([order, send] { order(send); });
    }
}

void SendQueue::settle(Round &round, const SendOutcome &outcome)
{
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
        if (!std::ranges::contains(*group, outcome.id, &Item::message))
            continue;
        const auto id = group.key();
        remove(round, id, outcome.id);
        const auto message = findMessage(round.state(), id, outcome.id);
        const auto topic = message ? message->topic : TopicId{};
        switch (outcome.kind) {
        case SendOutcome::Kind::Sent:
            round.recordAndDecide({id, topic, MessageSent{outcome.id, outcome.platformId}});
            return;
        case SendOutcome::Kind::Failed:
            round.recordAndDecide({id, topic,
                                   MessageFailed{outcome.id, outcome.reason, outcome.code,
                                                 outcome.retryable}});
            return;
        case SendOutcome::Kind::Unknown:
            round.recordAndDecide({id, topic, MessageUnknown{outcome.id, outcome.reason}});
            return;
        }
    }
}

Instant SendQueue::nextDue(const State &state) const
{
    Instant next;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        if (group->isEmpty() || std::ranges::any_of(*group, &Item::sending)
            || !isConnected(state, state.groups.value(group.key()).info.channel))
            continue;
        for (const auto &item : *group) {
            const Instant due{std::max<qint64>(item.notBefore.ms, 1)};
            if ((!next.isSet() || due < next) && !isHeld(state, group.key(), item.message))
                next = due;
        }
    }
    return next;
}

QList<RecallOrder> recallOrders(const State &before, const QList<NewEvent> &events)
{
    QList<RecallOrder> orders;
    for (const auto &event : events) {
        const auto *recalled = std::get_if<MessageRecalled>(&event.data);
        if (!recalled || recalled->by.isEmpty())
            continue;
        const auto message = findMessage(before, event.group, recalled->message);
        if (message && message->delivery == Delivery::Sent && !message->platformId.isEmpty()) {
            orders.append({before.groups.value(event.group).info.channel, chatOf(*message),
                           message->platformId});
        }
    }
    return orders;
}

} // namespace quntai
