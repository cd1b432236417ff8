// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"
#include "models/transfer/yaml.h"

namespace quntai {

// The parts of a policy file, one map or list each. What is wrong throws YAML::Exception with its
// place, as in yaml.h.

EscalationWeights readWeights(const YAML::Node &map);
/** policy: what the rule is laid over; it says whether thresholds are turned round. */
CategoryPolicy readCategoryRule(const YAML::Node &map, const Policy &policy);

KeywordSet readKeywords(const YAML::Node &map);

/** offers, capacity, firstTouchSeconds; as without it when there is none. */
Routing readRouting(const YAML::Node &map);

/** emotion, members, minutes, calmMinutes. */
SpreadWatch readSpread(const YAML::Node &map);

/** style, salutation, emoji. */
AnswerTone readTone(const YAML::Node &map);
/** minutes, text. */
SolvedAsk readSolvedAsk(const YAML::Node &map);
/** A pattern that is not bounded is refused where it stands. */
WordSet readWordSet(const YAML::Node &map);

/** Lists of words that mean the same, two words or more each. */
QList<QStringList> readSynonyms(const YAML::Node &root);

/** Refuses a threshold to ask back above that to answer. */
void demandOrder(const YAML::Node &map, int clarify, int answer);

} // namespace quntai
