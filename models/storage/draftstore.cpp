// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/draftstore.h"

#include "models/storage/database.h"
#include "models/storage/sealedrecord.h"

#include <QJsonArray>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Files of a topic stand under a name of their own beside its text. */
const auto filesMark = u"\nfiles"_s;

QJsonObject jsonOf(const Attachment &file)
{
    return {{u"kind"_s, QString::fromLatin1(wordOf(file.kind))},
            {u"name"_s, file.name},
            {u"sha256"_s, file.sha256},
            {u"bytes"_s, file.bytes}};
}

Attachment fileOf(const QJsonObject &json)
{
    const bool picture = json.value("kind"_L1).toString()
        == QString::fromLatin1(wordOf(MessageKind::Image));
    return {picture ? MessageKind::Image : MessageKind::File, json.value("name"_L1).toString(),
            json.value("sha256"_L1).toString(), json.value("bytes"_L1).toInteger(), {}, {}};
}

QString keyOf(const QJsonObject &record)
{
    const auto topic = record.value("topic"_L1).toString();
    return record.value("kind"_L1) == "files"_L1 ? topic + filesMark : topic;
}

/** Calls take(topic, record) for each whole record of a kind. */
template <class Take>
Result<> each(Database &database, QLatin1StringView kind, Take take)
{
    auto statement = database.prepare("SELECT record FROM drafts");
    if (!statement)
        return std::unexpected(statement.error());
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row)
            return std::unexpected(row.error());
        const auto record = unseal(statement->bytes(0));
        if (record && record->value("kind"_L1) == kind)
            take(TopicId{record->value("topic"_L1).toString()}, *record);
    }
    return {};
}

Result<> forget(Database &database, const QString &key)
{
    auto statement = database.prepare("DELETE FROM drafts WHERE topic = ?");
    return statement ? statement->with(key).run() : std::unexpected(statement.error());
}

} // namespace

Result<QHash<TopicId, QString>> DraftStore::all()
{
    QHash<TopicId, QString> drafts;
    return each(m_database, "draft"_L1, [&](const TopicId &topic, const QJsonObject &record) {
               drafts.insert(topic, record.value("text"_L1).toString());
           })
        .transform([&] { return drafts; });
}

Result<QHash<TopicId, QList<Attachment>>> DraftStore::allFiles()
{
    QHash<TopicId, QList<Attachment>> all;
    return each(m_database, "files"_L1, [&](const TopicId &topic, const QJsonObject &record) {
               for (const auto &file : record.value("files"_L1).toArray())
                   all[topic].append(fileOf(file.toObject()));
           })
        .transform([&] { return all; });
}

Result<> DraftStore::put(const TopicId &topic, const QString &text, Instant at)
{
    if (text.isEmpty())
        return forget(m_database, topic.value);
    return takeRecord({{u"kind"_s, u"draft"_s},
                       {u"topic"_s, topic.value},
                       {u"text"_s, text},
                       {u"at"_s, at.ms}});
}

Result<> DraftStore::putFiles(const TopicId &topic, const QList<Attachment> &files, Instant at)
{
    if (files.isEmpty())
        return forget(m_database, topic.value + filesMark);
    QJsonArray all;
    for (const auto &file : files)
        all.append(jsonOf(file));
    return takeRecord({{u"kind"_s, u"files"_s},
                       {u"topic"_s, topic.value},
                       {u"files"_s, all},
                       {u"at"_s, at.ms}});
}

Result<> DraftStore::takeRecord(const QJsonObject &record)
{
    const auto kind = record.value("kind"_L1);
    if (kind != "draft"_L1 && kind != "files"_L1)
        return {};
    auto statement = m_database.prepare("INSERT OR REPLACE INTO drafts (topic, record)"
                                        " VALUES (?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return statement->with(keyOf(record), Utf8{seal(record)}).run();
}

} // namespace quntai
