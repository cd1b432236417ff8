// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace quntai {

/** One piece of a OneBot message: type "text", "at", "reply", "image", … with its parameters. */
struct OneBotSegment
{
    QString type;
    QHash<QString, QString> data;

    bool operator==(const OneBotSegment &) const = default;
};

constexpr qsizetype maxOneBotSegments = 200;

/** Reads the string form of a message: "[CQ:at,qq=42] text". What is no code is text. */
QList<OneBotSegment> parseCqCode(const QString &message);

/** Text as it stands in the string form; in a parameter also commas are escaped. */
QString escapeCqText(const QString &text);
QString escapeCqParameter(const QString &text);
QString unescapeCq(const QString &text);

} // namespace quntai
