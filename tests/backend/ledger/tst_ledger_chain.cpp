// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/chain.h"
#include "app/backend/ledger/verify.h"
#include "models/storage/database.h"
#include "tests/backend/ledger/ledgerkit.h"
#include "tests/models/common/seed.h"

#include <QDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int groupEvents = 200;
constexpr int controlEvents = 30;

QByteArray rowOf(const QByteArray &stream, qint64 seq)
{
    return " WHERE stream='" + stream + "' AND seq=" + QByteArray::number(seq);
}

/** One statement that changes the record in one of its columns. */
QByteArray randomEdit(Dice &dice, qint64 seq)
{
    static const QList<QByteArray> changes{
        "at=at+1", "type=type||'x'", "version=version+1", "group_id='onebot/77'", "topic_id='t-9'",
        "payload=replace(payload,'退','逛')", "salt=randomblob(16)", "payload_hash=randomblob(32)",
        "hash=randomblob(32)", "partition=(partition+1)%1024", "payload=NULL,payload_hash=zeroblob(32)"
        ",salt=NULL", "seq=seq+100000", "stream='p1'"};
    return "UPDATE event SET " + changes[dice.below(static_cast<int>(changes.size()))]
        + rowOf("p0", seq);
}

QByteArray swapRecords(qint64 one, qint64 other)
{
    const QByteArray a = QByteArray::number(one);
    const QByteArray b = QByteArray::number(other);
    return "UPDATE event SET seq=-1 WHERE stream='p0' AND seq=" + a
        + ";UPDATE event SET seq=" + a + " WHERE stream='p0' AND seq=" + b
        + ";UPDATE event SET seq=" + b + " WHERE stream='p0' AND seq=-1";
}

QByteArray randomTampering(Dice &dice)
{
    const qint64 seq = 1 + dice.below(groupEvents);
    const QByteArray number = QByteArray::number(seq);
    switch (dice.below(5)) {
    case 0: return "DELETE FROM event" + rowOf("p0", seq);
    case 1: return swapRecords(seq, seq % groupEvents + 1);
    case 2: return "DELETE FROM event WHERE stream='p0' AND seq>=" + number;
    case 3: return "DELETE FROM event WHERE stream='c0' AND seq>" + QByteArray::number(dice.below(30));
    default: return randomEdit(dice, seq);
    }
}

} // namespace

/** Whoever changes, removes or reorders records is found, and told where. */
class TestLedgerChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void goodLedgerIsCounted();
    void everyTamperingIsFound();
    void firstBadRecordIsNamed();
    void cutTailNeedsAnchors();
    void rewrittenChainNeedsAnchors();
    void anchorsAreProtected();
    void cutLedgerIsNotServed();
    void erasureKeepsTheChain();
    void triggersRefuseChanges();
    void partitionsAreFixed();
    void hashesAreFixed();

private:
    LedgerFiles copy() const { return m_copy->files(); }
    QString verifyFault() const;

    std::unique_ptr<Scratch> m_good;
    std::unique_ptr<Scratch> m_copy;
};

void TestLedgerChain::initTestCase()
{
    m_good = std::make_unique<Scratch>();
    auto ledger = m_good->open();
    for (int i = 0; i < groupEvents; i += 10)
        QVERIFY(ledger->append(messages(u"p0"_s, i, 10)));
    QVERIFY(ledger->append(messages(u"c0"_s, 0, controlEvents)));
}

void TestLedgerChain::init()
{
    m_copy = std::make_unique<Scratch>();
    copyFolder(m_good->files(), m_copy->files());
}

QString TestLedgerChain::verifyFault() const
{
    const auto report = verifyLedger(copy());
    return report ? QString() : report.error().message;
}

void TestLedgerChain::goodLedgerIsCounted()
{
    const auto report = verifyLedger(copy());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->streams.size(), 2);
    QCOMPARE(report->streams[0].name, u"c0"_s);
    QCOMPARE(report->streams[0].events, controlEvents);
    QCOMPARE(report->streams[1].events, groupEvents);
    QCOMPARE(report->streams[1].erased, 0);
    QCOMPARE(report->anchors, 2);
    const auto ledger = m_copy->open();
    QCOMPARE(ledger->signedHead(u"p0"_s)->first(32), report->streams[1].hash);
    QCOMPARE(ledger->epoch(), report->epoch);
}

void TestLedgerChain::everyTamperingIsFound()
{
    const int count = rounds(200, 1000);
    Dice dice(seed());
    for (int i = 0; i < count; ++i) {
        init();
        const QByteArray sql = randomTampering(dice);
        QVERIFY(tamper(copy().database(), sql));
        QVERIFY2(!verifyFault().isEmpty(), sql.constData());
    }
}

void TestLedgerChain::firstBadRecordIsNamed()
{
    QVERIFY(tamper(copy().database(), "UPDATE event SET topic_id='t-1'" + rowOf("p0", 17) + ";"
                                      "UPDATE event SET topic_id='t-1'" + rowOf("p0", 90)));
    QVERIFY2(verifyFault().contains(u"p0 #17"_s), qPrintable(verifyFault()));
    init();
    QVERIFY(tamper(copy().database(), "DELETE FROM event" + rowOf("p0", 40)));
    QVERIFY2(verifyFault().contains(u"p0 #41"_s), qPrintable(verifyFault()));
    SqliteLedgerOptions options;
    options.folder = copy().folder;
    QVERIFY(SqliteLedger::open(options).error().message.contains(u"p0 #41"_s));
    options.checkedWhole = 0;  // as if it were too large to be read whole
    const auto state = SqliteLedger::open(options).value()->load();
    QVERIFY(state.error().message.contains(u"p0 #41"_s));
    QVERIFY(state.error().message.contains(u"restore"_s));
}

/** The control: without anchors a cut tail looks like a shorter ledger. */
void TestLedgerChain::cutTailNeedsAnchors()
{
    QVERIFY(tamper(copy().database(), "DELETE FROM event WHERE stream='p0' AND seq>190"));
    QVERIFY(verifyLedgerFile(copy().database()));
    QVERIFY2(verifyFault().contains(u"p0 #200"_s), qPrintable(verifyFault()));
    QVERIFY(verifyFault().contains(u"cut off"_s));
}

/** Somebody who knows how the hashes are made, but has no key, rewrites all that follow. */
void TestLedgerChain::rewrittenChainNeedsAnchors()
{
    DatabaseOptions options;
    options.path = copy().database();
    QVERIFY(tamper(options.path, "UPDATE event SET payload=replace(payload,'退','逛')"
                                 + rowOf("p0", 100)));
    {
        auto database = Database::open(options);
        auto events = EventTable::open(**database);
        QByteArray before = events->place(u"p0"_s, 99).value()->hash;
        QList<Record> rest;
        QVERIFY(events->each(0, [&](const Record &record) -> Result<> {
            if (record.stream == u"p0"_s && record.seq >= 100)
                rest << record;
            return {};
        }));
        auto update = (*database)->prepare("UPDATE event SET payload_hash=?,hash=? WHERE id=?");
        for (Record &record : rest) {
            record.payloadHash = payloadHashOf(record.salt, record.payload);
            before = recordHashOf(before, record);
            QVERIFY(update->with(record.payloadHash, before, record.id).run());
        }
    }
    QVERIFY(verifyLedgerFile(options.path));
    QVERIFY2(verifyFault().contains(u"p0 #200"_s), qPrintable(verifyFault()));
}

void TestLedgerChain::anchorsAreProtected()
{
    QFile file(copy().anchors());
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray lines = file.readAll();
    file.close();
    const auto replaceBy = [&](const QByteArray &bytes) {
        QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
    };
    replaceBy(QByteArray(lines).replace("\"seq\":200", "\"seq\":190"));
    QVERIFY2(verifyFault().contains(u"signature"_s), qPrintable(verifyFault()));
    replaceBy("{}\n" + lines);
    QVERIFY2(verifyFault().contains(u"line 1"_s), qPrintable(verifyFault()));
    replaceBy(lines + "{\"unfinished\":");
    QVERIFY2(verifyFault().isEmpty(), qPrintable(verifyFault()));
    QVERIFY(tamper(copy().database(), "UPDATE meta SET value='other' WHERE key='epoch'"));
    QVERIFY2(verifyFault().contains(u"epoch"_s), qPrintable(verifyFault()));
}

void TestLedgerChain::cutLedgerIsNotServed()
{
    QVERIFY(tamper(copy().database(), "DELETE FROM event WHERE stream='p0' AND seq>190"));
    SqliteLedgerOptions options;
    options.folder = copy().folder;
    const auto ledger = SqliteLedger::open(options);
    QVERIFY(!ledger);
    QVERIFY(ledger.error().message.contains(u"p0 #200"_s));
    QVERIFY(ledger.error().message.contains(u"restore"_s));
}

void TestLedgerChain::erasureKeepsTheChain()
{
    const QString secret = u"身份证一一〇一〇一"_s;
    {
        auto ledger = m_copy->open();
        Batch batch;
        batch.events = {messageEvent(u"p0"_s, groupEvents + 1, secret)};
        QVERIFY(ledger->append(batch));
        QVERIFY(ledger->keepSnapshot(ledger->load().value()));
        QVERIFY(ledger->erase(u"p0"_s, {3, 50, groupEvents + 1}));
        QVERIFY(ledger->append(messages(u"p0"_s, groupEvents + 1, 1)));
    }
    const auto report = verifyLedger(copy());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->streams[1].erased, 3);
    for (const QString &sub : {u""_s, u"/snapshots"_s}) {
        const QDir dir(copy().folder + sub);
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(name));
        }
    }
    QVERIFY(tamper(copy().database(), "UPDATE event SET salt=zeroblob(16),payload='{}'"
                                      + rowOf("p0", 50)));
    QVERIFY(verifyFault().contains(u"p0 #50"_s));
}

void TestLedgerChain::triggersRefuseChanges()
{
    auto ledger = m_copy->open();
    Database &database = ledger->database();
    for (const QByteArray &sql :
         QList<QByteArray>{"DELETE FROM event WHERE seq=200", "UPDATE event SET at=1 WHERE seq=5",
          "UPDATE event SET payload='{}' WHERE seq=5", "UPDATE event SET payload=NULL WHERE seq=5",
          "UPDATE event SET payload=NULL,salt=NULL,at=1 WHERE seq=5",
          "UPDATE event SET payload=NULL,salt=NULL,hash=zeroblob(32) WHERE seq=5"})
        QVERIFY2(!database.execute(sql), sql.constData());
    QVERIFY(verifyLedger(copy()));
}

void TestLedgerChain::partitionsAreFixed()
{
    QCOMPARE(partitionOf({}), -1);
    QList<int> found;
    for (const QString &group : {u"onebot/1"_s, u"onebot/2"_s, u"wecom/退款群"_s})
        found << partitionOf({group});
    QCOMPARE(found, (QList<int>{489, 958, 6}));
}

void TestLedgerChain::hashesAreFixed()
{
    Record record;
    record.stream = u"p0"_s;
    record.seq = 1;
    record.partition = 7;
    record.at = {1'764'000'000'000};
    record.type = u"message.received"_s;
    record.group = {u"onebot/1"_s};
    record.topic = {u"t-1"_s};
    record.payloadHash = payloadHashOf(QByteArray(saltSize, 's'), R"({"text":"退"})");
    QCOMPARE(record.payloadHash.toHex(), QByteArray("49a5b0a490e693012aab0bd528863c7c99b6b1da6202fa7eea59ea58e04e01ac"));
    QCOMPARE(recordHashOf(chainStart(), record).toHex(), QByteArray("990b95ac4694a2c1dea98bbe7d2f10c898cc6f3170280c1562759655502559b0"));
}

QTEST_GUILESS_MAIN(TestLedgerChain)
#include "tst_ledger_chain.moc"
