// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/topic.h"

namespace quntai {

std::optional<DeskList> deskListOf(const Topic &topic, const UserId &me)
{
    switch (topic.state) {
    case TopicState::Leased:
        if (topic.lease && topic.lease->user == me)
            return topic.onHold ? DeskList::Later : DeskList::Mine;
        return std::nullopt;
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
