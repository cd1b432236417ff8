// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/linkworker.h"

#include <QThread>

namespace quntai {

/** The session's end of the link: passes wishes to the link thread and its news back, in order.
 * Lives in the session's thread. */
class Link : public QObject
{
    Q_OBJECT
public:
    explicit Link(QObject *parent = nullptr);
    /** Ends the connection and the thread. */
    ~Link() override;

    void start(const SignIn &who) { tell([=](LinkWorker *worker) { worker->start(who); }); }
    void stop() { tell([](LinkWorker *worker) { worker->stop(); }); }
    void check() { tell([](LinkWorker *worker) { worker->check(); }); }
    void tryNow() { tell([](LinkWorker *worker) { worker->tryNow(); }); }
    void restart(const QString &why) { tell([=](LinkWorker *worker) { worker->restart(why); }); }
    void openFeed(const QMap<QString, Position> &positions)
    {
        tell([=](LinkWorker *worker) { worker->openFeed(positions); });
    }
    void send(const Command &command)
    {
        tell([=](LinkWorker *worker) { worker->send(command); });
    }
    void askHistory(int ticket, const HistoryParams &page)
    {
        tell([=](LinkWorker *worker) { worker->askHistory(ticket, page); });
    }
    void askQuery(int ticket, const Query &query)
    {
        tell([=](LinkWorker *worker) { worker->askQuery(ticket, query); });
    }
    void rest() { tell([](LinkWorker *worker) { worker->rest(); }); }
    void acknowledge(const QString &stream, qint64 seq)
    {
        tell([=](LinkWorker *worker) { worker->acknowledge(stream, seq); });
    }
    void acknowledgePart(const QString &stream, int part)
    {
        tell([=](LinkWorker *worker) { worker->acknowledgePart(stream, part); });
    }

Q_SIGNALS:
    void news(const quntai::LinkNews &news);

private:
    template <class Wish>
    void tell(Wish wish)
    {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, wish = std::move(wish)] {
            wish(worker);
        }, Qt::QueuedConnection);
    }

    QThread m_thread;
    LinkWorker *m_worker;   //!< owned; deleted in its thread
};

} // namespace quntai
