// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/models/common/seed.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QFileInfo>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

constexpr qint64 group = 9;

} // namespace

/** The disk fills up under the running program, and room comes back. */
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesAndRecovers();
    void everythingAcknowledgedIsThere();

private:
    Result<qint64> note();
    void fill();
    QStringList textsOf(const QString &type) const;

    OneBotPlatform m_platform;
    BackendProcess m_backend;
    RawConsole m_console;
    TopicId m_topic;
    QStringList m_acknowledged;
    QStringList m_said;
    int m_notes = 0;
};

void TestFullDisk::initTestCase()
{
    m_backend.configure(m_platform.config());
    QCOMPARE(m_backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QVERIFY(m_backend.start());
    QVERIFY(m_console.join(m_backend.url(), u"lin"_s, BackendProcess::password()));
    QTRY_VERIFY(m_platform.isConnected());
    QTRY_VERIFY(m_platform.say(group, 7, u"我的退款怎么还没到？转人工"_s, true));
    QTRY_COMPARE(m_console.state().topics.size(), 1);
    m_topic = m_console.state().topics.constBegin().key();
}

Result<qint64> TestFullDisk::note()
{
    const auto text = u"备注 %1 "_s.arg(++m_notes) + QString(300, u'长');
    auto done = m_console.run(AddNote{m_topic, text});
    if (done)
        m_acknowledged.append(text);
    return done;
}

/** Until a command is refused. */
void TestFullDisk::fill()
{
    Result<qint64> done;
    while ((done = note())) {
    }
    QCOMPARE(done.error().kind, ErrorKind::StorageFull);
    QVERIFY2(done.error().message.contains(m_backend.ledgerFile()),
             qPrintable(done.error().message));
}

void TestFullDisk::refusesAndRecovers()
{
    tests::Dice dice(tests::seed());
    const int times = tests::rounds(5, 60);
    for (int i = 0; i < times; ++i) {
        const auto used = QFileInfo(m_backend.ledgerFile() + u"-wal"_s).size();
        QVERIFY(m_backend.limitFileSize(used + dice.below(60'000)));
        fill();
        if (QTest::currentTestFailed())
            return;
        // What a customer says now is not lost, and reading goes on.
        m_said.append(u"没有空间时的第 %1 句"_s.arg(i));
        QVERIFY(m_platform.say(group, 7, m_said.last()));
        QCOMPARE(note().error_or(Error{}).kind, ErrorKind::StorageFull);
        HistoryParams page;
        page.group = m_console.state().topics.value(m_topic).group;
        page.limit = 20;
        const auto history = m_console.ask<HistoryResult>(u"history.page", encodeBody(page));
        QVERIFY2(history, qPrintable(history.error_or(Error{}).message));
        QVERIFY(!history->messages.isEmpty());
        QVERIFY(m_backend.isRunning());
        QVERIFY(m_backend.limitFileSize(-1));
        QTRY_VERIFY_WITH_TIMEOUT(note().has_value(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(u"message.received"_s).contains(m_said.last()), 30'000);
    }
    QVERIFY(m_backend.err().contains(u"disk is full"_s));
}

QStringList TestFullDisk::textsOf(const QString &type) const
{
    QStringList texts;
    for (const auto &event : m_backend.log(u"p0"_s)) {
        if (event.type != type)
            continue;
        const auto data = decodeEventData(event.type, event.data).value();
        if (const auto *added = std::get_if<NoteAdded>(&data))
            texts.append(added->text);
        if (const auto *received = std::get_if<MessageReceived>(&data))
            texts.append(received->text);
    }
    return texts;
}

void TestFullDisk::everythingAcknowledgedIsThere()
{
    QTRY_COMPARE(m_console.position(u"p0"_s), m_backend.log(u"p0"_s).size());
    QCOMPARE(m_console.faults(), QStringList());
    QCOMPARE(m_backend.terminate().code, 0);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
    QCOMPARE(textsOf(u"note.added"_s), m_acknowledged);
    const auto received = textsOf(u"message.received"_s);
    for (const auto &said : std::as_const(m_said))
        QCOMPARE(received.count(said), 1);
    qInfo("%lld notes acknowledged of %d", m_acknowledged.size(), m_notes);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestFullDisk)
#include "tst_full_disk.moc"
