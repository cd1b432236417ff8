// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace quntai {

/** Where the bytes of an attachment are to be had. */
struct MediaSource
{
    int index = 0;      //!< which attachment of its message
    QUrl url;
    QByteArray key;     //!< 32 bytes when they are encrypted (decryptMedia); else empty
    bool local = false; //!< the platform itself is on this machine, so its files may be too
    QByteArray bytes;   //!< the bytes themselves; then there is no url
};

/** Pictures and files of WeCom's AI bot: AES-256-CBC, the first 16 bytes of the key as the start
 * vector, padded to blocks of 32 bytes. InvalidParams: not so encrypted, or not with this key. */
Result<QByteArray> decryptMedia(const QByteArray &encrypted, const QByteArray &key);

/** localhost or an address of the loopback network. */
bool isLocalHost(const QString &host);

/** Empty when the address may be fetched from; else why not. It came with a stranger's message:
 * nothing on this machine or in its network, unless the platform is there itself. */
QString whyNotFetched(const QUrl &url, bool local);

} // namespace quntai
