// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/// Text from outside, made safe to look at. Pure functions, any thread.
///
/// "Hidden" are bidirectional controls, zero-width and other invisible characters, tags,
/// variation selectors, NUL and other controls. Selectors and joiners inside an emoji are part
/// of the picture and not hidden; line breaks and tabs are white space.

/// Longest text a single-line place ever lays out, in UTF-16 units.
inline constexpr int kMaxLineText = 512;

bool hasHiddenCharacters(QStringView text);

/// For names, links, file names, titles: each hidden character becomes a mark such as
/// 〔U+202E〕, white space of any kind one space; at most `limit` units, cut at a whole
/// character and ended by "…".
QString visibleText(QStringView text, int limit = kMaxLineText);

/// For message bodies: keeps line breaks, marks bidirectional controls and other hidden
/// characters, and wraps each line in isolates so that it cannot reorder what stands around.
QString isolatedBody(QStringView text);

/// For the clipboard: the text without hidden characters and isolates.
QString cleanedText(QStringView text);

} // namespace quntai
