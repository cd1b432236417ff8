// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/seed.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

constexpr qint64 group = 600;
constexpr qsizetype historyBytes = 600'000;

/** Chinese as it comes: beyond the basic plane, emoji, combining signs, newlines, other scripts. */
QString chatter(tests::Dice &dice)
{
    static const QStringList pieces = {
        u"今天的荔枝到货了没有"_s, u"我家的牛奶还没到"_s, u"冷链车堵在高架上"_s, u"退款多久能到账"_s,
        u"𠮷野家的𩸽鱼"_s, u"👨‍👩‍👧‍👦一家都爱吃"_s, u"\n第二行\n"_s, u"é → ñ \"引号\" \\ 反斜杠"_s,
        u"全角ＡＢＣ１２３"_s, u"（已处理）"_s, u"🍑🍉"_s, u"團購優惠"_s, u"ㄅㄆㄇ"_s, u"，。！？"_s};
    QString text;
    for (int i = 4 + dice.below(40); i > 0; --i)
        text += pieces.at(dice.below(int(pieces.size())));
    return text.trimmed();
}

/** The texts of a group as the ledger has them: joined in order, hashed; and how many bytes. */
std::pair<QByteArray, qsizetype> hashOf(const QList<StoredEvent> &log, const QString &groupId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qsizetype bytes = 0;
    for (const auto &event : log) {
        static const QStringList types{u"message.received"_s, u"message.queued"_s, u"note.added"_s};
        if (event.group.value != groupId || !types.contains(event.type))
            continue;
        const auto text =
            QJsonDocument::fromJson(event.data).object().value(u"text"_s).toString().toUtf8();
        hash.addData(text);
        bytes += text.size();
    }
    return {hash.result().toHex(), bytes};
}

} // namespace

/** A long Chinese history, said on a platform, read by WebSocket libraries that are not ours. */
class TestHistoryClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void arrivesWhole_data();
    void arrivesWhole();

private:
    OneBotPlatform m_platform;
    BackendProcess m_backend;
    QByteArray m_hash;
};

void TestHistoryClients::initTestCase()
{
    tests::Dice dice(tests::seed());
    m_backend.configure(m_platform.config());
    QCOMPARE(m_backend.addUser(u"reader"_s, u"supervisor"_s).code, 0);
    QVERIFY(m_backend.start());
    RawConsole console;
    QVERIFY(console.join(m_backend.url(), u"reader"_s, BackendProcess::password()));
    QTRY_VERIFY(m_platform.isConnected());
    QHash<QString, int> said;
    qsizetype bytes = 0;
    int messages = 0;
    while (bytes < historyBytes) {
        const auto text = chatter(dice);
        bytes += text.toUtf8().size();
        ++said[text];
        ++messages;
        QVERIFY(m_platform.say(group, 1000 + dice.below(200), text));
    }
    const auto received = [&] {
        return std::ranges::count_if(console.events(), [](const Event &event) {
            return std::holds_alternative<MessageReceived>(event.data);
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(int(received()), messages, 60'000);
    for (const auto &event : console.events()) {
        if (const auto *message = std::get_if<MessageReceived>(&event.data))
            QVERIFY2(--said[message->text] >= 0, qPrintable(message->text));
    }
    QCOMPARE(console.faults(), QStringList());
    // Nothing more is said, so what the clients read is what is hashed here.
    QVERIFY(QTest::qWaitFor([&, head = qint64(-1)]() mutable {
        const auto before = std::exchange(head, m_backend.log(u"p0"_s).constLast().seq);
        QTest::qWait(500);
        return before == head;
    }, 60'000));
    qsizetype stored = 0;
    std::tie(m_hash, stored) = hashOf(m_backend.log(u"p0"_s), OneBotPlatform::groupId(group));
    QVERIFY(stored >= historyBytes);
    qInfo("%d messages, %lld bytes", messages, qint64(stored));
}

void TestHistoryClients::arrivesWhole_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("ws") << u"history-ws.mjs"_s;
    QTest::newRow("websocket") << u"history-websocket.mjs"_s;
    QTest::newRow("faye-websocket") << u"history-faye.mjs"_s;
    QTest::newRow("python3-websockets") << u"history_websockets.py"_s;
}

void TestHistoryClients::arrivesWhole()
{
    QFETCH(QString, script);
    const auto runPeer = qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/tests/peers/run-peer"_s;
    QProcess peer;
    peer.setProcessChannelMode(QProcess::MergedChannels);
    peer.start(runPeer, {u"clients"_s, script, m_backend.url().toString(), u"reader"_s,
                         BackendProcess::password(), QString::fromLatin1(m_hash),
                         OneBotPlatform::groupId(group)});
    QVERIFY(peer.waitForFinished(120'000));
    const auto said = peer.readAll().trimmed();
    if (peer.exitCode() == 77)
        QSKIP(said.constData());
    QVERIFY2(peer.exitCode() == 0, said.constData());
    qInfo("%s", said.constData());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestHistoryClients)
#include "tst_history_clients.moc"
