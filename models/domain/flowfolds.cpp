// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

namespace quntai {

namespace {

constexpr qsizetype joinLimit = 200;
/** No batch is longer. */
constexpr qint64 joinsKeptMs = 2 * 3600 * 1000;

void noteReceipt(FlowMark &mark, const MemberId &member, Instant at)
{
    mark.receipts.removeIf([&](const FlowReceipt &one) { return one.member == member; });
    mark.receipts.append({member, at});
    if (mark.receipts.size() > FlowMark::receiptLimit)
        mark.receipts.removeFirst();
}

void noteFiring(FlowMark &mark, FlowSkip skipped, Instant at)
{
    mark.why = skipped;
    if (skipped != FlowSkip::None) {
        ++mark.skipped;
        return;
    }
    ++mark.spoke;
    mark.spokeAt = at;
}

} // namespace

void Folder::noteJoin(GroupState &group, const MemberId &member)
{
    auto &joins = group.joins;
    joins.removeIf([&](const FlowJoin &join) {
        return join.member == member || event.at.ms - join.at.ms > joinsKeptMs;
    });
    joins.append({member, event.at, event.seq});
    if (joins.size() > joinLimit)
        joins.removeFirst();
}

void Folder::fold(const FlowChanged &data)
{
    changes.flows.insert(data.flow.id);
    const auto old = state.flows.value(data.flow.id);
    if (data.gone) {
        state.flows.remove(data.flow.id);
        for (auto &group : state.groups)
            group.flows.remove(data.flow.id);
        return;
    }
    auto flow = data.flow;
    const bool goesOn = old.enabled && old.since.isSet() && old.trigger == flow.trigger
        && old.schedule == flow.schedule;
    flow.since = goesOn && flow.enabled ? old.since : event.at;
    const bool byFile = data.by.isEmpty();
    flow.source = byFile ? data.source : old.source;
    flow.imported = !byFile ? old.imported : flow.source.isEmpty() ? QString() : digestOf(flow);
    flow.changedBy = data.by;
    flow.changedAt = event.at;
    state.flows.insert(flow.id, flow);
}

void Folder::fold(const FlowFired &data)
{
    auto &mark = group().flows[data.flow];
    mark.flow = data.flow;
    mark.upTo = event.seq;
    mark.at = event.at;
    noteFiring(mark, data.skipped, event.at);
    changes.flows.insert(data.flow);
    if (data.skipped != FlowSkip::None)
        return;
    for (const auto &member : data.members)
        noteReceipt(mark, member, event.at);
}

} // namespace quntai
