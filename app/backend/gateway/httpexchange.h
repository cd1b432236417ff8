// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/blobgroups.h"
#include "app/backend/gateway/blobstore.h"
#include "app/backend/gateway/httphead.h"

#include <QFile>
#include <QObject>
#include <QTcpSocket>

#include <functional>

namespace quntai {

/** What plain HTTP on the gateway's port is answered from. */
struct HttpServices
{
    const BlobStore *blobs = nullptr;
    qint64 blobBytes = 0;                             //!< largest blob
    std::function<bool(const QByteArray &)> isSignedIn;  //!< for a bearer token
    /** Whether the owner of the token sees a message that brought the blob. */
    std::function<BlobGroups::Answer(const QByteArray &token, const QString &sha256)> mayHave;
    std::function<QString()> trouble;                 //!< empty: all is well
    std::function<QByteArray()> metrics;
};

/** One request and its answer; then the connection is closed and this goes away with it.
 *
 * GET /healthz, GET /metrics (loopback or signed in), PUT /blob/<sha256> (signed
 * in), GET /blob/<sha256> (signed in, and sees a message that brought it).
 */
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    /** Becomes a child of the socket. */
    HttpExchange(QTcpSocket *socket, const HttpHead &head, const HttpServices &services);

private:
    void route(const HttpHead &head);
    void routeBlob(const HttpHead &head, const QByteArray &name);
    void mayHave(const QByteArray &token, const QString &name);
    void download(const QString &name);
    void sendMore();
    void beginUpload(const HttpHead &head, const QString &name);
    void readMore();
    void drain();
    void answer(int status, const QByteArray &text, QByteArrayView type = "text/plain");
    void answer(const Error &error);

    QTcpSocket *m_socket;
    HttpServices m_services;
    std::unique_ptr<QFile> m_download;
    std::unique_ptr<BlobUpload> m_upload;
    qint64 m_left = 0;
};

} // namespace quntai
