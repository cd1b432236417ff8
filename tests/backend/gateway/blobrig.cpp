// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/blobrig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QNetworkReply>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Attachment attachmentOf(const QByteArray &bytes, MessageKind kind, const QString &name)
{
    return {kind, name, nameOf(bytes), bytes.size(), {}, {}};
}

QNetworkRequest BlobRig::requestFor(const QString &name, const QString &user, const QString &group)
{
    QUrl url(u"http://127.0.0.1:%1/blob/%2"_s.arg(m_rig->gateway->port()).arg(name));
    if (!group.isEmpty())
        url.setQuery(u"group="_s + QString::fromLatin1(QUrl::toPercentEncoding(group)));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream"_ba);
    if (!user.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_rig->token(user).toLatin1());
    return request;
}

int BlobRig::statusOf(QNetworkReply *reply)
{
    reply->setParent(&m_http);
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

int BlobRig::put(const QByteArray &bytes, const QString &user, const QString &group,
                 const QString &name)
{
    return statusOf(
        m_http.put(requestFor(name.isEmpty() ? nameOf(bytes) : name, user, group), bytes));
}

int BlobRig::ask(const QByteArray &bytes, const QString &user, const QString &group)
{
    return statusOf(m_http.head(requestFor(nameOf(bytes), user, group)));
}

QStringList BlobRig::files() const
{
    return QDir(m_rig->dir.filePath(u"data/blobs"_s)).entryList(QDir::Files, QDir::Name);
}

void BlobRig::openTopic()
{
    Connector connector{u"w"_s, u"onebot11"_s, u"客服"_s, ConnectorState::Connected, {}};
    auto asked = said(u"w/a"_s, u"在吗"_s);
    const TopicId topic{u"t-1"_s};
    TopicOpened opened;
    opened.asker = {u"w/someone"_s};
    opened.title = u"在吗"_s;
    LeaseGranted lease;
    lease.user = {u"u-agent"_s};
    lease.fence = 7;
    lease.name = u"名u-agent"_s;
    lease.until = {QDateTime::currentMSecsSinceEpoch() + 600'000};
    lease.idleAt = lease.until;
    const auto before = m_rig->committed.size();
    m_rig->record({{{}, {}, ConnectorChanged{connector}}, asked, {{u"w/a"_s}, topic, opened},
                   {{u"w/a"_s}, topic, lease}});
    QTRY_VERIFY(m_rig->committed.size() >= before + 4);
    m_basis = m_rig->committed.constLast().seq + 10;
    m_console = m_rig->signedIn(u"u-agent"_s);
}

Result<QByteArray> BlobRig::send(const QList<Attachment> &attachments, const QString &text)
{
    SendMessage message;
    message.topic = {u"t-1"_s};
    message.lease = 7;
    message.basis = m_basis;
    message.text = text;
    message.attachments = attachments;
    return m_console->run(message);
}

QList<MessageQueued> BlobRig::queued() const
{
    QList<MessageQueued> found;
    for (const auto &event : std::as_const(m_rig->committed)) {
        if (const auto *one = std::get_if<MessageQueued>(&event.data))
            found.append(*one);
    }
    return found;
}

} // namespace quntai
