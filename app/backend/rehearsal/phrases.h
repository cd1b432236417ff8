// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QStringList>

namespace quntai {

/** What people say in the made-up past: resources/sample/history.yaml. */
struct Phrases
{
    struct Correction
    {
        QString question;
        QString answer;
    };

    QStringList nicknames;
    QStringList thanks;
    QStringList chatter;
    QStringList peerAnswers;
    QStringList angry;
    QStringList humanRequests;
    QStringList unknown;
    QStringList agentReplies;
    QStringList agentAnswers;
    QStringList handBacks;
    QStringList refusals;
    QStringList faults;
    QList<Correction> corrections;
};

/** No list is empty. */
Result<Phrases> readPhrases(const QString &file);

} // namespace quntai
