// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QList>

namespace quntai {

/// A topic's place on the rail: from its first message to its last, and on to the bottom while
/// we owe an answer.
struct LaneSpan
{
    TopicId topic;
    int lane = 0;  ///< 0 = A
    QString title; ///< for menus; untrusted
    Instant from;
    Instant to;
    bool owed = false;

    bool operator==(const LaneSpan &) const = default;
};

/// What the rail needs to know of a row.
struct RailRow
{
    TopicId topic;
    Instant at;
    bool node = false;
    bool weak = false; ///< the way to this node is dashed
};

/// One line through a row or half of it.
struct RailPiece
{
    enum class Part : quint8 { Whole, Above, Below }; ///< of the node
    int lane = 0;
    Part part = Part::Whole;
    bool dashed = false;

    bool operator==(const RailPiece &) const = default;
};

/// The lines of each row, in row order. Pure. Rows may be any run of a timeline: what lies outside
/// is known by the spans.
QList<QList<RailPiece>> railsOf(const QList<RailRow> &rows, const QList<LaneSpan> &lanes);

/// The lines in the empty space above the first row.
QList<RailPiece> railsAbove(const QList<RailRow> &rows, const QList<LaneSpan> &lanes);

/// Centre of a lane's line; with more than four lanes they stand closer.
int laneX(int lane, bool narrow);
bool needsNarrowLanes(const QList<LaneSpan> &lanes);

} // namespace quntai
