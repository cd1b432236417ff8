// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"

namespace quntai::tests {

/** What the bot knows about refunds. */
inline Entry refundEntry(int version = 1)
{
    Entry entry;
    entry.id = {QStringLiteral("k-001")};
    entry.version = version;
    entry.category = QStringLiteral("售后退款");
    entry.question = QStringLiteral("退款多久能到账");
    entry.answer = QStringLiteral("退款原路退回。");
    return entry;
}

} // namespace quntai::tests
