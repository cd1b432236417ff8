// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace quntai::test {

using namespace Qt::StringLiterals;

/** A send as the console made it, for judging afterwards. */
struct Attempt
{
    qint64 seen = 0;
    UserId user;
};

/** Judges a log by its events alone, with a bookkeeping of its own. */
class Judge
{
public:
    /** attempts: by text, each of which was sent once. */
    explicit Judge(const QHash<QString, Attempt> &attempts) : m_attempts(attempts) {}

    /** What the events of the group stream, in order, show to be wrong. */
    QStringList violations(const QList<Event> &log)
    {
        for (const auto &event : log) {
            m_event = &event;
            std::visit([&](const auto &data) { on(data); }, event.data);
        }
        return m_violations;
    }

private:
    void complain(const QString &what)
    {
        m_violations.append(u"#%1 %2: %3"_s.arg(m_event->seq).arg(m_event->topic.value, what));
    }

    template <class Other>
    void on(const Other &)
    {
    }

    void on(const MessageReceived &data)
    {
        m_seq[data.message] = m_event->seq;
        m_author[data.message] = data.author.id;
    }

    void on(const TopicLinked &data)
    {
        for (const auto &message : data.messages) {
            for (auto &messages : m_messages)
                messages.removeAll(message);
            m_messages[m_event->topic].append(message);
        }
    }

    void on(const LeaseGranted &data)
    {
        if (data.fence <= m_fence.value(m_event->topic))
            complain(u"the fence did not rise"_s);
        const auto holder = m_holder.value(m_event->topic);
        if (!holder.isEmpty() && holder != data.user)
            complain(u"granted while another holds it"_s);
        m_fence[m_event->topic] = data.fence;
        m_holder[m_event->topic] = data.user;
        m_withPeople.insert(m_event->topic);
    }

    void on(const LeaseEnded &data)
    {
        if (data.fence != m_fence.value(m_event->topic))
            complain(u"an outdated lease ended"_s);
        m_holder.remove(m_event->topic);
        if (data.why == LeaseEnd::HandedBack || data.why == LeaseEnd::Idle)
            m_withPeople.remove(m_event->topic);
    }

    void on(const EscalationRaised &)
    {
        m_withPeople.insert(m_event->topic);
        m_justEscalated = m_event->seq;
    }

    void on(const TopicStateChanged &data)
    {
        if (data.state != TopicState::Escalated)
            m_withPeople.remove(m_event->topic);
        if (data.state == TopicState::Resolved)
            m_holder.remove(m_event->topic);
    }

    void on(const MessageQueued &data)
    {
        m_seq[data.message] = m_event->seq;
        if (data.author.kind == AuthorKind::Bot)
            botSpoke(data);
        else
            agentSpoke(data);
        m_messages[m_event->topic].append(data.message);
        m_author[data.message] = data.author.id;
    }

    void botSpoke(const MessageQueued &data)
    {
        if (!data.draft.isEmpty()) { // a person let it out
            if (m_holder.contains(m_event->topic))
                complain(u"a draft went out while somebody holds the topic"_s);
            return;
        }
        const bool holding = data.answers.isEmpty() && m_justEscalated == m_event->seq - 1;
        if (m_withPeople.contains(m_event->topic) && !holding)
            complain(u"the bot spoke while people have the topic"_s);
    }

    void agentSpoke(const MessageQueued &data)
    {
        const UserId user{data.author.id};
        if (m_holder.value(m_event->topic) != user)
            complain(u"%1 spoke without holding it"_s.arg(user.value));
        const auto attempt = m_attempts.value(data.text);
        for (const auto &message : m_messages.value(m_event->topic)) {
            if (m_seq.value(message) > attempt.seen && m_author.value(message) != user.value)
                complain(u"a blind reply: %1 had not seen #%2"_s.arg(user.value).arg(
                    m_seq.value(message)));
        }
    }

    const QHash<QString, Attempt> &m_attempts;
    const Event *m_event = nullptr;
    QHash<TopicId, qint64> m_fence;
    QHash<TopicId, UserId> m_holder;
    QSet<TopicId> m_withPeople;
    QHash<TopicId, QList<MessageId>> m_messages;
    QHash<MessageId, qint64> m_seq;
    QHash<MessageId, QString> m_author;
    qint64 m_justEscalated = -1;
    QStringList m_violations;
};

} // namespace quntai::test
