// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobcache.h"
#include "models/session/outgoingfiles.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>
#include <QUrl>

class QNetworkReply;

namespace quntai {

/** Fetches blobs with GET /blob/<sha256> from the backend's own port: lives in the blob thread,
 * where disk, network and hashing may take their time.
 *
 * What the cache has is answered from it. At most `parallel` requests run at once. The access token
 * goes over https only, or plain http within this machine; redirections are not followed. What is
 * longer than asked for or is not what its name says is refused.
 */
class BlobWorker : public QObject
{
    Q_OBJECT
public:
    static constexpr int parallel = 3;
    static constexpr int stallMs = 20'000;   //!< without a byte
    static constexpr int transferMs = 120'000;

    explicit BlobWorker(QObject *parent = nullptr);
    ~BlobWorker() override;

    /** Of what was fetched, and of what waits to be sent. */
    void setFolders(const QString &folder, const QString &outgoing)
    {
        m_cache = BlobCache(folder);
        m_outgoing = OutgoingFiles(outgoing);
    }
    /** Where to ask (the link's address) and with what; an empty token: not at all. */
    void setPass(const QUrl &server, const QString &token);
    void fetch(int ticket, const QString &sha256, qint64 most);
    void clear() { m_cache.clear(); }

Q_SIGNALS:
    void fetched(int ticket, const quntai::Result<QByteArray> &bytes);

private:
    struct Job
    {
        int ticket = 0;
        QString sha256;
        qint64 most = 0;
    };

    void next();
    void get(const Job &job);
    void finish(const Job &job, QNetworkReply *reply);

    BlobCache m_cache;
    OutgoingFiles m_outgoing;
    QNetworkAccessManager *m_network;
    QUrl m_server;
    QByteArray m_token;
    QQueue<Job> m_waiting;
    int m_running = 0;
};

/** The address of a blob behind a link's address; empty where the token must not go. */
QUrl blobUrl(const QUrl &server, const QString &sha256);

} // namespace quntai
