// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/link.h"
#include "models/session/outboxdelivery.h"
#include "models/session/sessionstores.h"
#include "models/session/uploads.h"

#include <QElapsedTimer>
#include <QTimer>

namespace quntai {

/** The session's commands on their way: onto the disk, to the backend, and until their answer.
 *
 * Renewals, presence and drafts are sent at once or not at all; a command with a password is kept in memory
 * only. What goes with a text is brought to the backend before the text. Lives in the session's
 * thread; state, link and uploads must live longer.
 */
class CommandDesk : public QObject
{
    Q_OBJECT
public:
    using Kept = std::function<void(const Result<> &)>;

    CommandDesk(const State &state, Link &link, Uploads &uploads, QObject *parent = nullptr);

    /** Null: nobody is signed in, and nothing is remembered. Not owned. */
    void setStores(SessionStores *stores);
    void restore(const QList<KeptCommand> &commands, Instant now);
    /** How long an answer to a group is held back, so that it can be taken back; 0: not at all. */
    void setHold(qint64 ms) { m_holdMs = ms; }

    CommandId submit(const CommandData &data, Instant now, const Kept &kept);
    void retry(const CommandId &id, Instant now);
    void discard(const CommandId &id);
    QList<OutboxItem> items() const { return m_delivery.items(); }

    void linkUp();
    void linkLost();
    /** The state is what it was at the backend when the link was made, or newer: a topic that is
     * not known now does not come. Until the next linkLost(). */
    void caughtUp();
    void take(const CommandAnswer &answer);
    /** The stream of groups is folded up to seq. */
    void folded(qint64 seq);

Q_SIGNALS:
    void changed();
    void settled(const quntai::CommandId &command, const quntai::Result<qint64> &result);
    void trouble(const QString &what);
    /** It is not in the outbox any more: delivered, or given up. */
    void left(const quntai::Command &command);

private:
    void accept(const OutboxItem &item, Instant now);
    void deliver();
    void send(const Command &command);
    void leave(const CommandId &id);
    void settle(const CommandAnswer &answer, OutboxDelivery::Outcome outcome);
    SessionStores::Done reporting();

    const State &m_state;
    Link &m_link;
    Uploads &m_uploads;
    SessionStores *m_stores = nullptr;
    OutboxDelivery m_delivery;
    QSet<CommandId> m_fleeting;   //!< sent without a place in the outbox
    QHash<CommandId, std::optional<Error>> m_unbrought;  //!< on their way without their files, and why
    QSet<CommandId> m_secret;     //!< in the outbox, never on disk
    qint64 m_holdMs = 0;
    qint64 m_foldedSeq = 0;
    bool m_connected = false;
    bool m_caughtUp = false;
    QElapsedTimer m_steady;
    QTimer m_again;
};

} // namespace quntai
