// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/wallcommands.h"

namespace quntai {

WallCommands::WallCommands(Session &session, QObject *parent) : PageCommands(session, parent)
{
    connect(this, &PageCommands::refused, this,
            [this](const CommandData &command) { forget(topicOf(command)); });
    connect(&session, &Session::changed, this, &WallCommands::follow);
    connect(&session, &Session::reset, this, &WallCommands::follow);
}

const Topic *WallCommands::find(const TopicId &topic) const
{
    const auto found = session().state().topics.constFind(topic);
    return found == session().state().topics.cend() ? nullptr : &*found;
}

void WallCommands::forget(const TopicId &topic)
{
    m_assigned.remove(topic);
    m_claimed.remove(topic);
}

/** Goes on with what waited for an earlier step to take effect. */
void WallCommands::follow()
{
    const auto assigned = m_assigned;
    for (const auto &id : assigned) {
        const auto *topic = find(id);
        if (topic && topic->offer && topic->offer->user == session().me()) {
            m_assigned.remove(id);
            m_claimed.insert(id);
            submit(ClaimTopic{id, topic->version});
        } else if (!topic || hasEnded(*topic)) {
            m_assigned.remove(id);
        }
    }
    const auto claimed = m_claimed;
    for (const auto &id : claimed) {
        const auto *topic = find(id);
        const bool mine = topic && topic->lease && topic->lease->user == session().me();
        if (!mine && topic)
            continue;
        m_claimed.remove(id);
        if (mine)
            Q_EMIT taken(id);
    }
}

void WallCommands::takeOver(const TopicId &id)
{
    const auto *topic = find(id);
    if (!topic || m_assigned.contains(id) || isPending(id))
        return;
    if (topic->lease && topic->lease->user == session().me()) {
        Q_EMIT taken(id);
        return;
    }
    if (topic->lease) {
        m_assigned.insert(id);
        submit(ReassignTopic{id, session().me(), tr("Taken over from the wall")});
        return;
    }
    m_claimed.insert(id);
    submit(ClaimTopic{id, topic->version});
}

void WallCommands::assign(const TopicId &topic, const UserId &to, const QString &note,
                          std::function<void(Result<>)> kept)
{
    submit(ReassignTopic{topic, to, note}, std::move(kept));
}

void WallCommands::whisper(const TopicId &topic, const QString &text,
                           std::function<void(Result<>)> kept)
{
    submit(Whisper{topic, text}, std::move(kept));
}

void WallCommands::force(const TopicId &topic, TopicState state, const QString &why,
                         std::function<void(Result<>)> kept)
{
    submit(ForceState{topic, state, why}, std::move(kept));
}

void WallCommands::setMode(const GroupId &group, BotMode mode)
{
    submit(PutGroup{group, mode});
}

} // namespace quntai
