// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/eventcodec.h"
#include "tests/models/protocol/randomvalue.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

template <class Each, std::size_t... I>
void forEachKnownEvent(Each each, std::index_sequence<I...>)
{
    (each(std::variant_alternative_t<I, EventVariant>{}), ...);
}

template <class Each>
void forEachKnownEvent(Each each)
{
    forEachKnownEvent(each, std::make_index_sequence<std::variant_size_v<EventVariant> - 1>{});
}

QString fieldOf(const Result<EventData> &result)
{
    return result ? u"(no error)"_s : result.error().data[u"field"].toString();
}

} // namespace

class TestEventCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultValuesSurvive();
    void randomValuesSurvive();
    void writesWhatTheProtocolShows();
    void keepsUnknownTypesAsTheyCame();
    void ignoresUnknownMembers();
    void namesTheFaultyMember_data();
    void namesTheFaultyMember();
    void refusesHostileJson_data();
    void refusesHostileJson();
    void replacesLoneSurrogates();
    void readsInstants_data();
    void readsInstants();
};

void TestEventCodec::defaultValuesSurvive()
{
    forEachKnownEvent([]<class T>(const T &value) {
        const auto json = encodeEventData(value);
        const auto back = decodeEventData(typeName(value), json);
        QVERIFY2(back, qPrintable(typeName(value)));
        QCOMPARE(std::get<T>(*back), value);
    });
}

void TestEventCodec::randomValuesSurvive()
{
    RandomValues random(testSeed());
    for (int round = 0; round < 300; ++round) {
        forEachKnownEvent([&]<class T>(const T &) {
            const T value = random.make<T>();
            const auto json = encodeEventData(value);
            const auto back = decodeEventData(typeName(value), json);
            QVERIFY2(back, json.constData());
            QVERIFY2(std::get<T>(*back) == value, json.constData());
            QCOMPARE(encodeEventData(*back), json);
        });
    }
}

void TestEventCodec::writesWhatTheProtocolShows()
{
    MessageReceived data;
    data.message = {u"m-1"_s};
    data.platformId = u"p9"_s;
    data.author = {AuthorKind::Member, u"wecom/小林"_s, u"小林"_s};
    data.text = u"\"退货\"\n运费谁出😀"_s;
    data.mentionsBot = true;
    QCOMPARE(encodeEventData(data).constData(),
             "{\"message\":\"m-1\",\"platformId\":\"p9\",\"author\":{\"kind\":\"member\","
             "\"id\":\"wecom/小林\",\"name\":\"小林\"},\"text\":\"\\\"退货\\\"\\n运费谁出😀\","
             "\"mentionsBot\":true}");

    LeaseRenewed renewed{3, {1763805601204}, {}};
    QCOMPARE(encodeEventData(renewed).constData(),
             "{\"fence\":3,\"until\":\"2025-11-22T10:00:01.204Z\","
             "\"idleAt\":\"1970-01-01T00:00:00.000Z\"}");
}

void TestEventCodec::keepsUnknownTypesAsTheyCame()
{
    const QByteArray json = "{\"mood\":[1,2,{\"x\":null}],\"y\":1.5}";
    const auto data = decodeEventData(u"mood.changed", json);
    QVERIFY(data);
    QCOMPARE(typeName(*data), u"mood.changed"_s);
    QCOMPARE(std::get<UnknownEvent>(*data).payload, json);
    QCOMPARE(encodeEventData(*data), json);
}

void TestEventCodec::ignoresUnknownMembers()
{
    const auto data = decodeEventData(
        u"message.sent", "{\"later\":{\"a\":[]},\"platformId\":\"7\",\"message\":\"m\",\"z\":1}");
    QVERIFY(data);
    QCOMPARE(std::get<MessageSent>(*data), (MessageSent{{u"m"_s}, u"7"_s}));
}

void TestEventCodec::namesTheFaultyMember_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *type, const char *json, const char *field) {
        QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(json)
                            << QString::fromLatin1(field);
    };
    row("missing", "message.sent", "{}", "message");
    row("text expected", "message.sent", "{\"message\":5}", "message");
    row("null is not a text", "message.sent", "{\"message\":null}", "message");
    row("nested", "verdict.reached",
        "{\"message\":\"m\",\"verdict\":{\"action\":\"answer\",\"addressee\":\"bot\","
        "\"confidence\":1,\"emotion\":\"x\"}}", "verdict.emotion");
    row("word", "topic.state", "{\"state\":\"gone\"}", "state");
    row("whole number", "control.applied", "{\"upTo\":1.0}", "upTo");
    row("too big for a qint64", "control.applied", "{\"upTo\":9223372036854775808}", "upTo");
    row("too big for an int", "message.failed",
        "{\"message\":\"m\",\"reason\":\"\",\"code\":2147483648}", "code");
    row("bool", "message.received",
        "{\"message\":\"m\",\"platformId\":\"\",\"author\":{\"kind\":\"bot\"},\"mentionsBot\":1}",
        "mentionsBot");
    row("list", "topic.linked", "{\"messages\":\"m\"}", "messages");
    row("object", "group.changed", "{\"group\":[]}", "group");
    row("time", "clock.stepped", "{\"from\":\"yesterday\"}", "from");
    row("not an object", "message.sent", "[]", "");
}

void TestEventCodec::namesTheFaultyMember()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto data = decodeEventData(type, json);
    QVERIFY(!data);
    QCOMPARE(data.error().kind, ErrorKind::InvalidParams);
    QCOMPARE(fieldOf(data), field);
}

void TestEventCodec::refusesHostileJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"message\":\"m");
    QTest::newRow("more after the end") << QByteArray("{\"message\":\"m\"} {}");
    QTest::newRow("twice") << QByteArray("{\"message\":\"m\",\"message\":\"n\"}");
    QTest::newRow("twice, escaped") << QByteArray("{\"message\":\"m\",\"\\u006dessage\":\"n\"}");
    QTest::newRow("unknown twice") << QByteArray("{\"message\":\"m\",\"a\":[{\"b\":1,\"b\":1}]}");
    QTest::newRow("bad utf-8") << QByteArray("{\"message\":\"\xC3\x28\"}");
    QTest::newRow("lone surrogate in utf-8") << QByteArray("{\"message\":\"\xED\xA0\x80\"}");
    QTest::newRow("control character") << QByteArray("{\"message\":\"a\nb\"}");
    QTest::newRow("number of 400 digits")
        << QByteArray("{\"message\":\"m\",\"n\":" + QByteArray(400, '9') + "}");
    QTest::newRow("33 deep")
        << QByteArray("{\"a\":" + QByteArray(32, '[') + QByteArray(32, ']') + "}");
    QTest::newRow("100,000 deep") << QByteArray(100000, '[');
    QByteArray many = "{\"message\":\"m\"";
    for (int i = 0; i < 40; ++i)
        many += ",\"k" + QByteArray::number(i % 39) + "\":0";
    QTest::newRow("twice among many") << QByteArray(many + "}");
}

void TestEventCodec::refusesHostileJson()
{
    QFETCH(QByteArray, json);
    const auto data = decodeEventData(u"message.sent", json);
    QVERIFY(!data);
    QCOMPARE(data.error().kind, ErrorKind::Parse);
}

void TestEventCodec::replacesLoneSurrogates()
{
    MessageSent data;
    data.message.value = u"a"_s + QChar(0xD83D) + u"b"_s + QChar(0xDE00);
    const auto back = decodeEventData(u"message.sent", encodeEventData(data));
    QVERIFY(back);
    QCOMPARE(std::get<MessageSent>(*back).message.value, u"a\uFFFDb\uFFFD"_s);
}

void TestEventCodec::readsInstants_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("usual") << QByteArray("2025-11-22T10:00:01.204Z") << true
                           << qint64(1763805601204);
    QTest::newRow("seconds") << QByteArray("2025-11-22T10:00:01Z") << true
                             << qint64(1763805601000);
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00.000Z") << true
                              << qint64(1709164800000);
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.999Z") << true << qint64(-1);
    QTest::newRow("no leap day") << QByteArray("2025-02-29T00:00:00.000Z") << false << qint64(0);
    QTest::newRow("offset") << QByteArray("2025-11-22T10:00:01.204+08:00") << false << qint64(0);
    QTest::newRow("hour 24") << QByteArray("2025-11-22T24:00:00.000Z") << false << qint64(0);
    QTest::newRow("letters") << QByteArray("2025-11-2aT10:00:00.000Z") << false << qint64(0);
    QTest::newRow("empty") << QByteArray("") << false << qint64(0);
}

void TestEventCodec::readsInstants()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QFETCH(qint64, ms);
    Instant at;
    QCOMPARE(readInstant({text.data(), std::size_t(text.size())}, at), good);
    if (good) {
        QCOMPARE(at.ms, ms);
        if (text.size() == 24)
            QCOMPARE(toIsoString(at).toLatin1(), text);
    }
}

QTEST_GUILESS_MAIN(TestEventCodec)
#include "tst_eventcodec.moc"
