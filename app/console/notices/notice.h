// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"

#include <QTime>

#include <array>

namespace quntai {

/** How much something presses. */
enum class Severity {
    Urgent,   //!< a person must act now: a topic waits for one, or is offered to this one; anger
              //!< spreads
    Normal,   //!< it is about work this person has
    Info,     //!< good to know
};

enum class NoticeKind {
    Offered,        //!< a topic is offered to this person
    Escalated,      //!< a topic began to wait for a person
    Spread,         //!< anger goes from one member of a group to others
    AtRisk,         //!< a topic this person holds soon breaks its service level
    Breached,       //!< and this one has
    TakenAway,      //!< somebody else holds now what this person held
    Answered,       //!< the customer wrote in a topic this person holds
    NotSent,        //!< what this person sent failed, or nobody knows what became of it
    Whispered,      //!< a colleague wrote to this person alone
    Asked,          //!< whoever holds a topic asks this supervisor
    Invited,        //!< a colleague invites this person to help with a topic
    PromiseOverdue, //!< what this person promised, or has to see to, is overdue
    ConnectorDown,
};

Severity severityOf(NoticeKind kind);

/** Something this person may want to know though they look elsewhere. */
struct Notice
{
    NoticeKind kind = NoticeKind::Escalated;
    TopicId topic;        //!< opened by a click; empty: none
    GroupId group;
    QString groupName;
    QString who;          //!< customer, colleague or connector; comes from outside
    QString words;        //!< what was said or asked; comes from outside

    bool operator==(const Notice &) const = default;
};

/** What a person wants of one severity. */
struct NoticeRule
{
    bool show = false;
    bool sound = false;
    bool content = false;   //!< who and what may stand on the screen, also a shared or locked one
};

struct NoticeRules
{
    std::array<NoticeRule, 3> bySeverity;
    bool quietHours = false;
    int quietFrom = 0;      //!< minute of the day; from > to goes over midnight
    int quietTo = 0;
};

/** What becomes of a notice. */
struct NoticePlan
{
    bool show = false;
    bool stays = false;     //!< until somebody has seen to it
    bool sound = false;
    bool content = false;

    bool operator==(const NoticePlan &) const = default;
};

/** True from `from` up to `to`. The same minute twice is the whole day. Pure. */
bool isQuiet(const NoticeRules &rules, QTime now);

/** Nothing while the person looks at the window: it is already there. In quiet hours only what is
 * urgent comes, without a sound. What must be acted on stays. Pure. */
NoticePlan planFor(NoticeKind kind, const NoticeRules &rules, QTime now, bool looking);

/** What a notice says: a title and one line. Without content: only what happened, and where. */
struct NoticeText
{
    QString title;
    QString body;
};
NoticeText noticeText(const Notice &notice, bool content);

} // namespace quntai
