// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobdesk.h"

namespace quntai {

using namespace Qt::StringLiterals;

BlobDesk::BlobDesk(QObject *parent) : QObject(parent), m_worker(new BlobWorker)
{
    m_thread.setObjectName(u"blobs"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &BlobWorker::fetched, this, &BlobDesk::take);
}

BlobDesk::~BlobDesk()
{
    if (!m_thread.isRunning())
        delete m_worker;
    m_thread.quit();
    m_thread.wait();
}

/** Many a day passes without a picture, and a thread holds half a megabyte. */
void BlobDesk::needWorker()
{
    if (!m_thread.isRunning())
        m_thread.start(); // with what it was told before
}

void BlobDesk::setFolder(const QString &folder)
{
    if (folder.isEmpty())
        m_askers.clear();
    tell([folder](BlobWorker *worker) { worker->setFolder(folder); });
}

void BlobDesk::setPass(const QUrl &server, const QString &token)
{
    tell([server, token](BlobWorker *worker) { worker->setPass(server, token); });
}

void BlobDesk::clear()
{
    tell([](BlobWorker *worker) { worker->clear(); });
    needWorker();
}

void BlobDesk::fetch(const QString &sha256, QObject *context, Done done)
{
    const int ticket = ++m_lastTicket;
    m_askers.insert(ticket, {context, std::move(done)});
    tell([=](BlobWorker *worker) { worker->fetch(ticket, sha256, mostBytes); });
    needWorker();
}

void BlobDesk::take(int ticket, const Result<QByteArray> &bytes)
{
    const auto asker = m_askers.take(ticket);
    if (asker.context)
        asker.done(bytes);
}

} // namespace quntai
