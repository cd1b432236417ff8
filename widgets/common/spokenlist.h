// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>

namespace quntai {

/// What a list that paints its own rows tells a screen reader: numbered rows, each said as one
/// sentence. A QAbstractScrollArea implements it and calls installSpokenLists() when it is made.
/// Points and rectangles are of the viewport. GUI thread.
class SpokenList
{
public:
    virtual ~SpokenList() = default;

    virtual int spokenRows() const = 0;
    /// -1: there is none.
    virtual int spokenRowAt(const QPoint &point) const = 0;
    /// The row keys act on; -1: none.
    virtual int spokenCurrent() const = 0;
    virtual QString spokenRow(int row) const = 0;
    virtual QRect spokenRect(int row) const = 0;
    /// False for what stands between rows, such as headings.
    virtual bool isSpokenRowFocusable(int row) const = 0;
};

/// Makes these lists known to Qt; once, later calls do nothing.
void installSpokenLists();

} // namespace quntai
