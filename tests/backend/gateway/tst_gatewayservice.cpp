// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/gateway/testconsole.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray small = "GIF89a and little more";

QString nameOf(const QByteArray &blob)
{
    return QString::fromLatin1(QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toHex());
}

/** Brought for a group. */
QString putPath(const QString &name, const QString &group = u"w/a"_s)
{
    return u"/blob/%1?group=%2"_s.arg(name, QString::fromLatin1(QUrl::toPercentEncoding(group)));
}

QString smallPath()
{
    return u"/blob/"_s + nameOf(small);
}

} // namespace

class TestGatewayService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void historyPages();
    void historyPagesFitAMessage();
    void slowReaderGoesOnFromTheLedger();
    void silentConsoleIsDropped();
    void goodbyes();
    void healthAndMetrics();
    void blobs();
    void blobsGoToWhoSeesTheirGroup();
    void blobGroupsAreReadFromTheLedger();

private:
    int blobStatus(const QString &user);
    bool commit(const NewEvent &event);
    qint64 bring(const QString &group, const QString &sha256);
    QNetworkReply *http(const QByteArray &verb, const QString &path, const QByteArray &body = {},
                        const QString &token = {});
    void start(const GatewayOptions &options = {});

    std::unique_ptr<GatewayRig> m_rig;
    QNetworkAccessManager m_http;
};

void TestGatewayService::init()
{
    start();
}

void TestGatewayService::start(const GatewayOptions &options)
{
    m_rig.reset();
    m_rig = GatewayRig::withPeople(options);
}

void TestGatewayService::cleanup()
{
    m_rig.reset();
}

void TestGatewayService::historyPages()
{
    QList<NewEvent> events;
    for (int i = 0; i < 150; ++i)
        events.append(said(i % 3 ? u"w/a"_s : u"w/b"_s, u"第%1条"_s.arg(i)));
    m_rig->record(events);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QStringList texts;
    qint64 before = 0;
    for (int page = 0; page < 10; ++page) {
        const auto result = objectOf(agent->call(u"history.page"_s,
                                               HistoryParams{{u"w/a"_s}, before, 30}));
        for (const auto &message : result[u"messages"].toArray())
            texts.prepend(message[u"text"].toString());
        if (!result[u"more"].toBool())
            break;
        before = result[u"next"].toInteger();
    }
    texts.removeIf([](const QString &text) { return !text.startsWith(u"第"_s); });
    QStringList expected;
    for (int i = 0; i < 150; ++i) {
        if (i % 3)
            expected.append(u"第%1条"_s.arg(i));
    }
    QCOMPARE(texts, expected);
}

void TestGatewayService::historyPagesFitAMessage()
{
    constexpr int count = 40;
    QList<NewEvent> events;
    for (int i = 0; i < count; ++i)
        events.append(said(u"w/a"_s, QString::number(i) + QString(5000, u'长')));
    const auto recorded = m_rig->committed.count();
    m_rig->record(events);
    QTRY_VERIFY(m_rig->committed.count() >= recorded + count);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QStringList numbers;
    qint64 before = 0;
    int pages = 0;
    for (bool more = true; more && pages < count; ++pages) {
        const auto answer = agent->call(u"history.page"_s, HistoryParams{{u"w/a"_s}, before, 200});
        QVERIFY(answer);
        QVERIFY2(answer->size() < maxMessageBytes, qPrintable(QString::number(answer->size())));
        const auto result = objectOf(answer);
        for (const auto &message : result[u"messages"].toArray())
            numbers.prepend(message[u"text"].toString().remove(u'长'));
        more = result[u"more"].toBool();
        before = result[u"next"].toInteger();
    }
    QVERIFY(pages >= 3);
    numbers.removeIf([](const QString &number) { return number.isEmpty(); });
    QCOMPARE(numbers.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(numbers.at(i), QString::number(i));
}

void TestGatewayService::slowReaderGoesOnFromTheLedger()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QVERIFY(boss->open(false));
    QTRY_COMPARE(boss->snapshotAt.size(), 2);
    boss->acks = false;
    QList<NewEvent> events;
    for (int i = 0; i < 8000; ++i)
        events.append({{u"w/a"_s}, {}, MessageSent{{u"none"_s}, QString::number(i)}});
    for (int i = 0; i < 8; ++i)
        m_rig->record(events.mid(i * 1000, 1000));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->committed.count() > 8000, true, 20000);
    QTRY_VERIFY(boss->seen[u"p0"_s].size() >= feedWindow);
    QTest::qWait(300);
    QVERIFY2(boss->seen[u"p0"_s].size() < feedWindow + 1500, "it was told to stop");
    boss->acks = true;
    boss->socket.sendTextMessage(QString::fromUtf8(encodeNotification(
        u"feed.ack", encodeBody(FeedAck{u"p0"_s, boss->positions[u"p0"_s].seq}))));
    QTRY_COMPARE_WITH_TIMEOUT(boss->seen[u"p0"_s].size() >= 8000, true, 20000);
    QCOMPARE(boss->gaps + boss->repeats + boss->bad, 0);
    QVERIFY(boss->largest <= maxMessageBytes);
}

void TestGatewayService::silentConsoleIsDropped()
{
    GatewayOptions options;
    options.pingMs = 100;
    start(options);
    const auto alive = m_rig->signedIn(u"u-boss"_s);
    const auto dead = m_rig->signedIn(u"u-agent"_s);
    dead->socket.disconnect(dead.get());  // hears pings, answers none
    QVERIFY(dead->waitForClose());
    QCOMPARE(alive->socket.state(), QAbstractSocket::ConnectedState);
}

void TestGatewayService::goodbyes()
{
    const auto leaving = m_rig->signedIn(u"u-agent"_s);
    QVERIFY(leaving->call(u"session.bye"_s));
    QVERIFY(leaving->waitForClose());
    QCOMPARE(leaving->closeCode(), 1000);
    const auto staying = m_rig->signedIn(u"u-boss"_s);
    m_rig->gateway->stop(u"an update"_s);
    QVERIFY(staying->waitForClose());
    QCOMPARE(staying->closeCode(), 4503);
    QVERIFY(staying->notices.contains(u"session.goaway"_s));
    TestConsole late(m_rig->gateway->port());
    QVERIFY(!late.connectTo());
}

QNetworkReply *TestGatewayService::http(const QByteArray &verb, const QString &path,
                                 const QByteArray &body, const QString &token)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_rig->gateway->port()).arg(path)));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    auto *reply = verb == "PUT" ? m_http.put(request, body) : m_http.get(request);
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
        qWarning("no answer to %s", qPrintable(path));
    reply->setParent(&m_http);
    return reply;
}

int statusOf(QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestGatewayService::healthAndMetrics()
{
    const auto console = m_rig->signedIn(u"u-boss"_s);
    QCOMPARE(statusOf(http("GET", u"/healthz"_s)), 200);
    auto *metrics = http("GET", u"/metrics"_s);
    const auto text = metrics->readAll();
    QVERIFY2(text.contains("quntai_consoles 1\n"), text.constData());
    QVERIFY(text.contains("quntai_ledger_seq{stream=\"p0\"}"));
    QCOMPARE(statusOf(http("GET", u"/etc/passwd"_s)), 404);
    QCOMPARE(statusOf(http("PUT", u"/healthz"_s, "x")), 405);
}

/** Status of a GET of the small blob. */
int TestGatewayService::blobStatus(const QString &user)
{
    return statusOf(http("GET", smallPath(), {}, m_rig->token(user)));
}

bool TestGatewayService::commit(const NewEvent &event)
{
    const auto before = m_rig->committed.size();
    m_rig->record({event});
    return QTest::qWaitFor([&] { return m_rig->committed.size() > before; });
}

/** Somebody sends the blob to the group; the sequence of it. */
qint64 TestGatewayService::bring(const QString &group, const QString &sha256)
{
    auto event = said(group, u"看图"_s);
    Attachment picture;
    picture.kind = MessageKind::Image;
    picture.sha256 = sha256;
    auto &message = std::get<MessageReceived>(event.data);
    message.attachments = {picture};
    if (!commit(event))
        return 0;
    const auto brought = std::ranges::find_if(m_rig->committed, [&](const Event &one) {
        const auto *received = std::get_if<MessageReceived>(&one.data);
        return received && received->message == message.message;
    });
    return brought == m_rig->committed.end() ? 0 : brought->seq;
}

void TestGatewayService::blobs()
{
    const auto token = m_rig->token(u"u-agent"_s);
    QByteArray picture = "\x89PNG\r\n\x1a\n" + QByteArray(300'000, 'p');
    const auto name = nameOf(picture);
    const QString path = u"/blob/"_s + name;
    QCOMPARE(statusOf(http("PUT", putPath(name), picture)), 401);
    QCOMPARE(statusOf(http("PUT", putPath(name), picture, u"made up"_s)), 401);
    QCOMPARE(statusOf(http("GET", path, {}, token)), 404);
    QCOMPARE(statusOf(http("PUT", putPath(name), picture + 'x', token)), 422);
    QCOMPARE(statusOf(http("GET", path, {}, token)), 404);
    QCOMPARE(statusOf(http("PUT", putPath(name), picture, token)), 201);
    QCOMPARE(statusOf(http("GET", path)), 401);
    QCOMPARE(statusOf(http("GET", path, {}, token)), 404);
    bring(u"w/a"_s, name);
    auto *back = http("GET", path, {}, token);
    QCOMPARE(statusOf(back), 200);
    QCOMPARE(back->readAll(), picture);
    QCOMPARE(back->rawHeader("Content-Type"), "image/png");
    QCOMPARE(back->rawHeader("X-Content-Type-Options"), "nosniff");
    QCOMPARE(statusOf(http("GET", u"/blob/../accounts.db"_s, {}, token)), 404);
    QCOMPARE(statusOf(http("GET", u"/blob/..%2Faccounts.db"_s, {}, token)), 404);

    GatewayOptions tight;
    tight.blobBytes = 1000;
    start(tight);
    auto *refused = http("PUT", putPath(name), picture, m_rig->token(u"u-agent"_s));
    QVERIFY(refused->error() != QNetworkReply::NoError);
}

void TestGatewayService::blobsGoToWhoSeesTheirGroup()
{
    QCOMPARE(statusOf(http("PUT", putPath(nameOf(small)), small, m_rig->token(u"u-agent"_s))), 201);
    QCOMPARE(blobStatus(u"u-boss"_s), 404);
    bring(u"w/b"_s, nameOf(small));
    QCOMPARE(blobStatus(u"u-boss"_s), 200);
    QCOMPARE(blobStatus(u"u-agent"_s), 404);
    const auto inTheirs = bring(u"w/a"_s, nameOf(small));
    QCOMPARE(blobStatus(u"u-agent"_s), 200);
    m_rig->restart();
    QCOMPARE(blobStatus(u"u-agent"_s), 200);
    QVERIFY(commit({{u"w/a"_s}, {}, DataErased{u"w/someone"_s, {inTheirs}, {}}}));
    QTRY_COMPARE(blobStatus(u"u-agent"_s), 404);
    QCOMPARE(blobStatus(u"u-boss"_s), 200);
}

void TestGatewayService::blobGroupsAreReadFromTheLedger()
{
    QCOMPARE(statusOf(http("PUT", putPath(nameOf(small)), small, m_rig->token(u"u-agent"_s))), 201);
    const auto table = m_rig->dir.filePath(u"data/blobgroups.db"_s);
    const auto spoil = [&] {
        QFile::remove(table + u"-wal"_s);
        QFile file(table);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("what a failing disk leaves of it");
    };
    m_rig->restart(spoil);
    // What happens while no gateway runs is in the ledger as well.
    m_rig->restart([&] { bring(u"w/b"_s, nameOf(small)); });
    QTRY_COMPARE(blobStatus(u"u-boss"_s), 200);
    QCOMPARE(blobStatus(u"u-agent"_s), 404);
    m_rig->restart(spoil);
    QTRY_COMPARE(blobStatus(u"u-boss"_s), 200);
    QCOMPARE(blobStatus(u"u-agent"_s), 404);
}

QTEST_GUILESS_MAIN(TestGatewayService)
#include "tst_gatewayservice.moc"
