// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/rehearsal/samplehistory.h"

#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/rehearsal/crew.h"
#include "app/backend/rehearsal/crowd.h"
#include "models/domain/report.h"

#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
/** Nothing new is said in the last stretch, so that everything can be settled. */
constexpr qint64 windDownMs = 30 * minuteMs;

int busyness(int weekday)
{
    constexpr std::array<int, 7> percent{104, 98, 92, 96, 108, 126, 118};
    return percent[std::size_t(weekday - 1)];
}

/** The platform is away now and then: an hour in some nights, minutes by day. */
void planOutage(Stage &stage, int day, qint64 dayStart, qint64 until)
{
    const bool night = day % 9 == 4;
    const bool noon = day % 13 == 7;
    if (!night && !noon)
        return;
    const auto from = dayStart + (night ? 3 : 12) * hourMs + stage.dice().number(0, 20) * minuteMs;
    const auto length = (night ? 95 : 11) * minuteMs;
    if (from + length >= until)
        return;
    stage.at(from, [&stage] { stage.setConnector(ConnectorState::Down); });
    stage.at(from + length, [&stage] { stage.setConnector(ConnectorState::Connected); });
}

Result<std::unique_ptr<SqliteLedger>> openLedger(const QString &folder)
{
    SqliteLedgerOptions options;
    options.folder = folder;
    // What is made up can be made again: it is enough that it is on the disk at the end.
    options.synchronous = DatabaseOptions::Synchronous::Normal;
    options.walAutocheckpoint = 20000;  // pages: each checkpoint waits for the disk
    auto ledger = SqliteLedger::open(options);
    if (!ledger)
        return ledger;
    const auto head = (*ledger)->head(u"p0"_s);
    if (!head)
        return std::unexpected(head.error());
    if (*head > 0)
        return failure(ErrorKind::Conflict, u"This folder has a ledger with events already"_s);
    return ledger;
}

} // namespace

Result<SampleHistoryResult> playSampleHistory(const SampleCompany &company,
                                              const QString &phrasesFile,
                                              const SampleHistoryOptions &options)
{
    const auto phrases = readPhrases(phrasesFile);
    if (!phrases)
        return std::unexpected(phrases.error());
    auto ledger = openLedger(options.folder);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto offset = company.policy.hours.offset;
    const auto today = localDayStart(options.end, offset).ms;
    const auto begin = today - options.days * dayMs;
    const auto until = options.end.ms - windDownMs;

    Stage stage(std::move(*ledger), {begin}, options.seed);
    Crowd crowd(stage, company, *phrases);
    Crew crew(stage, company, *phrases, offset);
    if (const auto opened = stage.open(); !opened)
        return std::unexpected(opened.error());
    stage.at(begin, [&] {
        stage.record(foundingEvents(company, Stage::channel()));
        stage.setConnector(ConnectorState::Connected);
        crowd.enter();
    });
    for (int day = 0; day <= options.days; ++day) {
        const auto start = begin + day * dayMs;
        stage.at(start, [&, day, start] {
            crowd.planDay(start, until, busyness(localHour({start}, offset).weekday));
            crew.planDay(start, until);
            planOutage(stage, day, start, until);
        });
    }
    stage.at(options.end.ms - 1000, [&] { crew.closeShop(); });
    if (const auto played = stage.play(options.end); !played)
        return std::unexpected(played.error());
    return SampleHistoryResult{stage.events(), stage.refused()};
}

} // namespace quntai
