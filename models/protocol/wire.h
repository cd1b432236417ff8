// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcommands.h"
#include "models/domain/knowledge.h"
#include "models/domain/message.h"
#include "models/domain/policy.h"

#include <array>
#include <string_view>

namespace quntai {

// What travels besides events, commands and snapshots: signing in, feeding, paging.

constexpr int protocolVersion = 1;
constexpr qsizetype maxMessageBytes = 256 * 1024;
constexpr qsizetype maxHelloBytes = 4 * 1024;      //!< before sign-in
constexpr qsizetype maxTextBytes = 16 * 1024;      //!< longer texts travel as blobs
constexpr int feedWindow = 5000;                   //!< events sent but not acknowledged
constexpr int snapshotWindow = 4;                  //!< the same for parts of a snapshot
constexpr int maxHistoryPage = 200;
constexpr int pingSeconds = 5;
constexpr std::string_view subprotocol = "quntai.v1";

/** WebSocket close codes; the peer's reaction is in PROTOCOL.md. */
enum class CloseCode : int {
    Protocol = 4400,
    SignIn = 4401,
    Forbidden = 4403,
    SlowReader = 4408,
    SignedInElsewhere = 4409,
    TooMany = 4429,
    Restarting = 4503,
};

/** Params or a result that has no members. */
struct Nothing
{
    bool operator==(const Nothing &) const = default;
    static constexpr auto fields() { return FieldList{}; }
};

struct ClientInfo
{
    QString name;
    QString version;
    QString platform;

    bool operator==(const ClientInfo &) const = default;
    static constexpr auto fields()
    {
        using C = ClientInfo;
        return FieldList{required("name", &C::name), optional("version", &C::version),
                          optional("platform", &C::platform)};
    }
};

enum class AuthScheme { Bearer, Password };
template <>
inline constexpr std::array<std::string_view, 2> enumWords<AuthScheme>{"bearer", "password"};

/** Bearer: an access token, or the one-time token of an embedded console. */
struct Credentials
{
    AuthScheme scheme = AuthScheme::Bearer;
    QString token;
    QString user;
    QString password;

    bool operator==(const Credentials &) const = default;
    static constexpr auto fields()
    {
        using C = Credentials;
        return FieldList{required("scheme", &C::scheme), optional("token", &C::token),
                          optional("user", &C::user), optional("password", &C::password)};
    }
};

/** session.hello: the first request of a connection. */
struct HelloParams
{
    QList<int> versions;
    ClientInfo client;
    QString locale;
    Credentials auth;
    QString session;  //!< of an earlier connection of this console, which it replaces

    bool operator==(const HelloParams &) const = default;
    static constexpr auto fields()
    {
        using H = HelloParams;
        return FieldList{required("versions", &H::versions), required("client", &H::client),
                          optional("locale", &H::locale), required("auth", &H::auth),
                          optional("session", &H::session)};
    }
};

struct SelfInfo
{
    UserId id;
    QString name;
    Role role = Role::Agent;
    QStringList teams;

    bool operator==(const SelfInfo &) const = default;
    static constexpr auto fields()
    {
        using S = SelfInfo;
        return FieldList{required("id", &S::id), required("name", &S::name),
                          required("role", &S::role), optional("teams", &S::teams)};
    }
};

struct Limits
{
    qint64 messageBytes = maxMessageBytes;
    int pingSeconds = quntai::pingSeconds;
    int window = feedWindow;

    bool operator==(const Limits &) const = default;
    static constexpr auto fields()
    {
        using L = Limits;
        return FieldList{required("messageBytes", &L::messageBytes),
                          required("pingSeconds", &L::pingSeconds),
                          required("window", &L::window)};
    }
};

/** The access token is for later connections and blobs; the refresh token works once. */
struct Tokens
{
    QString access;
    int expiresIn = 0;  //!< seconds, of the access token
    QString refresh;

    bool operator==(const Tokens &) const = default;
    static constexpr auto fields()
    {
        using T = Tokens;
        return FieldList{required("access", &T::access), required("expiresIn", &T::expiresIn),
                          required("refresh", &T::refresh)};
    }
};

struct HelloResult
{
    int version = protocolVersion;
    QString session;
    SelfInfo user;
    QStringList rights;  //!< methods this user may call
    Instant serverTime;
    Limits limits;
    Tokens token;

    bool operator==(const HelloResult &) const = default;
    static constexpr auto fields()
    {
        using H = HelloResult;
        return FieldList{required("version", &H::version), required("session", &H::session),
                          required("user", &H::user), required("rights", &H::rights),
                          required("serverTime", &H::serverTime), required("limits", &H::limits),
                          required("token", &H::token)};
    }
};

/** session.refresh: new tokens for the refresh token; may be the first request, too. */
struct RefreshParams
{
    QString refresh;

    bool operator==(const RefreshParams &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("refresh", &RefreshParams::refresh)};
    }
};

struct PingResult
{
    Instant time;  //!< of the one who answers

    bool operator==(const PingResult &) const = default;
    static constexpr auto fields() { return FieldList{optional("time", &PingResult::time)}; }
};

struct StreamPosition
{
    QString stream;
    QString epoch;
    qint64 seq = 0;

    bool operator==(const StreamPosition &) const = default;
    static constexpr auto fields()
    {
        using S = StreamPosition;
        return FieldList{required("stream", &S::stream), required("epoch", &S::epoch),
                          required("seq", &S::seq)};
    }
};

/** feed.open: streams that are not named come from a snapshot. */
struct FeedOpenParams
{
    QList<StreamPosition> resume;

    bool operator==(const FeedOpenParams &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("resume", &FeedOpenParams::resume)};
    }
};

struct OpenedStream
{
    QString stream;
    QString epoch;
    qint64 seq = 0;         //!< the head of the stream, or of its snapshot
    bool resumed = false;   //!< false: a snapshot follows

    bool operator==(const OpenedStream &) const = default;
    static constexpr auto fields()
    {
        using S = OpenedStream;
        return FieldList{required("stream", &S::stream), required("epoch", &S::epoch),
                          required("seq", &S::seq), required("resumed", &S::resumed)};
    }
};

struct FeedOpenResult
{
    QList<OpenedStream> streams;

    bool operator==(const FeedOpenResult &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("streams", &FeedOpenResult::streams)};
    }
};

/** feed.ack: everything up to seq is applied and stored. */
struct FeedAck
{
    QString stream;
    qint64 seq = 0;

    bool operator==(const FeedAck &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("stream", &FeedAck::stream), required("seq", &FeedAck::seq)};
    }
};

/** feed.part: this part of the snapshot has arrived. */
struct FeedPartAck
{
    QString stream;
    int part = 0;

    bool operator==(const FeedPartAck &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("stream", &FeedPartAck::stream),
                          required("part", &FeedPartAck::part)};
    }
};

/** feed.tick: nothing this console may see happened up to seq. */
struct FeedTick
{
    QString stream;
    qint64 seq = 0;
    QString head;  //!< signed head of the hash chain, base64; empty when none is at hand

    bool operator==(const FeedTick &) const = default;
    static constexpr auto fields()
    {
        using T = FeedTick;
        return FieldList{required("stream", &T::stream), required("seq", &T::seq),
                          optional("head", &T::head)};
    }
};

/** history.page: messages of a group before a sequence, newest first. */
struct HistoryParams
{
    GroupId group;
    qint64 before = 0;
    int limit = 50;

    bool operator==(const HistoryParams &) const = default;
    static constexpr auto fields()
    {
        using H = HistoryParams;
        return FieldList{required("group", &H::group), required("before", &H::before),
                          optional("limit", &H::limit)};
    }
};

struct HistoryResult
{
    QList<Message> messages;  //!< newest first
    bool more = false;        //!< older ones may exist
    qint64 next = 0;          //!< the "before" of the next page, with more

    bool operator==(const HistoryResult &) const = default;
    static constexpr auto fields()
    {
        using H = HistoryResult;
        return FieldList{required("messages", &H::messages), optional("more", &H::more),
                          optional("next", &H::next)};
    }
};

/** search.query: what was said that contains a text, newest first. */
struct SearchParams
{
    QString text;
    GroupId group;      //!< empty: everywhere I may look
    qint64 before = 0;  //!< 0: from the newest
    int limit = 50;     //!< at most 100

    bool operator==(const SearchParams &) const = default;
    static constexpr auto fields()
    {
        using S = SearchParams;
        return FieldList{required("text", &S::text), optional("group", &S::group),
                          optional("before", &S::before), optional("limit", &S::limit)};
    }
};

/** A message or note that was found. */
struct SearchHit
{
    MessageId message;
    qint64 seq = 0;
    Instant at;
    GroupId group;
    TopicId topic;          //!< of what we said; a customer's message is linked by a later event
    Author author;
    QString text;
    bool internal = false;  //!< a note
    MessageKind from = MessageKind::Text;  //!< image: text was read from a picture; voice: was spoken

    bool operator==(const SearchHit &) const = default;
    static constexpr auto fields()
    {
        using H = SearchHit;
        return FieldList{required("message", &H::message), required("seq", &H::seq),
                          required("at", &H::at), required("group", &H::group),
                          optional("topic", &H::topic), required("author", &H::author),
                          required("text", &H::text), optional("internal", &H::internal),
                          optional("from", &H::from)};
    }
};

struct SearchResult
{
    QList<SearchHit> hits;  //!< newest first
    bool more = false;      //!< older ones were not looked at yet
    qint64 next = 0;        //!< the "before" to go on with

    bool operator==(const SearchResult &) const = default;
    static constexpr auto fields()
    {
        using S = SearchResult;
        return FieldList{required("hits", &S::hits), optional("more", &S::more),
                          optional("next", &S::next)};
    }
};

/** One stream of a verified ledger. */
struct AuditStream
{
    QString stream;
    qint64 events = 0;
    qint64 erased = 0;  //!< of these
    QString head;       //!< hash of the newest record, hexadecimal

    bool operator==(const AuditStream &) const = default;
    static constexpr auto fields()
    {
        using A = AuditStream;
        return FieldList{required("stream", &A::stream), required("events", &A::events),
                          required("erased", &A::erased), required("head", &A::head)};
    }
};

/** audit.verify: what checking every record of the ledger came to. */
struct AuditResult
{
    bool good = false;
    QString fault;  //!< the first bad record or file, when not good
    QString epoch;
    QList<AuditStream> streams;
    qint64 anchors = 0;  //!< that hold

    bool operator==(const AuditResult &) const = default;
    static constexpr auto fields()
    {
        using A = AuditResult;
        return FieldList{required("good", &A::good), optional("fault", &A::fault),
                          optional("epoch", &A::epoch), optional("streams", &A::streams),
                          optional("anchors", &A::anchors)};
    }
};

/** knowledge.history: versions of an entry before a position, newest first. */
struct EntryHistoryParams
{
    EntryId entry;
    qint64 before = 0;  //!< 0: from the newest

    bool operator==(const EntryHistoryParams &) const = default;
    static constexpr auto fields()
    {
        using H = EntryHistoryParams;
        return FieldList{required("entry", &H::entry), optional("before", &H::before)};
    }
};

struct EntryHistoryResult
{
    QList<EntryVersion> versions;  //!< newest first
    bool more = false;             //!< older ones were not looked at yet
    qint64 next = 0;               //!< the "before" to go on with

    bool operator==(const EntryHistoryResult &) const = default;
    static constexpr auto fields()
    {
        using H = EntryHistoryResult;
        return FieldList{required("versions", &H::versions), optional("more", &H::more),
                          optional("next", &H::next)};
    }
};

struct PolicyResult
{
    Policy policy;

    bool operator==(const PolicyResult &) const = default;
    static constexpr auto fields() { return FieldList{required("policy", &PolicyResult::policy)}; }
};

/** The answer to every command: the sequence of its first event, on disk. */
struct CommandResult
{
    qint64 seq = 0;

    bool operator==(const CommandResult &) const = default;
    static constexpr auto fields() { return FieldList{required("seq", &CommandResult::seq)}; }
};

/** session.goaway: the backend will close the connection. */
struct GoAway
{
    QString why;
    int afterMs = 0;
    QString alt;  //!< another address to connect to

    bool operator==(const GoAway &) const = default;
    static constexpr auto fields()
    {
        using G = GoAway;
        return FieldList{required("why", &G::why), optional("afterMs", &G::afterMs),
                          optional("alt", &G::alt)};
    }
};

/** scope.changed: role or groups changed while connected; a snapshot of what is now seen follows.
 */
struct ScopeChanged
{
    SelfInfo user;
    QStringList rights;
    QList<GroupId> groups;  //!< empty: all

    bool operator==(const ScopeChanged &) const = default;
    static constexpr auto fields()
    {
        using S = ScopeChanged;
        return FieldList{required("user", &S::user), required("rights", &S::rights),
                          optional("groups", &S::groups)};
    }
};

} // namespace quntai
