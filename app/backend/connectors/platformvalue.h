// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/jsonreader.h"

#include <QList>
#include <QString>

namespace quntai {

/** A value inside a frame of a platform, which may send anything at all.
 *
 * Reading never fails: what is missing or of another kind reads as empty, so that a decoder says
 * what it needs and nothing else. A value lives as long as the PlatformJson it came from.
 */
class PlatformValue
{
public:
    PlatformValue() = default;
    explicit PlatformValue(JsonValue value) : m_value(value), m_is(true) {}

    bool exists() const { return m_is && !m_value.is_null(); }
    bool isText() const { return m_is && m_value.is_string(); }
    bool isObject() const { return m_is && m_value.is_object(); }
    bool isArray() const { return m_is && m_value.is_array(); }

    PlatformValue operator[](std::string_view name) const;
    QList<PlatformValue> items(qsizetype limit) const;
    /** The string without control characters except line breaks and tabs, at most limit units. */
    QString text(qsizetype limit) const;
    /** A number or a string as one id, at most 128 units: platforms send either for the same thing. */
    QString id() const;
    /** A whole number, also when it came as a string; otherwise the fallback. */
    qint64 number(qint64 fallback = 0) const;
    bool truth(bool fallback = false) const;

private:
    JsonValue m_value;
    bool m_is = false;
};

/** One parsed frame of a platform: JSON of others, freed of raw control characters and bounded. */
class PlatformJson
{
public:
    static constexpr qsizetype maxBytes = 4 << 20;

    /** The root object; a Parse error for anything else. The old root dies. */
    Result<PlatformValue> parse(QByteArrayView frame);

private:
    simdjson::dom::parser m_parser;
};

/** The text without control characters except line breaks and tabs, cut between characters. */
QString cleanText(const QString &text, qsizetype limit);

/** The last part of a path or URL, as a name to show. */
QString cleanFileName(const QString &text);

} // namespace quntai
