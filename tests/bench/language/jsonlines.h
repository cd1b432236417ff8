// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>
#include <QList>

namespace quntai::bench {

/** The objects of a JSON Lines file, one each line; empty lines are none. An error names the file
 * and the line. */
Result<QList<QJsonObject>> readJsonLines(const QString &path);

/** Writes an object as one line to standard output. */
void printJsonLine(const QJsonObject &object);

} // namespace quntai::bench
