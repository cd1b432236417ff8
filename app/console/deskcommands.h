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
    void recall(const GroupId &group, const MessageId &message);
    void retry(const GroupId &group, const MessageId &message, bool markSent);
    /** kept as in Session::submit. */
    void note(const TopicId &topic, const QString &text, std::function<void(Result<>)> kept);
    void send(SendMessage message, std::function<void(Result<>)> kept);
    void correct(const CorrectAnswer &correction, std::function<void(Result<>)> kept);
    /** The person looks at the topic now; colleagues see it. */
    void look(const TopicId &topic);

private:
    qint64 fenceOf(const TopicId &topic) const;
};

} // namespace quntai
