// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/bodytext.h"
#include "widgets/timeline/rowcontent.h"

#include <QRect>

namespace quntai {

/// Where everything of one row stands, relative to the row's top left corner. Null rectangles are
/// not there. The same value gives the row's height, is painted, hit-tested and described.
struct RowLayout
{
    int width = 0;
    int height = 0;
    int nodeY = 0; ///< centre of the lane node

    // message, note, pending
    QRect avatar, name, time, link, second, confirm, move;
    QList<QRect> roles;
    QRect quote, card, text, showMore, words;
    BodyText body;
    QList<QRect> attachments;
    QList<QRect> sources;
    QRect delivery, recall, ai;
    QList<QRect> actions;
    QRect verdict, intent, decision, confidence, emotion;
    QList<QRect> reasons;
    bool verdictInline = false;

    // hover bar: room that is kept free for it
    QRect hoverBar;
    QList<QRect> hoverItems;
    QList<RowAction> hoverActions;
    bool hoverLabels = false;

    // day, system, fold
    QRect box, icon, title, detail, unfold;
    QList<QRect> badges, badgeCounts;
    QRect moreBadges; ///< how many lanes have no badge for want of room
};

/// Lays one row out. Pure; GUI thread (fonts).
RowLayout layoutRow(const RowContent &row, int width, const Theme &theme);

/// A place in a row, for the mouse.
struct RowHit
{
    RowAction action = RowAction::None;
    int index = 0;
    QRect rect;

    bool operator==(const RowHit &) const = default;
};

/// What lies at a point; the hover bar counts only while it is shown.
RowHit hitRow(const RowContent &row, const RowLayout &layout, const QPoint &point, bool hoverShown);

/// What a tooltip says there; empty: nothing. Plain text.
QString rowToolTip(const RowContent &row, const RowHit &hit);

/// Right edge of everything in a row: text stays readable and the verdict follows it directly,
/// however wide the window.
int rowContentRight(int width);

} // namespace quntai
