// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/sqliteledgerreader.h"
#include "app/backend/ledger/verify.h"
#include "app/backend/rehearsal/samplehistory.h"
#include "app/backend/reports/reports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

// Friday 2026-11-27, noon by the company's clock.
constexpr Instant end{1'795'752'000'000};

QString sample()
{
    return qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/resources/sample"_s;
}

SampleHistoryResult play(const QString &folder, int days, quint32 seed)
{
    const auto company = readSampleCompany(sample(), end);
    if (!company)
        qFatal("%s", qPrintable(company.error().message));
    const auto played = playSampleHistory(*company, sample() + u"/history.yaml"_s,
                                          {folder, days, end, seed});
    if (!played)
        qFatal("%s", qPrintable(played.error().message));
    return *played;
}

/** What happened, without the salts of its hashes. */
QList<QByteArray> told(const QString &folder)
{
    const auto reader = SqliteLedgerReader::open(folder);
    QList<QByteArray> all;
    for (const auto &stream : {u"c0"_s, u"p0"_s}) {
        qint64 after = 0;
        for (;;) {
            const auto page = (*reader)->read(stream, after, 1000, 1 << 24);
            if (!page || page->isEmpty())
                break;
            for (const auto &event : *page)
                all.append(QByteArray::number(event.at.ms) + ' ' + event.topic.value.toUtf8() + ' '
                           + event.type.toUtf8() + ' ' + event.data);
            after = page->constLast().seq;
        }
    }
    return all;
}

} // namespace

/** The made-up past of the sample company. */
class TestSampleHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedMakesTheSamePast()
    {
        QTemporaryDir dir;
        play(dir.filePath(u"a"_s), 1, 7);
        play(dir.filePath(u"b"_s), 1, 7);
        play(dir.filePath(u"c"_s), 1, 8);
        const auto a = told(dir.filePath(u"a"_s));
        QVERIFY(a.size() > 2000);
        QCOMPARE(told(dir.filePath(u"b"_s)) == a, true);
        QCOMPARE(told(dir.filePath(u"c"_s)) == a, false);
    }

    void holdsWhatReportsShow()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"data"_s);
        const auto played = play(folder, 4, 20261127);
        const auto verified = verifyLedger({folder});
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().message));
        auto reader = SqliteLedgerReader::open(folder);
        QVERIFY(reader);
        FactStore store(std::move(*reader));
        const std::atomic<bool> stop = false;
        QVERIFY(store.catchUp(stop));
        QCOMPARE(store.taken(), played.events);
        const ReportMaker maker(store.facts(), store.duty(), [](const GroupId &) { return true; },
                                end);
        const auto report = maker.report({{end.ms - 4 * 86'400'000LL}, end, {}});
        QVERIFY(report);
        const auto &now = report->now;
        QVERIFY(now.topics > 400);
        QVERIFY(now.by.at(0).first.count > now.topics / 3);
        QVERIFY(now.by.at(1).first.count > 20);
        QVERIFY(now.by.at(2).first.count > 5);
        QVERIFY(now.by.at(0).first.medianMs < now.by.at(1).first.medianMs);
        QVERIFY(now.transfer.part > 0 && now.transfer.part < now.topics / 2);
        QVERIFY(now.automation.part > 0 && now.hit.part > 0 && now.firstContact.part > 0);
        QVERIFY(now.coverage.part > 0 && now.coverage.part < now.coverage.whole);
        QVERIFY(report->reasons.size() >= 2);
        QVERIFY(played.refusedCommands < played.events / 200);
    }

    void aFolderWithAPastIsLeftAlone()
    {
        QTemporaryDir dir;
        play(dir.filePath(u"data"_s), 0, 1);
        const auto company = readSampleCompany(sample(), end);
        const auto again = playSampleHistory(*company, sample() + u"/history.yaml"_s,
                                             {dir.filePath(u"data"_s), 0, end, 1});
        QCOMPARE(again.error_or(Error{}).kind, ErrorKind::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestSampleHistory)
#include "tst_samplehistory.moc"
