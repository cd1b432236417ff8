// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/rowcontent.h"

class QModelIndex;

namespace quntai {

/// Turns a model's row into what the timeline shows. Called for rows about to be seen only.
class RowReader
{
public:
    virtual ~RowReader() = default;

    virtual RowContent read(const QModelIndex &index) const = 0;
    /// Whether the row counts as a new message when it arrives out of sight. Cheap.
    virtual bool isNews(const QModelIndex &index) const = 0;
};

} // namespace quntai
