// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace quntai::tests {

/** What a program that has ended said. */
struct Ended
{
    int code = -1;   //!< -1: a signal, or it could not be run
    QString out;
    QString err;
};

/** The program quntai-backend on a data folder of its own, as an operator runs it. */
class BackendProcess
{
public:
    BackendProcess();
    /** Ends the program, hard. */
    ~BackendProcess();

    QString folder() const { return m_folder.path(); }
    QString data() const { return m_folder.path() + QStringLiteral("/data"); }
    QString ledgerFile() const { return data() + QStringLiteral("/ledger.db"); }

    /** Puts a file into the folder (not into data) and returns its path. */
    QString write(const QString &name, const QByteArray &content) const;
    /** From now on it starts with this configuration file. */
    void configure(const QByteArray &yaml);

    /** One run of the program to its end. */
    Ended run(const QStringList &arguments) const;
    /** user add, with password(). */
    Ended addUser(const QString &name, const QString &role) const;
    static QString password() { return QStringLiteral("correct horse battery"); }

    /** Starts serving; true once it said where it listens. */
    bool start(const QStringList &more = {});
    /** Where it listens. */
    QUrl url() const { return m_url; }
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }
    /** kill -9, and waits for the end. */
    void kill();
    /** SIGTERM, and waits for the end. */
    Ended terminate();
    /** How it ended, when it is not running. */
    Ended ended();
    /** How large a file it may write from now on; -1: any. Then writing fails, as on a full disk. */
    bool limitFileSize(qint64 bytes) const;
    /** What it said since start(). */
    QString out() const { return m_out; }
    QString err();

    /** Every event of a stream as the file has it; reads beside a running backend. */
    QList<StoredEvent> log(const QString &stream) const;
    /** The generation of the ledger. */
    QString epoch() const;

private:
    void take();

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QStringList m_config;
    QUrl m_url;
    QString m_out;
    QString m_err;
};

} // namespace quntai::tests
