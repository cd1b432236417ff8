// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pagecommands.h"

#include <algorithm>

namespace quntai {

PageCommands::PageCommands(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::commandSettled, this, &PageCommands::settle);
}

bool PageCommands::isPending(const TopicId &topic) const
{
    return std::ranges::any_of(
        m_pending, [&](const CommandData &data) { return topicOf(data) == topic; });
}

void PageCommands::giveUp(const CommandData &command)
{
    for (const auto &item : m_session.outbox()) {
        if (item.command.data == command)
            m_session.discard(item.command.id);
    }
}

void PageCommands::submit(const CommandData &command, std::function<void(Result<>)> kept)
{
    auto told = [this, command, kept = std::move(kept)](const Result<> &result) {
        if (kept)
            kept(result);
        else if (!result)
            Q_EMIT refused(command, result.error());
    };
    m_pending.insert(m_session.submit(command, this, std::move(told)), command);
}

void PageCommands::settle(const CommandId &command, const Result<qint64> &result)
{
    const auto found = m_pending.constFind(command);
    if (found == m_pending.cend())
        return;
    const auto data = *found;
    m_pending.erase(found);
    if (result)
        return;
    Q_EMIT refused(data, result.error());
    // Told; without a text there is nothing to keep for a second try.
    if (textOf(data).isEmpty())
        m_session.discard(command);
}

} // namespace quntai
