// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"

namespace quntai::tests {

/** A week of a company with three groups: people by day, a bot at night, one outage. */
inline Report sampleReport()
{
    Report report;
    report.from = {1'795'363'200'000};
    report.to = {report.from.ms + 7 * 86'400'000LL};
    report.asOf = {report.to.ms - 3'600'000};
    report.stepMs = 86'400'000;
    report.groupCount = 3;
    report.uncoveredTopics = 9;
    const auto figures = [](int i) {
        Figures one;
        one.topics = 180 + i;
        one.unanswered = 3;
        one.by = {{Answerer::Bot, {120, 5000 + i * 100, 700'000}, {150, 5000, 900'000}, {100, 110}},
                  {Answerer::Human, {30, 48'000 + i * 1000, 1'800'000}, {50, 60'000, 3'000'000},
                   {20, 28}},
                  {Answerer::Peer, {10, 240'000, 2'400'000}, {10, 240'000, 2'400'000}, {8, 9}}};
        one.first = {160, 6000, 4'900'000};
        one.every = {210, 7000, 6'300'000};
        one.firstContact = {128, 147};
        one.restingShortly = 12;
        one.transfer = {27 + i, 180 + i};
        one.automation = {120, 180 + i};
        one.hit = {160, 180 + i};
        one.coverage = {4200, 4320};
        one.newFromCorrections = 2;
        one.newWritten = 1;
        return one;
    };
    report.now = figures(0);
    report.before = figures(4);
    for (int i = 0; i < 7; ++i)
        report.steps.append({{report.from.ms + i * report.stepMs}, figures(i)});
    report.reasons = {{Reason::LowConfidence, 12}, {Reason::Emotion, 8}, {Reason::HumanRequest, 6},
                      {Reason::Repeats, 4}, {Reason::HighRisk, 2}};
    for (int day = 1; day <= 7; ++day) {
        CoverageRow row;
        row.weekday = day;
        for (int hour = 0; hour < 24; ++hour) {
            const bool people = hour >= 8 && hour < 22;
            const bool out = day == 3 && hour == 4;
            row.human.append(people ? 180 : 0);
            row.nobody.append(out ? 120 : 0);
            row.bot.append(180 - row.human.constLast() - row.nobody.constLast());
            row.topics.append(people ? 4 + hour % 7 : 1);
        }
        report.weekdays.append(row);
    }
    for (const auto *name : {"滨江花园3群", "会员VIP 8群", "=HYPERLINK(1)"}) {
        auto row = report.weekdays.at(2);
        row.weekday = 0;
        row.group = {QString::fromUtf8(name)};
        row.name = QString::fromUtf8(name);
        report.groups.append(row);
    }
    for (int i = 0; i < 10; ++i)
        report.reliability.append({i * 100, i * 4, 9 - i, i < 5 ? 3 : 0, i * 100 + 48});
    report.folds = {1234, 140, 80, 2, 25, 6, 88};
    report.spreads = 2;
    return report;
}

inline ReportTopics sampleTopics()
{
    ReportTopics page;
    page.total = 42;
    const QStringList titles{QStringLiteral("退款三天没到账"), QStringLiteral("荔枝一半都黑了能赔吗"),
                             QStringLiteral("会员日满减能不能和新人券一起用，叠加之后还能退差价吗")};
    for (int i = 0; i < 12; ++i) {
        ReportTopic topic;
        topic.topic = {QStringLiteral("t-%1").arg(i)};
        topic.group = {QStringLiteral("w/a")};
        topic.groupName = QStringLiteral("清禾优选·滨江花园3群");
        topic.title = titles.at(i % 3);
        topic.at = {1'795'363'200'000 + i * 3'000'000};
        topic.state = i % 3 == 0 ? TopicState::Escalated : TopicState::Resolved;
        topic.waitMs = i == 4 ? -1 : 4000 + i * i * 9000;
        if (i != 4)
            topic.who = Answerer(i % 3);
        if (i % 2 == 0)
            topic.reasons = {Reason::Emotion, Reason::LowConfidence};
        page.topics.append(topic);
    }
    return page;
}

} // namespace quntai::tests
