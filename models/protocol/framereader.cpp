// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/framecodec.h"

#include "models/domain/report.h"
#include "models/protocol/customerwire.h"
#include "models/protocol/eventreader.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/valuecodec.h"
#include "models/protocol/wire.h"

#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

Result<Command> readCommand(std::string_view method, const JsonValue &params);

namespace {

constexpr qsizetype maxIdBytes = 128;

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

std::unexpected<Error> invalid(const QString &why)
{
    return failure(ErrorKind::InvalidRequest, why);
}

bool isKnown(int code)
{
    switch (ErrorKind(code)) {
    case ErrorKind::Parse:
    case ErrorKind::InvalidRequest:
    case ErrorKind::UnknownMethod:
    case ErrorKind::InvalidParams:
    case ErrorKind::Internal:
    case ErrorKind::Stale:
    case ErrorKind::NotHolder:
    case ErrorKind::Forbidden:
    case ErrorKind::IdConflict:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::TooLarge:
    case ErrorKind::RateLimited:
    case ErrorKind::StorageFull:
    case ErrorKind::Unavailable:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Policy:
        return true;
    }
    return false;
}

Result<Error> readError(const JsonValue &value)
{
    std::int64_t code = 0;
    std::string_view message;
    if (value["code"].get(code) || value["message"].get(message))
        return invalid(u"error needs code and message"_s);
    Error error{ErrorKind::Internal, toText(message)};
    if (std::in_range<int>(code) && isKnown(int(code)))
        error.kind = ErrorKind(int(code));
    JsonValue data;
    if (!value["data"].get(data) && data.is_object())
        error.data = QJsonDocument::fromJson(jsonText(data)).object();
    return error;
}

/** The id as JSON: a text or a whole number. */
Result<QByteArray> readId(const JsonValue &id)
{
    if (id.is_null())
        return QByteArray("null");
    if (!id.is_string() && !id.is_int64())
        return invalid(u"id must be a text or a whole number"_s);
    auto text = jsonText(id);
    if (text.size() > maxIdBytes)
        return invalid(u"id must be at most %1 bytes long"_s.arg(maxIdBytes));
    return text;
}

struct EventHead
{
    qint64 prev = 0;
    qint64 seq = 0;
    Instant at;
    QString type;
    GroupId group;
    TopicId topic;
    bool erased = false;

    bool operator==(const EventHead &) const = default;
    static constexpr auto fields()
    {
        using E = EventHead;
        return FieldList{required("prev", &E::prev), required("seq", &E::seq),
                          required("at", &E::at), required("type", &E::type),
                          optional("group", &E::group), optional("topic", &E::topic),
                          optional("erased", &E::erased)};
    }
};

Result<EventData> readDataOf(const EventHead &head, const JsonValue &event)
{
    JsonValue data;
    if (head.erased)
        return UnknownEvent{head.type, {}};
    if (event["data"].get(data))
        return failure(ErrorKind::InvalidParams, u"\"data\" is missing"_s,
                       {{u"field"_s, u"data"_s}});
    const auto type = head.type.toUtf8();
    return readEventData({type.data(), std::size_t(type.size())}, data);
}

void readEvent(const JsonValue &json, EventsFrame &into)
{
    const auto head = decodeValue<EventHead>(json);
    auto data = head ? readDataOf(*head, json) : Result<EventData>(std::unexpected(head.error()));
    if (data) {
        into.events.append({into.stream, head->seq, head->prev, head->at, head->group, head->topic,
                            std::move(*data)});
        return;
    }
    std::int64_t seq = 0;
    std::int64_t prev = 0;
    if (json["seq"].get(seq) || json["prev"].get(prev))
        seq = 0;
    into.bad.append({seq, jsonText(json), data.error()});
    if (seq <= 0)
        return;
    Event placeholder{into.stream, seq, prev, {}, {}, {}, UnknownEvent{{}, into.bad.last().json}};
    if (!into.events.isEmpty())
        placeholder.at = into.events.constLast().at;
    into.events.append(std::move(placeholder));
}

} // namespace

struct FrameReader::Parsed
{
    simdjson::dom::parser parser;
    JsonValue message;
    QByteArray id;
    bool isResult = false;

    Result<JsonValue> body() const
    {
        JsonValue found;
        if (message[isResult ? "result" : "params"].get(found))
            return failure(ErrorKind::InvalidParams, u"\"params\" is missing"_s,
                           {{u"field"_s, u"params"_s}});
        return found;
    }
};

FrameReader::FrameReader() : m_parsed(std::make_unique<Parsed>()) {}
FrameReader::~FrameReader() = default;

void FrameReader::rest()
{
    m_parsed = std::make_unique<Parsed>(); // a parser keeps 15 times the largest message it has seen
}

QByteArray FrameReader::id() const
{
    return m_parsed->id;
}

Result<FrameHead> FrameReader::read(QByteArrayView message)
{
    m_parsed->id.clear();
    m_parsed->isResult = false;
    if (message.size() > maxMessageBytes)
        return failure(ErrorKind::TooLarge, u"A message may have %1 bytes"_s.arg(maxMessageBytes),
                       {{u"limit"_s, qint64(maxMessageBytes)}});
    const auto parsed = parseStrict(m_parsed->parser, message);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (!parsed->is_object())
        return invalid(u"A message is one JSON object; batches are not taken"_s);
    m_parsed->message = *parsed;

    JsonValue id;
    const bool hasId = !(*parsed)["id"].get(id);
    if (hasId) {
        const auto text = readId(id);
        if (!text)
            return std::unexpected(text.error());
        m_parsed->id = *text;
    }
    std::string_view version;
    if ((*parsed)["jsonrpc"].get(version) || version != "2.0")
        return invalid(u"jsonrpc must be \"2.0\""_s);

    FrameHead head;
    head.id = m_parsed->id;
    std::string_view method;
    JsonValue body;
    if (!(*parsed)["method"].get(method)) {
        head.kind = hasId ? FrameHead::Kind::Request : FrameHead::Kind::Notification;
        head.method = toText(method);
        if (hasId && id.is_null())
            return invalid(u"The id of a request must not be null"_s);
    } else if (hasId && !(*parsed)["result"].get(body)) {
        head.kind = FrameHead::Kind::Result;
        m_parsed->isResult = true;
    } else if (hasId && !(*parsed)["error"].get(body)) {
        head.kind = FrameHead::Kind::Error;
        auto error = readError(body);
        if (!error)
            return std::unexpected(error.error());
        head.error = std::move(*error);
    } else {
        return invalid(u"A message needs a method, or an id with a result or an error"_s);
    }
    return head;
}

template <class T>
Result<T> FrameReader::body() const
{
    // A method without params may leave them out.
    if constexpr (std::is_same_v<T, Nothing>)
        return T{};
    else
        return m_parsed->body().and_then([](const JsonValue &value) { return decodeValue<T>(value); });
}

#define QUNTAI_BODY(T) template Result<T> FrameReader::body<T>() const;
#include "models/protocol/bodies.h"
#undef QUNTAI_BODY

Result<EventsFrame> FrameReader::events() const
{
    const auto body = m_parsed->body();
    if (!body)
        return std::unexpected(body.error());
    std::string_view stream;
    std::string_view epoch;
    dom::array events;
    if ((*body)["stream"].get(stream) || (*body)["epoch"].get(epoch)
        || (*body)["events"].get(events))
        return failure(ErrorKind::InvalidParams, u"feed.events needs stream, epoch and events"_s,
                       {{u"field"_s, u"events"_s}});
    EventsFrame frame{toText(stream), toText(epoch), {}, {}};
    frame.events.reserve(qsizetype(events.size()));
    for (const auto event : events)
        readEvent(event, frame);
    return frame;
}

Result<Command> FrameReader::command(const QString &method) const
{
    const auto name = method.toUtf8();
    return m_parsed->body().and_then([&](const JsonValue &params) {
        return readCommand({name.data(), std::size_t(name.size())}, params);
    });
}

} // namespace quntai
