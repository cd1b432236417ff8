// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/platformvalue.h"

namespace quntai {

/** Error codes of the AI bot that mean more than "failed". */
namespace WecomCode {
constexpr int badRequest = 846605;      //!< the req_id is not known (any more)
constexpr int tooOften = 846607;
constexpr int streamExpired = 846608;
constexpr int notSubscribed = 846609;   //!< the socket is open, but the platform forgot who we are
constexpr int badSecret = 853000;
constexpr int frequency = 45009;
} // namespace WecomCode

constexpr qsizetype wecomTextBytes = 20480;  //!< of one message, in UTF-8

/** A frame from the platform. */
struct WecomFrame
{
    enum class Kind { Acknowledgement, Message, Event, Other };
    Kind kind = Kind::Other;
    QString requestId;
    int code = 0;            //!< acknowledgements; 0 is success
    QString error;
    QString uploadId;        //!< of an acknowledged beginning of an upload
    QString mediaId;         //!< of an acknowledged end of one
    QString event;           //!< "enter_chat", "disconnected_event", …
    InboundMessage message;  //!< without replyHandle; an empty platformId: not usable
};

/** Reads a frame. botName is what groups call the bot; see withoutBotMention(). */
Result<WecomFrame> decodeWecom(PlatformJson &json, QByteArrayView frame, const QString &botName);

QByteArray wecomSubscribe(const QString &requestId, const QString &botId, const QString &secret);
QByteArray wecomPing(const QString &requestId);
/** The whole answer to a callback as a stream of one piece. */
QByteArray wecomReply(const QString &requestId, const QString &streamId, const QString &text);
/** A message nobody asked for, as Markdown. chat as connectors name it (see privateChat()). */
QByteArray wecomPush(const QString &requestId, const QString &chat, const QString &text);

/** Bytes of one piece of an upload, before base64; the platform takes 512 KiB and 100 pieces. */
constexpr qsizetype wecomPieceBytes = 512 * 1024;

/** Begins an upload: kind, name, size, pieces and MD5 of the file. */
QByteArray wecomUploadBegin(const QString &requestId, const OutboundFile &file);
/** The piece with that number, from 0. */
QByteArray wecomUploadPiece(const QString &requestId, const QString &uploadId,
                            const OutboundFile &file, int piece);
QByteArray wecomUploadEnd(const QString &requestId, const QString &uploadId);
int wecomPieces(const OutboundFile &file);
/** A picture or file that was uploaded, as a message nobody asked for. */
QByteArray wecomPushMedia(const QString &requestId, const QString &chat, MessageKind kind,
                          const QString &mediaId);

/** Cuts "@name" off the start. Without a name: one leading "@word", unless others are mentioned too,
 * since what arrives from a group always mentions the bot. */
QString withoutBotMention(const QString &text, const QString &botName);

/** "@张三 @李四 text"; a member whose name is not known is left out, an id would tell nobody anything. */
QString withMentionNames(const OutboundMessage &message);

/** Parts of at most maxBytes of UTF-8, cut at a line break or space where one is near, never inside a
 * character. maxBytes ≥ 4. */
QStringList splitUtf8(const QString &text, qsizetype maxBytes);

/** What a send error means, in one sentence. */
QString wecomProblem(int code, const QString &platformText);
bool isRetryable(int wecomCode);

} // namespace quntai
