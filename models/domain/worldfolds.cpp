// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

void Folder::fold(const GroupChanged &data)
{
    group().info = data.group;
    changes.groups.insert(event.group);
}

void Folder::fold(const MemberChanged &data)
{
    auto &members = group().members;
    if (data.left)
        members.remove(data.member.id);
    else
        members.insert(data.member.id, data.member);
    if (data.joined)
        noteJoin(group(), data.member.id);
    changes.groups.insert(event.group);
}

void Folder::fold(const CustomerChanged &data)
{
    state.customers.insert(data.customer.id, data.customer);
    changes.customers.insert(data.customer.id);
}

void Folder::fold(const CustomerChecked &data)
{
    const auto known = state.customers.find(data.customer);
    if (known == state.customers.end())
        return;
    known->problem = data.problem;
    if (data.at.isSet())
        known->fetchedAt = data.at;
    changes.customers.insert(data.customer);
}

void Folder::fold(const TicketChanged &data)
{
    if (data.gone)
        state.tickets.remove(data.ticket.id);
    else
        state.tickets.insert(data.ticket.id, data.ticket);
    changes.customers.insert(data.ticket.customer);
}

void Folder::fold(const PresenceChanged &data)
{
    state.presence.insert(data.presence.user, data.presence);
    changes.people.insert(data.presence.user);
}

void Folder::noteCorrection(const KnowledgeChanged &data)
{
    auto &open = state.corrections[data.entry.id];
    if (open.entry.isEmpty()) {
        open.entry = data.entry.id;
        open.before = state.entries.value(data.entry.id);
    }
    open.cases.append({data.entry.version, data.by, event.at, data.question, data.corrects,
                       data.faults});
    if (open.cases.size() > Correction::caseLimit)
        open.cases.removeFirst();
}

/** Whatever else changes an entry, its author has seen it as corrected. */
void Folder::fold(const KnowledgeChanged &data)
{
    if (data.change == EntryChange::Corrected)
        noteCorrection(data);
    else
        state.corrections.remove(data.entry.id);
    state.model = {};
    if (data.change == EntryChange::Published)
        state.entryDrafts.remove(data.entry.id);
    state.entries.insert(data.entry.id, data.entry);
    changes.entries.insert(data.entry.id);
}

void Folder::fold(const KnowledgeDrafted &data)
{
    if (data.gone)
        state.entryDrafts.remove(data.draft.entry.id);
    else
        state.entryDrafts.insert(data.draft.entry.id, data.draft);
    changes.entries.insert(data.draft.entry.id);
}

void Folder::fold(const KnowledgeAccepted &data)
{
    const auto open = state.corrections.constFind(data.entry);
    const auto isNewer = [&](const CorrectionCase &one) { return one.version > data.version; };
    if (open == state.corrections.cend() || std::ranges::any_of(open->cases, isNewer))
        return;
    state.corrections.erase(open);
    changes.entries.insert(data.entry);
}

void Folder::fold(const CannedChanged &data)
{
    if (data.gone)
        state.canned.remove(data.reply.id);
    else
        state.canned.insert(data.reply.id, data.reply);
    changes.canned = true;
}

void Folder::fold(const PolicyChanged &data)
{
    state.policy = data.policy;
    changes.policy = true;
}

void Folder::fold(const UserChanged &data)
{
    state.users.insert(data.user.id, data.user);
    changes.people.insert(data.user.id);
}

void Folder::fold(const ConnectorChanged &data)
{
    state.connectors.insert(data.connector.id, data.connector);
    changes.connectors = true;
}

} // namespace quntai
