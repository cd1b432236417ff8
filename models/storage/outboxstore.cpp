// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/outboxstore.h"

#include "models/protocol/framecodec.h"
#include "models/storage/asidefile.h"
#include "models/storage/draftstore.h"
#include "models/storage/migrations.h"
#include "models/storage/outboxsalvage.h"
#include "models/storage/sealedrecord.h"
#include "models/storage/transaction.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** A record must fit into one page: then it is whole wherever it is found. */
constexpr int pageSize = 65536;

QByteArray encode(const KeptCommand &kept)
{
    const auto params = QJsonDocument::fromJson(encodeCommand(kept.command)).object();
    QJsonObject record{{u"kind"_s, u"command"_s},
                       {u"method"_s, methodName(kept.command.data)},
                       {u"at"_s, kept.at.ms},
                       {u"params"_s, params}};
    if (kept.notBefore.isSet())
        record.insert(u"notBefore"_s, kept.notBefore.ms);
    if (kept.refused)
        record.insert(u"refused"_s, QJsonObject{{u"code"_s, static_cast<int>(kept.refused->kind)},
                                                {u"message"_s, kept.refused->message},
                                                {u"data"_s, kept.refused->data}});
    return seal(record);
}

std::optional<KeptCommand> decode(const QJsonObject &record)
{
    if (record.value("kind"_L1) != "command"_L1)
        return std::nullopt;
    const auto params = QJsonDocument(record.value("params"_L1).toObject())
                            .toJson(QJsonDocument::Compact);
    const auto command = decodeCommand(record.value("method"_L1).toString(), params);
    if (!command)
        return std::nullopt;
    KeptCommand kept{*command, {record.value("at"_L1).toInteger()}, std::nullopt,
                     {record.value("notBefore"_L1).toInteger()}};
    if (const auto refused = record.value("refused"_L1).toObject(); !refused.isEmpty())
        kept.refused = Error{static_cast<ErrorKind>(refused.value("code"_L1).toInt()),
                             refused.value("message"_L1).toString(),
                             refused.value("data"_L1).toObject()};
    return kept;
}

} // namespace

Result<std::unique_ptr<OutboxStore>> OutboxStore::open(const QString &path, bool damaged)
{
    if (!damaged) {
        auto store = openFile(path);
        if (store || !isDamage(store.error()))
            return store;
    }
    return openSalvaged(path);
}

Result<std::unique_ptr<OutboxStore>> OutboxStore::openFile(const QString &path)
{
    DatabaseOptions options;
    options.path = path;
    options.pageSize = pageSize;
    options.adviceWhenDamaged = u"What can be read of it is kept."_s;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<OutboxStore> store(new OutboxStore);
    store->m_database = std::move(*database);
    auto ready = migrate(*store->m_database, u":/sql/outbox"_s).and_then([&] {
        return store->verify();
    });
    if (!ready)
        return std::unexpected(ready.error());
    return store;
}

/** The whole file is read once at every start: it is small, and nothing in it may rot unseen. */
Result<> OutboxStore::verify()
{
    if (auto whole = m_database->quickCheck(); !whole)
        return whole;
    auto statement = m_database->prepare(
        "SELECT record FROM outbox UNION ALL SELECT record FROM drafts");
    if (!statement)
        return std::unexpected(statement.error());
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row)
            return std::unexpected(row.error());
        if (!unseal(statement->bytes(0)))
            return failure(ErrorKind::Unavailable,
                           u"%1 is damaged (a record's checksum is wrong)"_s.arg(
                               m_database->path()),
                           {{u"damaged"_s, true}});
    }
    return {};
}

Result<std::unique_ptr<OutboxStore>> OutboxStore::openSalvaged(const QString &path)
{
    const auto aside = moveAside(path, {QDateTime::currentMSecsSinceEpoch()});
    if (!aside && QFile::exists(path))
        return std::unexpected(aside.error());
    const auto remains = aside ? readRemains(*aside) : OutboxRemains{};
    auto store = openFile(path);
    if (!store)
        return store;
    (*store)->m_salvage.movedTo = aside.value_or(QString());
    (*store)->m_salvage.unreadable = remains.unreadable;
    auto taken = (*store)->take(remains.rows + remains.drafts, remains.raw);
    if (!taken)
        return std::unexpected(taken.error());
    return store;
}

Result<> OutboxStore::take(const QList<QByteArray> &records, const QList<QJsonObject> &raw)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    QSet<CommandId> known;
    DraftStore drafts(*m_database);
    for (const auto &record : records) {
        const auto object = unseal(record).value_or(QJsonObject{});
        const auto kept = decode(object);
        if (auto done = kept ? put(*kept) : drafts.takeRecord(object); !done)
            return done;
        if (kept) {
            known.insert(kept->command.id);
            ++m_salvage.kept;
        }
    }
    return takeRaw(raw, known).and_then([&] { return transaction->commit(); });
}

/** Of drafts the newest counts; nothing is put over what the tables gave. */
Result<> OutboxStore::takeRaw(const QList<QJsonObject> &raw, QSet<CommandId> known)
{
    DraftStore drafts(*m_database);
    const auto whole = drafts.all();
    const auto files = drafts.allFiles();
    if (!whole || !files)
        return std::unexpected(whole ? files.error() : whole.error());
    QHash<QString, QJsonObject> newest;
    for (const auto &object : raw) {
        const auto topic = object.value("topic"_L1).toString();
        const bool isThere = object.value("kind"_L1) == "files"_L1 ? files->contains({topic})
                                                                  : whole->contains({topic});
        if (isThere || topic.isEmpty())
            continue;
        const auto key = object.value("kind"_L1).toString() + u' ' + topic;
        if (object.value("at"_L1).toInteger() >= newest.value(key).value("at"_L1).toInteger())
            newest.insert(key, object);
    }
    for (const auto &draft : std::as_const(newest)) {
        if (auto done = drafts.takeRecord(draft); !done)
            return done;
    }
    for (const auto &object : raw) {
        auto kept = decode(object);
        if (!kept || known.contains(kept->command.id))
            continue;
        known.insert(kept->command.id);
        kept->refused = Error{ErrorKind::Unavailable,
                              u"Saved from a damaged file. Check whether it was sent, then send or "
                              "delete it."_s, {}};
        if (auto done = put(*kept); !done)
            return done;
        ++m_salvage.doubtful;
    }
    return {};
}

Result<QList<KeptCommand>> OutboxStore::all()
{
    auto statement = m_database->prepare("SELECT record FROM outbox ORDER BY key");
    if (!statement)
        return std::unexpected(statement.error());
    QList<KeptCommand> all;
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row)
            return std::unexpected(row.error());
        if (auto kept = decode(unseal(statement->bytes(0)).value_or(QJsonObject{})))
            all.append(std::move(*kept));
    }
    return all;
}

Result<> OutboxStore::put(const KeptCommand &kept)
{
    auto statement = m_database->prepare("INSERT INTO outbox (id, record) VALUES (?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return statement->with(kept.command.id, Utf8{encode(kept)}).run();
}

Result<> OutboxStore::update(const KeptCommand &kept)
{
    return replace(kept.command.id, kept);
}

Result<> OutboxStore::replace(const CommandId &old, const KeptCommand &kept)
{
    auto statement = m_database->prepare("UPDATE outbox SET id = ?, record = ? WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return statement->with(kept.command.id, Utf8{encode(kept)}, old).run();
}

Result<> OutboxStore::remove(const CommandId &id)
{
    auto statement = m_database->prepare("DELETE FROM outbox WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return statement->with(id).run();
}

} // namespace quntai
