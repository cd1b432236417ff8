// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/heighttable.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quntai;

namespace {

/// The same, in the plainest way.
struct PlainTable
{
    struct Row
    {
        int height;
        bool measured;
    };
    QList<Row> rows;

    qint64 offset(qsizetype row) const
    {
        qint64 y = 0;
        for (qsizetype i = 0; i < row; ++i)
            y += rows[i].height;
        return y;
    }
    HeightTable::Place find(qint64 y) const
    {
        if (rows.isEmpty())
            return {};
        const qint64 total = offset(rows.size());
        y = qBound<qint64>(0, y, qMax<qint64>(0, total - 1));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (y < rows[i].height || i + 1 == rows.size())
                return {i, int(y)};
            y -= rows[i].height;
        }
        return {};
    }
};

quint32 seed()
{
    const quint32 given = qEnvironmentVariableIntValue("QUNTAI_SEED");
    return given ? given : QRandomGenerator::global()->generate();
}

} // namespace

class TestHeightTable : public QObject
{
    Q_OBJECT

private slots:
    void emptyTable()
    {
        HeightTable table;
        QCOMPARE(table.total(), 0);
        QCOMPARE(table.offset(0), 0);
        QCOMPARE(table.find(100), HeightTable::Place());
        QVERIFY(table.isConsistent());
    }

    void placesInOneMillionRows()
    {
        HeightTable table;
        table.insert(0, 1'000'000, 50);
        QCOMPARE(table.total(), 50'000'000);
        QCOMPARE(table.offset(999'999), 49'999'950);
        QCOMPARE(table.find(25'000'007), (HeightTable::Place{500'000, 7}));
        table.measure(3, 60);
        QVERIFY(table.isMeasured(3));
        QVERIFY(!table.isMeasured(4));
        QCOMPARE(table.offset(500'000), 25'000'010);
        table.forget(0, table.size());
        QVERIFY(!table.isMeasured(3));
        QCOMPARE(table.height(3), 60);
        QCOMPARE(table.find(1LL << 40), (HeightTable::Place{999'999, 49}));
        QCOMPARE(table.find(-5), HeightTable::Place());
        QVERIFY(table.isConsistent());
    }

    void agreesWithThePlainTable()
    {
        const quint32 number = seed();
        qInfo("seed %u", number);
        QRandomGenerator random(number);
        const int rounds = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 20000 : 2000;
        HeightTable table;
        PlainTable plain;
        for (int round = 0; round < rounds; ++round) {
            change(random, table, plain);
            QCOMPARE(table.size(), plain.rows.size());
            QVERIFY2(table.isConsistent(), qPrintable(QString::number(round)));
            if (round % 7 == 0)
                compare(random, table, plain);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    static void change(QRandomGenerator &random, HeightTable &table, PlainTable &plain)
    {
        const qsizetype size = table.size();
        const int kind = random.bounded(size > 6000 ? 4 : 5);
        if (kind >= 3 || size == 0) {
            const qsizetype at = random.bounded(3) ? random.bounded(size + 1) : size;
            const int count = random.bounded(8) ? random.bounded(1, 20) : random.bounded(1, 3000);
            const int height = random.bounded(1, 90);
            table.insert(at, count, height);
            plain.rows.insert(at, count, {height, false});
        } else if (kind == 0) {
            const qsizetype at = random.bounded(size);
            const int height = random.bounded(0, 200);
            table.measure(at, height);
            plain.rows[at] = {height, true};
        } else {
            const qsizetype at = random.bounded(size);
            const qsizetype most = size - at;
            const qsizetype count =
                random.bounded(qMin<qsizetype>(most, kind == 1 ? 10 : 2500)) + 1;
            if (kind == 1) {
                table.forget(at, count);
                for (qsizetype i = at; i < at + count; ++i)
                    plain.rows[i].measured = false;
            } else {
                table.remove(at, count);
                plain.rows.remove(at, count);
            }
        }
    }

    static void compare(QRandomGenerator &random, const HeightTable &table, const PlainTable &plain)
    {
        QCOMPARE(table.total(), plain.offset(plain.rows.size()));
        for (int i = 0; i < 20 && !plain.rows.isEmpty(); ++i) {
            const qsizetype row = random.bounded(qsizetype(plain.rows.size()));
            QCOMPARE(table.offset(row), plain.offset(row));
            QCOMPARE(table.height(row), plain.rows[row].height);
            QCOMPARE(table.isMeasured(row), plain.rows[row].measured);
            const qint64 y = random.bounded(qint64(table.total() + 10));
            const HeightTable::Place place = table.find(y);
            const HeightTable::Place wanted = plain.find(y);
            // Rows without height share a place; any of them is right.
            QCOMPARE(table.offset(place.row) + place.inside,
                     plain.offset(wanted.row) + wanted.inside);
        }
    }
};

QTEST_GUILESS_MAIN(TestHeightTable)
#include "tst_heighttable.moc"
