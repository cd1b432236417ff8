// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/sqliteledger.h"

#include <QTemporaryDir>

namespace quntai::tests {

/** A message of a customer; its text is what tests look for. */
Event messageEvent(const QString &stream, qint64 seq, const QString &text);

/** Messages after a sequence, with their inbound marks. */
Batch messages(const QString &stream, qint64 after, int count, int textLength = 20);

/** A data folder that goes away; in memory when it can be, so that fsync costs nothing. */
class Scratch
{
public:
    enum class Place { Memory, Disk };
    explicit Scratch(Place place = Place::Memory);

    LedgerFiles files() const { return {m_dir.filePath(QStringLiteral("data"))}; }
    /** Fails the test with the reason when it cannot be opened. */
    std::unique_ptr<SqliteLedger> open() const;

private:
    QTemporaryDir m_dir;
};

/** Copies the files of a data folder, as after a kill, or to be damaged. */
void copyFolder(const LedgerFiles &from, const LedgerFiles &to);

/** Changes a file behind the ledger's back: no triggers, no defence. False when SQLite refuses. */
bool tamper(const QString &database, const QByteArray &sql);

/** The JSON that apply() of events up to now leads to. */
QByteArray foldOf(const QList<Event> &events);

} // namespace quntai::tests
