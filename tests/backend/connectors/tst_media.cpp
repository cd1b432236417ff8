// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/media.h"
#include "app/backend/connectors/mediafetcher.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = QByteArray::fromBase64("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
const QByteArray encrypted = QByteArray::fromBase64("vZskpP7eU7Z5xMpFcsSrc4vHNxMRy2lj+pCQH6nr/f4=");

/** Answers every request on loopback with the same bytes, or with nothing. */
class FileServer : public QTcpServer
{
public:
    explicit FileServer(QByteArray answer) : m_answer(std::move(answer))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(errorString()));
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++asked;
                if (!m_answer.isEmpty())
                    socket->write(m_answer);
            });
        });
    }

    MediaSource source(const QByteArray &aesKey = {}) const
    {
        return {0, QUrl(u"http://127.0.0.1:%1/f"_s.arg(serverPort())), aesKey, true, {}};
    }

    int asked = 0;

private:
    const QByteArray m_answer;
};

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + more + "\r\n" + body;
}

MediaLimits quick()
{
    MediaLimits limits;
    limits.bytes = 100'000;
    limits.tryMs = 500;
    limits.pauseMs = 10;
    return limits;
}

Result<QByteArray> fetch(MediaFetcher &fetcher, const MediaSource &source)
{
    std::optional<Result<QByteArray>> got;
    fetcher.fetch(source, [&](const Result<QByteArray> &result) { got = result; });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 20'000))
        return failure(ErrorKind::Internal, u"no answer"_s);
    return *got;
}

} // namespace

/** Bytes that strangers point to: decrypted, bounded, and never from inside. */
class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decrypts();
    void refusesWhatIsNotEncryptedSo();
    void addresses_data();
    void addresses();
    void fetchesAndDecrypts();
    void givesInlineBytes();
    void triesAgain();
    void doesNotTryAgain_data();
    void doesNotTryAgain();
    void waitsOnlySoLong();
    void refusesTooMany();
};

void TestMedia::decrypts()
{
    QCOMPARE(decryptMedia(encrypted, key).value_or(QByteArray()), QByteArray("hello media"));
}

void TestMedia::refusesWhatIsNotEncryptedSo()
{
    QVERIFY(!decryptMedia({}, key));
    QVERIFY(!decryptMedia(encrypted.chopped(1), key));
    QVERIFY(!decryptMedia(encrypted, key.chopped(1)));
    QVERIFY(!decryptMedia(encrypted, QByteArray(32, 'x')));
    auto flipped = encrypted;
    flipped[20] = char(flipped[20] ^ 1);
    QVERIFY(!decryptMedia(flipped, key));
}

void TestMedia::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("local");
    QTest::addColumn<bool>("fetched");
    const auto row = [](const char *url, bool local, bool fetched) {
        QTest::addRow("%s%s", url, local ? " (local platform)" : "")
            << QString::fromLatin1(url) << local << fetched;
    };
    row("https://ww-aibot-img.cos.ap-guangzhou.myqcloud.com/a?sign=1", false, true);
    row("http://multimedia.nt.qq.com.cn/download?x=1", false, true);
    row("http://8.8.8.8/a", false, true);
    for (const auto *inside : {"http://127.0.0.1/a", "http://localhost/a", "http://10.1.2.3/a",
                               "http://192.168.1.1/a", "http://172.20.0.1/a", "http://169.254.169.254/a",
                               "http://[::1]/a", "http://[fd00::1]/a", "http://[::ffff:10.0.0.1]/a",
                               "http://0.0.0.0/a", "http://2130706433/a", "http://router/a",
                               "http://printer.local/a"})
        row(inside, false, false);
    row("http://127.0.0.1:8080/a", true, true);
    row("http://localhost:8080/a", true, true);
    row("http://10.1.2.3/a", true, false);
    for (const auto *odd : {"file:///etc/passwd", "ftp://example.com/a", "data:text/plain,x", "",
                            "https://", "https://user:pass@example.com/a", "/etc/passwd"})
        row(odd, true, false);
}

void TestMedia::addresses()
{
    QFETCH(QString, url);
    QFETCH(bool, local);
    QFETCH(bool, fetched);
    QCOMPARE(whyNotFetched(QUrl(url), local).isEmpty(), fetched);
}

void TestMedia::fetchesAndDecrypts()
{
    FileServer server(answer("200 OK", encrypted));
    MediaFetcher fetcher(quick());
    QCOMPARE(fetch(fetcher, server.source(key)).value_or(QByteArray()), QByteArray("hello media"));
    QCOMPARE(fetch(fetcher, server.source()).value_or(QByteArray()), encrypted);
    QVERIFY(!fetch(fetcher, server.source(QByteArray(32, 'x'))));
}

void TestMedia::givesInlineBytes()
{
    MediaFetcher fetcher(quick());
    MediaSource source;
    source.bytes = "abc";
    QCOMPARE(fetch(fetcher, source).value_or(QByteArray()), QByteArray("abc"));
}

void TestMedia::triesAgain()
{
    FileServer server(answer("503 Service Unavailable", "later"));
    MediaFetcher fetcher(quick());
    QVERIFY(!fetch(fetcher, server.source()));
    QCOMPARE(server.asked, 3);
}

void TestMedia::doesNotTryAgain_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("why");
    QTest::newRow("gone") << answer("404 Not Found", "gone") << u"404"_s;
    QTest::newRow("elsewhere") << answer("302 Found", {}, "Location: http://127.0.0.1:1/\r\n")
                               << u"302"_s;
    QTest::newRow("announced too large")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\nx") << u"larger"_s;
    QTest::newRow("too large") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(300'000, 'x')
                               << u"larger"_s;
}

void TestMedia::doesNotTryAgain()
{
    QFETCH(QByteArray, reply);
    QFETCH(QString, why);
    FileServer server(reply);
    MediaFetcher fetcher(quick());
    const auto result = fetch(fetcher, server.source());
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(why), qPrintable(result.error().message));
    QCOMPARE(server.asked, 1);
}

void TestMedia::waitsOnlySoLong()
{
    FileServer server({});
    MediaFetcher fetcher(quick());
    const auto result = fetch(fetcher, server.source());
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"in time"_s), qPrintable(result.error().message));
    QCOMPARE(server.asked, 3);
}

void TestMedia::refusesTooMany()
{
    FileServer server({});
    auto limits = quick();
    limits.waiting = 2;
    limits.tries = 1;
    MediaFetcher fetcher(limits);
    int done = 0;
    int refused = 0;
    for (int i = 0; i < 10; ++i) {
        fetcher.fetch(server.source(), [&](const Result<QByteArray> &result) {
            ++done;
            refused += result.error_or(Error{}).message.contains(u"too many"_s);
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 10, 20'000);
    QCOMPARE(refused, 8);
}

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
