// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskcommands.h"

namespace quntai {

qint64 DeskCommands::fenceOf(const TopicId &topic) const
{
    const auto found = session().state().topics.constFind(topic);
    return found != session().state().topics.cend() && found->lease ? found->lease->fence : 0;
}

void DeskCommands::takeOver(const TopicId &topic, qint64 basis)
{
    submit(ClaimTopic{topic, basis});
}

void DeskCommands::handBack(const TopicId &topic, const QString &summary)
{
    submit(HandBackTopic{topic, fenceOf(topic), summary});
}

void DeskCommands::transfer(const TopicId &topic, const UserId &to, const QString &note)
{
    submit(TransferTopic{topic, fenceOf(topic), to, note});
}

void DeskCommands::renew(const TopicId &topic)
{
    submit(RenewLease{topic, fenceOf(topic), true});
}

void DeskCommands::resolve(const TopicId &topic)
{
    submit(ResolveTopic{topic, fenceOf(topic)});
}

void DeskCommands::reopen(const TopicId &topic)
{
    submit(ReopenTopic{topic});
}

void DeskCommands::relink(const TopicId &topic, const MessageId &message)
{
    submit(RelinkMessages{topic, {message}});
}

void DeskCommands::split(const TopicId &topic, const MessageId &message)
{
    submit(SplitTopic{topic, message, {}});
}

void DeskCommands::merge(const TopicId &topic, const TopicId &into)
{
    submit(MergeTopics{topic, into});
}

void DeskCommands::unmerge(const TopicId &topic)
{
    submit(UnmergeTopic{topic});
}

void DeskCommands::unlink(const TopicId &topic, const MessageId &message)
{
    submit(UnlinkMessages{topic, {message}});
}

void DeskCommands::release(const TopicId &topic, const QString &note, const QString &skill)
{
    submit(ReleaseTopic{topic, fenceOf(topic), note, skill});
}

void DeskCommands::recall(const GroupId &group, const MessageId &message)
{
    submit(RecallMessage{message, group});
}

void DeskCommands::retry(const GroupId &group, const MessageId &message, bool markSent)
{
    submit(RetryMessage{message, group, markSent});
}

void DeskCommands::tick(const TopicId &topic, const EntryId &entry, const QString &step, bool done)
{
    submit(TickStep{topic, entry, step, done});
}

void DeskCommands::note(const TopicId &topic, const QString &text,
                        std::function<void(Result<>)> kept)
{
    submit(AddNote{topic, text}, std::move(kept));
}

void DeskCommands::send(SendMessage message, std::function<void(Result<>)> kept)
{
    message.lease = fenceOf(message.topic);
    submit(message, std::move(kept));
}

void DeskCommands::correct(const CorrectAnswer &correction, std::function<void(Result<>)> kept)
{
    submit(correction, std::move(kept));
}

void DeskCommands::judge(const JudgeSuggestions &judged)
{
    submit(judged);
}

void DeskCommands::look(const TopicId &topic, bool editing)
{
    if (session().link().state != LinkState::Live)
        return;
    const auto now = session().state().presence.value(session().me());
    const bool away = now.status == AgentStatus::Away;
    const SetStatus status{away ? now.status : AgentStatus::Online, topic, editing,
                           away ? now.reason : QString(), away ? now.until : Instant{}};
    if (std::exchange(m_told, status) != status || now.viewing != topic)
        submit(status);
}

} // namespace quntai
