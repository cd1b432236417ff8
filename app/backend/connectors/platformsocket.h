// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace quntai {

/** A WebSocket to a platform that comes and goes, whoever of the two sides calls.
 *
 * Between opened() and closed() there is exactly one connection. Lives in the thread of its
 * connector and emits nothing after stop().
 */
class PlatformSocket : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void write(const QByteArray &text) = 0;
    /** Ends the connection at once, without waiting for the other side; closed(why) comes first. */
    virtual void drop(const QString &why) = 0;
    /** The other side has accepted us: the next break starts with a short pause again. */
    virtual void accepted() {}
    /** The next attempt waits at least this long. */
    virtual void slowDown(int milliseconds) { Q_UNUSED(milliseconds) }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &text);
    /** The connection, or an attempt to make one, has ended. */
    void closed(const QString &why);
    /** It cannot work like this; what to change. No further attempt is made. */
    void failed(const QString &why);
};

} // namespace quntai
