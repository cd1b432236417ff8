// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <optional>

namespace quntai {

/** What is wrong with a rule of an entry, in English; empty when it may be used. */
QString ruleProblem(const EntryRule &rule);

/** A rule as people write it, "contains: 退款"; chinese: "包含: 退款". */
QString lineOfRule(const EntryRule &rule, bool chinese);

/** Reads such a line, in either language and with either colon; nothing when it is none. */
std::optional<EntryRule> ruleOfLine(const QString &line);

/** What is wrong with the rules of one entry: too many, or the first bad one with its number. */
QString rulesProblem(const QList<EntryRule> &rules);

} // namespace quntai
