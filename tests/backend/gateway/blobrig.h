// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/gateway/gatewayrig.h"

#include <QNetworkAccessManager>

namespace quntai {

/** The name of a blob with these bytes. */
QString nameOf(const QByteArray &bytes);
Attachment attachmentOf(const QByteArray &bytes, MessageKind kind, const QString &name);

/** Pictures and files that people bring to a backend of its own for a text. */
class BlobRig
{
public:
    /** The status of PUT /blob/<name>?group=<group>; 0: no answer. name: empty for the right one. */
    int put(const QByteArray &bytes, const QString &user = QStringLiteral("u-agent"),
            const QString &group = QStringLiteral("w/a"), const QString &name = {});
    /** The same of HEAD. */
    int ask(const QByteArray &bytes, const QString &user = QStringLiteral("u-agent"),
            const QString &group = QStringLiteral("w/a"));
    /** Opens a topic of w/a that u-agent holds, on a platform that takes pictures, and a console of
     * theirs. */
    void openTopic();
    /** A text of u-agent in that topic. */
    Result<QByteArray> send(const QList<Attachment> &attachments,
                            const QString &text = QStringLiteral("请看"));
    /** What goes to groups. */
    QList<MessageQueued> queued() const;
    /** The blobs, by name. */
    QStringList files() const;

    std::unique_ptr<GatewayRig> m_rig;
    std::unique_ptr<TestConsole> m_console;

private:
    QNetworkRequest requestFor(const QString &name, const QString &user, const QString &group);
    int statusOf(QNetworkReply *reply);

    QNetworkAccessManager m_http;
    qint64 m_basis = 0;
};

} // namespace quntai
