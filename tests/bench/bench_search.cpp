// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console looks for words in what it has stored, beside SQLite's LIKE over the same
// rows. bench_search [MESSAGES [FILE]]: a FILE that holds as many already is used as it is.
#include "models/storage/cachestore.h"
#include "models/storage/transaction.h"
#include "tests/bench/figures.h"
#include "tests/models/common/seed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cmath>
#include <functional>

using namespace quntai;
using namespace quntai::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int hits = 50;
constexpr int queries = 200;
constexpr int scans = 12;        // LIKE takes seconds
constexpr int perTransaction = 1000;
constexpr int vocabulary = 20'000;

void fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    std::exit(1);
}

/** Words of two to four characters, few of them frequent, as people write. */
class Language
{
public:
    Language() : m_dice(7)
    {
        for (int i = 0; i < vocabulary; ++i) {
            QString word;
            for (int length = 2 + m_dice.below(3); length > 0; --length)
                word += QChar(0x4e00 + m_dice.below(3500));
            m_words.append(word);
        }
    }
    QString text()
    {
        QString text;
        while (text.size() < 20 + m_dice.below(60))
            text += m_words.at(rank()) + (m_dice.chance(12) ? u"，"_s : QString());
        return text;
    }

private:
    /** Roughly Zipf: the n-th word comes n times less often than the first. */
    int rank()
    {
        const auto u = (m_dice.below(1'000'000) + 1) / 1'000'001.0;
        return std::min(int(std::pow(vocabulary, u)) - 1, vocabulary - 1);
    }

    tests::Dice m_dice;
    QStringList m_words;
};

MessagePtr messageAt(qint64 n, const QString &text)
{
    Message message;
    message.id = {u"m-p0-%1"_s.arg(n)};
    message.seq = n;
    message.at = {1'764'000'000'000 + n * 100};
    message.group = {u"wecom/g%1"_s.arg(n % 300)};
    message.author = {AuthorKind::Member, u"wecom/c%1"_s.arg(n % 5000), u"客户"_s};
    message.text = text;
    message.topic = {u"t-%1"_s.arg(n % 20'000)};
    if (n % 50 == 0) {
        Attachment picture;
        picture.kind = MessageKind::Image;
        message.attachments = {picture};
    }
    return std::make_shared<const Message>(message);
}

void fill(CacheStore &store, qint64 count)
{
    Language language;
    QElapsedTimer timer;
    timer.start();
    for (qint64 n = 0; n < count;) {
        auto transaction = Transaction::begin(store.database());
        QList<MessagePtr> batch;
        while (batch.size() < perTransaction && n < count)
            batch.append(messageAt(++n, language.text()));
        const auto put = store.put(batch).and_then([&] { return transaction->commit(); });
        if (!put)
            fail(put.error());
    }
    std::printf("stored and indexed %lld messages, %lld a second\n", qlonglong(count),
                qlonglong(count * 1000 / std::max<qint64>(1, timer.elapsed())));
}

/** Strings that stand in stored texts, so that there is something to find. */
QStringList needles(CacheStore &store, int length, int count, qint64 messages)
{
    tests::Dice dice{static_cast<quint32>(length)};
    QStringList found;
    while (found.size() < count) {
        const auto page = store.history({u"wecom/g%1"_s.arg(dice.below(300))},
                                        1 + dice.below(int(messages)), 1);
        if (!page || page->isEmpty())
            continue;
        const auto text = page->constFirst()->text;
        const auto needle = text.mid(dice.below(int(text.size() - length)), length);
        if (needle.size() == length && !needle.contains(u'，'))
            found.append(needle);
    }
    return found;
}

Spread time(const QStringList &needles, const std::function<void(const QString &)> &look)
{
    std::vector<double> times;
    for (const auto &needle : needles) {
        const auto begin = steadyNs();
        look(needle);
        times.push_back(msSince(begin));
    }
    return spreadOf(times);
}

void compare(CacheStore &store, int length, qint64 messages, const char *goal)
{
    auto like = store.database().prepare(
        "SELECT body FROM messages WHERE body LIKE ? ORDER BY key DESC LIMIT ?");
    if (!like)
        fail(like.error());
    const auto wanted = needles(store, length, queries, messages);
    qsizetype least = hits;
    const auto indexed = time(wanted, [&](const QString &needle) {
        const auto found = store.search(needle, hits);
        if (!found)
            fail(found.error());
        least = std::min(least, found->size());
    });
    const auto scanned = time(wanted.first(scans), [&](const QString &needle) {
        like->with(QString(u'%' + needle + u'%'), hits);
        while (like->step().value_or(false)) { }
    });
    if (least == 0)
        std::printf("a text that is there was not found\n");
    const auto name = "search " + QByteArray::number(length) + " characters, p99";
    report(name.constData(), indexed.p99, "ms", scanned.most, "LIKE, longest of 12", goal);
    say("  indexed", indexed, "ms");
    say("  LIKE", scanned, "ms");
}

/** Two characters within what a filter lets through; LIKE over the same rows beside it. */
void compareFiltered(CacheStore &store, const char *name, const SearchFilter &filter,
                     const char *where, qint64 messages)
{
    auto like = store.database().prepare(
        QByteArray("SELECT body FROM messages WHERE body LIKE ? AND ") + where
        + " ORDER BY key DESC LIMIT ?");
    if (!like)
        fail(like.error());
    const auto wanted = needles(store, 2, queries, messages);
    const auto indexed = time(wanted, [&](const QString &needle) {
        if (const auto found = store.search(needle, hits, filter); !found)
            fail(found.error());
    });
    const auto scanned = time(wanted.first(scans), [&](const QString &needle) {
        like->with(QString(u'%' + needle + u'%'), hits);
        while (like->step().value_or(false)) { }
    });
    const auto title = "search 2 characters, " + QByteArray(name) + ", p99";
    report(title.constData(), indexed.p99, "ms", scanned.most, "LIKE, longest of 12",
           "goal <= 20 ms");
}

void compareFilters(CacheStore &store, qint64 messages)
{
    SearchFilter filter;
    filter.group = {u"wecom/g7"_s};
    compareFiltered(store, "one group", filter, "grp = 'wecom/g7'", messages);
    filter = {};
    filter.person = u"wecom/c77"_s;
    compareFiltered(store, "one person", filter,
                    "json_extract(body, '$.author.id') = 'wecom/c77'", messages);
    filter = {};
    filter.image = true;
    compareFiltered(store, "with a picture", filter, "body LIKE '%\"attachments\"%'", messages);
    filter = {};
    filter.since = {1'764'000'000'000 + messages * 99};
    filter.until = {1'764'000'000'000 + messages * 100};
    compareFiltered(store, "the last hundredth", filter, "seq > 0", messages);
    filter = {};
    filter.open = false;
    filter.openTopics = {{u"t-1"_s}, {u"t-2"_s}, {u"t-3"_s}};
    compareFiltered(store, "ended topics", filter, "seq > 0", messages);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir folder;
    const auto path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath(u"cache.db"_s);
    const auto store = CacheStore::open(path);
    if (!store)
        fail(store.error());
    if ((*store)->database().number("SELECT COUNT(*) FROM messages").value_or(0) != count)
        fill(**store, count);
    compare(**store, 2, count, "goal <= 20 ms");
    compare(**store, 3, count, "goal <= 20 ms");
    compare(**store, 6, count, "goal <= 60 ms");
    compareFilters(**store, count);
    return 0;
}
