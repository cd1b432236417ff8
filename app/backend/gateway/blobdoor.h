// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/accounts/accountstore.h"
#include "app/backend/gateway/blobgroups.h"
#include "app/backend/gateway/blobstore.h"
#include "app/backend/gateway/blobsweep.h"
#include "app/backend/gateway/blobuploads.h"
#include "app/backend/gateway/feedhub.h"
#include "app/backend/gateway/gatewayoptions.h"

#include <functional>

namespace quntai {

/** Reads the words of a picture somebody wants to send; done comes once, unless context is gone.
 * NotFound: nothing can be read here. Whatever else fails may be asked again. */
using PictureReader = std::function<void(const QString &sha256, QObject *context,
                                         std::function<void(const Result<QString> &)> done)>;

/** Who may take which blob out, who may bring one in, and which a text may name.
 *
 * Lives in the gateway's thread; hub and accounts must outlive it.
 */
class BlobDoor
{
public:
    BlobDoor(const GatewayOptions &options, FeedHub &hub, AccountStore &accounts);

    /** Makes the folder. */
    Result<> prepare() const;
    /** The hub has its state. */
    void start();
    /** Before a console can ask about them. */
    void takeIn(const EventList &events);

    const BlobStore &store() const { return m_store; }
    /** Whether the owner of the token sees a message that brought the blob. */
    BlobGroups::Answer mayHave(const QByteArray &token, const QString &sha256);
    /** Whether the owner of the token may bring so many bytes for a text to the group; the room is
     * taken while the answer lives. What this person brought and left makes room.
     * Unauthenticated, Forbidden, TooLarge, RateLimited. */
    Result<BlobRoom> mayBring(const QByteArray &token, const GroupId &group, const QString &sha256,
                              qint64 bytes);
    /** Whether it need not be brought: this person brought it before, or sees a message with it. Then
     * all is as if it had come now. NotFound: it is to be brought. */
    void ask(const QByteArray &token, const GroupId &group, const QString &sha256, QObject *context,
             std::function<void(Result<>)> done);
    /** It has come; from now on this person may name it in a text to that group. done comes when a
     * picture has been read as well, unless context is gone. Unavailable with data.cause "unread": it
     * could not be read now; to be asked again. */
    void brought(const QByteArray &token, const GroupId &group, const QString &sha256, qint64 bytes,
                 QObject *context, std::function<void(Result<>)> done);
    /** What a command names is here, is what it is said to be, and is this person's to send; what was
     * read in its pictures is put in, to be checked as text is. NotFound: it was not brought yet.
     * A picture that has not been read is held: Policy, data.rule "picture_unread". InvalidParams,
     * Policy, Unavailable. */
    Result<> check(const User &user, CommandData &command);
    /** Unset: nothing is read. */
    void setReader(PictureReader reader) { m_read = std::move(reader); }
    /** Its bytes were erased, with a person's data. */
    void forget(const QString &sha256) { m_uploads.forget(sha256); }
    /** Removes what was brought long ago and no message names; once a day also what lies there and
     * belongs to nobody. */
    void sweep(Instant now);

private:
    std::optional<User> userOf(const QByteArray &token) const;
    Result<User> senderOf(const QByteArray &token, const GroupId &group) const;
    Result<BlobRoom> roomAfter(const UserId &user, const QString &sha256, qint64 bytes);
    bool isToBeRead(const GroupId &group) const;
    Result<> noteWords(const QString &sha256, const Result<QString> &words);
    Result<> putWords(const GroupId &group, Attachment &attachment);
    void sweepWaiting(Instant now);
    void sweepFolder(Instant now);
    bool giveUp(const UserId &user, const QString &sha256, Instant before);
    Result<> checkOne(const User &user, const GroupId &group, const Attachment &attachment);
    Result<> checkKind(const GroupId &group, const QString &name, const BlobStore::Look &look) const;

    const GatewayOptions &m_options;
    FeedHub &m_hub;
    AccountStore &m_accounts;
    BlobStore m_store;
    BlobGroups m_groups;
    BlobUploads m_uploads;
    BlobSweep m_sweep;
    Instant m_sweptAt;
    PictureReader m_read;
    bool m_readsNothing = false;  //!< the reader has said so
};

} // namespace quntai
