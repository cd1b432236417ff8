// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedbackend.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int endWaitMs = 5000;
constexpr qsizetype longestLine = 4096;

} // namespace

EmbeddedBackend::EmbeddedBackend(QObject *parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EmbeddedBackend::readOutput);
    connect(&m_process, &QProcess::finished, this, &EmbeddedBackend::noteEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(m_process.errorString());
    });
}

EmbeddedBackend::~EmbeddedBackend()
{
    m_ending = true;
    setHalted(false);
    if (m_notifier)
        m_notifier->setEnabled(false);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(endWaitMs))
            m_process.kill();
    }
    if (m_socket >= 0)
        ::close(m_socket);
}

void EmbeddedBackend::setHalted(bool halted)
{
    if (m_process.state() == QProcess::Running)
        ::kill(pid_t(m_process.processId()), halted ? SIGSTOP : SIGCONT);
}

Result<> EmbeddedBackend::start(const QString &program, const QStringList &arguments)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(ErrorKind::Unavailable, u"no socket could be made: too many open files"_s);
    m_socket = ends[0];
    m_notifier = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &EmbeddedBackend::readToken);
    const int childEnd = ends[1];
    // Runs in the child between fork and exec: only there does the descriptor survive exec.
    m_process.setChildProcessModifier([childEnd] { ::fcntl(childEnd, F_SETFD, 0); });
    m_process.start(program, QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--token-fd"_s,
                                         QString::number(childEnd)}
                                 + arguments);
    ::close(childEnd);
    return {};
}

void EmbeddedBackend::becomeAnother(const QString &who)
{
    const auto line = who.toUtf8() + '\n';
    if (::send(m_socket, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL) != line.size())
        Q_EMIT failed(tr("The backend does not listen any more."));
}

void EmbeddedBackend::readToken()
{
    std::array<char, 256> bytes{};
    const auto count = ::read(m_socket, bytes.data(), bytes.size());
    if (count <= 0 || m_said.size() > longestLine) {
        m_notifier->setEnabled(false);
        return;
    }
    m_said.append(bytes.data(), count);
    for (auto end = m_said.indexOf('\n'); end >= 0; end = m_said.indexOf('\n')) {
        m_token = QString::fromLatin1(m_said.first(end));
        m_said.remove(0, end + 1);
        tellWhenReady();
    }
}

void EmbeddedBackend::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    const auto end = m_output.indexOf('\n');
    if (!m_server.isEmpty() || end < 0)
        return;
    const auto line = QString::fromUtf8(m_output.first(end)).trimmed();
    m_server = QUrl(line.section(u' ', 1));
    tellWhenReady();
}

void EmbeddedBackend::tellWhenReady()
{
    if (isReady())
        Q_EMIT ready(m_server, m_token);
}

void EmbeddedBackend::noteEnd()
{
    if (m_ending)
        return;
    const auto said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    const auto last = said.section(u'\n', -1);
    Q_EMIT failed(last.isEmpty() ? tr("The backend ended with code %1.").arg(m_process.exitCode())
                                 : last);
}

} // namespace quntai
