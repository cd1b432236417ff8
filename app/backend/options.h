// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

namespace quntai {

/** What the command line of quntai-backend asks for. */
struct Options
{
    enum class Task { Serve, AddUser, Verify, Backup, Restore };

    Task task = Task::Serve;
    QString data;                          //!< folder of the ledger
    QString listen = QStringLiteral("127.0.0.1:8790");  //!< ADDR:PORT; port 0 picks one
    bool listenGiven = false;              //!< on the command line; else the configuration may name it
    QString config;                        //!< YAML file; empty: none
    bool sample = false;                   //!< play the sample company
    int historyDays = 0;                   //!< of the sample: a made-up past, into an empty ledger
    double speed = 1.0;                    //!< of the sample, 0.1–100
    QString as;                            //!< who of the sample's staff the embedding console is; id or name
    int tokenFd = -1;                      //!< one-time sign-in token of an embedding console
    QString file;                          //!< of Backup and Restore
    QString userName;                      //!< of AddUser
    Role role = Role::Agent;
    QString passwordFile;                  //!< of AddUser; empty: asked on the terminal
};

/** Reads the arguments after the program's name. The error's message is for the terminal; an
 * empty one means that text (help, version) was already printed. */
Result<Options> parseOptions(const QStringList &arguments);

} // namespace quntai
