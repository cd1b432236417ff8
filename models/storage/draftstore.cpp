// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/draftstore.h"

#include "models/storage/database.h"
#include "models/storage/sealedrecord.h"

namespace quntai {

using namespace Qt::StringLiterals;

Result<QHash<TopicId, QString>> DraftStore::all()
{
    auto statement = m_database.prepare("SELECT topic, record FROM drafts");
    if (!statement)
        return std::unexpected(statement.error());
    QHash<TopicId, QString> drafts;
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row)
            return std::unexpected(row.error());
        if (const auto record = unseal(statement->bytes(1)))
            drafts.insert({statement->text(0)}, record->value("text"_L1).toString());
    }
    return drafts;
}

Result<> DraftStore::put(const TopicId &topic, const QString &text, Instant at)
{
    if (text.isEmpty()) {
        auto statement = m_database.prepare("DELETE FROM drafts WHERE topic = ?");
        return statement ? statement->with(topic).run() : std::unexpected(statement.error());
    }
    return takeRecord({{u"kind"_s, u"draft"_s},
                       {u"topic"_s, topic.value},
                       {u"text"_s, text},
                       {u"at"_s, at.ms}});
}

Result<> DraftStore::takeRecord(const QJsonObject &record)
{
    if (record.value("kind"_L1) != "draft"_L1)
        return {};
    auto statement = m_database.prepare("INSERT OR REPLACE INTO drafts (topic, record)"
                                        " VALUES (?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return statement->with(record.value("topic"_L1).toString(), Utf8{seal(record)}).run();
}

} // namespace quntai
