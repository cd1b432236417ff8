// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QProcess>
#include <QUrl>

class QSocketNotifier;

namespace quntai {

/** The backend a console starts for itself: a child process on loopback that ends with it.
 *
 * The child sends a one-time sign-in token over an inherited socket and watches that socket: when
 * the console is gone, however it went, the child ends.
 */
class EmbeddedBackend : public QObject
{
    Q_OBJECT
public:
    explicit EmbeddedBackend(QObject *parent = nullptr);
    /** Asks the child to end and waits up to five seconds for it. */
    ~EmbeddedBackend() override;

    /** Starts the program with the arguments after "--listen 127.0.0.1:0 --token-fd N". */
    Result<> start(const QString &program, const QStringList &arguments);

    /** Asks for a token that signs this person of the sample company in, by id or name; ready()
     * follows again. */
    void becomeAnother(const QString &who);

    /** It has let somebody in, so there may be something on screen. */
    bool isReady() const { return !m_server.isEmpty() && !m_token.isNull(); }

    /** Halts the child, as a machine does that hangs, or lets it go on. */
    void setHalted(bool halted);

Q_SIGNALS:
    /** Empty token: there is no such person. */
    void ready(const QUrl &server, const QString &token);
    /** It did not start, or ended by itself; text for people. */
    void failed(const QString &why);

private:
    void readOutput();
    void readToken();
    void tellWhenReady();
    void noteEnd();

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_said;      //!< over the socket
    QUrl m_server;
    QString m_token;
    int m_socket = -1;
    QSocketNotifier *m_notifier = nullptr;
    bool m_ending = false;
};

} // namespace quntai
