// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/media.h"
#include "models/domain/message.h"
#include "models/domain/result.h"

#include <QObject>

namespace quntai {

/** A member, as the platform describes a sender or newcomer. */
struct InboundMember
{
    QString id;    //!< the platform's own; the engine makes "channel/id" of it
    QString name;
    MemberRole role = MemberRole::Customer;
    CustomerId customer;  //!< when the connector knows
    UserId user;          //!< the colleague behind a staff member, when the connector knows
};

/** A message a platform delivered, in our terms but with the platform's ids. */
struct InboundMessage
{
    QString platformId;    //!< unique within the channel
    QString chat;
    QString chatName;      //!< empty when the platform does not say
    bool single = false;   //!< a one-to-one chat
    InboundMember sender;
    MessageKind kind = MessageKind::Text;
    QString text;
    QStringList mentions;  //!< platform ids of members
    bool mentionsBot = false;
    QString quotePlatformId;
    QString quoteText;
    QList<Attachment> attachments;
    QList<MediaSource> media;  //!< where bytes of attachments are to be had
    QString replyHandle;   //!< opaque; handed back with the answer
    Instant sentAt;        //!< by the platform's clock
};

/** A change of a group that is not a message. */
struct InboundGroup
{
    QString chat;
    QString name;
    GroupKind kind = GroupKind::External;
    int memberCount = 0;
    QStringList tags;
    QList<InboundMember> joined;
    QStringList left;
    QList<InboundMember> members = {};  //!< who was there when we came
};

/** What became of an attachment of a message that was delivered before. */
struct InboundMedia
{
    QString chat;
    QString platformId;  //!< of the message
    int index = 0;
    Attachment attachment;  //!< with its bytes kept, or a problem
};

/** The platform took a message back. */
struct InboundRecall
{
    QString chat;
    QString platformId;
};

/** A picture or file of ours on its way out. */
struct OutboundFile
{
    MessageKind kind = MessageKind::File;  //!< Image or File
    QString name;
    QString sha256;
    QByteArray bytes;  //!< put in before a link gets it
};

/** A text of ours on its way out. */
struct OutboundMessage
{
    MessageId id;
    QString chat;
    bool single = false;
    QString text;
    QStringList mentions;        //!< platform ids
    QStringList mentionNames;    //!< as shown in the group, same order
    QString quotePlatformId;
    QString replyHandle;         //!< of the message answered; may have died with its connection
    QList<OutboundFile> files = {};  //!< as partsFor() of decide leaves them for this kind of link
};

/** What became of an outbound message. */
struct SendOutcome
{
    enum class Kind { Sent, Failed, Unknown };
    MessageId id;
    Kind kind = Kind::Unknown;
    QString platformId;
    QString reason;
    int code = 0;
    bool retryable = false;
};

/** A connection to one platform account. Lives in the backend's main thread, never blocks.
 *
 * It turns frames into the values above and back and holds no state worth keeping: duplicates,
 * order, budget and retries are the engine's. After stop() it emits nothing more.
 */
class ConnectorLink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString channel() const = 0;  //!< unique name, first part of ids
    virtual QString kind() const = 0;     //!< "wecom", "onebot11", "replay"
    virtual void start() = 0;
    virtual void stop() = 0;
    /** Exactly one outcome() follows for every send, also when the link breaks. */
    virtual void send(const OutboundMessage &message) = 0;
    /** False when the platform cannot take messages back. */
    virtual bool recall(const QString &chat, const QString &platformId) = 0;

Q_SIGNALS:
    void received(const quntai::InboundMessage &message);
    void groupChanged(const quntai::InboundGroup &group);
    void recalled(const quntai::InboundRecall &recall);
    void outcome(const quntai::SendOutcome &outcome);
    void stateChanged(quntai::ConnectorState state, const QString &account, const QString &detail);
    /** Messages between these times may never come. */
    void gap(quntai::Instant from, quntai::Instant to, const QString &detail);
};

} // namespace quntai
