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
 * since then is newer. Where only the calendar it names changed, only that is taken over. A bad
 * file is told of, with line and column, and the policy in force stays. A bot a person has stopped
 * stays stopped.
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
    /** Of the contents of the files, in hex. */
    struct Sums
    {
        QByteArray policy;
        QByteArray calendar;
        bool operator==(const Sums &) const = default;
    };

    void check();
    void watch();
    void take(const Policy &read, const Sums &sums, bool onlyCalendar);
    void import(Policy policy);
    Sums sums() const;
    Sums remembered() const;
    void remember(const Sums &sums);

    const QString m_file;
    const QString m_memory;
    Engine &m_engine;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;  //!< an editor writes a file in several steps
    Sums m_seen;
};

} // namespace quntai
