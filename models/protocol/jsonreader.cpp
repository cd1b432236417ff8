// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"

#include <algorithm>
#include <chrono>

namespace quntai {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

/** Objects up to this size are compared pair by pair, which needs no memory. */
constexpr std::size_t smallObject = 12;

std::unexpected<Error> parseFailure(const char *why)
{
    return failure(ErrorKind::Parse, u"This is not valid JSON: %1"_s.arg(QLatin1StringView(why)));
}

bool hasTwins(const dom::object &object)
{
    const std::size_t size = object.size();
    if (size <= smallObject) {
        for (auto a = object.begin(); a != object.end(); ++a) {
            auto b = a;
            for (++b; b != object.end(); ++b) {
                if (a.key() == b.key())
                    return true;
            }
        }
        return false;
    }
    std::vector<std::string_view> names;
    names.reserve(size);
    for (const auto field : object)
        names.push_back(field.key);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

const char *faultIn(const JsonValue &value, int depth)
{
    if (value.is_array()) {
        if (depth >= maxJsonDepth)
            return "it is nested too deeply";
        for (const auto item : dom::array(value)) {
            if (const auto *fault = faultIn(item, depth + 1))
                return fault;
        }
    } else if (value.is_object()) {
        if (depth >= maxJsonDepth)
            return "it is nested too deeply";
        const dom::object object(value);
        if (hasTwins(object))
            return "a name occurs twice in one object";
        for (const auto field : object) {
            if (const auto *fault = faultIn(field.value, depth + 1))
                return fault;
        }
    }
    return nullptr;
}

bool readDigits(std::string_view text, std::size_t at, std::size_t count, int &number)
{
    number = 0;
    for (auto i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = number * 10 + (text[i] - '0');
    }
    return true;
}

} // namespace

Error JsonProblem::error() const
{
    QString path;
    for (auto name = m_path.rbegin(); name != m_path.rend(); ++name) {
        if (!path.isEmpty())
            path += u'.';
        path += QString::fromUtf8(name->data(), qsizetype(name->size()));
    }
    return {ErrorKind::InvalidParams, u"\"%1\" %2"_s.arg(path, QLatin1StringView(m_what)),
            {{u"field"_s, path}}};
}

Result<JsonValue> parseStrict(simdjson::dom::parser &parser, QByteArrayView json)
{
    // The parser's own limit only keeps its stack small; the walk below names the fault.
    const auto parsed = parseOwn(parser, json);
    if (!parsed)
        return parsed;
    if (const auto *fault = faultIn(*parsed, 0))
        return parseFailure(fault);
    return parsed;
}

Result<JsonValue> parseOwn(simdjson::dom::parser &parser, QByteArrayView json)
{
    JsonValue value;
    const char *bytes = json.isEmpty() ? "" : json.data(); // never null, which it would copy from
    const auto error = parser.parse(bytes, std::size_t(json.size()), true).get(value);
    if (error)
        return parseFailure(simdjson::error_message(error));
    return value;
}

QByteArray jsonText(const JsonValue &value)
{
    const std::string text = simdjson::minify(value);
    return QByteArray(text.data(), qsizetype(text.size()));
}

bool readInstant(std::string_view text, Instant &at)
{
    using namespace std::chrono;
    if ((text.size() != 24 && text.size() != 20) || text.back() != 'Z' || text[4] != '-'
        || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return false;
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
    if (!readDigits(text, 0, 4, year) || !readDigits(text, 5, 2, month)
        || !readDigits(text, 8, 2, day) || !readDigits(text, 11, 2, hour)
        || !readDigits(text, 14, 2, minute) || !readDigits(text, 17, 2, second))
        return false;
    if (text.size() == 24 && (text[19] != '.' || !readDigits(text, 20, 3, ms)))
        return false;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!date.ok() || year < 1 || hour > 23 || minute > 59 || second > 59)
        return false;
    const milliseconds since = sys_days(date).time_since_epoch() + hours(hour) + minutes(minute)
        + seconds(second) + milliseconds(ms);
    at.ms = since.count();
    return true;
}

} // namespace quntai
