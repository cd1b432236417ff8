// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/attachments.h"
#include "models/session/blobsender.h"
#include "models/session/uploads.h"
#include "models/storage/draftstore.h"
#include "models/storage/outboxstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(50'000, 'p');

/** Takes whole PUTs, one after another, and answers each with the status that is set; what a HEAD
 * asks for is not here unless that is set. */
class Backend : public QTcpServer
{
public:
    Backend()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            auto text = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text] {
                text->append(socket->readAll());
                take(*socket, *text);
            });
        });
    }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1"_s.arg(serverPort())); }

    QList<QByteArray> heads;
    QList<QByteArray> bodies;
    QByteArray status = "201 Created";
    QByteArray asked = "404 Not Found";
    int questions = 0;
    QByteArray refuses;  //!< a body it has no answer for but 503
    bool silent = false;

private:
    void take(QTcpSocket &socket, const QByteArray &text)
    {
        const auto end = text.indexOf("\r\n\r\n");
        const auto at = text.toLower().indexOf("content-length: ");
        const auto length = text.mid(at + 16, text.indexOf('\r', at) - at - 16).toLongLong();
        if (silent || end < 0 || text.size() < end + 4 + length)
            return;
        if (text.startsWith("HEAD ")) {
            ++questions;
            socket.write("HTTP/1.1 " + asked + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return socket.disconnectFromHost();
        }
        heads.append(text.left(end));
        bodies.append(text.mid(end + 4));
        const auto now = bodies.constLast() == refuses ? "503 Service Unavailable"_ba : status;
        socket.write("HTTP/1.1 " + now + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        socket.disconnectFromHost();
    }
};

Result<> brought(BlobDesk &desk, const QString &sha256, const GroupId &group = {u"ob/1"_s})
{
    std::optional<Result<>> result;
    desk.bring(sha256, group, {}, [&](const Result<> &done) { result = done; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
    return result.value_or(failure(ErrorKind::Internal, u"no answer"_s));
}

Result<Attachment> taken(BlobDesk &desk, const NewFile &file)
{
    std::optional<Result<Attachment>> result;
    QObject context;
    desk.take(file, &context, [&](const Result<Attachment> &done) { result = done; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
    return result.value_or(failure(ErrorKind::Internal, u"no answer"_s));
}

} // namespace

/** Files on their way from a person's disk to the backend. */
class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAFileOver();
    void saysWhatIsNotTaken();
    void namesBecomePlain_data();
    void namesBecomePlain();
    void onlyWhatIsNamedStays();
    void bringsTheBytes();
    void answersMeanSomething_data();
    void answersMeanSomething();
    void largeOnesAreAskedForFirst_data();
    void largeOnesAreAskedForFirst();
    void waitingOnesAreSeenLocally();
    void deliveredOnesStayInTheCache();
    void commandsWaitForTheirFiles();
    void triesInVainComeToAnEnd();
    void droppedUploadsAreSilent();
    void draftsKeepTheirFiles();
    void draftsFilesSurviveADamagedFile();
};

void TestOutgoing::takesAFileOver()
{
    QTemporaryDir dir;
    QFile source(dir.filePath(u"收据 八月.png"_s));
    QVERIFY(source.open(QIODevice::WriteOnly) && source.write(png) == png.size());
    source.close();
    const OutgoingFiles files(dir.filePath(u"out"_s));
    const auto picture = files.take({source.fileName(), {}, {}});
    QVERIFY(picture);
    QCOMPARE(picture->kind, MessageKind::Image);
    QCOMPARE(picture->name, u"收据 八月.png"_s);
    QCOMPARE(picture->bytes, png.size());
    QVERIFY(source.remove());
    QCOMPARE(files.read(picture->sha256), png);
    const auto other = files.take({{}, "%PDF-1.7 x", u"a.pdf"_s});
    QCOMPARE(other->kind, MessageKind::File);
    QFile kept(dir.filePath(u"out/"_s + other->sha256));
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("changed") > 0);
    kept.close();
    QVERIFY2(!files.read(other->sha256), "what was changed on disk is not believed");
}

void TestOutgoing::saysWhatIsNotTaken()
{
    QTemporaryDir dir;
    const OutgoingFiles files(dir.filePath(u"out"_s));
    const auto problem = [&](const NewFile &file) {
        const auto refused = files.take(file);
        return refused ? QString() : refused.error().data.value(u"problem"_s).toString();
    };
    QCOMPARE(problem({{}, {}, u"a"_s}), u"empty"_s);
    QCOMPARE(problem({{}, "MZ program", u"a.exe"_s}), u"program"_s);
    QCOMPARE(problem({{}, QByteArray(mostAttachmentBytes + 1, 'x'), u"a"_s}), u"too_large"_s);
    QCOMPARE(files.take({dir.filePath(u"none"_s), {}, {}}).error().kind, ErrorKind::NotFound);
    QCOMPARE(files.take({dir.path(), {}, {}}).error().kind, ErrorKind::NotFound);
    QCOMPARE(OutgoingFiles().take({{}, "x", u"a"_s}).error().kind, ErrorKind::Unauthenticated);
    QVERIFY(files.take({{}, QByteArray(mostAttachmentBytes, 'x'), u"a"_s}));
}

void TestOutgoing::namesBecomePlain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("as it is") << u"八月 收据（1）.png"_s << u"八月 收据（1）.png"_s;
    QTest::newRow("path") << u"/home/a/b.png"_s << u"b.png"_s;
    QTest::newRow("windows path") << u"C:\\temp\\b.png"_s << u"b.png"_s;
    QTest::newRow("line breaks") << u"a\nb.png"_s << u"ab.png"_s;
    QTest::newRow("turned round") << u"gnp.\u202eexe"_s << u"gnp.exe"_s;
    QTest::newRow("nothing left") << u"\u200b"_s << u"file"_s;
    QTest::newRow("long") << QString(200, u'长') + u".png"_s << QString(116, u'长') + u".png"_s;
}

void TestOutgoing::namesBecomePlain()
{
    QFETCH(QString, name);
    QTEST(plainFileName(name), "plain");
}

void TestOutgoing::onlyWhatIsNamedStays()
{
    QTemporaryDir dir;
    const OutgoingFiles files(dir.path());
    const auto one = files.take({{}, "one", u"1"_s})->sha256;
    const auto two = files.take({{}, "two", u"2"_s})->sha256;
    files.keepOnly({two});
    QVERIFY(!files.read(one));
    QVERIFY(files.read(two));
}

void TestOutgoing::bringsTheBytes()
{
    QTemporaryDir dir;
    Backend backend;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    const auto picture = taken(desk, {{}, png, u"a.png"_s});
    QVERIFY(picture);
    QCOMPARE(brought(desk, picture->sha256).error().kind, ErrorKind::Unavailable);
    desk.setPass(backend.url(), u"pass-1"_s);
    QVERIFY(brought(desk, picture->sha256, {u"ob/群 1+&"_s}));
    QCOMPARE(backend.bodies, QList{png});
    const auto line = backend.heads[0].left(backend.heads[0].indexOf('\r'));
    QCOMPARE(line, "PUT /blob/" + picture->sha256.toLatin1()
                 + "?group=ob%2F%E7%BE%A4%201%2B%26 HTTP/1.1");
    QVERIFY(backend.heads[0].toLower().contains("authorization: bearer pass-1"));
    QCOMPARE(brought(desk, u"no name"_s).error().kind, ErrorKind::NotFound);
}

void TestOutgoing::answersMeanSomething_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("signed out") << "401 Unauthorized"_ba << ErrorKind::Unavailable;
    QTest::newRow("not there") << "403 Forbidden"_ba << ErrorKind::Forbidden;
    QTest::newRow("too large") << "413 Content Too Large"_ba << ErrorKind::TooLarge;
    QTest::newRow("program") << "415 Unsupported Media Type"_ba << ErrorKind::InvalidParams;
    QTest::newRow("not its name") << "422 Unprocessable Content"_ba << ErrorKind::InvalidParams;
    QTest::newRow("not read") << "424 Failed Dependency"_ba << ErrorKind::Unavailable;
    QTest::newRow("too much") << "429 Too Many Requests"_ba << ErrorKind::RateLimited;
    QTest::newRow("full") << "507 Insufficient Storage"_ba << ErrorKind::StorageFull;
    QTest::newRow("not now") << "503 Service Unavailable"_ba << ErrorKind::Unavailable;
    QTest::newRow("elsewhere") << "302 Found"_ba << ErrorKind::Unavailable;
}

void TestOutgoing::answersMeanSomething()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorKind, kind);
    QTemporaryDir dir;
    Backend backend;
    backend.status = status;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    desk.setPass(backend.url(), u"pass"_s);
    const auto result = brought(desk, taken(desk, {{}, png, u"a.png"_s})->sha256);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().data.value(u"cause"_s).toString() == u"unread"_s, status.startsWith("424"));
}

void TestOutgoing::largeOnesAreAskedForFirst_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("questions");
    QTest::addColumn<int>("sent");
    QTest::addColumn<ErrorKind>("kind");
    const auto none = Error{}.kind;
    QTest::newRow("small") << BlobSender::askBytes - 1 << "200 OK"_ba << 0 << 1 << none;
    QTest::newRow("not there") << BlobSender::askBytes << "404 Not Found"_ba << 1 << 1 << none;
    QTest::newRow("there") << BlobSender::askBytes << "200 OK"_ba << 1 << 0 << none;
    QTest::newRow("not known to an older one")
        << BlobSender::askBytes << "405 Method Not Allowed"_ba << 1 << 1 << none;
    QTest::newRow("not his to send")
        << BlobSender::askBytes << "403 Forbidden"_ba << 1 << 0 << ErrorKind::Forbidden;
    QTest::newRow("there and not read")
        << BlobSender::askBytes << "424 Failed Dependency"_ba << 1 << 0 << ErrorKind::Unavailable;
}

void TestOutgoing::largeOnesAreAskedForFirst()
{
    QFETCH(qsizetype, bytes);
    QFETCH(QByteArray, asked);
    QFETCH(ErrorKind, kind);
    QTemporaryDir dir;
    Backend backend;
    backend.asked = asked;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    desk.setPass(backend.url(), u"pass"_s);
    const QByteArray large(bytes, 'x');
    const auto result = brought(desk, taken(desk, {{}, large, u"a.txt"_s})->sha256);
    QCOMPARE(result.error_or(Error{}).kind, kind);
    QTEST(backend.questions, "questions");
    QTEST(int(backend.bodies.size()), "sent");
}

void TestOutgoing::waitingOnesAreSeenLocally()
{
    QTemporaryDir dir;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    const auto picture = taken(desk, {{}, png, u"a.png"_s});
    std::optional<Result<QByteArray>> seen;
    desk.fetch(picture->sha256, this, [&](const Result<QByteArray> &bytes) { seen = bytes; });
    QTRY_VERIFY(seen && *seen);
    QCOMPARE(**seen, png);
}

void TestOutgoing::deliveredOnesStayInTheCache()
{
    QTemporaryDir dir;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    const auto picture = taken(desk, {{}, png, u"a.png"_s});
    desk.release(picture->sha256);
    QTRY_VERIFY(!QFile::exists(dir.filePath(u"out/"_s + picture->sha256)));
    QVERIFY(QFile::exists(dir.filePath(u"cache/"_s + picture->sha256)));
}

void TestOutgoing::commandsWaitForTheirFiles()
{
    QTemporaryDir dir;
    Backend backend;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    desk.setPass(backend.url(), u"pass"_s);
    SendMessage send;
    send.attachments = {*taken(desk, {{}, png, u"a.png"_s}), *taken(desk, {{}, "%PDF", u"b.pdf"_s})};
    Uploads uploads(desk);
    QSignalSpy moves(&uploads, &Uploads::moved);
    const Command command{{u"c-1"_s}, send};
    std::optional<Result<>> done;
    uploads.begin(command, {u"ob/1"_s}, [&](const Command &, const Result<> &result) { done = result; });
    QVERIFY(uploads.isOn(command.id));
    QCOMPARE(uploads.of(command.id).total, png.size() + 4);
    QTRY_VERIFY(done.has_value());
    QVERIFY(*done);
    QCOMPARE(backend.bodies, (QList<QByteArray>{png, "%PDF"}));
    QVERIFY(moves.count() >= 2);
    QVERIFY(!uploads.isOn(command.id));
    QCOMPARE(uploads.of(command.id), Upload{});
}

/** A text does not wait for ever for files that never arrive; a file more is a new beginning. */
void TestOutgoing::triesInVainComeToAnEnd()
{
    QTemporaryDir dir;
    Backend backend;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    desk.setPass(backend.url(), u"pass"_s);
    SendMessage send;
    send.attachments = {*taken(desk, {{}, png, u"a.png"_s}), *taken(desk, {{}, "%PDF", u"b.pdf"_s})};
    Uploads uploads(desk);
    const auto tried = [&](const QString &id) {
        std::optional<Result<>> done;
        uploads.begin({{id}, send}, {u"ob/1"_s},
                      [&](const Command &, const Result<> &result) { done = result; });
        (void)QTest::qWaitFor([&] { return done.has_value(); }, 10'000);
        return done.value_or(Result<>()).error_or(Error{}).kind;
    };
    backend.status = "507 Insufficient Storage";
    for (int i = 1; i < Uploads::mostTries; ++i)
        QCOMPARE(tried(u"c-1"_s), ErrorKind::StorageFull);
    QCOMPARE(tried(u"c-2"_s), ErrorKind::StorageFull);
    backend.status = "201 Created";
    backend.refuses = "%PDF";
    for (int i = 1; i < Uploads::mostTries; ++i)
        QCOMPARE(tried(u"c-1"_s), ErrorKind::Unavailable);
    std::optional<Result<>> last;
    uploads.begin({{u"c-1"_s}, send}, {u"ob/1"_s},
                  [&](const Command &, const Result<> &result) { last = result; });
    QTRY_VERIFY(last.has_value());
    const auto error = last->error_or(Error{});
    QCOMPARE(error.kind, ErrorKind::Internal);
    QCOMPARE(error.data.value(u"field"_s).toString(), u"attachments"_s);
    QCOMPARE(error.data.value(u"cause"_s).toString(), u"unavailable"_s);
    // A person who wishes it again gets as many tries.
    QCOMPARE(tried(u"c-1"_s), ErrorKind::Unavailable);
}

void TestOutgoing::droppedUploadsAreSilent()
{
    QTemporaryDir dir;
    Backend backend;
    backend.silent = true;
    BlobDesk desk;
    desk.setFolder(dir.filePath(u"cache"_s), dir.filePath(u"out"_s));
    desk.setPass(backend.url(), u"pass"_s);
    SendMessage send;
    send.attachments = {*taken(desk, {{}, png, u"a.png"_s})};
    Uploads uploads(desk);
    int told = 0;
    const Command command{{u"c-1"_s}, send};
    uploads.begin(command, {u"ob/1"_s}, [&](const Command &, const Result<> &) { ++told; });
    QTRY_VERIFY(uploads.of(command.id).sent >= 0 && backend.hasPendingConnections() == false);
    uploads.drop(command.id);
    // The next one does not wait for the one that was dropped.
    backend.silent = false;
    QVERIFY(brought(desk, send.attachments[0].sha256));
    QCOMPARE(told, 0);
}

void TestOutgoing::draftsKeepTheirFiles()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"outbox.db"_s);
    const QList<Attachment> files{{MessageKind::Image, u"收据.png"_s, u"aa"_s, 5, {}, {}},
                                  {MessageKind::File, u"b.pdf"_s, u"bb"_s, 7, {}, {}}};
    const TopicId topic{u"t-1"_s};
    {
        auto store = OutboxStore::open(path);
        DraftStore drafts((*store)->database());
        QVERIFY(drafts.put(topic, u"您好"_s, {1}));
        QVERIFY(drafts.putFiles(topic, files, {2}));
    }
    auto store = OutboxStore::open(path);
    DraftStore drafts((*store)->database());
    QCOMPARE(drafts.all()->value(topic), u"您好"_s);
    QCOMPARE(drafts.all()->size(), 1);
    QCOMPARE(drafts.allFiles()->value(topic), files);
    QVERIFY(drafts.put(topic, {}, {3}));
    QCOMPARE(drafts.allFiles()->value(topic), files);
    QVERIFY(drafts.putFiles(topic, {}, {4}));
    QVERIFY(drafts.allFiles()->isEmpty());
}

void TestOutgoing::draftsFilesSurviveADamagedFile()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"outbox.db"_s);
    const QList<Attachment> files{{MessageKind::Image, u"收据.png"_s, u"aa"_s, 5, {}, {}}};
    {
        auto store = OutboxStore::open(path);
        DraftStore drafts((*store)->database());
        QVERIFY(drafts.put({u"t-1"_s}, u"您好"_s, {1}));
        QVERIFY(drafts.putFiles({u"t-1"_s}, files, {1}));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("no database any more");
    file.close();
    auto store = OutboxStore::open(path);
    QVERIFY(store);
    DraftStore drafts((*store)->database());
    QCOMPARE(drafts.all()->value({u"t-1"_s}), u"您好"_s);
    QCOMPARE(drafts.allFiles()->value({u"t-1"_s}), files);
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
