// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyfile.h"
#include "tests/backend/imports/yamljson.h"
#include "tests/models/protocol/schemacomplaint.h"

#include <yaml-cpp/yaml.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using quntai::test::jsonOf;
using namespace Qt::StringLiterals;

namespace {

QString sourceFile(const QString &path)
{
    return qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/resources/"_s + path;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr const char *everyKey = R"(
answerThreshold: 0.7
clarifyThreshold: 0.5
linkDoubt: 0.6
emotionEscalate: 70
repeatsEscalate: 3
waitingEscalateSeconds: 300
humanKeywords: [转人工]
sensitiveWords: [加我私聊]
highRiskCategories: [过敏原]
aiLabel: 【AI】
stopped: false
secondReviewer: true
readPictures: true
calendar: china
workingHours: {from: "09:00", to: "18:00", days: [1, 2, 3, 4, 5], utcOffsetMinutes: 480}
sla: {firstResponseSeconds: 300, nextResponseSeconds: 600, resolutionSeconds: 86400, warn: 0.7}
routing: {offers: true, capacity: 4, firstTouchSeconds: 120}
budget: {perMinute: 30, perHour: 1000}
escalation:
  threshold: 0.6
  weights: {emotion: 0.4, humanRequest: 0.6, repeats: 0.2, lowConfidence: 0.15, vip: 0.1,
            highRisk: 0.6, waiting: 0.15, trend: 0.1, complexity: 0.1, customerValue: 0.1,
            purchase: 0.2, largeOrder: 0.3}
keywords:
  - {name: 监管, words: ["12315", 消协], weight: 0.6}
purchaseKeywords: [企业采购]
synonyms:
  - [周转柜, 小绿箱]
wordSets:
  - {name: 竞品, action: warn, words: [某某优选], patterns: ["\\d{6,}群"]}
accountBudget: {perMinute: 100, perHour: 3000}
memberBudget: {perMinute: 6}
noticeShare: 0.5
mergeSeconds: 5
solvedAsk: {minutes: 45, text: 搞定了吗？}
promises: false
foldSample: 30
spread:
  emotion: 55
  members: 3
  minutes: 20
  calmMinutes: 40
quietHours: {from: "22:00", to: "08:00", answers: true, utcOffsetMinutes: 480}
tone: {style: formal, salutation: true, emoji: false}
largeOrder: 50
highValueYuan: 3000
categories:
  - {categories: [价格], groups: [wx/g1], tags: [VIP], mode: silent, answerThreshold: 0.9,
     clarifyThreshold: 0.6, highRisk: false}
groups:
  - groups: [wx/g1]
    tags: [VIP]
    mode: review
    answerThreshold: 0.9
    clarifyThreshold: 0.5
    emotionEscalate: 50
    repeatsEscalate: 2
    waitingEscalateSeconds: 120
    escalation: {threshold: 0.4}
    sla: {firstResponseSeconds: 60, nextResponseSeconds: 90, resolutionSeconds: 7200}
    budget: {perMinute: 10, perHour: 200}
    workingHours: {from: "00:00", to: "24:00", days: [6], utcOffsetMinutes: 540}
    secondReviewer: true
    readPictures: false
    quietHours: {from: "23:00", to: "07:00", answers: false, utcOffsetMinutes: 480}
    tone: {style: brief, salutation: false, emoji: true}
    solvedAsk: {minutes: 0, text: 好了吗？}
    aiLabel: 【机器人】
)";

QJsonObject policySchema()
{
    return QJsonDocument::fromJson(contents(sourceFile(u"schemas/policy.schema.json"_s))).object();
}

/** Why a policy does not fit its schema; empty when it does. */
QString complaint(const QByteArray &yaml)
{
    return schemaComplaint(policySchema(), jsonOf(YAML::Load(yaml.toStdString())));
}

QJsonObject resolved(const QJsonObject &schema)
{
    const auto name = schema[u"$ref"].toString().section(u'/', -1);
    return name.isEmpty() ? schema : policySchema()[u"definitions"][name].toObject();
}

/** Keys of the schema, and of all the values given for it, as paths. */
void collectKeys(const QJsonObject &given, const QList<QJsonValue> &values, const QString &path,
                 QSet<QString> &known, QSet<QString> &used)
{
    const auto schema = resolved(given);
    if (const auto items = schema[u"items"].toObject(); !items.isEmpty()) {
        QList<QJsonValue> each;
        for (const auto &value : values) {
            for (const auto &item : value.toArray())
                each.append(item);
        }
        collectKeys(items, each, path + u"[]"_s, known, used);
    }
    const auto properties = schema[u"properties"].toObject();
    for (const auto &value : values) {
        const auto keys = value.toObject().keys();
        for (const auto &key : keys)
            used.insert(path + u'.' + key);
    }
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        known.insert(path + u'.' + property.key());
        QList<QJsonValue> each;
        for (const auto &value : values)
            each.append(value.toObject().value(property.key()));
        collectKeys(property->toObject(), each, path + u'.' + property.key(), known, used);
    }
}

} // namespace

/** The policy as people write it. */
class TestPolicyFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sampleIsGood();
    void sampleFitsTheSchema();
    void schemaKnowsWhatIsRead();
    void rulesForGroups();
    void wordsThatMeanTheSame();
    void rulesForCategories();
    void problemsNameLineAndKey_data();
    void problemsNameLineAndKey();

private:
    Result<Policy> read(const QByteArray &yaml)
    {
        QFile file(m_dir.filePath(u"policy.yaml"_s));
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(yaml) < 0)
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        return readPolicyFile(file.fileName());
    }

    QTemporaryDir m_dir;
};

void TestPolicyFile::sampleIsGood()
{
    const auto policy = readPolicyFile(qEnvironmentVariable("QUNTAI_SOURCE_DIR")
                                       + u"/resources/sample/policy.yaml"_s);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->answerThreshold, 560);
    QVERIFY(!policy->groups.isEmpty());
}

void TestPolicyFile::sampleFitsTheSchema()
{
    for (const auto &file : {u"sample/policy.yaml"_s}) {
        const auto problem = complaint(contents(sourceFile(file)));
        QVERIFY2(problem.isEmpty(), qPrintable(file + u' ' + problem));
    }
}

/** A policy with every key there is fits both, and the schema has no key nobody reads. */
void TestPolicyFile::schemaKnowsWhatIsRead()
{
    const QByteArray everything = everyKey;
    const auto policy = read(everything);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->routing, (Routing{true, 4, 120}));
    QCOMPARE(policy->nextResponseSeconds, 600);
    QCOMPARE(policy->slaWarnPermille, 700);
    QCOMPARE(policy->groups.first().resolutionSeconds, 7200);
    const auto problem = complaint(everything);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QSet<QString> known;
    QSet<QString> used;
    collectKeys(policySchema(), {jsonOf(YAML::Load(everyKey))}, {}, known, used);
    QVERIFY(known.size() > 40);
    QCOMPARE((known - used).values(), QStringList());
    QCOMPARE((used - known).values(), QStringList());
    QCOMPARE(policy->wordSets.value(0).action, WordAction::Warn);
    QCOMPARE(policy->quiet, (QuietHours{22 * 60, 8 * 60, 480, true}));
    QCOMPARE(policy->accountPerHour, 3000);
    QCOMPARE(policy->memberPerMinute, 6);
    QCOMPARE(policy->noticeShare, 500);
    QCOMPARE(policy->mergeSeconds, 5);
    QCOMPARE(policy->solvedAsk, (SolvedAsk{45, u"搞定了吗？"_s}));
    QVERIFY(!policy->promises);
    QCOMPARE(policy->groups[0].solvedAsk->minutes, 0);
    QCOMPARE(policy->foldSample, 30);
    QCOMPARE(policy->spread, (SpreadWatch{55, 3, 20, 40}));
    QCOMPARE(policy->highValueCents, 300'000);
    QCOMPARE(policy->tone, (AnswerTone{ToneStyle::Formal, true, false}));
    QCOMPARE(policy->groups[0].aiLabel, u"【机器人】"_s);
    QCOMPARE(policy->groups[0].tone->style, ToneStyle::Brief);
}

void TestPolicyFile::wordsThatMeanTheSame()
{
    const auto yaml = "synonyms:\n  - [周转柜, 小绿箱]\n  - [提货码, 取货码, 八位码]\n";
    const auto policy = read(yaml);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->synonyms,
             (QList<QStringList>{{u"周转柜"_s, u"小绿箱"_s}, {u"提货码"_s, u"取货码"_s, u"八位码"_s}}));
    QVERIFY(complaint(yaml).isEmpty());
    QString many = u"synonyms:\n"_s;
    for (int i = 0; i < 501; ++i)
        many += u"  - [甲%1, 乙%1]\n"_s.arg(i);
    QVERIFY(read(many.toUtf8()).error().message.contains(u"at most 1000 words"_s));
}

void TestPolicyFile::rulesForCategories()
{
    const auto policy = read(R"(
categories:
  - categories: [价格, 活动]
    mode: review
    answerThreshold: 0.9
  - categories: [价格]
    groups: [wx/g1]
    tags: [VIP]
    mode: escalate
    highRisk: true
)");
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->categories.size(), 2);
    QCOMPARE(policy->categories[0].categories, (QStringList{u"价格"_s, u"活动"_s}));
    QCOMPARE(policy->categories[0].mode, CategoryMode::Review);
    QCOMPARE(policy->categories[0].answerThreshold, 900);
    QVERIFY(!policy->categories[0].highRisk);
    QCOMPARE(policy->categories[1].groups, QList{GroupId{u"wx/g1"_s}});
    QCOMPARE(policy->categories[1].tags, QStringList{u"VIP"_s});
    QCOMPARE(policy->categories[1].highRisk, true);
    Group vip;
    vip.tags = {u"VIP"_s};
    QCOMPARE(stanceOn(*policy, vip, u"价格"_s).mode, CategoryMode::Escalate);
    QCOMPARE(stanceOn(*policy, vip, u"价格"_s).answerThreshold, 900);
    QCOMPARE(stanceOn(*policy, {}, u"价格"_s).mode, CategoryMode::Review);
    QCOMPARE(stanceOn(*policy, {}, u"物流"_s).mode, CategoryMode::Answer);
    QCOMPARE(stanceOn(*policy, {}, u"物流"_s).answerThreshold, policy->answerThreshold);
}

void TestPolicyFile::rulesForGroups()
{
    const auto policy = read(R"(
answerThreshold: 0.7
workingHours: {from: "08:30", to: "22:00", days: [1, 2, 3, 4, 5, 6]}
groups:
  - groups: [wx/g1, wx/g2]
    mode: review
    answerThreshold: 0.9
    emotionEscalate: 50
    escalation: {threshold: 0.4}
    waitingEscalateSeconds: 120
    sla: {firstResponseSeconds: 60}
    budget: {perMinute: 10, perHour: 200}
  - tags: [night]
    workingHours: {from: "00:00", to: "24:00", utcOffsetMinutes: 540}
)");
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->hours.from, 510);
    QCOMPARE(policy->hours.to, 1320);
    QCOMPARE(policy->hours.days, (QList{1, 2, 3, 4, 5, 6}));
    QCOMPARE(policy->groups.size(), 2);
    const auto &rule = policy->groups[0];
    QCOMPARE(rule.groups, (QList{GroupId{u"wx/g1"_s}, GroupId{u"wx/g2"_s}}));
    QCOMPARE(rule.mode, BotMode::Review);
    QCOMPARE(rule.answerThreshold, 900);
    QVERIFY(!rule.clarifyThreshold);
    QCOMPARE(rule.emotionAlert, 50);
    QCOMPARE(rule.escalationThreshold, 400);
    QCOMPARE(rule.waitingSeconds, 120);
    QCOMPARE(rule.firstResponseSeconds, 60);
    QCOMPARE(rule.budgetPerMinute, 10);
    QCOMPARE(rule.budgetPerHour, 200);
    QCOMPARE(policy->groups[1].hours->offset, 540);
    QCOMPARE(policy->groups[1].hours->to, 1440);
}

void TestPolicyFile::problemsNameLineAndKey_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *yaml, const char *place, const char *key) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromLatin1(place)
                            << QString::fromLatin1(key);
    };
    row("empty", "", ":", "no policy");
    row("unknown key", "answerTreshold: 1\n", ":1:1:", "answerTreshold");
    row("no number", "answerThreshold: high\n", ":1:18:", "answerThreshold");
    row("too high", "\nanswerThreshold: 1.5\n", ":2:18:", "answerThreshold");
    row("not a number", "answerThreshold: .nan\n", ":1:18:", "answerThreshold");
    row("half", "emotionEscalate: 7.5\n", ":1:18:", "emotionEscalate");
    row("range", "emotionEscalate: 101\n", ":1:18:", "from 1 to 100");
    row("turned round", "answerThreshold: 0.5\nclarifyThreshold: 0.6\n", ":1:1:",
        "clarifyThreshold");
    row("a text for words", "humanKeywords: help\n", ":1:16:", "humanKeywords");
    row("flag", "stopped: 7\n", ":1:10:", "stopped");
    row("rule for nobody", "groups:\n  - mode: review\n", ":2:5:", "groups or tags");
    row("mode", "groups:\n  - tags: [a]\n    mode: quiet\n", ":3:11:", "mode");
    row("key in a rule", "groups:\n  - tags: [a]\n    stopped: true\n", ":3:5:", "stopped");
    row("rule turned round", "groups:\n  - tags: [a]\n    clarifyThreshold: 0.9\n", ":2:5:",
        "clarifyThreshold");
    row("rule for no category", "categories:\n  - mode: review\n", ":2:5:", "categories");
    row("mode of a group", "categories:\n  - categories: [a]\n    mode: auto\n", ":3:11:",
        "answer, review, escalate, silent");
    row("category turned round", "categories:\n  - categories: [a]\n    clarifyThreshold: 0.9\n",
        ":2:5:", "clarifyThreshold");
    row("keywords without a name", "keywords:\n  - {words: [a], weight: 1}\n", ":2:5:", "name");
    row("too heavy", "keywords:\n  - {name: a, words: [a], weight: 2}\n", ":2:35:", "weight");
    row("value", "highValueYuan: 0\n", ":1:16:", "highValueYuan");
    row("action", "wordSets:\n  - {name: a, action: ban}\n", ":2:23:", "block, warn");
    row("lonely synonym", "synonyms:\n  - [柜子, 箱子]\n  - [桶]\n", ":3:", "two words");
    row("synonyms of one word", "synonyms:\n  - 柜子\n", ":2:", "lists of words");
    row("long synonym", "synonyms:\n  - [柜子, 一二三四五六七八九十一二三四五六七八九十一二三四五]\n",
        ":2:", "24 characters");
    row("pattern", "wordSets:\n  - {name: a, action: warn, patterns: [\"x\", \"(a+)+\"]}\n",
        ":2:45:", "repeats");
    row("quiet", "quietHours: {from: \"08:00\", to: \"08:00\"}\n", ":1:13:", "differ");
    row("quiet hour", "quietHours: {from: \"24:30\"}\n", ":1:20:", "from");
    row("style", "tone: {style: rude}\n", ":1:15:", "plain, formal, friendly, brief");
    row("too long a wait", "solvedAsk: {minutes: 1441}\n", ":1:", "minutes");
    row("what it asks", "solvedAsk: {ask: 1}\n", ":1:", "ask");
    row("weights in a rule", "groups:\n  - tags: [a]\n    escalation: {weights: {}}\n",
        ":3:27:", "same in all groups");
    row("hour", "workingHours: {from: \"25:00\"}\n", ":1:22:", "from");
    row("day", "workingHours: {days: [0]}\n", ":1:23:", "days");
    row("backwards", "workingHours: {from: \"18:00\", to: \"09:00\"}\n", ":1:15:", "before");
    row("no map", "sla: 5\n", ":1:6:", "keys");
}

void TestPolicyFile::problemsNameLineAndKey()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    QFETCH(QString, key);
    const auto policy = read(yaml);
    QVERIFY(!policy);
    const auto &said = policy.error().message;
    QVERIFY2(said.contains(u"policy.yaml"_s + place) && said.contains(key), qPrintable(said));
    // An editor that knows the schema tells of all but what takes two keys or more than a form to see.
    static const QSet<QByteArray> relations{"turned round", "rule turned round", "backwards",
                                            "category turned round", "pattern", "quiet",
                                            "not a number"};
    if (!relations.contains(QTest::currentDataTag()))
        QVERIFY(!complaint(yaml).isEmpty());
}

QTEST_GUILESS_MAIN(TestPolicyFile)
#include "tst_policyfile.moc"
