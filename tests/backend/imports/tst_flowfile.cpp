// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/flowyaml.h"
#include "tests/backend/imports/yamljson.h"
#include "tests/models/protocol/schemacomplaint.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *everyKey = R"(
flows:
  - id: welcome
    name: 新人欢迎
    enabled: false
    trigger: joined
    batchSeconds: 30
    perMember: always
    conditions: {groups: [wx/g1], tags: [小区], levels: [vip, svip]}
    text: 欢迎{{姓名}}等 {{人数}} 位来到{{群名}}
  - id: friday
    name: 周五预告
    trigger: schedule
    schedule: {at: "08:30", weekdays: [5], spreadMinutes: 15, utcOffsetMinutes: 540}
    text: 周五见
  - id: day
    name: 双十一
    trigger: schedule
    schedule: {at: "10:00", dates: [2026-11-11, 2026-12-12]}
    text: 今天活动
  - id: coupon
    name: 领券
    trigger: keyword
    keywords: [领券, 求券]
    perMember: daily
    text: "{{称呼}}，订单{{订单号}}可用"
  - id: thanks
    name: 致谢
    trigger: event
    event: purchase
    perMember: once
    text: 谢谢{{姓名}}
)";

QByteArray contents(const QString &path)
{
    QFile file(qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/resources/"_s + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString complaint(const QByteArray &yaml)
{
    const auto schema
        = QJsonDocument::fromJson(contents(u"schemas/flow.schema.json"_s)).object();
    return schemaComplaint(schema, quntai::test::jsonOf(YAML::Load(yaml.toStdString())));
}

Result<QList<Flow>> readText(const QByteArray &yaml)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"flows.yaml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) < 0)
        qFatal("no temporary file");
    file.close();
    return readFlowFile(file.fileName());
}

/** The first flow above with one line in place of another. */
QByteArray changed(const QByteArray &old, const QByteArray &line)
{
    return QByteArray(everyKey).replace(old, line);
}

} // namespace

class TestFlowFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsRead();
    void theSampleFitsTheSchema();
    void anEmptyFileHasNoFlows();
    void mistakesAreNamedWithTheirLine_data();
    void mistakesAreNamedWithTheirLine();
};

void TestFlowFile::everyKeyIsRead()
{
    QCOMPARE(complaint(everyKey), QString());
    const auto flows = readText(everyKey);
    QVERIFY2(flows, qPrintable(flows ? QString() : flows.error().message));
    QCOMPARE(flows->size(), 5);
    const auto &welcome = flows->at(0);
    QCOMPARE(welcome.id.value, u"welcome"_s);
    QVERIFY(!welcome.enabled);
    QCOMPARE(welcome.batchSeconds, 30);
    QCOMPARE(welcome.perMember, FlowRepeat::Always);
    QCOMPARE(welcome.groups, QList<GroupId>{{u"wx/g1"_s}});
    QCOMPARE(welcome.tags, QStringList{u"小区"_s});
    QCOMPARE(welcome.levels, (QList<CustomerLevel>{CustomerLevel::Vip, CustomerLevel::Svip}));
    const auto &friday = flows->at(1).schedule;
    QCOMPARE(friday.minute, 510);
    QCOMPARE(friday.weekdays, QList<int>{5});
    QCOMPARE(friday.spreadMinutes, 15);
    QCOMPARE(friday.offset, 540);
    QCOMPARE(flows->at(2).schedule.dates, (QList<int>{20261111, 20261212}));
    QCOMPARE(flows->at(3).keywords, (QStringList{u"领券"_s, u"求券"_s}));
    QCOMPARE(flows->at(3).perMember, FlowRepeat::Daily);
    QVERIFY(flows->at(3).enabled);
    QCOMPARE(flows->at(4).moment, FlowMoment::Purchase);
}

void TestFlowFile::theSampleFitsTheSchema()
{
    const auto sample = contents(u"sample/flows.yaml"_s);
    QCOMPARE(complaint(sample), QString());
    const auto flows = readText(sample);
    QVERIFY2(flows, qPrintable(flows ? QString() : flows.error().message));
    QVERIFY(flows->size() >= 3);
}

void TestFlowFile::anEmptyFileHasNoFlows()
{
    QCOMPARE(readText("")->size(), 0);
    QCOMPARE(readText("flows: []\n")->size(), 0);
}

void TestFlowFile::mistakesAreNamedWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("schemaSeesIt");
    const auto row = [](const char *name, const QByteArray &yaml, int line, const char *word,
                        bool schemaSeesIt = true) {
        QTest::newRow(name) << yaml << u":%1:"_s.arg(line) << QString::fromUtf8(word)
                            << schemaSeesIt;
    };
    row("unknown key", changed("enabled: false", "enabeld: false"), 5, "enabeld");
    row("unknown trigger", changed("trigger: joined", "trigger: join"), 6, "trigger");
    row("no trigger", changed("    trigger: joined\n", ""), 3, "trigger");
    row("no text", changed("    text: 周五见\n", ""), 11, "text");
    row("bad id", changed("id: welcome", "id: 欢迎"), 3, "id");
    row("id twice", changed("id: day", "id: friday"), 16, "friday", false);
    row("bad level", changed("[vip, svip]", "[vip, gold]"), 9, "levels");
    row("bad time", changed("08:30", "8点半"), 14, "at");
    row("bad date", changed("2026-11-11", "2026-11-31"), 19, "dates", false);
    row("bad weekday", changed("weekdays: [5]", "weekdays: [8]"), 14, "weekdays");
    row("batch without joins", changed("perMember: daily", "batchSeconds: 5"), 25, "batchSeconds",
        false);
    row("keyword without keywords", changed("    keywords: [领券, 求券]\n", ""), 21, "keywords",
        false);
    row("unknown variable", changed("{{群名}}", "{{群号}}"), 10, "群号", false);
    row("nobody to name", changed("text: 周五见", "text: 周五见{{姓名}}"), 15, "姓名", false);
    row("an order of many", changed("来到{{群名}}", "{{订单号}}"), 10, "订单号", false);
    row("too long a batch", changed("batchSeconds: 30", "batchSeconds: 4000"), 7, "batchSeconds");
}

void TestFlowFile::mistakesAreNamedWithTheirLine()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    QFETCH(QString, word);
    QFETCH(bool, schemaSeesIt);
    QVERIFY(yaml != QByteArray(everyKey));
    const auto flows = readText(yaml);
    QVERIFY(!flows);
    QVERIFY2(flows.error().message.contains(place) && flows.error().message.contains(word),
             qPrintable(flows.error().message));
    QCOMPARE(!complaint(yaml).isEmpty(), schemaSeesIt);
}

QTEST_GUILESS_MAIN(TestFlowFile)
#include "tst_flowfile.moc"
