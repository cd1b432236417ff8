// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

namespace quntai {

/** What a refusal means, for a person: what is wrong and what to do. The backend's own English
 * stands only where no words of ours fit. */
QString refusalText(const Error &error);
/** Why the link is not there; empty while nothing is wrong. */
QString linkText(const LinkStatus &link);
/** What was tried and what a person can do about it; empty when there is nothing to do but wait.
 * The server may be empty: then it is not named. */
QString linkAdvice(LinkProblem problem, const QUrl &server);

} // namespace quntai
