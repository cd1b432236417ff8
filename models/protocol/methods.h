// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/protocol/customerwire.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/wire.h"

namespace quntai {

/** A method that is not a command, with the types of its params and result. */
template <class Params, class Result>
struct MethodOf
{
    using ParamsType = Params;
    using ResultType = Result;
    std::string_view name;
    std::string_view what;
};

/** A notification; fromServer says who sends it. */
template <class Params>
struct NoticeOf
{
    using ParamsType = Params;
    std::string_view name;
    bool fromServer;
    std::string_view what;
};

/** Every method of the protocol besides the commands of models/domain/commands.h. */
inline constexpr auto connectionMethods = std::tuple{
    MethodOf<HelloParams, HelloResult>{"session.hello", "Sign in; the first request."},
    MethodOf<RefreshParams, Tokens>{
        "session.refresh", "New tokens for a refresh token, which works once."},
    MethodOf<Nothing, PingResult>{"session.ping", "Are you there? Either side asks, every 5 s."},
    MethodOf<Nothing, Nothing>{"session.bye", "I am leaving for good; revokes the tokens."},
    MethodOf<FeedOpenParams, FeedOpenResult>{
        "feed.open", "Go on after these positions; streams not named come from a snapshot."},
    MethodOf<HistoryParams, HistoryResult>{
        "history.page", "Messages of a group before a sequence, newest first."},
    MethodOf<SearchParams, SearchResult>{
        "search.query", "What was said that contains a text, in the groups one may see."},
    MethodOf<RefreshCustomerParams, RefreshCustomerResult>{
        "customer.refresh", "Ask the outside system anew about a member; takes seconds."},
    MethodOf<CustomerTopicsParams, CustomerTopicsResult>{
        "customer.topics", "What a member asked about before, in the groups one may see."},
    MethodOf<EntryHistoryParams, EntryHistoryResult>{
        "knowledge.history", "What an entry was, who made it so and when, newest first."},
    MethodOf<TrialQuestion, Trial>{
        "knowledge.test", "What the bot would make of a question; nothing is recorded."},
    MethodOf<FlowQuestion, FlowPreview>{
        "flow.preview", "What a flow would say in a group; nothing is recorded or sent."},
    MethodOf<Nothing, AuditResult>{
        "audit.verify", "Check every record of the ledger; takes seconds."},
    MethodOf<ReportParams, Report>{
        "report.query", "The measures of a span of time, in the groups one may see."},
    MethodOf<ReportTopicsParams, ReportTopics>{
        "report.topics", "The topics behind a number of the report, by pages."},
    MethodOf<Nothing, PolicyResult>{"policy.get", "The policy as it is now."},
};

/** Every notification besides feed.events, whose params are not one value type. */
inline constexpr auto notices = std::tuple{
    NoticeOf<FeedAck>{"feed.ack", false, "Everything up to seq is applied and stored."},
    NoticeOf<FeedPartAck>{"feed.part", false, "This part of a snapshot has arrived."},
    NoticeOf<FeedTick>{"feed.tick", true, "Nothing this console may see happened up to seq."},
    NoticeOf<SnapshotPart>{"feed.snapshot", true, "One part of what is so at seq."},
    NoticeOf<GoAway>{"session.goaway", true, "The backend will close the connection."},
    NoticeOf<ScopeChanged>{
        "scope.changed", true, "Role or groups changed; a snapshot of what is seen now follows."},
};

} // namespace quntai
