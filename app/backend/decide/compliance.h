// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** The first of the policy's words and patterns in a text that acts so, as people can still read
 * it: width, case and spaces between do not hide it. */
std::optional<Breach> breachIn(const Scene &scene, const QString &text, WordAction action);

/** Names of the word sets that warn of a text: it may go, and whoever reads it later is told. */
QStringList warningsOf(const Scene &scene, const QString &text);

/** The same noted on every draft of the decision that waits for a person. */
void noteWarnings(Scene &scene);

/** Personal data in a text: the first kind there is. */
std::optional<Breach> privacyBreachIn(const QString &text);

/** The longest text that goes to a group; the smallest of the platforms' limits, in UTF-8 bytes. */
inline constexpr qsizetype textLimitBytes = 4000;

/** Refuses an empty or too long text, and one with sensitive words or personal data. */
Result<> checkText(const Scene &scene, const QString &text);

} // namespace quntai
