// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/marktables.h"

#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// In the order of MarkTables::Sql.
constexpr std::array<QByteArrayView, 10> texts{
    "INSERT INTO inbound(channel,platform_id) VALUES(?,?)",
    "INSERT INTO cursor(connector,position) VALUES(?,?)"
    " ON CONFLICT DO UPDATE SET position=excluded.position",
    "INSERT INTO command(id,user_id,body_hash,seq,at) VALUES(?,?,?,?,?)",
    "INSERT INTO send(message_id,group_id,state) VALUES(?,?,?)"
    " ON CONFLICT(message_id) DO UPDATE SET state=excluded.state",
    "DELETE FROM send WHERE message_id=?",
    "DELETE FROM command WHERE at<?",
    "SELECT 1 FROM inbound WHERE channel=? AND platform_id=?",
    "SELECT position FROM cursor WHERE connector=?",
    "SELECT id,user_id,body_hash,seq,at FROM command WHERE id=?",
    "SELECT message_id,group_id,state FROM send ORDER BY position",
};

/** A clearer sentence for a row that is there already. */
Result<> named(Result<> result, const QString &sentence, const QJsonObject &data)
{
    if (!result && result.error().kind == ErrorKind::Conflict)
        return failure(ErrorKind::Conflict, sentence, data);
    return result;
}

} // namespace

Result<MarkTables> MarkTables::open(Database &database)
{
    static_assert(texts.size() == Count);
    MarkTables tables;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto prepared = database.prepare(texts[i]);
        if (!prepared)
            return std::unexpected(prepared.error());
        tables.m_sql[i] = std::move(*prepared);
    }
    return tables;
}

Result<> MarkTables::add(const InboundMark &mark)
{
    return named(m_sql[AddInbound].with(mark.channel, mark.platformId).run(),
                 u"Message %1/%2 was taken in already; nothing was written."_s.arg(mark.channel,
                                                                               mark.platformId),
                 {{u"channel"_s, mark.channel}, {u"platformId"_s, mark.platformId}});
}

Result<> MarkTables::put(const CursorMark &mark)
{
    return m_sql[PutCursor].with(mark.connector, mark.cursor).run();
}

Result<> MarkTables::add(const CommandRecord &command)
{
    return named(m_sql[AddCommand]
                     .with(command.id, command.user, command.bodyHash, command.seq, command.at)
                     .run(),
                 u"Command %1 was done already; nothing was written."_s.arg(command.id.value),
                 {{u"command"_s, command.id.value}});
}

Result<> MarkTables::put(const SendMark &mark)
{
    if (mark.state == SendState::Done)
        return m_sql[EndSend].with(mark.message).run();
    return m_sql[PutSend].with(mark.message, mark.group, static_cast<int>(mark.state)).run();
}

Result<> MarkTables::forgetCommands(Instant before)
{
    return m_sql[Forget].with(before).run();
}

Result<bool> MarkTables::wasTakenIn(const InboundMark &mark)
{
    Statement &find = m_sql[FindInbound];
    const auto row = find.with(mark.channel, mark.platformId).step();
    find.reset();
    return row;
}

Result<QString> MarkTables::cursor(const QString &connector)
{
    Statement &find = m_sql[FindCursor];
    const auto row = find.with(connector).step();
    if (!row)
        return std::unexpected(row.error());
    const QString cursor = *row ? find.text(0) : QString();
    find.reset();
    return cursor;
}

Result<std::optional<CommandRecord>> MarkTables::command(const CommandId &id)
{
    Statement &find = m_sql[FindCommand];
    const auto row = find.with(id).step();
    if (!row)
        return std::unexpected(row.error());
    std::optional<CommandRecord> command;
    if (*row) {
        command = CommandRecord{{find.text(0)}, {find.text(1)}, find.bytes(2), find.number(3),
                                find.instant(4)};
    }
    find.reset();
    return command;
}

Result<QList<SendMark>> MarkTables::openSends()
{
    Statement &all = m_sql[OpenSends];
    QList<SendMark> sends;
    all.reset();
    auto row = all.step();
    for (; row && *row; row = all.step()) {
        sends << SendMark{{all.text(0)}, {all.text(1)},
                          all.number(2) == 0 ? SendState::Queued : SendState::Sending};
    }
    if (!row)
        return std::unexpected(row.error());
    return sends;
}

} // namespace quntai
