// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_report [DAYS]: what reports cost on a made-up past of the sample company, each figure beside
// the bare reading of the same ledger in the same run.
#include "app/backend/ledger/sqliteledgerreader.h"
#include "app/backend/rehearsal/samplehistory.h"
#include "app/backend/reports/reports.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

// Friday 2026-11-27, 20:00 by the company's clock.
constexpr Instant end{1'795'780'800'000};
constexpr qint64 dayMs = 24LL * 3600 * 1000;

template <class T>
T need(Result<T> result, const char *what)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(result.error().message));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double best(const std::function<void()> &work)
{
    double ms = msOf(work);
    for (int i = 0; i < 4; ++i)
        ms = std::min(ms, msOf(work));
    return ms;
}

/** Every page of both streams, not looked at. */
void readBare(const QString &folder)
{
    const auto reader = need(SqliteLedgerReader::open(folder), "open");
    for (const auto &stream : {u"c0"_s, u"p0"_s}) {
        for (qint64 after = 0;;) {
            const auto page = need(reader->read(stream, after, 2000, 8 << 20), "read");
            if (page.isEmpty())
                break;
            after = page.constLast().seq;
        }
    }
}

qint64 play(const QString &folder, int days)
{
    const auto sample = qEnvironmentVariable("QUNTAI_SOURCE_DIR", u"."_s) + u"/resources/sample"_s;
    const auto company = need(readSampleCompany(sample, end), "sample");
    SampleHistoryOptions options;
    options.folder = folder;
    options.days = days;
    options.end = end;
    SampleHistoryResult played;
    const auto ms = msOf([&] {
        played = need(playSampleHistory(company, sample + u"/history.yaml"_s, options), "play");
    });
    std::printf("playing %d days: %lld events in %.1f s; %.0f times as fast as they passed; %lld "
                "commands refused\n",
                days, played.events, ms / 1000, days * 86'400'000.0 / ms, played.refusedCommands);
    return played.events;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int days = app.arguments().value(1, u"30"_s).toInt();
    QTemporaryDir dir;
    const auto folder = dir.filePath(u"data"_s);
    const auto events = double(play(folder, days));

    const std::atomic<bool> stop = false;
    const auto bare = best([&] { readBare(folder); });
    std::unique_ptr<FactStore> store;
    const auto fold = best([&] {
        store = std::make_unique<FactStore>(need(SqliteLedgerReader::open(folder), "open"));
        need(store->catchUp(stop), "fold");
    });
    std::printf("first fold of %.0f events: %.0f events/s (%.0f ms); bare reading %.0f events/s; "
                "ratio %.2f\n",
                events, events / fold * 1000, fold, events / bare * 1000, fold / bare);

    const ReportMaker maker(store->facts(), store->duty(), [](const GroupId &) { return true; },
                            end);
    const ReportParams span{{end.ms - days * dayMs}, end, {}};
    const auto query = best([&] { need(maker.report(span), "report"); });
    std::printf("report of %d days: %.1f ms; bare reading of its ledger %.0f ms; ratio %.4f\n", days,
                query, bare, query / bare);
    ReportTopicsParams slowest{.measure = Measure::FirstResponse, .from = span.from, .to = span.to};
    const auto page = best([&] { need(maker.topics(slowest), "topics"); });
    std::printf("a page of topics: %.1f ms; bare reading %.0f ms; ratio %.4f\n", page, bare,
                page / bare);
    return 0;
}
