// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Result<> syncAt(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return std::unexpected(fileError(errno, path, u"opening it"));
    const int code = ::fsync(fd);
    const int error = errno;
    ::close(fd);
    if (code != 0)
        return std::unexpected(fileError(error, path, u"writing it to disk"));
    return {};
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

} // namespace

bool isDiskFull(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

Error fileError(int error, const QString &path, QStringView during)
{
    if (isDiskFull(error)) {
        return {ErrorKind::StorageFull,
                u"The disk is full: nothing was written to %1. Make room; it goes on by itself."_s
                    .arg(path)};
    }
    return {ErrorKind::Unavailable,
            u"%1: %2 failed: %3. Check the disk and the rights of the file and its folder."_s.arg(
                path, during, QString::fromLocal8Bit(std::strerror(error)))};
}

Result<> makePrivateFile(const QString &path)
{
    const int fd
        = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? Result<>{}
                               : std::unexpected(fileError(errno, path, u"creating it"));
    ::close(fd);
    return syncFile(path);
}

Result<> makePrivateFolder(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QFileInfo(absolute).isDir())
        return {};
    if (!QDir().mkpath(folderOf(absolute)) || !QDir().mkdir(absolute, mode))
        return std::unexpected(fileError(errno, path, u"creating the folder"));
    return syncAt(folderOf(absolute), O_RDONLY | O_DIRECTORY);
}

Result<> syncFile(const QString &path)
{
    if (auto synced = syncAt(path, O_RDONLY); !synced)
        return synced;
    return syncAt(folderOf(path), O_RDONLY | O_DIRECTORY);
}

Result<> renameSynced(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return std::unexpected(fileError(errno, to, u"renaming"));
    return syncAt(folderOf(to), O_RDONLY | O_DIRECTORY);
}

} // namespace quntai
