// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/query.h"

namespace quntai::tests {

/** A session without backend, link or disk: a test feeds it events and reads what was asked.
 *
 * What it shows is folded by the production fold; answers of commands, history and search are given
 * by the test.
 */
class ScriptedSession : public Session
{
    Q_OBJECT
public:
    explicit ScriptedSession(UserId me = {QStringLiteral("u-1")}, QObject *parent = nullptr)
        : Session(parent), m_me(std::move(me))
    {
    }

    const State &state() const override { return m_state; }
    LinkStatus link() const override { return m_link; }
    UserId me() const override { return m_me; }
    QString myName() const override { return m_state.users.value(m_me).name; }
    Role myRole() const override { return m_role; }
    QSet<QString> rights() const override { return m_rights; }
    Instant now() const override { return m_now; }

    void signIn(const SignIn &who) override { m_signIns.append(who); }
    void signOut() override {}
    void reconnect() override { ++m_reconnects; }

    QList<HappeningPtr> happenings(const GroupId &group) const override;
    CommandId submit(const CommandData &command, QObject *context,
                     std::function<void(Result<>)> kept) override;
    QList<OutboxItem> outbox() const override { return m_outbox; }
    void retry(const CommandId &command) override;
    void discard(const CommandId &command) override;
    void history(const GroupId &group, qint64 beforeSeq, int limit, QObject *context,
                 std::function<void(Result<QList<MessagePtr>>)> done) override;
    void search(const QString &words, int limit, QObject *context,
                std::function<void(Result<QList<MessagePtr>>)> done) override;
    void searchBy(const SearchFilter &filter, const QString &words, int limit, QObject *context,
                     std::function<void(Result<QList<MessagePtr>>)> done) override;
    void blob(const QString &sha256, QObject *context,
              std::function<void(Result<QByteArray>)> done) override;
    void ask(const Query &query, QObject *context,
             std::function<void(Result<std::any>)> done) override;
    void keepDraft(const TopicId &topic, const QString &text) override { m_drafts[topic] = text; }
    QString draft(const TopicId &topic) const override { return m_drafts.value(topic); }
    /** Names a file by its place, "file-1", "file-2", …; a picture is what begins like one. */
    void takeFile(const NewFile &file, QObject *context,
                  std::function<void(Result<Attachment>)> done) override;
    void keepDraftFiles(const TopicId &topic, const QList<Attachment> &files) override
    {
        m_draftFiles[topic] = files;
    }
    QList<Attachment> draftFiles(const TopicId &topic) const override
    {
        return m_draftFiles.value(topic);
    }
    Upload uploadOf(const CommandId &command) const override { return m_uploads.value(command); }
    void setUpload(const CommandId &command, const Upload &upload);
    /** The next file is not taken, for this reason. */
    void refuseFile(const Error &why) { m_fileRefusal = why; }
    QList<NewFile> filesTaken() const { return m_filesTaken; }

    /** Applies the events as one frame. */
    void feed(const QList<Event> &events);
    /** Replaces the whole state. */
    void replace(State state);
    void setLink(const LinkStatus &link);
    void setRights(Role role, QSet<QString> rights);
    void setNow(Instant now) { m_now = now; }
    /** How long answers to a group are held back from now on. */
    void setHold(qint64 ms) { m_holdMs = ms; }
    /** The next submit is not kept, for this reason. */
    void refuseNext(const Error &why) { m_refusal = why; }
    /** The backend was told, and has not answered. */
    void markSent(const CommandId &command);
    /** The backend answered: the item leaves the outbox, or stays refused. */
    void settle(const CommandId &command, const Result<qint64> &result);
    void setHistory(QList<MessagePtr> all) { m_history = std::move(all); }

    /** What blob() answers from; the rest is NotFound. */
    void setBlob(const QString &sha256, const Result<QByteArray> &bytes)
    {
        m_blobs[sha256] = bytes;
    }
    /** Names asked of blob(), in order. */
    QStringList blobsAsked() const { return m_blobsAsked; }

    /** The backend's answer to every later query of these params. */
    template <class Params>
    void answer(std::function<Result<AnswerTo<Params>>(const QByteArray &params)> how)
    {
        m_answers[queryOf(Params{}).method] = [how](const QByteArray &params) {
            return how(params).transform([](auto &&value) { return std::any(value); });
        };
    }
    QList<Query> asked() const { return m_asked; }
    /** Of every search, in order. */
    QList<SearchFilter> filters() const { return m_filters; }

    QList<Command> submitted() const { return m_submitted; }
    QList<SignIn> signIns() const { return m_signIns; }
    int reconnects() const { return m_reconnects; }

private:
    State m_state;
    LinkStatus m_link;
    UserId m_me;
    Role m_role = Role::Agent;
    QSet<QString> m_rights;
    Instant m_now{1'764'000'000'000};
    QList<HappeningPtr> m_happenings;
    QList<OutboxItem> m_outbox;
    QList<Command> m_submitted;
    QList<SignIn> m_signIns;
    QList<MessagePtr> m_history;
    QHash<TopicId, QString> m_drafts;
    QHash<TopicId, QList<Attachment>> m_draftFiles;
    QHash<CommandId, Upload> m_uploads;
    QList<NewFile> m_filesTaken;
    std::optional<Error> m_fileRefusal;
    QHash<QString, Result<QByteArray>> m_blobs;
    QStringList m_blobsAsked;
    QHash<QString, std::function<Result<std::any>(const QByteArray &)>> m_answers;
    QList<Query> m_asked;
    QList<SearchFilter> m_filters;
    std::optional<Error> m_refusal;
    qint64 m_holdMs = 0;
    int m_reconnects = 0;
};

} // namespace quntai::tests
