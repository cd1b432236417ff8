// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "models/domain/result.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>

namespace quntai::bench {

/** The objects of a JSON Lines file, one each line; empty lines are none. An error names the file
 * and the line. */
Result<QList<QJsonObject>> readJsonLines(const QString &path);

/** The entry a line of type "kb" tells of. */
Entry entryOf(const QJsonObject &line);

/** Says on standard error how many things a second were read, from a start to now. */
class Pace
{
public:
    Pace() { m_clock.start(); }
    void say(const char *things, qsizetype count) const;

private:
    QElapsedTimer m_clock;
};

/** Writes an object as one line to standard output. */
void printJsonLine(const QJsonObject &object);

} // namespace quntai::bench
