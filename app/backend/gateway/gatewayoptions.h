// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>
#include <QStringList>

namespace quntai {

struct GatewayOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;        //!< 0 picks one
    QString certificate;     //!< PEM file, chain included; with key: TLS
    QString key;             //!< PEM file
    QStringList origins;     //!< web pages that may connect; none by default
    QString blobFolder;      //!< made when missing
    QString dataFolder;      //!< of the ledger, for audit.verify
    // Limits; other values only in tests.
    int helloMs = 5000;      //!< from accept to sign-in
    int pingMs = 5000;
    int socketsPerAddress = 20;  //!< not signed in
    qint64 blobBytes = 20 * 1024 * 1024;
    /** Of one person, coming and here, that no message names yet. */
    qint64 waitingBytes = 256 * 1024 * 1024;
    /** What waits so long makes room for what comes: a text names what it brought at once. */
    int abandonedMs = 600'000;
    int nobodysMs = 86'400'000;  //!< so long a blob of which nobody knows is left, then it is removed
    int stallMs = 30'000;        //!< of a blob on its way: without a byte
    int transferMs = 3'600'000;  //!< and in all: blobBytes at 6 kB a second
};

} // namespace quntai
