// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/backendprocess.h"

#include "app/backend/ledger/sqliteledgerreader.h"

#include <QDebug>
#include <QFile>

#include <csignal>

#include <sys/resource.h>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

/** How long a program may take; never a measure. */
constexpr int patienceMs = 60'000;

QString program()
{
    return qEnvironmentVariable("QUNTAI_BIN_DIR") + u"/quntai-backend"_s;
}

} // namespace

BackendProcess::BackendProcess() = default;

BackendProcess::~BackendProcess()
{
    kill();
}

QString BackendProcess::write(const QString &name, const QByteArray &content) const
{
    const auto path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(content) != content.size())
        qWarning() << path << file.errorString();
    return path;
}

void BackendProcess::configure(const QByteArray &yaml)
{
    m_config = {u"--config"_s, write(u"backend.yaml"_s, yaml)};
}

Ended BackendProcess::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
    }
    const bool exited = process.exitStatus() == QProcess::NormalExit
        && process.error() == QProcess::UnknownError;
    return {exited ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ended BackendProcess::addUser(const QString &name, const QString &role) const
{
    const auto file = write(u"password"_s, password().toUtf8() + '\n');
    return run({u"user"_s, u"add"_s, name, u"--role"_s, role, u"--data"_s, data(),
                u"--password-file"_s, file});
}

bool BackendProcess::start(const QStringList &more)
{
    kill();
    m_url.clear();
    m_out.clear();
    m_err.clear();
    m_process = std::make_unique<QProcess>();
    m_process->start(program(),
                     QStringList{u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s} + m_config
                         + more);
    while (!m_out.contains(u'\n') && m_process->waitForReadyRead(patienceMs))
        take();
    if (!m_out.startsWith(u"listening ")) {
        m_process->waitForFinished(patienceMs);
        take();
        qWarning().noquote() << "no ready line:" << m_out << m_err;
        return false;
    }
    m_url = QUrl(m_out.section(u'\n', 0, 0).mid(10));
    return m_url.isValid();
}

void BackendProcess::take()
{
    m_out += QString::fromUtf8(m_process->readAllStandardOutput());
    m_err += QString::fromUtf8(m_process->readAllStandardError());
}

QString BackendProcess::err()
{
    if (m_process)
        take();
    return m_err;
}

void BackendProcess::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished(patienceMs);
    take();
}

Ended BackendProcess::terminate()
{
    if (!isRunning())
        return {};
    ::kill(pid_t(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(patienceMs))
        return {};
    return ended();
}

bool BackendProcess::limitFileSize(qint64 bytes) const
{
    const rlimit limit{bytes < 0 ? RLIM_INFINITY : rlim_t(bytes), RLIM_INFINITY};
    return ::prlimit(pid_t(m_process->processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

Ended BackendProcess::ended()
{
    if (!m_process || isRunning())
        return {};
    take();
    return {m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1, m_out,
            m_err};
}

QList<StoredEvent> BackendProcess::log(const QString &stream) const
{
    QList<StoredEvent> all;
    const auto reader = SqliteLedgerReader::open(data());
    if (!reader) {
        qWarning().noquote() << reader.error().message;
        return all;
    }
    for (;;) {
        const auto after = all.isEmpty() ? 0 : all.constLast().seq;
        const auto events = (*reader)->read(stream, after, 5000, 16 * 1024 * 1024);
        if (!events)
            qWarning().noquote() << events.error().message;
        if (!events || events->isEmpty())
            return all;
        all += *events;
    }
}

QString BackendProcess::epoch() const
{
    const auto reader = SqliteLedgerReader::open(data());
    return reader ? (*reader)->epoch() : QString();
}

} // namespace quntai::tests
