// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobdoor.h"

#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorKind::InvalidParams, what, {{u"field"_s, u"attachments"_s}});
}

} // namespace

BlobDoor::BlobDoor(const GatewayOptions &options, FeedHub &hub, AccountStore &accounts)
    : m_options(options), m_hub(hub), m_accounts(accounts), m_store(options.blobFolder),
      m_groups(options.dataFolder + u"/blobgroups.db"_s, hub.reader()),
      m_uploads(options.dataFolder + u"/blobuploads.db"_s, options.waitingBytes),
      m_sweep(m_store, [this](const QString &sha256) {
          const auto waits = m_uploads.isWaiting(sha256);
          return waits == false ? m_groups.isBrought(sha256) : waits;
      })
{
}

void BlobDoor::start()
{
    m_groups.start();
    sweep({QDateTime::currentMSecsSinceEpoch()});
}

Result<> BlobDoor::prepare() const
{
    return m_options.blobFolder.isEmpty() ? Result<>() : m_store.prepare();
}

void BlobDoor::takeIn(const EventList &events)
{
    m_groups.takeIn(events);
    for (const auto &event : *events) {
        const auto *queued = std::get_if<MessageQueued>(&event.data);
        if (!queued)
            continue;
        for (const auto &attachment : queued->attachments)
            m_uploads.used(event.group, attachment.sha256);
    }
}

std::optional<User> BlobDoor::userOf(const QByteArray &token) const
{
    const auto id = m_accounts.userOfAccess(QString::fromLatin1(token));
    if (!id)
        return std::nullopt;
    const auto user = m_hub.state().users.constFind(*id);
    if (user == m_hub.state().users.cend() || user->disabled)
        return std::nullopt;
    return *user;
}

BlobGroups::Answer BlobDoor::mayHave(const QByteArray &token, const QString &sha256)
{
    const auto user = userOf(token);
    return user ? m_groups.mayHave(Viewer(*user), sha256) : BlobGroups::Answer::No;
}

Result<User> BlobDoor::senderOf(const QByteArray &token, const GroupId &group) const
{
    const auto user = userOf(token);
    if (!user)
        return failure(ErrorKind::Unauthenticated, u"Sign in first"_s);
    if (accessTo(SendMessage::method, user->role) == Access::None || group.isEmpty()
        || !m_hub.state().groups.contains(group) || !Viewer(*user).seesGroup(group))
        return failure(ErrorKind::Forbidden, u"You may not send to this group"_s);
    return *user;
}

void BlobDoor::ask(const QByteArray &token, const GroupId &group, const QString &sha256,
                   QObject *context, std::function<void(Result<>)> done)
{
    const auto user = senderOf(token, group);
    if (!user)
        return done(std::unexpected(user.error()));
    const bool may = m_uploads.isFrom(user->id, group, sha256)
        || m_groups.mayHave(Viewer(*user), sha256) == BlobGroups::Answer::Yes;
    const auto look = may ? m_store.look(sha256) : std::nullopt;
    if (!look)
        return done(failure(ErrorKind::NotFound, u"It is to be brought"_s));
    brought(token, group, sha256, look->bytes, context, std::move(done));
}

Result<BlobRoom> BlobDoor::mayBring(const QByteArray &token, const GroupId &group,
                                    const QString &sha256, qint64 bytes)
{
    const auto user = senderOf(token, group);
    if (!user)
        return std::unexpected(user.error());
    if (bytes > m_options.blobBytes)
        return failure(ErrorKind::TooLarge,
                       u"A blob may have %1 bytes"_s.arg(m_options.blobBytes));
    auto room = m_uploads.takeRoom(user->id, sha256, bytes);
    const bool isFull = !room && room.error().kind == ErrorKind::RateLimited;
    return isFull ? roomAfter(user->id, sha256, bytes) : room;
}

/** No more of what was left is given up than has to be. */
Result<BlobRoom> BlobDoor::roomAfter(const UserId &user, const QString &sha256, qint64 bytes)
{
    const Instant before{QDateTime::currentMSecsSinceEpoch() - m_options.abandonedMs};
    for (const auto &left : m_uploads.leftBy(user, before)) {
        if (!giveUp(user, left, before))
            continue;
        if (auto room = m_uploads.takeRoom(user, sha256, bytes))
            return room;
    }
    return m_uploads.takeRoom(user, sha256, bytes);
}

/** False while it is not known whether a message names it. */
bool BlobDoor::giveUp(const UserId &user, const QString &sha256, Instant before)
{
    const auto isBrought = m_groups.isBrought(sha256);
    if (!isBrought)
        return false;
    if (!*isBrought && !m_uploads.isAnothers(user, sha256))
        m_store.removeOlder(sha256, before);
    m_uploads.forget(user, sha256);
    return true;
}

void BlobDoor::brought(const QByteArray &token, const GroupId &group, const QString &sha256,
                       qint64 bytes, QObject *context, std::function<void(Result<>)> done)
{
    const auto user = userOf(token);
    if (!user)
        return done(failure(ErrorKind::Unauthenticated, u"Sign in first"_s));
    const Instant now{QDateTime::currentMSecsSinceEpoch()};
    const auto noted = m_uploads.note(user->id, group, sha256, bytes, now,
                                      m_groups.isBrought(sha256).value_or(false));
    const auto look = m_store.look(sha256);
    const bool isPlain = !look || !isPicture(contentTypeOf(look->begin)) || !isToBeRead(group);
    if (!noted || isPlain)
        return done(noted);
    const auto known = m_uploads.wordsOf(sha256);
    if (!known || *known)
        return done(known.and_then([&](const auto &words) { return noteWords(sha256, *words); }));
    m_read(sha256, context, [this, sha256, done = std::move(done)](const Result<QString> &words) {
        done(noteWords(sha256, words));
    });
}

bool BlobDoor::isToBeRead(const GroupId &group) const
{
    const auto &state = m_hub.state();
    return m_read && !m_readsNothing
        && policyFor(state.policy, state.groups.value(group).info).readPictures;
}

Result<> BlobDoor::noteWords(const QString &sha256, const Result<QString> &words)
{
    if (words)
        return m_uploads.noteWords(sha256, *words, {QDateTime::currentMSecsSinceEpoch()});
    m_readsNothing = m_readsNothing || words.error().kind == ErrorKind::NotFound;
    if (m_readsNothing)
        return {};
    return failure(ErrorKind::Unavailable, words.error().message, {{u"cause"_s, u"unread"_s}});
}

Result<> BlobDoor::check(const User &user, CommandData &command)
{
    auto *send = std::get_if<SendMessage>(&command);
    if (!send || send->attachments.isEmpty())
        return {};
    if (send->attachments.size() > mostAttachments)
        return wrong(u"a text takes at most %1 pictures and files"_s.arg(mostAttachments));
    const auto group = m_hub.state().topics.value(send->topic).group;
    for (auto &attachment : send->attachments) {
        if (const auto fine = checkOne(user, group, attachment); !fine)
            return fine;
        if (const auto known = putWords(group, attachment); !known)
            return known;
    }
    return {};
}

/** Nothing leaves unchecked because reading it did not come about. */
Result<> BlobDoor::putWords(const GroupId &group, Attachment &attachment)
{
    attachment.text.clear();
    attachment.read = attachment.kind == MessageKind::Image && isToBeRead(group);
    if (!attachment.read)
        return {};
    const auto words = m_uploads.wordsOf(attachment.sha256);
    if (!words)
        return std::unexpected(words.error());
    if (!*words) {
        return failure(ErrorKind::Policy,
                       u"“%1” could not be checked for what may not be sent"_s.arg(attachment.name),
                       {{u"rule"_s, u"picture_unread"_s}, {u"name"_s, attachment.name}});
    }
    attachment.text = **words;
    return {};
}

Result<> BlobDoor::checkOne(const User &user, const GroupId &group, const Attachment &attachment)
{
    if (!BlobStore::isName(attachment.sha256.toLatin1()))
        return wrong(u"a picture or file is named by its SHA-256 in lower case"_s);
    // Whoever may not send it learns as little as of one that is not there.
    bool may = m_uploads.isFrom(user.id, group, attachment.sha256);
    if (!may) {
        const auto seen = m_groups.mayHave(Viewer(user), attachment.sha256);
        if (seen == BlobGroups::Answer::NotYet)
            return failure(ErrorKind::Unavailable, u"The ledger is being read; try again soon"_s);
        may = seen == BlobGroups::Answer::Yes;
    }
    const auto look = may ? m_store.look(attachment.sha256) : std::nullopt;
    if (!look)
        return failure(ErrorKind::NotFound, u"A picture or file of this text is not here; bring it again"_s,
                       {{u"field"_s, u"attachments"_s}});
    const bool picture = isPicture(contentTypeOf(look->begin));
    if (picture != (attachment.kind == MessageKind::Image)
        || (!picture && attachment.kind != MessageKind::File))
        return wrong(u"what is a picture goes as one, everything else as a file"_s);
    if (look->bytes != attachment.bytes)
        return wrong(u"its size is another"_s);
    return checkKind(group, attachment.name, *look);
}

/** What kind of picture it is, decide cannot see. */
Result<> BlobDoor::checkKind(const GroupId &group, const QString &name,
                             const BlobStore::Look &look) const
{
    const auto &state = m_hub.state();
    const auto kind = state.connectors.value(state.groups.value(group).info.channel).kind;
    const auto why = refusalOf(kind, look.begin, look.bytes);
    if (!why || why->problem == AttachmentProblem::TooLarge)
        return {}; // decide says that
    const auto word = QString::fromLatin1(wordOf(why->problem));
    return failure(ErrorKind::Policy, u"this cannot be sent to this group: "_s + word,
                   {{u"rule"_s, u"attachment"_s}, {u"problem"_s, word}, {u"name"_s, name}});
}

void BlobDoor::sweep(Instant now)
{
    sweepWaiting(now);
    sweepFolder(now);
}

/** The file goes first, then the row: between them nothing stays that nobody knows. */
void BlobDoor::sweepWaiting(Instant now)
{
    const Instant before{now.ms - BlobUploads::keptMs};
    QStringList unknown;
    for (const auto &sha256 : m_uploads.old(before)) {
        const auto isBrought = m_groups.isBrought(sha256);
        // While that is not known it stays: too much is better than too little.
        if (!isBrought)
            unknown.append(sha256);
        else if (!*isBrought)
            m_store.removeOlder(sha256, before);
    }
    m_uploads.forgetOld(before, unknown);
}

void BlobDoor::sweepFolder(Instant now)
{
    const auto begun = m_groups.begunAt();
    const bool isDue = !m_sweptAt.isSet() || now.ms - m_sweptAt.ms >= m_options.nobodysMs;
    if (m_options.blobFolder.isEmpty() || !isDue)
        return;
    m_sweptAt = now;
    // Blobs older than the ledger are another one's, which may come back.
    m_sweep.start(begun.value_or(now), {now.ms - m_options.nobodysMs});
}

} // namespace quntai
