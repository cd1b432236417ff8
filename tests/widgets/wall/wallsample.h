// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/common/scriptedsession.h"

namespace quntai::tests {

/** A company of groups with topics in every state, written event by event. */
class WallSample
{
public:
    /** Fills the session with so many groups; the first few have something to say. */
    WallSample(ScriptedSession &session, int groups);

    static GroupId group(int number) { return {QStringLiteral("wecom/g%1").arg(number)}; }
    static TopicId topic(int group, int lane);

    void write(int group, EventData data, const TopicId &topic = {});
    void world(EventData data);
    /** Opens the topic with a question of its asker, so long ago. */
    void ask(int group, int lane, const QString &question, int secondsAgo, int emotion = -1,
             int trend = 0);
    void escalate(int group, int lane, int secondsAgo, int dueInSeconds);
    void grant(int group, int lane, const UserId &user, const QString &name);
    void send(int group, int lane, int texts);
    Instant now() const { return m_now; }

private:
    void people();
    void busy();

    ScriptedSession &m_session;
    Instant m_now{1'764'050'400'000};
    QHash<QString, qint64> m_seq;
    int m_messages = 0;
};

} // namespace quntai::tests
