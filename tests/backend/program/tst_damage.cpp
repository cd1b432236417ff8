// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/models/common/damage.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::Dice;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

constexpr qint64 group = 9;
const QString configFile = u"../backend.yaml"_s;

/** What is scratch space, or changes with every start. */
bool isPassing(const QString &name)
{
    return name.endsWith(u"-shm"_s) || name == u"ledger.lock"_s;
}

void copyFiles(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const auto &name : QDir(from).entryList(QDir::Files)) {
        QFile::remove(to + u'/' + name);
        if (!isPassing(name))
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
}

/** Sums of the files that go with one of them, by name; an empty log is as good as none. A whole
 * ledger beside damaged accounts has been opened and closed, and is not the same bytes. */
QMap<QString, QByteArray> sumsOf(const QString &folder, const QString &damaged)
{
    QMap<QString, QByteArray> sums;
    const auto with = damaged.startsWith(u"accounts"_s) ? QStringList{u"accounts*"_s} : QStringList{};
    for (const auto &name : QDir(folder).entryList(with, QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (isPassing(name) || !file.open(QFile::ReadOnly)
            || (name.endsWith(u"-wal"_s) && file.size() == 0))
            continue;
        sums.insert(name, QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return sums;
}

} // namespace

/** Bytes flip and files are cut: the program starts with everything there, or refuses in one clear
 * sentence and leaves the files as they are. It never crashes, and never silently lacks anything. */
class TestDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void emptyLedgerBesideAnchors();
    void missingLedgerBesideAnchors();
    void emptyAccounts();
    void headOfANewerWriter();
    void stoppedBackend();
    void killedBackend();

private:
    void work(BackendProcess &backend);
    void copyOf(const QString &folder, BackendProcess &backend) const;
    void mustRefuse(const QString &folder, const QString &file,
                    const std::function<void(const QString &)> &harm);
    void damageEverything(const QString &folder, const QStringList &names, int count);
    void tryIt(BackendProcess &backend, const QString &damaged);
    void checkRefusal(BackendProcess &backend, const QString &damaged,
                      const QMap<QString, QByteArray> &before) const;
    void checkWhole(BackendProcess &backend) const;

    OneBotPlatform m_platform;
    QTemporaryDir m_dir;
    QStringList m_notes;  //!< acknowledged, in order
    int m_started = 0;
    int m_refused = 0;
};

/** Some of everything: accounts, messages, notes. */
void TestDamage::work(BackendProcess &backend)
{
    backend.configure(m_platform.config());
    QCOMPARE(backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QCOMPARE(backend.addUser(u"boss"_s, u"admin"_s).code, 0);
    QVERIFY(backend.start());
    RawConsole console;
    QVERIFY(console.join(backend.url(), u"lin"_s, BackendProcess::password()));
    QTRY_VERIFY(m_platform.isConnected());
    QTRY_VERIFY(m_platform.say(group, 7, u"我的退款怎么还没到？转人工"_s, true));
    QTRY_COMPARE(console.state().topics.size(), 1);
    const auto topic = console.state().topics.constBegin().key();
    m_notes.clear();
    for (int i = 0; i < 40; ++i) {
        m_notes.append(u"备注 %1"_s.arg(i));
        QVERIFY(console.run(AddNote{topic, m_notes.last()}));
        QVERIFY(m_platform.say(group, 7 + i % 5, u"第 %1 句"_s.arg(i)));
    }
}

void TestDamage::initTestCase()
{
    {
        BackendProcess stopped;
        work(stopped);
        QCOMPARE(stopped.terminate().code, 0);
        copyFiles(stopped.data(), m_dir.filePath(u"stopped"_s));
        QFile::copy(stopped.folder() + u"/backend.yaml"_s, m_dir.filePath(u"backend.yaml"_s));
    }
    BackendProcess killed;
    work(killed);
    killed.kill();
    copyFiles(killed.data(), m_dir.filePath(u"killed"_s));
    QVERIFY(QFileInfo(m_dir.filePath(u"killed/ledger.db-wal"_s)).size() > 100'000);
}

void TestDamage::copyOf(const QString &folder, BackendProcess &backend) const
{
    copyFiles(m_dir.filePath(folder), backend.data());
    QFile config(m_dir.filePath(u"backend.yaml"_s));
    QVERIFY(config.open(QFile::ReadOnly));
    backend.configure(config.readAll());
}

/** Refused: code 1, one sentence that names a file in the folder, and not a byte changed. */
void TestDamage::checkRefusal(BackendProcess &backend, const QString &damaged,
                              const QMap<QString, QByteArray> &before) const
{
    const auto ended = backend.ended();
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(backend.folder()), qPrintable(ended.err));
    QVERIFY2(ended.err.count(u'\n') == 1 && ended.err.size() < 700, qPrintable(ended.err));
    QCOMPARE(sumsOf(backend.data(), damaged), before);
}

/** Started: people can sign in, nothing acknowledged is missing, and verify agrees. */
void TestDamage::checkWhole(BackendProcess &backend) const
{
    RawConsole console;
    QVERIFY(console.join(backend.url(), u"lin"_s, BackendProcess::password()));
    QCOMPARE(backend.terminate().code, 0);
    const auto verified = backend.run({u"verify"_s, u"--data"_s, backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
    QStringList notes;
    for (const auto &event : backend.log(u"p0"_s)) {
        const auto data = decodeEventData(event.type, event.data).value();
        if (const auto *note = std::get_if<NoteAdded>(&data))
            notes.append(note->text);
    }
    QCOMPARE(notes, m_notes);
}

void TestDamage::tryIt(BackendProcess &backend, const QString &damaged)
{
    const auto before = sumsOf(backend.data(), damaged);
    if (backend.start()) {
        ++m_started;
        checkWhole(backend);
    } else {
        ++m_refused;
        checkRefusal(backend, damaged, before);
        if (damaged == configFile)
            QVERIFY2(backend.ended().err.contains(u"backend.yaml"_s), qPrintable(backend.err()));
    }
}

void TestDamage::mustRefuse(const QString &folder, const QString &file,
                            const std::function<void(const QString &)> &harm)
{
    BackendProcess backend;
    copyOf(folder, backend);
    const auto path = backend.data() + u'/' + file;
    harm(path);
    const auto before = sumsOf(backend.data(), file);
    QVERIFY(!backend.start());
    checkRefusal(backend, file, before);
    QVERIFY2(backend.ended().err.contains(path), qPrintable(backend.ended().err));
}

void TestDamage::emptyLedgerBesideAnchors()
{
    mustRefuse(u"stopped"_s, u"ledger.db"_s, [](const QString &path) { QFile::resize(path, 0); });
    mustRefuse(u"killed"_s, u"ledger.db"_s, [](const QString &path) { QFile::resize(path, 0); });
}

void TestDamage::missingLedgerBesideAnchors()
{
    mustRefuse(u"stopped"_s, u"ledger.db"_s, [](const QString &path) { QFile::remove(path); });
    mustRefuse(u"killed"_s, u"ledger.db"_s, [](const QString &path) { QFile::remove(path); });
    mustRefuse(u"stopped"_s, u"ledger.key"_s, [](const QString &path) { QFile::remove(path); });
}

void TestDamage::emptyAccounts()
{
    mustRefuse(u"stopped"_s, u"accounts.db"_s, [](const QString &path) { QFile::resize(path, 0); });
}

/** Byte 18 of the head over 2 makes SQLite open a file it then never writes. */
void TestDamage::headOfANewerWriter()
{
    for (const auto &name : {u"accounts.db"_s, u"ledger.db"_s}) {
        mustRefuse(u"stopped"_s, name, [](const QString &path) {
            QFile file(path);
            QVERIFY(file.open(QFile::ReadWrite) && file.seek(18));
            QCOMPARE(file.write("\x5b", 1), 1);
        });
    }
}

void TestDamage::damageEverything(const QString &folder, const QStringList &names, int count)
{
    Dice dice(tests::seed());
    m_started = m_refused = 0;
    for (int i = 0; i < count; ++i) {
        BackendProcess backend;
        copyOf(folder, backend);
        const auto name = names[dice.below(int(names.size()))];
        tests::damage(backend.data() + u'/' + name, dice);
        tryIt(backend, name);
        if (QTest::currentTestFailed()) {
            qWarning("round %d, %s", i, qPrintable(name));
            return;
        }
    }
    qInfo("%d refused, %d started whole", m_refused, m_started);
    QVERIFY(m_refused > count / 4);
}

void TestDamage::stoppedBackend()
{
    QCOMPARE(m_notes.size(), 40);
    damageEverything(u"stopped"_s,
                     {u"ledger.db"_s, u"ledger.db"_s, u"anchors.jsonl"_s, u"ledger.key"_s,
                      u"accounts.db"_s, u"accounts.db"_s, u"newest.jsonl"_s, configFile},
                     tests::rounds(60, 800));
}

void TestDamage::killedBackend()
{
    damageEverything(u"killed"_s,
                     {u"ledger.db-wal"_s, u"ledger.db-wal"_s, u"ledger.db"_s,
                      u"accounts.db-wal"_s, u"newest.jsonl"_s},
                     tests::rounds(60, 800));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestDamage)
#include "tst_damage.moc"
