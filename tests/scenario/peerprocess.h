// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QUrl>

namespace quntai::tests {

/** A simulator of tests/peers: orders go in, reports come out, one JSON object per line. */
class PeerProcess : public QObject
{
    Q_OBJECT
public:
    PeerProcess();
    ~PeerProcess() override;

    /** Empty when it listens; else why it cannot be used, for QSKIP. */
    QString start(const QString &peer, const QString &script, const QStringList &arguments);
    QUrl url() const { return m_url; }
    void order(const QJsonObject &order);
    const QList<QJsonObject> &reports() const { return m_reports; }

private:
    void take();

    QProcess m_process;
    QUrl m_url;
    QByteArray m_line;
    QByteArray m_first;
    QList<QJsonObject> m_reports;
};

} // namespace quntai::tests
