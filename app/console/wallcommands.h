// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

namespace quntai {

/** What a supervisor does from the wall, as commands of the session.
 *
 * Taking a topic from a colleague is two steps of the backend: it is assigned to this person, who
 * then accepts. Every answer that is a refusal arrives as refused().
 */
class WallCommands : public QObject
{
    Q_OBJECT
public:
    explicit WallCommands(Session &session, QObject *parent = nullptr);

    /** taken() says when the topic is this person's. */
    void takeOver(const TopicId &topic);
    void assign(const TopicId &topic, const UserId &to, const QString &note,
                std::function<void(Result<>)> kept);
    void whisper(const TopicId &topic, const QString &text, std::function<void(Result<>)> kept);
    void force(const TopicId &topic, TopicState state, const QString &why,
               std::function<void(Result<>)> kept);
    void setMode(const GroupId &group, BotMode mode);

Q_SIGNALS:
    void taken(const quntai::TopicId &topic);
    void refused(const quntai::CommandData &command, const quntai::Error &error);

private:
    const Topic *find(const TopicId &topic) const;
    void submit(const CommandData &command, std::function<void(Result<>)> kept = {});
    void settle(const CommandId &command, const Result<qint64> &result);
    void follow();
    void forget(const TopicId &topic);

    Session &m_session;
    QHash<CommandId, CommandData> m_pending;
    QSet<TopicId> m_assigned;   //!< to me, from a colleague; not accepted yet
    QSet<TopicId> m_claimed;    //!< not mine yet
};

} // namespace quntai
