// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/notice.h"
#include "models/domain/apply.h"

#include <QHash>

namespace quntai {

/** Finds in each frame's changes what is worth a notice to one person. Each thing once: what was so
 * when it began to watch is not news. Pure; any one thread. */
class NoticeWatch
{
public:
    /** Begins anew: everything in the state is known. */
    void begin(const State &state, const UserId &me);
    /** state is already new. */
    QList<Notice> take(const State &state, const Changes &changes);

private:
    /** What was known of a topic. */
    struct Known
    {
        UserId offeredTo;
        UserId heldBy;
        Instant escalatedAt;
        qint64 version = 0;   //!< sequence of its newest message
        QList<SlaMark> sla;
        Instant askedAt;      //!< this person; unset: nobody does
        bool invited = false;
    };

    Known knownOf(const Topic &topic) const;
    std::optional<NoticeKind> news(const Known &before, const Topic &now) const;
    MessagePtr question(const State &state, const Known &before, const Topic &now) const;
    void takeTopic(const State &state, const Topic &topic, QList<Notice> &notices);
    void takeMessages(const State &state, const Changes &changes, QList<Notice> &notices);
    void noteAlerts(const GroupState &group);
    void takeAlerts(const State &state, const GroupId &group, QList<Notice> &notices);
    bool concerns(const State &state, const Alert &alert) const;
    void takeConnectors(const State &state, QList<Notice> &notices);
    void takePromises(const State &state, const Changes &changes, QList<Notice> &notices);
    void nameHelp(const Topic &topic, Notice &notice) const;
    static Notice about(const State &state, NoticeKind kind, const Topic &topic);
    static Notice about(const State &state, NoticeKind kind, const Message &message);

    UserId m_me;
    Role m_role = Role::Agent;
    QHash<TopicId, Known> m_known;
    QSet<MessageId> m_lost;
    QHash<QString, ConnectorState> m_connectors;
    QHash<PromiseId, Instant> m_overdue;  //!< since when; of those told of
    QHash<GroupId, Instant> m_spreads;  //!< since when anger spreads there
};

/** What an urgent notice told of is still so: the topic waits or is offered to this person, they
 * are asked or invited, anger still spreads. Others are dealt with by being seen. Pure. */
bool stillPresses(const State &state, const UserId &me, const Notice &notice);

/** What waits for this person: topics offered to them, and those they hold in which a customer
 * waits for an answer. Pure. */
int waitingFor(const State &state, const UserId &me);

} // namespace quntai
