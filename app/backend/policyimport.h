// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace quntai {

/** Brings a policy file that was changed into the ledger, at the start and while running.
 *
 * A file that is as it was when it was last imported is left alone: what people set in the console
 * since then is newer. A bad file is told of, with line and column, and the policy in force stays.
 * Main thread.
 */
class PolicyImport : public QObject
{
    Q_OBJECT
public:
    /** memory: a file that keeps which content was imported last. The engine must outlive this. */
    PolicyImport(QString file, QString memory, Engine &engine, QObject *parent = nullptr);

    void start();

private:
    void check();
    void watch();
    void import(const Policy &read, const QByteArray &sum);
    bool isKnown(const QByteArray &sum) const;
    void remember(const QByteArray &sum);

    const QString m_file;
    const QString m_memory;
    Engine &m_engine;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;  //!< an editor writes a file in several steps
    QByteArray m_seen;
};

} // namespace quntai
