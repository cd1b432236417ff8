// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobcache.h"
#include "models/session/outgoingfiles.h"

#include <QElapsedTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QQueue>

class QNetworkReply;

namespace quntai {

/** Takes files that shall be sent, and brings them to the backend with PUT /blob/<sha256>?group=<id>:
 * lives in the blob thread, where disk, network and hashing may take their time.
 *
 * A file that takes its time is asked for first: one that is there, from a try before or a message,
 * is not sent again. One request runs at once. The access token goes as BlobWorker says.
 */
class BlobSender : public QObject
{
    Q_OBJECT
public:
    /** Without a byte. Longer than the backend's: what the system has taken of us is still on its way. */
    static constexpr int stallMs = 60'000;
    static constexpr int transferMs = 3'600'000;  //!< the largest file at 6 kB a second
    static constexpr qsizetype askBytes = 64 * 1024;  //!< from here on it is asked for first
    static constexpr int tellMs = 100;         //!< between two words about how far it is

    explicit BlobSender(QObject *parent = nullptr);
    ~BlobSender() override;

    /** Where files wait, and where delivered ones go. */
    void setFolders(const QString &waiting, const QString &cache);
    void setPass(const QUrl &server, const QString &token);
    void take(int ticket, const NewFile &file);
    /** Errors as in PROTOCOL.md of PUT: Forbidden, TooLarge, InvalidParams, NotFound (the file is
     * not here any more) are final, the others pass. */
    void bring(int ticket, const QString &sha256, const GroupId &group);
    /** Of these nobody wants to hear any more. */
    void drop(int ticket);
    /** It has been delivered: from now on it may be forgotten. */
    void release(const QString &sha256);
    void keepOnly(const QSet<QString> &names) { m_files.keepOnly(names); }
    std::optional<QByteArray> read(const QString &sha256) const { return m_files.read(sha256); }

Q_SIGNALS:
    void taken(int ticket, const quntai::Result<quntai::Attachment> &attachment);
    void brought(int ticket, const quntai::Result<> &result);
    void moved(int ticket, qint64 sent);

private:
    struct Job
    {
        int ticket = 0;
        QString sha256;
        GroupId group;
    };

    void next();
    void begin(const Job &job);
    void ask(const Job &job);
    void takeAnswer(const Job &job, QNetworkReply *reply);
    void put(const Job &job, const QByteArray &bytes);
    std::optional<QByteArray> bytesOf(const QString &sha256) const;
    void tell(const Job &job, const Result<> &result);
    void finish(const Job &job, QNetworkReply *reply);

    OutgoingFiles m_files;
    BlobCache m_cache;
    QNetworkAccessManager *m_network;
    QUrl m_server;
    QByteArray m_token;
    QQueue<Job> m_waiting;
    QPointer<QNetworkReply> m_reply;
    int m_running = 0;   //!< its ticket; 0: none
    QElapsedTimer m_told;
};

} // namespace quntai
