// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/platformvalue.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

constexpr qsizetype idLimit = 128;
constexpr qsizetype fileNameLimit = 120;

QString textFrom(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

QString cleanText(const QString &text, qsizetype limit)
{
    QString clean;
    clean.reserve(std::min(text.size(), limit));
    for (const QChar c : text) {
        if (clean.size() == limit)
            break;
        if (c.category() != QChar::Other_Control || c == u'\n' || c == u'\t')
            clean += c;
    }
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean;
}

QString cleanFileName(const QString &text)
{
    auto name = text.section(u'?', 0, 0);
    name = name.sliced(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    // Pictures sent inside the frame have no name, only their bytes.
    return text.startsWith("base64:"_L1) ? QString() : cleanText(name, fileNameLimit);
}

PlatformValue PlatformValue::operator[](std::string_view name) const
{
    dom::object object;
    JsonValue value;
    if (!m_is || m_value.get(object) || object.at_key(name).get(value))
        return {};
    return PlatformValue(value);
}

QList<PlatformValue> PlatformValue::items(qsizetype limit) const
{
    QList<PlatformValue> items;
    dom::array array;
    if (!m_is || m_value.get(array))
        return items;
    for (const auto item : array) {
        if (items.size() == limit)
            break;
        items.append(PlatformValue(item));
    }
    return items;
}

QString PlatformValue::text(qsizetype limit) const
{
    std::string_view text;
    if (!m_is || m_value.get(text))
        return {};
    // Four bytes are the most one unit can need: longer input is not converted at all.
    return cleanText(textFrom(text.substr(0, std::size_t(limit) * 4)), limit);
}

QString PlatformValue::id() const
{
    std::int64_t number = 0;
    std::uint64_t large = 0;
    if (!m_is)
        return {};
    if (!m_value.get(number))
        return QString::number(number);
    if (!m_value.get(large))
        return QString::number(large);
    std::string_view text;
    // A cut id would name another thing.
    if (m_value.get(text) || text.size() > idLimit)
        return {};
    return cleanText(textFrom(text), idLimit);
}

qint64 PlatformValue::number(qint64 fallback) const
{
    std::int64_t number = 0;
    if (m_is && !m_value.get(number))
        return number;
    double real = 0;
    if (m_is && !m_value.get(real) && real > -9e15 && real < 9e15)
        return qint64(real);
    bool isNumber = false;
    const auto parsed = text(24).toLongLong(&isNumber);
    return isNumber ? parsed : fallback;
}

bool PlatformValue::truth(bool fallback) const
{
    bool truth = fallback;
    if (m_is && m_value.get(truth) == simdjson::SUCCESS)
        return truth;
    return fallback;
}

Result<PlatformValue> PlatformJson::parse(QByteArrayView frame)
{
    if (frame.size() > maxBytes)
        return failure(ErrorKind::TooLarge, u"a frame of %1 bytes"_s.arg(frame.size()));
    QByteArray clean(frame.data(), frame.size());
    // Seen in the field: raw control characters inside strings, which no JSON parser takes.
    clean.removeIf([](char c) { return uchar(c) < 0x20 || c == 0x7f; });
    const auto root = parseStrict(m_parser, clean);
    if (!root)
        return std::unexpected(root.error());
    const PlatformValue value(*root);
    if (!value.isObject())
        return failure(ErrorKind::Parse, u"a frame that is no object"_s);
    return value;
}

} // namespace quntai
