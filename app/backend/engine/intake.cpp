// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/intake.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nameLimit = 120;
constexpr qsizetype textLimit = 5400;  // UTF-16 units: at most 16 KiB of UTF-8
constexpr int mentionLimit = 50;
constexpr int attachmentLimit = 20;

QString bounded(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    auto cut = limit - 1;
    if (text.at(cut - 1).isHighSurrogate())
        --cut;
    return text.first(cut) + u'…';
}

/** Opens a group we did not know, or takes over its new name. */
void learnGroup(Round &round, const GroupId &id, const QString &channel, const QString &chat,
                const QString &name)
{
    const auto known = round.state().groups.constFind(id);
    Group group;
    if (known != round.state().groups.cend() && !known->info.channel.isEmpty()) {
        group = known->info;
        if (name.isEmpty() || group.name == bounded(name, nameLimit))
            return;
    }
    group.id = id;
    group.channel = channel;
    group.name = bounded(name.isEmpty() ? chat : name, nameLimit);
    round.recordAndDecide({id, {}, GroupChanged{group}});
}

Member memberFrom(const QString &channel, const InboundMember &member, const Member &known)
{
    auto now = known;
    now.id = memberIdOf(channel, member.id);
    if (!member.name.isEmpty())
        now.name = bounded(member.name, nameLimit);
    if (now.name.isEmpty())
        now.name = member.id;
    if (member.role != MemberRole::Customer)
        now.role = member.role;
    if (!member.customer.isEmpty())
        now.customer = member.customer;
    if (!member.user.isEmpty())
        now.user = member.user;
    return now;
}

Member learnMember(Round &round, const GroupId &group, const QString &channel,
                   const InboundMember &member, bool joined)
{
    const auto id = memberIdOf(channel, member.id);
    const auto members = round.state().groups.value(group).members;
    const bool isKnown = members.contains(id);
    const auto now = memberFrom(channel, member, members.value(id));
    if (!isKnown || !(now == members.value(id)))
        round.recordAndDecide({group, {}, MemberChanged{now, false, joined && !isKnown}});
    return now;
}

MessageId messageByPlatformId(const GroupState &group, const QString &platformId)
{
    if (platformId.isEmpty())
        return {};
    for (auto at = group.recent.crbegin(); at != group.recent.crend(); ++at) {
        if ((*at)->platformId == platformId)
            return (*at)->id;
    }
    for (auto at = group.traces.crbegin(); at != group.traces.crend(); ++at) {
        if (at->platformId == platformId)
            return at->id;
    }
    return {};
}

/** Staff who type on a phone speak as the colleague they are. */
Author authorOf(const Member &member)
{
    if (member.user.isEmpty())
        return {AuthorKind::Member, member.id.value, member.name};
    return {AuthorKind::Agent, member.user.value, member.name};
}

QList<Attachment> boundedAttachments(const QList<Attachment> &attachments)
{
    auto kept = attachments.first(std::min<qsizetype>(attachments.size(), attachmentLimit));
    for (auto &attachment : kept) {
        attachment.name = bounded(attachment.name, nameLimit);
        attachment.text = bounded(attachment.text, textLimit);
    }
    return kept;
}

} // namespace

GroupId groupIdOf(const QString &channel, const QString &chat)
{
    return {channel + u'/' + chat};
}

MemberId memberIdOf(const QString &channel, const QString &member)
{
    return {channel + u'/' + member};
}

QString platformIdOf(const QString &id)
{
    return id.section(u'/', 1);
}

Result<bool> takeIn(Round &round, const Ledger &ledger, const MessageWork &work)
{
    const auto &in = work.message;
    const QPair key(work.channel, in.platformId);
    const auto seen = ledger.wasTakenIn({work.channel, in.platformId});
    if (!seen)
        return std::unexpected(seen.error());
    if (*seen || round.takenIn.contains(key))
        return false;

    const auto group = groupIdOf(work.channel, in.chat);
    learnGroup(round, group, work.channel, in.chat, in.chatName);
    const auto member = learnMember(round, group, work.channel, in.sender, false);

    MessageReceived message;
    message.message = round.mint().message();
    message.platformId = in.platformId;
    message.author = authorOf(member);
    message.kind = in.kind;
    message.text = bounded(in.text, textLimit);
    for (const auto &mention : in.mentions.first(std::min<qsizetype>(in.mentions.size(), mentionLimit)))
        message.mentions.append(memberIdOf(work.channel, mention));
    message.mentionsBot = in.mentionsBot || in.single;
    message.quote = messageByPlatformId(round.state().groups.value(group), in.quotePlatformId);
    message.quoteText = bounded(in.quoteText, 500);
    message.attachments = boundedAttachments(in.attachments);
    message.replyHandle = in.replyHandle;

    round.takenIn.insert(key);
    round.batch.inbound.append({work.channel, in.platformId});
    round.recordAndDecide({group, {}, message});
    return true;
}

void takeIn(Round &round, const GroupWork &work)
{
    const auto &in = work.group;
    const auto id = groupIdOf(work.channel, in.chat);
    const auto known = round.state().groups.value(id).info;
    Group group = known;
    group.id = id;
    group.channel = work.channel;
    group.kind = in.kind;
    if (!in.name.isEmpty() || group.name.isEmpty())
        group.name = bounded(in.name.isEmpty() ? in.chat : in.name, nameLimit);
    if (in.memberCount > 0)
        group.memberCount = in.memberCount;
    if (!in.tags.isEmpty())
        group.tags = in.tags;
    if (!(group == known))
        round.recordAndDecide({id, {}, GroupChanged{group}});
    for (const auto &member : in.members)
        learnMember(round, id, work.channel, member, false);
    for (const auto &member : in.joined)
        learnMember(round, id, work.channel, member, true);
    for (const auto &left : in.left) {
        const auto member = round.state().groups.value(id).members.value(memberIdOf(work.channel, left));
        if (!member.id.isEmpty())
            round.recordAndDecide({id, {}, MemberChanged{member, true, false}});
    }
}

void takeIn(Round &round, const RecallWork &work)
{
    const auto id = groupIdOf(work.channel, work.recall.chat);
    const auto group = round.state().groups.constFind(id);
    if (group == round.state().groups.cend())
        return;
    const auto message = messageByPlatformId(*group, work.recall.platformId);
    const auto known = findMessage(round.state(), id, message);
    if (known && known->delivery != Delivery::Recalled)
        round.recordAndDecide({id, known->topic, MessageRecalled{message, {}}});
}

void takeIn(Round &round, const MediaWork &work)
{
    const auto id = groupIdOf(work.channel, work.media.chat);
    const auto group = round.state().groups.constFind(id);
    if (group == round.state().groups.cend())
        return;
    const auto message = messageByPlatformId(*group, work.media.platformId);
    if (message.isEmpty())
        return;
    const auto attachment = boundedAttachments({work.media.attachment}).constFirst();
    const auto known = findMessage(round.state(), id, message);
    const auto old = known ? known->attachments.value(work.media.index) : Attachment{};
    // A second delivery whose address has expired takes nothing away.
    if (attachment == old || (!old.sha256.isEmpty() && attachment.sha256.isEmpty()))
        return;
    round.recordAndDecide({id, known ? known->topic : TopicId{},
                           MessageAttached{message, work.media.index, attachment}});
}

void giveUpMedia(Round &round)
{
    QList<NewEvent> lost;
    for (const auto &[id, group] : round.state().groups.asKeyValueRange()) {
        for (const auto &message : group.recent) {
            for (int i = 0; i < message->attachments.size(); ++i) {
                auto attachment = message->attachments.at(i);
                if (!attachment.sha256.isEmpty() || !attachment.problem.isEmpty()
                    || attachment.kind == MessageKind::Voice)
                    continue;
                attachment.problem = u"the service was restarted before it came"_s;
                lost.append({id, message->topic, MessageAttached{message->id, i, attachment}});
            }
        }
    }
    // A table of groups has no order of its own; within a group theirs is that of the messages.
    std::ranges::stable_sort(lost, {}, [](const NewEvent &event) { return event.group.value; });
    for (const auto &event : lost)
        round.record(event);
}

} // namespace quntai
