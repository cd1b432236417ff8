// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"
#include "models/storage/database.h"

namespace quntai {

/** The statements over what a batch writes beside events: inbound, cursor, command, send. */
class MarkTables
{
public:
    static Result<MarkTables> open(Database &database);

    /** Conflict when the message was taken in already. */
    Result<> add(const InboundMark &mark);
    Result<> put(const CursorMark &mark);
    /** Conflict when the id is known already. */
    Result<> add(const CommandRecord &command);
    Result<> put(const SendMark &mark);
    /** Forgets commands before a time. */
    Result<> forgetCommands(Instant before);

    Result<bool> wasTakenIn(const InboundMark &mark);
    Result<QString> cursor(const QString &connector);
    Result<std::optional<CommandRecord>> command(const CommandId &id);
    Result<QList<SendMark>> openSends();

private:
    enum Sql { AddInbound, PutCursor, AddCommand, PutSend, EndSend, Forget, FindInbound, FindCursor,
               FindCommand, OpenSends, Count };
    MarkTables() = default;

    std::array<Statement, Count> m_sql;
};

} // namespace quntai
