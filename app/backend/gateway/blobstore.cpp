// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobstore.h"

#include "models/storage/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QTimeZone>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** False when it is not there. By its name, so that one which was just put aside is not meant. */
bool touch(const QString &path)
{
    std::error_code error;
    std::filesystem::last_write_time(QFile::encodeName(path).toStdString(),
                                     std::filesystem::file_time_type::clock::now(), error);
    return !error;
}

bool isOlder(const QString &path, Instant before)
{
    const QFileInfo file(path);
    return file.exists() && file.lastModified(QTimeZone::UTC).toMSecsSinceEpoch() < before.ms;
}

} // namespace

BlobUpload::BlobUpload(const QString &folder, const QString &sha256)
    : m_path(folder + u'/' + sha256), m_sha256(sha256),
      m_file(std::make_unique<QTemporaryFile>(folder + u"/.upload-XXXXXX"_s)),
      m_hash(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256))
{
}

BlobUpload::~BlobUpload() = default;

Result<> BlobUpload::add(QByteArrayView bytes)
{
    m_hash->addData(bytes);
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
        return std::unexpected(fileError(errno, m_file->fileName(), u"write"));
    return {};
}

Result<> BlobUpload::finish()
{
    if (QString::fromLatin1(m_hash->result().toHex()) != m_sha256)
        return failure(ErrorKind::InvalidParams, u"The bytes do not have this SHA-256"_s);
    if (!m_file->flush())
        return std::unexpected(fileError(errno, m_file->fileName(), u"write"));
    return syncFile(m_file->fileName())
        .and_then([&] { return renameSynced(m_file->fileName(), m_path); })
        .transform([&] { m_file->setAutoRemove(false); });
}

bool BlobStore::isName(QByteArrayView sha256)
{
    return sha256.size() == 64 && std::ranges::all_of(sha256, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

QString BlobStore::pathOf(const QString &sha256) const
{
    return m_folder + u'/' + sha256;
}

Result<> BlobStore::prepare() const
{
    return makePrivateFolder(m_folder);
}

Result<QString> BlobStore::keep(QByteArrayView bytes) const
{
    const auto name = QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (touch(pathOf(name)))
        return name;
    auto upload = begin(name);
    if (!upload)
        return std::unexpected(upload.error());
    return (*upload)->add(bytes).and_then([&] { return (*upload)->finish(); }).transform([&] {
        return name;
    });
}

void BlobStore::remove(const QString &sha256) const
{
    if (isName(sha256.toLatin1()))
        QFile::remove(pathOf(sha256));
}

/** Aside, nobody finds it any more who would keep it: what it looks like then holds. */
bool BlobStore::removeOlder(const QString &sha256, Instant before) const
{
    const auto path = pathOf(sha256);
    const auto aside = m_folder + u"/.upload-"_s + sha256;
    if (!isName(sha256.toLatin1()) || !isOlder(path, before))
        return false;
    QFile::remove(aside);
    if (!QFile::rename(path, aside))
        return false;
    const bool old = isOlder(aside, before);
    // Where somebody brought it meanwhile, that one stays.
    if (!old && QFile::rename(aside, path))
        return false;
    QFile::remove(aside);
    return old;
}

bool BlobStore::contains(const QString &sha256) const
{
    return QFile::exists(pathOf(sha256));
}

Result<std::unique_ptr<BlobUpload>> BlobStore::begin(const QString &sha256) const
{
    auto upload = std::unique_ptr<BlobUpload>(new BlobUpload(m_folder, sha256));
    if (!upload->m_file->open())
        return std::unexpected(fileError(errno, m_folder, u"write"));
    return upload;
}

std::optional<BlobStore::Look> BlobStore::look(const QString &sha256) const
{
    const auto file = open(sha256);
    if (!file)
        return std::nullopt;
    return Look{file->peek(magicBytes), file->size()};
}

std::unique_ptr<QFile> BlobStore::open(const QString &sha256) const
{
    auto file = std::make_unique<QFile>(pathOf(sha256));
    if (!file->open(QIODevice::ReadOnly))
        return nullptr;
    return file;
}

} // namespace quntai
