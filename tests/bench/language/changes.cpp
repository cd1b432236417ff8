// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long questions take while a large base is being changed.
#include "app/backend/language/retriever.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/tasks.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <vector>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype entries = 2000;
constexpr qsizetype phrasings = 6;
constexpr qsizetype changeCount = 200;
constexpr Instant start{1'000'000};

/** All the phrasings of the file, in its order. */
QStringList textsOf(const QList<QJsonObject> &lines)
{
    QStringList texts;
    for (const auto &line : lines) {
        if (line["type"_L1] != "kb"_L1)
            continue;
        texts.append(line["question"_L1].toString());
        for (const auto &text : line["similar"_L1].toArray())
            texts.append(text.toString());
    }
    return texts;
}

/** Entries of six phrasings that follow each other, from all parts of the file. */
QList<Entry> baseOf(const QStringList &texts)
{
    QList<Entry> base;
    const auto step = texts.size() / entries;
    for (qsizetype i = 0; i < entries && step >= phrasings; ++i) {
        Entry entry;
        entry.id = {u"e%1"_s.arg(i)};
        entry.version = 1;
        entry.question = texts[i * step];
        entry.similar = texts.sliced(i * step + 1, phrasings - 1);
        entry.changedAt = start;
        base.append(entry);
    }
    return base;
}

double since(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void tell(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    std::fprintf(stderr, "%s: median %.2f ms, longest %.2f ms\n", what, times[times.size() / 2],
                 times.back());
}

/** Changes an entry, then asks for it; the time of both. */
double change(Retriever &retriever, Entry entry, const QString &asked, Instant now)
{
    QElapsedTimer timer;
    timer.start();
    entry.similar.append(asked);
    entry.changedAt = now;
    retriever.put(entry);
    std::ignore = retriever.find(asked, now);
    return since(timer);
}

} // namespace

Result<> changes(const TaskFiles &files)
{
    auto lexicon = Lexicon::builtIn();
    const auto lines = readJsonLines(files.file);
    if (!lexicon || !lines)
        return std::unexpected(lexicon ? lines.error() : lexicon.error());
    const auto base = baseOf(textsOf(*lines));
    if (base.isEmpty())
        return std::unexpected(
            Error{ErrorKind::InvalidParams, u"the file has too few phrasings"_s});
    Retriever retriever(std::make_shared<const Lexicon>(std::move(*lexicon)));
    for (const auto &entry : base)
        retriever.put(entry);
    std::vector<double> changing;
    std::vector<double> asking;
    for (qsizetype i = 0; i < changeCount; ++i) {
        const auto now = Instant{start.ms + i};
        const auto &other = base[(i * 7 + 3) % entries];
        changing.push_back(change(retriever, base[i * 9 % entries], other.similar[2], now));
        QElapsedTimer timer;
        timer.start();
        std::ignore = retriever.find(other.similar[1], now);
        asking.push_back(since(timer));
    }
    tell("a change and the next question", changing);
    tell("a question while the base changes", asking);
    QElapsedTimer learning;
    learning.start();
    if (const auto task = retriever.learning())
        task();
    std::fprintf(stderr, "learned whole, beside the questions, in %.0f ms\n", since(learning));
    std::vector<double> settled;
    for (const auto &entry : base) {
        QElapsedTimer timer;
        timer.start();
        std::ignore = retriever.find(entry.similar[1]);
        settled.push_back(since(timer));
    }
    tell("a question when it has settled", settled);
    return {};
}

} // namespace quntai::bench
