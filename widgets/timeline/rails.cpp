// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rails.h"

#include "widgets/common/theme/tokens.h"

#include <algorithm>

namespace quntai {

namespace {

using Part = RailPiece::Part;

/// Follows one lane upwards, so that each stretch knows the node it leads to.
void followLane(const QList<RailRow> &rows, const LaneSpan &span, QList<QList<RailPiece>> &out)
{
    const auto isMine = [&span](const RailRow &row) { return row.node && row.topic == span.topic; };
    // Two messages may carry the same time: order tells then.
    const qsizetype first = std::ranges::find_if(rows, isMine) - rows.begin();
    bool weakBelow = false;
    bool nodeBelow = false;
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        const RailRow &row = rows[i];
        const bool mine = isMine(row);
        const bool goesOn = nodeBelow || (row.at.isSet() && row.at < span.to);
        const bool below = goesOn || (span.owed && (mine || row.at >= span.from));
        const bool dashedBelow = goesOn ? weakBelow : true;
        const bool above = row.at > span.from || i > first;
        if (!mine) {
            if (below && above)
                out[i].append({span.lane, Part::Whole, dashedBelow});
            continue;
        }
        if (above)
            out[i].append({span.lane, Part::Above, row.weak});
        if (below)
            out[i].append({span.lane, Part::Below, dashedBelow});
        weakBelow = row.weak;
        nodeBelow = true;
    }
}

} // namespace

QList<QList<RailPiece>> railsOf(const QList<RailRow> &rows, const QList<LaneSpan> &lanes)
{
    QList<QList<RailPiece>> out(rows.size());
    for (const LaneSpan &span : lanes)
        followLane(rows, span, out);
    return out;
}

QList<RailPiece> railsAbove(const QList<RailRow> &rows, const QList<LaneSpan> &lanes)
{
    QList<RailPiece> out;
    if (rows.isEmpty())
        return out;
    for (const LaneSpan &span : lanes) {
        if (span.from < rows.first().at && (rows.first().at <= span.to || span.owed))
            out.append({span.lane, Part::Whole, rows.first().at > span.to});
    }
    return out;
}

int laneX(int lane, bool narrow)
{
    return layout::laneFirstCentre
        + lane % 8 * (narrow ? layout::laneOverflowPitch : layout::lanePitch);
}

bool needsNarrowLanes(const QList<LaneSpan> &lanes)
{
    return std::ranges::any_of(
        lanes, [](const LaneSpan &span) { return span.lane >= layout::laneMaxVisible; });
}

} // namespace quntai
