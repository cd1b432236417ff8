// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace quntai::tests {

/** A road between consoles and a server, on loopback, that breaks when it is told to: TCP as it
 * is, so a cut falls anywhere, also within a frame. */
class CuttingProxy : public QObject
{
    Q_OBJECT
public:
    enum class Way { Up, Down };   //!< to the server, to the console

    explicit CuttingProxy(QObject *parent = nullptr);
    ~CuttingProxy() override;

    void leadTo(const QUrl &server) { m_server = server; }
    /** What a console connects to instead of the server. */
    QUrl url() const;

    /** Ends every connection; what is under way is lost. */
    void cut();
    /** Lets so many more bytes of that way through, then cuts. */
    void cutAfter(Way way, qint64 bytes);
    /** Looks at what comes down: the first bytes it says true to are lost, and it cuts. */
    void cutAt(std::function<bool(const QByteArray &)> lost) { m_cutAt = std::move(lost); }
    /** Forwards nothing any more, either way, and closes nothing: new connections are taken and stay
     * silent, and who leaves is not told of to the other end. What comes meanwhile waits. */
    void hold() { m_isHeld = true; }
    /** Forwards again, first what waited and who left. */
    void release();
    int connections() const { return int(m_pairs.size()); }
    int cuts() const { return m_cuts; }

private:
    struct Pair
    {
        QTcpSocket *console = nullptr;
        QTcpSocket *server = nullptr;
    };

    void accept();
    void pass(const Pair &pair, Way way);
    void gone(QTcpSocket *socket);
    void drop(QTcpSocket *socket);

    QTcpServer m_listener;
    QUrl m_server;
    QList<Pair> m_pairs;
    std::function<bool(const QByteArray &)> m_cutAt;
    Way m_way = Way::Up;
    qint64 m_left = -1;   //!< -1: not counted
    int m_cuts = 0;
    bool m_isHeld = false;
};

} // namespace quntai::tests
