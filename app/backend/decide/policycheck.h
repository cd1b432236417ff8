// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"
#include "models/domain/result.h"

namespace quntai {

/** Refuses a policy with a number out of range, or a rule that is for nobody or would make one.
 * data.field of the error names what is wrong: "groups[0].emotionAlert". */
Result<> checkPolicy(const Policy &policy);

} // namespace quntai
