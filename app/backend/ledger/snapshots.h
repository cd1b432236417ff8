// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/signingkey.h"
#include "models/domain/result.h"
#include "models/domain/state.h"

namespace quntai {

/** Which records a snapshot holds: all up to id; its heads say whether it is of this ledger. */
struct SnapshotMark
{
    QString epoch;
    qint64 id = 0;
    QList<Head> heads;
};

struct Snapshot
{
    SnapshotMark mark;
    State state;
};

/** Folded states in a folder, one checksummed file each, so that a start need not fold all events.
 *
 * Only a shortcut: each may be missing, damaged or deleted, and nothing is lost. One made by
 * another version of Quntai does not count, since its fold may differ.
 */
class Snapshots
{
public:
    static constexpr int kept = 3;

    explicit Snapshots(QString folder);

    /** Writes one and drops all but the newest. */
    Result<> keep(const SnapshotMark &mark, const State &state);
    /** Files, the newest first. */
    QStringList files() const;
    Result<Snapshot> read(const QString &file) const;
    /** Removes all, as before payloads they hold are erased. */
    Result<> drop();

private:
    QString m_folder;
};

} // namespace quntai
