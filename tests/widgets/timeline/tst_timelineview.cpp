// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

QList<RowContent> manyRows(int count, int from = 0)
{
    QList<RowContent> rows;
    for (int i = from; i < from + count; ++i)
        rows.append(said(u"名 %1"_s.arg(i), u"第 %1 条 "_s.arg(i) + QString(i % 7 * 30, u'字')));
    return rows;
}

/// A shown view over rows of a test.
struct Stage
{
    explicit Stage(const QList<RowContent> &rows) : host(*loadThemes()), reader(model), view(host)
    {
        host.setMode(ThemeMode::Light);
        model.reset(rows);
        view.setClock(designNow);
        view.setModel(&model, &reader);
        view.setLanes(designLanes());
        view.resize(776, 600);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
        view.settle();
    }
    QPoint at(int row, const QPoint &inside) const { return view.rowRect(row).topLeft() + inside; }
    const RowLayout &layoutOf(int row) const { return view.flow().laid(row)->layout; }
    int rowOf(const QString &id) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.at(row).message.value == id)
                return row;
        }
        return -1;
    }
    /// Texts of the menu a row gives; empty: it gives none.
    QStringList menuAt(int row)
    {
        const QPoint point = view.rowRect(row).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, point,
                                view.viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(view.viewport(), &event);
        QStringList texts;
        if (auto *menu = view.findChild<QMenu *>(Qt::FindDirectChildrenOnly)) {
            for (const QAction *action : menu->actions())
                texts.append(action->text());
            delete menu;
        }
        return texts;
    }
    void click(const QPoint &point)
    {
        QTest::mouseMove(view.viewport(), point);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point);
    }

    ThemeHost host;
    RowsModel model;
    RowsReader reader;
    TimelineView view;
};

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<MessageId>();
        qRegisterMetaType<TopicId>();
    }

    void readsOnlyWhatIsSeen()
    {
        Stage stage(manyRows(20'000));
        QVERIFY(stage.view.isFollowing());
        QVERIFY2(stage.reader.reads < 100, qPrintable(QString::number(stage.reader.reads)));
        const int before = stage.reader.reads;
        for (int i = 0; i < 50; ++i)
            stage.model.append(manyRows(100, 20'000 + 100 * i));
        QCOMPARE(stage.reader.reads, before);
        QTRY_VERIFY(stage.view.flow().laid(24'999));
        QVERIFY(stage.reader.reads - before < 100);
    }

    void newsWaitBelow()
    {
        Stage stage(manyRows(100));
        QSignalSpy following(&stage.view, &TimelineView::followingChanged);
        stage.view.verticalScrollBar()->setValue(200);
        QCOMPARE(following.size(), 1);
        const QRect before = stage.view.rowRect(stage.view.flow().visible().first().row);
        stage.model.append(manyRows(3, 100));
        stage.view.settle();
        QCOMPARE(stage.view.news(), 3);
        QCOMPARE(stage.view.rowRect(stage.view.flow().visible().first().row), before);
        stage.view.scrollToEnd();
        QCOMPARE(stage.view.news(), 0);
        QVERIFY(stage.view.isFollowing());
        QCOMPARE(following.size(), 2);
    }

    void olderRowsMoveNothing()
    {
        Stage stage(manyRows(100));
        QSignalSpy older(&stage.view, &TimelineView::loadOlder);
        stage.view.verticalScrollBar()->setValue(300);
        QCOMPARE(older.size(), 1);
        stage.view.verticalScrollBar()->setValue(250);
        QCOMPARE(older.size(), 1);
        const RowFlow::Placed top = stage.view.flow().visible().first();
        stage.model.insert(0, manyRows(50, 1000));
        stage.view.settle();
        const RowFlow::Placed now = stage.view.flow().visible().first();
        QCOMPARE(now.row, top.row + 50);
        QCOMPARE(now.y, top.y);
        QCOMPARE(now.laid->content.name, top.laid->content.name);
        QCOMPARE(stage.view.verticalScrollBar()->value(), stage.view.flow().value());
    }

    void anotherWidthKeepsTheRow()
    {
        Stage stage(manyRows(300));
        stage.view.verticalScrollBar()->setValue(5000);
        const qsizetype row = stage.view.flow().visible().first().row;
        for (int width : {1200, 560, 480, 776}) {
            stage.view.resize(width, 600);
            QCOMPARE(stage.view.flow().visible().first().row, row);
        }
    }

    void clicksBecomeSignals()
    {
        Stage stage(designRows());
        const int chen = stage.rowOf(u"m7"_s);
        QSignalSpy confirm(&stage.view, &TimelineView::confirmLink);
        QSignalSpy focus(&stage.view, &TimelineView::focusTopic);
        stage.click(stage.at(chen, stage.layoutOf(chen).confirm.center()));
        QCOMPARE(confirm.size(), 1);
        QCOMPARE(confirm[0][0].value<MessageId>().value, u"m7"_s);
        QCOMPARE(confirm[0][1].value<TopicId>().value, u"b"_s);
        stage.click(stage.at(chen, stage.layoutOf(chen).link.center()));
        QCOMPARE(focus.size(), 1);
        QSignalSpy entry(&stage.view, &TimelineView::openEntry);
        const int bot = stage.rowOf(u"m6"_s);
        stage.click(stage.at(bot, stage.layoutOf(bot).sources[0].center()));
        QCOMPARE(entry.size(), 1);
        QSignalSpy quoted(&stage.view, &TimelineView::openMessage);
        const int angry = stage.rowOf(u"m3"_s);
        stage.click(stage.at(angry, stage.layoutOf(angry).quote.center()));
        QCOMPARE(quoted[0][0].value<MessageId>().value, u"m0"_s);
    }

    void hoverActionsAndKeys()
    {
        Stage stage(designRows());
        const int bot = stage.rowOf(u"m6"_s);
        QSignalSpy correct(&stage.view, &TimelineView::correct);
        QSignalSpy quote(&stage.view, &TimelineView::quote);
        QSignalSpy recall(&stage.view, &TimelineView::recall);
        const RowLayout &at = stage.layoutOf(bot);
        stage.click(stage.at(bot, at.hoverItems[0].center()));
        stage.click(stage.at(bot, at.hoverItems[1].center()));
        stage.click(stage.at(bot, at.hoverItems[2].center()));
        QCOMPARE(correct.size(), 1);
        QCOMPARE(quote.size(), 1);
        QCOMPARE(recall.size(), 1);
        stage.view.setCurrent(bot);
        QTest::keyClick(&stage.view, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(correct.size(), 2);
        stage.view.setCurrent(stage.rowOf(u"m3"_s));
        QTest::keyClick(&stage.view, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(correct.size(), 2);
    }

    void movingAsksForATopic()
    {
        Stage stage(designRows());
        const int chen = stage.rowOf(u"m7"_s);
        QSignalSpy moved(&stage.view, &TimelineView::moveMessage);
        stage.click(stage.at(chen, stage.layoutOf(chen).move.center()));
        auto *menu = stage.view.findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        menu->actions().first()->trigger();
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][1].value<TopicId>().value, u"a"_s);
        menu->close();
    }

    void keysMoveBetweenRows()
    {
        Stage stage(manyRows(200));
        stage.view.clearFocus();
        stage.view.setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(stage.view.current(), 199);
        QTest::keyClick(&stage.view, Qt::Key_Up);
        QCOMPARE(stage.view.current(), 198);
        QTest::keyClick(&stage.view, Qt::Key_Home);
        QCOMPARE(stage.view.current(), 0);
        QCOMPARE(stage.view.rowRect(0).top(), 0);
        QTest::keyClick(&stage.view, Qt::Key_PageDown);
        QVERIFY(stage.view.current() > 3);
        QVERIFY(stage.view.viewport()->rect().contains(
            stage.view.rowRect(stage.view.current()).center()));
        QTest::keyClick(&stage.view, Qt::Key_End);
        QCOMPARE(stage.view.current(), 199);
        QVERIFY(stage.view.isFollowing());
    }

    void unfoldsByClickAndKey()
    {
        Stage stage(designRows());
        QSignalSpy unfold(&stage.view, &TimelineView::unfold);
        int fold = 0;
        while (stage.model.at(fold).kind != RowKind::Fold)
            ++fold;
        stage.click(stage.at(fold, stage.layoutOf(fold).box.center()));
        QCOMPARE(unfold.size(), 1);
        QCOMPARE(unfold[0][0].value<QModelIndex>().row(), fold);
        QTest::keyClick(&stage.view, Qt::Key_Return);
        QCOMPARE(unfold.size(), 2);
    }

    void showsMoreOfALongText()
    {
        Stage stage({said(u"a"_s, QString(9000, u'字'))});
        stage.view.verticalScrollBar()->setValue(0);
        stage.view.scrollToEnd();
        const int before = stage.layoutOf(0).height;
        stage.click(stage.at(0, stage.layoutOf(0).showMore.center()));
        stage.view.settle();
        QVERIFY(stage.layoutOf(0).height > 2 * before - 100);
    }

    void copiesWithinAndAcrossRows()
    {
        Stage stage({said(u"李海燕"_s, u"第一行\n第二行"_s), said(u"<b>王</b>"_s, u"答\u202E复"_s),
                     said(u"Leo"_s, u"再见"_s)});
        const QRect text = stage.layoutOf(0).text;
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {},
                           stage.at(0, text.topLeft() + QPoint(5, 11)));
        QVERIFY(!stage.view.selected().isEmpty());
        QVERIFY(u"第一行"_s.contains(stage.view.selected()));
        const QPoint from = stage.at(0, text.topLeft() + QPoint(1, 33));
        const QPoint to = stage.at(2, stage.layoutOf(2).text.topLeft() + QPoint(400, 11));
        QTest::mousePress(stage.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(stage.view.viewport(), to);
        QTest::mouseRelease(stage.view.viewport(), Qt::LeftButton, {}, to);
        const QString wanted =
            u"李海燕 14:20\n第二行\n<b>王</b> 14:20\n答〔U+202E〕复\nLeo 14:20\n再见"_s;
        QCOMPARE(stage.view.selected(), wanted);
        stage.model.insert(0, manyRows(2));
        stage.view.settle();
        QCOMPARE(stage.view.selected(), wanted);
        QTest::keyClick(&stage.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), wanted);
        stage.view.selectAll();
        QVERIFY(stage.view.selected().startsWith(u"名 0 14:20\n第 0 条"_s));
        stage.model.remove(0, 1);
        QVERIFY(stage.view.selected().isEmpty());
    }

    void keysSelectWholeMessages()
    {
        Stage stage({said(u"李海燕"_s, u"一"_s), said(u"王"_s, u"二"_s), said(u"Leo"_s, u"三"_s),
                     said(u"陈"_s, u"四"_s)});
        stage.view.setFocus(Qt::TabFocusReason);
        stage.view.setCurrent(2);
        QTest::keyClick(&stage.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"三"_s);
        QTest::keyClick(&stage.view, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(stage.view.selected(), u"王 14:20\n二\nLeo 14:20\n三"_s);
        QTest::keyClick(&stage.view, Qt::Key_Home, Qt::ShiftModifier);
        QVERIFY(stage.view.selected().startsWith(u"李海燕 14:20\n一\n"_s));
        QTest::keyClick(&stage.view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(stage.view.selected(), u"Leo 14:20\n三\n陈 14:20\n四"_s);
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QVERIFY(stage.view.selected().isEmpty());
        QTest::keyClick(&stage.view, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&stage.view, Qt::Key_Up);
        QVERIFY2(stage.view.selected().isEmpty(), "moving on ends it");
    }

    void menuOffersWhatApplies()
    {
        Stage stage(designRows());
        const int bot = stage.rowOf(u"m6"_s);
        const int quoting = stage.rowOf(u"m3"_s);
        const QStringList customer = stage.menuAt(quoting);
        QVERIFY(customer.contains(u"Copy the text"_s));
        QVERIFY(customer.contains(u"Quote"_s));
        QVERIFY(customer.contains(u"Go to the quoted message"_s));
        QVERIFY(customer.contains(u"Move to…"_s));
        QVERIFY(!customer.contains(u"Correct this answer"_s));
        QVERIFY(!customer.contains(u"Recall"_s));
        QVERIFY(!customer.contains(u"Copy the picture"_s));
        const QStringList answer = stage.menuAt(bot);
        QVERIFY(answer.contains(u"Correct this answer"_s));
        QVERIFY(answer.contains(u"Recall"_s));
        QVERIFY(!answer.contains(u"Move to…"_s));
        stage.view.selectAll();
        QVERIFY(stage.menuAt(bot).contains(u"Copy the selection"_s));

        RowContent day;
        day.kind = RowKind::Day;
        day.title = u"11-26"_s;
        Stage bare({day});
        QVERIFY2(bare.menuAt(0).isEmpty(), "no menu without anything in it");
    }

    void jumpsToAMessage()
    {
        Stage stage(manyRows(3000));
        stage.view.goTo(stage.model.index(1234));
        const QRect row = stage.view.rowRect(1234);
        QVERIFY(stage.view.viewport()->rect().contains(row));
        QVERIFY(!stage.view.isFollowing());
        stage.view.goTo({});
    }

    void recallRunsOut()
    {
        Stage stage(designRows());
        const int bot = stage.rowOf(u"m6"_s);
        Instant now = designNow();
        stage.view.setClock([&now] { return now; });
        const int reads = stage.reader.reads;
        now = clockTime(14, 32);
        QTRY_VERIFY_WITH_TIMEOUT(stage.reader.reads > reads, 3000);
        QVERIFY(stage.view.flow().laid(bot));
    }

    void saysRowsToScreenReaders()
    {
        QList<RowContent> rows = manyRows(5);
        rows[4].spoken = u"话题 A，李海燕，14:26，又是复制粘贴，情绪 82，上升，转人工"_s;
        Stage stage(rows);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&stage.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 5);
        QAccessibleInterface *row = list->child(4);
        QVERIFY(row);
        QCOMPARE(row->text(QAccessible::Name), rows[4].spoken);
        QCOMPARE(row->parent(), list);
        QCOMPARE(list->indexOfChild(row), 4);
        QVERIFY(!row->rect().isEmpty());
        QCOMPARE(list->child(5), nullptr);
        stage.model.remove(1, 4);
        QVERIFY(!row->isValid());
    }

    void survivesAModelThatGoes()
    {
        Stage stage(manyRows(50));
        auto model = std::make_unique<RowsModel>();
        RowsReader reader(*model);
        model->reset(manyRows(10));
        stage.view.setModel(model.get(), &reader);
        stage.view.settle();
        QCOMPARE(stage.view.flow().count(), 10);
        model.reset();
        stage.view.settle();
        QCOMPARE(stage.view.flow().count(), 0);
        stage.view.grab();
        stage.view.setModel(nullptr, nullptr);
        stage.view.grab();
    }

    void themesAndDensities()
    {
        Stage stage(designRows());
        const int before = stage.view.rowRect(1).height();
        stage.host.setDensity(Density::Compact);
        stage.view.settle();
        QVERIFY(stage.view.rowRect(1).height() < before);
        stage.host.setMode(ThemeMode::Dark);
        stage.view.setFocusTopic({u"a"_s});
        stage.view.setFind(u"银行"_s);
        stage.view.setMarked({u"m6"_s});
        QVERIFY(!stage.view.grab().isNull());
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
