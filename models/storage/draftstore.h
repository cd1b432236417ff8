// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/domain/values.h"

#include <QHash>
#include <QJsonObject>

namespace quntai {

class Database;

/** Unfinished texts by topic, in the outbox's file and as safe as what is sent. Used by one thread;
 * the database must live longer. */
class DraftStore
{
public:
    explicit DraftStore(Database &database) : m_database(database) {}

    Result<QHash<TopicId, QString>> all();
    /** An empty text forgets the draft. */
    Result<> put(const TopicId &topic, const QString &text, Instant at);
    /** What unfinished texts shall go with, by topic. */
    Result<QHash<TopicId, QList<Attachment>>> allFiles();
    /** None forgets them. */
    Result<> putFiles(const TopicId &topic, const QList<Attachment> &files, Instant at);
    /** A record saved from a damaged file; one that is no draft is left out. */
    Result<> takeRecord(const QJsonObject &record);

private:
    Database &m_database;
};

} // namespace quntai
