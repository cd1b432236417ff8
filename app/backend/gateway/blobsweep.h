// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/blobstore.h"

#include <QDateTime>
#include <QDirIterator>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace quntai {

/** Removes what lies in the folder of blobs and belongs to nobody: uploads an earlier process was cut
 * off in, and blobs of which neither a message nor a person who brought them is known.
 *
 * The folder is walked in a thread of its own, some hundred names a turn; whose they are is asked in
 * the gateway's thread, in which this lives.
 */
class BlobSweep : public QObject
{
    Q_OBJECT
public:
    /** Whether somebody knows the blob; nothing: that cannot be told yet. */
    using IsOwned = std::function<std::optional<bool>(const QString &sha256)>;

    BlobSweep(BlobStore blobs, IsOwned isOwned, QObject *parent = nullptr);
    ~BlobSweep() override;

    /** Of the blobs those between the two times: what came before may be another ledger's, what came
     * after may be known soon. Does nothing while it runs; begins again in a while where owners could
     * not be told. */
    void start(Instant after, Instant before);

    static constexpr int namesATurn = 200;
    static constexpr int againMs = 1000;

Q_SIGNALS:
    /** It has been through the folder. */
    void finished(qint64 removed);

private:
    void walk();
    QStringList nextNames();
    void judge(const QStringList &names);
    void remove(const QStringList &names);
    void finish();

    const BlobStore m_blobs;
    const IsOwned m_isOwned;
    const QDateTime m_born;
    Instant m_after;
    Instant m_before;
    std::unique_ptr<QDirIterator> m_files;  //!< touched by one thread after the other
    qint64 m_removed = 0;
    bool m_runs = false;
    QTimer m_again;
    QThreadPool m_worker;
};

} // namespace quntai
