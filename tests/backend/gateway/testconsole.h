// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/framecodec.h"
#include "models/protocol/methods.h"

#include <QWebSocket>

namespace quntai {

/** A console as simple as can be: signs in, follows the feed, counts what is wrong with it. */
class TestConsole : public QObject
{
    Q_OBJECT
public:
    explicit TestConsole(quint16 port, QObject *parent = nullptr);

    bool connectTo(const QByteArray &origin = {}, const QString &protocol = QStringLiteral("quntai.v1"));
    /** Result or error of a request; waits for it. */
    Result<QByteArray> call(const QString &method, const QByteArray &params = "{}");
    template <HasFields T>
    Result<QByteArray> call(const QString &method, const T &params)
    {
        return call(method, encodeBody(params));
    }
    Result<QByteArray> run(const CommandData &data);
    Result<QByteArray> hello(const Credentials &auth, const QString &session = {});
    bool signIn(const QString &token);
    /** feed.open at the positions kept, or from a snapshot. */
    Result<QByteArray> open(bool resume = true);
    bool waitForClose();
    int closeCode() const { return int(socket.closeCode()); }
    bool isAt(const QString &stream, qint64 seq) const { return positions.value(stream).seq >= seq; }

    QWebSocket socket;
    QMap<QString, StreamPosition> positions;
    QMap<QString, qint64> snapshotAt;             //!< sequence of the newest snapshot
    QMap<QString, QList<qint64>> seen;            //!< sequences of events since then
    QStringList notices;                          //!< methods, in order
    QByteArray lastNotice;
    State state;
    int gaps = 0;
    int repeats = 0;
    int bad = 0;
    qsizetype largest = 0;
    bool acks = true;

private:
    void receive(const QString &text);
    void takeEvents();
    void takePart();
    void notify(const QString &method, const QByteArray &params);

    quint16 m_port;
    FrameReader m_reader;
    QHash<QByteArray, Result<QByteArray>> m_answers;
    QMap<QString, SnapshotCollector> m_collectors;
    int m_calls = 0;
};

} // namespace quntai
