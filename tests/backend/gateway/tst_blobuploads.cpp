// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobuploads.h"
#include "tests/backend/gateway/blobrig.h"

#include <QDir>
#include <QTcpSocket>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(40'000, 'p');
const QByteArray pdf = "%PDF-1.7 " + QByteArray(9'000, 'd');

/** Sorted. */
QStringList namesOf(const QByteArrayList &blobs)
{
    QStringList names;
    for (const auto &bytes : blobs)
        names.append(nameOf(bytes));
    names.sort();
    return names;
}

} // namespace

/** Pictures and files that people bring for a text, and the text that names them. */
class TestBlobUploads : public QObject, protected BlobRig
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void onlyWhoMaySendThere();
    void programsAreNotTaken();
    void lengthsAreNotBelieved_data();
    void lengthsAreNotBelieved();
    void nothingStaysOfHalfABlob();
    void slowLinesGetTheirTime();
    void standstillIsCut_data();
    void standstillIsCut();
    void tooMuchWaits();
    void whatIsHereIsNotCountedTwice();
    void whatComesCounts();
    void whatWasLeftMakesRoom();
    void whatWasSentTakesNoRoom();
    void whatIsHereNeedNotBeBrought();
    void askingGivesNothingAway();
    void aTextNamesWhatWasBrought();
    void aTextNamesNothingElse();
    void whatIsForgottenIsSwept();
    void theTableSurvivesARestart();

private:
    QByteArray raw(const QByteArray &request);
    QByteArray rawPut(const QByteArray &headers, const QByteArray &body);
    QByteArray headOf(const QByteArray &body);
    void dribble(QTcpSocket &socket, const QByteArray &body, int everyMs);
};

void TestBlobUploads::init()
{
    m_rig = GatewayRig::withPeople();
}

void TestBlobUploads::onlyWhoMaySendThere()
{
    QVERIFY(m_rig->addUser(u"u-editor"_s, Role::Editor));
    QCOMPARE(put(png, {}), 401);
    QCOMPARE(put(png, u"u-agent"_s, u"w/b"_s), 403);
    QCOMPARE(put(png, u"u-agent"_s, u"w/none"_s), 403);
    QCOMPARE(put(png, u"u-agent"_s, {}), 403);
    QCOMPARE(put(png, u"u-editor"_s), 403);
    QCOMPARE(put(png, u"u-agent"_s, u"w/a"_s, u"accounts.db"_s), 404);
    QCOMPARE(files(), QStringList());
    QCOMPARE(put(png), 201);
    QCOMPARE(files(), QStringList{nameOf(png)});
    QCOMPARE(put(png, u"u-boss"_s, u"w/b"_s), 201);
}

void TestBlobUploads::programsAreNotTaken()
{
    QCOMPARE(put("\x7F" "ELF" + QByteArray(500, '\0')), 415);
    QCOMPARE(put("MZ" + QByteArray(500, '\0')), 415);
    QCOMPARE(put("#!/bin/sh\nrm -rf ~\n"), 415);
    QCOMPARE(put(pdf), 201);
    QCOMPARE(files(), QStringList{nameOf(pdf)});
}

/** What the gateway says to these bytes, to the end. */
QByteArray TestBlobUploads::raw(const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_rig->gateway->port());
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }))
        return "not connected";
    socket.write(request);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 8000);
    return socket.readAll();
}

QByteArray TestBlobUploads::rawPut(const QByteArray &headers, const QByteArray &body)
{
    return raw("PUT /blob/" + nameOf(body).toLatin1() + "?group=w%2Fa HTTP/1.1\r\nHost: x\r\n"
               + "Authorization: Bearer " + m_rig->token(u"u-agent"_s).toLatin1() + "\r\n" + headers
               + "\r\n" + body);
}

void TestBlobUploads::lengthsAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("none") << "Connection: close\r\n"_ba << "411"_ba;
    QTest::newRow("no number") << "Content-Length: many\r\n"_ba << "411"_ba;
    QTest::newRow("half a number") << "Content-Length: 12x\r\n"_ba << "411"_ba;
    QTest::newRow("negative") << "Content-Length: -5\r\n"_ba << "411"_ba;
    QTest::newRow("beyond a number") << "Content-Length: 99999999999999999999999\r\n"_ba << "411"_ba;
    QTest::newRow("huge") << "Content-Length: 9000000000000000000\r\n"_ba << "413"_ba;
    QTest::newRow("just too large") << "Content-Length: 20971521\r\n"_ba << "413"_ba;
    QTest::newRow("in pieces")
        << "Content-Length: 8\r\nTransfer-Encoding: chunked\r\n"_ba << "411"_ba;
    QTest::newRow("twice") << "Content-Length: 8\r\nContent-Length: 9\r\n"_ba << "400"_ba;
    QTest::newRow("too short for its bytes") << "Content-Length: 3\r\n"_ba << "422"_ba;
}

void TestBlobUploads::lengthsAreNotBelieved()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    const auto answer = rawPut(headers, "GIF89a..");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QCOMPARE(files(), QStringList());
}

void TestBlobUploads::nothingStaysOfHalfABlob()
{
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_rig->gateway->port());
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
        socket.write(headOf(png) + png.first(20'000));
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        QCOMPARE(put(pdf), 201); // what came before it has been read by now
        socket.abort();
    }
    QTRY_COMPARE(QDir(m_rig->dir.filePath(u"data/blobs"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{nameOf(pdf)});
    QCOMPARE(put(png), 201);
}

QByteArray TestBlobUploads::headOf(const QByteArray &body)
{
    return "PUT /blob/" + nameOf(body).toLatin1()
        + "?group=w%2Fa HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + m_rig->token(u"u-agent"_s).toLatin1() + "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n";
}

/** A twelfth of it at a time, until it is through or the gateway has had enough. */
void TestBlobUploads::dribble(QTcpSocket &socket, const QByteArray &body, int everyMs)
{
    socket.connectToHost(QHostAddress::LocalHost, m_rig->gateway->port());
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    socket.write(headOf(body));
    const auto piece = (body.size() + 11) / 12;
    for (qsizetype at = 0; at < body.size(); at += piece) {
        QTest::qWait(everyMs);
        if (socket.state() != QAbstractSocket::ConnectedState)
            return;
        socket.write(body.sliced(at, std::min(piece, body.size() - at)));
    }
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 8000);
}

/** The whole may take many times as long as a standstill may. */
void TestBlobUploads::slowLinesGetTheirTime()
{
    GatewayOptions options;
    options.stallMs = 1000;
    m_rig = GatewayRig::withPeople(options);
    QTcpSocket socket;
    dribble(socket, png, 200);
    const auto answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 201"), answer.constData());
    QCOMPARE(files(), QStringList{nameOf(png)});
}

void TestBlobUploads::standstillIsCut_data()
{
    QTest::addColumn<int>("stallMs");
    QTest::addColumn<int>("transferMs");
    QTest::addColumn<int>("everyMs");
    QTest::newRow("without a byte") << 150 << 60'000 << 3000;
    QTest::newRow("in all") << 60'000 << 500 << 100;
}

void TestBlobUploads::standstillIsCut()
{
    QFETCH(int, stallMs);
    QFETCH(int, transferMs);
    QFETCH(int, everyMs);
    GatewayOptions options;
    options.stallMs = stallMs;
    options.transferMs = transferMs;
    m_rig = GatewayRig::withPeople(options);
    QTcpSocket socket;
    dribble(socket, png, everyMs);
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray());
    QCOMPARE(files(), QStringList());
}

void TestBlobUploads::tooMuchWaits()
{
    QTemporaryDir dir;
    BlobUploads uploads(dir.filePath(u"uploads.db"_s), 100);
    const UserId me{u"u-1"_s};
    QVERIFY(uploads.takeRoom(me, u"aa"_s, 50));
    QVERIFY(uploads.note(me, {u"g"_s}, u"aa"_s, 50, {1}));
    QVERIFY(uploads.note(me, {u"g"_s}, u"bb"_s, 50, {2}));
    const auto full = uploads.takeRoom(me, u"cc"_s, 1);
    QCOMPARE(full.error().kind, ErrorKind::RateLimited);
    QVERIFY(uploads.takeRoom({u"u-2"_s}, u"cc"_s, 50));
    uploads.used({u"g"_s}, u"aa"_s);
    QVERIFY(uploads.takeRoom(me, u"cc"_s, 50));
    QVERIFY(!uploads.isFrom(me, {u"g"_s}, u"aa"_s));
    QVERIFY(uploads.isFrom(me, {u"g"_s}, u"bb"_s));
}

/** Brought once more, or for another group: it is one file. */
void TestBlobUploads::whatIsHereIsNotCountedTwice()
{
    QTemporaryDir dir;
    BlobUploads uploads(dir.filePath(u"uploads.db"_s), 100);
    const UserId me{u"u-1"_s};
    QVERIFY(uploads.note(me, {u"g"_s}, u"aa"_s, 60, {1}));
    QVERIFY(uploads.note(me, {u"h"_s}, u"aa"_s, 60, {2}));
    QVERIFY(uploads.takeRoom(me, u"aa"_s, 60));
    QVERIFY(uploads.takeRoom(me, u"bb"_s, 40));
    QVERIFY(!uploads.takeRoom(me, u"bb"_s, 41));
    uploads.used({u"g"_s}, u"aa"_s);
    QVERIFY(uploads.takeRoom(me, u"bb"_s, 100));
    QVERIFY(uploads.isFrom(me, {u"h"_s}, u"aa"_s));
}

void TestBlobUploads::whatComesCounts()
{
    GatewayOptions options;
    options.waitingBytes = png.size() + pdf.size();
    m_rig = GatewayRig::withPeople(options);
    const auto more = "GIF89a" + QByteArray(png.size() - 6, 'g');
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_rig->gateway->port());
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    socket.write(headOf(png) + png.first(20'000));
    QTRY_COMPARE(socket.bytesToWrite(), 0);
    QCOMPARE(put(pdf), 201); // what came before it has been read by now
    QCOMPARE(put(more), 429);
    QCOMPARE(put(more, u"u-boss"_s), 201);
    socket.abort();
    QTRY_COMPARE(put(more), 201);
    QCOMPARE(put(more), 201);
}

/** Oldest first, and no more than has to go; what another waits with stays. */
void TestBlobUploads::whatWasLeftMakesRoom()
{
    GatewayOptions options;
    options.waitingBytes = png.size() + 2 * pdf.size();
    options.abandonedMs = 600;
    m_rig = GatewayRig::withPeople(options);
    const auto more = "GIF89a" + QByteArray(png.size() - 6, 'g');
    QCOMPARE(put(png), 201);
    QCOMPARE(put(pdf), 201);
    QCOMPARE(put(more), 429);
    QTRY_COMPARE_WITH_TIMEOUT(put(more), 201, 8000);
    QCOMPARE(files(), namesOf({more, pdf}));
    QCOMPARE(put(more, u"u-boss"_s), 201);
    QTRY_COMPARE_WITH_TIMEOUT(put(png), 201, 8000);
    QCOMPARE(files(), namesOf({more, png}));
}

void TestBlobUploads::whatWasSentTakesNoRoom()
{
    GatewayOptions options;
    options.waitingBytes = png.size() + 10;
    m_rig = GatewayRig::withPeople(options);
    openTopic();
    QCOMPARE(put(png), 201);
    QCOMPARE(put(pdf), 429);
    QVERIFY(send({attachmentOf(png, MessageKind::Image, u"a.png"_s)}));
    QTRY_COMPARE(queued().size(), 1);
    QCOMPARE(put(png), 201); // for another text
    QCOMPARE(put(pdf), 201);
    QVERIFY(send({attachmentOf(png, MessageKind::Image, u"a.png"_s),
                  attachmentOf(pdf, MessageKind::File, u"b.pdf"_s)}));
}

/** From a try before whose answer got lost, or from a message. */
void TestBlobUploads::whatIsHereNeedNotBeBrought()
{
    openTopic();
    QCOMPARE(ask(png), 404);
    QCOMPARE(put(png), 201);
    QCOMPARE(ask(png), 200);
    QVERIFY(send({attachmentOf(png, MessageKind::Image, u"a.png"_s)}));
    QTRY_COMPARE(queued().size(), 1);
    QCOMPARE(ask(png), 200);
    QCOMPARE(ask(png, u"u-boss"_s, u"w/b"_s), 200);
    QVERIFY(QFile::remove(m_rig->dir.filePath(u"data/blobs/"_s + nameOf(png))));
    QCOMPARE(ask(png), 404);
}

void TestBlobUploads::askingGivesNothingAway()
{
    QCOMPARE(put(png, u"u-boss"_s, u"w/b"_s), 201);
    QCOMPARE(ask(png), 404);
    QCOMPARE(ask(png, u"u-agent"_s, u"w/b"_s), 403);
    QCOMPARE(ask(png, {}), 401);
    QCOMPARE(ask(png, u"u-admin"_s, u"w/b"_s), 404);
    QCOMPARE(ask(png, u"u-boss"_s, u"w/b"_s), 200);
}

void TestBlobUploads::aTextNamesWhatWasBrought()
{
    openTopic();
    QCOMPARE(put(png), 201);
    QCOMPARE(put(pdf), 201);
    const auto picture = attachmentOf(png, MessageKind::Image, u"收据.png"_s);
    const auto paper = attachmentOf(pdf, MessageKind::File, u"合同.pdf"_s);
    const auto sent = send({picture, paper});
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    QTRY_COMPARE(queued().size(), 2);
    QCOMPARE(queued()[0].text, u"请看"_s);
    QCOMPARE(queued()[0].attachments, QList{picture});
    QCOMPARE(queued()[1].text, QString());
    QCOMPARE(queued()[1].attachments, QList{paper});
    // Now everybody who sees the group may look at it, and send it there again.
    const auto again = send({picture}, {});
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QTRY_COMPARE(queued().size(), 3);
    QCOMPARE(queued()[2].attachments, QList{picture});
}

void TestBlobUploads::aTextNamesNothingElse()
{
    openTopic();
    const auto picture = attachmentOf(png, MessageKind::Image, u"a.png"_s);
    QCOMPARE(send({picture}).error().kind, ErrorKind::NotFound);
    QCOMPARE(put(png, u"u-boss"_s, u"w/a"_s), 201);
    QCOMPARE(send({picture}).error().kind, ErrorKind::NotFound);
    QCOMPARE(put(png), 201);
    auto wrong = picture;
    wrong.bytes += 1;
    QCOMPARE(send({wrong}).error().kind, ErrorKind::InvalidParams);
    wrong = picture;
    wrong.kind = MessageKind::File;
    QCOMPARE(send({wrong}).error().kind, ErrorKind::InvalidParams);
    wrong = picture;
    wrong.name = u"../../a.png"_s;
    QCOMPARE(send({wrong}).error().kind, ErrorKind::InvalidParams);
    wrong = picture;
    wrong.sha256 = u"../accounts.db"_s;
    QCOMPARE(send({wrong}).error().kind, ErrorKind::InvalidParams);
    QCOMPARE(send(QList<Attachment>(7, picture)).error().kind, ErrorKind::InvalidParams);
    QCOMPARE(send({}, {}).error().kind, ErrorKind::InvalidParams);
    QCOMPARE(queued().size(), 0);
    QVERIFY(send({picture}).has_value());
}

void TestBlobUploads::whatIsForgottenIsSwept()
{
    QTemporaryDir dir;
    BlobUploads uploads(dir.filePath(u"uploads.db"_s), 1000);
    QVERIFY(uploads.note({u"u-1"_s}, {u"g"_s}, u"old"_s, 5, {1000}));
    QVERIFY(uploads.note({u"u-1"_s}, {u"g"_s}, u"both"_s, 5, {1000}));
    QVERIFY(uploads.note({u"u-2"_s}, {u"g"_s}, u"both"_s, 5, {9000}));
    QVERIFY(uploads.note({u"u-1"_s}, {u"g"_s}, u"new"_s, 5, {9000}));
    QCOMPARE(uploads.old({5000}), QStringList{u"old"_s});
    uploads.forgetOld({5000}, {u"old"_s});
    QCOMPARE(uploads.old({5000}), QStringList{u"old"_s});
    QVERIFY(!uploads.isFrom({u"u-1"_s}, {u"g"_s}, u"both"_s));
    QVERIFY(uploads.isFrom({u"u-2"_s}, {u"g"_s}, u"both"_s));
    uploads.forgetOld({5000}, {});
    QCOMPARE(uploads.old({5000}), QStringList());
    QVERIFY(uploads.isFrom({u"u-1"_s}, {u"g"_s}, u"new"_s));
}

void TestBlobUploads::theTableSurvivesARestart()
{
    QCOMPARE(put(png), 201);
    m_rig->restart();
    openTopic();
    QVERIFY(send({attachmentOf(png, MessageKind::Image, u"a.png"_s)}).has_value());
}

QTEST_GUILESS_MAIN(TestBlobUploads)
#include "tst_blobuploads.moc"
