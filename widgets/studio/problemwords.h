// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

// What the checkers of models/ say in English, in the words of the console; a sentence nobody has
// translated stays as it is.

/** Of ruleProblem() and rulesProblem(). */
QString ruleProblemText(const QString &problem);
/** Of the reader of flows: faultOf(), and what is no YAML at all. */
QString flowProblemText(const QString &problem);

} // namespace quntai
