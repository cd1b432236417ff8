// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace quntai {

/** A place in a JSON answer: "data.items[0].name"; "tracks[].text" is every text of a list; a
 * leading "$." is allowed. The empty path is the whole. */
class JsonPath
{
public:
    JsonPath() = default;
    /** Nothing when it is not written as above. */
    static std::optional<JsonPath> parse(const QString &text);

    /** What stands there, the first where it names several; Undefined when nothing does. */
    QJsonValue in(const QJsonValue &root) const;
    /** Everything that stands there, at most `most`. */
    QList<QJsonValue> all(const QJsonValue &root, int most) const;
    bool isWhole() const { return m_steps.isEmpty(); }

private:
    struct Step
    {
        QString name;    //!< of an object's member; empty: an item of a list
        int index = -1;  //!< of the item; -1: every one
    };

    static bool addSteps(const QString &part, QList<Step> &steps);
    static void follow(const QJsonValue &value, const QList<Step> &steps, qsizetype at, int most,
                       QList<QJsonValue> &found);

    QList<Step> m_steps;
};

} // namespace quntai
