// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/schedule.h"
#include "models/domain/ids.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;

/** What time brings next, beside a plain list that is sorted each time. */
class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEarliestIsNext()
    {
        Schedule<TopicId> schedule;
        QVERIFY(!schedule.next().isSet());
        QVERIFY(schedule.due({1'000'000}).isEmpty());
        schedule.put({u"b"_s}, {30});
        schedule.put({u"a"_s}, {30});
        schedule.put({u"c"_s}, {20});
        QCOMPARE(schedule.next(), Instant{20});
        QVERIFY(schedule.due({19}).isEmpty());
        QCOMPARE(schedule.due({20}), (QList<TopicId>{{u"c"_s}}));
        QCOMPARE(schedule.due({30}), (QList<TopicId>{{u"c"_s}, {u"a"_s}, {u"b"_s}}));
        schedule.clear();
        QVERIFY(!schedule.next().isSet());
    }

    void aThingHasOneMoment()
    {
        Schedule<TopicId> schedule;
        schedule.put({u"a"_s}, {20});
        schedule.put({u"a"_s}, {50});
        QCOMPARE(schedule.next(), Instant{50});
        QVERIFY(schedule.due({49}).isEmpty());
        schedule.put({u"a"_s}, {10});
        QCOMPARE(schedule.due({60}).size(), 1);
        schedule.put({u"a"_s}, {});
        QVERIFY(!schedule.next().isSet());
        schedule.put({u"a"_s}, {});
        QVERIFY(schedule.due({60}).isEmpty());
    }

    void itIsAsAPlainListIs()
    {
        const auto seed = qEnvironmentVariable("QUNTAI_SEED").toUInt();
        const auto used = seed ? seed : QRandomGenerator::global()->generate();
        qInfo("QUNTAI_SEED=%u", used);
        QRandomGenerator random(used);
        Schedule<std::pair<GroupId, FlowId>> schedule;
        QMap<std::pair<GroupId, FlowId>, qint64> plain;
        for (int step = 0; step < 4000; ++step) {
            const std::pair place{GroupId{QString::number(random.bounded(6))},
                                  FlowId{QString::number(random.bounded(6))}};
            const qint64 at = random.bounded(40); // 0: taken out
            schedule.put(place, {at});
            if (at > 0)
                plain.insert(place, at);
            else
                plain.remove(place);
            const qint64 now = random.bounded(45);
            QList<std::pair<qint64, std::pair<GroupId, FlowId>>> expected;
            for (const auto &[key, moment] : plain.asKeyValueRange()) {
                if (moment <= now)
                    expected.append({moment, key});
            }
            std::ranges::sort(expected, [](const auto &a, const auto &b) { return a < b; });
            const auto due = schedule.due({now});
            QCOMPARE(due.size(), expected.size());
            for (qsizetype each = 0; each < due.size(); ++each)
                QVERIFY(due.at(each) == expected.at(each).second);
            QCOMPARE(schedule.next().ms,
                     plain.isEmpty() ? 0 : *std::ranges::min_element(plain));
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
