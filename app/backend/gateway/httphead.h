// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>

namespace quntai {

/** The head of an HTTP/1.1 request. */
struct HttpHead
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers;  //!< names in lower case

    QByteArray header(const char *name) const { return headers.value(name); }
    /** It asks to become a WebSocket. */
    bool isUpgrade() const;
    /** The token of "Authorization: Bearer …"; empty without. */
    QByteArray bearer() const;
};

constexpr qsizetype maxHttpHeadBytes = 8 * 1024;

/** Length of the head at the start of bytes, blank line included; 0 while it is not complete. */
qsizetype httpHeadLength(QByteArrayView bytes);

/** Parses a complete head; InvalidRequest says what is wrong. A header given twice is refused
 * where it would matter (length, host, authorisation, origin). */
Result<HttpHead> parseHttpHead(QByteArrayView bytes);

/** A whole response; the connection is closed after it. */
QByteArray httpResponse(int status, QByteArrayView contentType, QByteArrayView body,
                        QByteArrayView moreHeaders = {});

} // namespace quntai
