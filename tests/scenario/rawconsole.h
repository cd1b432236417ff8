// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "models/protocol/framecodec.h"
#include "models/protocol/methods.h"

#include <QSslConfiguration>
#include <QTest>
#include <QWebSocket>

#include <functional>
#include <optional>

namespace quntai::tests {

/** A console that is nothing but a socket and the codec: it keeps what it was told, in order, and
 * notes whatever the protocol does not allow. Waiting runs the event loop. */
class RawConsole : public QObject
{
    Q_OBJECT
public:
    using Answered = std::function<void(Result<qint64>)>;

    RawConsole();
    ~RawConsole() override;

    /** For wss with a certificate of our own. */
    void trust(const QSslConfiguration &tls) { m_socket.setSslConfiguration(tls); }
    bool connectTo(const QUrl &url);
    Result<HelloResult> signIn(const QString &user, const QString &password);
    /** Signs in with the tokens of the last sign-in, as a console that reconnects does. */
    Result<HelloResult> signInAgain();
    /** Signs in with the access token of the last sign-in. */
    Result<HelloResult> signInWithAccess();
    /** Opens the feed from where we stand; true once its snapshots are here. */
    bool openFeed();
    /** connectTo, signIn, openFeed. */
    bool join(const QUrl &url, const QString &user, const QString &password);
    void drop() { m_socket.abort(); }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    int closeCode() const { return int(m_socket.closeCode()); }

    /** Runs a command to its answer. */
    Result<qint64> run(const CommandData &data);
    /** Sends a command; the answer comes while events are processed, or never. */
    void submit(const Command &command, Answered answered);
    static CommandId newId();

    const State &state() const { return m_state; }
    /** Events in the order they came, snapshots apart. */
    const QList<Event> &events() const { return m_events; }
    qint64 position(const QString &stream) const { return m_at.value(stream).seq; }
    QString epoch(const QString &stream) const { return m_at.value(stream).epoch; }
    /** Where the first snapshot of a stream stood. */
    qint64 begin(const QString &stream) const { return m_begin.value(stream, -1); }
    const QStringList &faults() const { return m_faults; }
    int resumed() const { return m_resumed; }
    int snapshots() const { return m_snapshots; }
    const QString &goAway() const { return m_goAway; }

    /** Asks and waits; Unavailable when the connection ends first. */
    template <class R>
    Result<R> ask(QStringView method, const QByteArray &params)
    {
        std::optional<Result<R>> answer;
        const auto id = begin(method, params, [&](const FrameHead &head) {
            if (head.kind == FrameHead::Kind::Error)
                answer = std::unexpected(head.error);
            else
                answer = m_reader.body<R>();
        });
        const bool done = QTest::qWaitFor([&] { return answer || !isOpen(); }, 30'000);
        m_asked.remove(id);
        if (answer)
            return *answer;
        return failure(ErrorKind::Unavailable, done ? QStringLiteral("connection lost")
                                                    : QStringLiteral("no answer"));
    }

private:
    QByteArray begin(QStringView method, const QByteArray &params,
                     std::function<void(const FrameHead &)> answered);
    Result<HelloResult> hello(const Credentials &who);
    void take(const QString &text);
    void takeNotice(const FrameHead &head);
    void takeEvents();
    void takePart();
    void tell(QStringView method, const QByteArray &params);
    void fault(const QString &what);

    QWebSocket m_socket;
    FrameReader m_reader;
    QHash<QByteArray, std::function<void(const FrameHead &)>> m_asked;
    Tokens m_tokens;
    QString m_session;
    State m_state;
    QMap<QString, Position> m_at;
    QMap<QString, qint64> m_begin;
    QMap<QString, SnapshotCollector> m_collecting;
    QList<Event> m_events;
    QStringList m_faults;
    QString m_goAway;
    int m_nextId = 0;
    int m_resumed = 0;
    int m_snapshots = 0;
};

} // namespace quntai::tests
