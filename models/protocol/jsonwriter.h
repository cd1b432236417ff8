// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <utility>

namespace quntai {

/** Writes compact UTF-8 JSON front to back. It adds commas and escapes; the caller keeps brackets
 * and names in order.
 */
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /** The name of the next value; must need no escaping. */
    void name(std::string_view name);
    /** A name that may be anything. */
    void name(QStringView name);

    void value(QStringView text);
    void value(std::string_view word);
    void value(qint64 number);
    void value(bool flag);
    void value(const char *) = delete;  // would become a bool
    /** "2026-11-22T10:00:01.204Z"; times outside the years 1 to 9999 become the nearest of them. */
    void value(Instant at);
    void null() { raw("null"); }
    /** JSON that is already text. */
    void raw(QByteArrayView json);

    qsizetype size() const { return m_out.size(); }
    QByteArray take() { return std::exchange(m_out, {}); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace quntai
