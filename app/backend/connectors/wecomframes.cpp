// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/wecomframes.h"

#include "app/backend/connectors/privatechat.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype textLimit = 32768;
constexpr qsizetype itemLimit = 50;
constexpr qsizetype urlLimit = 4096;

QByteArray frameOf(const QString &command, const QString &requestId, const QJsonObject &body = {})
{
    QJsonObject frame{{u"cmd"_s, command}, {u"headers"_s, QJsonObject{{u"req_id"_s, requestId}}}};
    if (!body.isEmpty())
        frame.insert(u"body"_s, body);
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

MessageKind kindOf(const QString &type)
{
    static constexpr std::array kinds{
        std::pair{"text"_L1, MessageKind::Text},   std::pair{"image"_L1, MessageKind::Image},
        std::pair{"voice"_L1, MessageKind::Voice}, std::pair{"video"_L1, MessageKind::Video},
        std::pair{"file"_L1, MessageKind::File},   std::pair{"mixed"_L1, MessageKind::Mixed}};
    for (const auto &[word, kind] : kinds) {
        if (type == word)
            return kind;
    }
    return MessageKind::Other;
}

/** What stands for an attachment where only text can be shown. */
QString placeholder(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return u"[图片]"_s;
    case MessageKind::Voice:
        return u"[语音]"_s;
    case MessageKind::Video:
        return u"[视频]"_s;
    case MessageKind::File:
        return u"[文件]"_s;
    case MessageKind::Text:
    case MessageKind::Mixed:
    case MessageKind::Other:
        break;
    }
    return u"[消息]"_s;
}

struct Content
{
    MessageKind kind = MessageKind::Other;
    QString text;
    QList<Attachment> attachments;
    QList<MediaSource> media;
};

void addPart(Content &content, const PlatformValue &part, MessageKind kind)
{
    const auto text = part["content"].text(textLimit);
    if (!text.isEmpty() && !content.text.isEmpty())
        content.text += u'\n';
    content.text += text;
    if (kind == MessageKind::Text || kind == MessageKind::Other)
        return;
    if (const auto url = part["url"].text(urlLimit); !url.isEmpty()) {
        const auto key = QByteArray::fromBase64(part["aeskey"].text(100).toLatin1());
        content.media.append({int(content.attachments.size()), QUrl(url), key, false, {}});
    }
    content.attachments.append({kind, cleanFileName(part["filename"].text(1024)), {}, 0, {}, {}});
}

/** A message or a quoted one: {"msgtype":"text","text":{"content":…}}, mixed has parts. */
Content contentOf(const PlatformValue &body)
{
    Content content;
    const auto type = body["msgtype"].text(32);
    content.kind = kindOf(type);
    if (content.kind != MessageKind::Mixed) {
        addPart(content, body[type.toStdString()], content.kind);
        return content;
    }
    for (const auto &item : body["mixed"]["msg_item"].items(itemLimit)) {
        const auto part = item["msgtype"].text(32);
        addPart(content, item[part.toStdString()], kindOf(part));
    }
    return content;
}

QString quoteTextOf(const PlatformValue &quote)
{
    if (!quote.isObject())
        return {};
    const auto content = contentOf(quote);
    return content.text.isEmpty() ? placeholder(content.kind) : content.text;
}

InboundMessage messageOf(const PlatformValue &body, const QString &botName)
{
    InboundMessage message;
    const auto user = body["from"]["userid"].id();
    message.single = body["chattype"].text(16) == u"single";
    message.chat = message.single ? privateChat(user) : body["chatid"].id();
    if (user.isEmpty() || message.chat.isEmpty())
        return {};
    message.platformId = body["msgid"].id();
    message.sender.id = user;
    auto content = contentOf(body);
    message.kind = content.kind;
    message.text = message.single ? content.text : withoutBotMention(content.text, botName);
    message.attachments = std::move(content.attachments);
    message.media = std::move(content.media);
    message.mentionsBot = true;
    message.quoteText = quoteTextOf(body["quote"]);
    message.sentAt = {body["create_time"].number() * 1000};
    return message;
}

QString mediaType(MessageKind kind)
{
    return kind == MessageKind::Image ? u"image"_s : u"file"_s;
}

/** A message nobody asked for. */
QByteArray pushOf(const QString &requestId, const QString &chat, const QString &type,
                  const QJsonObject &content)
{
    const auto user = userOfPrivateChat(chat);
    return frameOf(u"aibot_send_msg"_s, requestId,
                   {{u"chatid"_s, user.isEmpty() ? chat : user},
                    {u"chat_type"_s, user.isEmpty() ? 2 : 1},
                    {u"msgtype"_s, type},
                    {type, content}});
}

} // namespace

Result<WecomFrame> decodeWecom(PlatformJson &json, QByteArrayView frame, const QString &botName)
{
    const auto root = json.parse(frame);
    if (!root)
        return std::unexpected(root.error());
    WecomFrame decoded;
    decoded.requestId = (*root)["headers"]["req_id"].id();
    const auto command = (*root)["cmd"].text(64);
    if (command.isEmpty() && (*root)["errcode"].exists()) {
        decoded.kind = WecomFrame::Kind::Acknowledgement;
        decoded.code = int((*root)["errcode"].number(-1));
        decoded.error = (*root)["errmsg"].text(200);
        decoded.uploadId = (*root)["body"]["upload_id"].id();
        decoded.mediaId = (*root)["body"]["media_id"].text(512);
    } else if (command == u"aibot_msg_callback") {
        decoded.kind = WecomFrame::Kind::Message;
        decoded.message = messageOf((*root)["body"], botName);
    } else if (command == u"aibot_event_callback") {
        decoded.kind = WecomFrame::Kind::Event;
        decoded.event = (*root)["body"]["event"]["eventtype"].text(64);
    }
    return decoded;
}

QByteArray wecomSubscribe(const QString &requestId, const QString &botId, const QString &secret)
{
    return frameOf(u"aibot_subscribe"_s, requestId,
                   {{u"bot_id"_s, botId}, {u"secret"_s, secret}});
}

QByteArray wecomPing(const QString &requestId)
{
    return frameOf(u"ping"_s, requestId);
}

QByteArray wecomReply(const QString &requestId, const QString &streamId, const QString &text)
{
    const QJsonObject stream{{u"id"_s, streamId}, {u"finish"_s, true}, {u"content"_s, text}};
    return frameOf(u"aibot_respond_msg"_s, requestId,
                   {{u"msgtype"_s, u"stream"_s}, {u"stream"_s, stream}});
}

QByteArray wecomPush(const QString &requestId, const QString &chat, const QString &text)
{
    return pushOf(requestId, chat, u"markdown"_s, {{u"content"_s, text}});
}

QByteArray wecomPushMedia(const QString &requestId, const QString &chat, MessageKind kind,
                          const QString &mediaId)
{
    return pushOf(requestId, chat, mediaType(kind), {{u"media_id"_s, mediaId}});
}

int wecomPieces(const OutboundFile &file)
{
    return int((file.bytes.size() + wecomPieceBytes - 1) / wecomPieceBytes);
}

QByteArray wecomUploadBegin(const QString &requestId, const OutboundFile &file)
{
    const auto md5 = QCryptographicHash::hash(file.bytes, QCryptographicHash::Md5).toHex();
    return frameOf(u"aibot_upload_media_init"_s, requestId,
                   {{u"type"_s, mediaType(file.kind)},
                    {u"filename"_s, file.name},
                    {u"total_size"_s, file.bytes.size()},
                    {u"total_chunks"_s, wecomPieces(file)},
                    {u"md5"_s, QString::fromLatin1(md5)}});
}

QByteArray wecomUploadPiece(const QString &requestId, const QString &uploadId,
                            const OutboundFile &file, int piece)
{
    const auto bytes = file.bytes.mid(piece * wecomPieceBytes, wecomPieceBytes);
    return frameOf(u"aibot_upload_media_chunk"_s, requestId,
                   {{u"upload_id"_s, uploadId},
                    {u"chunk_index"_s, piece},
                    {u"base64_data"_s, QString::fromLatin1(bytes.toBase64())}});
}

QByteArray wecomUploadEnd(const QString &requestId, const QString &uploadId)
{
    return frameOf(u"aibot_upload_media_finish"_s, requestId, {{u"upload_id"_s, uploadId}});
}

QString withoutBotMention(const QString &text, const QString &botName)
{
    if (!text.startsWith(u'@'))
        return text;
    qsizetype end = 0;
    if (!botName.isEmpty()) {
        if (!QStringView(text).sliced(1).startsWith(botName))
            return text;
        end = 1 + botName.size();
        if (end < text.size() && !text.at(end).isSpace())
            return text;  // another name that begins like the bot's
    } else {
        if (text.count(u'@') > 1)
            return text;
        while (end < text.size() && !text.at(end).isSpace())
            ++end;
    }
    return text.sliced(end).trimmed();
}

QString withMentionNames(const OutboundMessage &message)
{
    QString text;
    for (qsizetype i = 0; i < message.mentions.size() && i < message.mentionNames.size(); ++i) {
        const auto &name = message.mentionNames.at(i);
        if (!name.isEmpty() && name != message.mentions.at(i))
            text += u'@' + name + u' ';
    }
    return text + message.text;
}

QStringList splitUtf8(const QString &text, qsizetype maxBytes)
{
    QStringList parts;
    qsizetype start = 0, bytes = 0, fold = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const qsizetype size = isPair ? 4 : c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
        while (bytes + size > maxBytes) {
            // A fold in the first half would leave a part too short to be worth it.
            const auto cut = fold > start + (i - start) / 2 ? fold : i;
            parts.append(text.sliced(start, cut - start));
            start = cut;
            bytes = text.sliced(start, i - start).toUtf8().size();
            fold = -1;
        }
        bytes += size;
        i += isPair ? 1 : 0;
        if (c.isSpace())
            fold = i + 1;
    }
    if (start < text.size() || parts.isEmpty())
        parts.append(text.sliced(start));
    return parts;
}

QString wecomProblem(int code, const QString &platformText)
{
    switch (code) {
    case 93001:
        return u"The bot is not allowed in this group (93001)"_s;
    case 93006:
        return u"The platform does not know this chat, or nobody has spoken to the bot there yet "
               "(93006)"_s;
    case 93008:
        return u"The bot is not a member of this group (93008)"_s;
    case WecomCode::frequency:
    case WecomCode::tooOften:
        return u"Sent too often: the platform takes 30 messages a minute and 1,000 an hour per "
               "chat (%1)"_s.arg(code);
    case WecomCode::notSubscribed:
        return u"The platform has forgotten the bot's sign-in twice (846609)"_s;
    default:
        return u"The platform refused it: %1 (%2)"_s.arg(
            platformText.isEmpty() ? u"no reason given"_s : platformText).arg(code);
    }
}

bool isRetryable(int wecomCode)
{
    // 846601 and 846602 are known from the field only; both passed by themselves.
    return wecomCode == WecomCode::frequency || wecomCode == WecomCode::tooOften
        || wecomCode == WecomCode::notSubscribed || wecomCode == 846601 || wecomCode == 846602;
}

} // namespace quntai
