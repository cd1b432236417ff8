// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/httphead.h"

#include <QList>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxHeaders = 64;

std::unexpected<Error> invalid(const char *why)
{
    return failure(ErrorKind::InvalidRequest, QString::fromLatin1(why));
}

bool mustBeSingle(const QByteArray &name)
{
    static const QList<QByteArray> names{"content-length", "host", "authorization", "origin",
                                         "transfer-encoding", "upgrade"};
    return names.contains(name);
}

QByteArrayView reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 424: return "Failed Dependency";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    default: return "Error";
    }
}

} // namespace

bool HttpHead::isUpgrade() const
{
    return header("upgrade").toLower() == "websocket";
}

QByteArray HttpHead::bearer() const
{
    const auto value = header("authorization");
    constexpr QByteArrayView scheme("bearer ");
    return value.left(scheme.size()).toLower() == scheme ? value.mid(scheme.size()).trimmed()
                                                         : QByteArray();
}

qsizetype httpHeadLength(QByteArrayView bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? 0 : end + 4;
}

Result<HttpHead> parseHttpHead(QByteArrayView bytes)
{
    const auto text = bytes.toByteArray();
    const auto lines = text.left(text.size() - 4).split('\n');
    const auto request = lines.first().trimmed().split(' ');
    if (request.size() != 3 || !request[2].startsWith("HTTP/1.") || !request[1].startsWith('/'))
        return invalid("The request line is not HTTP/1.1");
    if (lines.size() - 1 > maxHeaders)
        return invalid("There are too many headers");
    HttpHead head{request[0], request[1], {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        if (colon <= 0 || lines[i].startsWith(' ') || lines[i].startsWith('\t'))
            return invalid("A header is malformed");
        const auto name = lines[i].left(colon).toLower();
        if (head.headers.contains(name) && mustBeSingle(name))
            return invalid("A header occurs twice");
        head.headers.insert(name, lines[i].mid(colon + 1).trimmed());
    }
    return head;
}

QByteArray httpResponse(int status, QByteArrayView contentType, QByteArrayView body,
                        QByteArrayView moreHeaders)
{
    QByteArray response = "HTTP/1.1 " + QByteArray::number(status) + ' ';
    response += reason(status);
    response += "\r\nContent-Type: ";
    response += contentType;
    response += "\r\nContent-Length: " + QByteArray::number(body.size());
    response += "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n";
    response += moreHeaders;
    response += "\r\n";
    response += body;
    return response;
}

} // namespace quntai
