// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promise.h"
#include "models/domain/sla.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/theme/theme.h"

#include <QRect>

namespace quntai {

/** What a row of the queue shows. */
struct QueueRow
{
    bool header = false;
    DeskList list = DeskList::Bot;
    int count = 0;          //!< header
    bool collapsed = false; //!< header
    Topic topic;
    QString groupName;
    QString groupInitial;
    bool offeredToMe = false;
    bool asGuest = false;   //!< a colleague holds it, and this person helps
    SlaClock clock = {};    //!< of the service level that ends next; dueAt unset: none runs
    int unread = 0;
    Promise promise = {};   //!< the open one due first; without id: there is none
};

/** The right end of a row: a span that runs, and how much of it is left. */
struct QueueTimer
{
    QString text;
    int permilleLeft = -1;  //!< -1: no ring
};

/** Where everything of a row goes; pure, so that painting and hit tests agree.
 *
 *   ┌──┬──────────────────────────┬───────┐
 *   │av│ title (bold)             │ ◔ time│  line 1
 *   │  │ asker · group            │ accept│  line 2
 *   │  │ [chip] [chip] +1         │       │  line 3, only with reasons
 *   └──┴──────────────────────────┴───────┘
 * Rows the bot serves are one line of 32; headers 28.
 */
struct QueueLayout
{
    QRect avatar;
    QRect title;
    QRect timer;
    QRect subtitle;
    QRect chipArea;
    QRect accept;
    QList<ChipSpec> chips;
    ChipRow chipRow;
};

/** Rows of this list need no more than one line, whatever their topic. */
bool isOneLine(DeskList list);
/** Height of a header, or of a row of one line. */
int queueLineHeight(const Theme &theme, bool header);
int queueRowHeight(const Theme &theme, const QueueRow &row);
QueueTimer queueTimer(const QueueRow &row, Instant now);
QueueLayout layoutQueueRow(const Theme &theme, const QueueRow &row, const QRect &rect, Instant now);

} // namespace quntai
