// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <QJsonValue>

namespace quntai {

/** Why a value does not fit a JSON Schema: where in it, and what; empty when it fits. */
inline QString schemaComplaint(const QJsonValue &schemaValue, const QJsonValue &value)
{
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), schema);
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(schema, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    valijson::ValidationResults::Error error;
    results.popError(error);
    QString where;
    for (const auto &step : error.context)
        where += QString::fromStdString(step);
    return where + QStringLiteral(": ") + QString::fromStdString(error.description);
}

} // namespace quntai
