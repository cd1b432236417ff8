// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/flowchanges.h"

#include <algorithm>

namespace quntai {

namespace {

/** The file says what it said when it was taken in last: what a console made of it stays. */
bool isTakenIn(const Flow &known, const Flow &wanted, const QString &source)
{
    return known.source == source && known.imported == digestOf(wanted);
}

/** What becomes of a flow that the file no longer has. */
NewEvent withoutFile(const Flow &known, const QString &source)
{
    auto flow = asWritten(known);
    flow.version = known.version + 1;
    // Somebody has made it their own since: it stays, and stands in no file.
    if (differsFromFile(known))
        return {{}, {}, FlowChanged{flow, false, {}, {}}};
    return {{}, {}, FlowChanged{known, true, {}, source}};
}

} // namespace

QList<NewEvent> flowChanges(const QMap<FlowId, Flow> &known, const QList<Flow> &wanted,
                            const QString &source)
{
    QList<NewEvent> changes;
    for (auto flow : wanted) {
        const auto old = known.value(flow.id);
        if (isTakenIn(old, flow, source))
            continue;
        flow.version = old.version + 1;
        changes.append({{}, {}, FlowChanged{flow, false, {}, source}});
    }
    for (const auto &flow : known) {
        if (flow.source == source && !std::ranges::contains(wanted, flow.id, &Flow::id))
            changes.append(withoutFile(flow, source));
    }
    return changes;
}

} // namespace quntai
