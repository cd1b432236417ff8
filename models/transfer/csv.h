// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace quntai {

/** One row of a table file. */
struct CsvRow
{
    int line = 0;  //!< where it begins, from 1
    QStringList cells;
    bool open = false;    //!< its last cell is quoted and never ends
    bool tooLong = false; //!< more than csvRowLimit characters; cells are cut
};

constexpr qsizetype csvRowLimit = 256 * 1024;

/** RFC 4180 with what spreadsheets write: comma, semicolon or tab (whichever the first row has),
 * any line end. Blank rows are left out. Pure. */
QList<CsvRow> readCsv(QStringView text);

/** One row with CRLF; cells quoted where they must be. */
QString csvLine(const QStringList &cells);

/** A cell a spreadsheet would run as a formula becomes text by an apostrophe; plainCell takes it
 * away again: plainCell(safeCell(x)) is x for every x. */
QString safeCell(const QString &cell);
QString plainCell(const QString &cell);

} // namespace quntai
