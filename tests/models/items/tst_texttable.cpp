// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/reporttopicmodel.h"
#include "models/items/texttable.h"
#include "models/session/query.h"
#include "tests/models/common/scriptedsession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** Tables for people and spreadsheets, and the pages of topics behind a number. */
class TestTextTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"滨江花园3群"_s << QByteArray("滨江花园3群");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("quote") << u"say \"hi\""_s << QByteArray("\"say \"\"hi\"\"\"");
        QTest::newRow("line end") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("call") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-2"_s << QByteArray("'-2");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
        QTest::newRow("quoted formula") << u"=A1,B1"_s << QByteArray("\"'=A1,B1\"");
        QTest::newRow("inside is harmless") << u"a=b"_s << QByteArray("a=b");
    }

    void csv()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(csvOf({{u"群"_s, u"n"_s}, {{cell, u"1"_s}}}),
                 QByteArray("\xEF\xBB\xBF群,n\r\n") + written + ",1\r\n");
    }

    void clipboardKeepsItsShape()
    {
        const auto text = tabbedOf({{u"a"_s, u"b"_s}, {{u"x\ty"_s, u"=1\n2"_s}}});
        QCOMPARE(text, u"a\tb\nx y\t'=1 2\n"_s);
    }

    void modelTellsChanges()
    {
        TextTableModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setTable({{u"a"_s, u"b"_s}, {{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}}});
        QCOMPARE(reset.size(), 1);
        model.setTable({{u"a"_s, u"b"_s}, {{u"1"_s, u"2"_s}, {u"3"_s, u"5"_s}}});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1, 1).data().toString(), u"5"_s);
    }

    void topicsComeByPages()
    {
        ScriptedSession session;
        session.answer<ReportTopicsParams>([](const QByteArray &params) -> Result<ReportTopics> {
            const bool second = params.contains("\"after\":\"2\"");
            ReportTopics page;
            page.total = 3;
            for (int i = second ? 2 : 0; i < (second ? 3 : 2); ++i)
                page.topics.append({.topic = {u"t-%1"_s.arg(i)}, .title = u"题 %1"_s.arg(i)});
            page.next = second ? QString() : u"2"_s;
            return page;
        });
        ReportTopicModel model(&session);
        QAbstractItemModelTester tester(&model);
        model.show({.measure = Measure::Transfer, .from = {1}, .to = {2}});
        QVERIFY(model.isAsking());
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 3);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(2, 0).data().toString(), u"题 2"_s);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void oldAnswersAreDropped()
    {
        ScriptedSession session;
        session.answer<ReportTopicsParams>([](const QByteArray &params) -> Result<ReportTopics> {
            if (params.contains("transfer"))
                return failure(ErrorKind::Unavailable, u"busy"_s);
            return ReportTopics{{{.topic = {u"t-1"_s}}}, 1, {}};
        });
        ReportTopicModel model(&session);
        model.show({.measure = Measure::Transfer, .from = {1}, .to = {2}});
        model.show({.measure = Measure::Automation, .from = {1}, .to = {2}});
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.problem(), QString());
        model.show({.measure = Measure::Transfer, .from = {1}, .to = {2}});
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(model.problem(), u"busy"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
