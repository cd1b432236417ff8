// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "models/protocol/framecodec.h"

#include <QPointer>
#include <QTimer>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace quntai::bench {

/** A backend that does nothing but send: a company of 300 groups as a snapshot, then messages at a
 * rate, gathered and held back as the gateway does it. One console. Each message names the instant
 * it was made, so that its way can be timed.
 */
class FloodSource : public QObject
{
public:
    FloodSource();

    quint16 port() const { return m_listener.serverPort(); }
    void flood(int perSecond, qint64 count);
    /** Opens so many topics in each busy group, one in ten for a person; messages of the next floods
     * belong to them, each told by an event of its own, as a backend does. */
    void openTopics(int perGroup);

    static constexpr int groups = 300;
    static constexpr int busy = 50;   //!< of them are those that floods speak in
    static GroupId groupAt(int index);
    static TopicId topicAt(int group, int index);
    /** Nanoseconds at which the text was made; 0: it is none of a flood. */
    static qint64 madeAt(const QString &text);
    /** What the n-th message of all floods says and no other. */
    static QString wordOf(qint64 n);

private:
    void fill();
    void write(const GroupId &group, const TopicId &topic, EventData data);
    EventData message(const QString &text);
    void upgrade();
    void accept();
    void read(const QByteArray &text);
    void answer(const FrameHead &head);
    void sendBatch();
    RawEvent next(const GroupId &group, const TopicId &topic, const EventData &data);
    void sendDue(std::vector<RawEvent> &page, qint64 made);
    void send(const QByteArray &frame);

    QTcpServer m_listener;
    QWebSocketServer m_server;
    QPointer<QWebSocket> m_console;
    FrameReader m_reader;
    State m_state;
    QTimer m_tick;
    qint64 m_seq = 0;
    qint64 m_said = 0;
    qint64 m_acknowledged = 0;
    qint64 m_begun = 0;     //!< steadyNs() of the flood
    qint64 m_sentNow = 0;   //!< messages of this flood
    qint64 m_count = 0;
    int m_perSecond = 0;
    int m_topics = 0;       //!< of each busy group
};

} // namespace quntai::bench
