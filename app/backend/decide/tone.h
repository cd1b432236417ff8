// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

/** A template before its variables are filled: emoji and, for the brief style, greetings and
 * courtesies at its edges are left out. Links, quoted names, variables and every sentence with a
 * number stay as they are. Never empty unless the template is. Pure. */
QString tonedTemplate(const AnswerTone &tone, const QString &text);

/** A filled answer with the opening and close of the style; the answer stands in it unchanged.
 * name: how the asker is addressed, empty when that is not wanted. Pure. */
QString tonedAnswer(const AnswerTone &tone, const QString &text, const QString &name);

} // namespace quntai
