// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/database.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace quntai {

/** A blob on its way here: it counts as this person's while somebody holds it. */
struct ComingBlob
{
    UserId user;
    qint64 bytes = 0;
};
using BlobRoom = std::shared_ptr<const ComingBlob>;

/** Blobs that people brought for a text to a group which has not been sent yet: who may name which,
 * and what was read in the pictures among them.
 *
 * A table in a file of its own; when it cannot be read nobody brought anything, and consoles bring
 * it again. What no text has named after keptMs is to be removed. Lives in the gateway's thread.
 */
class BlobUploads
{
public:
    /** A text of six files over the slowest line takes that long. */
    static constexpr qint64 keptMs = 6 * 3'600'000LL;

    /** path: of the file, made when missing. most: bytes of one person that no message names yet. */
    BlobUploads(QString path, qint64 most) : m_path(std::move(path)), m_most(most) {}

    /** Room for a blob that begins to come; taken while the answer lives, then note() counts it. One
     * that is here already is not counted twice. RateLimited: with what of this person waits and
     * comes it would be too much. Unavailable, StorageFull. */
    Result<BlobRoom> takeRoom(const UserId &user, const QString &sha256, qint64 bytes);
    /** isNamed: a message names it already, so that it takes no room. */
    Result<> note(const UserId &user, const GroupId &group, const QString &sha256, qint64 bytes,
                  Instant at, bool isNamed = false);
    bool isFrom(const UserId &user, const GroupId &group, const QString &sha256);
    /** What was read in it, a picture; known until keptMs after it was noted last. */
    Result<> noteWords(const QString &sha256, const QString &words, Instant at);
    /** Nothing: it has not been read. */
    Result<std::optional<QString>> wordsOf(const QString &sha256);
    /** It was erased for good: nobody may name it before it is brought again. */
    void forget(const QString &sha256);
    /** A text to the group named it: what still waits of it takes no room any more. */
    void used(const GroupId &group, const QString &sha256);
    /** What this person brought before that and no message names, oldest first. */
    QStringList leftBy(const UserId &user, Instant before);
    /** Whether others than this person wait with it; in doubt they do. */
    bool isAnothers(const UserId &user, const QString &sha256);
    void forget(const UserId &user, const QString &sha256);
    /** What was brought before that and by nobody since. */
    QStringList old(Instant before);
    /** Forgets what was brought before that, except those of which the file has to stay for now. */
    void forgetOld(Instant before, const QStringList &except);
    /** Whether anybody waits with it; nothing: that cannot be read. */
    std::optional<bool> isWaiting(const QString &sha256);

private:
    Result<> open();
    Result<> prepare();
    qint64 comingOf(const UserId &user);

    const QString m_path;
    const qint64 m_most;
    QList<std::weak_ptr<const ComingBlob>> m_coming;
    std::unique_ptr<Database> m_database;
    Statement m_note;
    Statement m_find;
    Statement m_sum;
    Statement m_used;
    Statement m_named;
    Statement m_waits;
    Statement m_read;
    Statement m_words;
    Statement m_forget;
    Statement m_forgetWords;
};

} // namespace quntai
