// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"
#include "models/protocol/eventcodec.h"
#include "tests/models/protocol/randomvalue.h"

namespace quntai::tests {

using namespace Qt::StringLiterals;

/** What one user's console may be told: the rule said a second time, to judge the feed by. */
struct FeedRights
{
    QString user;
    Role role = Role::Agent;
    QStringList groups;

    bool sees(const StoredEvent &event) const
    {
        static const QStringList internal{u"timer.fired"_s, u"clock.stepped"_s,
                                          u"control.applied"_s};
        if (internal.contains(event.type))
            return false;
        static const QStringList ofCustomers{u"customer.changed"_s, u"customer.checked"_s,
                                             u"ticket.changed"_s};
        if (ofCustomers.contains(event.type) && role == Role::Editor)
            return false;
        if (!groups.isEmpty() && !event.group.isEmpty() && !groups.contains(event.group.value))
            return false;
        if (event.type != u"note.added" || role == Role::Supervisor)
            return true;
        const auto data = decodeEventData(event.type, event.data);
        const auto &note = std::get<NoteAdded>(*data);
        return note.whisperTo.isEmpty() || note.whisperTo.value == user || note.author.id == user;
    }
};

/** Something in one of the groups w/a, w/b, w/c, or of no group; seen by some of u0 … u4. */
inline NewEvent randomEvent(RandomValues &random)
{
    const GroupId group{u"w/%1"_s.arg(QChar(u'a' + random.below(3)))};
    switch (random.below(8)) {
    case 0: {
        NoteAdded note;
        note.note = {u"n%1"_s.arg(random.below(1 << 30))};
        note.author = {AuthorKind::Agent, u"u%1"_s.arg(random.below(5)), {}};
        if (random.chance(70))
            note.whisperTo = {u"u%1"_s.arg(random.below(5))};
        return {group, {}, note};
    }
    case 1: {
        CustomerChanged changed;
        changed.customer.id = {u"c%1"_s.arg(random.below(9))};
        return {{}, {}, changed};
    }
    case 2: {
        Presence presence;
        presence.user = {u"u9"_s};
        presence.status = AgentStatus(random.below(3));
        return {{}, {}, PresenceChanged{presence}};
    }
    case 3: return {{}, {}, ClockStepped{{1}, {2}}};
    case 4: return {group, {}, MessageSent{{u"none"_s}, QString(random.below(9000), u'汉')}};
    default: return {group, {}, MessageSent{{u"none"_s}, u"x"_s}};
    }
}

} // namespace quntai::tests
