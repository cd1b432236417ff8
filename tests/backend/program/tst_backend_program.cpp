// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/rawconsole.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <cstdlib>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::Ended;
using tests::RawConsole;

namespace {

/** One clear sentence: something, no more than a few lines, nothing of the code. */
bool isClear(const QString &said)
{
    const auto lines = said.split(u'\n', Qt::SkipEmptyParts);
    return !lines.isEmpty() && lines.size() <= 2 && !said.contains(u"SQL"_s)
        && lines.first().size() < 600;
}

/** Damages one record, without triggers in the way. */
bool tamper(const QString &database, qint64 seq)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(database.toUtf8().constData(), &handle);
    const auto sql = "DROP TRIGGER event_is_never_changed;"
                     "UPDATE event SET at=at+1 WHERE stream='c0' AND seq="
        + QByteArray::number(seq);
    const bool done = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return done;
}

} // namespace

/** The command line of quntai-backend: what it says, how it ends, what it leaves behind. */
class TestBackendProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_backend = std::make_unique<BackendProcess>(); }

    void saysWhereItListens();
    void refusesATakenPort();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void listensBeyondThisMachineOnlyWithTls();
    void addsUsers();
    void addsNobodyWhileABackendRuns();
    void asksForThePassword();
    void verifies();
    void namesTheFirstBadRecord();
    void backsUpWhileRunningAndStopped();
    void restoreChangesTheEpoch();
    void onlyARestoreChangesTheEpoch();
    void refusesASecondBackend();
    void endsCleanly();
    void playsTheSample();
    void refusesABadConfiguration_data();
    void refusesABadConfiguration();
    void importsAPolicyFile();
    void aFileDoesNotStartABotAPersonStopped();
    void importsAChangedCalendar();
    void keepsThePolicyWhenItsFileIsBad();

private:
    Ended task(const QStringList &words) const
    {
        return m_backend->run(words + QStringList{u"--data"_s, m_backend->data()});
    }
    QString file(const QString &name) const { return m_backend->folder() + u'/' + name; }
    Policy policyOf(RawConsole &console) const;

    std::unique_ptr<BackendProcess> m_backend;
};

void TestBackendProgram::saysWhereItListens()
{
    QVERIFY(m_backend->start());
    const auto ended = m_backend->terminate();
    QCOMPARE(ended.code, 0);
    const QRegularExpression one(u"\\Alistening ws://127\\.0\\.0\\.1:[1-9][0-9]*\n\\z"_s);
    QVERIFY2(one.match(ended.out).hasMatch(), qPrintable(ended.out));
    QCOMPARE(ended.err, QString());
}

void TestBackendProgram::refusesATakenPort()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const auto address = u"127.0.0.1:%1"_s.arg(holder.serverPort());
    const auto ended = task({u"--listen"_s, address});
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.out, QString());
    QVERIFY2(isClear(ended.err), qPrintable(ended.err));
    QVERIFY2(ended.err.contains(QString::number(holder.serverPort()))
                 && ended.err.contains(u"--listen"_s),
             qPrintable(ended.err));
    // The folder is free again, and whole.
    QVERIFY(m_backend->start());
}

void TestBackendProgram::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QString &words, const QString &named) {
        QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << named;
    };
    row("option", u"--data DIR --colour red"_s, u"colour"_s);
    row("task", u"fly --data DIR"_s, u"fly"_s);
    row("no folder", {}, u"--data DIR"_s);
    row("role", u"user add lin --role boss --data DIR"_s, u"boss"_s);
    row("no role", u"user add lin --data DIR"_s, u"--role"_s);
    row("no name", u"user add --role agent --data DIR"_s, u"user add NAME"_s);
    row("speed", u"--data DIR --sample --speed fast"_s, u"--speed"_s);
    row("too fast", u"--data DIR --sample --speed 101"_s, u"--speed"_s);
    row("backup to nowhere", u"backup --data DIR"_s, u"backup"_s);
    row("address", u"--data DIR --listen here"_s, u"here"_s);
}

void TestBackendProgram::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    words.replaceInStrings(u"DIR"_s, m_backend->data());
    const auto ended = m_backend->run(words);
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.err.section(u'\n', 0, 0).contains(named), qPrintable(ended.err));
}

void TestBackendProgram::listensBeyondThisMachineOnlyWithTls()
{
    const auto ended = task({u"--listen"_s, u"0.0.0.0:0"_s});
    QCOMPARE(ended.code, 1);
    QVERIFY2(isClear(ended.err) && ended.err.contains(u"TLS"_s), qPrintable(ended.err));
}

void TestBackendProgram::addsUsers()
{
    const auto ended = m_backend->addUser(u"小林"_s, u"agent"_s);
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(u"小林"_s), qPrintable(ended.out));
    QCOMPARE(m_backend->addUser(u"he"_s, u"editor"_s).code, 0);
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.connectTo(m_backend->url()));
    QCOMPARE(console.signIn(u"he"_s, u"not this one"_s).error_or(Error{}).kind,
             ErrorKind::Unauthenticated);
    RawConsole lin;
    QVERIFY(lin.connectTo(m_backend->url()));
    const auto hello = lin.signIn(u"小林"_s, BackendProcess::password());
    QVERIFY2(hello, qPrintable(hello.error_or(Error{}).message));
    QCOMPARE(hello->user.role, Role::Agent);
    m_backend->terminate();
    // Again is a new password and role, not a second account.
    const auto other = m_backend->write(u"other"_s, "another long one\n");
    QCOMPARE(task({u"user"_s, u"add"_s, u"小林"_s, u"--role"_s, u"supervisor"_s,
                   u"--password-file"_s, other}).code, 0);
    QVERIFY(m_backend->start());
    RawConsole again;
    QVERIFY(again.connectTo(m_backend->url()));
    const auto raised = again.signIn(u"小林"_s, u"another long one"_s);
    QVERIFY2(raised, qPrintable(raised.error_or(Error{}).message));
    QCOMPARE(raised->user.role, Role::Supervisor);
}

void TestBackendProgram::addsNobodyWhileABackendRuns()
{
    QVERIFY(m_backend->start());
    const auto refused = m_backend->addUser(u"lin"_s, u"agent"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(isClear(refused.err) && refused.err.contains(m_backend->data())
                 && refused.err.contains(u"user.put"_s) && refused.err.contains(u"quntai-backend"_s),
             qPrintable(refused.err));
    m_backend->terminate();
    const auto shortOne = m_backend->write(u"short"_s, "1234567\n");
    const auto weak = task({u"user"_s, u"add"_s, u"lin"_s, u"--role"_s, u"agent"_s,
                            u"--password-file"_s, shortOne});
    QCOMPARE(weak.code, 1);
    QVERIFY2(isClear(weak.err) && weak.err.contains(u"8"_s), qPrintable(weak.err));
    const auto missing = task({u"user"_s, u"add"_s, u"lin"_s, u"--role"_s, u"agent"_s,
                               u"--password-file"_s, file(u"none"_s)});
    QCOMPARE(missing.code, 1);
    QVERIFY2(isClear(missing.err) && missing.err.contains(file(u"none"_s)), qPrintable(missing.err));
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.connectTo(m_backend->url()));
    QVERIFY(!console.signIn(u"lin"_s, BackendProcess::password()));
}

/** On a terminal of its own: asked for, and not shown. */
void TestBackendProgram::asksForThePassword()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
        QSKIP("no pseudo-terminal here");
    const auto other = QString::fromLocal8Bit(::ptsname(terminal));
    QProcess process;
    process.setStandardInputFile(other);
    process.start(qEnvironmentVariable("QUNTAI_BIN_DIR") + u"/quntai-backend"_s,
                  {u"user"_s, u"add"_s, u"lin"_s, u"--role"_s, u"agent"_s, u"--data"_s,
                   m_backend->data()});
    QByteArray said;
    process.setReadChannel(QProcess::StandardError);
    while (!said.contains("Password") && process.waitForReadyRead(30'000))
        said += process.readAllStandardError();
    const auto line = BackendProcess::password().toUtf8() + '\n';
    QCOMPARE(::write(terminal, line.constData(), std::size_t(line.size())), line.size());
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QByteArray shown(4096, '\0');
    ::fcntl(terminal, F_SETFL, O_NONBLOCK);
    shown.truncate(std::max<qsizetype>(0, ::read(terminal, shown.data(), std::size_t(shown.size()))));
    ::close(terminal);
    QVERIFY2(!shown.contains("correct"), shown.constData());
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"lin"_s, BackendProcess::password()));
}

void TestBackendProgram::verifies()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_backend->addUser(u"agent%1"_s.arg(i), u"agent"_s).code, 0);
    const auto good = task({u"verify"_s});
    QCOMPARE(good.code, 0);
    QCOMPARE(good.err, QString());
    const QRegularExpression counts(
        u"\\Aepoch \\S+\nc0: 3 events, 0 erased, head [0-9a-f]{64}\n[0-9]+ anchors hold\n\\z"_s);
    QVERIFY2(counts.match(good.out).hasMatch(), qPrintable(good.out));
    QVERIFY(m_backend->start());  // also beside a running backend
    QCOMPARE(task({u"verify"_s}).code, 0);
    const auto nothing = m_backend->run({u"verify"_s, u"--data"_s, file(u"none"_s)});
    QCOMPARE(nothing.code, 1);
    QVERIFY2(isClear(nothing.err) && nothing.err.contains(file(u"none"_s)),
             qPrintable(nothing.err));
}

void TestBackendProgram::namesTheFirstBadRecord()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_backend->addUser(u"agent%1"_s.arg(i), u"agent"_s).code, 0);
    QVERIFY(tamper(m_backend->ledgerFile(), 3));
    const auto bad = task({u"verify"_s});
    QCOMPARE(bad.code, 1);
    QCOMPARE(bad.out, QString());
    QVERIFY2(isClear(bad.err) && bad.err.contains(u"c0 #3"_s), qPrintable(bad.err));
}

void TestBackendProgram::backsUpWhileRunningAndStopped()
{
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    const auto cold = task({u"backup"_s, file(u"cold.db"_s)});
    QCOMPARE(cold.code, 0);
    QVERIFY2(cold.out.contains(u"c0: 1 events"_s), qPrintable(cold.out));
    QVERIFY(m_backend->start());
    const auto warm = task({u"backup"_s, file(u"warm.db"_s)});
    QVERIFY2(warm.code == 0, qPrintable(warm.err));
    const auto twice = task({u"backup"_s, file(u"warm.db"_s)});
    QCOMPARE(twice.code, 1);
    QVERIFY2(isClear(twice.err) && twice.err.contains(file(u"warm.db"_s)), qPrintable(twice.err));
}

void TestBackendProgram::restoreChangesTheEpoch()
{
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    QCOMPARE(task({u"backup"_s, file(u"one.db"_s)}).code, 0);
    QCOMPARE(m_backend->addUser(u"he"_s, u"editor"_s).code, 0);
    const auto epoch = m_backend->epoch();
    QVERIFY(m_backend->start());
    const auto held = task({u"restore"_s, file(u"one.db"_s)});
    QCOMPARE(held.code, 1);
    QVERIFY2(isClear(held.err) && held.err.contains(m_backend->data()), qPrintable(held.err));
    QCOMPARE(m_backend->terminate().code, 0);
    const auto done = task({u"restore"_s, file(u"one.db"_s)});
    QVERIFY2(done.code == 0 && done.out.contains(u"c0: 1 events"_s), qPrintable(done.err));
    QVERIFY(m_backend->epoch() != epoch);
    QVERIFY(done.out.contains(m_backend->epoch()));
    QCOMPARE(task({u"verify"_s}).code, 0);
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"lin"_s, BackendProcess::password()));
    QVERIFY(console.epoch(u"c0"_s).startsWith(m_backend->epoch()));
    const auto missing = task({u"restore"_s, file(u"none.db"_s)});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains(file(u"none.db"_s)));
}

void TestBackendProgram::onlyARestoreChangesTheEpoch()
{
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    const auto epoch = m_backend->epoch();
    QVERIFY(m_backend->start());
    m_backend->kill();
    QVERIFY(m_backend->start());
    QCOMPARE(task({u"backup"_s, file(u"x.db"_s)}).code, 0);
    QCOMPARE(m_backend->terminate().code, 0);
    QCOMPARE(m_backend->addUser(u"he"_s, u"agent"_s).code, 0);
    QCOMPARE(m_backend->epoch(), epoch);
}

void TestBackendProgram::refusesASecondBackend()
{
    QVERIFY(m_backend->start());
    const auto second = task({u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY2(isClear(second.err) && second.err.contains(m_backend->data())
                 && second.err.contains(u"quntai-backend (process "_s),
             qPrintable(second.err));
}

void TestBackendProgram::endsCleanly()
{
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"lin"_s, BackendProcess::password()));
    const auto ended = m_backend->terminate();
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.err, QString());
    QTRY_VERIFY(!console.isOpen());
    QVERIFY(!console.goAway().isEmpty());
    QCOMPARE(console.closeCode(), 4503);
    QCOMPARE(console.faults(), QStringList());
    QVERIFY(!QFileInfo::exists(m_backend->ledgerFile() + u"-wal"_s));
    QCOMPARE(task({u"verify"_s}).code, 0);
}

void TestBackendProgram::playsTheSample()
{
    QVERIFY(m_backend->start({u"--sample"_s, u"--speed"_s, u"100"_s}));
    const auto received = [&] {
        const auto log = m_backend->log(u"p0"_s);
        return std::ranges::count(log, u"message.received"_s, &StoredEvent::type);
    };
    QTRY_VERIFY_WITH_TIMEOUT(received() > 20, 60'000);
    QCOMPARE(m_backend->terminate().code, 0);
    QCOMPARE(task({u"verify"_s}).code, 0);
    // It goes on where it was: the company is not founded twice.
    const auto founded = m_backend->log(u"c0"_s).size();
    QVERIFY(m_backend->start({u"--sample"_s, u"--speed"_s, u"1"_s}));
    QCOMPARE(m_backend->terminate().code, 0);
    const auto log = m_backend->log(u"c0"_s);
    QVERIFY(std::ranges::none_of(log.sliced(founded), [](const StoredEvent &event) {
        return event.type == u"knowledge.changed";
    }));
}

void TestBackendProgram::refusesABadConfiguration_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("key");
    QTest::newRow("unknown key") << QByteArray("listen: 127.0.0.1:0\nlisen: x\n") << u":2:1:"_s
                                 << u"lisen"_s;
    QTest::newRow("not YAML") << QByteArray("connectors: [\n  {id: a\n") << u":"_s << QString();
    QTest::newRow("no list") << QByteArray("\nconnectors: wecom\n") << u":2:13:"_s
                             << u"connectors"_s;
    QTest::newRow("kind") << QByteArray("connectors:\n  - id: a\n    kind: icq\n") << u":2:5:"_s
                          << u"kind"_s;
    QTest::newRow("no secret") << QByteArray("connectors:\n  - {id: a, kind: wecom, botId: b}\n")
                               << u":2:5:"_s << u"secretFile"_s;
    QTest::newRow("unknown connector key")
        << QByteArray("connectors:\n  - {id: a, kind: wecom, botid: b}\n") << u":2:26:"_s
        << u"botid"_s;
    QTest::newRow("twice") << QByteArray("connectors:\n  - {id: a, kind: onebot11, url: 'ws://x'}\n"
                                         "  - {id: a, kind: onebot11, url: 'ws://y'}\n")
                           << u":3:5:"_s << u"id"_s;
    QTest::newRow("crm is taken") << QByteArray("connectors:\n  - {id: crm, kind: onebot11, "
                                                "url: 'ws://x'}\n")
                                  << u":2:5:"_s << u"crm"_s;
    QTest::newRow("customers") << QByteArray("crm:\n  url: http://crm.example.com\n") << u":2:8:"_s
                               << u"https"_s;
    QTest::newRow("a list for a text") << QByteArray("listen: [1, 2]\n") << u":1:9:"_s
                                       << u"listen"_s;
}

void TestBackendProgram::refusesABadConfiguration()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    QFETCH(QString, key);
    const auto config = m_backend->write(u"bad.yaml"_s, yaml);
    const auto ended = task({u"--config"_s, config});
    QCOMPARE(ended.code, 1);
    QVERIFY2(isClear(ended.err) && ended.err.startsWith(config + place) && ended.err.contains(key),
             qPrintable(ended.err));
    QVERIFY(!QFileInfo::exists(m_backend->data()));
}

Policy TestBackendProgram::policyOf(RawConsole &console) const
{
    return console.ask<PolicyResult>(u"policy.get", "{}").value_or(PolicyResult{}).policy;
}

/** A changed file is imported, while it runs too; what a person set since stays otherwise. */
void TestBackendProgram::importsAPolicyFile()
{
    QCOMPARE(m_backend->addUser(u"boss"_s, u"admin"_s).code, 0);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.9\n");
    m_backend->configure("policy: policy.yaml\n");
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"boss"_s, BackendProcess::password()));
    QTRY_COMPARE(policyOf(console).answerThreshold, 900);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.8\n");
    QTRY_COMPARE(policyOf(console).answerThreshold, 800);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 8\n");
    QTRY_VERIFY(m_backend->err().contains(u"policy.yaml:1:18:"_s));
    QCOMPARE(policyOf(console).answerThreshold, 800);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.8\n");
    auto policy = policyOf(console);
    policy.answerThreshold = 700;
    QVERIFY(console.run(PutPolicy{policy}));
    QCOMPARE(m_backend->terminate().code, 0);
    // The file is as it was when it was imported, so what the person set is in force.
    QVERIFY(m_backend->start());
    RawConsole later;
    QVERIFY(later.join(m_backend->url(), u"boss"_s, BackendProcess::password()));
    QCOMPARE(policyOf(later).answerThreshold, 700);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.6\n");
    QTRY_COMPARE(policyOf(later).answerThreshold, 600);
}

/** Whoever stopped the bot is asked before it speaks again; what the file stopped, it may start. */
void TestBackendProgram::aFileDoesNotStartABotAPersonStopped()
{
    QCOMPARE(m_backend->addUser(u"boss"_s, u"admin"_s).code, 0);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.9\nstopped: true\n");
    m_backend->configure("policy: policy.yaml\n");
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"boss"_s, BackendProcess::password()));
    QTRY_VERIFY(policyOf(console).stopped);
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.8\n");
    QTRY_COMPARE(policyOf(console).answerThreshold, 800);
    QVERIFY(!policyOf(console).stopped);
    QVERIFY(console.run(StopBot{true}));
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.7\nstopped: false\n");
    QTRY_COMPARE(policyOf(console).answerThreshold, 700);
    QVERIFY(policyOf(console).stopped);
    QCOMPARE(policyOf(console).stoppedBy, u"boss"_s);
}

/** Where only the calendar changed, what a person set otherwise since stays. */
void TestBackendProgram::importsAChangedCalendar()
{
    QCOMPARE(m_backend->addUser(u"boss"_s, u"admin"_s).code, 0);
    m_backend->write(u"days.yaml"_s, "years: {2026: {holidays: [{from: 2026-10-01}]}}\n");
    m_backend->write(u"policy.yaml"_s, "answerThreshold: 0.9\ncalendar: days\n");
    m_backend->configure("policy: policy.yaml\n");
    QVERIFY(m_backend->start());
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"boss"_s, BackendProcess::password()));
    QTRY_COMPARE(policyOf(console).hours.calendar.holidays, QList{20261001});
    auto policy = policyOf(console);
    policy.answerThreshold = 700;
    QVERIFY(console.run(PutPolicy{policy}));
    m_backend->write(u"days.yaml"_s, "years: {2026: {holidays: [{from: 2026-10-02}]}}\n");
    QTRY_COMPARE(policyOf(console).hours.calendar.holidays, QList{20261002});
    QCOMPARE(policyOf(console).answerThreshold, 700);
    m_backend->write(u"days.yaml"_s, "years: {2026: {holidays: [{from: 2026-10-32}]}}\n");
    QTRY_VERIFY(m_backend->err().contains(u"days.yaml:1:34:"_s));
    QCOMPARE(policyOf(console).hours.calendar.holidays, QList{20261002});
}

void TestBackendProgram::keepsThePolicyWhenItsFileIsBad()
{
    QCOMPARE(m_backend->addUser(u"boss"_s, u"admin"_s).code, 0);
    m_backend->write(u"policy.yaml"_s, "answerThreshhold: 0.9\n");
    m_backend->configure("policy: policy.yaml\n");
    QVERIFY(m_backend->start());
    QTRY_VERIFY(m_backend->err().contains(u"policy.yaml:1:1:"_s));
    QVERIFY2(m_backend->err().contains(u"answerThreshhold"_s), qPrintable(m_backend->err()));
    RawConsole console;
    QVERIFY(console.join(m_backend->url(), u"boss"_s, BackendProcess::password()));
    QCOMPARE(policyOf(console).answerThreshold, Policy{}.answerThreshold);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestBackendProgram)
#include "tst_backend_program.moc"
