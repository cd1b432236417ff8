// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/cqcode.h"
#include "app/backend/connectors/platformvalue.h"

#include <QJsonObject>

#include <functional>

namespace quntai {

struct OneBotGroup
{
    QString id;
    QString name;
    int memberCount = 0;
};

/** An answer to an action: of data, what any of the actions we call gives. */
struct OneBotResponse
{
    QString echo;
    qint64 code = 0;       //!< 0 done, 1 taken without a result
    QString problem;
    QString messageId;
    QString userId;
    QString nickname;
    QString card;
    QString role;
    bool online = true;
    QList<OneBotGroup> groups;
};

/** A frame from a OneBot 11 implementation. Ids are strings, whatever they came as. */
struct OneBotFrame
{
    enum class Kind {
        Response, Message, Joined, Left, Recalled, Renamed, Heartbeat, Connected, Offline, Other
    };
    Kind kind = Kind::Other;
    QString self;                  //!< the account's id
    OneBotResponse response;
    InboundMessage message;        //!< Message; an empty platformId: not usable or our own
    QList<OneBotSegment> segments; //!< Message; put into it by applySegments()
    QString chat;                  //!< Joined, Left, Recalled, Renamed
    QString user;                  //!< Joined, Left, Renamed
    QString name;                  //!< Renamed
    QString messageId;             //!< Recalled
    qint64 intervalMs = 0;         //!< Heartbeat
    bool online = true;            //!< Heartbeat
};

Result<OneBotFrame> decodeOneBot(PlatformJson &json, QByteArrayView frame);

/** Fills text, kind, mentions, quote and attachments of a message from its segments. nameOf gives what
 * a member of the chat is called, or nothing. */
void applySegments(InboundMessage &message, const QList<OneBotSegment> &segments,
                   const QString &self, const std::function<QString(const QString &)> &nameOf);

QByteArray oneBotAction(const QString &action, const QJsonObject &parameters, const QString &echo);
/** send_group_msg or send_private_msg: quote, mentions, text, pictures; a file goes alone. */
QByteArray oneBotSend(const OutboundMessage &message, const QString &echo);

/** An id as the action wants it: a number while JavaScript peers read it exactly, else a string. */
QJsonValue oneBotId(const QString &id);

MemberRole oneBotRole(const QString &role);

/** True when a refused send may still have reached the chat. */
bool isDoubtful(const OneBotResponse &response);

} // namespace quntai
