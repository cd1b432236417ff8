// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"

#include "models/protocol/eventreader.h"
#include "models/protocol/valuecodec.h"

namespace quntai {

namespace {

struct DataEncoder
{
    QByteArray operator()(const UnknownEvent &event) const { return event.payload; }

    template <class T>
    QByteArray operator()(const T &data) const
    {
        return encodeValue(data);
    }
};

using DataReader = Result<EventData> (*)(const JsonValue &);

template <class T>
Result<EventData> readAs(const JsonValue &data)
{
    return decodeValue<T>(data);
}

template <std::size_t... I>
DataReader readerFor(std::string_view type, std::index_sequence<I...>)
{
    DataReader found = nullptr;
    ((std::variant_alternative_t<I, EventVariant>::type == type
      && (found = &readAs<std::variant_alternative_t<I, EventVariant>>))
     || ...);
    return found;
}

} // namespace

QByteArray encodeEventData(const EventData &data)
{
    return std::visit(DataEncoder{}, data);
}

Result<EventData> readEventData(std::string_view type, const JsonValue &data)
{
    // The last alternative is UnknownEvent, which has no type of its own.
    constexpr auto known = std::variant_size_v<EventVariant> - 1;
    static_assert(std::is_same_v<std::variant_alternative_t<known, EventVariant>, UnknownEvent>);
    if (const auto reader = readerFor(type, std::make_index_sequence<known>{}))
        return reader(data);
    return UnknownEvent{QString::fromUtf8(type.data(), qsizetype(type.size())), jsonText(data)};
}

Result<EventData> decodeEventData(QStringView type, QByteArrayView json)
{
    thread_local simdjson::dom::parser parser;
    const auto parsed = parseStrict(parser, json);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto name = type.toUtf8();
    return readEventData(std::string_view(name.data(), std::size_t(name.size())), *parsed);
}

} // namespace quntai
