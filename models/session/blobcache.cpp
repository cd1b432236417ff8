// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobcache.h"

#include "models/storage/files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

bool BlobCache::isName(const QString &sha256)
{
    return sha256.size() == 64 && std::ranges::all_of(sha256, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

QString BlobCache::nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

std::optional<QByteArray> BlobCache::read(const QString &sha256) const
{
    QFile file(m_folder + u'/' + sha256);
    if (m_folder.isEmpty() || !isName(sha256) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto bytes = file.readAll();
    if (nameOf(bytes) != sha256) {
        file.remove();
        return std::nullopt;
    }
    // What was looked at last stays longest.
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return bytes;
}

void BlobCache::keep(const QString &sha256, const QByteArray &bytes)
{
    if (m_folder.isEmpty() || bytes.size() > m_most || !makePrivateFolder(m_folder))
        return;
    QSaveFile file(m_folder + u'/' + sha256);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    if (file.commit())
        makeRoom();
}

void BlobCache::makeRoom()
{
    const auto newestFirst = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden, QDir::Time);
    qint64 total = 0;
    for (const auto &file : newestFirst) {
        total += file.size();
        if (total > m_most)
            QFile::remove(file.filePath());
    }
}

void BlobCache::clear()
{
    if (m_folder.isEmpty())
        return;
    const auto files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const auto &file : files)
        QFile::remove(file.filePath());
}

} // namespace quntai
