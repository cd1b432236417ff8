// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobsweep.h"

#include <QFileInfo>
#include <QTimeZone>

namespace quntai {

namespace {

/** Clocks of files are coarser than others; nobody uploads so soon after the start. */
constexpr int coarseMs = 50;

} // namespace

BlobSweep::BlobSweep(BlobStore blobs, IsOwned isOwned, QObject *parent)
    : QObject(parent), m_blobs(std::move(blobs)), m_isOwned(std::move(isOwned)),
      m_born(QDateTime::currentDateTimeUtc().addMSecs(-coarseMs))
{
    m_worker.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &BlobSweep::walk);
}

BlobSweep::~BlobSweep()
{
    m_worker.waitForDone();
}

void BlobSweep::start(Instant after, Instant before)
{
    if (std::exchange(m_runs, true))
        return;
    m_after = after;
    m_before = before;
    m_removed = 0;
    walk();
}

/** Goes on where it was, or begins. */
void BlobSweep::walk()
{
    m_worker.start([this] {
        const auto names = nextNames();
        QMetaObject::invokeMethod(this, [this, names] { judge(names); }, Qt::QueuedConnection);
    });
}

/** In the worker. Empty at the end. */
QStringList BlobSweep::nextNames()
{
    if (!m_files)
        m_files = std::make_unique<QDirIterator>(m_blobs.folder(), QDir::Files | QDir::Hidden);
    QStringList names;
    while (names.size() < namesATurn && m_files->hasNext()) {
        const auto file = m_files->nextFileInfo();
        const auto at = file.lastModified(QTimeZone::UTC);
        const Instant came{at.toMSecsSinceEpoch()};
        if (BlobStore::isName(file.fileName().toLatin1())) {
            if (came >= m_after && came < m_before)
                names.append(file.fileName());
        } else if (BlobStore::isLeftover(file.fileName()) && at < m_born) {
            m_removed += QFile::remove(file.filePath());
        }
    }
    return names;
}

void BlobSweep::judge(const QStringList &names)
{
    if (names.isEmpty())
        return finish();
    QStringList nobodys;
    for (const auto &name : names) {
        const auto owned = m_isOwned(name);
        if (!owned) {
            m_files.reset();
            m_again.start(againMs);
            return;
        }
        if (!*owned)
            nobodys.append(name);
    }
    remove(nobodys);
}

void BlobSweep::remove(const QStringList &names)
{
    m_worker.start([this, names] {
        for (const auto &name : names)
            m_removed += m_blobs.removeOlder(name, m_before);
        QMetaObject::invokeMethod(this, &BlobSweep::walk, Qt::QueuedConnection);
    });
}

void BlobSweep::finish()
{
    m_files.reset();
    m_runs = false;
    if (m_removed > 0)
        qInfo("%lld files that belonged to nobody were removed from the blobs", m_removed);
    Q_EMIT finished(m_removed);
}

} // namespace quntai
