// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scenario/backendprocess.h"
#include "tests/scenario/peerprocess.h"
#include "tests/scenario/rawconsole.h"

namespace quntai::tests {

/** A shop's service as it runs: the WeCom platform with one group, a backend that knows a few
 * answers, the agents lin and zhou, and the editor he, who is signed in. */
class ServiceRig
{
public:
    /** Empty when the platform listens; else why not, for QSKIP. */
    QString startPlatform();
    /** True once everything else stands. */
    bool start();

    /** A customer speaks to the bot. */
    void say(const QString &user, const QString &text);
    /** What reached the group, oldest first, as the platform reports it; the parts of a stream
     * count once. */
    QList<QJsonObject> delivered() const;
    QStringList sent() const;
    /** The platform's handle of the customer's n-th message, from 0. */
    QString requestOf(qsizetype n) const;

    PeerProcess platform;
    BackendProcess backend;
    RawConsole editor;

    static EntryId refundEntry() { return {QStringLiteral("k-refund")}; }
    static qsizetype entryCount();

private:
    QString m_chat = QStringLiteral("wrGroup1");
};

} // namespace quntai::tests
