// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace quntai {

/** One platform account of the configuration file. */
struct ConnectorConfig
{
    QString id;      //!< first part of ids; never change it once messages have come
    QString kind;    //!< "wecom" or "onebot11"
    QString url;     //!< to connect to; empty with listen
    QString listen;  //!< onebot11 reverse: ADDR:PORT
    QString path;    //!< onebot11 reverse: of the WebSocket
    QString botId;   //!< wecom
    QString secret;  //!< wecom secret or onebot11 access token; never logged
};

/** The backend's configuration file. */
struct Config
{
    QString listen;        //!< used when the command line names none
    QString certificate;   //!< PEM; with key: TLS
    QString key;
    QStringList origins;   //!< web pages that may connect; none by default
    QString policyFile;    //!< imported into the ledger when it differs from what is there
    QList<ConnectorConfig> connectors;
};

/** Reads the file; paths in it are relative to it. Errors name line and column. */
Result<Config> readConfig(const QString &path);

} // namespace quntai
