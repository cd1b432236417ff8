// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace quntai {

/** Blobs the console has fetched, each a file under its SHA-256 in a folder of the owner's.
 *
 * Together they stay below mostBytes: the ones not used for longest go first. All of it can be
 * fetched again, so what cannot be written or is damaged is simply not there. Used by one thread.
 */
class BlobCache
{
public:
    BlobCache() = default;
    /** Makes the folder with the first blob. An empty name: nothing is kept. */
    explicit BlobCache(QString folder, qint64 mostBytes = 256LL * 1024 * 1024)
        : m_folder(std::move(folder)), m_most(mostBytes)
    {
    }

    /** True for 64 lower-case hexadecimal digits. */
    static bool isName(const QString &sha256);
    static QString nameOf(const QByteArray &bytes);

    /** The blob, if it is here and still what its name says. */
    std::optional<QByteArray> read(const QString &sha256) const;
    void keep(const QString &sha256, const QByteArray &bytes);
    /** Removes every blob. */
    void clear();

private:
    void makeRoom();

    QString m_folder;
    qint64 m_most = 0;
};

} // namespace quntai
