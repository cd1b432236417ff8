// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/seed.h"
#include "widgets/timeline/rowflow.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kViewport = 600;

/// Rows of known heights, each with a name that tells it from all others.
class FakeRows
{
public:
    struct Row
    {
        int id;
        int height;
    };

    RowFlow::Layer layer()
    {
        return [this](qsizetype row) {
            auto laid = std::make_shared<LaidRow>();
            laid->layout.height = rows[row].height;
            laid->content.name = QString::number(rows[row].id);
            ++reads;
            return laid;
        };
    }
    QList<Row> make(Dice &dice, int count)
    {
        QList<Row> made;
        for (int i = 0; i < count; ++i)
            made.append({next++, 20 + dice.below(160)});
        return made;
    }
    qsizetype find(int id) const
    {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows[i].id == id)
                return i;
        }
        return -1;
    }

    QList<Row> rows;
    int next = 0;
    int reads = 0;
};

struct Fixture
{
    explicit Fixture(quint32 seed, int count) : dice(seed), flow(fake.layer())
    {
        fake.rows = fake.make(dice, count);
        flow.setViewportHeight(kViewport);
        flow.reset(count);
        flow.settle();
    }
    void insert(qsizetype at, int count)
    {
        const QList<FakeRows::Row> made = fake.make(dice, count);
        for (qsizetype i = 0; i < made.size(); ++i)
            fake.rows.insert(at + i, made[i]);
        flow.inserted(at, count);
    }
    void remove(qsizetype at, qsizetype count)
    {
        fake.rows.remove(at, count);
        flow.removed(at, count);
    }

    Dice dice;
    FakeRows fake;
    RowFlow flow;
};

/// What is seen must be right whatever happened before.
bool isSound(const Fixture &f, QString &why)
{
    const QList<RowFlow::Placed> seen = f.flow.visible();
    if (f.flow.count() != f.fake.rows.size() || !f.flow.table().isConsistent())
        why = u"counts differ"_s;
    if (f.fake.rows.isEmpty())
        return why.isEmpty();
    if (seen.isEmpty())
        why = u"nothing is seen"_s;
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const FakeRows::Row &row = f.fake.rows[seen[i].row];
        if (seen[i].laid->content.name != QString::number(row.id))
            why = u"row %1 shows another row"_s.arg(seen[i].row);
        if (f.flow.table().height(seen[i].row) != row.height)
            why = u"height of row %1"_s.arg(seen[i].row);
        if (i > 0 && seen[i].y != seen[i - 1].y + seen[i - 1].laid->layout.height)
            why = u"gap above row %1"_s.arg(seen[i].row);
    }
    const bool tall = f.flow.contentHeight() >= kViewport;
    if (tall && !seen.isEmpty()
        && (seen.first().y > 0 || seen.last().y + seen.last().laid->layout.height < kViewport))
        why = u"the viewport is not filled"_s;
    if (f.flow.isFollowing() && !seen.isEmpty()
        && (seen.last().row != f.flow.count() - 1
            || seen.last().y + seen.last().laid->layout.height != kViewport))
        why = u"the end is not at the bottom"_s;
    return why.isEmpty();
}

} // namespace

class TestRowFlow : public QObject
{
    Q_OBJECT

private slots:
    void readsOnlyWhatIsNear()
    {
        Fixture f(1, 100'000);
        QVERIFY(f.flow.isFollowing());
        QVERIFY2(f.fake.reads < 60, qPrintable(QString::number(f.fake.reads)));
        f.fake.reads = 0;
        f.flow.scrollTo(f.flow.maximum() / 2);
        f.flow.settle();
        QVERIFY2(f.fake.reads < 90, qPrintable(QString::number(f.fake.reads)));
        f.fake.reads = 0;
        f.flow.settle();
        QCOMPARE(f.fake.reads, 0);
        QVERIFY(f.flow.laidOut().size() < 120);
    }

    void fewRowsStandAtTheBottom()
    {
        Fixture f(1, 2);
        const QList<RowFlow::Placed> seen = f.flow.visible();
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen.last().y + seen.last().laid->layout.height, kViewport);
        QCOMPARE(f.flow.maximum(), 0);
        QCOMPARE(f.flow.rowAt(0), -1);
        QCOMPARE(f.flow.rowAt(kViewport - 1), 1);
    }

    void followsTheEndOnlyWhenItWasThere()
    {
        Fixture f(2, 300);
        f.insert(300, 5);
        f.flow.settle();
        QCOMPARE(f.flow.visible().last().row, 304);
        f.flow.scrollTo(f.flow.maximum() - 200);
        f.flow.settle();
        QVERIFY(!f.flow.isFollowing());
        const int y = f.flow.visible().first().y;
        const qsizetype row = f.flow.visible().first().row;
        f.insert(305, 50);
        f.flow.settle();
        QCOMPARE(f.flow.visible().first().row, row);
        QCOMPARE(f.flow.visible().first().y, y);
        f.flow.scrollToEnd();
        f.flow.settle();
        QCOMPARE(f.flow.visible().last().row, 354);
    }

    void whatIsSeenStaysThroughAnything()
    {
        const quint32 used = seed();
        Fixture f(used, 400);
        const int count = rounds(1500, 30000);
        for (int round = 0; round < count; ++round) {
            QString why;
            step(f, why);
            if (why.isEmpty())
                isSound(f, why);
            QVERIFY2(why.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(why)));
        }
    }

    void newWidthKeepsTheRow()
    {
        Fixture f(7, 2000);
        f.flow.scrollTo(f.flow.maximum() / 3);
        f.flow.settle();
        const qsizetype row = f.flow.visible().first().row;
        for (FakeRows::Row &each : f.fake.rows)
            each.height = each.height * 3 / 2 + 7;
        f.flow.layoutsChanged();
        f.flow.settle();
        QCOMPARE(f.flow.visible().first().row, row);
        QString why;
        QVERIFY2(isSound(f, why), qPrintable(why));
    }

    void goesToAFarRow()
    {
        Fixture f(8, 50'000);
        f.flow.centre(12'345);
        f.flow.settle();
        const qint64 top = f.flow.topOf(12'345);
        QVERIFY(top > 0 && top + f.fake.rows[12'345].height < kViewport);
        f.flow.reveal(12'345);
        f.flow.settle();
        QCOMPARE(f.flow.topOf(12'345), top);
    }

private:
    /// One random change; `why` says if the row at the top edge moved though it should not.
    static void step(Fixture &f, QString &why)
    {
        const QList<RowFlow::Placed> before = f.flow.visible();
        const bool held = !f.flow.isFollowing() && !before.isEmpty();
        const int id = held ? f.fake.rows[before.first().row].id : -1;
        const int y = held ? before.first().y : 0;
        const int kind = f.dice.below(10);
        const auto size = int(f.fake.rows.size());
        bool moves = false;
        if (kind < 2) {
            f.insert(0, 1 + f.dice.below(60));
        } else if (kind < 4) {
            f.insert(size, 1 + f.dice.below(20));
        } else if (kind < 5) {
            f.insert(f.dice.below(size + 1), 1 + f.dice.below(400));
        } else if (kind < 6 && size > 0) {
            const int at = f.dice.below(size);
            f.remove(at, 1 + f.dice.below(qMin(size - at, 120)));
        } else if (kind < 7 && size > 0) {
            const int at = f.dice.below(size);
            f.fake.rows[at].height = 20 + f.dice.below(160);
            f.flow.changed(at, 1);
        } else {
            moves = true;
            f.flow.scrollTo(f.flow.value() + f.dice.below(4000) - 2000);
        }
        f.flow.settle();
        const qsizetype now = held ? f.fake.find(id) : -1;
        const bool atEnd = f.flow.value() == f.flow.maximum();
        if (held && !moves && now >= 0 && !atEnd && f.flow.topOf(now) != y
            && -y < f.fake.rows[now].height)
            why = u"row %1 moved from %2 to %3"_s.arg(now).arg(y).arg(f.flow.topOf(now));
    }
};

QTEST_GUILESS_MAIN(TestRowFlow)
#include "tst_rowflow.moc"
