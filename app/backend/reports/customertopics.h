// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/reports/factbook.h"
#include "models/domain/state.h"
#include "models/protocol/customerwire.h"

#include <QSet>

#include <functional>

namespace quntai {

/** Who a member of a group is: themselves, and who the outside system knows to be the same
 * customer, in all groups. Pure. */
QSet<MemberId> samePerson(const State &state, const GroupId &group, const MemberId &member);

/** The page of what these members opened or asked in, newest first, in groups that may be seen. A
 * topic that was merged counts where it went. Pure. */
CustomerTopicsResult customerTopics(const FactBook &facts, const QSet<MemberId> &members,
                                    const CustomerTopicsParams &params,
                                    const std::function<bool(const GroupId &)> &sees);

} // namespace quntai
