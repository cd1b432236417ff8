// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/reportmaker.h"

#include "app/backend/reports/tally.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr int mostGroupRows = 100;

qint64 stepFor(qint64 span)
{
    return span <= 2 * dayMs ? hourMs : span <= 62 * dayMs ? dayMs : 7 * dayMs;
}

CoverageRow emptyRow()
{
    CoverageRow row;
    row.human = row.bot = row.nobody = row.topics = QList<int>(24, 0);
    return row;
}

/** Milliseconds first, so that short spans add up to whole minutes. */
struct Hours
{
    std::array<std::array<qint64, 24>, 3> ms{};
    std::array<int, 24> topics{};

    void writeTo(CoverageRow &row) const
    {
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const auto at = qsizetype(hour);
            row.human[at] = int(ms[std::size_t(Duty::Human)][hour] / 60000);
            row.bot[at] = int(ms[std::size_t(Duty::Bot)][hour] / 60000);
            row.nobody[at] = int(ms[std::size_t(Duty::Nobody)][hour] / 60000);
            row.topics[at] = topics[hour];
        }
    }
};

qint64 uncovered(const CoverageRow &row)
{
    return std::ranges::fold_left(row.nobody, qint64(0), std::plus{});
}

} // namespace

ReportMaker::ReportMaker(const FactBook &facts, const DutyBook &duty, SeesGroup sees, Instant now)
    : m_facts(facts), m_duty(duty), m_sees(std::move(sees)), m_now(now),
      m_offset(duty.offsetMinutes())
{
}

Result<> ReportMaker::check(Instant from, Instant to, const QList<GroupId> &groups) const
{
    if (!from.isSet() || to <= from || to.ms - from.ms > longestReportMs)
        return failure(ErrorKind::InvalidParams, u"A report spans up to 366 days"_s,
                       {{u"field"_s, u"to"_s}});
    if (!std::ranges::all_of(groups, m_sees))
        return failure(ErrorKind::Forbidden, u"This group is not yours"_s);
    return {};
}

QList<GroupId> ReportMaker::groupsOf(const QList<GroupId> &wanted) const
{
    auto groups = wanted.isEmpty() ? m_duty.groups() : wanted;
    groups.removeIf([&](const GroupId &group) { return !m_sees(group); });
    return groups;
}

QList<const TopicFact *> ReportMaker::asked(Instant from, Instant to,
                                            const QList<GroupId> &groups) const
{
    const QSet<GroupId> wanted(groups.cbegin(), groups.cend());
    QList<const TopicFact *> found;
    for (const auto &topic : m_facts.topics()) {
        if (topic.counts() && topic.askedAt >= from.ms && topic.askedAt < to.ms
            && wanted.contains(topic.group))
            found.append(&topic);
    }
    return found;
}

Result<Report> ReportMaker::report(const ReportParams &params) const
{
    if (const auto fine = check(params.from, params.to, params.groups); !fine)
        return std::unexpected(fine.error());
    Report report;
    report.from = params.from;
    report.to = params.to;
    report.asOf = m_now;
    report.stepMs = stepFor(params.to.ms - params.from.ms);
    const auto groups = groupsOf(params.groups);
    report.groupCount = int(groups.size());
    addFigures(report, {params.from, params.to, groups});
    addReasons(report, asked(params.from, params.to, groups));
    addCoverage(report, groups);
    addInsight(report, groups);
    return report;
}

void ReportMaker::addFigures(Report &report, const ReportParams &params) const
{
    const auto span = params.to.ms - params.from.ms;
    const Instant start{params.from.ms - span};
    const auto &corrections = m_facts.corrections();
    Tally now(corrections, m_now);
    Tally before(corrections, m_now);
    std::vector<Tally> steps(std::size_t(std::max<qint64>(1, (span + report.stepMs - 1) / report.stepMs)),
                       Tally(corrections, m_now));
    const auto each = [&](qint64 at, const auto &add) {
        if (at < params.from.ms)
            return add(before);
        add(now);
        add(steps[std::size_t((at - params.from.ms) / report.stepMs)]);
    };
    for (const auto *topic : asked(start, params.to, params.groups))
        each(topic->askedAt, [&](Tally &tally) { tally.add(*topic); });
    for (const auto &group : params.groups) {
        for (const auto &stretch : m_duty.spans(group, start.ms, std::min(params.to, m_now).ms))
            each(stretch.from, [&](Tally &tally) { tally.add(stretch); });
    }
    QSet<std::pair<EntryId, bool>> counted;
    for (const auto &added : m_facts.newKnowledge()) {
        if (added.at < start.ms || added.at >= params.to.ms)
            continue;
        const bool isBefore = added.at < params.from.ms;
        if (counted.contains({added.entry, isBefore}))
            continue;
        counted.insert({added.entry, isBefore});
        each(added.at, [&](Tally &tally) { tally.addKnowledge(!added.corrects.isEmpty()); });
    }
    report.now = now.figures();
    report.before = before.figures();
    for (std::size_t i = 0; i < steps.size(); ++i)
        report.steps.append({{params.from.ms + qint64(i) * report.stepMs}, steps[i].figures()});
}

void ReportMaker::addReasons(Report &report, const QList<const TopicFact *> &topics) const
{
    QMap<Reason, int> counts;
    for (const auto *topic : topics) {
        for (const auto reason : reasonsIn(topic->reasons))
            ++counts[reason];
    }
    for (const auto &[reason, count] : counts.asKeyValueRange())
        report.reasons.append({reason, count});
    std::ranges::stable_sort(report.reasons, std::greater{}, &ReasonCount::topics);
}

void ReportMaker::addInsight(Report &report, const QList<GroupId> &groups) const
{
    const auto &insight = m_facts.insight();
    const QSet<GroupId> wanted(groups.cbegin(), groups.cend());
    report.reliability
        = insight.reliability(report.from, report.to, wanted, m_facts.corrections());
    report.folds = insight.folds(report.from, report.to, wanted, m_offset);
    report.spreads = insight.spreads(report.from, report.to, wanted);
}

void ReportMaker::addCoverage(Report &report, const QList<GroupId> &groups) const
{
    std::array<Hours, 7> weekdays;
    QMap<GroupId, Hours> byGroup;
    for (const auto &group : groups) {
        auto &mine = byGroup[group];
        for (const auto &span :
             m_duty.spans(group, report.from.ms, std::min(report.to, m_now).ms)) {
            const auto local = localHour({span.from}, m_offset);
            const auto duty = std::size_t(span.duty);
            const auto hour = std::size_t(local.hour);
            mine.ms[duty][hour] += span.to - span.from;
            weekdays[std::size_t(local.weekday - 1)].ms[duty][hour] += span.to - span.from;
        }
    }
    for (const auto *topic : asked(report.from, report.to, groups)) {
        const auto local = localHour({topic->askedAt}, m_offset);
        ++byGroup[topic->group].topics[std::size_t(local.hour)];
        ++weekdays[std::size_t(local.weekday - 1)].topics[std::size_t(local.hour)];
        report.uncoveredTopics += m_duty.dutyAt(topic->group, topic->askedAt) == Duty::Nobody ? 1 : 0;
    }
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        auto row = emptyRow();
        row.weekday = int(day) + 1;
        weekdays[day].writeTo(row);
        report.weekdays.append(row);
    }
    for (const auto &[group, hours] : byGroup.asKeyValueRange()) {
        auto row = emptyRow();
        row.group = group;
        row.name = m_facts.groupName(group).left(60);
        hours.writeTo(row);
        report.groups.append(row);
    }
    std::ranges::stable_sort(report.groups, std::greater{}, uncovered);
    report.groups.resize(std::min<qsizetype>(report.groups.size(), mostGroupRows));
}

} // namespace quntai
