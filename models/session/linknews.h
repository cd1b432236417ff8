// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/framecodec.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/wire.h"
#include "models/session/linkproblem.h"

#include <QUrl>

#include <any>
#include <variant>

namespace quntai {

// What the link tells the session, in the order it came from the backend.

struct LinkTrying
{
};

struct LinkUp
{
    HelloResult hello;
};

/** With what the backend's port answers plain requests, until the next one. */
struct LinkPass
{
    QUrl server;
    QString token;
};

struct LinkDown
{
    LinkProblem problem = LinkProblem::Lost;
    QString why;             //!< its details, in English
    qint64 retryInMs = -1;   //!< -1: not tried again by itself
    bool refused = false;    //!< the backend said no; a person must sign in
};

struct LinkLatency
{
    int ms = 0;
};

/** The answer to LinkWorker::check(). */
struct LinkChecked
{
    Instant backendTime;   //!< unset: it did not say
};

struct FeedAnswer
{
    Result<FeedOpenResult> result;
};

struct CommandAnswer
{
    CommandId id;
    Result<qint64> result;
};

struct HistoryAnswer
{
    int ticket = 0;
    Result<HistoryResult> result;
};

struct QueryAnswer
{
    int ticket = 0;
    Result<std::any> result;
};

using LinkNews = std::variant<LinkTrying, LinkUp, LinkPass, LinkDown, LinkLatency, LinkChecked, FeedAnswer,
                              EventsFrame, FeedTick, SnapshotPart, CommandAnswer, HistoryAnswer, QueryAnswer,
                              GoAway, ScopeChanged>;

} // namespace quntai
