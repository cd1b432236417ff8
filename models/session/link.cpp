// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/link.h"

namespace quntai {

Link::Link(QObject *parent) : QObject(parent), m_worker(new LinkWorker)
{
    m_thread.setObjectName(QStringLiteral("link"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &LinkWorker::news, this, &Link::news);
    m_thread.start();
}

Link::~Link()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace quntai
