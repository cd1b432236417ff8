// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"
#include "models/domain/commands.h"
#include "models/domain/result.h"
#include "models/domain/searchfilter.h"
#include "models/domain/state.h"
#include "models/session/happening.h"
#include "models/session/linkproblem.h"

#include <QObject>
#include <QSet>
#include <QUrl>

#include <any>
#include <functional>
#include <memory>

namespace quntai {

/** Where the console stands with its backend. */
enum class LinkState {
    SignedOut,   //!< nobody has signed in
    Connecting,
    Syncing,     //!< connected; the snapshot or the missed events are coming
    Live,
    Offline,     //!< lost; nextAttempt says when it is tried again
    Refused,     //!< the backend refused sign-in; reason says why
};

struct LinkStatus
{
    LinkState state = LinkState::SignedOut;
    LinkProblem problem = LinkProblem::None;  //!< with Offline and Refused
    QString reason;        //!< its details, in English
    Instant since;
    Instant nextAttempt;   //!< with Offline
    int latencyMs = -1;    //!< of the last ping; -1 unknown
};

struct SignIn
{
    QUrl server;
    QString user;
    QString password;   //!< or token; never kept
    QString token;
};

/** A command on its way: kept on disk until the backend has answered. */
struct OutboxItem
{
    enum class State {
        Waiting,   //!< for the link, or its turn
        Sent,      //!< told the backend; no answer yet
        Refused,   //!< the backend said no; a person decides: retry, edit or delete
    };
    Command command;
    Instant at;
    State state = State::Waiting;
    Error problem;      //!< with Refused
    Instant notBefore = {};  //!< Waiting: until then the person may think again; unset: goes at once

    bool operator==(const OutboxItem &) const = default;
};

/** A file a person wants to send: where it is, or its bytes. */
struct NewFile
{
    QString path;      //!< empty: bytes are given
    QByteArray bytes;
    QString name;      //!< as others shall see it; empty with path: the file's own
};

/** How far the attachments of a text have gone to the backend, bytes. */
struct Upload
{
    qint64 sent = 0;
    qint64 total = 0;  //!< 0: nothing is on its way

    bool operator==(const Upload &) const = default;
};

/** The topic a command is about; empty when it is about none. */
TopicId topicOf(const CommandData &command);
/** The text a person wrote in it; empty when there is none. */
QString textOf(const CommandData &command);
/** Pictures and files that go with it. */
QList<Attachment> attachmentsOf(const CommandData &command);

struct Query;

/** What a console knows and can do: the folded state of the backend, kept in step over a link that
 * may break, and a durable outbox for what people ask.
 *
 * Lives in the GUI thread; socket and parsing run in a thread of their own, storage in another.
 * Changes arrive once per frame at the most, in one Changes value.
 */
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const State &state() const = 0;
    virtual LinkStatus link() const = 0;
    virtual UserId me() const = 0;
    virtual QString myName() const = 0;
    virtual Role myRole() const = 0;
    /** Methods this person may call. Hiding an action is courtesy; the backend decides. */
    virtual QSet<QString> rights() const = 0;
    /** Backend time: local steady time moved to the server's clock. */
    virtual Instant now() const = 0;

    virtual void signIn(const SignIn &who) = 0;
    virtual void signOut() = 0;
    /** Try the link now instead of at nextAttempt. */
    virtual void reconnect() = 0;

    /** What happened in the group between its messages, oldest first, as far back as the console
     * has seen it; with what concerns every group of the group's connector. */
    virtual QList<HappeningPtr> happenings(const GroupId &group) const = 0;

    /** Puts the command into the outbox; kept is called once it is on disk (or why it is not:
     * then nothing was sent and the caller still has the text). The backend's answer arrives as
     * commandSettled. */
    virtual CommandId submit(const CommandData &command, QObject *context,
                             std::function<void(Result<>)> kept) = 0;
    /** Oldest first. An item stays until the effect of its command is part of state(), so a text
     * is never missing between being answered and being shown as a message. */
    virtual QList<OutboxItem> outbox() const = 0;
    virtual void retry(const CommandId &command) = 0;
    virtual void discard(const CommandId &command) = 0;

    /** Older messages of a group, newest first, from the local store or the backend. */
    virtual void history(const GroupId &group, qint64 beforeSeq, int limit, QObject *context,
                         std::function<void(Result<QList<MessagePtr>>)> done) = 0;
    /** Local full-text search, newest first; two characters are enough. */
    virtual void search(const QString &words, int limit, QObject *context,
                        std::function<void(Result<QList<MessagePtr>>)> done) = 0;
    /** The same among what the filter lets through; see CacheStore::search. */
    virtual void searchBy(const SearchFilter &filter, const QString &words, int limit,
                          QObject *context,
                          std::function<void(Result<QList<MessagePtr>>)> done) = 0;
    /** The bytes of an attachment, from this computer or the backend: unchecked but for their
     * name, so nothing in this process may decode them. TooLarge, NotFound, Unavailable. */
    virtual void blob(const QString &sha256, QObject *context,
                      std::function<void(Result<QByteArray>)> done) = 0;
    /** Asks the backend something that changes nothing; askBackend() of models/session/query.h
     * does it with types. Unavailable when there is no connection. */
    virtual void ask(const Query &query, QObject *context,
                     std::function<void(Result<std::any>)> done) = 0;
    /** An agent's unfinished text for a topic; on disk within a second. */
    virtual void keepDraft(const TopicId &topic, const QString &text) = 0;
    virtual QString draft(const TopicId &topic) const = 0;

    /** Takes a file over so that it can be sent: its bytes stay on this computer until the text
     * they go with has been delivered, or no draft and no text names them any more. Gives what
     * SendMessage::attachments names it by. TooLarge, InvalidParams (empty, a program; data.problem
     * is a word of AttachmentProblem), NotFound (cannot be read), StorageFull. */
    virtual void takeFile(const NewFile &file, QObject *context,
                          std::function<void(Result<Attachment>)> done) = 0;
    /** What an unfinished text of a topic shall go with; on disk within a second. */
    virtual void keepDraftFiles(const TopicId &topic, const QList<Attachment> &files) = 0;
    virtual QList<Attachment> draftFiles(const TopicId &topic) const = 0;
    /** Of a text in the outbox. */
    virtual Upload uploadOf(const CommandId &command) const = 0;

Q_SIGNALS:
    void linkChanged();
    void changed(const quntai::Changes &changes);
    /** Before changed of the same frame; state() is already new. */
    void happened(const QList<quntai::HappeningPtr> &happenings);
    /** The whole state was replaced by a snapshot. */
    void reset();
    void outboxChanged();
    void commandSettled(const quntai::CommandId &command, const quntai::Result<qint64> &result);
    /** uploadOf() has moved; some ten times a second at the most. */
    void uploadMoved(const quntai::CommandId &command);
    /** Something is wrong with local storage or an event cannot be shown; text for people. */
    void trouble(const QString &what);
};

} // namespace quntai
