// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewsubject.h"
#include "widgets/review/textcheck.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

class TestTextCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatMayNotBeSent()
    {
        Policy policy;
        policy.sensitiveWords = {u"根治"_s, u"ABC"_s};
        const auto text = u"可以 根 治，ａｂｃ，打 13800138000 或 13912345678"_s;
        const auto faults = textFaults(policy, text);
        QCOMPARE(faults.size(), 3);
        QCOMPARE(faults[0].what, u"根治"_s);
        QCOMPARE(text.mid(faults[0].spans[0].start, faults[0].spans[0].length), u"根 治"_s);
        QCOMPARE(text.mid(faults[1].spans[0].start, faults[1].spans[0].length), u"ａｂｃ"_s);
        QCOMPARE(faults[2].kind, TextFault::Kind::PersonalData);
        QCOMPARE(faults[2].spans.size(), 2);
        QVERIFY(textFaults(policy, u"1–3 个工作日到账"_s).isEmpty());
        QCOMPARE(textFaults(policy, u" \n"_s).value(0).kind, TextFault::Kind::Empty);
        QCOMPARE(textFaults(policy, QString(1400, u'长')).value(0).kind, TextFault::Kind::TooLong);
    }

    void subjectKnowsTheBudget()
    {
        State state;
        state.policy.budgetPerMinute = 2;
        auto &group = state.groups[{u"w/a"_s}];
        const Instant now{1'764'000'000'000};
        group.sends = {now.plusSeconds(-70), now.plusSeconds(-20), now.plusSeconds(-10)};
        DraftRow row;
        row.topic.group = {u"w/a"_s};
        const auto subject = reviewSubject(state, row, now);
        QCOMPARE(subject.sentInMinute, 2);
        QCOMPARE(subject.earliest, now.plusSeconds(40));
        group.sends.removeFirst();
        state.policy.budgetPerMinute = 3;
        QVERIFY(!reviewSubject(state, row, now).earliest.isSet());
    }
};

QTEST_GUILESS_MAIN(TestTextCheck)
#include "tst_textcheck.moc"
