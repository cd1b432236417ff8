// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <simdjson.h>

#include <QByteArray>

#include <string_view>
#include <vector>

namespace quntai {

constexpr int maxJsonDepth = 32;

using JsonValue = simdjson::dom::element;

/** What was wrong with a value, and where: the path grows from the inside out. */
class JsonProblem
{
public:
    /** Notes the problem; always false, so that a reader can return it. */
    bool say(const char *what)
    {
        m_what = what;
        return false;
    }
    /** The member the problem lies in; always false. */
    bool in(std::string_view name)
    {
        m_path.emplace_back(name);
        return false;
    }
    /** InvalidParams with data.field = "verdict.action". */
    Error error() const;

private:
    const char *m_what = "is not what is expected";
    std::vector<std::string_view> m_path;
};

/** Parses JSON of others: UTF-8, depth at most 32, no name twice in one object, no number that is
 * not exact in 64 bits. A Parse error says what is wrong. The value lives as long as the parser
 * and until its next parse.
 */
Result<JsonValue> parseStrict(simdjson::dom::parser &parser, QByteArrayView json);

/** Parses JSON we wrote ourselves: well-formed is enough. */
Result<JsonValue> parseOwn(simdjson::dom::parser &parser, QByteArrayView json);

/** The value as compact JSON. */
QByteArray jsonText(const JsonValue &value);

/** Reads "2026-11-22T10:00:01.204Z", with or without milliseconds; false for anything else. */
bool readInstant(std::string_view text, Instant &at);

} // namespace quntai
