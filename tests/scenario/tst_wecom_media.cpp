// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/peerprocess.h"
#include "tests/scenario/rawconsole.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::PeerProcess;
using tests::RawConsole;

namespace {

const QByteArray picture = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

QString sumOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

/** Pictures, files and long texts of customers, from the platform to the console. */
class TestWecomMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictureIsFetchedAndServed();
    void severalInOneMessage();
    void whatIsNoPictureIsAFile();
    void expiredIsTold();
    void longTextIsWhole();
    void everythingIsOnTheRecord();

private:
    void order(const QString &what, QJsonObject more);
    /** The newest message of the private chat. */
    Message newest() const;
    QPair<int, QByteArray> blob(const QString &sha256, const QString &token);

    PeerProcess m_platform;
    BackendProcess m_backend;
    RawConsole m_console;
    QString m_token;
    QNetworkAccessManager m_http;
    int m_said = 0;
};

void TestWecomMedia::initTestCase()
{
    const auto why = m_platform.start(u"wecom"_s, u"platform-sim.mjs"_s,
                                      {u"0"_s, u"bot-1"_s, u"a-secret"_s});
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    m_backend.configure("connectors:\n  - {id: wx, kind: wecom, botId: bot-1, secret: a-secret, "
                        "name: 小禾, url: \"" + m_platform.url().toEncoded() + "\"}\n");
    QCOMPARE(m_backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QVERIFY(m_backend.start());
    QVERIFY(m_console.connectTo(m_backend.url()));
    const auto in = m_console.signIn(u"lin"_s, BackendProcess::password());
    QVERIFY(in);
    m_token = in->token.access;
    QVERIFY(m_console.openFeed());
    QTRY_COMPARE(m_console.state().connectors.value(u"wx"_s).state, ConnectorState::Connected);
}

void TestWecomMedia::order(const QString &what, QJsonObject more)
{
    more.insert(u"do"_s, what);
    more.insert(u"chat"_s, u"haiyan"_s);
    more.insert(u"user"_s, u"haiyan"_s);
    more.insert(u"single"_s, true);
    m_platform.order(more);
    ++m_said;
}

Message TestWecomMedia::newest() const
{
    for (const auto &group : m_console.state().groups) {
        for (auto at = group.recent.crbegin(); at != group.recent.crend(); ++at) {
            if ((*at)->author.kind == AuthorKind::Member)
                return **at;
        }
    }
    return {};
}

QPair<int, QByteArray> TestWecomMedia::blob(const QString &sha256, const QString &token)
{
    auto url = m_backend.url();
    url.setScheme(u"http"_s);
    url.setPath(u"/blob/"_s + sha256);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    const std::unique_ptr<QNetworkReply> reply(m_http.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void TestWecomMedia::pictureIsFetchedAndServed()
{
    order(u"image"_s, {{u"base64"_s, QString::fromLatin1(picture.toBase64())}});
    QTRY_COMPARE(newest().attachments.value(0).sha256, sumOf(picture));
    const auto attachment = newest().attachments.first();
    QCOMPARE(attachment.kind, MessageKind::Image);
    QCOMPARE(attachment.bytes, picture.size());
    QCOMPARE(attachment.problem, QString());
    QCOMPARE(blob(attachment.sha256, m_token), qMakePair(200, picture));
    QCOMPARE(blob(attachment.sha256, u"somebody"_s).first, 401);
}

void TestWecomMedia::severalInOneMessage()
{
    const auto other = picture + "more";
    const QJsonArray items{QJsonObject{{u"text"_s, u"都坏了"_s}},
                           QJsonObject{{u"image"_s, QString::fromLatin1(picture.toBase64())}},
                           QJsonObject{{u"image"_s, QString::fromLatin1(other.toBase64())}}};
    order(u"mixed"_s, {{u"items"_s, items}});
    QTRY_COMPARE(newest().text, u"都坏了"_s);
    QTRY_COMPARE(newest().attachments.value(1).sha256, sumOf(other));
    QTRY_COMPARE(newest().attachments.value(0).sha256, sumOf(picture));
}

void TestWecomMedia::whatIsNoPictureIsAFile()
{
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";
    order(u"image"_s, {{u"base64"_s, QString::fromLatin1(svg.toBase64())}});
    QTRY_COMPARE(newest().attachments.value(0).sha256, sumOf(svg));
    QCOMPARE(newest().attachments.first().kind, MessageKind::File);
}

void TestWecomMedia::expiredIsTold()
{
    auto url = m_platform.url();
    url.setScheme(u"http"_s);
    url.setPath(u"/media/expired"_s);
    const QJsonObject file{{u"url"_s, url.toString()},
                           {u"aeskey"_s, QString::fromLatin1(QByteArray(32, 'k').toBase64())}};
    const QJsonObject body{{u"msgid"_s, u"expired-1"_s}, {u"aibotid"_s, u"bot-1"_s},
                           {u"chattype"_s, u"single"_s},
                           {u"from"_s, QJsonObject{{u"userid"_s, u"haiyan"_s}}},
                           {u"msgtype"_s, u"file"_s}, {u"file"_s, file}};
    const QJsonObject frame{{u"cmd"_s, u"aibot_msg_callback"_s},
                            {u"headers"_s, QJsonObject{{u"req_id"_s, u"r-expired"_s}}},
                            {u"body"_s, body}};
    order(u"raw"_s, {{u"text"_s, QString::fromUtf8(QJsonDocument(frame).toJson(
                                     QJsonDocument::Compact))}});
    QTRY_VERIFY(newest().attachments.value(0).problem.contains(u"404"_s));
    QCOMPARE(newest().attachments.first().sha256, QString());
}

void TestWecomMedia::longTextIsWhole()
{
    const auto text = u"开头"_s + QString(9000, u'长') + u"结尾"_s;
    order(u"text"_s, {{u"text"_s, text}});
    QTRY_VERIFY(newest().text.startsWith(u"开头"_s));
    QVERIFY(newest().text.endsWith(u'…') && newest().text.toUtf8().size() <= 16 * 1024);
    QCOMPARE(newest().attachments.size(), 1);
    QCOMPARE(blob(newest().attachments.first().sha256, m_token), qMakePair(200, text.toUtf8()));
}

void TestWecomMedia::everythingIsOnTheRecord()
{
    QCOMPARE(m_console.faults(), QStringList());
    QCOMPARE(m_backend.terminate().code, 0);
    const auto log = m_backend.log(u"p0"_s);
    QCOMPARE(std::ranges::count(log, u"message.received"_s, &StoredEvent::type), m_said);
    QCOMPARE(std::ranges::count(log, u"message.attached"_s, &StoredEvent::type), 5);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestWecomMedia)
#include "tst_wecom_media.moc"
