// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/searchfilter.h"
#include "models/domain/state.h"
#include "models/storage/database.h"

#include <optional>

namespace quntai {

/** What the console has seen, on disk: messages to page and search, the turns between them, and the
 * folded state to start with when there is no link.
 *
 * All of it can be fetched again: a damaged file is moved aside and made anew. Writes belong into a
 * transaction of the caller (StoreThread). Used by one thread. Errors are those of Database.
 */
class CacheStore
{
public:
    struct Saved
    {
        State state;
        QMap<QString, Position> positions;
        Instant at;
    };

    /** damaged: what is there is moved aside without looking. Advice for people is in the error. */
    static Result<std::unique_ptr<CacheStore>> open(const QString &path, bool damaged = false);

    Database &database() { return *m_database; }
    /** Where a damaged file was put by open(); empty when there was none. */
    QString movedAside() const { return m_movedAside; }

    /** Newest values of messages, new or known. */
    Result<> put(const QList<MessagePtr> &messages);
    /** Messages of the group before the sequence, newest first. */
    Result<QList<MessagePtr>> history(const GroupId &group, qint64 beforeSeq, int limit);
    /** Messages with all the words that the filter lets through, newest first. Without words it needs
     * a group, a person or a picture to look for; otherwise nothing is found. */
    Result<QList<MessagePtr>> search(const QString &words, int limit,
                                     const SearchFilter &filter = {});

    /** Events whose Happening shall be known after a restart. */
    Result<> putHappenings(const QList<Event> &events);
    /** Those since then, oldest first, the newest `limit` at most. */
    Result<QList<Event>> happenings(Instant since, int limit);

    Result<> saveState(const State &state, const QMap<QString, Position> &positions, Instant at);
    /** Nothing when none was saved or it cannot be read. */
    Result<std::optional<Saved>> loadState();

    /** The payloads of these events are erased: nothing of them stays. */
    Result<> erase(const GroupId &group, const QList<qint64> &seqs);
    /** The backend's ledger is another one now; messages and happenings are of no use. */
    Result<> clear();
    /** Forgets what is older; returns how many messages. */
    Result<int> forgetBefore(Instant time);

private:
    CacheStore() = default;
    static Result<std::unique_ptr<CacheStore>> openFile(const QString &path);
    Result<> prepareAll();
    Result<> put(const Message &message);
    Result<> insert(const Message &message, const QByteArray &body);
    Result<> update(qint64 key, const Message &message, const QByteArray &body);
    Result<> index(qint64 key, const Message &message);
    Result<> indexRest();
    Result<int> indexSome(int count);
    Result<qint64> freeKey(const Message &message);

    std::unique_ptr<Database> m_database;
    QString m_movedAside;
    Statement m_keyOf;
    Statement m_keyTaken;
    Statement m_insert;
    Statement m_update;
    Statement m_index;
    Statement m_unindex;
    Statement m_history;
    Statement m_search;
    Statement m_happen;
};

} // namespace quntai
