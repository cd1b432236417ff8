// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"

namespace quntai {

/** What a file brings to the flows there are. source: its name. What it says as it said before is
 * not taken in again, so that a change at a console stays; what it says anew goes over such a
 * change. Of what it no longer has, only flows that came from it and were not changed since go. */
QList<NewEvent> flowChanges(const QMap<FlowId, Flow> &known, const QList<Flow> &wanted,
                            const QString &source);

} // namespace quntai
