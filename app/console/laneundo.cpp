// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/laneundo.h"

namespace quntai {

LaneUndo::LaneUndo(Session &session, DeskCommands &commands, QObject *parent)
    : QObject(parent), m_session(session), m_commands(commands)
{
    connect(&commands, &DeskCommands::refused, this, [this](const CommandData &command) {
        const bool ours = std::holds_alternative<RelinkMessages>(command)
            || std::holds_alternative<SplitTopic>(command)
            || std::holds_alternative<MergeTopics>(command)
            || std::holds_alternative<ResolveTopic>(command);
        if (ours)
            forget();
    });
}

QString LaneUndo::letterOf(const TopicId &topic) const
{
    return laneLetter(m_session.state().topics.value(topic).lane);
}

TopicId LaneUndo::topicOfMessage(const Step &step) const
{
    const auto message = findMessage(m_session.state(), step.group, step.message);
    return message ? message->topic : TopicId{};
}

void LaneUndo::note(Step step, const QString &what)
{
    step.at = m_session.now();
    m_last = std::move(step);
    Q_EMIT done(what);
}

void LaneUndo::move(const GroupId &group, const MessageId &message, const TopicId &into)
{
    Step step{Kind::Move, group, message, {}, into, {}};
    step.from = topicOfMessage(step);
    if (step.from == into)
        return m_commands.relink(into, message); // a doubt was settled
    m_commands.relink(into, message);
    note(step, tr("Moved to topic %1").arg(letterOf(into)));
}

void LaneUndo::split(const GroupId &group, const MessageId &message)
{
    Step step{Kind::Split, group, message, {}, {}, {}};
    step.from = topicOfMessage(step);
    if (step.from.isEmpty())
        return;
    m_commands.split(step.from, message);
    note(step, tr("Split off topic %1").arg(letterOf(step.from)));
}

void LaneUndo::merge(const TopicId &topic, const TopicId &into)
{
    m_commands.merge(topic, into);
    note({Kind::Merge, {}, {}, topic, into, {}},
         tr("Topic %1 goes on in topic %2").arg(letterOf(topic), letterOf(into)));
}

void LaneUndo::resolve(const TopicId &topic)
{
    m_commands.resolve(topic);
    note({Kind::Resolve, {}, {}, topic, {}, {}}, tr("Topic %1 is resolved").arg(letterOf(topic)));
}

/** Where it came from may be gone with its last message, or be no topic at all. */
bool LaneUndo::undoMove(const Step &step)
{
    const auto from = m_session.state().topics.value(step.from);
    if (topicOfMessage(step) != step.into)
        return false;
    if (step.from.isEmpty())
        m_commands.unlink(step.into, step.message);
    else if (from.state == TopicState::Merged)
        m_commands.unmerge(step.from);
    else
        m_commands.relink(step.from, step.message);
    return true;
}

bool LaneUndo::undoSplit(const Step &step)
{
    const auto now = topicOfMessage(step);
    if (now.isEmpty() || now == step.from)
        return false;
    m_commands.merge(now, step.from);
    return true;
}

bool LaneUndo::undo()
{
    if (!m_last)
        return false;
    const auto step = *std::exchange(m_last, std::nullopt);
    bool could = true;
    switch (step.kind) {
    case Kind::Move:
        could = undoMove(step);
        break;
    case Kind::Split:
        could = undoSplit(step);
        break;
    case Kind::Merge:
        m_commands.unmerge(step.from);
        break;
    case Kind::Resolve:
        m_commands.reopen(step.from);
        break;
    }
    Q_EMIT undone(could ? tr("Undone") : tr("This cannot be undone any more"));
    return could;
}

void LaneUndo::forget()
{
    m_last.reset();
    Q_EMIT forgotten();
}

} // namespace quntai
