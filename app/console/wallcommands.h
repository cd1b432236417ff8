// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"

namespace quntai {

/** What a supervisor does from the wall, as commands of the session.
 *
 * Taking a topic from a colleague is two steps of the backend: it is assigned to this person, who
 * then accepts. */
class WallCommands : public PageCommands
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

private:
    const Topic *find(const TopicId &topic) const;
    void follow();
    void forget(const TopicId &topic);

    QSet<TopicId> m_assigned;   //!< to me, from a colleague; not accepted yet
    QSet<TopicId> m_claimed;    //!< not mine yet
};

} // namespace quntai
