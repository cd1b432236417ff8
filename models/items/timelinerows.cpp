// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timelinerows.h"

#include <QDateTime>

namespace quntai {

namespace {

using Kind = TimelineRow::Kind;

constexpr qint64 groupedWithinMs = 5LL * 60 * 1000;

class Layouter
{
public:
    explicit Layouter(const TimelineParts &parts) : m_parts(parts) {}

    QList<TimelineRow> run()
    {
        m_rows.reserve(m_parts.messages.size() + m_parts.happenings.size() + 8);
        auto happening = m_parts.happenings.cbegin();
        for (const auto &message : m_parts.messages) {
            for (; happening != m_parts.happenings.cend() && (*happening)->seq < message->seq;
                 ++happening)
                add(*happening);
            add(message);
        }
        for (; happening != m_parts.happenings.cend(); ++happening)
            add(*happening);
        for (const auto &item : m_parts.pending)
            add(item);
        return std::move(m_rows);
    }

private:
    void add(const MessagePtr &message)
    {
        breakDay(message->at, message->seq);
        breakNew(message->at, message->seq);
        if (const auto kind = foldedKind(*message)) {
            fold(*kind, message);
            return;
        }
        TimelineRow row;
        row.kind = message->internal ? Kind::Note : Kind::Message;
        row.seq = message->seq;
        row.at = message->at;
        row.message = message;
        row.topic = message->topic;
        if (!m_rows.isEmpty() && continues(m_rows.constLast(), row)) {
            row.groupedBefore = true;
            m_rows.last().groupedAfter = true;
        }
        m_rows.append(std::move(row));
    }

    void add(const HappeningPtr &happening)
    {
        const bool other = !m_parts.focus.isEmpty() && !happening->topic.isEmpty()
            && happening->topic != m_parts.focus;
        if (other)
            return;
        breakDay(happening->at, happening->seq);
        TimelineRow row;
        row.kind = Kind::Happening;
        row.seq = happening->seq;
        row.at = happening->at;
        row.happening = happening;
        row.topic = happening->topic;
        m_rows.append(std::move(row));
    }

    void add(const OutboxItem &item)
    {
        TimelineRow row;
        row.kind = Kind::Pending;
        row.seq = std::numeric_limits<qint64>::max();
        row.at = item.at;
        row.pending = item;
        row.topic = topicOf(item.command.data);
        m_rows.append(std::move(row));
    }

    std::optional<Kind> foldedKind(const Message &message) const
    {
        if (m_parts.unfolded.contains(message.id))
            return std::nullopt;
        if (message.folded)
            return Kind::FoldedChatter;
        if (!m_parts.focus.isEmpty() && message.topic != m_parts.focus)
            return Kind::FoldedOthers;
        return std::nullopt;
    }

    void fold(Kind kind, const MessagePtr &message)
    {
        if (m_rows.isEmpty() || m_rows.constLast().kind != kind) {
            TimelineRow row;
            row.kind = kind;
            row.seq = message->seq;
            m_rows.append(std::move(row));
        }
        auto &row = m_rows.last();
        ++row.count;
        row.at = message->at;
        row.message = message;
        if (message->topic.isEmpty())
            return;
        auto at = row.topics.indexOf(message->topic);
        if (at < 0) {
            at = row.topics.size();
            row.topics.append(message->topic);
            row.counts.append(0);
        }
        ++row.counts[at];
    }

    void breakDay(Instant at, qint64 seq)
    {
        if (at.ms >= m_dayStart && at.ms < m_dayEnd)
            return;
        const auto day = QDateTime::fromMSecsSinceEpoch(at.ms).date();
        m_dayStart = day.startOfDay().toMSecsSinceEpoch();
        m_dayEnd = day.addDays(1).startOfDay().toMSecsSinceEpoch();
        TimelineRow row;
        row.kind = Kind::DayBreak;
        row.seq = seq;
        row.at = at;
        row.day = day;
        m_rows.append(std::move(row));
    }

    void breakNew(Instant at, qint64 seq)
    {
        if (m_parts.newFrom == 0 || seq < m_parts.newFrom || m_isNewBroken)
            return;
        m_isNewBroken = true;
        TimelineRow row;
        row.kind = Kind::NewBreak;
        row.seq = m_parts.newFrom;
        row.at = at;
        m_rows.append(std::move(row));
    }

    static bool continues(const TimelineRow &above, const TimelineRow &row)
    {
        return above.kind == row.kind && above.message && above.topic == row.topic
            && above.message->author.kind == row.message->author.kind
            && above.message->author.id == row.message->author.id
            && above.message->whisperTo == row.message->whisperTo
            && row.at.ms - above.at.ms < groupedWithinMs;
    }

    const TimelineParts &m_parts;
    QList<TimelineRow> m_rows;
    qint64 m_dayStart = 0;
    qint64 m_dayEnd = 0;
    bool m_isNewBroken = false;
};

} // namespace

QList<TimelineRow> timelineRows(const TimelineParts &parts)
{
    return Layouter(parts).run();
}

} // namespace quntai
