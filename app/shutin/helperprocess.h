// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>

namespace quntai {

/** The near end of a program that is shut in: asked on its stdin, it answers on its stdout.
 *
 * It is started with the first question, ended when an answer takes too long, and started again for
 * the next question. After idleMs at rest it is let go. One question at a time. Lives in the thread
 * that made it; never blocks.
 */
class HelperProcess : public QObject
{
    Q_OBJECT
public:
    enum class Failure {
        NotStarted,  //!< there is no such program
        Ended,       //!< it ended of itself
        TimedOut,
    };

    HelperProcess(QString program, int idleMs, QObject *parent = nullptr);
    ~HelperProcess() override;

    /** It has timeoutMs until rest(). Where it cannot be started failed() may come before this
     * returns. */
    void ask(const QByteArray &head, const QByteArray &bytes, int timeoutMs);
    /** The answer is whole. */
    void rest();
    /** Kills it without waiting: what is left of it is no business of this thread. */
    void end();

    qint64 bytesAvailable() const { return m_process ? m_process->bytesAvailable() : 0; }
    QByteArray read(qint64 length) { return m_process ? m_process->read(length) : QByteArray(); }
    qint64 read(char *to, qint64 length) { return m_process ? m_process->read(to, length) : -1; }
    /** 0: it does not run. */
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

Q_SIGNALS:
    /** Bytes have come, asked for or not. */
    void answered();
    /** It does not run any more. */
    void failed(quntai::HelperProcess::Failure failure);

private:
    bool start();
    void fail(Failure failure);

    const QString m_program;
    const int m_idleMs;
    std::unique_ptr<QProcess> m_process;
    QTimer m_deadline;
    QTimer m_idle;
};

} // namespace quntai
