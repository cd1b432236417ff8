// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/wecomframes.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <functional>

namespace quntai {

/** Brings files to the AI bot platform, one after another, piece by piece over the connection that
 * is there: begin, pieces, end, each acknowledged (the long connection's aibot_upload_media_*).
 *
 * The platform keeps an upload for 30 minutes and the media for three days; a piece may be sent
 * again. What a lost connection cut off has failed: nothing of it reached a chat, so whoever asked
 * begins again. Knows no socket.
 */
class WecomUpload : public QObject
{
    Q_OBJECT
public:
    /** The media's id, or what went wrong: code and words of the platform, code 0: no answer. */
    struct Outcome
    {
        QString mediaId;
        int code = 0;
        QString error;
    };
    using Done = std::function<void(const Outcome &)>;

    explicit WecomUpload(int acknowledgeMs, QObject *parent = nullptr);

    /** done comes later, once, unless clear() comes before. */
    void begin(const OutboundFile &file, Done done);
    /** False when the acknowledgement is for none of these frames. */
    bool acknowledged(const WecomFrame &frame);
    /** The connection is gone: all of them have failed. */
    void disconnected(const QString &why);
    /** Forgets all without an outcome. */
    void clear();

Q_SIGNALS:
    void frame(const QByteArray &frame);

private:
    struct Job
    {
        OutboundFile file;
        Done done;
    };

    void next();
    void ask(const QByteArray &frame);
    void goOn(const WecomFrame &answer);
    void settle(const Outcome &outcome);
    QString nextRequest();

    const int m_acknowledgeMs;
    QQueue<Job> m_jobs;       //!< the first is under way
    QString m_request;        //!< not answered yet
    QString m_uploadId;
    int m_piece = 0;          //!< the next one; as many as there are: the end
    bool m_running = false;
    qint64 m_asked = 0;
    QTimer m_wait;
};

} // namespace quntai
