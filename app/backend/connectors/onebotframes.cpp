// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/onebotframes.h"

#include "app/backend/connectors/privatechat.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype textLimit = 32768;
constexpr qsizetype nameLimit = 120;
constexpr qsizetype groupLimit = 5000;
constexpr qint64 exactInJavaScript = 1LL << 53;

QString pick(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

OneBotGroup groupOf(const PlatformValue &data)
{
    return {data["group_id"].id(), data["group_name"].text(nameLimit),
            int(data["member_count"].number())};
}

OneBotResponse responseOf(const PlatformValue &root)
{
    OneBotResponse response;
    response.echo = root["echo"].id();
    response.code = root["retcode"].number(root["status"].text(16) == u"failed" ? -1 : 0);
    response.problem = pick(root["wording"].text(200),
                            pick(root["message"].text(200), root["msg"].text(200)));
    const auto data = root["data"];
    response.messageId = data["message_id"].id();
    response.userId = data["user_id"].id();
    response.nickname = data["nickname"].text(nameLimit);
    response.card = data["card"].text(nameLimit);
    response.role = data["role"].text(16);
    response.online = data["online"].truth(true);
    if (data["group_id"].exists())
        response.groups.append(groupOf(data));
    for (const auto &group : data.items(groupLimit))
        response.groups.append(groupOf(group));
    return response;
}

QList<OneBotSegment> segmentsOf(const PlatformValue &message)
{
    if (message.isText())
        return parseCqCode(message.text(textLimit));
    QList<OneBotSegment> segments;
    const auto parts = message.isObject() ? QList{message} : message.items(maxOneBotSegments);
    for (const auto &part : parts) {
        OneBotSegment segment{part["type"].text(32), {}};
        for (const char *name : {"text", "qq", "id", "name", "file", "file_name", "url", "title"}) {
            const auto value = part["data"][name];
            const auto text = value.isText() ? value.text(textLimit) : value.id();
            if (!text.isEmpty())
                segment.data.insert(QString::fromLatin1(name), text);
        }
        segments.append(segment);
    }
    return segments;
}

void readMessage(const PlatformValue &root, OneBotFrame &frame)
{
    auto &message = frame.message;
    const auto user = root["user_id"].id();
    // Our own words come back from some; "notice" is the platform speaking.
    if (user == frame.self || root["sub_type"].text(16) == u"notice")
        return;
    message.single = root["message_type"].text(16) == u"private";
    message.chat = message.single ? privateChat(user) : root["group_id"].id();
    if (user.isEmpty() || message.chat.isEmpty())
        return;
    const auto sender = root["sender"];
    message.sender.id = user;
    message.sender.name = pick(root["anonymous"]["name"].text(nameLimit),
                               pick(sender["card"].text(nameLimit),
                                    sender["nickname"].text(nameLimit)));
    message.sender.role = oneBotRole(sender["role"].text(16));
    message.sentAt = {root["time"].number() * 1000};
    message.platformId = root["message_id"].id();
    frame.segments = segmentsOf(root["message"]);
    frame.kind = OneBotFrame::Kind::Message;
}

void readNotice(const PlatformValue &root, OneBotFrame &frame)
{
    const auto type = root["notice_type"].text(32);
    frame.user = root["user_id"].id();
    frame.chat = root["group_id"].id();
    frame.messageId = root["message_id"].id();
    if (type == u"group_increase") {
        frame.kind = OneBotFrame::Kind::Joined;
    } else if (type == u"group_decrease") {
        frame.kind = OneBotFrame::Kind::Left;
    } else if (type == u"group_recall") {
        frame.kind = OneBotFrame::Kind::Recalled;
    } else if (type == u"friend_recall") {
        frame.kind = OneBotFrame::Kind::Recalled;
        frame.chat = privateChat(frame.user);
    } else if (type == u"group_card") {
        frame.kind = OneBotFrame::Kind::Renamed;
        frame.name = root["card_new"].text(nameLimit);
    } else if (type == u"bot_offline") {
        frame.kind = OneBotFrame::Kind::Offline;
    }
}

void readMeta(const PlatformValue &root, OneBotFrame &frame)
{
    const auto type = root["meta_event_type"].text(32);
    if (type == u"heartbeat") {
        frame.kind = OneBotFrame::Kind::Heartbeat;
        frame.intervalMs = root["interval"].number();
        frame.online = root["status"]["online"].truth(true);
    } else if (type == u"lifecycle" && root["sub_type"].text(16) == u"connect") {
        frame.kind = OneBotFrame::Kind::Connected;
    }
}

/** What is shown for a segment that is neither text nor a file. */
QString placeholder(const OneBotSegment &segment)
{
    const auto title = segment.data.value(u"title"_s);
    if (segment.type == u"face")
        return u"[表情]"_s;
    if (segment.type == u"forward" || segment.type == u"node")
        return u"[聊天记录]"_s;
    if (segment.type == u"location")
        return u"[位置]"_s + title;
    if (segment.type == u"share" || segment.type == u"music")
        return u"[链接]"_s + title + u' ' + segment.data.value(u"url"_s);
    if (segment.type == u"json" || segment.type == u"xml" || segment.type == u"contact")
        return u"[卡片消息]"_s;
    return {};
}

MessageKind attachmentKind(const QString &type)
{
    if (type == u"image" || type == u"mface")
        return MessageKind::Image;
    if (type == u"record")
        return MessageKind::Voice;
    if (type == u"video")
        return MessageKind::Video;
    return type == u"file" ? MessageKind::File : MessageKind::Text;
}

QString mentionText(InboundMessage &message, const OneBotSegment &segment, const QString &self,
                    const std::function<QString(const QString &)> &nameOf)
{
    const auto user = segment.data.value(u"qq"_s);
    if (user == u"all")
        return u"@全体成员"_s;
    if (user.isEmpty() || user == self) {
        message.mentionsBot = message.mentionsBot || !user.isEmpty();
        return {};
    }
    if (!message.mentions.contains(user))
        message.mentions.append(user);
    return u'@' + pick(segment.data.value(u"name"_s), pick(nameOf(user), user));
}

MessageKind kindOf(const InboundMessage &message, bool hasOther)
{
    if (message.attachments.isEmpty())
        return message.text.isEmpty() && hasOther ? MessageKind::Other : MessageKind::Text;
    const bool isPlain = message.text.isEmpty() && message.attachments.size() == 1;
    return isPlain ? message.attachments.first().kind : MessageKind::Mixed;
}

/** The bytes travel with it: the implementation may run on another machine. */
QJsonObject fileSegment(const OutboundFile &file)
{
    const bool picture = file.kind == MessageKind::Image;
    QJsonObject data{{u"file"_s, u"base64://"_s + QString::fromLatin1(file.bytes.toBase64())}};
    if (!picture)
        data.insert(u"name"_s, file.name);
    return {{u"type"_s, picture ? u"image"_s : u"file"_s}, {u"data"_s, data}};
}

} // namespace

Result<OneBotFrame> decodeOneBot(PlatformJson &json, QByteArrayView frame)
{
    const auto root = json.parse(frame);
    if (!root)
        return std::unexpected(root.error());
    OneBotFrame decoded;
    decoded.self = (*root)["self_id"].id();
    const auto type = (*root)["post_type"].text(32);
    if (type == u"message") {
        readMessage(*root, decoded);
    } else if (type == u"notice") {
        readNotice(*root, decoded);
    } else if (type == u"meta_event") {
        readMeta(*root, decoded);
    } else if (type.isEmpty() && (*root)["retcode"].exists()) {
        decoded.kind = OneBotFrame::Kind::Response;
        decoded.response = responseOf(*root);
    }
    return decoded;
}

void applySegments(InboundMessage &message, const QList<OneBotSegment> &segments,
                   const QString &self, const std::function<QString(const QString &)> &nameOf)
{
    bool hasOther = false;
    QString text;
    for (const auto &segment : segments) {
        const auto kind = attachmentKind(segment.type);
        if (segment.type == u"text") {
            text += segment.data.value(u"text"_s);
        } else if (segment.type == u"at") {
            text += mentionText(message, segment, self, nameOf);
        } else if (segment.type == u"reply") {
            message.quotePlatformId = segment.data.value(u"id"_s);
        } else if (kind != MessageKind::Text) {
            const auto name = pick(segment.data.value(u"file_name"_s),
                                   pick(segment.data.value(u"name"_s),
                                        segment.data.value(u"file"_s)));
            if (const QUrl url(segment.data.value(u"url"_s)); url.scheme().startsWith(u"http"_s))
                message.media.append({int(message.attachments.size()), url, {}, false, {}});
            message.attachments.append({kind, cleanFileName(name), {}, 0, {}, {}});
        } else {
            text += placeholder(segment);
            hasOther = true;
        }
    }
    message.text = cleanText(text, textLimit).trimmed();
    message.kind = kindOf(message, hasOther);
}

QByteArray oneBotAction(const QString &action, const QJsonObject &parameters, const QString &echo)
{
    const QJsonObject frame{{u"action"_s, action}, {u"params"_s, parameters}, {u"echo"_s, echo}};
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

QByteArray oneBotSend(const OutboundMessage &message, const QString &echo)
{
    const auto segment = [](const QString &type, const QString &name, const QString &value) {
        return QJsonObject{{u"type"_s, type}, {u"data"_s, QJsonObject{{name, value}}}};
    };
    const auto user = userOfPrivateChat(message.chat);
    QJsonArray segments;
    if (!message.quotePlatformId.isEmpty())
        segments.append(segment(u"reply"_s, u"id"_s, message.quotePlatformId));
    if (user.isEmpty()) {
        for (const auto &mention : message.mentions)
            segments.append(segment(u"at"_s, u"qq"_s, mention));
    }
    const bool hasMention = user.isEmpty() && !message.mentions.isEmpty();
    if (!message.text.isEmpty() || message.files.isEmpty())
        segments.append(segment(u"text"_s, u"text"_s,
                                hasMention ? u' ' + message.text : message.text));
    for (const auto &file : message.files)
        segments.append(fileSegment(file));
    QJsonObject parameters{{u"message"_s, segments}};
    if (user.isEmpty())
        parameters.insert(u"group_id"_s, oneBotId(message.chat));
    else
        parameters.insert(u"user_id"_s, oneBotId(user));
    return oneBotAction(user.isEmpty() ? u"send_group_msg"_s : u"send_private_msg"_s, parameters, echo);
}

QJsonValue oneBotId(const QString &id)
{
    bool isNumber = false;
    const auto number = id.toLongLong(&isNumber);
    const bool isExact = isNumber && number > -exactInJavaScript && number < exactInJavaScript
        && QString::number(number) == id;
    return isExact ? QJsonValue(number) : QJsonValue(id);
}

MemberRole oneBotRole(const QString &role)
{
    return role == u"owner" || role == u"admin" ? MemberRole::GroupAdmin : MemberRole::Customer;
}

bool isDoubtful(const OneBotResponse &response)
{
    // NapCat answers "Timeout" (1200) when the client it drives did not report back; the message is
    // often in the group by then.
    return response.problem.contains(u"timeout"_s, Qt::CaseInsensitive)
        || response.problem.contains(u"超时"_s);
}

} // namespace quntai
