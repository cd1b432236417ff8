// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/reportmaker.h"

#include <algorithm>
#include <limits>

namespace quntai {

using namespace Qt::StringLiterals;

// ReportMaker, second part: the topics behind a number, in an order that new events do not disturb.

/** A topic that fits, and where it stands: by key from the highest, then by id. */
struct ReportMaker::Row
{
    const TopicFact *topic = nullptr;
    qint64 key = 0;
    qint64 waitMs = -1;
    bool counts = false;

    QString mark() const { return QString::number(key) + u':' + topic->id.value; }
};

namespace {

constexpr int mostOnAPage = 100;
/** The oldest of those nobody has answered stands first. */
constexpr qint64 unansweredKey = std::numeric_limits<qint64>::max() / 2;

/** key and id of the last row of a page. */
std::optional<std::pair<qint64, TopicId>> readMark(const QString &mark)
{
    const auto colon = mark.indexOf(u':');
    bool ok = false;
    const auto key = mark.left(colon).toLongLong(&ok);
    if (colon < 0 || !ok)
        return std::nullopt;
    return std::pair(key, TopicId{mark.mid(colon + 1)});
}

std::optional<qint64> longestWait(const TopicFact &topic, std::optional<Answerer> who)
{
    std::optional<qint64> longest;
    for (const auto &response : responses(topic)) {
        if (!who || response.who == *who)
            longest = std::max(longest.value_or(0), response.ms);
    }
    return longest;
}

bool isWanted(ReportSide side, bool counts)
{
    return side == ReportSide::All || counts == (side == ReportSide::Part);
}

} // namespace

/** The filters that have nothing to do with the measure. */
bool ReportMaker::fits(const TopicFact &topic, const ReportTopicsParams &params) const
{
    const auto local = localHour({topic.askedAt}, m_offset);
    return (params.weekday == 0 || params.weekday == local.weekday)
        && (params.hour < 0 || params.hour == local.hour)
        && (!params.reason || (topic.reasons & bitOf(*params.reason)) != 0);
}

std::optional<ReportMaker::Row> ReportMaker::rowOf(const TopicFact &topic,
                                                   const ReportTopicsParams &params) const
{
    const auto first = firstResponse(topic);
    Row row{&topic, topic.askedAt, first ? first->ms : -1, false};
    auto who = servedBy(topic);
    switch (params.measure) {
    case Measure::FirstResponse:
        who = first ? std::optional(first->who) : std::nullopt;
        row.counts = first.has_value();
        row.key = first ? first->ms : unansweredKey - topic.askedAt;
        break;
    case Measure::AverageResponse: {
        const auto longest = longestWait(topic, params.who);
        if (!longest)
            return std::nullopt;
        row.counts = true;
        row.key = row.waitMs = *longest;
        who = params.who;
        break;
    }
    case Measure::FirstContact: {
        const auto rested = restedAt(topic, m_now);
        if (rested == 0)
            return std::nullopt;
        row.counts = staysSettled(topic, rested);
        break;
    }
    case Measure::Transfer: row.counts = topic.escalatedAt != 0; break;
    case Measure::Automation: row.counts = isAutomated(topic, m_facts.corrections()); break;
    case Measure::KnowledgeHit: row.counts = isHit(topic, m_facts.corrections()); break;
    case Measure::Coverage:
        row.counts = m_duty.dutyAt(topic.group, topic.askedAt) != Duty::Nobody;
        break;
    case Measure::NewKnowledge: row.counts = true; break;
    }
    const bool theirs = !params.who || who == params.who;
    return theirs && isWanted(params.side, row.counts) ? std::optional(row) : std::nullopt;
}

/** Topics whose answers were corrected in this time, whenever they were asked. */
QList<ReportMaker::Row> ReportMaker::correctedRows(const ReportTopicsParams &params) const
{
    QSet<MessageId> corrected;
    for (const auto &added : m_facts.newKnowledge()) {
        if (added.at >= params.from.ms && added.at < params.to.ms && !added.corrects.isEmpty())
            corrected.insert(added.corrects);
    }
    const auto groups = groupsOf(params.groups);
    QList<Row> rows;
    for (const auto &topic : m_facts.topics()) {
        if (topic.counts() && isCorrected(topic, corrected) && groups.contains(topic.group)
            && fits(topic, params)) {
            if (const auto row = rowOf(topic, params))
                rows.append(*row);
        }
    }
    return rows;
}

QList<ReportMaker::Row> ReportMaker::rowsOf(const ReportTopicsParams &params) const
{
    if (params.measure == Measure::NewKnowledge)
        return correctedRows(params);
    QList<Row> rows;
    for (const auto *topic : asked(params.from, params.to, groupsOf(params.groups))) {
        if (!fits(*topic, params))
            continue;
        if (const auto row = rowOf(*topic, params))
            rows.append(*row);
    }
    return rows;
}

ReportTopic ReportMaker::shown(const Row &row) const
{
    const auto &topic = *row.topic;
    return {topic.id,       topic.group, m_facts.groupName(topic.group), topic.title,
            {topic.askedAt}, topic.state, servedBy(topic),                row.waitMs,
            row.counts,     reasonsIn(topic.reasons)};
}

Result<ReportTopics> ReportMaker::topics(const ReportTopicsParams &params) const
{
    if (const auto fine = check(params.from, params.to, params.groups); !fine)
        return std::unexpected(fine.error());
    const auto mark = readMark(params.after);
    if (!params.after.isEmpty() && !mark)
        return failure(ErrorKind::InvalidParams, u"This is no mark of a page"_s,
                       {{u"field"_s, u"after"_s}});
    auto rows = rowsOf(params);
    const auto isBefore = [](const Row &a, const Row &b) {
        return a.key != b.key ? a.key > b.key : a.topic->id < b.topic->id;
    };
    std::ranges::sort(rows, isBefore);
    auto first = rows.cbegin();
    if (mark) {
        first = std::ranges::find_if(rows, [&](const Row &row) {
            return row.key != mark->first ? row.key < mark->first : mark->second < row.topic->id;
        });
    }
    ReportTopics page;
    page.total = int(rows.size());
    const auto limit = std::clamp(params.limit, 1, mostOnAPage);
    for (; first != rows.cend() && page.topics.size() < limit; ++first)
        page.topics.append(shown(*first));
    if (first != rows.cend())
        page.next = std::prev(first)->mark();
    return page;
}

} // namespace quntai
