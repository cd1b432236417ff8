// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QDateTime>
#include <QTimeZone>

namespace quntai {

QString toIsoString(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(QStringView text)
{
    const auto parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid() || !text.endsWith(u'Z'))
        return std::nullopt;
    return Instant{parsed.toMSecsSinceEpoch()};
}

} // namespace quntai
