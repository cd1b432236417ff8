// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/rehearsal/phrases.h"
#include "app/backend/rehearsal/stage.h"

namespace quntai {

/** The people at the desk: they come and go by shifts, take over what is escalated, answer, correct,
 * hand back, settle and tidy up, each by a command of the console protocol. */
class Crew : public QObject
{
    Q_OBJECT
public:
    Crew(Stage &stage, const SampleCompany &company, const Phrases &phrases, int offsetMinutes,
         QObject *parent = nullptr);

    /** Who is there on the day that begins then. */
    void planDay(qint64 dayStart, qint64 until);
    /** Settles whatever is open. */
    void closeShop();

private:
    void note(const Event &event);
    void setPresence(const User &user, AgentStatus status);
    std::optional<UserId> whoIsHere();
    /** Does it soon, or when somebody is there again. */
    void soon(qint64 least, qint64 most, std::function<void(const UserId &)> act);
    void claim(const TopicId &topic, const UserId &user);
    void serve(const TopicId &topic, const UserId &user);
    void keep(const TopicId &topic, const UserId &user);
    void reply(const TopicId &topic, const UserId &user, const QString &text);
    void finish(const TopicId &topic, const UserId &user);
    void review(const Event &event, const DraftMade &draft);
    void decideOn(const DraftId &id, const UserId &user);
    void tidy(const TopicId &topic);
    void maybeCorrect(const Event &event, const MessageQueued &answer);
    std::optional<Topic> held(const TopicId &topic, const UserId &user) const;

    Stage &m_stage;
    const Phrases &m_phrases;
    QList<User> m_staff;
    int m_offset;
};

} // namespace quntai
