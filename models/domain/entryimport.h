// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <algorithm>

namespace quntai {

/** Why a file of entries, or one row of it, cannot be taken in. */
enum class ImportFault {
    None,
    FileTooBig,
    Encoding,      //!< neither UTF-8 nor GB18030
    NulByte,       //!< no text, or UTF-16
    NoHeader,      //!< the first row names no question and answer
    OpenQuote,     //!< a quoted cell never ends
    RowTooLong,
    BadJson,
    NoQuestion,
    NoAnswer,
    TooLong,       //!< detail: the column
    BadWord,       //!< detail: what is no state, risk or version
    BadId,
    Twice,         //!< an earlier row is the same entry
    ChangedSince,  //!< the entry was changed after the file was written
    HasDraft,      //!< somebody writes a draft of it
    BadRule,       //!< detail: what is wrong with a rule
    BadSlot,       //!< detail: what is wrong with a slot
    BadStep,       //!< detail: what is wrong with a step
};

/** What one row of a file would do. */
struct ImportRow
{
    enum class Change { New, Changed, Unchanged, Bad };

    int line = 0;  //!< of the file, from 1
    Change change = Change::New;
    Entry entry;   //!< as it would be; version is the one known here
    Entry current; //!< Changed: as it is
    ImportFault fault = ImportFault::None;
    QString detail;

    bool operator==(const ImportRow &) const = default;
};

/** What taking a file in would do; nothing is done yet. */
struct ImportPlan
{
    QList<ImportRow> rows;
    bool gb18030 = false;  //!< how the file was read
    ImportFault fault = ImportFault::None;  //!< of the whole file: there are no rows then
    int faultLine = 0;

    qsizetype count(ImportRow::Change change) const
    {
        return std::ranges::count(rows, change, &ImportRow::change);
    }
};

} // namespace quntai
