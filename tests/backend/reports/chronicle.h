// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"

namespace quntai::tests {

/** Writes a ledger by hand: who asked what when, and what became of it. Times are seconds after
 * Monday 2026-11-23 00:00 by the company's clock (UTC+8). */
class Chronicle
{
public:
    static constexpr qint64 monday = 1'795'363'200'000;  // 2026-11-22T16:00Z

    QList<Event> events;
    GroupId group{QStringLiteral("w/a")};

    static Instant at(qint64 seconds) { return {monday + seconds * 1000}; }
    void setTime(qint64 seconds) { m_now = at(seconds); }

    const Event &add(const EventData &data, const QString &topic = {})
    {
        const auto stream = isControl(data) ? QStringLiteral("c0") : QStringLiteral("p0");
        const auto seq = ++m_seq[stream];
        const bool control = isControl(data);
        events.append({stream, seq, seq - 1, m_now, control ? GroupId{} : group, {topic}, data});
        return events.constLast();
    }

    void world()
    {
        Group info;
        info.id = group;
        info.name = QStringLiteral("滨江花园3群");
        info.channel = QStringLiteral("w");
        add(GroupChanged{info});
    }

    /** A question that opens a topic. */
    MessageId ask(qint64 seconds, const QString &topic, const QString &asker = QStringLiteral("w/hai"),
                  int confidence = 800)
    {
        setTime(seconds);
        const auto id = say(asker);
        add(TopicOpened{QStringLiteral("退款怎么还没到"), {asker}, asker, id, {}}, topic);
        link(topic, id);
        judge(topic, id, Addressee::Bot, confidence);
        return id;
    }
    /** Another one in it. */
    MessageId askOn(qint64 seconds, const QString &topic,
                    const QString &asker = QStringLiteral("w/hai"))
    {
        setTime(seconds);
        const auto id = say(asker);
        link(topic, id);
        judge(topic, id, Addressee::Bot, 800);
        return id;
    }
    /** Another member tells them. */
    void peer(qint64 seconds, const QString &topic, const QString &who = QStringLiteral("w/wang"))
    {
        setTime(seconds);
        const auto id = say(who);
        link(topic, id);
        judge(topic, id, Addressee::Member, 100);
    }
    /** A colleague on a phone. */
    void phone(qint64 seconds, const QString &topic)
    {
        setTime(seconds);
        MessageReceived data;
        data.message = mint();
        data.author = {AuthorKind::Agent, QStringLiteral("u-lin"), QStringLiteral("林悦")};
        add(data);
        link(topic, data.message);
    }
    MessageId queue(qint64 seconds, const QString &topic, AuthorKind who, const MessageId &answers)
    {
        setTime(seconds);
        MessageQueued data;
        data.message = mint();
        data.author = {who, who == AuthorKind::Agent ? QStringLiteral("u-lin") : QString(), {}};
        data.text = QStringLiteral("…");
        data.answers = answers;
        data.entry = {QStringLiteral("k-1")};
        add(data, topic);
        return data.message;
    }
    void sent(qint64 seconds, const QString &topic, const MessageId &message)
    {
        setTime(seconds);
        add(MessageSent{message, {}}, topic);
    }
    MessageId bot(qint64 seconds, const QString &topic)
    {
        const auto id = queue(seconds - 1, topic, AuthorKind::Bot, {QStringLiteral("m-any")});
        sent(seconds, topic, id);
        return id;
    }
    MessageId human(qint64 seconds, const QString &topic)
    {
        const auto id = queue(seconds - 1, topic, AuthorKind::Agent, {});
        sent(seconds, topic, id);
        return id;
    }
    void state(qint64 seconds, const QString &topic, TopicState state, const QString &into = {})
    {
        setTime(seconds);
        add(TopicStateChanged{state, {}, {}, {into}}, topic);
    }
    void escalate(qint64 seconds, const QString &topic, Reason reason = Reason::Emotion)
    {
        setTime(seconds);
        add(EscalationRaised{{{reason, 600, {}}}, 600, 600, m_now}, topic);
    }
    void correct(qint64 seconds, const MessageId &wrong, const QString &entry)
    {
        setTime(seconds);
        KnowledgeChanged data;
        data.entry.id = {entry};
        data.entry.version = 1;
        data.change = EntryChange::Corrected;
        data.by = {QStringLiteral("u-lin")};
        data.corrects = wrong;
        add(data);
    }
    void link(const QString &topic, const MessageId &message)
    {
        add(TopicLinked{{message}, LinkRule::New, 1000, {}, 0, {}}, topic);
    }
    MessageId say(const QString &who)
    {
        MessageReceived data;
        data.message = mint();
        data.author = {AuthorKind::Member, who, who};
        data.text = QStringLiteral("退款怎么还没到");
        add(data);
        return data.message;
    }
    void judge(const QString &topic, const MessageId &message, Addressee addressee, int confidence)
    {
        VerdictReached data;
        data.message = message;
        data.verdict.addressee = addressee;
        data.verdict.confidence = confidence;
        data.verdict.threshold = 720;
        Candidate best;
        best.entry = {QStringLiteral("k-1")};
        best.score = confidence;
        data.verdict.candidates.append(best);
        add(data, topic);
    }

private:
    MessageId mint() { return {QStringLiteral("m-%1").arg(++m_messages)}; }

    Instant m_now{monday};
    QMap<QString, qint64> m_seq;
    int m_messages = 0;
};

} // namespace quntai::tests
