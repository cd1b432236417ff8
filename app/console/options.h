// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace quntai {

/** What the command line of quntai asks for. */
struct ConsoleOptions
{
    QUrl connect;          //!< empty: an embedded backend, or what was chosen last time
    QString user;
    QString passwordFile;
    QString data;          //!< folder of the local stores; empty: the user's data folder
    QString config;        //!< of the embedded backend
    bool sample = false;   //!< play the sample company at once
    QString seat;          //!< whose chair in it; id or name, empty: the last one
    double speed = 1.0;    //!< of the sample company
    int history = 0;       //!< days of a made-up past it begins with
    QString tour;          //!< folder to write pictures to; empty: no tour
    QString tourPart;      //!< which of its parts, as tourparts.h names them; empty: the first
};

/** Reads the arguments after the program's name. An empty error message means that text (help,
 * version) was already printed. */
Result<ConsoleOptions> parseConsoleOptions(const QStringList &arguments);

} // namespace quntai
