// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportwords.h"

#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("ReportWords", text, note, n);
}

const MeasureText &textOf(Measure measure)
{
    return *std::ranges::find(measureTexts, measure, &MeasureText::measure);
}

const AnswererFigures &part(const Figures &figures, Answerer who)
{
    static const AnswererFigures none;
    const auto found = std::ranges::find(figures.by, who, &AnswererFigures::who);
    return found == figures.by.cend() ? none : *found;
}

/** "↑ 1.4" in points, against the span before; empty when one of them says nothing. */
QString trend(const Share &now, const Share &before)
{
    if (now.whole == 0 || before.whole == 0)
        return {};
    const double change = percentOf(now) - percentOf(before);
    if (std::abs(change) < 0.05)
        return u"→ 0.0"_s;
    return (change > 0 ? u"↑ "_s : u"↓ "_s) + QString::number(std::abs(change), 'f', 1);
}

QString withTrend(const QString &words, const QString &trend)
{
    return trend.isEmpty() ? words : trend + u" · "_s + words;
}

QString ofText(const Share &share)
{
    return share.whole == 0 ? QString() : countText(share.part) + u" / "_s + countText(share.whole);
}

/** "bot 5 s · people 0:48": those who answered at all. */
QString split(const Figures &figures, Timing AnswererFigures::*timing,
              qint64 (*value)(const Timing &))
{
    QStringList parts;
    for (const auto &by : figures.by) {
        if ((by.*timing).count > 0)
            parts.append(answererName(by.who) + u' ' + durationText(value(by.*timing)));
    }
    return parts.join(u" · "_s);
}

qint64 median(const Timing &timing)
{
    return timing.medianMs;
}

qint64 mean(const Timing &timing)
{
    return timing.count > 0 ? timing.totalMs / timing.count : 0;
}

QString timeText(const Timing &timing, qint64 (*value)(const Timing &))
{
    return timing.count > 0 ? durationText(value(timing)) : u"–"_s;
}

MeasureView view(Measure measure, const QString &value, const QString &note, ReportSide side)
{
    return {measure, measureName(measure), measureDefinition(measure), value, note,
            ColorRole::TextPrimary, side};
}

MeasureView coverageView(const Report &report)
{
    const auto &share = report.now.coverage;
    const int gap = share.whole - share.part;
    auto note = share.whole == 0 ? QString()
        : gap < 1 ? word(QT_TRANSLATE_NOOP("ReportWords", "%1 groups, never without answer"))
                              .arg(report.groupCount)
                        : word(QT_TRANSLATE_NOOP("ReportWords", "%1 h without answer, %2 groups"))
                              .arg(gap / 60.0, 0, 'f', 1)
                              .arg(report.groupCount);
    auto shown = view(Measure::Coverage, percentText(share), note, ReportSide::Rest);
    if (gap > 0)
        shown.color = ColorRole::WarningFg;
    return shown;
}

MeasureView firstContactView(const Report &report)
{
    const auto &now = report.now;
    auto note = ofText(now.firstContact);
    if (now.restingShortly > 0)
        note += u" · "_s
            + word(QT_TRANSLATE_NOOP("ReportWords", "%1 within 72 h")).arg(now.restingShortly);
    return view(Measure::FirstContact, percentText(now.firstContact),
                withTrend(note, trend(now.firstContact, report.before.firstContact)),
                ReportSide::Rest);
}

MeasureView transferView(const Report &report)
{
    const auto &share = report.now.transfer;
    auto shown = view(Measure::Transfer, percentText(share),
                      withTrend(ofText(share), trend(share, report.before.transfer)),
                      ReportSide::Part);
    if (1000.0 * share.part > double(transferMark) * share.whole)
        shown.color = ColorRole::WarningFg;
    return shown;
}

} // namespace

QString measureName(Measure measure)
{
    return QCoreApplication::translate("Measure", textOf(measure).name);
}

QString measureDefinition(Measure measure)
{
    return QCoreApplication::translate("Measure", textOf(measure).definition);
}

QString answererName(Answerer who)
{
    switch (who) {
    case Answerer::Bot: return word(QT_TRANSLATE_NOOP("ReportWords", "Bot"));
    case Answerer::Human: return word(QT_TRANSLATE_NOOP("ReportWords", "People"));
    case Answerer::Peer: return word(QT_TRANSLATE_NOOP("ReportWords", "Members"));
    }
    return {};
}

QString durationText(qint64 ms)
{
    if (ms < 60'000)
        return word(QT_TRANSLATE_NOOP("ReportWords", "%1 s")).arg((ms + 500) / 1000);
    const auto seconds = ms / 1000;
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    if (seconds < 86400 && seconds / 60 % 60 == 0)
        return word(QT_TRANSLATE_NOOP("ReportWords", "%1 h")).arg(seconds / 3600);
    if (seconds < 86400)
        return word(QT_TRANSLATE_NOOP("ReportWords", "%1 h %2 min"))
            .arg(seconds / 3600)
            .arg(seconds / 60 % 60);
    return word(QT_TRANSLATE_NOOP("ReportWords", "%1 d %2 h"))
        .arg(seconds / 86400)
        .arg(seconds / 3600 % 24);
}

double percentOf(const Share &share)
{
    return share.whole > 0 ? 100.0 * share.part / share.whole : 0;
}

QString percentText(const Share &share)
{
    if (share.whole == 0)
        return u"–"_s;
    // Never 100 % while something is missing, never 0 % while there is something.
    auto percent = percentOf(share);
    if (share.part < share.whole)
        percent = std::min(percent, 99.9);
    if (share.part > 0)
        percent = std::max(percent, 0.1);
    return QString::number(percent, 'f', share.part == share.whole ? 0 : 1) + u'%';
}

QString countText(int count)
{
    auto text = QString::number(count);
    for (auto at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, QChar(0x2009));  // a thin space, as in the rest of the console
    return text;
}

QString stepText(Instant at, qint64 stepMs, int offsetMinutes)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(offsetMinutes * 60));
    return time.toString(stepMs < 86'400'000 ? u"MM-dd HH:mm"_s : u"MM-dd"_s);
}

QString weekdayName(int weekday)
{
    static constexpr auto names = std::to_array<const char *>(
        {QT_TRANSLATE_NOOP("ReportWords", "Mon"), QT_TRANSLATE_NOOP("ReportWords", "Tue"),
         QT_TRANSLATE_NOOP("ReportWords", "Wed"), QT_TRANSLATE_NOOP("ReportWords", "Thu"),
         QT_TRANSLATE_NOOP("ReportWords", "Fri"), QT_TRANSLATE_NOOP("ReportWords", "Sat"),
         QT_TRANSLATE_NOOP("ReportWords", "Sun")});
    return weekday >= 1 && weekday <= 7 ? word(names.at(std::size_t(weekday - 1))) : QString();
}

QList<MeasureView> measureViews(const Report &report)
{
    const auto &now = report.now;
    auto first = split(now, &AnswererFigures::first, median);
    if (now.unanswered > 0)
        first += u" · "_s
            + word(QT_TRANSLATE_NOOP("ReportWords", "%1 unanswered")).arg(countText(now.unanswered));
    const int added = now.newFromCorrections + now.newWritten;
    return {
        coverageView(report),
        view(Measure::FirstResponse, timeText(now.first, median), first, ReportSide::All),
        view(Measure::AverageResponse, timeText(now.every, mean),
             split(now, &AnswererFigures::every, mean), ReportSide::All),
        firstContactView(report),
        transferView(report),
        view(Measure::Automation, percentText(now.automation),
             withTrend(ofText(now.automation), trend(now.automation, report.before.automation)),
             ReportSide::Part),
        view(Measure::KnowledgeHit, percentText(now.hit),
             withTrend(ofText(now.hit), trend(now.hit, report.before.hit)), ReportSide::Rest),
        view(Measure::NewKnowledge, countText(added),
             word(QT_TRANSLATE_NOOP("ReportWords", "%1 corrected · %2 written"))
                 .arg(now.newFromCorrections)
                 .arg(now.newWritten),
             ReportSide::Part)};
}

TextTable figuresTable(const Report &report, int offsetMinutes)
{
    TextTable table;
    table.head = {word(QT_TRANSLATE_NOOP("ReportWords", "Time")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Topics"))};
    for (const auto who : {Answerer::Bot, Answerer::Human, Answerer::Peer})
        table.head.append(word(QT_TRANSLATE_NOOP("ReportWords", "First response, %1"))
                              .arg(answererName(who)));
    for (const auto measure : {Measure::AverageResponse, Measure::FirstContact, Measure::Transfer,
                               Measure::Automation, Measure::Coverage, Measure::KnowledgeHit,
                               Measure::NewKnowledge})
        table.head.append(measureName(measure));
    const auto add = [&](const QString &time, const Figures &figures) {
        QStringList row{time, QString::number(figures.topics)};
        for (const auto who : {Answerer::Bot, Answerer::Human, Answerer::Peer})
            row.append(timeText(part(figures, who).first, median));
        row << timeText(figures.every, mean) << percentText(figures.firstContact)
            << percentText(figures.transfer) << percentText(figures.automation)
            << percentText(figures.coverage) << percentText(figures.hit)
            << QString::number(figures.newFromCorrections + figures.newWritten);
        table.rows.append(row);
    };
    add(word(QT_TRANSLATE_NOOP("ReportWords", "All")), report.now);
    for (const auto &step : report.steps)
        add(stepText(step.from, report.stepMs, offsetMinutes), step.figures);
    return table;
}

TextTable coverageTable(const QList<CoverageRow> &rows)
{
    TextTable table;
    table.head.append(word(QT_TRANSLATE_NOOP("ReportWords", "Covered")));
    for (int hour = 0; hour < 24; ++hour)
        table.head.append(QString::number(hour));
    for (const auto &row : rows) {
        QStringList cells{row.weekday > 0 ? weekdayName(row.weekday) : row.name};
        for (int hour = 0; hour < 24; ++hour) {
            const int covered = row.human.value(hour) + row.bot.value(hour);
            cells.append(percentText({covered, covered + row.nobody.value(hour)}));
        }
        table.rows.append(cells);
    }
    return table;
}

TextTable reasonsTable(const Report &report)
{
    TextTable table;
    table.head = {word(QT_TRANSLATE_NOOP("ReportWords", "Reason")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Topics")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Share"))};
    for (const auto &reason : report.reasons)
        table.rows.append({reasonName(reason.reason), QString::number(reason.topics),
                           percentText({reason.topics, report.now.transfer.part})});
    return table;
}

TextTable topicsTable(const QList<ReportTopic> &topics)
{
    TextTable table;
    table.head = {word(QT_TRANSLATE_NOOP("ReportWords", "Topic")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Group")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Asked at")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Waited")),
                  word(QT_TRANSLATE_NOOP("ReportWords", "Served by"))};
    for (const auto &topic : topics)
        table.rows.append(
            {topic.title, topic.groupName,
             QDateTime::fromMSecsSinceEpoch(topic.at.ms).toString(u"yyyy-MM-dd HH:mm:ss"_s),
             topic.waitMs < 0 ? u"–"_s : durationText(topic.waitMs),
             topic.who ? answererName(*topic.who) : u"–"_s});
    return table;
}

} // namespace quntai
