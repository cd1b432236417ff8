// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/sampleplay.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::SamplePlay;

/** The sample company's conversations, decided by the real Decider under the sample policy. */
class TestSampleScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plays_data();
    void plays();

private:
    SampleCompany m_company;
};

void TestSampleScripts::initTestCase()
{
    const auto read = readSampleCompany(
        qEnvironmentVariable("QUNTAI_SOURCE_DIR") + u"/resources/sample"_s, {1'700'000'000'000});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    m_company = *read;
}

void TestSampleScripts::plays_data()
{
    QTest::addColumn<int>("script");
    for (qsizetype i = 0; i < m_company.scripts.size(); ++i)
        QTest::newRow(qPrintable(m_company.scripts[i].id)) << int(i);
}

void TestSampleScripts::plays()
{
    QFETCH(int, script);
    SamplePlay play(m_company, m_company.scripts[script]);
    play.run();
    if (qEnvironmentVariableIsSet("QUNTAI_TRANSCRIPT")) {
        for (const auto &line : play.transcript())
            qInfo("%s", qPrintable(line));
    }
    // Every question ends answered, waiting for review, with people, or folded with a reason.
    for (const auto &event : play.rig.log) {
        const auto *verdict = std::get_if<VerdictReached>(&event.data);
        if (verdict && verdict->verdict.action == Action::Fold)
            QVERIFY(!verdict->verdict.addressingWhy.isEmpty());
    }
    for (const auto &topic : std::as_const(play.rig.state.topics))
        QVERIFY2(!topic.waitingSince.isSet() || topic.escalation || topic.state == TopicState::Review,
                 qPrintable(topic.title));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestSampleScripts)
#include "tst_samplescripts.moc"
