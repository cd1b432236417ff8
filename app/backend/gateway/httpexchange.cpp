// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/httpexchange.h"

#include <QHostAddress>
#include <QSslSocket>
#include <QUrlQuery>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunkBytes = 64 * 1024;
constexpr int drainMs = 3000;

/** The group a blob is brought for: ?group=<id>, percent-encoded. */
GroupId groupOf(const QByteArray &target)
{
    const auto at = target.indexOf('?');
    const QUrlQuery query(at < 0 ? QString() : QString::fromLatin1(target.sliced(at + 1)));
    return {query.queryItemValue(u"group"_s, QUrl::FullyDecoded)};
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidParams: return 422;
    case ErrorKind::StorageFull: return 507;
    case ErrorKind::Forbidden: return 403;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::RateLimited: return 429;
    case ErrorKind::Unauthenticated: return 401;
    case ErrorKind::TooLarge: return 413;
    default: return 503;
    }
}

} // namespace

HttpExchange::HttpExchange(QTcpSocket *socket, const HttpHead &head, const HttpServices &services)
    : QObject(socket), m_socket(socket), m_services(services)
{
    watchTime();
    route(head);
}

/** Any byte in or out is progress. */
void HttpExchange::watchTime()
{
    QTimer::singleShot(m_services.transferMs, m_socket, &QAbstractSocket::abort);
    m_stall.setSingleShot(true);
    m_stall.setInterval(m_services.stallMs);
    connect(&m_stall, &QTimer::timeout, m_socket, &QAbstractSocket::abort);
    const auto goesOn = qOverload<>(&QTimer::start);
    // On the timer, so that it stays when this stops to read or to write.
    connect(m_socket, &QIODevice::readyRead, &m_stall, goesOn);
    connect(m_socket, &QIODevice::bytesWritten, &m_stall, goesOn);
    if (const auto *secure = qobject_cast<QSslSocket *>(m_socket)) // which has taken all at once
        connect(secure, &QSslSocket::encryptedBytesWritten, &m_stall, goesOn);
    m_stall.start();
}

void HttpExchange::route(const HttpHead &head)
{
    const auto path = head.target.split('?').constFirst();
    m_left = std::max<qint64>(0, head.header("content-length").toLongLong());
    m_isHead = head.method == "HEAD";
    if (path.startsWith("/blob/"))
        return routeBlob(head, path.mid(6));
    if (head.method != "GET")
        return answer(405, "Only GET");
    if (path == "/healthz") {
        const auto trouble = m_services.trouble();
        return trouble.isEmpty() ? answer(200, "ok") : answer(503, trouble.toUtf8());
    }
    if (path == "/metrics") {
        if (!m_socket->peerAddress().isLoopback() && !m_services.isSignedIn(head.bearer()))
            return answer(401, "Sign in first");
        return answer(200, m_services.metrics(), "text/plain; version=0.0.4");
    }
    answer(404, "There is nothing here; consoles connect with the subprotocol quntai.v1");
}

void HttpExchange::routeBlob(const HttpHead &head, const QByteArray &name)
{
    if (!m_services.isSignedIn(head.bearer()))
        return answer(401, "Sign in first");
    if (!BlobStore::isName(name))
        return answer(404, "A blob is named by its SHA-256 in lower case");
    const auto sha256 = QString::fromLatin1(name);
    if (head.method == "GET")
        mayHave(head.bearer(), sha256);
    else if (head.method == "PUT")
        beginUpload(head, sha256);
    else if (m_isHead)
        ask(head, sha256);
    else
        answer(405, "Only GET, HEAD and PUT");
}

void HttpExchange::ask(const HttpHead &head, const QString &name)
{
    m_services.ask(head.bearer(), groupOf(head.target), name, this, [this](const Result<> &isHere) {
        isHere ? answer(200, "it is here") : answer(isHere.error());
    });
}

/** Who may not have it learns as little as of one that is not there. */
void HttpExchange::mayHave(const QByteArray &token, const QString &name)
{
    switch (m_services.mayHave(token, name)) {
    case BlobGroups::Answer::Yes: return download(name);
    case BlobGroups::Answer::No: return answer(404, "There is no such blob");
    case BlobGroups::Answer::NotYet: return answer(503, "The ledger is being read; try again soon");
    }
}

void HttpExchange::download(const QString &name)
{
    m_download = m_services.blobs->open(name);
    if (!m_download)
        return answer(404, "There is no such blob");
    const auto type = contentTypeOf(m_download->peek(16));
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + QByteArray::number(m_download->size())
                    + "\r\nContent-Disposition: attachment\r\nX-Content-Type-Options: nosniff"
                      "\r\nCache-Control: private, immutable\r\nConnection: close\r\n\r\n");
    connect(m_socket, &QIODevice::bytesWritten, this, &HttpExchange::sendMore);
    sendMore();
}

void HttpExchange::sendMore()
{
    while (m_socket->bytesToWrite() < 4 * chunkBytes) {
        const auto bytes = m_download->read(chunkBytes);
        if (bytes.isEmpty()) {
            disconnect(m_socket, &QIODevice::bytesWritten, this, nullptr);
            return m_socket->disconnectFromHost();
        }
        m_socket->write(bytes);
    }
}

void HttpExchange::beginUpload(const HttpHead &head, const QString &name)
{
    bool isNumber = false;
    m_left = head.header("content-length").toLongLong(&isNumber);
    if (!isNumber || m_left < 0 || head.headers.contains("transfer-encoding"))
        return answer(411, "PUT needs a Content-Length");
    if (m_left > m_services.blobBytes)
        return answer(413, "A blob may have " + QByteArray::number(m_services.blobBytes) + " bytes");
    const auto group = groupOf(head.target);
    const auto room = m_services.mayBring(head.bearer(), group, name, m_left);
    if (!room)
        return answer(room.error());
    auto upload = m_services.blobs->begin(name);
    if (!upload)
        return answer(upload.error());
    m_upload = Upload{std::move(*upload), head.bearer(), group, name, {}, m_left, *room};
    if (head.header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    connect(m_socket, &QIODevice::readyRead, this, &HttpExchange::readMore);
    readMore();
}

void HttpExchange::readMore()
{
    while (m_left > 0) {
        const auto bytes = m_socket->read(std::min(m_left, chunkBytes));
        if (bytes.isEmpty())
            return;
        m_left -= bytes.size();
        m_upload->begin += bytes.first(std::min(bytes.size(), magicBytes - m_upload->begin.size()));
        if (const auto added = m_upload->into->add(bytes); !added)
            return answer(added.error());
    }
    disconnect(m_socket, &QIODevice::readyRead, this, nullptr);
    finishUpload();
}

void HttpExchange::finishUpload()
{
    const auto upload = *std::exchange(m_upload, std::nullopt);
    if (isProgram(upload.begin))
        return answer(415, "Programs and scripts are not taken");
    if (const auto kept = upload.into->finish(); !kept)
        return answer(kept.error());
    m_services.brought(upload.token, upload.group, upload.name, upload.bytes, this,
                       [this](const Result<> &kept) {
                           kept ? answer(201, "kept") : answer(kept.error());
                       });
}

void HttpExchange::answer(const Error &error)
{
    const bool isUnread = error.data.value("cause"_L1).toString() == "unread"_L1;
    answer(isUnread ? 424 : statusOf(error.kind), error.message.toUtf8());
}

void HttpExchange::answer(int status, const QByteArray &text, QByteArrayView type)
{
    disconnect(m_socket, &QIODevice::readyRead, this, nullptr);
    m_upload.reset();
    m_socket->write(httpResponse(status, type, m_isHead ? QByteArray() : text + '\n'));
    if (m_left <= 0)
        return m_socket->disconnectFromHost();
    // Closing while the peer still sends would reset the connection and lose the answer.
    connect(m_socket, &QIODevice::readyRead, this, &HttpExchange::drain);
    QTimer::singleShot(drainMs, m_socket, &QAbstractSocket::disconnectFromHost);
    drain();
}

void HttpExchange::drain()
{
    m_left -= m_socket->readAll().size();
    if (m_left <= 0)
        m_socket->disconnectFromHost();
}

} // namespace quntai
