// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/gateway/rights.h"
#include "app/backend/ledger/ledgerreader.h"
#include "models/storage/database.h"

#include <QTimer>

namespace quntai {

/** Which groups' messages brought a blob: who sees none of these groups may not have its bytes.
 *
 * A table in a file of its own, folded from the ledger; nothing of it is held in memory. What it has
 * not seen yet (after a crash, a restore, or when the file is gone) is read from the ledger, a page
 * a turn. Lives in the gateway's thread.
 */
class BlobGroups
{
public:
    enum class Answer { Yes, No, NotYet };

    /** path: of the file, made when missing. */
    BlobGroups(QString path, LedgerReader &ledger);
    ~BlobGroups();

    /** Reads on from where the file stands; call again to retry after trouble. */
    void start();
    void takeIn(const EventList &events);
    /** NotYet: the ledger is still being read, or the file is in trouble. */
    Answer mayHave(const Viewer &viewer, const QString &sha256);
    /** Whether any event names it, also one of a kind this version does not know; nothing while that
     * is not known. */
    std::optional<bool> isBrought(const QString &sha256);
    /** When the ledger began; nothing: that is not known, or it has no event. */
    std::optional<Instant> begunAt() const;

private:
    Result<> open();
    Result<> prepare();
    Result<> readPage();
    Result<> fold(const GroupId &group, qint64 seq, const EventData &data);
    Result<> note(const QList<Attachment> &attachments, const GroupId &group, qint64 seq);
    Result<> note(const QString &sha256, const GroupId &group, qint64 seq);
    Result<> noteUnknown(const QByteArray &data, qint64 seq);
    Result<> keepMark();
    Result<bool> sees(const Viewer &viewer, const QString &sha256);
    void failed(const Error &error);

    const QString m_path;
    LedgerReader &m_ledger;
    std::unique_ptr<Database> m_database;
    Statement m_note;
    Statement m_forget;
    Statement m_next;
    Statement m_any;
    Statement m_mark;
    QTimer m_turn;
    qint64 m_seq = 0;     //!< folded up to here
    qint64 m_kept = 0;    //!< as the file has it
    bool m_isThere = false;  //!< all that is in the ledger is folded
};

} // namespace quntai
