// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/notice.h"
#include "app/console/settings/settings.h"

namespace quntai {

/** Which notices of one group a person wants; what the table by severity leaves out stays out. */
enum class GroupNotices {
    All,
    Escalations,  //!< what is urgent: a topic waits for a person or is offered, anger spreads
    Mine,         //!< what concerns this person: offers, and the topics they hold
    None,
    Chosen,       //!< events chosen one by one
};
template <>
inline constexpr std::array<std::string_view, 5> enumWords<GroupNotices>{
    "all", "escalations", "mine", "none", "chosen"};
template <>
inline constexpr std::array<std::string_view, 13> enumWords<NoticeKind>{
    "offered",  "escalated", "spread",    "at_risk",       "breached", "taken_away",
    "answered", "not_sent",  "whispered", "asked", "invited", "promise_overdue",
    "connector_down"};

/** Kinds that can come from a group; a channel belongs to none. */
QList<NoticeKind> groupKinds();
/** Every kind there is, the most urgent first. */
QList<NoticeKind> allKinds();

/** What a person chose for one group. */
struct GroupRule
{
    GroupNotices what = GroupNotices::All;
    QList<NoticeKind> kinds = {};  //!< with Chosen: those that come

    bool operator==(const GroupRule &) const = default;
};

/** True when a notice of that kind may come from a group with that rule. Pure. */
bool lets(const GroupRule &rule, NoticeKind kind);

/** As the settings have it; All where nothing is set. */
GroupRule groupRule(const Settings &settings, const GroupId &group);
/** Those of all groups that differ, in the order of their ids. */
QList<std::pair<GroupId, GroupRule>> groupRules(const Settings &settings);
/** All takes the group out of the settings. False when there are too many of them (1000). */
bool setGroupRule(Settings &settings, const GroupId &group, const GroupRule &rule);
void resetGroupRules(Settings &settings);

/** Whether a person wants that kind at all, from any group. */
bool wantsKind(const Settings &settings, NoticeKind kind);
void setWantsKind(Settings &settings, NoticeKind kind, bool wants);

/** "Escalations only", … */
QString groupNoticesName(GroupNotices what);
/** The same with how many events are chosen. */
QString groupRuleName(const GroupRule &rule);
/** What happened, as a notice's title says it. */
QString noticeKindName(NoticeKind kind);

} // namespace quntai
