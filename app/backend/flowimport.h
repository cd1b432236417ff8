// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace quntai {

/** Brings a flow file into the ledger, at the start and whenever it changes: what is new, what is
 * otherwise, and what is gone (flowChanges()). A bad file is told of, with line and column, and the flows in force
 * stay. Main thread.
 */
class FlowImport : public QObject
{
    Q_OBJECT
public:
    /** The engine must outlive this. */
    FlowImport(QString file, Engine &engine, QObject *parent = nullptr);

    void start();

private:
    void watch();
    void check();

    const QString m_file;
    Engine &m_engine;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;  //!< an editor writes a file in several steps
};

} // namespace quntai
