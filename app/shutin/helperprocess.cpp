// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shutin/helperprocess.h"

namespace quntai {

HelperProcess::HelperProcess(QString program, int idleMs, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_idleMs(idleMs)
{
    m_deadline.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(Failure::TimedOut); });
    connect(&m_idle, &QTimer::timeout, this, &HelperProcess::end);
}

HelperProcess::~HelperProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(500);
}

/** False when it could not be started, which is told by then. */
bool HelperProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &HelperProcess::answered);
    connect(m_process.get(), &QProcess::finished, this, [this] { fail(Failure::Ended); });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Failure::NotStarted);
    });
    const auto *started = m_process.get();
    m_process->start(m_program, {});
    return m_process.get() == started;
}

void HelperProcess::ask(const QByteArray &head, const QByteArray &bytes, int timeoutMs)
{
    m_idle.stop();
    if (!m_process && !start())
        return;
    m_deadline.start(timeoutMs);
    m_process->write(head);
    m_process->write(bytes);
}

void HelperProcess::rest()
{
    m_deadline.stop();
    m_idle.start(m_idleMs);
}

void HelperProcess::end()
{
    m_deadline.stop();
    m_idle.stop();
    if (!m_process)
        return;
    auto *process = m_process.release();
    process->disconnect(this);
    process->setParent(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void HelperProcess::fail(Failure failure)
{
    end();
    Q_EMIT failed(failure);
}

} // namespace quntai
