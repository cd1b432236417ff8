// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/** Where the ledger keeps its files in the backend's data folder. */
struct LedgerFiles
{
    QString folder;

    QString database() const { return folder + QStringLiteral("/ledger.db"); }
    QString lock() const { return folder + QStringLiteral("/ledger.lock"); }
    QString key() const { return folder + QStringLiteral("/ledger.key"); }
    QString anchors() const { return folder + QStringLiteral("/anchors.jsonl"); }
    QString newest() const { return folder + QStringLiteral("/newest.jsonl"); }
    QString snapshots() const { return folder + QStringLiteral("/snapshots"); }
};

} // namespace quntai
