// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/cqcode.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

OneBotSegment textSegment(const QString &escaped)
{
    return {u"text"_s, {{u"text"_s, unescapeCq(escaped)}}};
}

/** The inside of "[CQ:…]": a type and parameters. */
OneBotSegment codeSegment(const QString &code)
{
    OneBotSegment segment;
    const auto parts = code.split(u',');
    segment.type = parts.first().trimmed();
    for (const auto &part : parts.sliced(1)) {
        const auto equals = part.indexOf(u'=');
        if (equals > 0)
            segment.data.insert(part.first(equals).trimmed(), unescapeCq(part.sliced(equals + 1)));
    }
    return segment;
}

} // namespace

QList<OneBotSegment> parseCqCode(const QString &message)
{
    QList<OneBotSegment> segments;
    const QString opening = u"[CQ:"_s;
    qsizetype at = 0;
    while (at < message.size() && segments.size() < maxOneBotSegments) {
        const auto start = message.indexOf(opening, at);
        const auto end = start < 0 ? -1 : message.indexOf(u']', start);
        if (end < 0) {
            segments.append(textSegment(message.sliced(at)));
            break;
        }
        if (start > at)
            segments.append(textSegment(message.sliced(at, start - at)));
        const auto inside = start + opening.size();
        segments.append(codeSegment(message.sliced(inside, end - inside)));
        at = end + 1;
    }
    return segments;
}

QString escapeCqText(const QString &text)
{
    auto escaped = text;
    escaped.replace(u'&', u"&amp;"_s);
    return escaped.replace(u'[', u"&#91;"_s).replace(u']', u"&#93;"_s);
}

QString escapeCqParameter(const QString &text)
{
    return escapeCqText(text).replace(u',', u"&#44;"_s);
}

QString unescapeCq(const QString &text)
{
    auto plain = text;
    plain.replace(u"&#44;"_s, u","_s).replace(u"&#91;"_s, u"["_s).replace(u"&#93;"_s, u"]"_s);
    // Last, or "&amp;#91;" would turn into a bracket.
    return plain.replace(u"&amp;"_s, u"&"_s);
}

} // namespace quntai
