// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commanddesk.h"
#include "tests/models/session/testbackend.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId t1{u"t-1"_s};
const TopicId unknown{u"t-2"_s};
const QByteArray pdf = "%PDF-1.7 x";

/** Where files are brought to: answers each with the status, or keeps it waiting. */
class Door : public QTcpServer
{
public:
    Door()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            auto text = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text] {
                text->append(socket->readAll());
                if (!silent && text->endsWith(pdf))
                    answer(*socket);
            });
        });
    }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1"_s.arg(serverPort())); }

    QByteArray status = "201 Created";
    bool silent = false;
    int brought = 0;

private:
    void answer(QTcpSocket &socket)
    {
        ++brought;
        socket.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.disconnectFromHost();
    }
};

/** A desk with all that stands behind it in a session: a link, a disk, files. */
class Office
{
public:
    Office() : uploads(blobs), stores(folder.path()), desk(state, link, uploads)
    {
        state.topics[t1].group = {u"wecom/g0"_s};
        blobs.setFolder(folder.filePath(u"cache"_s), folder.filePath(u"out"_s));
        blobs.setPass(door.url(), u"pass"_s);
        desk.setStores(&stores);
        QObject::connect(&link, &Link::news, &desk, [this](const LinkNews &news) {
            if (std::holds_alternative<LinkUp>(news))
                desk.linkUp();
            else if (std::holds_alternative<LinkDown>(news))
                desk.linkLost();
            else if (const auto *answer = std::get_if<CommandAnswer>(&news))
                desk.take(*answer);
        });
        link.start(backend.signIn());
    }
    ~Office() { desk.setStores(nullptr); }

    CommandId say(const QString &text, const TopicId &topic = t1,
                  const QList<Attachment> &files = {})
    {
        SendMessage send;
        send.topic = topic;
        send.text = text;
        send.attachments = files;
        return desk.submit(send, {1000}, [](const Result<> &) {});
    }
    /** A text that a file goes with. */
    CommandId sendFile(const QString &text, const TopicId &topic = t1)
    {
        std::optional<Attachment> file;
        blobs.take({{}, pdf, u"a.pdf"_s}, &desk,
                   [&](const Result<Attachment> &taken) { file = taken.value_or(Attachment{}); });
        if (!QTest::qWaitFor([&] { return file.has_value(); }))
            qFatal("no file");
        return say(text, topic, {*file});
    }
    std::optional<OutboxItem> find(const CommandId &id) const
    {
        for (const auto &item : desk.items()) {
            if (item.command.id == id)
                return item;
        }
        return std::nullopt;
    }
    OutboxItem::State stateOf(const CommandId &id) const
    {
        return find(id).value_or(OutboxItem{}).state;
    }

    QTemporaryDir folder;
    TestBackend backend;
    Door door;
    State state;
    Link link;
    BlobDesk blobs;
    Uploads uploads;
    SessionStores stores;
    CommandDesk desk;
};

} // namespace

/** Commands on their way, with the files that go before them. */
class TestCommandDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesGoBeforeTheirText();
    void theNextGoesWhenAnUploadIsDiscarded();
    void theNextGoesWhenAHeldTextIsDiscarded();
    void whyFilesCouldNotBeBrought_data();
    void whyFilesCouldNotBeBrought();
    void whatHadItsEffectNeedsNoFiles();
    void filesWaitForTheirTopic();
    void anUnknownTopicIsTheBackendsToJudge();
    void withEachLinkItIsCaughtUpAnew();
    void whatIsDiscardedMeanwhileNeverGoes();
};

void TestCommandDesk::filesGoBeforeTheirText()
{
    Office office;
    const auto id = office.sendFile(u"收据"_s);
    QTRY_COMPARE(office.backend.texts, QStringList{u"收据"_s});
    QCOMPARE(office.door.brought, 1);
    QVERIFY(!office.uploads.isOn(id));
}

void TestCommandDesk::theNextGoesWhenAnUploadIsDiscarded()
{
    Office office;
    office.door.silent = true;
    const auto first = office.sendFile(u"收据"_s);
    office.say(u"您好"_s);
    QTRY_COMPARE(office.desk.items().size(), 2);
    QTRY_VERIFY(office.uploads.isOn(first));
    QVERIFY2(office.backend.texts.isEmpty(), "a text does not overtake the one before it");
    QSignalSpy left(&office.desk, &CommandDesk::left);
    office.desk.discard(first);
    QCOMPARE(left.size(), 1);
    QVERIFY(!office.find(first));
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
}

void TestCommandDesk::theNextGoesWhenAHeldTextIsDiscarded()
{
    Office office;
    office.desk.setHold(OutboxDelivery::longestHoldMs);
    const auto first = office.say(u"写错了"_s);
    office.desk.setHold(0);
    office.say(u"您好"_s);
    QTRY_COMPARE(office.desk.items().size(), 2);
    office.desk.discard(first);
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
}

void TestCommandDesk::whyFilesCouldNotBeBrought_data()
{
    QTest::addColumn<Error>("answer");
    QTest::addColumn<ErrorKind>("told");
    QTest::newRow("it lacks the files")
        << Error{ErrorKind::NotFound, u"bring it again"_s, {{u"field"_s, u"attachments"_s}}}
        << ErrorKind::Forbidden;
    QTest::newRow("it lacks the topic")
        << Error{ErrorKind::NotFound, u"no such topic"_s, {{u"field"_s, u"topic"_s}}}
        << ErrorKind::NotFound;
    QTest::newRow("it may not be said")
        << Error{ErrorKind::NotHolder, u"held by 李雷"_s} << ErrorKind::NotHolder;
    QTest::newRow("the files are wrong")
        << Error{ErrorKind::InvalidParams, u"its size is another"_s, {{u"field"_s, u"attachments"_s}}}
        << ErrorKind::InvalidParams;
}

/** That they are not there says less than why; anything else the backend says counts. */
void TestCommandDesk::whyFilesCouldNotBeBrought()
{
    QFETCH(Error, answer);
    QFETCH(ErrorKind, told);
    Office office;
    office.door.status = "403 Forbidden";
    office.backend.refusal = answer;
    const auto id = office.sendFile(u"收据"_s);
    QTRY_COMPARE(office.stateOf(id), OutboxItem::State::Refused);
    QCOMPARE(office.find(id)->problem.kind, told);
}

/** Its files may be gone by then: the backend has them, or has the text already. */
void TestCommandDesk::whatHadItsEffectNeedsNoFiles()
{
    Office office;
    office.door.status = "403 Forbidden";
    QSignalSpy settled(&office.desk, &CommandDesk::settled);
    office.sendFile(u"收据"_s);
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(settled.at(0).at(1).value<Result<qint64>>());
}

/** After a start: the outbox is read before the topics are. */
void TestCommandDesk::filesWaitForTheirTopic()
{
    Office office;
    const auto id = office.sendFile(u"收据"_s, unknown);
    office.say(u"您好"_s);
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
    QCOMPARE(office.stateOf(id), OutboxItem::State::Waiting);
    QVERIFY(!office.uploads.isOn(id));
    office.state.topics[unknown].group = {u"wecom/g0"_s};
    office.desk.caughtUp();
    QTRY_COMPARE(office.backend.texts, (QStringList{u"您好"_s, u"收据"_s}));
    QCOMPARE(office.door.brought, 1);
}

void TestCommandDesk::anUnknownTopicIsTheBackendsToJudge()
{
    Office office;
    office.say(u"您好"_s);
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
    office.backend.refusal = Error{ErrorKind::NotFound, u"no such topic"_s, {{u"field"_s, u"topic"_s}}};
    const auto waited = office.sendFile(u"收据"_s, unknown);
    QTRY_VERIFY(office.find(waited));
    office.desk.caughtUp();
    QTRY_COMPARE(office.stateOf(waited), OutboxItem::State::Refused);
    QCOMPARE(office.find(waited)->problem.message, u"no such topic"_s);
    // From now on it does not wait at all: the backend may know what this console may not see.
    office.sendFile(u"合同"_s, unknown);
    QTRY_COMPARE(office.backend.texts, (QStringList{u"您好"_s, u"合同"_s}));
    QCOMPARE(office.door.brought, 0);
}

void TestCommandDesk::withEachLinkItIsCaughtUpAnew()
{
    Office office;
    office.say(u"您好"_s);
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
    office.desk.caughtUp();
    office.desk.linkLost();
    office.desk.linkUp();
    const auto id = office.sendFile(u"收据"_s, unknown);
    office.say(u"在吗"_s);
    QTRY_COMPARE(office.backend.texts, (QStringList{u"您好"_s, u"在吗"_s}));
    QCOMPARE(office.stateOf(id), OutboxItem::State::Waiting);
}

void TestCommandDesk::whatIsDiscardedMeanwhileNeverGoes()
{
    Office office;
    const auto id = office.sendFile(u"收据"_s, unknown);
    office.say(u"您好"_s);
    QTRY_COMPARE(office.backend.texts, QStringList{u"您好"_s});
    office.desk.discard(id);
    QVERIFY(!office.find(id));
    office.desk.caughtUp();
    office.say(u"在吗"_s);
    QTRY_COMPARE(office.backend.texts, (QStringList{u"您好"_s, u"在吗"_s}));
}

QTEST_GUILESS_MAIN(TestCommandDesk)
#include "tst_commanddesk.moc"
