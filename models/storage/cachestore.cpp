// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/cachestore.h"

#include "models/domain/attachments.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/valuecodec.h"
#include "models/storage/asidefile.h"
#include "models/storage/bigrams.h"
#include "models/storage/migrations.h"
#include "models/storage/transaction.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyBits = 10;  // room for 1,024 messages in one millisecond
constexpr int searchedPerHit = 20;
constexpr int indexedAtOnce = 5000;
constexpr qint64 latestKey = std::numeric_limits<qint64>::max();

qint64 keyAt(Instant at)
{
    return at.ms << keyBits;
}

/** What a message is found by besides its text: longer than any pair of characters, so that nothing
 * a person types is the same. */
QString wordFor(QChar kind, const QString &id)
{
    const auto hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha1);
    return u'q' + kind + QString::fromLatin1(hash.first(8).toHex());
}

QString imageWord()
{
    return wordFor(u'i', {});
}

bool hasImage(const Message &message)
{
    return std::ranges::any_of(message.attachments, [](const Attachment &attachment) {
        return attachment.kind == MessageKind::Image;
    });
}

QStringList wordsOf(const Message &message)
{
    QStringList words{wordFor(u'g', message.group.value), wordFor(u'a', message.author.id)};
    if (hasImage(message))
        words.append(imageWord());
    return words;
}

bool says(const Message &message, const QString &words)
{
    return containsWords(wholeText(message.text, message.attachments), words);
}

/** Empty when there is nothing to look for. */
QString queryOf(const QString &words, const SearchFilter &filter)
{
    QStringList all;
    const auto grams = bigramQuery(words);
    // Words of which nothing can be indexed find nothing, whatever else is asked for.
    if (grams.isEmpty() && !words.trimmed().isEmpty())
        return {};
    if (!grams.isEmpty())
        all.append(grams);
    if (!filter.group.isEmpty())
        all.append(wordFor(u'g', filter.group.value));
    if (!filter.person.isEmpty())
        all.append(wordFor(u'a', filter.person));
    if (filter.image)
        all.append(imageWord());
    return all.join(u" AND "_s);
}

/** What the index does not know: the state of a topic changes without its messages. */
bool passes(const Message &message, const SearchFilter &filter)
{
    if (!filter.open)
        return true;
    const bool isOpen = filter.openTopics.contains(message.topic);
    return !message.topic.isEmpty() && isOpen == *filter.open;
}

Result<MessagePtr> readMessage(simdjson::dom::parser &parser, const QByteArray &json)
{
    const auto value = parseOwn(parser, json);
    if (!value)
        return std::unexpected(value.error());
    Message message;
    JsonProblem problem;
    if (!readValue(*value, message, problem))
        return std::unexpected(problem.error());
    return std::make_shared<const Message>(std::move(message));
}

QByteArray encodePositions(const QMap<QString, Position> &positions)
{
    QJsonObject all;
    for (auto it = positions.cbegin(); it != positions.cend(); ++it)
        all.insert(it.key(), QJsonObject{{u"epoch"_s, it->epoch}, {u"seq"_s, it->seq}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QMap<QString, Position> decodePositions(const QByteArray &json)
{
    QMap<QString, Position> positions;
    const auto all = QJsonDocument::fromJson(json).object();
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        const auto one = it->toObject();
        positions.insert(it.key(), {one.value("epoch"_L1).toString(),
                                    one.value("seq"_L1).toInteger()});
    }
    return positions;
}

} // namespace

Result<std::unique_ptr<CacheStore>> CacheStore::open(const QString &path, bool damaged)
{
    if (!damaged) {
        auto store = openFile(path);
        if (store || !isDamage(store.error()))
            return store;
    }
    auto aside = moveAside(path, {QDateTime::currentMSecsSinceEpoch()});
    if (!aside && QFile::exists(path))
        return std::unexpected(aside.error());
    auto store = openFile(path);
    if (store)
        (*store)->m_movedAside = aside.value_or(QString());
    return store;
}

Result<std::unique_ptr<CacheStore>> CacheStore::openFile(const QString &path)
{
    DatabaseOptions options;
    options.path = path;
    options.synchronous = DatabaseOptions::Synchronous::Normal;
    options.adviceWhenDamaged = u"It is moved aside and filled again from the backend."_s;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<CacheStore> store(new CacheStore);
    store->m_database = std::move(*database);
    auto ready = migrate(*store->m_database, u":/sql/cache"_s)
                     .and_then([&] { return store->prepareAll(); })
                     .and_then([&] { return store->indexRest(); });
    if (!ready)
        return std::unexpected(ready.error());
    return store;
}

Result<> CacheStore::prepareAll()
{
    const std::pair<Statement *, QByteArrayView> all[]{
        {&m_keyOf, "SELECT key FROM messages WHERE id = ?"},
        {&m_keyTaken, "SELECT 1 FROM messages WHERE key = ?"},
        {&m_insert, "INSERT INTO messages (key, id, grp, seq, body) VALUES (?, ?, ?, ?, ?)"},
        {&m_update, "UPDATE messages SET body = ? WHERE key = ?"},
        {&m_index, "INSERT INTO found (rowid, grams) VALUES (?, ?)"},
        {&m_unindex, "DELETE FROM found WHERE rowid = ?"},
        {&m_history, "SELECT body FROM messages WHERE grp = ? AND seq < ?"
                     " ORDER BY seq DESC LIMIT ?"},
        {&m_search, "SELECT m.body FROM found f JOIN messages m ON m.key = f.rowid"
                    " WHERE found MATCH ? AND f.rowid >= ? AND f.rowid < ?"
                    " ORDER BY f.rowid DESC LIMIT ?"},
        {&m_happen, "INSERT OR REPLACE INTO happenings (stream, seq, at, grp, topic, type, data)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)"},
    };
    for (const auto &[statement, sql] : all) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<> CacheStore::put(const QList<MessagePtr> &messages)
{
    for (const auto &message : messages) {
        if (auto done = put(*message); !done)
            return done;
    }
    return {};
}

Result<> CacheStore::put(const Message &message)
{
    const auto body = encodeValue(message);
    const auto known = m_keyOf.with(message.id).step();
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return insert(message, body);
    const auto key = m_keyOf.number(0);
    m_keyOf.reset();
    return update(key, message, body);
}

Result<qint64> CacheStore::freeKey(const Message &message)
{
    constexpr qint64 room = 1 << keyBits;
    auto key = message.at.ms * room + message.seq % room;
    for (;; ++key) {
        const auto taken = m_keyTaken.with(key).step();
        if (!taken)
            return std::unexpected(taken.error());
        m_keyTaken.reset();
        if (!*taken)
            return key;
    }
}

Result<> CacheStore::insert(const Message &message, const QByteArray &body)
{
    const auto key = freeKey(message);
    if (!key)
        return std::unexpected(key.error());
    m_insert.with(*key, message.id, message.group, message.seq, Utf8{body});
    return m_insert.run().and_then([&] { return index(*key, message); });
}

Result<> CacheStore::update(qint64 key, const Message &message, const QByteArray &body)
{
    // The text of a message changes only when it is erased; a picture may come later, and be read.
    if (message.text.isEmpty() || !message.attachments.isEmpty()) {
        auto anew = m_unindex.with(key).run();
        if (anew && !(message.text.isEmpty() && message.attachments.isEmpty()))
            anew = index(key, message);
        if (!anew)
            return anew;
    }
    return m_update.with(Utf8{body}, key).run();
}

Result<> CacheStore::index(qint64 key, const Message &message)
{
    const auto grams = bigramsOf(wholeText(message.text, message.attachments));
    if (grams.isEmpty() && message.attachments.isEmpty())
        return {};
    return m_index.with(key, QString(grams + u' ' + wordsOf(message).join(u' '))).run();
}

/** What an older version had indexed by its words only. Goes on where it was cut off. */
Result<> CacheStore::indexRest()
{
    for (;;) {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return std::unexpected(transaction.error());
        const auto done = indexSome(indexedAtOnce);
        if (!done)
            return std::unexpected(done.error());
        if (auto kept = transaction->commit(); !kept || *done == 0)
            return kept;
    }
}

/** How many there were, the newest first. */
Result<int> CacheStore::indexSome(int count)
{
    auto next = m_database->prepare("SELECT u.key, m.body FROM unindexed u"
                                    " JOIN messages m ON m.key = u.key ORDER BY u.key DESC LIMIT ?");
    if (!next)
        return std::unexpected(next.error());
    simdjson::dom::parser parser;
    QList<std::pair<qint64, MessagePtr>> messages;
    next->with(count);
    for (auto row = next->step(); !row || *row; row = next->step()) {
        if (!row)
            return std::unexpected(row.error());
        messages.append({next->number(0), readMessage(parser, next->bytes(1)).value_or(nullptr)});
    }
    for (const auto &[key, message] : std::as_const(messages)) {
        if (auto done = message ? index(key, *message) : Result<>{}; !done)
            return std::unexpected(done.error());
    }
    const auto least = messages.isEmpty() ? 0 : messages.constLast().first;
    const auto gone = m_database->execute("DELETE FROM unindexed WHERE key >= "
                                          + QByteArray::number(least));
    return gone.transform([&] { return int(messages.size()); });
}

Result<QList<MessagePtr>> CacheStore::history(const GroupId &group, qint64 beforeSeq, int limit)
{
    QList<MessagePtr> page;
    simdjson::dom::parser parser;
    m_history.with(group, beforeSeq, limit);
    for (auto row = m_history.step(); !row || *row; row = m_history.step()) {
        if (!row)
            return std::unexpected(row.error());
        if (auto message = readMessage(parser, m_history.bytes(0)))
            page.append(*message);
    }
    return page;
}

Result<QList<MessagePtr>> CacheStore::search(const QString &words, int limit,
                                             const SearchFilter &filter)
{
    QList<MessagePtr> hits;
    const auto query = queryOf(words, filter);
    if (query.isEmpty())
        return hits;
    simdjson::dom::parser parser;
    const auto until = filter.until.isSet() ? keyAt(filter.until) : latestKey;
    auto &found = m_search;
    found.with(query, keyAt(filter.since), until, static_cast<qint64>(limit) * searchedPerHit);
    for (auto row = found.step(); !row || *row; row = found.step()) {
        if (!row)
            return std::unexpected(row.error());
        const auto message = readMessage(parser, found.bytes(0));
        if (message && says(**message, words) && passes(**message, filter))
            hits.append(*message);
        if (hits.size() >= limit)
            break;
    }
    found.reset();
    return hits;
}

Result<> CacheStore::putHappenings(const QList<Event> &events)
{
    for (const auto &event : events) {
        m_happen.with(event.stream, event.seq, event.at, event.group, event.topic,
                      typeName(event.data), Utf8{encodeEventData(event.data)});
        if (auto done = m_happen.run(); !done)
            return done;
    }
    return {};
}

Result<QList<Event>> CacheStore::happenings(Instant since, int limit)
{
    auto statement = m_database->prepare(
        "SELECT stream, seq, at, grp, topic, type, data FROM happenings WHERE at >= ?"
        " ORDER BY at DESC, seq DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    QList<Event> events;
    statement->with(since, limit);
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row)
            return std::unexpected(row.error());
        auto data = decodeEventData(statement->text(5), statement->bytes(6));
        if (!data)
            continue;
        const auto seq = statement->number(1);
        events.prepend({statement->text(0), seq, seq - 1, statement->instant(2),
                        {statement->text(3)}, {statement->text(4)}, std::move(*data)});
    }
    return events;
}

Result<> CacheStore::saveState(const State &state, const QMap<QString, Position> &positions,
                               Instant at)
{
    auto statement = m_database->prepare(
        "INSERT OR REPLACE INTO state (id, at, positions, body) VALUES (1, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    const auto body = qCompress(encodeState(state), 1);
    return statement->with(at, Utf8{encodePositions(positions)}, body).run();
}

Result<std::optional<CacheStore::Saved>> CacheStore::loadState()
{
    auto statement = m_database->prepare("SELECT at, positions, body FROM state");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::optional<Saved>{};
    auto state = decodeState(qUncompress(statement->bytes(2)));
    if (!state)
        return std::optional<Saved>{};
    return Saved{std::move(*state), decodePositions(statement->bytes(1)), statement->instant(0)};
}

Result<> CacheStore::erase(const GroupId &group, const QList<qint64> &seqs)
{
    auto find = m_database->prepare(
        "SELECT key FROM messages WHERE seq = ?1 AND (grp = ?2 OR ?2 = '')");
    auto drop = m_database->prepare("DELETE FROM messages WHERE key = ?");
    if (!find || !drop)
        return std::unexpected(find ? drop.error() : find.error());
    for (const auto seq : seqs) {
        QList<qint64> keys;
        find->with(seq, group);
        for (auto row = find->step(); !row || *row; row = find->step()) {
            if (!row)
                return std::unexpected(row.error());
            keys.append(find->number(0));
        }
        for (const auto key : keys) {
            auto gone = m_unindex.with(key).run().and_then([&] { return drop->with(key).run(); });
            if (!gone)
                return gone;
        }
    }
    return {};
}

Result<> CacheStore::clear()
{
    return m_database->execute("DELETE FROM messages; DELETE FROM found; DELETE FROM happenings;"
                               "DELETE FROM state");
}

Result<int> CacheStore::forgetBefore(Instant time)
{
    const auto key = QByteArray::number(time.ms << keyBits);
    auto gone = m_database->execute("DELETE FROM found WHERE rowid < " + key);
    if (gone)
        gone = m_database->execute("DELETE FROM happenings WHERE at < "
                                   + QByteArray::number(time.ms));
    if (gone)
        gone = m_database->execute("DELETE FROM messages WHERE key < " + key);
    if (!gone)
        return std::unexpected(gone.error());
    return m_database->changes();
}

} // namespace quntai
