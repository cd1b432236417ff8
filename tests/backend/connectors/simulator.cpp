// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/connectors/simulator.h"

#include "tests/backend/connectors/linkrecord.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUrl>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString folderOf(const QString &peer)
{
    return qEnvironmentVariable("QUNTAI_PEERS_DIR") + u'/' + peer;
}

} // namespace

QString Simulator::missing(const QString &peer)
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node is not installed"_s;
    if (!QDir(folderOf(peer) + u"/node_modules"_s).exists())
        return u"the npm packages of tests/peers/%1 are not installed in %2"_s.arg(peer,
                                                                                 folderOf(peer));
    return {};
}

Simulator::Simulator(const QString &peer, const QString &script, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"node"_s, QStringList{folderOf(peer) + u'/' + script} + arguments);
    if (eventually([this] { return m_process.canReadLine(); })) {
        const auto line = QString::fromUtf8(m_process.readLine()).trimmed();
        m_url = QUrl(line.section(u' ', 1));
    }
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                     [this] { read(); });
    read();
}

Simulator::~Simulator()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Simulator::read()
{
    while (m_process.canReadLine())
        m_reports.append(QJsonDocument::fromJson(m_process.readLine()).object());
}

QJsonObject Simulator::order(const QJsonObject &command)
{
    m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    const auto done = report(u"did"_s, [&](const QJsonObject &value) {
        return value.value(u"did"_s) == command.value(u"do"_s);
    });
    if (done.isEmpty())
        QTest::qFail("the simulator did not do what was ordered", __FILE__, __LINE__);
    return done;
}

QJsonObject Simulator::report(const QString &name,
                              const std::function<bool(const QJsonObject &)> &matches)
{
    QJsonObject found;
    eventually([&] {
        const auto at = std::ranges::find_if(m_reports, [&](const QJsonObject &value) {
            return value.contains(name) && matches(value);
        });
        if (at == m_reports.end())
            return false;
        found = *at;
        m_reports.erase(at);
        return true;
    });
    return found;
}

QJsonObject Simulator::sent(const QString &text)
{
    return report(u"sent"_s, [&](const QJsonObject &value) {
        return value.value(u"sent"_s).toObject().value(u"text"_s).toString().trimmed() == text;
    }).value(u"sent"_s).toObject();
}

qsizetype Simulator::count(const QString &name)
{
    return std::ranges::count_if(m_reports,
                                 [&](const QJsonObject &value) { return value.contains(name); });
}

} // namespace quntai
