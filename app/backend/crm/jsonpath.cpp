// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

std::optional<JsonPath> JsonPath::parse(const QString &text)
{
    auto rest = text.trimmed();
    if (rest == u"$")
        return JsonPath();
    if (rest.startsWith(u"$."))
        rest.remove(0, 2);
    JsonPath path;
    if (rest.isEmpty())
        return path;
    for (const auto &part : rest.split(u'.')) {
        if (!addSteps(part, path.m_steps))
            return std::nullopt;
    }
    return path;
}

/** "items[0][]": a name, then any number of brackets. */
bool JsonPath::addSteps(const QString &part, QList<Step> &steps)
{
    static const QRegularExpression form(uR"(\A([^\[\]]*)((?:\[[0-9]{0,4}\])*)\z)"_s);
    static const QRegularExpression bracket(uR"(\[([0-9]*)\])"_s);
    const auto match = form.match(part);
    const auto name = match.captured(1).trimmed();
    const auto brackets = match.captured(2);
    if (!match.hasMatch() || (name.isEmpty() && (brackets.isEmpty() || !steps.isEmpty())))
        return false;
    if (!name.isEmpty())
        steps.append({name, -1});
    for (const auto &one : bracket.globalMatch(brackets))
        steps.append({{}, one.captured(1).isEmpty() ? -1 : one.captured(1).toInt()});
    return true;
}

void JsonPath::follow(const QJsonValue &value, const QList<Step> &steps, qsizetype at, int most,
                      QList<QJsonValue> &found)
{
    if (found.size() >= most || value.isUndefined())
        return;
    if (at == steps.size()) {
        found.append(value);
        return;
    }
    const auto &step = steps.at(at);
    if (!step.name.isEmpty())
        return follow(value[step.name], steps, at + 1, most, found);
    const auto items = value.toArray();
    if (step.index >= 0)
        return follow(items.at(step.index), steps, at + 1, most, found);
    for (qsizetype i = 0; i < items.size() && found.size() < most; ++i)
        follow(items.at(i), steps, at + 1, most, found);
}

QJsonValue JsonPath::in(const QJsonValue &root) const
{
    return all(root, 1).value(0, QJsonValue(QJsonValue::Undefined));
}

QList<QJsonValue> JsonPath::all(const QJsonValue &root, int most) const
{
    QList<QJsonValue> found;
    follow(root, m_steps, 0, most, found);
    return found;
}

} // namespace quntai
