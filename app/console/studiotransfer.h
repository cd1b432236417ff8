// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"
#include "models/transfer/entryfile.h"

#include <memory>

class QThread;

namespace quntai {

/** Files of entries: read and written in a thread of their own, taken in command by command. GUI
 * thread. */
class StudioTransfer : public QObject
{
    Q_OBJECT
public:
    explicit StudioTransfer(Session &session, QObject *parent = nullptr);
    ~StudioTransfer() override;

    /** read() follows, with what the file would do. */
    void readFile(const QString &path);
    /** The plan again, for another target; nothing happens without a file. */
    void plan(bool asDrafts);
    const ImportPlan &plan() const { return m_plan; }
    /** Asks the backend for what the plan has; progressed() and finished() or failed() follow. */
    void takeIn();
    bool isTakingIn() const { return !m_waiting.isEmpty() || !m_command.value.isEmpty(); }
    /** wrote() or failed() follows. Entries without drafts. */
    void writeFile(const QString &path, TextCoding coding, FileWords words);

    static EntryFormat formatOf(const QString &path);

Q_SIGNALS:
    void planned();
    void progressed(int done, int total);
    void finished(int entries);
    void failed(const QString &why);
    void refused(const quntai::Error &error);
    void wrote(const QString &path, int entries);

private:
    void next();
    void settle(const CommandId &command, const Result<qint64> &result);
    void inBackground(std::function<std::function<void()>()> work);

    Session &m_session;
    std::unique_ptr<QThread> m_thread;
    EntryFile m_file;
    bool m_asDrafts = false;
    ImportPlan m_plan;
    QList<ImportEntries> m_waiting;
    CommandId m_command;
    int m_done = 0;
    int m_total = 0;
    int m_sent = 0;  //!< entries in the command that is out
};

} // namespace quntai
