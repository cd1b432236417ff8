// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobuploads.h"
#include "tests/backend/gateway/gatewayrig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr int nobodysMs = 300;

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

/** What a crash left among the blobs: what nobody knows goes, what anybody may know stays. */
class TestBlobSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void nobodysFilesAreSwept();
    void olderThanTheLedgerStays();
    void unknownEventsKeepTheirBlobs();
    void moreThanATurnTakes();
    void keptMeanwhileStays();

private:
    QString leave(const QString &name, const QDateTime &at = QDateTime::currentDateTimeUtc());
    QStringList files() const;
    void name(const QString &sha256);

    std::unique_ptr<GatewayRig> m_rig;
};

void TestBlobSweep::init()
{
    GatewayOptions options;
    options.nobodysMs = nobodysMs;
    m_rig = GatewayRig::withPeople(options);
}

QString TestBlobSweep::leave(const QString &name, const QDateTime &at)
{
    QFile file(m_rig->dir.filePath(u"data/blobs/"_s + name));
    if (!file.open(QIODevice::WriteOnly) || file.write("left") != 4 || !file.flush()
        || !file.setFileTime(at, QFileDevice::FileModificationTime))
        qFatal("%s", qPrintable(file.errorString()));
    return name;
}

QStringList TestBlobSweep::files() const
{
    auto all = QDir(m_rig->dir.filePath(u"data/blobs"_s)).entryList(QDir::Files | QDir::Hidden);
    all.sort();
    return all;
}

/** A member's message brings it. */
void TestBlobSweep::name(const QString &sha256)
{
    auto message = said(u"w/a"_s, u"看图"_s);
    std::get<MessageReceived>(message.data).attachments = {
        {MessageKind::File, u"a.txt"_s, sha256, 4, {}, {}}};
    const auto before = m_rig->committed.size();
    m_rig->record({message});
    QTRY_VERIFY(m_rig->committed.size() > before);
}

void TestBlobSweep::nobodysFilesAreSwept()
{
    const auto now = QDateTime::currentDateTimeUtc();
    QStringList stay{leave(nameOf("named")), leave(nameOf("brought")), leave(u"notes.txt"_s)};
    const QStringList go{leave(nameOf("nobody's")), leave(u".upload-AbCdEf"_s, now.addSecs(-60))};
    name(nameOf("named"));
    QTest::qWait(nobodysMs + 50);
    QCOMPARE(files().size(), stay.size() + go.size()); // it is done at the start
    m_rig->restart([&] {
        BlobUploads uploads(m_rig->dir.filePath(u"data/blobuploads.db"_s), 1000);
        QVERIFY(uploads.note({u"u-agent"_s}, {u"w/a"_s}, nameOf("brought"), 4, {now.toMSecsSinceEpoch()}));
        // What comes in just now: one that is here, one that is on its way.
        stay.append(leave(nameOf("young"), now.addSecs(60)));
        stay.append(leave(u".upload-GhIjKl"_s, now.addSecs(60)));
    });
    stay.sort();
    QTRY_COMPARE(files(), stay);
    QTest::qWait(nobodysMs);
    QCOMPARE(files(), stay);
}

/** A ledger that was just begun in the folder of another leaves its blobs alone. */
void TestBlobSweep::olderThanTheLedgerStays()
{
    const auto old = leave(nameOf("old"), QDateTime::currentDateTimeUtc().addDays(-9));
    leave(nameOf("nobody's"));
    QTest::qWait(nobodysMs + 50);
    m_rig->restart();
    QTRY_COMPARE(files(), QStringList{old});
}

/** A newer version wrote here before. */
void TestBlobSweep::unknownEventsKeepTheirBlobs()
{
    const auto kept = leave(nameOf("kept"));
    leave(nameOf("nobody's"));
    const auto before = m_rig->committed.size();
    m_rig->record({{{u"w/a"_s}, {}, UnknownEvent{u"future.thing"_s,
                                                 "{\"sha256\":\"" + kept.toUtf8() + "\"}"}}});
    QTRY_VERIFY(m_rig->committed.size() > before);
    QTest::qWait(nobodysMs + 50);
    m_rig->restart([&] {
        for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_rig->dir.filePath(u"data/blobgroups.db"_s + end));
    });
    QTRY_COMPARE(files(), QStringList{kept});
}

void TestBlobSweep::moreThanATurnTakes()
{
    const auto named = leave(nameOf("named"));
    name(named);
    for (int i = 0; i < 2 * BlobSweep::namesATurn + 7; ++i)
        leave(nameOf("nobody's " + QByteArray::number(i)));
    QTest::qWait(nobodysMs + 50);
    m_rig->restart();
    QTRY_COMPARE(files(), QStringList{named});
}

/** A member sends the same bytes again just then. */
void TestBlobSweep::keptMeanwhileStays()
{
    const BlobStore store(m_rig->dir.filePath(u"data/blobs"_s));
    const auto name = *store.keep("the same");
    QFile file(m_rig->dir.filePath(u"data/blobs/"_s + name));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto longAgo = QDateTime::currentDateTimeUtc().addDays(-2);
    QVERIFY(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
    const Instant before{QDateTime::currentMSecsSinceEpoch() - 60'000};
    QCOMPARE(*store.keep("the same"), name);
    QVERIFY(!store.removeOlder(name, before));
    QCOMPARE(files(), QStringList{name});
    QVERIFY(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
    QVERIFY(store.removeOlder(name, before));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestBlobSweep)
#include "tst_blobsweep.moc"
