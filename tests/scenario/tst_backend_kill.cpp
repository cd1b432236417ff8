// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/models/common/seed.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QSet>
#include <QTest>

#include <array>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

constexpr qint64 group = 9;
constexpr int window = 24;   //!< commands without an answer
const QString channel = u"p0"_s;

/** A command of a console, kept until it is answered, as an outbox keeps it. */
struct Asked
{
    Command command;
    QString text;
    int console = 0;  //!< whose outbox it is in
    qint64 seq = 0;   //!< of the answer; 0: none yet
};

} // namespace

/** The backend dies under load, again and again; nothing it acknowledged may be lost or doubled. */
class TestBackendKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothingItAcknowledged();

private:
    void startAgain();
    void connectAgain(RawConsole &console);
    void load(int console);
    void ask(const QString &id);
    void killUnderLoad(tests::Dice &dice);
    void checkLog();
    void checkNotes(const QList<StoredEvent> &log);
    void checkPlatform(const QList<StoredEvent> &log);

    OneBotPlatform m_platform;
    BackendProcess m_backend;
    std::array<RawConsole, 3> m_consoles;
    TopicId m_topic;
    QHash<QString, Asked> m_asked;       //!< by command id
    QSet<QString> m_open;                //!< of these, without an answer
    int m_acknowledged = 0;
    int m_said = 0;
    int m_refused = 0;
};

void TestBackendKill::initTestCase()
{
    m_backend.configure(m_platform.config());
    for (int i = 0; i < int(m_consoles.size()); ++i)
        QCOMPARE(m_backend.addUser(u"agent%1"_s.arg(i), u"agent"_s).code, 0);
    QVERIFY(m_backend.start());
    for (int i = 0; i < int(m_consoles.size()); ++i)
        QVERIFY(m_consoles[i].join(m_backend.url(), u"agent%1"_s.arg(i), BackendProcess::password()));
    QTRY_VERIFY(m_platform.isConnected());
    QTRY_VERIFY(m_platform.say(group, 7, u"我的退款怎么还没到？转人工"_s, true));
    QTRY_COMPARE(m_consoles[0].state().topics.size(), 1);
    m_topic = m_consoles[0].state().topics.constBegin().key();
    QVERIFY(m_consoles[0].run(ClaimTopic{m_topic, 0xffff'ffff}));
}

void TestBackendKill::ask(const QString &id)
{
    const auto &asked = m_asked[id];
    m_consoles[asked.console].submit(asked.command, [this, id](const Result<qint64> &answer) {
        if (!answer) {
            ++m_refused;
            qWarning().noquote() << answer.error().message;
            return;
        }
        ++m_acknowledged;
        m_open.remove(id);
        m_asked[id].seq = *answer;
    });
}

void TestBackendKill::load(int console)
{
    if (m_open.size() >= window || !m_consoles[console].isOpen())
        return;
    const auto id = RawConsole::newId();
    const auto text = u"备注 %1"_s.arg(m_asked.size());
    m_asked.insert(id.value, {{id, AddNote{m_topic, text}}, text, console, 0});
    m_open.insert(id.value);
    ask(id.value);
}

void TestBackendKill::connectAgain(RawConsole &console)
{
    QVERIFY(console.connectTo(m_backend.url()));
    const auto in = console.signInAgain();
    QVERIFY2(in, qPrintable(in.error_or(Error{}).message));
    QVERIFY(console.openFeed());
}

void TestBackendKill::startAgain()
{
    QVERIFY(m_backend.start());
    for (auto &console : m_consoles) {
        connectAgain(console);
        if (QTest::currentTestFailed())
            return;
    }
    // What was not answered is asked again, word for word.
    for (const auto &id : std::as_const(m_open))
        ask(id);
}

void TestBackendKill::killUnderLoad(tests::Dice &dice)
{
    const int until = m_acknowledged + 1 + dice.below(40);
    while (m_acknowledged < until) {
        for (int i = 0; i < int(m_consoles.size()); ++i)
            load(i);
        if (dice.chance(30) && m_platform.say(group, 7 + dice.below(3), u"第 %1 句"_s.arg(m_said)))
            ++m_said;
        QVERIFY(QTest::qWaitFor([&, was = m_acknowledged] {
            return m_acknowledged != was || m_open.size() < window;
        }, 20'000));
        QCoreApplication::processEvents();
        QVERIFY(m_consoles[0].isOpen());
    }
    m_backend.kill();
    for (auto &console : m_consoles)
        console.drop();
}

void TestBackendKill::checkNotes(const QList<StoredEvent> &log)
{
    QHash<QString, QList<qint64>> notes;
    for (const auto &event : log) {
        if (event.type != u"note.added")
            continue;
        const auto data = decodeEventData(event.type, event.data);
        QVERIFY(data);
        notes[std::get<NoteAdded>(*data).text].append(event.seq);
    }
    for (const auto &asked : std::as_const(m_asked)) {
        const auto found = notes.value(asked.text);
        QVERIFY2(found.size() <= 1, qPrintable(asked.text + u" is there twice"_s));
        if (asked.seq > 0)
            QCOMPARE(found, QList{asked.seq});
    }
    QVERIFY(notes.size() <= m_asked.size());
}

void TestBackendKill::checkPlatform(const QList<StoredEvent> &log)
{
    QSet<QString> received;
    for (qsizetype i = 0; i < log.size(); ++i) {
        QCOMPARE(log[i].seq, i + 1);
        if (log[i].type != u"message.received")
            continue;
        const auto data = decodeEventData(log[i].type, log[i].data);
        QVERIFY(data);
        const auto id = std::get<MessageReceived>(*data).platformId;
        QVERIFY2(!received.contains(id), qPrintable(id));
        received.insert(id);
    }
    QSet<QString> texts;
    for (const auto &sent : m_platform.sent()) {
        QVERIFY2(!texts.contains(sent.text), qPrintable(sent.text + u" went out twice"_s));
        texts.insert(sent.text);
    }
}

void TestBackendKill::checkLog()
{
    const auto log = m_backend.log(channel);
    checkNotes(log);
    checkPlatform(log);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
}

void TestBackendKill::losesNothingItAcknowledged()
{
    tests::Dice dice(tests::seed());
    const int kills = tests::rounds(100, 500);
    for (int i = 0; i < kills; ++i) {
        killUnderLoad(dice);
        if (i % 10 == 9 || i == kills - 1)
            checkLog();
        startAgain();
        if (QTest::currentTestFailed())
            return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_open.isEmpty() || m_refused > 0, 30'000);
    QCOMPARE(m_refused, 0);
    const auto head = m_backend.log(channel).constLast().seq;
    for (auto &console : m_consoles) {
        QTRY_VERIFY(console.position(channel) >= head);
        QCOMPARE(console.faults(), QStringList());
    }
    QCOMPARE(m_backend.terminate().code, 0);
    checkLog();
    qInfo("%d kills: %d commands acknowledged, %d messages said, %lld events", kills,
          m_acknowledged, m_said, head);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestBackendKill)
#include "tst_backend_kill.moc"
