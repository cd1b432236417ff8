// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/asidefile.h"

#include "models/storage/files.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

namespace quntai {

using namespace Qt::StringLiterals;

Result<QString> moveAside(const QString &path, Instant now)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(now.ms, QTimeZone::UTC)
                          .toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    auto aside = u"%1.damaged-%2"_s.arg(path, time);
    for (int n = 2; QFile::exists(aside); ++n)
        aside = u"%1.damaged-%2-%3"_s.arg(path, time).arg(n);
    // The log first: a database without its log is older, a log without its database is lost.
    const auto log = path + "-wal"_L1;
    if (QFile::exists(log)) {
        if (auto moved = renameSynced(log, aside + "-wal"_L1); !moved)
            return std::unexpected(moved.error());
    }
    QFile::remove(path + "-shm"_L1);
    if (auto moved = renameSynced(path, aside); !moved)
        return std::unexpected(moved.error());
    return aside;
}

} // namespace quntai
