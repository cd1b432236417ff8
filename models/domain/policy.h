// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <optional>

namespace quntai {

/** Weights of the escalation decision, permille each. */
struct EscalationWeights
{
    int emotion = 400;
    int humanRequest = 600;
    int repeats = 200;
    int lowConfidence = 150;
    int vip = 100;
    int highRisk = 600;
    int waiting = 150;

    bool operator==(const EscalationWeights &) const = default;
    static constexpr auto fields()
    {
        using W = EscalationWeights;
        return std::tuple{optional("emotion", &W::emotion),
                          optional("humanRequest", &W::humanRequest),
                          optional("repeats", &W::repeats),
                          optional("lowConfidence", &W::lowConfidence), optional("vip", &W::vip),
                          optional("highRisk", &W::highRisk), optional("waiting", &W::waiting)};
    }
};

/** When people are at the desk, by the company's clock. */
struct WorkingHours
{
    int from = 0;              //!< minute of the day, 0–1439
    int to = 1440;             //!< minute of the day, after from
    QList<int> days;           //!< 1 Monday – 7 Sunday; empty: every day
    int offset = 480;          //!< minutes east of UTC

    bool operator==(const WorkingHours &) const = default;
    static constexpr auto fields()
    {
        using H = WorkingHours;
        return std::tuple{optional("from", &H::from), optional("to", &H::to),
                          optional("days", &H::days), optional("offset", &H::offset)};
    }
};

/** What is otherwise in some groups; what is not given is as in the policy. Permille as there. */
struct GroupPolicy
{
    QList<GroupId> groups;     //!< these
    QStringList tags;          //!< and those with one of these tags
    std::optional<BotMode> mode;  //!< at most this much is left to the bot
    std::optional<int> answerThreshold;
    std::optional<int> clarifyThreshold;
    std::optional<int> emotionAlert;
    std::optional<int> repeatsAlert;
    std::optional<int> escalationThreshold;
    std::optional<int> waitingSeconds;
    std::optional<int> firstResponseSeconds;
    std::optional<int> budgetPerMinute;
    std::optional<int> budgetPerHour;
    std::optional<bool> secondReviewer;
    std::optional<WorkingHours> hours;

    bool operator==(const GroupPolicy &) const = default;
    static constexpr auto fields()
    {
        using G = GroupPolicy;
        return std::tuple{optional("groups", &G::groups), optional("tags", &G::tags),
                          optional("mode", &G::mode),
                          optional("answerThreshold", &G::answerThreshold),
                          optional("clarifyThreshold", &G::clarifyThreshold),
                          optional("emotionAlert", &G::emotionAlert),
                          optional("repeatsAlert", &G::repeatsAlert),
                          optional("escalationThreshold", &G::escalationThreshold),
                          optional("waitingSeconds", &G::waitingSeconds),
                          optional("firstResponseSeconds", &G::firstResponseSeconds),
                          optional("budgetPerMinute", &G::budgetPerMinute),
                          optional("budgetPerHour", &G::budgetPerHour),
                          optional("secondReviewer", &G::secondReviewer),
                          optional("hours", &G::hours)};
    }
};

/** What a supervisor sets: when the bot answers, asks, holds back, or fetches a person.
 *
 * Permille unless a name says otherwise. Written as YAML by people (there as fractions, 0.72),
 * kept in the ledger as policy.changed.
 */
struct Policy
{
    int version = 0;
    int answerThreshold = 720;
    int clarifyThreshold = 500;
    int linkDoubt = 600;             //!< a topic link below this is shown as doubtful
    int emotionAlert = 70;           //!< 0–100
    int repeatsAlert = 3;
    int escalationThreshold = 600;
    EscalationWeights weights;
    int waitingSeconds = 300;        //!< an unanswered question older than this asks for a person
    int firstResponseSeconds = 300;  //!< service level: first answer of a person after escalation
    int budgetPerMinute = 30;        //!< sends to one chat, replies and pushes together
    int budgetPerHour = 1000;
    QStringList humanWords;          //!< an explicit request for a person
    QStringList sensitiveWords;      //!< never sent to a group
    QStringList highRiskCategories;
    QString aiLabel;                 //!< put before every text the bot sends
    bool secondReviewer = false;     //!< who changed a draft does not send it: another person decides
    bool stopped = false;            //!< the stop switch: no text of the bot leaves
    WorkingHours hours;
    QList<GroupPolicy> groups;       //!< of several that apply to a group, the later one counts

    bool operator==(const Policy &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{required("version", &Policy::version),
                          required("answerThreshold", &Policy::answerThreshold),
                          required("clarifyThreshold", &Policy::clarifyThreshold),
                          required("linkDoubt", &Policy::linkDoubt),
                          required("emotionAlert", &Policy::emotionAlert),
                          required("repeatsAlert", &Policy::repeatsAlert),
                          required("escalationThreshold", &Policy::escalationThreshold),
                          required("weights", &Policy::weights),
                          required("waitingSeconds", &Policy::waitingSeconds),
                          required("firstResponseSeconds", &Policy::firstResponseSeconds),
                          required("budgetPerMinute", &Policy::budgetPerMinute),
                          required("budgetPerHour", &Policy::budgetPerHour),
                          optional("humanWords", &Policy::humanWords),
                          optional("sensitiveWords", &Policy::sensitiveWords),
                          optional("highRiskCategories", &Policy::highRiskCategories),
                          optional("aiLabel", &Policy::aiLabel),
                          optional("secondReviewer", &Policy::secondReviewer),
                          optional("stopped", &Policy::stopped),
                          optional("hours", &Policy::hours),
                          optional("groups", &Policy::groups)};
    }
};

/** The policy as it is in this group. */
Policy policyFor(const Policy &policy, const Group &group);
/** How far the bot may act in the group: what group and policy both allow. */
BotMode modeFor(const Policy &policy, const Group &group);

bool isOpen(const WorkingHours &hours, Instant at);
/** When the desk is open again; at itself while it is, or when it never is. */
Instant nextOpen(const WorkingHours &hours, Instant at);
/** The moment after so many seconds of working time. */
Instant afterWorking(const WorkingHours &hours, Instant from, qint64 seconds);

} // namespace quntai
