// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"

namespace quntai {

/** What an agent does at the desk, as commands of the session: knows leases and their numbers, so
 * that the page only says what is meant.
 *
 * The session keeps leases alive. */
class DeskCommands : public PageCommands
{
    Q_OBJECT
public:
    using PageCommands::PageCommands;

    void takeOver(const TopicId &topic, qint64 basis);
    void handBack(const TopicId &topic, const QString &summary);
    void transfer(const TopicId &topic, const UserId &to, const QString &note);
    void renew(const TopicId &topic);
    void resolve(const TopicId &topic);
    void reopen(const TopicId &topic);
    void relink(const TopicId &topic, const MessageId &message);
    void split(const TopicId &topic, const MessageId &message);
    /** A step of an entry is done for the topic, or not after all. */
    void tick(const TopicId &topic, const EntryId &entry, const QString &step, bool done);
    void merge(const TopicId &topic, const TopicId &into);
    void unmerge(const TopicId &topic);
    /** The message belongs to no topic: chatter. */
    void unlink(const TopicId &topic, const MessageId &message);
    /** Puts it back into the queue, for whoever takes it next. */
    /** Back into the queue, with what whoever takes it must know, for whoever has the skill. */
    void release(const TopicId &topic, const QString &note = {}, const QString &skill = {});
    void recall(const GroupId &group, const MessageId &message);
    void retry(const GroupId &group, const MessageId &message, bool markSent);
    /** kept as in Session::submit. */
    void note(const TopicId &topic, const QString &text, std::function<void(Result<>)> kept);
    void send(SendMessage message, std::function<void(Result<>)> kept);
    void correct(const CorrectAnswer &correction, std::function<void(Result<>)> kept);
    /** What became of suggestions; nothing is said of it when the outbox cannot keep it. */
    void judge(const JudgeSuggestions &judged);
    /** The person looks at the topic now, or writes in it; colleagues see it. Who is away stays
     * away. Told again only when something differs. */
    void look(const TopicId &topic, bool editing = false);

private:
    qint64 fenceOf(const TopicId &topic) const;

    SetStatus m_told;  //!< the last status sent
};

} // namespace quntai
