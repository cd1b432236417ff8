// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/sessionstores.h"

#include "models/storage/draftstore.h"
#include "models/storage/files.h"

#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int happeningsKept = 5000;

QString made(QString folder)
{
    // A folder that cannot be made shows when the files in it are opened, with the reason.
    (void)makePrivateFolder(folder);
    return folder;
}

QString tell(const Salvage &salvage)
{
    return u"The outbox was damaged: %1 kept, %2 to be checked by you, %3 unreadable. The damaged "
           "file is %4"_s.arg(salvage.kept).arg(salvage.doubtful).arg(salvage.unreadable).arg(
        salvage.movedTo);
}

/** Runs a read and keeps its value beside the job, which may run more than once. */
template <class Store, class Value>
void read(StoreThread<Store> &thread, QObject *here, const QPointer<QObject> &asker,
          std::function<Result<Value>(Store &)> job,
          std::function<void(const Result<Value> &)> done)
{
    auto value = std::make_shared<Result<Value>>();
    thread.post(
        [value, job = std::move(job)](Store &store) -> Result<> {
            *value = job(store);
            return *value ? Result<>{} : std::unexpected(value->error());
        },
        here,
        [value, asker, done = std::move(done)](const Result<> &result) {
            if (asker)
                done(result ? *value : std::unexpected(result.error()));
        });
}

} // namespace

SessionStores::SessionStores(QString folder)
    : m_folder(made(std::move(folder))),
      m_outbox([path = m_folder + "/outbox.db"_L1](bool damaged) {
          return OutboxStore::open(path, damaged);
      }),
      m_cache([path = m_folder + "/cache.db"_L1](bool damaged) {
          return CacheStore::open(path, damaged);
      })
{
}

void SessionStores::load(std::function<void(const Loaded &)> done)
{
    auto loaded = std::make_shared<Loaded>();
    auto both = [loaded, left = std::make_shared<int>(2),
                 done = std::move(done)](const Result<> &result) {
        if (!result)
            loaded->troubles.append(result.error().message);
        if (--*left > 0)
            return;
        if (!loaded->salvage.isEmpty())
            loaded->troubles.append(loaded->salvage);
        done(*loaded);
    };
    loadOutbox(loaded, both);
    loadCache(loaded, both);
}

void SessionStores::loadOutbox(const std::shared_ptr<Loaded> &loaded, Done done)
{
    m_outbox.post(
        [loaded](OutboxStore &store) -> Result<> {
            auto drafts = DraftStore(store.database()).all();
            auto files = DraftStore(store.database()).allFiles();
            auto commands = store.all();
            if (!commands || !drafts || !files)
                return std::unexpected(!commands ? commands.error()
                                           : drafts ? files.error() : drafts.error());
            loaded->outbox = *commands;
            loaded->drafts = *drafts;
            loaded->draftFiles = *files;
            if (!store.salvage().movedTo.isEmpty())
                loaded->salvage = tell(store.salvage());
            return {};
        },
        &m_here, std::move(done));
}

void SessionStores::loadCache(const std::shared_ptr<Loaded> &loaded, Done done)
{
    const Instant oldest{QDateTime::currentMSecsSinceEpoch() - keptDays * 86'400'000LL};
    m_cache.post(
        [loaded, oldest](CacheStore &store) -> Result<> {
            auto state = store.loadState();
            auto happened = store.happenings(oldest, happeningsKept);
            if (!state || !happened)
                return std::unexpected(state ? happened.error() : state.error());
            loaded->state = std::move(*state);
            loaded->happened = std::move(*happened);
            return {};
        },
        &m_here, [this, oldest, done = std::move(done)](const Result<> &result) {
            m_cache.post([oldest](CacheStore &store) -> Result<> { // nobody waits for it
                const auto forgotten = store.forgetBefore(oldest);
                return forgotten ? Result<>{} : std::unexpected(forgotten.error());
            });
            done(result);
        });
}

void SessionStores::keep(const KeptCommand &command, Done done)
{
    m_outbox.post([command](OutboxStore &store) { return store.put(command); }, &m_here,
                  std::move(done));
}

void SessionStores::update(const KeptCommand &command, Done done)
{
    m_outbox.post([command](OutboxStore &store) { return store.update(command); }, &m_here,
                  std::move(done));
}

void SessionStores::replace(const CommandId &old, const KeptCommand &command, Done done)
{
    m_outbox.post([old, command](OutboxStore &store) { return store.replace(old, command); },
                  &m_here, std::move(done));
}

void SessionStores::remove(const CommandId &id, Done done)
{
    m_outbox.post([id](OutboxStore &store) { return store.remove(id); }, &m_here,
                  std::move(done));
}

void SessionStores::keepDrafts(const QHash<TopicId, QString> &drafts, Instant at, Done done)
{
    m_outbox.post(
        [drafts, at](OutboxStore &store) -> Result<> {
            DraftStore kept(store.database());
            for (auto it = drafts.cbegin(); it != drafts.cend(); ++it) {
                if (auto put = kept.put(it.key(), it.value(), at); !put)
                    return put;
            }
            return {};
        },
        &m_here, std::move(done));
}

void SessionStores::keepDraftFiles(const QHash<TopicId, QList<Attachment>> &files, Instant at,
                                   Done done)
{
    m_outbox.post(
        [files, at](OutboxStore &store) -> Result<> {
            DraftStore kept(store.database());
            for (auto it = files.cbegin(); it != files.cend(); ++it) {
                if (auto put = kept.putFiles(it.key(), it.value(), at); !put)
                    return put;
            }
            return {};
        },
        &m_here, std::move(done));
}

void SessionStores::take(const FeedNews &news, Done done)
{
    m_cache.post(
        [messages = news.messages, happened = news.happened, erased = news.erased,
         otherLedger = news.otherLedger](CacheStore &store) -> Result<> {
            if (auto cleared = otherLedger ? store.clear() : Result<>{}; !cleared)
                return cleared;
            auto stored = store.put(messages).and_then([&] {
                return store.putHappenings(happened);
            });
            for (const auto &[group, seqs] : erased) {
                if (stored)
                    stored = store.erase(group, seqs);
            }
            return stored;
        },
        &m_here, std::move(done));
}

void SessionStores::put(const QList<MessagePtr> &messages)
{
    m_cache.post([messages](CacheStore &store) { return store.put(messages); });
}

void SessionStores::saveState(const State &state, const QMap<QString, Position> &positions,
                              Instant at)
{
    m_cache.post([=](CacheStore &store) { return store.saveState(state, positions, at); });
}

void SessionStores::rest(Done done)
{
    m_outbox.post([](OutboxStore &store) -> Result<> {
        store.database().releaseMemory();
        return {};
    });
    m_cache.post(
        [](CacheStore &store) -> Result<> {
            store.database().releaseMemory();
            return {};
        },
        &m_here, std::move(done));
}

void SessionStores::history(const GroupId &group, qint64 beforeSeq, int limit, QObject *asker,
                            Messages done)
{
    read<CacheStore, QList<MessagePtr>>(
        m_cache, &m_here, asker,
        [=](CacheStore &store) { return store.history(group, beforeSeq, limit); },
        std::move(done));
}

void SessionStores::search(const QString &words, int limit, QObject *asker, Messages done,
                           const SearchFilter &filter)
{
    read<CacheStore, QList<MessagePtr>>(
        m_cache, &m_here, asker,
        [=](CacheStore &store) { return store.search(words, limit, filter); }, std::move(done));
}

} // namespace quntai
