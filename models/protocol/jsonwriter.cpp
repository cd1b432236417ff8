// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace quntai {

namespace {

constexpr qint64 firstMs = -62135596800000;  // 0001-01-01
constexpr qint64 lastMs = 253402300799999;   // 9999-12-31

/** At most six bytes for each UTF-16 unit: \u001f. */
constexpr qsizetype worstBytesPerUnit = 6;

char *writeEscape(char *to, char16_t unit)
{
    constexpr std::string_view hex = "0123456789abcdef";
    const auto two = [&](char second) {
        *to++ = '\\';
        *to++ = second;
        return to;
    };
    switch (unit) {
    case u'"': return two('"');
    case u'\\': return two('\\');
    case u'\n': return two('n');
    case u'\r': return two('r');
    case u'\t': return two('t');
    default: break;
    }
    for (const char c : {'\\', 'u', '0', '0', hex[unit >> 4], hex[unit & 15]})
        *to++ = c;
    return to;
}

char *writeUtf8(char *to, char32_t code)
{
    const auto byte = [&](char32_t bits) { *to++ = static_cast<char>(bits); };
    if (code < 0x800) {
        byte(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            byte(0xE0 | code >> 12);
        } else {
            byte(0xF0 | code >> 18);
            byte(0x80 | (code >> 12 & 0x3F));
        }
        byte(0x80 | (code >> 6 & 0x3F));
    }
    byte(0x80 | (code & 0x3F));
    return to;
}

char *writeText(char *to, QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x20 || unit == u'"' || unit == u'\\') {
            to = writeEscape(to, unit);
        } else if (unit < 0x80) {
            *to++ = static_cast<char>(unit);
        } else if (!QChar::isSurrogate(unit)) {
            to = writeUtf8(to, unit);
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size()
                   && text[i + 1].isLowSurrogate()) {
            to = writeUtf8(to, QChar::surrogateToUcs4(unit, text[++i].unicode()));
        } else {
            to = writeUtf8(to, QChar::ReplacementCharacter);
        }
    }
    return to;
}

void writeDigits(char *to, int digits, unsigned number)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char>('0' + number % 10);
}

} // namespace

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_out.append(bracket);
    m_needsComma = true;
}

void JsonWriter::name(std::string_view name)
{
    value(name);
    m_out.append(':');
    m_needsComma = false;
}

void JsonWriter::name(QStringView name)
{
    value(name);
    m_out.append(':');
    m_needsComma = false;
}

void JsonWriter::value(QStringView text)
{
    separate();
    const auto at = m_out.size();
    m_out.resize(at + text.size() * worstBytesPerUnit + 2);
    char *const begin = m_out.data() + at;
    char *end = begin;
    *end++ = '"';
    end = writeText(end, text);
    *end++ = '"';
    m_out.resize(at + (end - begin));
}

void JsonWriter::value(std::string_view word)
{
    separate();
    m_out.append('"').append(word.data(), qsizetype(word.size())).append('"');
}

void JsonWriter::value(qint64 number)
{
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    m_out.append(digits.data(), end - digits.data());
}

void JsonWriter::value(bool flag)
{
    raw(flag ? "true" : "false");
}

void JsonWriter::value(Instant at)
{
    using namespace std::chrono;
    const milliseconds since(std::clamp(at.ms, firstMs, lastMs));
    const auto day = floor<days>(since);
    const year_month_day date{sys_days(day)};
    const hh_mm_ss time(since - day);
    char text[] = "0000-00-00T00:00:00.000Z";
    writeDigits(text, 4, unsigned(int(date.year())));
    writeDigits(text + 5, 2, unsigned(date.month()));
    writeDigits(text + 8, 2, unsigned(date.day()));
    writeDigits(text + 11, 2, unsigned(time.hours().count()));
    writeDigits(text + 14, 2, unsigned(time.minutes().count()));
    writeDigits(text + 17, 2, unsigned(time.seconds().count()));
    writeDigits(text + 20, 3, unsigned(time.subseconds().count()));
    value(std::string_view(text, 24));
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
}

} // namespace quntai
