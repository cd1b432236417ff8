// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/rowlayout.h"

namespace quntai {

/// The few words the timeline itself says, in the user's language.
namespace RowWords {
QString confirm();
QString move();
QString showMore();
QString ai();
QString correct();
QString unfold();
QString messages(int count);
/// What the recall ring stands beside.
QString recall(qint64 secondsLeft);
/// Of a text that is held back a moment so that it can be taken back.
QString sentIn(qint64 secondsLeft);
QString undo();
/// What letting a message go here would do.
QString moveInto(const QString &letter, const QString &title);
/// Type and size of a file.
QString attachment(MessageKind kind);
/// Tooltip and accessible name of an action.
QString action(RowAction action);
} // namespace RowWords

} // namespace quntai
