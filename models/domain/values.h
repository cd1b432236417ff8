// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace quntai {

/** A picture, voice clip or file that came with a message. Its bytes are a blob of the backend. */
struct Attachment
{
    MessageKind kind = MessageKind::Other;
    QString name;    //!< as the sender named it; untrusted
    QString sha256;  //!< of the blob, lower-case hex; empty while the bytes are not here
    qint64 bytes = 0;
    QString text;    //!< transcript or recognised text, when there is one
    QString problem; //!< why the bytes did not come; empty while they may still come
    bool read = false;  //!< a picture in which words were looked for: without text none were found

    bool operator==(const Attachment &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("kind", &Attachment::kind), optional("name", &Attachment::name),
                          optional("sha256", &Attachment::sha256),
                          optional("bytes", &Attachment::bytes),
                          optional("text", &Attachment::text),
                          optional("problem", &Attachment::problem),
                          optional("read", &Attachment::read)};
    }
};

struct Author
{
    AuthorKind kind = AuthorKind::Member;
    QString id;   //!< MemberId for members, UserId for agents, empty for the bot
    QString name; //!< as shown in the group at that time; untrusted for members

    bool operator==(const Author &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("kind", &Author::kind), optional("id", &Author::id),
                          optional("name", &Author::name)};
    }
};

/** Characters [start, start + length) of a message (UTF-16 units) and what they count for. */
struct Span
{
    int start = 0;
    int length = 0;
    int weight = 0;

    bool operator==(const Span &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("start", &Span::start), required("length", &Span::length),
                          optional("weight", &Span::weight)};
    }
};

/** One knowledge entry the bot considered, with what each signal gave (permille). */
struct Candidate
{
    EntryId entry;
    int version = 0;
    QString title;
    int score = 0;                //!< calibrated probability, permille
    QMap<QString, int> signals_;  //!< per-signal scores, permille: rule, bm25, chars, exact, overlay, …

    bool operator==(const Candidate &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("entry", &Candidate::entry),
                          optional("version", &Candidate::version),
                          optional("title", &Candidate::title), required("score", &Candidate::score),
                          optional("signals", &Candidate::signals_)};
    }
};

/** One part of a decision: what, how much it weighed (permille), and the evidence in words. */
struct ReasonPart
{
    Reason reason = Reason::LowConfidence;
    int weight = 0;
    QString detail;

    bool operator==(const ReasonPart &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("reason", &ReasonPart::reason),
                          optional("weight", &ReasonPart::weight),
                          optional("detail", &ReasonPart::detail)};
    }
};

/** How likely a message is for each, permille, together 1000; all 0: not weighed. */
struct AddresseeShares
{
    int bot = 0;
    int staff = 0;
    int member = 0;
    int nobody = 0;

    bool operator==(const AddresseeShares &) const = default;
    static constexpr auto fields()
    {
        using A = AddresseeShares;
        return FieldList{optional("bot", &A::bot), optional("staff", &A::staff),
                          optional("member", &A::member), optional("nobody", &A::nobody)};
    }
};

/** What the bot made of one message, with every input of the decision, so that it can be
 * explained, audited and tried again under other thresholds without reading the text again.
 */
struct Verdict
{
    Action action = Action::Silent;
    Addressee addressee = Addressee::Nobody;
    int addressing = 0;           //!< certainty of addressee, permille
    QStringList addressingWhy;    //!< signals that spoke: "at_bot", "quote_bot", "open_topic", …
    QString query;                //!< the normalised, context-completed question
    QList<Candidate> candidates;  //!< best first, at most 5
    int confidence = 0;           //!< of the best candidate, permille
    int threshold = 0;            //!< the answer threshold in force, permille
    int outOfScope = 0;           //!< permille
    int emotion = 0;              //!< 0–100
    int emotionTrend = 0;         //!< change over the speaker's last three turns in the topic
    QList<Span> emotionSpans;
    int repeats = 0;              //!< how often this asker asked the same in this topic
    int escalation = 0;           //!< weighted sum, permille
    int escalationThreshold = 0;  //!< permille
    QList<ReasonPart> reasons;
    QString core;                 //!< version of the language core and hash of its model
    QMap<QString, QString> slots_;  //!< what the message told of the slots of entries, by name
    QString asksFor;              //!< the slot of the best candidate the bot asks for
    AddresseeShares addressees = {};  //!< what addressing was chosen from

    bool operator==(const Verdict &) const = default;
    static constexpr auto fields()
    {
        return FieldList{
            required("action", &Verdict::action), required("addressee", &Verdict::addressee),
            optional("addressing", &Verdict::addressing),
            optional("addressingWhy", &Verdict::addressingWhy), optional("query", &Verdict::query),
            optional("candidates", &Verdict::candidates),
            required("confidence", &Verdict::confidence),
            optional("threshold", &Verdict::threshold),
            optional("outOfScope", &Verdict::outOfScope), required("emotion", &Verdict::emotion),
            optional("emotionTrend", &Verdict::emotionTrend),
            optional("emotionSpans", &Verdict::emotionSpans),
            optional("repeats", &Verdict::repeats), optional("escalation", &Verdict::escalation),
            optional("escalationThreshold", &Verdict::escalationThreshold),
            optional("reasons", &Verdict::reasons), optional("core", &Verdict::core),
            optional("addressees", &Verdict::addressees),
            optional("slots", &Verdict::slots_), optional("asksFor", &Verdict::asksFor)};
    }
};

struct OrderLine
{
    QString name;
    int quantity = 0;
    qint64 priceCents = 0;

    bool operator==(const OrderLine &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("name", &OrderLine::name),
                          optional("quantity", &OrderLine::quantity),
                          optional("priceCents", &OrderLine::priceCents)};
    }
};

struct Order
{
    QString id;
    QList<OrderLine> lines;
    qint64 totalCents = 0;
    Instant placedAt;
    QString status;
    QStringList logistics;   //!< newest first, one sentence each
    QString refundState;     //!< empty: none asked for
    qint64 refundCents = 0;

    bool operator==(const Order &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Order::id), optional("lines", &Order::lines),
                          optional("totalCents", &Order::totalCents),
                          optional("placedAt", &Order::placedAt), optional("status", &Order::status),
                          optional("logistics", &Order::logistics),
                          optional("refundState", &Order::refundState),
                          optional("refundCents", &Order::refundCents)};
    }
};

struct Customer
{
    CustomerId id;
    QString name;
    CustomerLevel level = CustomerLevel::Normal;
    QString since;        //!< year-month, as the outside system gives it
    QString phoneMasked;  //!< never the whole number
    QStringList tags;
    int orders30d = 0;
    qint64 spend30dCents = 0;
    int refunds = 0;
    QString note;
    QList<Order> orders;  //!< newest first, at most 20
    Instant fetchedAt = {};  //!< when the outside system last said so; unset: it was never asked
    SystemProblem problem = SystemProblem::None;  //!< why asking anew gave nothing since then

    bool operator==(const Customer &) const = default;
    static constexpr auto fields()
    {
        return FieldList{
            required("id", &Customer::id), required("name", &Customer::name),
            optional("level", &Customer::level), optional("since", &Customer::since),
            optional("phoneMasked", &Customer::phoneMasked), optional("tags", &Customer::tags),
            optional("orders30d", &Customer::orders30d),
            optional("spend30dCents", &Customer::spend30dCents),
            optional("refunds", &Customer::refunds), optional("note", &Customer::note),
            optional("orders", &Customer::orders), optional("fetchedAt", &Customer::fetchedAt),
            optional("problem", &Customer::problem)};
    }
};

/** A case in the outside system. */
struct Ticket
{
    TicketId id;
    CustomerId customer;
    QString title;      //!< untrusted, as everything here
    QString state;      //!< in the system's words
    bool closed = false;
    QString url;        //!< https, or http on the backend's machine; empty when there is none
    Instant updatedAt;

    bool operator==(const Ticket &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Ticket::id), required("customer", &Ticket::customer),
                          required("title", &Ticket::title), optional("state", &Ticket::state),
                          optional("closed", &Ticket::closed), optional("url", &Ticket::url),
                          optional("updatedAt", &Ticket::updatedAt)};
    }
};

struct Member
{
    MemberId id;
    QString name;  //!< nickname in this group; untrusted
    MemberRole role = MemberRole::Customer;
    CustomerId customer;
    UserId user;   //!< the colleague behind a staff member, when known
    Instant askedAt = {};  //!< when the outside system was asked who this is and gave nobody
    SystemProblem problem = SystemProblem::None;  //!< why; None: it does not know them

    bool operator==(const Member &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Member::id), required("name", &Member::name),
                          optional("role", &Member::role), optional("customer", &Member::customer),
                          optional("user", &Member::user), optional("askedAt", &Member::askedAt),
                          optional("problem", &Member::problem)};
    }
};

struct Group
{
    GroupId id;
    QString name;
    QString channel;  //!< connector that reaches it
    GroupKind kind = GroupKind::External;
    BotMode mode = BotMode::Auto;
    int memberCount = 0;
    QStringList tags;

    bool operator==(const Group &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Group::id), required("name", &Group::name),
                          required("channel", &Group::channel), optional("kind", &Group::kind),
                          optional("mode", &Group::mode),
                          optional("memberCount", &Group::memberCount),
                          optional("tags", &Group::tags)};
    }
};

/** Words, a code or a pattern that lead to an entry whatever else is said, before any score. */
struct EntryRule
{
    RuleKind kind = RuleKind::Contains;
    QString text;  //!< Regex: bounded as wordpattern.h says; letter case, width and script never count

    static constexpr qsizetype longest = 128;  //!< of text, UTF-16 units
    static constexpr qsizetype most = 20;      //!< of one entry

    bool operator==(const EntryRule &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("kind", &EntryRule::kind), required("text", &EntryRule::text)};
    }
};

/** Something an answer needs to be told first; {{name}} in the answer stands for it. */
struct Slot
{
    QString name;         //!< 1–20 characters without braces, once per entry
    QString ask;          //!< how the bot asks for it; empty: in its own words, by kind
    SlotKind kind = SlotKind::Text;
    QStringList choices;  //!< with choice: what can be told; with product: what it can be about,
                          //!< beside the things in the entry's tags and the customer's orders

    static constexpr qsizetype longestName = 20;
    static constexpr qsizetype longestAsk = 200;
    static constexpr qsizetype longestChoice = 40;
    static constexpr qsizetype mostChoices = 12;
    static constexpr qsizetype longestValue = 80;  //!< of what is told

    bool operator==(const Slot &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("name", &Slot::name), optional("ask", &Slot::ask),
                          optional("kind", &Slot::kind), optional("choices", &Slot::choices)};
    }
};

/** A knowledge entry. version rises by one with every change. */
struct Entry
{
    EntryId id;
    int version = 0;
    EntryState state = EntryState::Live;
    QString category;
    QString question;
    QStringList similar;
    QString answer;   //!< template; {{variables}} are filled when an answer is composed
    Risk risk = Risk::Low;
    QStringList tags;
    UserId changedBy;
    Instant changedAt;
    QList<EntryRule> rules = {};
    QList<Slot> slots_ = {};  //!< asked for in this order, at most slotLimit
    QStringList steps = {};   //!< what an agent does about it, in order; at most stepLimit
    LookupKind act = LookupKind::None;  //!< looked up anew before each answer
    QString fallback = {};    //!< with act: said when that gives nothing; empty: a person is asked for

    static constexpr qsizetype slotLimit = 6;
    static constexpr qsizetype stepLimit = 12;
    static constexpr qsizetype longestStep = 120;
    static constexpr qsizetype longestFallback = 500;

    bool operator==(const Entry &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Entry::id), required("version", &Entry::version),
                          optional("state", &Entry::state), optional("category", &Entry::category),
                          required("question", &Entry::question),
                          optional("similar", &Entry::similar), required("answer", &Entry::answer),
                          optional("risk", &Entry::risk), optional("tags", &Entry::tags),
                          optional("changedBy", &Entry::changedBy),
                          optional("changedAt", &Entry::changedAt),
                          optional("rules", &Entry::rules),
                          optional("slots", &Entry::slots_), optional("steps", &Entry::steps),
                          optional("act", &Entry::act), optional("fallback", &Entry::fallback)};
    }
};

struct User
{
    UserId id;
    QString name;
    Role role = Role::Agent;
    QStringList teams;
    QList<GroupId> groups;   //!< the groups this person may see; empty means all
    bool disabled = false;
    QStringList skills = {};  //!< categories of questions this person is best at
    int capacity = 0;        //!< topics at once; 0: as the policy says

    bool operator==(const User &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &User::id), required("name", &User::name),
                          required("role", &User::role), optional("teams", &User::teams),
                          optional("groups", &User::groups), optional("disabled", &User::disabled),
                          optional("skills", &User::skills),
                          optional("capacity", &User::capacity)};
    }
};

/** One agent at work, as colleagues see it. */
struct Presence
{
    UserId user;
    QString name;
    AgentStatus status = AgentStatus::Offline;
    TopicId viewing;
    bool editing = false;
    QString reason = {};   //!< why away, in the person's words
    Instant until = {};    //!< when they mean to be back; unset: they did not say

    bool operator==(const Presence &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("user", &Presence::user), required("name", &Presence::name),
                          required("status", &Presence::status),
                          optional("viewing", &Presence::viewing),
                          optional("editing", &Presence::editing),
                          optional("reason", &Presence::reason),
                          optional("until", &Presence::until)};
    }
};

/** A connection to a platform, or to the system that knows the customers. */
struct Connector
{
    QString id;       //!< the channel's name in ids of groups and members
    QString kind;     //!< "wecom", "onebot11", "replay"; "crm" is no platform
    QString account;  //!< as the platform shows it
    ConnectorState state = ConnectorState::Connecting;
    QString detail;   //!< what is wrong and what to do; empty when all is well
    Instant since = {};  //!< crm: when it was found to be down
    SystemProblem problem = SystemProblem::None;  //!< crm: why it is down

    static constexpr std::string_view crm = "crm";  //!< id and kind of that system

    bool operator==(const Connector &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &Connector::id), required("kind", &Connector::kind),
                          optional("account", &Connector::account),
                          required("state", &Connector::state),
                          optional("detail", &Connector::detail),
                          optional("since", &Connector::since),
                          optional("problem", &Connector::problem)};
    }
};

} // namespace quntai
