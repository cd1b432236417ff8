// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/reports/dutybook.h"
#include "app/backend/reports/factbook.h"
#include "models/domain/result.h"

#include <functional>

namespace quntai {

/** Answers from the facts. Pure: the same facts, question and time give the same answer. */
class ReportMaker
{
public:
    using SeesGroup = std::function<bool(const GroupId &)>;

    /** Only of groups this person sees; both books must outlive this. */
    ReportMaker(const FactBook &facts, const DutyBook &duty, SeesGroup sees, Instant now);

    /** InvalidParams: the span is empty or longer than a year; Forbidden: a group is not theirs. */
    Result<Report> report(const ReportParams &params) const;
    /** The same, and InvalidParams for a page mark that is none of ours. */
    Result<ReportTopics> topics(const ReportTopicsParams &params) const;

private:
    struct Row;
    Result<> check(Instant from, Instant to, const QList<GroupId> &groups) const;
    QList<GroupId> groupsOf(const QList<GroupId> &wanted) const;
    QList<const TopicFact *> asked(Instant from, Instant to, const QList<GroupId> &groups) const;
    void addCoverage(Report &report, const QList<GroupId> &groups) const;
    void addInsight(Report &report, const QList<GroupId> &groups) const;
    void addReasons(Report &report, const QList<const TopicFact *> &topics) const;
    void addFigures(Report &report, const ReportParams &params) const;
    std::optional<Row> rowOf(const TopicFact &topic, const ReportTopicsParams &params) const;
    bool fits(const TopicFact &topic, const ReportTopicsParams &params) const;
    QList<Row> rowsOf(const ReportTopicsParams &params) const;
    QList<Row> correctedRows(const ReportTopicsParams &params) const;
    ReportTopic shown(const Row &row) const;

    const FactBook &m_facts;
    const DutyBook &m_duty;
    SeesGroup m_sees;
    Instant m_now;
    int m_offset;
};

} // namespace quntai
