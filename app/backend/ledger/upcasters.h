// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace quntai {

/** Turns the payload of one event type from one schema version into the next. */
struct Upcaster
{
    QString type;
    int from = 1;  //!< it makes from + 1
    std::function<Result<QByteArray>(const QByteArray &)> convert;
};

/** All of them. What is stored is never rewritten; it is upcast when read. */
class Upcasters
{
public:
    Upcasters() = default;
    explicit Upcasters(QList<Upcaster> steps);

    /** The version new events of a type are written with. */
    int currentVersion(const QString &type) const;
    /** The payload as the current version has it. A newer one, or none, comes back as it is. */
    Result<QByteArray> upcast(const QString &type, int version, QByteArray payload) const;

private:
    QList<Upcaster> m_steps;
};

} // namespace quntai
