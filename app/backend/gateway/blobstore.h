// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/attachments.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QFile;
class QTemporaryFile;
class QCryptographicHash;

namespace quntai {

/** A blob on its way in; becomes a file only if its hash is the one named. */
class BlobUpload
{
public:
    ~BlobUpload();
    Result<> add(QByteArrayView bytes);
    /** InvalidParams when the bytes are not those of the name. */
    Result<> finish();

private:
    friend class BlobStore;
    BlobUpload(const QString &folder, const QString &sha256);
    QString m_path;
    QString m_sha256;
    std::unique_ptr<QTemporaryFile> m_file;
    std::unique_ptr<QCryptographicHash> m_hash;
};

/** Pictures and files, each under its SHA-256 in DATA/blobs. */
class BlobStore
{
public:
    explicit BlobStore(const QString &folder) : m_folder(folder) {}

    /** True for 64 lower-case hexadecimal digits. */
    static bool isName(QByteArrayView sha256);
    /** True for what an upload that was cut off has left. */
    static bool isLeftover(QStringView file) { return file.startsWith(u".upload-"); }
    const QString &folder() const { return m_folder; }
    bool contains(const QString &sha256) const;
    Result<std::unique_ptr<BlobUpload>> begin(const QString &sha256) const;
    /** How its bytes begin, at most magicBytes, and how many there are; nothing when there is none. */
    struct Look
    {
        QByteArray begin;
        qint64 bytes = 0;
    };
    std::optional<Look> look(const QString &sha256) const;
    /** Null when there is none. */
    std::unique_ptr<QFile> open(const QString &sha256) const;
    Result<> prepare() const;
    /** Keeps bytes and returns their name; on disk when it returns, and as if it came now. Any
     * thread. */
    Result<QString> keep(QByteArrayView bytes) const;
    /** Any thread. */
    void remove(const QString &sha256) const;
    /** Removes it unless it came, or was kept again, since; true when it did. Any thread, also while
     * others keep the same bytes. */
    bool removeOlder(const QString &sha256, Instant before) const;

private:
    QString pathOf(const QString &sha256) const;
    QString m_folder;
};

} // namespace quntai
