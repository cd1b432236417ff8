// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedbackend.h"

#include <QRandomGenerator>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int endWaitMs = 5000;

QString makeToken()
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const auto *bytes = reinterpret_cast<const char *>(random.data());
    return QString::fromLatin1(QByteArray(bytes, sizeof random).toHex());
}

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
    if (m_pipe >= 0)
        ::close(m_pipe);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(endWaitMs))
        m_process.kill();
}

Result<> EmbeddedBackend::start(const QString &program, const QStringList &arguments)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return failure(ErrorKind::Unavailable, u"no pipe could be made: too many open files"_s);
    m_pipe = ends[1];
    m_token = makeToken();
    const int childEnd = ends[0];
    // Runs in the child between fork and exec: only there does the descriptor survive exec.
    m_process.setChildProcessModifier([childEnd] { ::fcntl(childEnd, F_SETFD, 0); });
    m_process.start(program, QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--token-fd"_s,
                                         QString::number(childEnd)}
                                 + arguments);
    ::close(childEnd);
    const auto line = m_token.toLatin1() + '\n';
    if (::write(m_pipe, line.constData(), std::size_t(line.size())) != line.size())
        return failure(ErrorKind::Unavailable, u"the backend did not take its sign-in token"_s);
    return {};
}

void EmbeddedBackend::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    const auto end = m_output.indexOf('\n');
    if (m_ready || end < 0)
        return;
    m_ready = true;
    const auto line = QString::fromUtf8(m_output.first(end)).trimmed();
    Q_EMIT ready(QUrl(line.section(u' ', 1)), m_token);
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
