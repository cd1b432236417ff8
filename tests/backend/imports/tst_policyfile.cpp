// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

/** The policy as people write it. */
class TestPolicyFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sampleIsGood();
    void rulesForGroups();
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
    QCOMPARE(policy->answerThreshold, 720);
    QVERIFY(!policy->groups.isEmpty());
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
    row("key in a rule", "groups:\n  - tags: [a]\n    aiLabel: x\n", ":3:5:", "aiLabel");
    row("rule turned round", "groups:\n  - tags: [a]\n    clarifyThreshold: 0.9\n", ":2:5:",
        "clarifyThreshold");
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
}

QTEST_GUILESS_MAIN(TestPolicyFile)
#include "tst_policyfile.moc"
