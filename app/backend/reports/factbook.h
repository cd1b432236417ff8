// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/reports/insightbook.h"
#include "app/backend/reports/topicfact.h"
#include "models/domain/events.h"

#include <QHash>

#include <deque>

namespace quntai {

/** Facts about topics and knowledge, folded from events one by one.
 *
 * Each stream is folded in its own order; it makes no difference how the streams lie between each
 * other, so a book that grew event by event equals one read from the ledger. What was erased for a
 * data subject is left out: topics they opened do not count any more. For one thread.
 */
class FactBook
{
public:
    void take(const Event &event);

    const QHash<TopicId, TopicFact> &topics() const { return m_topics; }
    const Corrections &corrections() const { return m_corrections; }
    QString groupName(const GroupId &group) const { return m_groupNames.value(group); }

    /** People changed an entry. */
    struct NewKnowledge
    {
        qint64 at = 0;
        EntryId entry;
        MessageId corrects;  //!< empty: written

        bool operator==(const NewKnowledge &) const = default;
    };
    const QList<NewKnowledge> &newKnowledge() const { return m_newKnowledge; }

    const InsightBook &insight() const { return m_insight; }

    bool operator==(const FactBook &other) const;

private:
    /** A message, as long as later events may still be about it. */
    struct Said
    {
        qint64 seq = 0;
        qint64 at = 0;
        GroupId group;
        TopicId topic;
        MemberId author;
        AuthorKind kind = AuthorKind::Member;
        bool staff = false;
        bool asks = false;      //!< a question to us
        bool toMember = false;  //!< said to another member
        bool answers = false;   //!< ours, and more than a holding text
        qint64 sentAt = 0;
        bool takenBack = false; //!< before it was sent
        QString name;           //!< of a person of ours
    };

    template <class Data>
    void fold(const Event &, const Data &)
    {
    }
    void fold(const Event &event, const GroupChanged &data);
    void fold(const Event &event, const MemberChanged &data);
    void fold(const Event &event, const MessageReceived &data);
    void fold(const Event &event, const MessageQueued &data);
    void fold(const Event &event, const MessageSent &data);
    void fold(const Event &event, const MessageRecalled &data);
    void fold(const Event &event, const VerdictReached &data);
    void fold(const Event &event, const DraftMade &data);
    void fold(const Event &event, const DraftWithdrawn &data);
    void fold(const Event &event, const TopicOpened &data);
    void fold(const Event &event, const TopicLinked &data);
    void fold(const Event &event, const TopicStateChanged &data);
    void fold(const Event &event, const SatisfactionGiven &data);
    void fold(const Event &event, const EscalationRaised &data);
    void fold(const Event &event, const EscalationCleared &data);
    void fold(const Event &event, const LeaseOffered &data);
    void fold(const Event &event, const LeaseGranted &data);
    void fold(const Event &event, const LeaseEnded &data);
    void fold(const Event &event, const KnowledgeChanged &data);

    TopicFact *topic(const TopicId &id);
    TopicFact &open(const Event &event);
    void reopen(TopicFact &topic, qint64 at);
    void keep(const MessageId &id, Said said);
    Said *said(const MessageId &id);
    void place(const MessageId &id, Said &said, const TopicId &topic);
    std::optional<Turn::Kind> kindOf(const Said &said, const TopicFact &topic) const;
    void noteIntent(TopicFact &topic, const EntryId &entry);
    void merge(TopicFact &from, const TopicId &into);

    QHash<TopicId, TopicFact> m_topics;
    QHash<MessageId, Said> m_said;
    QHash<GroupId, std::deque<MessageId>> m_order;  //!< of m_said, oldest first
    QHash<GroupId, QSet<MemberId>> m_staff;
    QHash<GroupId, QString> m_groupNames;
    QHash<QString, TopicId> m_lastAsked;  //!< by group, asker and entry
    Corrections m_corrections;
    QList<NewKnowledge> m_newKnowledge;
    InsightBook m_insight;
};

} // namespace quntai
