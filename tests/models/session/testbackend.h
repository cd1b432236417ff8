// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/framecodec.h"
#include "models/protocol/wire.h"
#include "models/session/session.h"

#include <QDateTime>
#include <QPointer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace quntai::tests {

/** A small bot backend of another company: one group, one console, the real protocol over a real
 * socket on loopback. It does what commands ask, once per command id, and misbehaves on demand. */
class TestBackend : public QObject
{
    Q_OBJECT
public:
    TestBackend();

    QUrl url() const;
    SignIn signIn() const { return {url(), QStringLiteral("u-1"), QStringLiteral("geheim"), {}}; }

    /** Writes one fact and sends it. */
    void write(EventData data, const TopicId &topic = {});
    void say(const QString &text, const TopicId &topic = {});
    void openTopic(const TopicId &topic);
    const State &state() const { return m_state; }
    qint64 head() const { return m_log.isEmpty() ? 0 : m_log.constLast().seq; }

    /** Ends the connection, if there is one. */
    void drop(int code = 4503);
    void setListening(bool listening);
    /** The ledger is restored: another generation with the same facts. */
    void restore() { m_epoch += u'x'; }

    QStringList texts;          //!< effects of message.send, in order
    QList<QByteArray> seen;     //!< methods asked, in order
    int snapshots = 0;
    int resumes = 0;
    int acknowledged = 0;
    bool silent = false;        //!< reads and never answers
    bool losesAnswers = false;  //!< does what is asked, and ends the connection without a word
    bool expectsToken = false;  //!< refuses the password
    std::optional<Error> refusal;  //!< of the next command

private:
    void accept();
    void read(const QByteArray &message);
    void answer(const FrameHead &head);
    void hello(const FrameHead &head);
    void openFeed(const FrameHead &request);
    void sendFrom(qint64 seq);
    void execute(const FrameHead &request);
    qint64 perform(const Command &command);
    void reply(const FrameHead &head, const QByteArray &result);
    void send(const QByteArray &frame);
    RawEvent raw(const Event &event) const;

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_console;
    FrameReader m_reader;
    State m_state;
    QList<Event> m_log;
    QHash<QString, qint64> m_done;
    QString m_epoch = QStringLiteral("e");
    quint16 m_port = 0;
    qint64 m_now = QDateTime::currentMSecsSinceEpoch();
    qint64 m_told = -1;   //!< -1: no feed
};

} // namespace quntai::tests
