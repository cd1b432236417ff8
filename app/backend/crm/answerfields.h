// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/crmconfig.h"
#include "models/domain/instant.h"

#include <QStringList>

namespace quntai {

/** Reads single fields of an answer: bounded, cleaned, never failing; what does not fit is empty. */
class FieldReader
{
public:
    /** utcOffset: of times that do not say theirs, in minutes. */
    explicit FieldReader(int utcOffset) : m_utcOffset(utcOffset) {}

    /** As it stands there, not translated by the field's values. */
    QString bare(const QJsonValue &in, const TextField &field) const;
    /** At most `most` characters, one line, phone numbers masked. */
    QString text(const QJsonValue &in, const TextField &field, qsizetype most) const;
    /** Several texts; a single text with commas or spaces between counts as several tags. */
    QStringList texts(const QJsonValue &in, const TextField &field, int mostTexts,
                      qsizetype most) const;
    /** An id as it is: an id that would have to be cut is none. */
    QString id(const QJsonValue &in, const TextField &field) const;
    int count(const QJsonValue &in, const TextField &field) const;
    qint64 money(const QJsonValue &in, const MoneyField &field) const;
    /** ISO 8601, "2026-11-22 10:00:00", or seconds or milliseconds since 1970. */
    Instant time(const QJsonValue &in, const TextField &field) const;
    /** The day of a time, or what stands there: "2023-10". */
    QString day(const QJsonValue &in, const TextField &field) const;
    /** https, or http on this machine; else empty. */
    QString url(const QJsonValue &in, const TextField &field) const;

private:
    int m_utcOffset;
};

} // namespace quntai
