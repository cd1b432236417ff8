// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobdesk.h"

namespace quntai {

using namespace Qt::StringLiterals;

BlobDesk::BlobDesk(QObject *parent)
    : QObject(parent), m_worker(new BlobWorker), m_sender(new BlobSender)
{
    m_thread.setObjectName(u"blobs"_s);
    m_worker->moveToThread(&m_thread);
    m_sender->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_thread, &QThread::finished, m_sender, &QObject::deleteLater);
    connect(m_worker, &BlobWorker::fetched, this, &BlobDesk::takeFetched);
    joinSender();
}

void BlobDesk::joinSender()
{
    connect(m_sender, &BlobSender::taken, this,
            [this](int ticket, const Result<Attachment> &attachment) {
                const auto taker = m_takers.take(ticket);
                if (taker.context)
                    taker.done(attachment);
            });
    connect(m_sender, &BlobSender::moved, this, [this](int ticket, qint64 sent) {
        if (const auto bringer = m_bringers.value(ticket); bringer.moved)
            bringer.moved(sent);
    });
    connect(m_sender, &BlobSender::brought, this, [this](int ticket, const Result<> &result) {
        if (const auto bringer = m_bringers.take(ticket); bringer.done)
            bringer.done(result);
    });
}

BlobDesk::~BlobDesk()
{
    if (!m_thread.isRunning()) {
        delete m_worker;
        delete m_sender;
    }
    m_thread.quit();
    m_thread.wait();
}

/** Many a day passes without a picture, and a thread holds half a megabyte. */
void BlobDesk::needWorker()
{
    if (!m_thread.isRunning())
        m_thread.start(); // with what it was told before
}

void BlobDesk::setFolder(const QString &folder, const QString &outgoing)
{
    if (folder.isEmpty()) {
        m_askers.clear();
        m_takers.clear();
        m_bringers.clear();
    }
    tell(m_worker, [=](BlobWorker *worker) { worker->setFolders(folder, outgoing); });
    tell(m_sender, [=](BlobSender *sender) { sender->setFolders(outgoing, folder); });
}

void BlobDesk::setPass(const QUrl &server, const QString &token)
{
    tell(m_worker, [=](BlobWorker *worker) { worker->setPass(server, token); });
    tell(m_sender, [=](BlobSender *sender) { sender->setPass(server, token); });
}

void BlobDesk::clear()
{
    tell(m_worker, [](BlobWorker *worker) { worker->clear(); });
    needWorker();
}

void BlobDesk::fetch(const QString &sha256, QObject *context, Done done)
{
    const int ticket = ++m_lastTicket;
    m_askers.insert(ticket, {context, std::move(done)});
    tell(m_worker, [=](BlobWorker *worker) { worker->fetch(ticket, sha256, mostBytes); });
    needWorker();
}

void BlobDesk::take(const NewFile &file, QObject *context, Taken done)
{
    const int ticket = ++m_lastTicket;
    m_takers.insert(ticket, {context, std::move(done)});
    tell(m_sender, [=](BlobSender *sender) { sender->take(ticket, file); });
    needWorker();
}

int BlobDesk::bring(const QString &sha256, const GroupId &group,
                    std::function<void(qint64)> moved, Brought done)
{
    const int ticket = ++m_lastTicket;
    m_bringers.insert(ticket, {std::move(moved), std::move(done)});
    tell(m_sender, [=](BlobSender *sender) { sender->bring(ticket, sha256, group); });
    needWorker();
    return ticket;
}

void BlobDesk::drop(int ticket)
{
    m_bringers.remove(ticket);
    tell(m_sender, [=](BlobSender *sender) { sender->drop(ticket); });
}

void BlobDesk::release(const QString &sha256)
{
    tell(m_sender, [=](BlobSender *sender) { sender->release(sha256); });
    needWorker();
}

/** Without a thread nothing was taken yet: it is done when there is one. */
void BlobDesk::keepOnly(const QSet<QString> &names)
{
    tell(m_sender, [=](BlobSender *sender) { sender->keepOnly(names); });
}

void BlobDesk::takeFetched(int ticket, const Result<QByteArray> &bytes)
{
    const auto asker = m_askers.take(ticket);
    if (asker.context)
        asker.done(bytes);
}

} // namespace quntai
