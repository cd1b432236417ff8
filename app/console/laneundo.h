// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/deskcommands.h"

#include <optional>

namespace quntai {

/** Moves messages between topics, splits and merges topics, and takes the last of these back: by a
 * command of its own that undoes it, never by rewriting what was. What it is told is what a person
 * did; how that is undone is decided when they ask, from what is so then. */
class LaneUndo : public QObject
{
    Q_OBJECT
public:
    LaneUndo(Session &session, DeskCommands &commands, QObject *parent = nullptr);

    void move(const GroupId &group, const MessageId &message, const TopicId &into);
    void split(const GroupId &group, const MessageId &message);
    void merge(const TopicId &topic, const TopicId &into);
    void resolve(const TopicId &topic);

    /** Something was done here that can still be taken back. */
    bool canUndo() const { return m_last.has_value(); }
    /** When it was done; unset when there is nothing. */
    Instant doneAt() const { return m_last ? m_last->at : Instant{}; }
    /** False when there is nothing to take back, or it cannot be any more. */
    bool undo();
    void forget();

Q_SIGNALS:
    /** What was done, for the bar that offers to undo it. */
    void done(const QString &what);
    void undone(const QString &what);
    void forgotten();

private:
    enum class Kind { Move, Split, Merge, Resolve };
    struct Step
    {
        Kind kind = Kind::Move;
        GroupId group;
        MessageId message;
        TopicId from;   //!< Move: empty for chatter
        TopicId into;
        Instant at;
    };

    void note(Step step, const QString &what);
    bool undoMove(const Step &step);
    bool undoSplit(const Step &step);
    QString letterOf(const TopicId &topic) const;
    TopicId topicOfMessage(const Step &step) const;

    Session &m_session;
    DeskCommands &m_commands;
    std::optional<Step> m_last;
};

} // namespace quntai
