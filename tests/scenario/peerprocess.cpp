// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/peerprocess.h"

#include <QJsonDocument>
#include <QTest>

namespace quntai::tests {

using namespace Qt::StringLiterals;

PeerProcess::PeerProcess()
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PeerProcess::take);
}

PeerProcess::~PeerProcess()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

QString PeerProcess::start(const QString &peer, const QString &script, const QStringList &arguments)
{
    const auto runPeer = qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/tests/peers/run-peer"_s;
    m_process.start(runPeer, QStringList{peer, script} + arguments);
    const bool done = QTest::qWaitFor(
        [this] { return m_url.isValid() || m_process.state() == QProcess::NotRunning; }, 30'000);
    if (done && m_url.isValid())
        return {};
    return u"%1/%2 does not run: %3%4"_s.arg(peer, script, QString::fromUtf8(m_first),
                                            QString::fromUtf8(m_process.readAllStandardError()));
}

void PeerProcess::order(const QJsonObject &order)
{
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
}

void PeerProcess::take()
{
    m_line += m_process.readAllStandardOutput();
    for (auto end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        const auto line = m_line.first(end);
        m_line.remove(0, end + 1);
        if (m_first.isEmpty()) {
            m_first = line;
            if (line.startsWith("listening "))
                m_url = QUrl(QString::fromUtf8(line.mid(10)));
        } else {
            m_reports.append(QJsonDocument::fromJson(line).object());
        }
    }
}

} // namespace quntai::tests
