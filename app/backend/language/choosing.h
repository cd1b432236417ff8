// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace quntai {

/** Which of the choices somebody takes who was just offered them, both normalised: "2", "二",
 * "第二个", "选2", "最后一个", "是的" when there is one, or words of exactly one of them ("白色的吧").
 * Nothing for "都不是", "+1", a quantity ("2个"), or words that fit several. Pure; reads at most
 * longestChoosing characters, nothing of what is longer. */
std::optional<qsizetype> chosenAmong(QStringView normalised, const QStringList &choices);

/** A text that may choose at all: short enough to be worth looking at what was offered. */
bool mayChoose(QStringView normalised);

inline constexpr qsizetype longestChoosing = 30;

/** The one of the named things a normalised text is about: the one whose name shares the longest
 * run of characters with it, two at least; nothing when two share as much. Reads 500 characters and
 * 64 names. Pure. */
std::optional<qsizetype> namedIn(QStringView normalised, const QStringList &names);

} // namespace quntai
