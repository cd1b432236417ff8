// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

namespace quntai {

/** How far the bot may act in a group. */
enum class BotMode { Auto, Review, Silent };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<BotMode>{"auto", "review", "silent"};

enum class GroupKind { External, Internal };
template <>
inline constexpr std::array<std::string_view, 2> enumWords<GroupKind>{"external", "internal"};

enum class MemberRole { Customer, GroupAdmin, Staff, Bot };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<MemberRole>{
    "customer", "groupAdmin", "staff", "bot"};

/** Who wrote a message: a member of the group, our bot, or an agent at a console. */
enum class AuthorKind { Member, Bot, Agent };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<AuthorKind>{"member", "bot", "agent"};

enum class MessageKind { Text, Image, Voice, Video, File, Mixed, Other };
template <>
inline constexpr std::array<std::string_view, 7> enumWords<MessageKind>{
    "text", "image", "voice", "video", "file", "mixed", "other"};

/** What became of a message we send. Unknown is never resent by itself. */
enum class Delivery { Received, Queued, Sending, Sent, Failed, Unknown, Recalled };
template <>
inline constexpr std::array<std::string_view, 7> enumWords<Delivery>{
    "received", "queued", "sending", "sent", "failed", "unknown", "recalled"};

/** DESIGN: topic states. */
enum class TopicState {
    New,
    Bot,
    WaitingCustomer,
    Review,
    Escalated,
    Offered,
    Leased,
    Resolved,
    AnsweredByPeer,
    Merged,
};
template <>
inline constexpr std::array<std::string_view, 10> enumWords<TopicState>{
    "new", "bot", "waiting_customer", "review", "escalated", "offered", "leased", "resolved",
    "answered_by_peer", "merged"};

/** Why a message belongs to its topic. */
enum class LinkRule { New, Quote, Mention, SameAsker, Similar, Answer, Human };
template <>
inline constexpr std::array<std::string_view, 7> enumWords<LinkRule>{
    "new", "quote", "mention", "same_asker", "similar", "answer", "human"};

/** Whom a message is for. */
enum class Addressee { Bot, Staff, Member, Nobody };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<Addressee>{
    "bot", "staff", "member", "nobody"};

/** What the bot does about a message. Fold: it is chatter and is folded away with a reason. */
enum class Action {
    Answer,
    Clarify,
    Review,
    Escalate,
    Silent,
    Fold,
    Act,  //!< looks up in an outside system what the answer needs, and decides again
};
template <>
inline constexpr std::array<std::string_view, 7> enumWords<Action>{
    "answer", "clarify", "review", "escalate", "silent", "fold", "act"};

/** Why a person is needed; also why a rule asks for a look. */
enum class Reason {
    Emotion,
    HumanRequest,
    Repeats,
    LowConfidence,
    OutOfScope,
    HighRisk,
    Vip,
    Waiting,
    ReviewMode,
    SensitiveWord,
    SendFailed,
    Agent,
    Privacy,   //!< personal data in a text for a group
    Rejected,  //!< a reviewer said no to the bot's draft
    Trend,          //!< the mood of the topic gets worse
    Complexity,     //!< many turns, several matters in one message
    CustomerValue,  //!< what the customer spent lately
    Keyword,        //!< one of the policy's watched words
    Purchase,       //!< somebody wants to buy
    LargeOrder,     //!< and wants a lot
    Category,       //!< the policy leaves this category to people
    Contradiction,  //!< what somebody answered is not what the live entry says
    Unsolved,       //!< a customer says that the answer did not help
    Promise,        //!< what we promised is overdue
    Lookup,         //!< what the answer needs could not be looked up
};
template <>
inline constexpr std::array<std::string_view, 25> enumWords<Reason>{
    "emotion", "human_request", "repeats", "low_confidence", "out_of_scope", "high_risk", "vip",
    "waiting", "review_mode", "sensitive_word", "send_failed", "agent", "privacy", "rejected",
    "trend", "complexity", "customer_value", "keyword", "purchase", "large_order", "category",
    "contradiction",
    "unsolved", "promise", "lookup"};

/** What the bot may do about questions of a category. */
enum class CategoryMode { Answer, Review, Escalate, Silent };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<CategoryMode>{
    "answer", "review", "escalate", "silent"};

/** What a word that should not be in a text does to it. */
enum class WordAction { Block, Warn };
template <>
inline constexpr std::array<std::string_view, 2> enumWords<WordAction>{"block", "warn"};

/** How the bot's answers sound. Plain: as they are written. */
enum class ToneStyle { Plain, Formal, Friendly, Brief };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<ToneStyle>{
    "plain", "formal", "friendly", "brief"};

/** What became of a draft. Withdrawn: overtaken by what happened, nobody decided on it. Proposed:
 * changed, and a second person decides on the new text. */
enum class DraftEnd { Withdrawn, Approved, Edited, Rejected, Proposed };
template <>
inline constexpr std::array<std::string_view, 5> enumWords<DraftEnd>{
    "withdrawn", "approved", "edited", "rejected", "proposed"};

/** Why a lease ended. */
enum class LeaseEnd {
    Released,
    HandedBack,
    Transferred,
    Expired,
    Idle,
    Resolved,
    Forced,
    Untouched,  //!< nobody acted within the time to the first touch
    Snoozed,  //!< its holder put it off
};
template <>
inline constexpr std::array<std::string_view, 9> enumWords<LeaseEnd>{
    "released", "handed_back", "transferred", "expired", "idle", "resolved", "forced", "untouched",
    "snoozed"};

enum class EntryState { Draft, Review, Scheduled, Live, Expired, Retired };
template <>
inline constexpr std::array<std::string_view, 6> enumWords<EntryState>{
    "draft", "review", "scheduled", "live", "expired", "retired"};

enum class EntryChange { Put, Corrected, Published, Retired, Restored, Imported, Undone };
template <>
inline constexpr std::array<std::string_view, 7> enumWords<EntryChange>{
    "put", "corrected", "published", "retired", "restored", "imported", "undone"};

/** How a rule of an entry is compared with what a customer says. */
enum class RuleKind { Exact, Contains, Regex };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<RuleKind>{
    "exact", "contains", "regex"};

enum class Risk { Low, High };
template <>
inline constexpr std::array<std::string_view, 2> enumWords<Risk>{"low", "high"};

/** What a slot of an entry takes: an order number, a mobile number, a day, one of the things the
 * entry is about, one of its choices, or any short text. */
enum class SlotKind { Order, Phone, Date, Product, Choice, Text };
template <>
inline constexpr std::array<std::string_view, 6> enumWords<SlotKind>{
    "order", "phone", "date", "product", "choice", "text"};

/** What the bot looks up in the customers' system before it answers with an entry: the asker's order
 * or newest open case. */
enum class LookupKind { None, Order, Ticket };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<LookupKind>{"none", "order", "ticket"};

/** What became of such a lookup. */
enum class LookupOutcome {
    Pending,
    Found,
    NotFound,  //!< the system does not know the asker, or nothing of theirs that was asked for
    Down,      //!< it gave nothing usable
};
template <>
inline constexpr std::array<std::string_view, 4> enumWords<LookupOutcome>{
    "pending", "found", "not_found", "down"};

enum class CustomerLevel { Normal, Vip, Svip };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<CustomerLevel>{"normal", "vip", "svip"};

enum class Role { Agent, Supervisor, Editor, Admin };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<Role>{
    "agent", "supervisor", "editor", "admin"};

/** An agent's readiness; Offline means no console is connected. */
enum class AgentStatus { Offline, Online, Away };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<AgentStatus>{
    "offline", "online", "away"};

enum class ConnectorState { Connecting, Connected, Down, Replaced };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<ConnectorState>{
    "connecting", "connected", "down", "replaced"};

/** Why an outside system gave nothing usable. */
enum class SystemProblem {
    None,
    Unreachable,  //!< no connection, or none that can be trusted
    TimedOut,
    Refused,      //!< our access was refused: 401, 403
    Busy,         //!< it asked for fewer questions: 429
    Failed,       //!< 5xx, or another status that is no answer
    Redirected,   //!< elsewhere, where we do not follow
    Unreadable,   //!< an answer, but not as the mapping says
    TooLarge,
};
template <>
inline constexpr std::array<std::string_view, 9> enumWords<SystemProblem>{
    "none", "unreachable", "timed_out", "refused", "busy", "failed", "redirected", "unreadable",
    "too_large"};

/** What a service level promises. */
enum class SlaTarget { FirstResponse, NextResponse, Resolution };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<SlaTarget>{
    "first_response", "next_response", "resolution"};

/** How a target stands; what is kept or no longer asked for has none. */
enum class SlaState { Running, Warned, Breached };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<SlaState>{
    "running", "warned", "breached"};

/** What makes a flow speak. */
enum class FlowTrigger { Joined, Schedule, Keyword, Event };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<FlowTrigger>{
    "joined", "schedule", "keyword", "event"};

/** What may happen that a flow with the trigger "event" answers to. */
enum class FlowMoment {
    TopicResolved,
    Escalated,  //!< a person is asked for
    Purchase,   //!< somebody wants to buy
};
template <>
inline constexpr std::array<std::string_view, 3> enumWords<FlowMoment>{
    "topic_resolved", "escalated", "purchase"};

/** How often one member gets the text of a flow. */
enum class FlowRepeat { Once, Daily, Always };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<FlowRepeat>{"once", "daily", "always"};

/** Why a flow said nothing at its moment. */
enum class FlowSkip {
    None,
    Quiet,    //!< the group's quiet hours
    Budget,   //!< the notice share of the send budget is used up
    Stopped,  //!< the stop switch
    Mode,     //!< in this group the bot sends nothing unseen
    Away,     //!< the platform is not connected
    Text,     //!< a variable nobody could fill, or words that may not go to a group
    Late,     //!< the backend was away at its moment
    Nobody,   //!< who came had it before, is not meant by it, or has left again
};
template <>
inline constexpr std::array<std::string_view, 9> enumWords<FlowSkip>{
    "none", "quiet", "budget", "stopped", "mode", "away", "text", "late", "nobody"};

/** What a timer of the ledger is for; its firing is an event, so that decide needs no clock. */
enum class TimerKind {
    LeaseExpiry,
    LeaseIdle,
    OfferExpiry,
    AnswerDue,
    BudgetReady,
    AlertCalm,
    SnoozeEnd,
    TouchDue,
    SlaWarn,
    SlaBreach,
    SolvedDue,   //!< the bot may ask whether it is settled
    PromiseDue,  //!< a promise has its time
    FlowDue,  //!< a flow has its moment in a group
};
template <>
inline constexpr std::array<std::string_view, 13> enumWords<TimerKind>{
    "lease_expiry", "lease_idle", "offer_expiry", "answer_due", "budget_ready", "alert_calm", "snooze_end",
    "touch_due", "sla_warn", "sla_breach", "solved_due",
    "promise_due", "flow_due"};

/** The wire word of a value; empty for a value outside the enumeration. */
template <class Enum>
constexpr std::string_view wordOf(Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < enumWords<Enum>.size() ? enumWords<Enum>[index] : std::string_view{};
}

} // namespace quntai
