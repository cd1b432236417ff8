// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/topic.h"

#include <algorithm>

namespace quntai {

namespace {

/** Where a topic that a colleague holds stands for whom they want help from. */
std::optional<DeskList> helpListOf(const Topic &topic, const UserId &me, Role role)
{
    if (isAsked(topic, me, role))
        return DeskList::NeedsLook;
    const auto *guest = guestOf(topic, me);
    if (!guest)
        return std::nullopt;
    return guest->state == GuestState::Joined ? DeskList::Mine : DeskList::Queue;
}

} // namespace

bool isAsked(const Topic &topic, const UserId &me, Role role)
{
    if (!topic.help || topic.help->by == me)
        return false;
    return topic.help->to.isEmpty() ? role == Role::Supervisor || role == Role::Admin
                                    : topic.help->to == me;
}

std::optional<DeskList> deskListOf(const Topic &topic, const UserId &me, Role role)
{
    switch (topic.state) {
    case TopicState::Leased:
        if (topic.lease && topic.lease->user == me)
            return topic.onHold ? DeskList::Later : DeskList::Mine;
        return helpListOf(topic, me, role);
    case TopicState::Escalated:
    case TopicState::Offered:
        return topic.snoozedUntil.isSet() ? DeskList::Later : DeskList::Queue;
    case TopicState::Review:
        return DeskList::NeedsLook;
    case TopicState::New:
    case TopicState::Bot:
    case TopicState::WaitingCustomer:
        return topic.look.isEmpty() ? DeskList::Bot : DeskList::NeedsLook;
    case TopicState::Resolved:
    case TopicState::AnsweredByPeer:
        return DeskList::Ended;
    case TopicState::Merged:
        return std::nullopt;
    }
    return std::nullopt;
}

const Guest *guestOf(const Topic &topic, const UserId &user)
{
    const auto found = std::ranges::find(topic.guests, user, &Guest::user);
    return found == topic.guests.end() ? nullptr : &*found;
}

bool isGuest(const Topic &topic, const UserId &user)
{
    const auto *guest = guestOf(topic, user);
    return guest && guest->state == GuestState::Joined;
}

bool isLater(const Topic &topic)
{
    return topic.onHold || topic.snoozedUntil.isSet();
}

bool hasEnded(const Topic &topic)
{
    return topic.state == TopicState::Resolved || topic.state == TopicState::AnsweredByPeer
        || topic.state == TopicState::Merged;
}

QString laneLetter(int lane)
{
    return lane < 8 ? QString(QChar(u'A' + lane)) : QString::number(lane + 1);
}

} // namespace quntai
