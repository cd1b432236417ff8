// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/backend/pictures/writtenpicture.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::RawConsole;
using tests::writtenPicture;

namespace {

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/** Pictures by number, over HTTP, as a platform hands them out. */
class Shelf : public QTcpServer
{
public:
    Shelf()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const auto line = socket->readAll().split(' ').value(1);
                const auto bytes = m_pictures.value(line.mid(1).toInt());
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl add(const QByteArray &picture)
    {
        m_pictures.append(picture);
        return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(m_pictures.size() - 1));
    }

private:
    QList<QByteArray> m_pictures;
};

} // namespace

/** Pictures with words in them, from a customer's phone to what the bot makes of it, and from an
 * agent to the group: real programs, real Tesseract. */
class TestPictureWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWordsAreOnTheRecord();
    void theyAreDecidedOn();
    void theyAreFound();
    void aGroupMayDoWithout();
    void sentPicturesAreGuarded();
    void aPictureReachesTheGroup();
    void theLedgerTellsItAgain();

private:
    Message newest(qint64 group) const;
    bool isRead(qint64 group) const { return newest(group).attachments.value(0).read; }
    int put(const QByteArray &bytes, const GroupId &group);
    Result<qint64> send(const QByteArray &picture, const QString &name);
    QString ownWords() const;

    OneBotPlatform m_platform;
    Shelf m_shelf;
    BackendProcess m_backend;
    RawConsole m_console;
    QString m_token;
    QNetworkAccessManager m_http;
};

void TestPictureWords::initTestCase()
{
    const auto policy = m_backend.write(u"policy.yaml"_s,
                                        "humanKeywords: [转人工]\n"
                                        "groups:\n  - {groups: [ob/9], readPictures: false}\n");
    m_backend.configure("policy: " + policy.toUtf8() + '\n' + m_platform.config());
    QCOMPARE(m_backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QVERIFY(m_backend.start());
    QTRY_VERIFY(m_platform.isConnected());
    QVERIFY(m_console.connectTo(m_backend.url()));
    const auto in = m_console.signIn(u"lin"_s, BackendProcess::password());
    QVERIFY(in);
    m_token = in->token.access;
    QVERIFY(m_console.openFeed());
}

Message TestPictureWords::newest(qint64 group) const
{
    const auto recent = m_console.state().groups.value({OneBotPlatform::groupId(group)}).recent;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        if ((*at)->author.kind == AuthorKind::Member)
            return **at;
    }
    return {};
}

void TestPictureWords::theWordsAreOnTheRecord()
{
    const auto picture = writtenPicture({{u"订单号 20261128001"_s, u"荔枝坏了一半怎么赔"_s}});
    QVERIFY(m_platform.show(1, 7, m_shelf.add(picture)));
    QTRY_VERIFY_WITH_TIMEOUT(isRead(1), 30'000);
    const auto shown = newest(1).attachments.constFirst();
    QCOMPARE(shown.sha256, nameOf(picture));
    QVERIFY2(shown.text.contains(u"20261128001"_s), qPrintable(shown.text));
    QVERIFY2(shown.text.contains(u"荔枝坏了一半怎么赔"_s), qPrintable(shown.text));
}

void TestPictureWords::theyAreDecidedOn()
{
    QVERIFY(m_platform.show(2, 7, m_shelf.add(writtenPicture({{u"我要转人工"_s}})), true));
    QTRY_VERIFY_WITH_TIMEOUT(isRead(2), 30'000);
    QTRY_VERIFY(!newest(2).topic.isEmpty());
    const auto topic = m_console.state().topics.value(newest(2).topic);
    QCOMPARE(topic.state, TopicState::Escalated);
    QVERIFY(std::ranges::any_of(m_console.events(), [](const Event &event) {
        const auto *raised = std::get_if<EscalationRaised>(&event.data);
        return raised && std::ranges::contains(raised->reasons, Reason::HumanRequest, &ReasonPart::reason);
    }));
}

void TestPictureWords::theyAreFound()
{
    const auto result = m_console.ask<SearchResult>(
        u"search.query", encodeBody(SearchParams{u"坏了一半"_s, {}, 0, 50}));
    QVERIFY(result);
    QCOMPARE(result->hits.size(), 1);
    const auto hit = result->hits.constFirst();
    QCOMPARE(hit.from, MessageKind::Image);
    QCOMPARE(hit.message, newest(1).id);
    QCOMPARE(hit.author.id, u"ob/7"_s);
    QVERIFY(hit.text.contains(u"坏了一半"_s));
}

void TestPictureWords::aGroupMayDoWithout()
{
    QVERIFY(m_platform.show(9, 7, m_shelf.add(writtenPicture({{u"这一张没有人读"_s}}))));
    QTRY_VERIFY(!newest(9).attachments.value(0).sha256.isEmpty());
    // What comes after it is read: its turn has passed.
    QVERIFY(m_platform.show(3, 7, m_shelf.add(writtenPicture({{u"这一张有人读"_s}}))));
    QTRY_VERIFY_WITH_TIMEOUT(isRead(3), 30'000);
    QVERIFY(!isRead(9));
    QCOMPARE(newest(9).attachments.constFirst().text, QString());
}

int TestPictureWords::put(const QByteArray &bytes, const GroupId &group)
{
    auto url = m_backend.url();
    url.setScheme(u"http"_s);
    url.setPath(u"/blob/"_s + nameOf(bytes));
    url.setQuery(u"group="_s + QString::fromLatin1(QUrl::toPercentEncoding(group.value)));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    request.setHeader(QNetworkRequest::ContentTypeHeader, "image/png"_ba);
    const std::unique_ptr<QNetworkReply> reply(m_http.put(request, bytes));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Result<qint64> TestPictureWords::send(const QByteArray &picture, const QString &name)
{
    const auto topic = m_console.state().topics.value(newest(2).topic);
    if (!topic.lease) {
        if (const auto claimed = m_console.run(ClaimTopic{topic.id, topic.version}); !claimed)
            return claimed;
        (void)QTest::qWaitFor([&] { return m_console.state().topics.value(topic.id).lease.has_value(); });
    }
    if (const auto status = put(picture, topic.group); status != 201)
        return failure(ErrorKind::Internal, u"PUT gave %1"_s.arg(status));
    const auto now = m_console.state().topics.value(topic.id);
    SendMessage message;
    message.topic = now.id;
    message.lease = now.lease->fence;
    message.basis = now.version;
    message.attachments = {{MessageKind::Image, name, nameOf(picture), picture.size(), {}, {}}};
    return m_console.run(message);
}

void TestPictureWords::sentPicturesAreGuarded()
{
    const auto refused = send(writtenPicture({{u"收件人 张女士"_s, u"电话 13800138000"_s}}), u"面单.png"_s);
    QVERIFY(!refused);
    QVERIFY2(refused.error().kind == ErrorKind::Policy, qPrintable(refused.error().message));
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"privacy"_s);
    QCOMPARE(refused.error().data.value(u"picture"_s).toString(), u"面单.png"_s);
}

/** What was read in the pictures that went to the group. */
QString TestPictureWords::ownWords() const
{
    QStringList words;
    for (const auto &event : m_console.events()) {
        if (const auto *queued = std::get_if<MessageQueued>(&event.data); queued) {
            for (const auto &picture : queued->attachments)
                words.append(picture.text);
        }
    }
    return words.join(u'|');
}

void TestPictureWords::aPictureReachesTheGroup()
{
    const auto picture = writtenPicture({{u"退款进度：已退回"_s}});
    const auto sent = send(picture, u"进度.png"_s);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    QTRY_VERIFY_WITH_TIMEOUT(!m_platform.sent().isEmpty()
                                 && m_platform.sent().constLast().pictures == QList{picture},
                             30'000);
    // What one sent is found by its words as well.
    const auto found = m_console.ask<SearchResult>(
        u"search.query", encodeBody(SearchParams{u"退款进度"_s, {}, 0, 50}));
    QVERIFY(found);
    QVERIFY2(found->hits.size() == 1, qPrintable(ownWords()));
    QCOMPARE(found->hits.constFirst().from, MessageKind::Image);
}

void TestPictureWords::theLedgerTellsItAgain()
{
    QCOMPARE(m_console.faults(), QStringList());
    const auto before = newest(1).attachments;
    QCOMPARE(m_backend.terminate().code, 0);
    QVERIFY(m_backend.start());
    RawConsole again;
    QVERIFY(again.join(m_backend.url(), u"lin"_s, BackendProcess::password()));
    const auto recent = again.state().groups.value({OneBotPlatform::groupId(1)}).recent;
    QVERIFY(std::ranges::any_of(recent, [&](const MessagePtr &m) { return m->attachments == before; }));
    QCOMPARE(m_backend.terminate().code, 0);
    const auto log = m_backend.log(u"p0"_s);
    QCOMPARE(std::ranges::count(log, u"message.read"_s, &StoredEvent::type), 3);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
}

} // namespace quntai

QTEST_MAIN(quntai::TestPictureWords)
#include "tst_picture_words.moc"
