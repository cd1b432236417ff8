// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/** One platform account of the configuration file. */
struct ConnectorConfig
{
    QString id;      //!< first part of ids; never change it once messages have come
    QString kind;    //!< "wecom" or "onebot11"
    QString url;     //!< to connect to; empty with listen
    QString listen;  //!< onebot11 reverse: ADDR:PORT
    QString path;    //!< onebot11 reverse: of the WebSocket; empty means any
    QString botId;   //!< wecom
    QString name;    //!< wecom: the bot as its groups call it, to cut "@name" off; may be empty
    QString secret;  //!< wecom secret or onebot11 access token; never logged
};

} // namespace quntai
