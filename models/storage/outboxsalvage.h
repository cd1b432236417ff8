// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QList>

namespace quntai {

/** What a damaged outbox file still gives. */
struct OutboxRemains
{
    QList<QByteArray> rows;     //!< records read from the tables, checksum right, oldest first
    QList<QByteArray> drafts;
    QList<QJsonObject> raw;     //!< whole records found in the bytes of file and log
    int unreadable = 0;         //!< rows of the tables whose record is wrong
};

/** Reads a copy of the file, so that the damaged one stays as it is. Never fails: nothing readable
 * gives nothing. */
OutboxRemains readRemains(const QString &path);

} // namespace quntai
