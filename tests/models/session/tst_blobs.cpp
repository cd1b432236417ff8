// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobdesk.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** Answers every request with one text, and notes what was asked. */
class OneAnswer : public QTcpServer
{
public:
    OneAnswer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                asked.append(socket->readAll());
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1"_s.arg(serverPort())); }
    void give(const QByteArray &bytes, const QByteArray &status = "200 OK",
              const QByteArray &head = {})
    {
        answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(bytes.size())
            + "\r\nConnection: close\r\n" + head + "\r\n" + bytes;
    }

    QByteArray answer;
    QList<QByteArray> asked;
};

std::optional<Result<QByteArray>> fetched(BlobDesk &desk, const QString &sha256)
{
    std::optional<Result<QByteArray>> got;
    QObject context;
    desk.fetch(sha256, &context, [&got](const Result<QByteArray> &bytes) { got = bytes; });
    (void)QTest::qWaitFor([&got] { return got.has_value(); }, 30'000);
    return got;
}

} // namespace

class TestBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesOnceAndKeeps();
    void refusesWhatIsNotItsName();
    void refusesWhatIsTooLarge();
    void saysWhatIsWrong();
    void tokenStaysSafe();
    void cacheIsBounded();
    void clearedIsGone();
};

void TestBlobs::fetchesOnceAndKeeps()
{
    QTemporaryDir dir;
    OneAnswer backend;
    const QByteArray bytes = "\x89PNG and more";
    const auto name = BlobCache::nameOf(bytes);
    backend.give(bytes);
    BlobDesk desk;
    desk.setFolder(dir.path() + u"/blobs"_s);
    desk.setPass(backend.url(), u"pass-1"_s);
    const auto first = fetched(desk, name);
    QVERIFY(first && *first);
    QCOMPARE(**first, bytes);
    QCOMPARE(backend.asked.size(), 1);
    QVERIFY(backend.asked[0].startsWith("GET /blob/" + name.toLatin1() + " HTTP/1.1"));
    QVERIFY(backend.asked[0].toLower().contains("authorization: bearer pass-1"));

    desk.setPass({}, {});
    const auto again = fetched(desk, name);
    QVERIFY2(again && *again, "kept for when there is no link");
    QCOMPARE(backend.asked.size(), 1);

    QFile kept(dir.path() + u"/blobs/"_s + name);
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write("something else");
    kept.close();
    QVERIFY2(!*fetched(desk, name), "what was changed on disk is not believed");
    QVERIFY(!kept.exists());
}

void TestBlobs::refusesWhatIsNotItsName()
{
    OneAnswer backend;
    backend.give("not what was asked for");
    BlobDesk desk;
    desk.setPass(backend.url(), u"pass"_s);
    const auto got = fetched(desk, BlobCache::nameOf("what was asked for"));
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::Conflict);
    const auto odd = fetched(desk, u"../../etc/passwd"_s);
    QVERIFY(odd && !*odd);
    QCOMPARE(odd->error().kind, ErrorKind::InvalidParams);
    QCOMPARE(backend.asked.size(), 1);
}

void TestBlobs::refusesWhatIsTooLarge()
{
    OneAnswer backend;
    backend.answer = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nbegin";
    BlobDesk desk;
    desk.setPass(backend.url(), u"pass"_s);
    const auto got = fetched(desk, BlobCache::nameOf("x"));
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, ErrorKind::TooLarge);
}

void TestBlobs::saysWhatIsWrong()
{
    OneAnswer backend;
    BlobDesk desk;
    const auto name = BlobCache::nameOf("x");
    QCOMPARE(fetched(desk, name)->error().kind, ErrorKind::Unavailable);
    desk.setPass(backend.url(), u"pass"_s);
    backend.give("There is no such blob", "404 Not Found");
    QCOMPARE(fetched(desk, name)->error().kind, ErrorKind::NotFound);
    backend.give("Sign in first", "401 Unauthorized");
    QCOMPARE(fetched(desk, name)->error().kind, ErrorKind::Unauthenticated);
    const auto before = backend.asked.size();
    backend.give("x", "302 Found", "Location: /elsewhere\r\n");
    QVERIFY2(!*fetched(desk, name), "it goes where it was sent, and nowhere else");
    QCOMPARE(backend.asked.size(), before + 1);
    backend.close();
    QCOMPARE(fetched(desk, name)->error().kind, ErrorKind::Unavailable);
}

void TestBlobs::tokenStaysSafe()
{
    QVERIFY(blobUrl(QUrl(u"ws://chat.example.com:9000"_s), u"aa"_s).isEmpty());
    QVERIFY(blobUrl(QUrl(u"http://127.0.0.1:9000"_s), u"aa"_s).isEmpty());
    QCOMPARE(blobUrl(QUrl(u"ws://localhost:9000/x"_s), u"aa"_s),
             QUrl(u"http://localhost:9000/blob/aa"_s));
    QCOMPARE(blobUrl(QUrl(u"wss://chat.example.com:9000"_s), u"aa"_s),
             QUrl(u"https://chat.example.com:9000/blob/aa"_s));
}

void TestBlobs::cacheIsBounded()
{
    QTemporaryDir dir;
    BlobCache cache(dir.path(), 1000);
    QStringList names;
    for (int i = 0; i < 5; ++i) {
        const QByteArray bytes(300, char('a' + i));
        names.append(BlobCache::nameOf(bytes));
        cache.keep(names.last(), bytes);
    }
    qint64 total = 0;
    for (const auto &file : QDir(dir.path()).entryInfoList(QDir::Files))
        total += file.size();
    QVERIFY2(total <= 1000, qPrintable(QString::number(total)));
    cache.keep(u"bb"_s, QByteArray(2000, 'x'));
    QVERIFY2(!QFile::exists(dir.path() + u"/bb"_s), "one that is larger than all is not kept");
}

void TestBlobs::clearedIsGone()
{
    QTemporaryDir dir;
    BlobCache cache(dir.path());
    const auto name = BlobCache::nameOf("secret");
    cache.keep(name, "secret");
    QVERIFY(cache.read(name));
    cache.clear();
    QVERIFY(!cache.read(name));
    QVERIFY(QDir(dir.path()).entryList(QDir::Files).isEmpty());
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
