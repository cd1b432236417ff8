// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rails.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

using Part = RailPiece::Part;

namespace {

const TopicId kA{u"a"_s}, kB{u"b"_s};

RailRow row(const TopicId &topic, qint64 at, bool weak = false)
{
    return {topic, {at}, !topic.isEmpty(), weak};
}

LaneSpan span(const TopicId &topic, int lane, qint64 from, qint64 to, bool owed = false)
{
    return {topic, lane, {}, {from}, {to}, owed};
}

} // namespace

class TestRails : public QObject
{
    Q_OBJECT

private slots:
    void solidFromFirstToLast()
    {
        const auto rails = railsOf({row({}, 1), row(kA, 2), row({}, 3), row(kA, 4), row({}, 5)},
                                   {span(kA, 0, 2, 4)});
        QCOMPARE(rails[0], {});
        QCOMPARE(rails[1], (QList<RailPiece>{{0, Part::Below, false}}));
        QCOMPARE(rails[2], (QList<RailPiece>{{0, Part::Whole, false}}));
        QCOMPARE(rails[3], (QList<RailPiece>{{0, Part::Above, false}}));
        QCOMPARE(rails[4], {});
    }

    void dashedToTheBottomWhileOwed()
    {
        const auto rails = railsOf({row(kA, 2), row({}, 5)}, {span(kA, 0, 1, 2, true)});
        QCOMPARE(rails[0], (QList<RailPiece>{{0, Part::Above, false}, {0, Part::Below, true}}));
        QCOMPARE(rails[1], (QList<RailPiece>{{0, Part::Whole, true}}));
    }

    void dashedToAWeakNode()
    {
        const auto rails = railsOf({row(kA, 1), row(kB, 2), row(kA, 3, true)},
                                   {span(kA, 0, 1, 3), span(kB, 1, 2, 2)});
        QCOMPARE(rails[0], (QList<RailPiece>{{0, Part::Below, true}}));
        QCOMPARE(rails[1], (QList<RailPiece>{{0, Part::Whole, true}}));
        QCOMPARE(rails[2], (QList<RailPiece>{{0, Part::Above, true}}));
    }

    void nodesOutsideTheRunAreKnownBySpan()
    {
        const auto rails = railsOf({row({}, 5), row(kB, 6)}, {span(kA, 0, 1, 9)});
        QCOMPARE(rails[0], (QList<RailPiece>{{0, Part::Whole, false}}));
        QCOMPARE(rails[1], (QList<RailPiece>{{0, Part::Whole, false}}));
        QCOMPARE(railsAbove({row({}, 5)}, {span(kA, 0, 1, 9), span(kB, 1, 6, 9)}),
                 (QList<RailPiece>{{0, Part::Whole, false}}));
    }

    void sameTimeIsToldByOrder()
    {
        const auto rails = railsOf({row(kA, 2), row(kA, 2)}, {span(kA, 0, 2, 2)});
        QCOMPARE(rails[0], (QList<RailPiece>{{0, Part::Below, false}}));
        QCOMPARE(rails[1], (QList<RailPiece>{{0, Part::Above, false}}));
    }

    void lanesStandCloserWhenMany()
    {
        QCOMPARE(laneX(2, false), 44);
        QCOMPARE(laneX(7, true), 68);
        QVERIFY(!needsNarrowLanes({span(kA, 3, 1, 2)}));
        QVERIFY(needsNarrowLanes({span(kA, 4, 1, 2)}));
    }
};

QTEST_GUILESS_MAIN(TestRails)
#include "tst_rails.moc"
