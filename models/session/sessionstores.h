// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/feedfold.h"
#include "models/storage/cachestore.h"
#include "models/storage/outboxstore.h"
#include "models/storage/storethread.h"

#include <QPointer>

namespace quntai {

/** The session's files, each with its thread: outbox.db (with the drafts) and cache.db, in a folder
 * per account. Answers come in the thread that made it. Destroying it finishes what was asked, and
 * nothing is answered any more. */
class SessionStores
{
public:
    /** What was on disk at the start. */
    struct Loaded
    {
        QList<KeptCommand> outbox;
        QHash<TopicId, QString> drafts;
        QHash<TopicId, QList<Attachment>> draftFiles;
        std::optional<CacheStore::Saved> state;
        QList<Event> happened;
        QString salvage;        //!< for people, when the outbox was damaged; in troubles too
        QStringList troubles;   //!< for people
    };
    using Done = std::function<void(const Result<> &)>;
    using Messages = std::function<void(const Result<QList<MessagePtr>> &)>;

    static constexpr int keptDays = 30;

    /** Makes the folder when it is missing. */
    explicit SessionStores(QString folder);

    /** Reads everything, then answers once. */
    void load(std::function<void(const Loaded &)> done);

    void keep(const KeptCommand &command, Done done);
    void update(const KeptCommand &command, Done done);
    void replace(const CommandId &old, const KeptCommand &command, Done done);
    void remove(const CommandId &id, Done done);
    void keepDrafts(const QHash<TopicId, QString> &drafts, Instant at, Done done);
    void keepDraftFiles(const QHash<TopicId, QList<Attachment>> &files, Instant at, Done done);

    /** Stores what the feed brought; only after done may it be acknowledged. */
    void take(const FeedNews &news, Done done);
    void put(const QList<MessagePtr> &messages);
    /** Gives back memory that is of use only while much is read or written, then answers. */
    void rest(Done done);
    void saveState(const State &state, const QMap<QString, Position> &positions, Instant at);
    void history(const GroupId &group, qint64 beforeSeq, int limit, QObject *asker, Messages done);
    void search(const QString &words, int limit, QObject *asker, Messages done,
                const SearchFilter &filter = {});

private:
    void loadOutbox(const std::shared_ptr<Loaded> &loaded, Done done);
    void loadCache(const std::shared_ptr<Loaded> &loaded, Done done);

    QString m_folder;
    QObject m_here;   //!< takes the answers; must outlive the threads
    StoreThread<OutboxStore> m_outbox;
    StoreThread<CacheStore> m_cache;
};

} // namespace quntai
