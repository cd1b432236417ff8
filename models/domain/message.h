// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/boxed.h"
#include "models/domain/rare.h"
#include "models/domain/values.h"

#include <memory>
#include <optional>

namespace quntai {

/** A message as the fold of all events about it. Values are shared and never changed in place. */
struct Message
{
    MessageId id;
    qint64 seq = 0;               //!< of the event that brought it; the order of the timeline
    Instant at;
    GroupId group;
    TopicId topic;                //!< empty: not linked (chatter, or linking to come)
    Author author;
    QString text;                 //!< untrusted when the author is a member
    QList<MemberId> mentions;
    QList<Attachment> attachments;
    QString platformId;
    Rare<MessageId> quote;
    Rare<QString> quoteText;
    Rare<QString> replyHandle;
    Rare<QString> problem;        //!< why delivery failed or is unknown
    Instant notBefore;            //!< queued: when the send budget lets it out
    Rare<EntryId> entry;
    Rare<MessageId> answers;
    Rare<CommandId> command;
    Rare<MessageId> retriedBy;    //!< the message that sends this failed or unknown one again
    Rare<QList<MessageId>> alsoAnswers;  //!< questions of others that the text answers as well
    Rare<QStringList> warnings;   //!< of ours: names of word sets that warn of the text
    Rare<FlowId> flow;            //!< of ours: the flow that says it
    Rare<TopicId> second;
    Rare<MemberId> privateTo;     //!< of ours: this member alone gets it, not the group
    Rare<UserId> whisperTo;       //!< with internal: only this agent and supervisors see it
    Boxed<Verdict> verdict;
    MessageKind kind = MessageKind::Text;
    Delivery delivery = Delivery::Received;
    LinkRule link = LinkRule::New;
    int linkConfidence = 0;       //!< permille; 0 while not linked
    int secondConfidence = 0;
    int entryVersion = 0;
    bool mentionsBot = false;
    bool ai = false;
    bool folded = false;          //!< chatter
    bool internal = false;        //!< a note: never leaves the company

    bool operator==(const Message &) const = default;
    static constexpr auto fields()
    {
        using M = Message;
        return FieldList{
            required("id", &M::id), required("seq", &M::seq), required("at", &M::at),
            required("group", &M::group), optional("topic", &M::topic),
            required("author", &M::author), optional("kind", &M::kind), optional("text", &M::text),
            optional("mentions", &M::mentions), optional("mentionsBot", &M::mentionsBot),
            optional("quote", &M::quote), optional("quoteText", &M::quoteText),
            optional("attachments", &M::attachments), optional("platformId", &M::platformId),
            optional("replyHandle", &M::replyHandle), optional("delivery", &M::delivery),
            optional("problem", &M::problem), optional("notBefore", &M::notBefore),
            optional("ai", &M::ai), optional("entry", &M::entry),
            optional("entryVersion", &M::entryVersion), optional("answers", &M::answers),
            optional("alsoAnswers", &M::alsoAnswers),
            optional("command", &M::command), optional("retriedBy", &M::retriedBy),
            optional("warnings", &M::warnings), optional("privateTo", &M::privateTo), optional("flow", &M::flow), optional("link", &M::link),
            optional("linkConfidence", &M::linkConfidence), optional("second", &M::second),
            optional("secondConfidence", &M::secondConfidence), optional("folded", &M::folded),
            optional("internal", &M::internal), optional("whisperTo", &M::whisperTo),
            optional("verdict", &M::verdict)};
    }
};

using MessagePtr = std::shared_ptr<const Message>;

/** True for what a customer or another member of the group wrote. */
inline bool isFromMember(const Message &message)
{
    return message.author.kind == AuthorKind::Member;
}

} // namespace quntai
