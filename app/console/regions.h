// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace quntai {

/** A widget of a room that F6 stops at carries this property, set to true. */
inline constexpr auto regionProperty = "quntaiRegion";

/** Where F6 stops in a room, in reading order: what is marked, else the columns of its splitter,
 * else the room as a whole. */
QList<QWidget *> regionsOf(QWidget &room);

/** Moves the focus to the next (1) or previous (-1) region that can take it, to the widget that had
 * it there last. */
void stepRegion(const QList<QWidget *> &regions, int step);

/** The widget in it that had the focus last, or the first that can have it; null: none. */
QWidget *focusTargetOf(QWidget &region);

} // namespace quntai
