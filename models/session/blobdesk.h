// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobsender.h"
#include "models/session/blobworker.h"

#include <QHash>
#include <QPointer>
#include <QThread>

#include <functional>

namespace quntai {

/** The session's end of the blobs: who asked for what, and the thread that fetches it. Lives in the
 * session's thread; neither disk nor network is touched there. */
class BlobDesk : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<QByteArray>)>;
    static constexpr qint64 mostBytes = 24LL * 1024 * 1024;

    explicit BlobDesk(QObject *parent = nullptr);
    ~BlobDesk() override;

    using Taken = std::function<void(Result<Attachment>)>;
    using Brought = std::function<void(Result<>)>;

    /** For what was fetched, and for what waits to be sent (empty: none is taken). An empty folder:
     * signed out; nothing is kept and open questions get no answer. */
    void setFolder(const QString &folder, const QString &outgoing = {});
    void setPass(const QUrl &server, const QString &token);
    /** Something was erased for good: what may have been it goes. */
    void clear();
    /** done comes once, unless context is gone by then. */
    void fetch(const QString &sha256, QObject *context, Done done);
    /** See Session::takeFile(). */
    void take(const NewFile &file, QObject *context, Taken done);
    /** Brings a file that was taken to the backend, for a text to the group; the ticket is for
     * drop(). moved says how many bytes have gone, now and then. */
    int bring(const QString &sha256, const GroupId &group, std::function<void(qint64)> moved,
              Brought done);
    /** It is not wanted any more; neither moved nor done are called. */
    void drop(int ticket);
    void release(const QString &sha256);
    void keepOnly(const QSet<QString> &names);

private:
    struct Asker
    {
        QPointer<QObject> context;
        Done done;
    };

    struct Taker
    {
        QPointer<QObject> context;
        Taken done;
    };

    struct Bringer
    {
        std::function<void(qint64)> moved;
        Brought done;
    };

    void needWorker();
    void joinSender();
    void takeFetched(int ticket, const Result<QByteArray> &bytes);
    template <class Worker, class Wish>
    void tell(Worker *worker, Wish wish)
    {
        QMetaObject::invokeMethod(worker, [worker, wish = std::move(wish)] { wish(worker); },
                                  Qt::QueuedConnection);
    }

    QThread m_thread;
    BlobWorker *m_worker;   //!< owned; deleted in its thread
    BlobSender *m_sender;   //!< the same
    QHash<int, Asker> m_askers;
    QHash<int, Taker> m_takers;
    QHash<int, Bringer> m_bringers;
    int m_lastTicket = 0;
};

} // namespace quntai
