// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/framecodec.h"

#include "models/domain/report.h"
#include "models/protocol/customerwire.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/valuecodec.h"
#include "models/protocol/wire.h"

#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

void beginFrame(JsonWriter &writer)
{
    writer.beginObject();
    writer.name("jsonrpc");
    writer.value(std::string_view("2.0"));
}

QByteArray frame(QByteArrayView idJson, QStringView method, QByteArrayView params)
{
    JsonWriter writer;
    beginFrame(writer);
    if (!idJson.isEmpty()) {
        writer.name("id");
        writer.raw(idJson);
    }
    writer.name("method");
    writer.value(method);
    writer.name("params");
    writer.raw(params.isEmpty() ? QByteArrayView("{}") : params);
    writer.endObject();
    return writer.take();
}

void writeEventHead(JsonWriter &writer, const RawEvent &event)
{
    writer.name("prev");
    writer.value(event.prev);
    writer.name("seq");
    writer.value(event.seq);
    writer.name("at");
    writer.value(event.at);
    writer.name("type");
    writer.value(QStringView(event.type));
    if (!event.group.isEmpty()) {
        writer.name("group");
        writeValue(writer, event.group);
    }
    if (!event.topic.isEmpty()) {
        writer.name("topic");
        writeValue(writer, event.topic);
    }
}

void writeRawEvent(JsonWriter &writer, const RawEvent &event)
{
    writer.beginObject();
    writeEventHead(writer, event);
    if (event.data.isEmpty()) {
        writer.name("erased");
        writer.value(true);
    } else {
        writer.name("data");
        writer.raw(event.data);
    }
    writer.endObject();
}

} // namespace

template <class T>
QByteArray encodeBody(const T &body)
{
    return encodeValue(body);
}

#define QUNTAI_BODY(T) template QByteArray encodeBody(const T &);
#include "models/protocol/bodies.h"
#undef QUNTAI_BODY

QByteArray encodeRequest(QByteArrayView idJson, QStringView method, QByteArrayView params)
{
    return frame(idJson, method, params);
}

QByteArray encodeNotification(QStringView method, QByteArrayView params)
{
    return frame({}, method, params);
}

QByteArray encodeResult(QByteArrayView idJson, QByteArrayView result)
{
    JsonWriter writer;
    beginFrame(writer);
    writer.name("id");
    writer.raw(idJson);
    writer.name("result");
    writer.raw(result.isEmpty() ? QByteArrayView("{}") : result);
    writer.endObject();
    return writer.take();
}

QByteArray encodeError(QByteArrayView idJson, const Error &error)
{
    auto data = error.data;
    data[u"kind"_s] = errorKindName(error.kind);
    JsonWriter writer;
    beginFrame(writer);
    writer.name("id");
    writer.raw(idJson.isEmpty() ? QByteArrayView("null") : idJson);
    writer.name("error");
    writer.beginObject();
    writer.name("code");
    writer.value(qint64(error.kind));
    writer.name("message");
    writer.value(QStringView(error.message));
    writer.name("data");
    writer.raw(QJsonDocument(data).toJson(QJsonDocument::Compact));
    writer.endObject();
    writer.endObject();
    return writer.take();
}

QByteArray encodeRawEvent(const RawEvent &event)
{
    JsonWriter writer;
    writeRawEvent(writer, event);
    return writer.take();
}

QByteArray encodeEventsFrame(QStringView stream, QStringView epoch,
                             std::span<const RawEvent> events)
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("stream");
    writer.value(stream);
    writer.name("epoch");
    writer.value(epoch);
    writer.name("events");
    writer.beginArray();
    for (const auto &event : events)
        writeRawEvent(writer, event);
    writer.endArray();
    writer.endObject();
    return encodeNotification(u"feed.events", writer.take());
}

qsizetype rawEventSize(const RawEvent &event)
{
    // Six bytes for each unit of a text cover every escape; 128 the names and numbers.
    return 128 + event.data.size()
        + 6 * (event.type.size() + event.group.value.size() + event.topic.value.size());
}

} // namespace quntai
