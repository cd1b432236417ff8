// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobdesk.h"
#include "models/session/commanddesk.h"
#include "models/session/draftkeeper.h"
#include "models/session/feedfold.h"
#include "models/session/leasekeeper.h"
#include "models/session/link.h"
#include "models/session/session.h"
#include "models/session/sessionstores.h"
#include "models/session/wakewatch.h"

#include <QElapsedTimer>
#include <QTimer>

namespace quntai {

/** The session over a real link and real files: joins Link, FeedFold, CommandDesk, DraftKeeper and
 * SessionStores, and owns no rule of its own.
 *
 * After signIn what was saved last is shown at once, read-only, while the link is being made.
 */
class LiveSession : public Session
{
    Q_OBJECT
public:
    /** Files go into a folder per account inside dataFolder; clocks tell that this computer slept. */
    explicit LiveSession(QString dataFolder, QObject *parent = nullptr,
                         WakeClocks clocks = machineClocks());
    /** Writes what is unwritten; may take as long as the disk does. */
    ~LiveSession() override;

    const State &state() const override { return m_fold.state(); }
    LinkStatus link() const override { return m_status; }
    UserId me() const override { return m_me.id; }
    QString myName() const override { return m_me.name; }
    Role myRole() const override { return m_me.role; }
    QSet<QString> rights() const override { return m_rights; }
    Instant now() const override { return {m_clockAhead + m_steady.elapsed()}; }

    void signIn(const SignIn &who) override;
    /** Gives back memory that only a great deal at once needs; done when there is less. */
    void rest(std::function<void()> done);
    /** Shows what was saved last for who is going to sign in here, before the backend is there:
     * server and name count. The link is Connecting from now on. */
    void prepare(const SignIn &who);
    void signOut() override;
    void reconnect() override { m_link.tryNow(); }

    QList<HappeningPtr> happenings(const GroupId &group) const override;
    CommandId submit(const CommandData &command, QObject *context,
                     std::function<void(Result<>)> kept) override;
    QList<OutboxItem> outbox() const override { return m_commands.items(); }
    void retry(const CommandId &command) override { m_commands.retry(command, now()); }
    /** What was put back into a draft is on disk before the command goes from it. */
    void discard(const CommandId &command) override;
    /** How long an answer to a group is held back, so that it can be taken back; 0: not at all. */
    void setUndoSend(qint64 ms) { m_commands.setHold(ms); }

    void history(const GroupId &group, qint64 beforeSeq, int limit, QObject *context,
                 std::function<void(Result<QList<MessagePtr>>)> done) override;
    void search(const QString &words, int limit, QObject *context,
                std::function<void(Result<QList<MessagePtr>>)> done) override;
    void searchBy(const SearchFilter &filter, const QString &words, int limit, QObject *context,
                     std::function<void(Result<QList<MessagePtr>>)> done) override;
    void ask(const Query &query, QObject *context,
             std::function<void(Result<std::any>)> done) override;
    void blob(const QString &sha256, QObject *context,
              std::function<void(Result<QByteArray>)> done) override;
    void keepDraft(const TopicId &topic, const QString &text) override;
    QString draft(const TopicId &topic) const override;
    void takeFile(const NewFile &file, QObject *context,
                  std::function<void(Result<Attachment>)> done) override;
    void keepDraftFiles(const TopicId &topic, const QList<Attachment> &files) override;
    QList<Attachment> draftFiles(const TopicId &topic) const override;
    Upload uploadOf(const CommandId &command) const override { return m_uploads.of(command); }

private:
    struct Page
    {
        QPointer<QObject> context;
        std::function<void(Result<QList<MessagePtr>>)> done;
        GroupId group;
        qint64 before = 0;
        int limit = 0;
    };

    struct Asker
    {
        QPointer<QObject> context;
        std::function<void(Result<std::any>)> done;
    };

    void loaded(const SessionStores::Loaded &loaded);
    void closeStores();
    void take(const LinkNews &news);
    void take(const LinkTrying &);
    void take(const LinkUp &up);
    void take(const LinkPass &pass) { m_blobs.setPass(pass.server, pass.token); }
    void take(const LinkDown &down);
    void take(const LinkLatency &latency);
    void take(const LinkChecked &checked);
    void take(const FeedAnswer &answer);
    void take(const EventsFrame &frame);
    void take(const FeedTick &tick);
    void take(const SnapshotPart &part);
    void take(const CommandAnswer &answer) { m_commands.take(answer); }
    void take(const HistoryAnswer &answer);
    void take(const QueryAnswer &answer);
    void take(const GoAway &goAway);
    void take(const ScopeChanged &scope);

    void woke(qint64 sleptMs);
    void fed();
    void noteCaughtUp();
    void showFrame();
    void tell(const FeedNews &news);
    void noteHappenings(const QList<HappeningPtr> &happenings);
    void stored(const QMap<QString, qint64> &positions, int events, const Result<> &result);
    void acknowledge();
    void saveState();
    void renewLeases();
    void shareDraft(const TopicId &topic, const QString &text);
    QString sharedDraft(const TopicId &topic) const;
    void answerFromStore(const Page &page);
    QSet<QString> namedFiles(const CommandId &except = {}) const;
    void releaseFiles(const Command &command);
    void setLink(LinkState state);
    void setLink(const LinkStatus &status);

    QString m_dataFolder;
    QString m_account;
    bool m_isLoaded = false;             //!< what is on disk has been read
    std::optional<SignIn> m_waiting;     //!< until then
    FeedFold m_fold;
    LeaseKeeper m_leases;
    LinkStatus m_status;
    SelfInfo m_me;
    QSet<QString> m_rights;
    QHash<GroupId, QList<HappeningPtr>> m_happenings;  //!< of all groups under the empty id
    QHash<int, Page> m_pages;
    QHash<int, Asker> m_askers;
    QMap<QString, qint64> m_unacknowledged;
    int m_unacknowledgedEvents = 0;
    int m_lastTicket = 0;
    bool m_connected = false;
    bool m_stateDirty = false;
    qint64 m_clockAhead = 0;         //!< server's time minus steady time, ms
    QElapsedTimer m_steady;
    QElapsedTimer m_sinceFrame;
    int m_pauseMs = 0;               //!< from the last frame to the next, at least
    QTimer m_frame;
    QTimer m_acking;
    QTimer m_saving;
    QTimer m_renewing;
    WakeWatch m_wakes;
    Link m_link;
    BlobDesk m_blobs;
    Uploads m_uploads;
    CommandDesk m_commands;
    DraftKeeper m_drafts;
    std::unique_ptr<SessionStores> m_stores;
};

} // namespace quntai
