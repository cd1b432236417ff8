// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quntai {

/** A point in time: milliseconds since 1970-01-01 UTC. 0 means "not set". */
struct Instant
{
    qint64 ms = 0;

    bool isSet() const { return ms != 0; }
    Instant plusSeconds(qint64 seconds) const { return {ms + seconds * 1000}; }
    auto operator<=>(const Instant &) const = default;
};

/** "2026-11-22T10:00:01.204Z"; always UTC with milliseconds. */
QString toIsoString(Instant at);

/** Reads what toIsoString writes; nothing for anything else. */
std::optional<Instant> instantFromIso(QStringView text);

} // namespace quntai
