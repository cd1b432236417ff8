// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/storage/database.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace quntai {

/** A command as it is kept on disk. */
struct KeptCommand
{
    Command command;
    Instant at;
    std::optional<Error> refused;  //!< why, when the backend has said no
    Instant notBefore = {};        //!< held back until then, so that it can be taken back; or unset

    bool operator==(const KeptCommand &) const = default;
};

/** What was saved out of a damaged file. */
struct Salvage
{
    QString movedTo;    //!< the damaged file; empty when nothing was damaged
    int kept = 0;       //!< commands read as they were
    int doubtful = 0;   //!< read from the raw bytes: whether they were sent is not known
    int unreadable = 0; //!< rows that are there but cannot be read
};

/** The durable outbox: a command is in it before the composer is cleared, and until the backend has
 * answered.
 *
 * Its own file with synchronous=FULL: what put() returned is on disk. Every record has a checksum.
 * A damaged file is moved aside and what can be read of it is kept; a record whose tables are lost
 * comes back refused, so that a person decides – it may have been sent. Used by one thread.
 */
class OutboxStore
{
public:
    /** damaged: salvage without trying the file as it is. */
    static Result<std::unique_ptr<OutboxStore>> open(const QString &path, bool damaged = false);

    Database &database() { return *m_database; }
    const Salvage &salvage() const { return m_salvage; }

    /** Oldest first. */
    Result<QList<KeptCommand>> all();
    Result<> put(const KeptCommand &kept);
    /** The newest value of a kept command; it keeps its place. */
    Result<> update(const KeptCommand &kept);
    /** The old command gives its place to the new one, both or neither. */
    Result<> replace(const CommandId &old, const KeptCommand &kept);
    Result<> remove(const CommandId &id);

private:
    OutboxStore() = default;
    static Result<std::unique_ptr<OutboxStore>> openFile(const QString &path);
    static Result<std::unique_ptr<OutboxStore>> openSalvaged(const QString &path);
    Result<> verify();
    Result<> take(const QList<QByteArray> &records, const QList<QJsonObject> &raw);
    Result<> takeRaw(const QList<QJsonObject> &raw, QSet<CommandId> known);

    std::unique_ptr<Database> m_database;
    Salvage m_salvage;
};

} // namespace quntai
