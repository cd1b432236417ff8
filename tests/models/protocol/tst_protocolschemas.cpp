// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/framecodec.h"
#include "tests/models/protocol/randomvalue.h"
#include "tests/models/protocol/schemacomplaint.h"
#include "tests/models/protocol/schemawriter.h"

#include "models/protocol/eventcodec.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

QString sourceDir()
{
    return qEnvironmentVariable("QUNTAI_SOURCE_DIR");
}

QString protocolDir()
{
    return sourceDir() + u"/resources/protocol/"_s;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Writes what the test would demand; run after a change of models/domain. */
int writeFiles(const QString &to)
{
    const auto files = protocolFiles(sourceDir());
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        QFile file(to + it.key());
        QDir().mkpath(QFileInfo(file).path());
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) < 0)
            return 1;
    }
    return 0;
}

/** Why a value does not fit the committed schema; empty when it does. */
QString complaint(const QString &schemaFile, const QByteArray &json)
{
    const auto schema = QJsonDocument::fromJson(
        contents(protocolDir() + u"schemas/"_s + schemaFile)).object();
    const auto why = schemaComplaint(schema, QJsonDocument::fromJson(json).object());
    return why.isEmpty() ? why : why + u" in "_s + QString::fromUtf8(json);
}

template <class T>
void checkValues(RandomValues &random, const QString &schemaFile)
{
    for (int round = 0; round < 4; ++round) {
        const auto json = encodeValue(round == 0 ? T{} : random.make<T>());
        const auto problem = complaint(schemaFile, json);
        QVERIFY2(problem.isEmpty(), qPrintable(schemaFile + u' ' + problem));
    }
}

QString nameOf(std::string_view name)
{
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

class TestProtocolSchemas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedFilesAreThoseOfTheCode();
    void everythingIsDescribed();
    void eventsFitTheirSchemas();
    void commandsFitTheirSchemas();
    void connectionMessagesFitTheirSchemas();
    void eventsFrameFitsItsSchema();
    void schemasRefuseWhatIsWrong();
};

void TestProtocolSchemas::committedFilesAreThoseOfTheCode()
{
    const auto files = protocolFiles(sourceDir());
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        QVERIFY2(contents(protocolDir() + it.key()) == it.value(),
                 qPrintable(it.key() + u" differs: run tst_protocolschemas --write"_s));
    QDirIterator there(protocolDir(), QDir::Files, QDirIterator::Subdirectories);
    while (there.hasNext()) {
        const auto path = there.next().mid(protocolDir().size());
        QVERIFY2(files.contains(path), qPrintable(path + u" belongs to nothing"_s));
    }
}

void TestProtocolSchemas::everythingIsDescribed()
{
    const auto files = protocolFiles(sourceDir());
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it.key().endsWith(u".json"_s))
            QVERIFY2(!QJsonDocument::fromJson(it.value())[u"description"].toString().isEmpty(),
                     qPrintable(it.key()));
    }
}

void TestProtocolSchemas::eventsFitTheirSchemas()
{
    RandomValues random(testSeed());
    random.smallIntegers = true;
    forEachEvent([&]<class T>(const T &) {
        checkValues<T>(random, u"events/%1.json"_s.arg(nameOf(T::type)));
    });
}

void TestProtocolSchemas::commandsFitTheirSchemas()
{
    RandomValues random(testSeed());
    random.smallIntegers = true;
    forEachCommand([&]<class T>(const T &) {
        const auto name = nameOf(T::method);
        const Command command{{u"0199-7"_s}, random.make<T>()};
        const auto problem = complaint(u"methods/%1.params.json"_s.arg(name),
                                       encodeCommand(command));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        checkValues<CommandResult>(random, u"methods/%1.result.json"_s.arg(name));
    });
}

void TestProtocolSchemas::connectionMessagesFitTheirSchemas()
{
    RandomValues random(testSeed());
    random.smallIntegers = true;
    const auto method = [&]<class P, class R>(const MethodOf<P, R> &spec) {
        const auto name = nameOf(spec.name);
        checkValues<P>(random, u"methods/%1.params.json"_s.arg(name));
        checkValues<R>(random, u"methods/%1.result.json"_s.arg(name));
    };
    std::apply([&](const auto &...spec) { (method(spec), ...); }, connectionMethods);
    const auto notice = [&]<class P>(const NoticeOf<P> &spec) {
        checkValues<P>(random, u"notices/%1.json"_s.arg(nameOf(spec.name)));
    };
    std::apply([&](const auto &...spec) { (notice(spec), ...); }, notices);
}

void TestProtocolSchemas::eventsFrameFitsItsSchema()
{
    RandomValues random(testSeed());
    random.smallIntegers = true;
    QList<RawEvent> events;
    forEachEvent([&]<class T>(const T &) {
        const EventData data = random.make<T>();
        events.append({1, 2, {1763805601204}, typeName(data), {u"w/g"_s}, {},
                       encodeEventData(data)});
    });
    events.append({2, 3, {}, u"message.received"_s, {}, {}, {}});
    const auto message = encodeEventsFrame(u"p0", u"e1", events);
    const auto params = QJsonDocument::fromJson(message)[u"params"].toObject();
    const auto problem = complaint(u"notices/feed.events.json"_s, QJsonDocument(params).toJson());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestProtocolSchemas::schemasRefuseWhatIsWrong()
{
    const auto good = R"({"commandId":"c","topic":"t","lease":1,"basis":2,"text":"x"})"_ba;
    const auto file = u"methods/message.send.params.json"_s;
    QVERIFY(complaint(file, good).isEmpty());
    for (const auto &[from, to] : {std::pair{"\"lease\":1,", ""}, {"\"t\"", "5"},
                                   {"\"basis\":2", "\"basis\":\"2\""}, {"\"commandId\":\"c\",", ""}})
        QVERIFY2(!complaint(file, QByteArray(good).replace(from, to)).isEmpty(), from);
    QVERIFY(!complaint(u"events/topic.state.json"_s, R"({"state":"gone"})").isEmpty());
    QVERIFY(!complaint(u"events/clock.stepped.json"_s,
                       R"({"from":"now","to":"2025-11-22T10:00:01.204Z"})").isEmpty());
}

int main(int argc, char *argv[])
{
    if (argc == 2 && qstrcmp(argv[1], "--write") == 0)
        return writeFiles(protocolDir());
    QCoreApplication app(argc, argv);
    TestProtocolSchemas test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_protocolschemas.moc"
