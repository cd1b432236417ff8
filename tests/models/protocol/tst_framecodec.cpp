// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/framecodec.h"
#include "models/protocol/eventcodec.h"
#include "tests/models/protocol/randomvalue.h"
#include "tests/models/protocol/schemawriter.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** Frames of every kind, to be damaged. */
QList<QByteArray> corpus(RandomValues &random)
{
    QList<QByteArray> frames;
    forEachCommand([&]<class T>(const T &) {
        const Command command{{u"c-1"_s}, random.make<T>()};
        frames.append(encodeRequest("7", methodName(command.data), encodeCommand(command)));
    });
    forEachEvent([&]<class T>(const T &) {
        const EventData data = random.make<T>();
        const RawEvent event{1, 2, {1763805601204}, typeName(data), {u"w/g"_s}, {u"t"_s},
                             encodeEventData(data)};
        frames.append(encodeEventsFrame(u"p0", u"e1", {&event, 1}));
    });
    const auto notice = [&]<class P>(const NoticeOf<P> &spec) {
        frames.append(encodeNotification(
            QString::fromLatin1(spec.name.data(), qsizetype(spec.name.size())),
            encodeValue(random.make<P>())));
    };
    std::apply([&](const auto &...spec) { (notice(spec), ...); }, notices);
    frames.append(encodeError("\"x\"", {ErrorKind::Stale, u"3 newer messages"_s,
                                        {{u"since"_s, 5}}}));
    return frames;
}

void damage(QByteArray &frame, RandomValues &random)
{
    static const QList<QByteArray> tokens{"{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1",
                                          "1e999", "9223372036854775808", "\\u0000", "\xC3",
                                          "\"method\"", "\"params\"", "\"id\"", "0.5", "\x00"_ba};
    for (int left = 1 + random.below(4); left > 0; --left) {
        const auto at = random.below(int(frame.size()) + 1);
        switch (random.below(5)) {
        case 0: frame.insert(at, tokens[random.below(int(tokens.size()))]); break;
        case 1: frame.remove(at, 1 + random.below(8)); break;
        case 2: frame.insert(at, frame.mid(random.below(int(frame.size()) + 1),
                                           random.below(64))); break;
        case 3: frame.truncate(at); break;
        default:
            if (at < frame.size())
                frame[at] = char(frame[at] ^ (1 << random.below(8)));
        }
    }
}

/** Reads everything of a message that can be read; false when it was refused. */
bool readAll(FrameReader &reader, const QByteArray &message, QString &why)
{
    const auto head = reader.read(message);
    const auto refuse = [&](const Error &error) {
        why = error.message;
        return false;
    };
    if (!head)
        return refuse(head.error());
    if (head->kind == FrameHead::Kind::Request) {
        const auto command = reader.command(head->method);
        return command || refuse(command.error());
    }
    if (head->method == u"feed.events") {
        const auto events = reader.events();
        return events || refuse(events.error());
    }
    const auto part = reader.body<SnapshotPart>();
    return part || refuse(part.error());
}

} // namespace

class TestFrameCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsSurvive();
    void bodiesSurvive();
    void eventsFrameSurvives();
    void badEventIsSetAside();
    void errorSurvives();
    void resultIsRead();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void refusesWrongCommands_data();
    void refusesWrongCommands();
    void bodyHashIsOfTheBodyOnly();
    void eventSizeIsAnUpperBound();
    void textsThatComeAgainAreShared();
    void hundredThousandDamagedFrames();
};

void TestFrameCodec::commandsSurvive()
{
    RandomValues random(testSeed());
    FrameReader reader;
    for (int round = 0; round < 100; ++round) {
        forEachCommand([&]<class T>(const T &) {
            const Command command{{u"id%1"_s.arg(round)}, round == 0 ? T{} : random.make<T>()};
            const auto method = methodName(command.data);
            QVERIFY(isCommand(method));
            const auto head = reader.read(encodeRequest("\"c-7\"", method, encodeCommand(command)));
            QVERIFY(head);
            QCOMPARE(head->id, "\"c-7\"");
            const auto back = reader.command(head->method);
            QVERIFY2(back, back ? "" : qPrintable(back.error().message));
            QCOMPARE(*back, command);
            QCOMPARE(*decodeCommand(method, encodeCommand(command)), command);
        });
    }
}

void TestFrameCodec::bodiesSurvive()
{
    RandomValues random(testSeed());
    FrameReader reader;
    const auto check = [&]<class T>(const T &value) {
        const auto json = encodeValue(value);
        QVERIFY(reader.read(encodeNotification(u"x", json)));
        const auto back = reader.body<T>();
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(encodeValue(*back), json);
    };
    for (int round = 0; round < 50; ++round) {
#define QUNTAI_BODY(T) check(round == 0 ? T{} : random.make<T>());
#include "models/protocol/bodies.h"
#undef QUNTAI_BODY
    }
}

void TestFrameCodec::eventsFrameSurvives()
{
    RandomValues random(testSeed());
    QList<Event> sent;
    QList<RawEvent> raw;
    qint64 seq = 0;
    forEachEvent([&]<class T>(const T &) {
        const qint64 prev = seq;
        seq += 1 + random.below(3);
        const Event event{u"p0"_s, seq, prev, random.make<Instant>(), random.make<GroupId>(),
                          random.make<TopicId>(), random.make<T>()};
        sent.append(event);
        raw.append({prev, seq, event.at, typeName(event.data), event.group, event.topic,
                    encodeEventData(event.data)});
    });
    FrameReader reader;
    const auto head = reader.read(encodeEventsFrame(u"p0", u"e1", raw));
    QVERIFY(head);
    QCOMPARE(head->kind, FrameHead::Kind::Notification);
    QCOMPARE(head->method, u"feed.events"_s);
    const auto frame = reader.events();
    QVERIFY(frame);
    QCOMPARE(frame->stream, u"p0"_s);
    QCOMPARE(frame->epoch, u"e1"_s);
    QVERIFY(frame->bad.isEmpty());
    QCOMPARE(frame->events, sent);
}

void TestFrameCodec::badEventIsSetAside()
{
    const QByteArray good =
        R"({"prev":1,"seq":2,"at":"2025-11-22T10:00:01.204Z","type":"control.applied","data":{"upTo":5}})";
    const QByteArray bad = QByteArray(good).replace("\"upTo\":5", "\"upTo\":\"5\"");
    const QByteArray worse = R"({"seq":"x","type":5})";
    const QByteArray erased =
        R"({"prev":3,"seq":4,"at":"2025-11-22T10:00:01.204Z","type":"note.added","erased":true})";
    FrameReader reader;
    QVERIFY(reader.read(R"({"jsonrpc":"2.0","method":"feed.events","params":{"stream":"p0","epoch":"e","events":[)"
                        + bad + ',' + worse + ',' + good + ',' + erased + "]}}"));
    const auto frame = reader.events();
    QVERIFY(frame);
    QCOMPARE(frame->events.size(), 3);
    QCOMPARE(frame->events[0].seq, 2);
    QVERIFY(std::holds_alternative<UnknownEvent>(frame->events[0].data));
    QCOMPARE(std::get<ControlApplied>(frame->events[1].data).upTo, 5);
    QCOMPARE(std::get<UnknownEvent>(frame->events[2].data), (UnknownEvent{u"note.added"_s, {}}));
    QCOMPARE(frame->bad.size(), 2);
    QCOMPARE(frame->bad[0].json, bad);
    QCOMPARE(frame->bad[0].error.data[u"field"].toString(), u"upTo"_s);
    QCOMPARE(frame->bad[1].seq, 0);
}

void TestFrameCodec::errorSurvives()
{
    FrameReader reader;
    const Error sent{ErrorKind::Stale, u"3 newer messages"_s, {{u"since"_s, QJsonArray{1, 4}}}};
    const auto head = reader.read(encodeError("12", sent));
    QVERIFY(head);
    QCOMPARE(head->kind, FrameHead::Kind::Error);
    QCOMPARE(head->id, "12");
    QCOMPARE(head->error.kind, ErrorKind::Stale);
    QCOMPARE(head->error.message, sent.message);
    QCOMPARE(head->error.data[u"since"].toArray(), (QJsonArray{1, 4}));
    QCOMPARE(head->error.data[u"kind"].toString(), u"stale"_s);
    QCOMPARE(reader.read(encodeError({}, sent))->id, "null");
    QCOMPARE(reader.read(R"({"jsonrpc":"2.0","id":1,"error":{"code":77,"message":"?"}})")->error.kind,
             ErrorKind::Internal);
}

void TestFrameCodec::resultIsRead()
{
    FrameReader reader;
    const auto head = reader.read(encodeResult("1", encodeValue(CommandResult{48301})));
    QVERIFY(head);
    QCOMPARE(head->kind, FrameHead::Kind::Result);
    QCOMPARE(reader.body<CommandResult>()->seq, 48301);
}

void TestFrameCodec::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &message, ErrorKind kind) {
        QTest::newRow(name) << message << int(kind);
    };
    row("empty", "", ErrorKind::Parse);
    row("batch", "[]", ErrorKind::InvalidRequest);
    row("no version", R"({"method":"x"})", ErrorKind::InvalidRequest);
    row("wrong version", R"({"jsonrpc":"1.0","method":"x"})", ErrorKind::InvalidRequest);
    row("nothing in it", R"({"jsonrpc":"2.0"})", ErrorKind::InvalidRequest);
    row("id is an object", R"({"jsonrpc":"2.0","id":{},"method":"x"})", ErrorKind::InvalidRequest);
    row("id is a fraction", R"({"jsonrpc":"2.0","id":1.5,"method":"x"})",
        ErrorKind::InvalidRequest);
    row("id is null", R"({"jsonrpc":"2.0","id":null,"method":"x"})", ErrorKind::InvalidRequest);
    row("id is a book", R"({"jsonrpc":"2.0","id":")" + QByteArray(200, 'x') + R"(","method":"x"})",
        ErrorKind::InvalidRequest);
    row("result without id", R"({"jsonrpc":"2.0","result":{}})", ErrorKind::InvalidRequest);
    row("method twice", R"({"jsonrpc":"2.0","method":"x","method":"y"})", ErrorKind::Parse);
    row("too large", R"({"jsonrpc":"2.0","method":")" + QByteArray(256 * 1024, 'x') + "\"}",
        ErrorKind::TooLarge);
}

void TestFrameCodec::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, message);
    QFETCH(int, kind);
    const auto head = FrameReader().read(message);
    QVERIFY(!head);
    QCOMPARE(int(head.error().kind), kind);
}

void TestFrameCodec::refusesWrongCommands_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *method, const QByteArray &params,
                        ErrorKind kind, const char *field) {
        QTest::newRow(name) << QString::fromLatin1(method) << params << int(kind)
                            << QString::fromLatin1(field);
    };
    row("unknown", "topic.explode", "{}", ErrorKind::UnknownMethod, "");
    row("no id", "topic.reopen", R"({"topic":"t"})", ErrorKind::InvalidParams, "commandId");
    row("empty id", "topic.reopen", R"({"commandId":"","topic":"t"})", ErrorKind::InvalidParams,
        "commandId");
    row("long id", "topic.reopen", R"({"commandId":")" + QByteArray(65, 'x') + R"(","topic":"t"})",
        ErrorKind::InvalidParams, "commandId");
    row("no member", "topic.claim", R"({"commandId":"c","topic":"t"})", ErrorKind::InvalidParams,
        "basis");
    row("params are a list", "topic.claim", "[]", ErrorKind::InvalidParams, "");
}

void TestFrameCodec::refusesWrongCommands()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, params);
    QFETCH(int, kind);
    QFETCH(QString, field);
    const auto command = decodeCommand(method, params);
    QVERIFY(!command);
    QCOMPARE(int(command.error().kind), kind);
    QCOMPARE(command.error().data[u"field"].toString(), field);
}

void TestFrameCodec::bodyHashIsOfTheBodyOnly()
{
    const ClaimTopic claim{{u"t"_s}, 5};
    QCOMPARE(commandBodyHash(claim), commandBodyHash(ClaimTopic{{u"t"_s}, 5}));
    QVERIFY(commandBodyHash(claim) != commandBodyHash(ClaimTopic{{u"t"_s}, 6}));
    QVERIFY(commandBodyHash(ReopenTopic{{u"t"_s}}) != commandBodyHash(claim));
    QCOMPARE(commandBodyHash(claim).size(), 32);
    PutUser with;
    with.user.id = {u"u"_s};
    with.password = u"secret"_s;
    QCOMPARE(commandBodyHash(with), commandBodyHash(PutUser{with.user, u"other"_s}));
}

void TestFrameCodec::eventSizeIsAnUpperBound()
{
    RandomValues random(testSeed());
    for (int round = 0; round < 500; ++round) {
        const RawEvent event{random.make<qint64>(), random.make<qint64>(), random.make<Instant>(),
                             random.make<QString>(), random.make<GroupId>(),
                             random.make<TopicId>(), "{}"};
        QVERIFY(encodeRawEvent(event).size() < rawEventSize(event));
    }
}

void TestFrameCodec::textsThatComeAgainAreShared()
{
    RandomValues random(testSeed());
    for (int round = 0; round < 20'000; ++round) {
        const auto text = random.make<QString>();
        const auto bytes = text.toUtf8();
        const auto read = sharedText({bytes.data(), std::size_t(bytes.size())});
        QCOMPARE(read, text);
        const auto again = sharedText({bytes.data(), std::size_t(bytes.size())});
        QCOMPARE(again.isSharedWith(read), !text.isEmpty() && bytes.size() <= 64);
    }
}

void TestFrameCodec::hundredThousandDamagedFrames()
{
    RandomValues random(testSeed());
    const auto frames = corpus(random);
    FrameReader reader;
    int refused = 0;
    QString why;
    for (const auto &frame : frames)
        QVERIFY2(readAll(reader, frame, why) || !why.isEmpty(), frame.constData());
    const int rounds = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 1'000'000 : 100'000;
    for (int round = 0; round < rounds; ++round) {
        auto frame = frames[random.below(int(frames.size()))];
        damage(frame, random);
        why.clear();
        if (!readAll(reader, frame, why)) {
            ++refused;
            QVERIFY(!why.isEmpty());
        }
    }
    qInfo("%d damaged frames, %d refused with a reason", rounds, refused);
    QVERIFY(refused > rounds / 2);
}

QTEST_GUILESS_MAIN(TestFrameCodec)
#include "tst_framecodec.moc"
