// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/insightbook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace quntai {

namespace {

constexpr std::size_t keptPerGroup = 600;  // answers come while the question is in the window
constexpr qint64 slotMs = 30LL * 60 * 1000;
constexpr int steps = 10;
constexpr int stepWidth = 100;

int stepOf(int confidence)
{
    return std::clamp(confidence / stepWidth, 0, steps - 1);
}

/** The interval of Wilson (1927) at 95 %: it stays within 0–1 and is honest for few cases. */
void setInterval(FoldFigures &figures, double rate, double cases)
{
    constexpr double z = 1.959964;
    const double spread = z * z / cases;
    const double middle = (rate + spread / 2) / (1 + spread);
    const double half = std::sqrt(rate * (1 - rate) * spread + spread * spread / 4) / (1 + spread);
    figures.rate = int(std::lround(rate * 1000));
    figures.low = int(std::floor(std::max(0.0, middle - half) * 1000));
    figures.high = int(std::ceil(std::min(1.0, middle + half) * 1000));
}

} // namespace

/** What was folded and checked on each day. */
struct InsightBook::Days
{
    struct Day
    {
        int folded = 0;
        int checked = 0;
        int missed = 0;
    };
    QHash<qint64, Day> byStart;
};

void InsightBook::take(const Event &event)
{
    std::visit([&](const auto &data) { fold(event, data); }, event.data);
}

bool InsightBook::operator==(const InsightBook &other) const
{
    return m_outcomes == other.m_outcomes && m_folded == other.m_folded
        && m_sampled == other.m_sampled && m_spreads == other.m_spreads;
}

void InsightBook::noteConfidence(const GroupId &group, const MessageId &message, int confidence)
{
    if (m_confidence.contains(message)) {
        m_confidence[message] = confidence;
        return;
    }
    m_confidence.insert(message, confidence);
    auto &order = m_order[group];
    order.push_back(message);
    if (order.size() > keptPerGroup) {
        m_confidence.remove(order.front());
        order.pop_front();
    }
}

void InsightBook::fold(const Event &event, const VerdictReached &data)
{
    if (data.verdict.action != Action::Fold)
        return noteConfidence(event.group, data.message, data.verdict.confidence);
    auto &folded = m_folded[event.group];
    const auto slot = event.at.ms / slotMs;
    if (folded.empty() || folded.back().slot != slot)
        folded.push_back({slot, 0});
    ++folded.back().count;
}

/** A question asked back is no answer, and a person's own words say nothing of the bot's. */
void InsightBook::fold(const Event &, const DraftMade &data)
{
    if (data.review && data.author.kind == AuthorKind::Bot && !data.entry.isEmpty()
        && m_confidence.contains(data.answers))
        m_drafts.insert(data.draft, {m_confidence.value(data.answers), {}});
}

void InsightBook::fold(const Event &event, const DraftWithdrawn &data)
{
    const auto found = m_drafts.constFind(data.draft);
    if (found == m_drafts.cend())
        return;
    const auto pending = *found;
    m_drafts.erase(found);
    const auto add = [&](Fate fate) {
        m_outcomes.append({event.at.ms, event.group, pending.confidence, fate, pending.sent});
    };
    switch (data.outcome) {
    case DraftEnd::Approved: return add(Fate::Accepted);
    case DraftEnd::Edited:
    case DraftEnd::Proposed: return add(Fate::Corrected);
    case DraftEnd::Rejected: return add(Fate::Rejected);
    case DraftEnd::Withdrawn: return;
    }
}

void InsightBook::fold(const Event &, const MessageQueued &data)
{
    if (const auto draft = m_drafts.find(data.draft); draft != m_drafts.end())
        draft->sent = data.message;
    else if (data.draft.isEmpty() && data.author.kind == AuthorKind::Bot && !data.entry.isEmpty()
             && m_confidence.contains(data.answers))
        m_texts.insert(data.message, {m_confidence.value(data.answers), data.message});
}

void InsightBook::fold(const Event &event, const MessageSent &data)
{
    const auto found = m_texts.constFind(data.message);
    if (found == m_texts.cend())
        return;
    m_outcomes.append({event.at.ms, event.group, found->confidence, Fate::Accepted, found->sent});
    m_texts.erase(found);
}

void InsightBook::fold(const Event &event, const FoldSampled &data)
{
    m_sampled.remove(data.instead);
    m_sampled.insert(data.message, {data.day.ms, event.group, FoldCheck::Open});
}

void InsightBook::fold(const Event &, const FoldJudged &data)
{
    if (const auto found = m_sampled.find(data.message); found != m_sampled.end())
        found->check = data.check;
}

void InsightBook::fold(const Event &event, const AlertRaised &data)
{
    if (data.kind == AlertKind::Spread)
        m_spreads.append({event.at.ms, event.group});
}

QList<ReliabilityStep> InsightBook::reliability(Instant from, Instant to,
                                                const QSet<GroupId> &groups,
                                                const QSet<MessageId> &corrected) const
{
    QList<ReliabilityStep> found(steps);
    std::array<qint64, steps> sums{};
    int count = 0;
    for (const auto &one : m_outcomes) {
        if (one.at < from.ms || one.at >= to.ms || !groups.contains(one.group))
            continue;
        auto &step = found[stepOf(one.confidence)];
        sums[std::size_t(stepOf(one.confidence))] += one.confidence;
        const bool wrong = one.fate == Fate::Accepted && corrected.contains(one.sent);
        ++(one.fate == Fate::Rejected                    ? step.rejected
               : one.fate == Fate::Corrected || wrong ? step.corrected
                                                         : step.accepted);
        ++count;
    }
    if (count == 0)
        return {};
    for (int i = 0; i < steps; ++i) {
        auto &step = found[i];
        step.from = i * stepWidth;
        const int answers = step.accepted + step.corrected + step.rejected;
        step.confidence = answers > 0 ? int(sums[std::size_t(i)] / answers) : 0;
    }
    return found;
}

InsightBook::Days InsightBook::daysOf(Instant from, Instant to, const QSet<GroupId> &groups,
                                      int offsetMinutes) const
{
    Days days;
    const auto isIn = [&](qint64 day) { return day >= from.ms && day < to.ms; };
    for (const auto &group : groups) {
        const auto folded = m_folded.constFind(group);
        if (folded == m_folded.cend())
            continue;
        for (const auto &slot : *folded) {
            const auto day = localDayStart({slot.slot * slotMs}, offsetMinutes).ms;
            if (isIn(day))
                days.byStart[day].folded += slot.count;
        }
    }
    for (const auto &sample : m_sampled) {
        if (sample.check == FoldCheck::Open || !isIn(sample.day) || !groups.contains(sample.group))
            continue;
        ++days.byStart[sample.day].checked;
        days.byStart[sample.day].missed += sample.check == FoldCheck::Missed ? 1 : 0;
    }
    return days;
}

/** Within a day the checked messages are a random part of the folded ones, so each stands for as
 * many as were folded for one checked (Kish's effective size makes up for unequal parts). */
FoldFigures InsightBook::folds(Instant from, Instant to, const QSet<GroupId> &groups,
                               int offsetMinutes) const
{
    FoldFigures figures;
    double all = 0;
    double missed = 0;
    double squares = 0;
    for (const auto &day : daysOf(from, to, groups, offsetMinutes).byStart) {
        figures.folded += day.folded;
        figures.checked += day.checked;
        figures.missed += day.missed;
        if (day.checked == 0)
            continue;
        const double weight = std::max(day.folded, day.checked);
        all += weight;
        missed += weight * day.missed / day.checked;
        squares += weight * weight / day.checked;
    }
    figures.sampled = int(std::ranges::count_if(m_sampled, [&](const Sampled &one) {
        return one.day >= from.ms && one.day < to.ms && groups.contains(one.group);
    }));
    if (figures.checked > 0)
        setInterval(figures, missed / all, all * all / squares);
    return figures;
}

int InsightBook::spreads(Instant from, Instant to, const QSet<GroupId> &groups) const
{
    return int(std::ranges::count_if(m_spreads, [&](const auto &one) {
        return one.first >= from.ms && one.first < to.ms && groups.contains(one.second);
    }));
}

} // namespace quntai
