// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/database.h"

#include <QStringList>

namespace quntai {

/** Blobs that people brought for a text to a group which has not been sent yet: who may name which.
 *
 * A table in a file of its own; when it cannot be read nobody brought anything, and consoles bring
 * it again. What no text has named after keptMs is to be removed. Lives in the gateway's thread.
 */
class BlobUploads
{
public:
    static constexpr qint64 mostWaitingBytes = 256LL * 1024 * 1024;  //!< of one person
    static constexpr qint64 keptMs = 2 * 86'400'000LL;

    /** path: of the file, made when missing. */
    explicit BlobUploads(QString path) : m_path(std::move(path)) {}

    /** RateLimited: too much of this person's waits already. Unavailable, StorageFull. */
    Result<> checkRoom(const UserId &user, qint64 bytes);
    Result<> note(const UserId &user, const GroupId &group, const QString &sha256, qint64 bytes,
                  Instant at);
    bool isFrom(const UserId &user, const GroupId &group, const QString &sha256);
    /** What was read in it, a picture. */
    void noteText(const QString &sha256, const QString &text);
    QString textOf(const QString &sha256);
    /** A text to the group named it. */
    void used(const GroupId &group, const QString &sha256);
    /** Forgets what was brought before that; gives the blobs nobody else waits with. */
    QStringList takeOld(Instant before);

private:
    Result<> open();
    Result<> prepare();

    const QString m_path;
    std::unique_ptr<Database> m_database;
    Statement m_note;
    Statement m_find;
    Statement m_sum;
    Statement m_used;
    Statement m_read;
    Statement m_text;
};

} // namespace quntai
