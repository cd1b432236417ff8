// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/common/scriptedsession.h"

#include <QSignalSpy>

namespace quntai::tests {

/** Writes the events of one group one after the other, as a backend would number them. */
struct Scribe
{
    ScriptedSession &session;
    qint64 seq = 0;
    qint64 now = 1'764'000'000'000;
    GroupId g0{QStringLiteral("wecom/g0")};

    Event event(EventData data, const TopicId &topic = {}, qint64 afterMs = 1000)
    {
        now += afterMs;
        ++seq;
        return {QStringLiteral("p0"), seq, seq - 1, {now}, g0, topic, std::move(data)};
    }
    void write(EventData data, const TopicId &topic = {}, qint64 afterMs = 1000)
    {
        session.feed({event(std::move(data), topic, afterMs)});
    }
    void group()
    {
        Group info;
        info.id = g0;
        info.name = QStringLiteral("优选福利群");
        info.channel = QStringLiteral("wecom");
        write(GroupChanged{info});
    }
    MessageId say(const QString &text, const QString &who, const TopicId &topic = {})
    {
        const MessageId id{QStringLiteral("m-%1").arg(seq + 1)};
        MessageReceived received;
        received.message = id;
        received.platformId = id.value;
        received.author = {AuthorKind::Member, who, who};
        received.text = text;
        QList<Event> burst{event(received)};
        if (!topic.isEmpty())
            burst.append(event(TopicLinked{{id}, LinkRule::SameAsker, 900, {}, 0, {}}, topic, 0));
        session.feed(burst);
        return id;
    }
    void chatter(const QString &text)
    {
        const auto id = say(text, QStringLiteral("路人"));
        Verdict verdict;
        verdict.action = Action::Fold;
        verdict.addressingWhy = {QStringLiteral("no_question")};
        write(VerdictReached{id, verdict});
    }
    void open(const TopicId &topic)
    {
        write(TopicOpened{topic.value, {QStringLiteral("李海燕")}, QStringLiteral("李海燕"), {}, {}},
              topic);
    }
    void escalate(const TopicId &topic, qint64 dueInMs)
    {
        write(EscalationRaised{{{Reason::Emotion, 800, {}}}, 800, 600, {now + dueInMs}}, topic);
    }
    void grant(const TopicId &topic, const UserId &user, qint64 fence)
    {
        write(LeaseGranted{user, user.value, fence, {now + 60'000}, {now + 1'800'000}}, topic);
    }
};

/** Counts what a model told its views. */
struct Told
{
    explicit Told(QAbstractItemModel *model)
        : inserted(model, &QAbstractItemModel::rowsInserted),
          removed(model, &QAbstractItemModel::rowsRemoved),
          moved(model, &QAbstractItemModel::rowsMoved),
          resets(model, &QAbstractItemModel::modelReset)
    {
    }
    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy resets;
};

} // namespace quntai::tests
