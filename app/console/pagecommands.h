// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

namespace quntai {

/** Commands have no order. Qt asks of what a signal carries whether it could be sorted, and a variant
 * says yes before it looks at its types. */
bool operator<(const CommandData &, const CommandData &) = delete;

/** Commands a page has given, until the backend has answered. */
class PageCommands : public QObject
{
    Q_OBJECT
public:
    explicit PageCommands(Session &session, QObject *parent = nullptr);

    /** A command has no answer yet. */
    bool isBusy() const { return !m_pending.isEmpty(); }

Q_SIGNALS:
    /** The backend said no, or the command could not be kept and nobody else was told. */
    void refused(const quntai::CommandData &command, const quntai::Error &error);
    /** A command was given, answered or not kept; after refused(). */
    void pendingChanged();

protected:
    Session &session() const { return m_session; }
    /** kept as in Session::submit; without it a failure to keep is refused(). done is called when
     * the backend has said yes. */
    void submit(const CommandData &command, std::function<void(Result<>)> kept = {},
                std::function<void()> done = {});
    /** Takes what was refused out of the outbox: it is shown, or made anew, elsewhere. */
    void giveUp(const CommandData &command);
    /** A command about the topic has no answer yet. */
    bool isPending(const TopicId &topic) const;

private:
    struct Pending
    {
        CommandData data;
        std::function<void()> done;
    };

    void settle(const CommandId &command, const Result<qint64> &result);

    Session &m_session;
    QHash<CommandId, Pending> m_pending;
};

} // namespace quntai
