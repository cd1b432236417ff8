// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <memory>
#include <span>

namespace quntai {

/** One JSON-RPC 2.0 message without its body. */
struct FrameHead
{
    enum class Kind { Request, Notification, Result, Error };
    Kind kind = Kind::Notification;
    QByteArray id;   //!< JSON text of the id, sent back as it is; empty for a notification
    QString method;  //!< of requests and notifications
    Error error;     //!< with Error
};

/** An event that cannot be shown; its position is taken all the same. */
struct BadEvent
{
    qint64 seq = 0;   //!< 0 when not even that can be read
    QByteArray json;
    Error error;
};

/** The body of feed.events. */
struct EventsFrame
{
    QString stream;
    QString epoch;
    QList<Event> events;   //!< a bad one stands here as UnknownEvent, when it has a sequence
    QList<BadEvent> bad;
};

/** Reads one message at a time; keep one per connection or thread.
 *
 * Errors: TooLarge (over maxMessageBytes), Parse, InvalidRequest, InvalidParams with data.field.
 * Functions that read the body are for the message of the last successful read().
 */
class FrameReader
{
public:
    FrameReader();
    ~FrameReader();

    Result<FrameHead> read(QByteArrayView message);
    /** Gives back the memory that large messages needed; ends what was read. */
    void rest();
    /** The id of the last message, as far as it could be read: for the answer to a bad one. */
    QByteArray id() const;

    /** The params or result as one of the types of wire.h, SnapshotPart included. */
    template <class T>
    Result<T> body() const;
    Result<EventsFrame> events() const;
    /** The command of a request; UnknownMethod when there is none of that method. */
    Result<Command> command(const QString &method) const;

private:
    struct Parsed;
    std::unique_ptr<Parsed> m_parsed;
};

/** A body of wire.h as JSON. */
template <class T>
QByteArray encodeBody(const T &body);

QByteArray encodeRequest(QByteArrayView idJson, QStringView method, QByteArrayView params);
QByteArray encodeNotification(QStringView method, QByteArrayView params);
QByteArray encodeResult(QByteArrayView idJson, QByteArrayView result);
QByteArray encodeError(QByteArrayView idJson, const Error &error);

/** The params of a command: its members and commandId. */
QByteArray encodeCommand(const Command &command);
Result<Command> decodeCommand(QStringView method, QByteArrayView params);
bool isCommand(QStringView method);

/** Identifies what a command asks for: SHA-256 of method and members, without the id. A password
 * is left out, so that nothing kept can be tried against it. */
QByteArray commandBodyHash(const CommandData &data);

/** An event on its way to consoles, its data still as text. */
struct RawEvent
{
    qint64 prev = 0;
    qint64 seq = 0;
    Instant at;
    QString type;
    GroupId group;
    TopicId topic;
    QByteArray data;   //!< JSON; empty when erased
};

/** One event as feed.events carries it. */
QByteArray encodeRawEvent(const RawEvent &event);

/** A whole feed.events message. */
QByteArray encodeEventsFrame(QStringView stream, QStringView epoch,
                             std::span<const RawEvent> events);

/** How many bytes an event takes in a frame, at most. */
qsizetype rawEventSize(const RawEvent &event);

} // namespace quntai
