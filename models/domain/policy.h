// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

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
    bool stopped = false;            //!< the stop switch: no text of the bot leaves

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
                          optional("stopped", &Policy::stopped)};
    }
};

} // namespace quntai
