// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>

#include <functional>

namespace quntai {

/** A simulator of tests/peers, run by node as its own process; ends with this object. */
class Simulator
{
public:
    /** Why peer cannot run here; empty when it can. */
    static QString missing(const QString &peer);

    Simulator(const QString &peer, const QString &script, const QStringList &arguments);
    ~Simulator();

    QUrl url() const { return m_url; }  //!< empty when it did not start
    /** Orders something and returns what the simulator says it did; fails the test otherwise. */
    QJsonObject order(const QJsonObject &command);
    /** Waits for a report with this name that matches, and takes it out; empty when none comes. */
    QJsonObject report(const QString &name, const std::function<bool(const QJsonObject &)> &matches
                       = [](const QJsonObject &) { return true; });
    /** The report of a text that reached a chat. */
    QJsonObject sent(const QString &text);
    /** How many reports with this name have come and were not taken. */
    qsizetype count(const QString &name);

private:
    void read();

    QProcess m_process;
    QUrl m_url;
    QList<QJsonObject> m_reports;
};

} // namespace quntai
