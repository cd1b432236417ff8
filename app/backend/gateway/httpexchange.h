// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/blobgroups.h"
#include "app/backend/gateway/blobstore.h"
#include "app/backend/gateway/blobuploads.h"
#include "app/backend/gateway/httphead.h"

#include <QFile>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace quntai {

/** What plain HTTP on the gateway's port is answered from. */
struct HttpServices
{
    const BlobStore *blobs = nullptr;
    qint64 blobBytes = 0;                             //!< largest blob
    int stallMs = 0;                                  //!< the longest without a byte
    int transferMs = 0;                               //!< the longest exchange
    std::function<bool(const QByteArray &)> isSignedIn;  //!< for a bearer token
    /** Whether the owner of the token sees a message that brought the blob. */
    std::function<BlobGroups::Answer(const QByteArray &token, const QString &sha256)> mayHave;
    /** Whether the owner of the token may bring so many bytes for a text to the group; the room for
     * them is taken while the answer lives. */
    std::function<Result<BlobRoom>(const QByteArray &token, const GroupId &group,
                                   const QString &sha256, qint64 bytes)>
        mayBring;
    /** Whether the blob need not be brought; what done gets is the answer, NotFound: it is to be. It
     * comes once, unless context is gone. */
    std::function<void(const QByteArray &token, const GroupId &group, const QString &sha256,
                       QObject *context, std::function<void(Result<>)> done)>
        ask;
    /** The blob has come; what done gets is the answer. It comes once, unless context is gone. */
    std::function<void(const QByteArray &token, const GroupId &group, const QString &sha256,
                       qint64 bytes, QObject *context, std::function<void(Result<>)> done)>
        brought;
    std::function<QString()> trouble;                 //!< empty: all is well
    std::function<QByteArray()> metrics;
};

/** One request and its answer; then the connection is closed and this goes away with it.
 *
 * GET /healthz, GET /metrics (loopback or signed in), PUT /blob/<sha256>?group=<id> (signed in, and
 * may send texts to that group; no programs; 424: a picture could not be read for its check now), HEAD
 * with the same target (whether that is not needed: then it counts as brought), GET /blob/<sha256>
 * (signed in, and sees a message that brought it). A slow line gets its time; one that stands still
 * for stallMs is cut.
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
    void ask(const HttpHead &head, const QString &name);
    void finishUpload();
    void mayHave(const QByteArray &token, const QString &name);
    void download(const QString &name);
    void watchTime();
    void sendMore();
    void beginUpload(const HttpHead &head, const QString &name);
    void readMore();
    void drain();
    void answer(int status, const QByteArray &text, QByteArrayView type = "text/plain");
    void answer(const Error &error);

    QTcpSocket *m_socket;
    HttpServices m_services;
    std::unique_ptr<QFile> m_download;
    /** A blob that is coming, for whom and for which group. */
    struct Upload
    {
        std::unique_ptr<BlobUpload> into;
        QByteArray token;
        GroupId group;
        QString name;
        QByteArray begin;   //!< the first bytes, at most magicBytes
        qint64 bytes = 0;
        BlobRoom room;
    };
    std::optional<Upload> m_upload;
    qint64 m_left = 0;
    bool m_isHead = false;  //!< the answer has no body
    QTimer m_stall;
};

} // namespace quntai
