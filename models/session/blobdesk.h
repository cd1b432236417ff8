// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /** An empty folder: signed out; nothing is kept and open questions get no answer. */
    void setFolder(const QString &folder);
    void setPass(const QUrl &server, const QString &token);
    /** Something was erased for good: what may have been it goes. */
    void clear();
    /** done comes once, unless context is gone by then. */
    void fetch(const QString &sha256, QObject *context, Done done);

private:
    struct Asker
    {
        QPointer<QObject> context;
        Done done;
    };

    void needWorker();
    void take(int ticket, const Result<QByteArray> &bytes);
    template <class Wish>
    void tell(Wish wish)
    {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, wish = std::move(wish)] {
            wish(worker);
        }, Qt::QueuedConnection);
    }

    QThread m_thread;
    BlobWorker *m_worker;   //!< owned; deleted in its thread
    QHash<int, Asker> m_askers;
    int m_lastTicket = 0;
};

} // namespace quntai
