// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pagecommands.h"

#include <algorithm>
#include <memory>

namespace quntai {

PageCommands::PageCommands(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::commandSettled, this, &PageCommands::settle);
}

bool PageCommands::isPending(const TopicId &topic) const
{
    return std::ranges::any_of(
        m_pending, [&](const Pending &one) { return topicOf(one.data) == topic; });
}

void PageCommands::giveUp(const CommandData &command)
{
    for (const auto &item : m_session.outbox()) {
        if (item.command.data == command)
            m_session.discard(item.command.id);
    }
}

void PageCommands::submit(const CommandData &command, std::function<void(Result<>)> kept,
                          std::function<void()> done)
{
    const auto id = std::make_shared<CommandId>();
    const auto isLost = std::make_shared<bool>(false);  // may be known before it has an id
    auto told = [this, command, id, isLost, kept = std::move(kept)](const Result<> &result) {
        if (!result) {
            *isLost = true;
            m_pending.remove(*id);
        }
        if (kept)
            kept(result);
        else if (!result)
            Q_EMIT refused(command, result.error());
        if (!result)
            Q_EMIT pendingChanged();
    };
    *id = m_session.submit(command, this, std::move(told));
    if (*isLost)
        return;
    m_pending.insert(*id, {command, std::move(done)});
    Q_EMIT pendingChanged();
}

void PageCommands::settle(const CommandId &command, const Result<qint64> &result)
{
    const auto found = m_pending.constFind(command);
    if (found == m_pending.cend())
        return;
    const auto answered = *found;
    m_pending.erase(found);
    if (!result) {
        Q_EMIT refused(answered.data, result.error());
        // Told; without a text there is nothing to keep for a second try.
        if (textOf(answered.data).isEmpty())
            m_session.discard(command);
    } else if (answered.done) {
        answered.done();
    }
    Q_EMIT pendingChanged();
}

} // namespace quntai
