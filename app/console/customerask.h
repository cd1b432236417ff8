// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customerlookup.h"
#include "models/session/session.h"

#include <QHash>
#include <QSet>

namespace quntai {

/** A person's wishes to have members looked up in the outside system, until they are answered, and
 * what came of them. GUI thread.
 */
class CustomerAsk : public QObject
{
    Q_OBJECT
public:
    explicit CustomerAsk(Session &session, QObject *parent = nullptr);

    /** typed: a phone number or the system's id to find the member by; empty: as they are known. */
    void ask(const GroupId &group, const MemberId &member, const QString &typed = {});
    /** How it stands with a member, with what this person may and just did. */
    CustomerLookup lookup(const GroupId &group, const MemberId &member) const;

Q_SIGNALS:
    void changed(const quntai::MemberId &member);

private:
    void send(const GroupId &group, const MemberId &member, const QString &typed, bool asPhone);

    QSet<MemberId> m_asking;
    QHash<MemberId, QString> m_answers;
    Session &m_session;
};

} // namespace quntai
