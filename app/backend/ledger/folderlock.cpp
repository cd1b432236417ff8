// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/folderlock.h"

#include "models/domain/instant.h"
#include "models/storage/files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString holder(const QString &lockFile)
{
    QFile file(lockFile);
    const bool opened = file.open(QFile::ReadOnly);
    const QString text = opened ? QString::fromUtf8(file.read(500)).simplified() : QString();
    return text.isEmpty() ? u"another process"_s : text;
}

void writeHolder(int fd)
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const QByteArray text = u"%1 (process %2, since %3)\n"_s.arg(program)
                                .arg(::getpid())
                                .arg(toIsoString({QDateTime::currentMSecsSinceEpoch()}))
                                .toUtf8();
    // Who holds it is only told; the lock itself does not depend on it.
    if (::ftruncate(fd, 0) == 0)
        std::ignore = ::pwrite(fd, text.constData(), static_cast<size_t>(text.size()), 0);
}

} // namespace

FolderLock::FolderLock(int fd)
    : m_fd(fd)
{
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

FolderLock::~FolderLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<FolderLock> FolderLock::take(const QString &lockFile)
{
    const int fd = ::open(QFile::encodeName(lockFile).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                          0600);
    if (fd < 0)
        return std::unexpected(fileError(errno, lockFile, u"opening it"));
    FolderLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return failure(ErrorKind::Unavailable,
                       u"%1 is held by %2. Use the console's admin page, or stop it first."_s.arg(
                           QFileInfo(lockFile).absolutePath(), holder(lockFile)));
    }
    writeHolder(fd);
    return lock;
}

} // namespace quntai
