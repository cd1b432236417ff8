// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/answerfields.h"

#include "app/backend/crm/mapping.h"

#include <QDateTime>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestScalar = 4000;
constexpr qsizetype longestId = 120;
constexpr double mostCents = 1e13;

/** A text, number or truth as text; nothing for lists and objects. */
QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().left(longestScalar);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return {};
    const auto whole = value.toInteger(std::numeric_limits<qint64>::min());
    return whole != std::numeric_limits<qint64>::min() ? QString::number(whole)
                                                       : QString::number(value.toDouble(), 'g', 15);
}

/** One line without control characters. */
QString oneLine(const QString &text)
{
    auto clean = text;
    for (auto &c : clean) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return clean.simplified();
}

QString bounded(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    auto cut = most - 1;
    if (text.at(cut - 1).isHighSurrogate())
        --cut;
    return text.first(cut) + u'…';
}

QString cleaned(const QString &text, qsizetype most)
{
    return bounded(withoutPhones(oneLine(text)), most);
}

Instant instantOf(double number)
{
    // Below it is rather a date written as a number than a time of 1970.
    if (!(number >= 1e8) || number > 4e12)
        return {};
    return {qint64(number < 1e11 ? number * 1000 : number)};
}

} // namespace

QString FieldReader::bare(const QJsonValue &in, const TextField &field) const
{
    return field.path ? scalarText(field.path->in(in)) : QString();
}

QString FieldReader::text(const QJsonValue &in, const TextField &field, qsizetype most) const
{
    const auto theirs = bare(in, field);
    return cleaned(field.values.value(theirs, theirs), most);
}

QStringList FieldReader::texts(const QJsonValue &in, const TextField &field, int mostTexts,
                               qsizetype most) const
{
    QStringList found;
    if (!field.path)
        return found;
    for (const auto &value : field.path->all(in, mostTexts)) {
        QStringList here;
        if (value.isArray()) {
            for (const auto &item : JsonPath::parse(u"[]"_s)->all(value, mostTexts))
                here.append(scalarText(item));
        } else {
            here.append(scalarText(value));
        }
        for (const auto &theirs : std::as_const(here)) {
            const auto text = cleaned(field.values.value(theirs, theirs), most);
            if (!text.isEmpty() && found.size() < mostTexts)
                found.append(text);
        }
    }
    return found;
}

QString FieldReader::id(const QJsonValue &in, const TextField &field) const
{
    const auto text = bare(in, field);
    return text.size() <= longestId && text == oneLine(text) ? text : QString();
}

int FieldReader::count(const QJsonValue &in, const TextField &field) const
{
    bool ok = false;
    const auto number = bare(in, field).trimmed().toDouble(&ok);
    return ok && number >= 0 && number <= 1e9 ? int(number) : 0;
}

qint64 FieldReader::money(const QJsonValue &in, const MoneyField &field) const
{
    if (!field.path)
        return 0;
    auto text = scalarText(field.path->in(in)).trimmed();
    text.remove(u'¥').remove(u'￥').remove(u',');
    bool ok = false;
    const auto number = text.toDouble(&ok) * (field.cents ? 1 : 100);
    return ok && std::abs(number) <= mostCents ? std::llround(number) : 0;
}

Instant FieldReader::time(const QJsonValue &in, const TextField &field) const
{
    const auto text = bare(in, field).trimmed();
    bool number = false;
    const auto since = text.toDouble(&number);
    if (number)
        return instantOf(since);
    auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        return {};
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeZone(QTimeZone::fromSecondsAheadOfUtc(m_utcOffset * 60));
    return instantOf(double(at.toMSecsSinceEpoch()) / 1000);
}

QString FieldReader::day(const QJsonValue &in, const TextField &field) const
{
    const auto text = cleaned(bare(in, field), 40);
    const auto at = text.size() > 8 ? time(in, field) : Instant();
    if (!at.isSet())
        return bounded(text, 10);
    const auto zone = QTimeZone::fromSecondsAheadOfUtc(m_utcOffset * 60);
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone).date().toString(Qt::ISODate);
}

QString FieldReader::url(const QJsonValue &in, const TextField &field) const
{
    const auto text = bare(in, field);
    const QUrl url(text, QUrl::StrictMode);
    const bool local = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    const bool good = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && text.size() <= 500
        && (url.scheme() == u"https" || (url.scheme() == u"http" && local));
    return good ? url.toString(QUrl::FullyEncoded) : QString();
}

QString maskedPhone(const QString &phone)
{
    QString digits;
    for (const auto c : phone) {
        if (c.isDigit() || c == u'*')
            digits.append(c);
    }
    if (digits.size() == 13 && digits.startsWith(u"86"))
        digits.remove(0, 2);
    const auto size = digits.size();
    const qsizetype head = size >= 10 ? 3 : size >= 7 ? 2 : 0;
    const qsizetype tail = size >= 10 ? 4 : size >= 7 ? 2 : 0;
    // Always four stars, whatever stood there: the length of a number tells little, but tells.
    return size == 0 ? QString() : digits.first(head) + u"****"_s + digits.last(tail);
}

QString withoutPhones(const QString &text)
{
    static const QRegularExpression mobile(
        uR"((?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z]))"_s);
    auto masked = text;
    for (auto found = mobile.match(masked); found.hasMatch();
         found = mobile.match(masked, found.capturedStart() + 11))
        masked.replace(found.capturedStart(), found.capturedLength(),
                       maskedPhone(found.captured()));
    return masked;
}

} // namespace quntai
