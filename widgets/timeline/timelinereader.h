// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timelinemodel.h"
#include "widgets/timeline/rails.h"
#include "widgets/timeline/rowreader.h"

namespace quntai {

/// Reads the rows of a TimelineModel. Looks up names, lanes and sources in the session's state;
/// changes nothing. GUI thread; the session outlives it.
class TimelineReader : public RowReader
{
public:
    explicit TimelineReader(const Session &session);

    RowContent read(const QModelIndex &index) const override;
    bool isNews(const QModelIndex &index) const override;

    /// The message can be taken back now: it waits, or its platform still lets it.
    bool canStillRecall(const Message &message) const;
    /// How long a platform lets a message be recalled.
    static constexpr qint64 recallSeconds = 120;

private:
    RowContent readMessage(const QModelIndex &index, const Message &message) const;
    RowContent readPending(const QModelIndex &index, const OutboxItem &item) const;
    RowContent readFold(const QModelIndex &index, RowContent row, bool chatter) const;
    RowContent readDay(const QModelIndex &index) const;
    void addTopic(RowContent &row, const QModelIndex &index) const;
    void addMember(RowContent &row, const Message &message, bool doubtful) const;
    void addOurs(RowContent &row, const Message &message, const QStringList &names) const;
    void addNote(RowContent &row, const Message &message) const;
    void addDelivery(RowContent &row, const Message &message) const;
    void addMarks(RowContent &row, const Message &message) const;
    void addSource(RowContent &row, const Message &message) const;
    void addQuote(RowContent &row, const Message &message) const;
    bool canRecall(const Message &message) const;
    const Topic *topicOf(const TopicId &topic) const;

    const Session &m_session;
};

/// The rails of a group: its open topics, and those that ended a short while ago.
QList<LaneSpan> laneSpans(const State &state, const GroupId &group);

/// One row as a screen reader says it.
QString spokenRow(const RowContent &row);

} // namespace quntai
