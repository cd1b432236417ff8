// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/report.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <vector>

namespace quntai {

/** What people made of the bot's answers and of its silence, folded from events one by one. Part of
 * a FactBook; what holds there of order and erasure holds here. */
class InsightBook
{
public:
    void take(const Event &event);

    /** Steps of confidence for answers decided on or sent in [from, to); ten of them, or none where
     * there was no answer. corrected: answers that somebody corrected later. */
    QList<ReliabilityStep> reliability(Instant from, Instant to, const QSet<GroupId> &groups,
                                       const QSet<MessageId> &corrected) const;
    /** Of the company's days that begin in [from, to). */
    FoldFigures folds(Instant from, Instant to, const QSet<GroupId> &groups,
                      int offsetMinutes) const;
    int spreads(Instant from, Instant to, const QSet<GroupId> &groups) const;

    bool operator==(const InsightBook &other) const;

private:
    enum class Fate { Accepted, Corrected, Rejected };
    struct Outcome
    {
        qint64 at = 0;
        GroupId group;
        int confidence = 0;
        Fate fate = Fate::Accepted;
        MessageId sent;  //!< the text that reached the group; empty: none did

        bool operator==(const Outcome &) const = default;
    };
    /** An answer on its way: a draft, or a text the bot sends by itself. */
    struct Pending
    {
        int confidence = 0;
        MessageId sent;
    };
    struct Sampled
    {
        qint64 day = 0;
        GroupId group;
        FoldCheck check = FoldCheck::Open;

        bool operator==(const Sampled &) const = default;
    };
    /** Half an hour of a group, and what was folded in it. */
    struct Folded
    {
        qint64 slot = 0;
        int count = 0;

        bool operator==(const Folded &) const = default;
    };
    struct Days;

    template <class Data>
    void fold(const Event &, const Data &)
    {
    }
    void fold(const Event &event, const VerdictReached &data);
    void fold(const Event &event, const DraftMade &data);
    void fold(const Event &event, const DraftWithdrawn &data);
    void fold(const Event &event, const MessageQueued &data);
    void fold(const Event &event, const MessageSent &data);
    void fold(const Event &event, const FoldSampled &data);
    void fold(const Event &event, const FoldJudged &data);
    void fold(const Event &event, const AlertRaised &data);
    void noteConfidence(const GroupId &group, const MessageId &message, int confidence);
    Days daysOf(Instant from, Instant to, const QSet<GroupId> &groups, int offsetMinutes) const;

    QHash<MessageId, int> m_confidence;             //!< of questions, as long as answers may come
    QHash<GroupId, std::deque<MessageId>> m_order;  //!< of those, oldest first
    QHash<DraftId, Pending> m_drafts;               //!< that wait
    QHash<MessageId, Pending> m_texts;              //!< that are on their way
    QList<Outcome> m_outcomes;
    QHash<GroupId, std::vector<Folded>> m_folded;   //!< in order of time
    QHash<MessageId, Sampled> m_sampled;
    QList<std::pair<qint64, GroupId>> m_spreads;
};

} // namespace quntai
