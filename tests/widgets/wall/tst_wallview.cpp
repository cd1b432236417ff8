// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/seed.h"
#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/wall/wallsample.h"
#include "widgets/wall/tilewords.h"
#include "widgets/wall/wallview.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** Counts what is painted, by rectangle. */
class PaintSpy : public QObject
{
public:
    explicit PaintSpy(QWidget *watched) : m_watched(watched) { watched->installEventFilter(this); }
    QRegion painted;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (object == m_watched && event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QWidget *m_watched;
};

} // namespace

class TestWallView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<WallSample> m_sample;
    std::unique_ptr<WallModel> m_model;
    std::unique_ptr<WallView> m_view;

    void show(int groups, QSize size = {1066, 700})
    {
        m_view.reset();
        m_model.reset();
        m_session = std::make_unique<ScriptedSession>();
        m_sample = std::make_unique<WallSample>(*m_session, groups);
        m_model = std::make_unique<WallModel>(m_session.get());
        m_view = std::make_unique<WallView>(*m_host, *m_model);
        m_view->resize(size);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QTest::mouseMove(m_view.get(), QPoint(-1, -1));
        m_view->clearFocus();   // a window gives it to its first widget
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void cleanup() { m_view.reset(); }

    void gridFitsItsWidth_data();
    void gridFitsItsWidth();
    void gridFindsWhatItPlaced();
    void arrowsFollowTheGrid();
    void tilePartsDoNotOverlap_data();
    void tilePartsDoNotOverlap();
    void whoAsksIsSaidFirst();
    void alarmFollowsTheClock();
    void keysMoveOpenAndAct();
    void clickOpensAndVerbsAct();
    void whatCannotBeDoneIsNotAskedFor();
    void onlyTheChangedTileIsPainted();
    void tilesStayWhileTouched();
    void scrollsToTheCurrentTile();
    void everyTileIsSpoken();
    void emptyAndLoading();
};

void TestWallView::gridFitsItsWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("very narrow") << 200 << 1;
    QTest::newRow("1024 window") << 688 << 2;
    QTest::newRow("1280 window") << 944 << 3;
    QTest::newRow("1440 window") << 1064 << 4;
    QTest::newRow("4K") << 3400 << 13;
}

void TestWallView::gridFitsItsWidth()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    WallGrid grid;
    grid.arrange(QList<bool>(30, false), width, kComfortable);
    QCOMPARE(grid.columns(), columns);
    for (int row = 0; row < grid.count(); ++row) {
        const auto rect = grid.rectOf(row);
        QCOMPARE(rect.height(), kComfortable.tileHeight);
        QVERIFY(rect.width() >= std::min(WallGrid::narrowest, width - 2 * WallGrid::sidePad));
        QVERIFY(rect.left() >= WallGrid::sidePad);
        QVERIFY(width < 272 || rect.right() < width - WallGrid::sidePad + 1);
        if (row % columns > 0)
            QVERIFY(grid.rectOf(row - 1).right() + kComfortable.tileGap <= rect.left());
    }
    QVERIFY(grid.height() >= grid.rectOf(29).bottom() + WallGrid::topPad);
}

void TestWallView::gridFindsWhatItPlaced()
{
    Dice dice(seed());
    QList<bool> headers;
    for (int i = 0; i < 60; ++i)
        headers.append(dice.chance(15));
    WallGrid grid;
    grid.arrange(headers, 1064, kComfortable);
    for (int row = 0; row < grid.count(); ++row) {
        const auto rect = grid.rectOf(row);
        QCOMPARE(grid.tileAt(rect.center()), headers.at(row) ? -1 : row);
        const auto [first, last] = grid.rowsBetween(rect.top(), rect.bottom());
        QVERIFY(first <= row && row < last);
        for (int other = 0; other < row; ++other)
            QVERIFY(!grid.rectOf(other).intersects(rect));
    }
    QCOMPARE(grid.rowsBetween(-50, -10).second, 0);
}

void TestWallView::arrowsFollowTheGrid()
{
    using Move = WallGrid::Move;
    WallGrid grid;
    // header, 5 tiles, header, 2 tiles in 4 columns.
    grid.arrange({true, false, false, false, false, false, true, false, false}, 1064, kComfortable);
    QCOMPARE(grid.neighbour(-1, Move::Down), 1);
    QCOMPARE(grid.neighbour(1, Move::Left), 1);
    QCOMPARE(grid.neighbour(1, Move::Down), 5);
    QCOMPARE(grid.neighbour(4, Move::Down), 5);   // the nearest of a shorter line
    QCOMPARE(grid.neighbour(5, Move::Right), 7);  // over the header
    QCOMPARE(grid.neighbour(5, Move::Down), 7);
    QCOMPARE(grid.neighbour(8, Move::Up), 5);
    QCOMPARE(grid.neighbour(3, Move::Up), 3);
    QCOMPARE(grid.neighbour(8, Move::Down), 8);
    QCOMPARE(grid.neighbour(4, Move::First), 1);
    QCOMPARE(grid.neighbour(4, Move::Last), 8);
    grid.arrange({}, 1064, kComfortable);
    QCOMPARE(grid.neighbour(0, Move::Down), -1);
}

void TestWallView::tilePartsDoNotOverlap_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("topics");
    QTest::addColumn<int>("holders");
    QTest::addColumn<QString>("name");
    QTest::newRow("quiet") << 249 << 0 << 0 << u"文三路白领群"_s;
    QTest::newRow("usual") << 249 << 3 << 1 << u"望京宝妈 2 群"_s;
    QTest::newRow("crowded") << 240 << 14 << 5 << QString(60, u'群');
    QTest::newRow("hostile") << 240 << 9 << 9 << hostileText();
}

void TestWallView::tilePartsDoNotOverlap()
{
    QFETCH(int, width);
    QFETCH(int, topics);
    QFETCH(int, holders);
    QFETCH(QString, name);
    WallTile tile;
    tile.info.name = name;
    tile.budgetPerMinute = 30;
    const Instant now{1'764'050'400'000};
    for (int i = 0; i < topics; ++i) {
        WallTopic topic;
        topic.lane = i;
        topic.title = name;
        topic.waitingSince = now.plusSeconds(-100 - i);
        if (i < holders)
            topic.holder = {QString::number(i)};
        tile.topics.append(topic);
        tile.oldest = i;
        tile.sends.append(now);
    }
    for (const auto density : {Density::Comfortable, Density::Compact}) {
        const auto theme = m_host->theme().withDensity(density);
        const QRect rect(10, 20, width, theme.metrics().tileHeight);
        const auto layout = layoutTile(theme, tile, rect, now);
        QList<QRect> parts{layout.name, layout.mode, layout.label, layout.age, layout.emotion,
                           layout.spark, layout.question};
        parts += layout.lanes;
        parts += layout.faces;
        for (const auto &part : {layout.moreLanes, layout.noTopics, layout.budget}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        for (int i = 0; i < parts.size(); ++i) {
            QVERIFY2(rect.contains(parts.at(i)), qPrintable(QString::number(i)));
            for (int j = 0; j < i; ++j)
                QVERIFY2(!parts.at(i).intersects(parts.at(j)),
                         qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
        }
        QCOMPARE(layout.lanes.size() + layout.hiddenLanes, topics);
        QCOMPARE(layout.moreLanes.isEmpty(), layout.hiddenLanes == 0);
        QVERIFY(layout.owners.size() <= 3);
        for (const auto &verb : layout.verbs)
            QVERIFY(rect.contains(verb) && verb.top() > layout.age.bottom());
    }
}

void TestWallView::whoAsksIsSaidFirst()
{
    WallTile tile;
    const Instant now{1'764'050'400'000};
    WallTopic waits;
    waits.title = u"退款呢"_s;
    waits.holder = {u"u-1"_s};
    waits.waitingSince = now.plusSeconds(-900);
    WallTopic asks;
    asks.lane = 1;
    asks.holder = {u"u-2"_s};
    asks.waitingSince = now.plusSeconds(-10);
    tile.topics = {waits, asks};
    tile.oldest = 0;
    QCOMPARE(questionText(tile, now), u"退款呢"_s);
    QCOMPARE(topicFor(WallVerb::Whisper, tile, {}), 0);
    const bool before = tile.needsAttention(now);
    tile.topics[1].asks = u"能免运费吗"_s;
    tile.topics[1].asksName = u"林悦"_s;
    QCOMPARE(questionText(tile, now), u"林悦 asks: 能免运费吗"_s);
    QVERIFY(tileSentence(tile, now).contains(u"能免运费吗"));
    QCOMPARE(topicFor(WallVerb::Whisper, tile, {}), 1);
    QVERIFY(!before);
    QVERIFY(tile.needsAttention(now));
}

void TestWallView::alarmFollowsTheClock()
{
    WallTile tile;
    QCOMPARE(tileAlarm(tile, {1000}), TileAlarm::Calm);
    tile.deadline = {{1000}, {301'000}};
    QCOMPARE(tileAlarm(tile, {60'000}), TileAlarm::Calm);
    QCOMPARE(tileAlarm(tile, {120'000}), TileAlarm::Near);
    QCOMPARE(tileAlarm(tile, {240'000}), TileAlarm::Late);
    QCOMPARE(tileAlarm(tile, {900'000}), TileAlarm::Late);
}

void TestWallView::keysMoveOpenAndAct()
{
    show(12);
    QSignalSpy entered(m_view.get(), &WallView::entered);
    QSignalSpy verbs(m_view.get(), &WallView::verbChosen);
    QSignalSpy menus(m_view.get(), &WallView::menuWanted);
    m_view->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_view->currentRow(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), 5);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentRow(), 4);
    const auto group = m_view->current();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.at(0).at(0).value<GroupId>(), group);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(verbs.takeFirst().at(1).value<WallVerb>(), WallVerb::Watch);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentRow(), 11);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentRow(), 0);
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_view->viewport(), &menu);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.at(0).at(0).value<GroupId>(), m_view->current());
}

void TestWallView::clickOpensAndVerbsAct()
{
    show(12);
    QSignalSpy entered(m_view.get(), &WallView::entered);
    QSignalSpy verbs(m_view.get(), &WallView::verbChosen);
    auto *tiles = m_view->viewport();
    const auto layout = m_view->layoutOf(2);
    QTest::mouseClick(tiles, Qt::LeftButton, {}, layout.name.center());
    QCOMPARE(entered.size(), 1);
    for (int i = 0; i < wallVerbCount; ++i) {
        QTest::mouseClick(tiles, Qt::LeftButton, {}, layout.verbs[size_t(i)].center());
        QCOMPARE(verbs.size(), i + 1);
        QCOMPARE(verbs.at(i).at(1).value<WallVerb>(), static_cast<WallVerb>(i));
    }
    // Pressed on one thing and let go on another: nothing.
    QTest::mousePress(tiles, Qt::LeftButton, {}, layout.verbs[0].center());
    QTest::mouseRelease(tiles, Qt::LeftButton, {}, layout.verbs[3].center());
    QTest::mouseClick(tiles, Qt::RightButton, {}, layout.name.center());
    QTest::mouseClick(tiles, Qt::LeftButton, {}, {2, 2});
    QCOMPARE(entered.size(), 1);
    QCOMPARE(verbs.size(), wallVerbCount);
}

void TestWallView::whatCannotBeDoneIsNotAskedFor()
{
    show(12);
    m_view->setWhyNot([](const WallTile &, WallVerb verb) {
        return verb == WallVerb::Watch ? QString() : u"离线"_s;
    });
    QSignalSpy verbs(m_view.get(), &WallView::verbChosen);
    m_view->setFocus(Qt::TabFocusReason);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      m_view->layoutOf(0).verbs[3].center());
    QCOMPARE(verbs.size(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(verbs.size(), 1);
}

void TestWallView::onlyTheChangedTileIsPainted()
{
    show(40);
    QCoreApplication::processEvents();
    PaintSpy spy(m_view->viewport());
    const int row = m_model->rowOf(WallSample::group(5));
    m_sample->ask(5, 1, u"还有货吗"_s, 0);
    QCoreApplication::processEvents();
    QVERIFY(!spy.painted.isEmpty());
    QVERIFY(m_view->tileRect(row).contains(spy.painted.boundingRect()));
    spy.painted = {};
    m_sample->ask(39, 1, u"在看不见的地方"_s, 0);
    QCoreApplication::processEvents();
    QVERIFY(spy.painted.isEmpty());
    // Places: only what stands elsewhere than before.
    m_model->applyPending();
    QCoreApplication::processEvents();
    QVERIFY(!spy.painted.intersects(m_view->tileRect(0)));
}

void TestWallView::tilesStayWhileTouched()
{
    show(12);
    QVERIFY(!m_view->isTouched());
    QTest::keyClick(m_view.get(), Qt::Key_Shift);
    QVERIFY(m_view->isTouched());
    QTRY_VERIFY(!m_view->isTouched());
    QEvent leave(QEvent::Leave);
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(m_view->isTouched());
    QApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(m_view->isTouched());
    QTRY_VERIFY(!m_view->isTouched());
}

void TestWallView::scrollsToTheCurrentTile()
{
    show(80);
    m_view->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentRow(), 79);
    QVERIFY(m_view->viewport()->rect().contains(m_view->tileRect(79)));
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(m_view->viewport()->rect().contains(m_view->tileRect(m_view->currentRow())));
    QVERIFY(m_view->currentRow() < 79);
    m_view->setCurrent(m_model->index(0).data(WallModel::Id).value<GroupId>());
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestWallView::everyTileIsSpoken()
{
    show(12);
    auto *list = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 12);
    auto *tile = list->child(0);
    const auto name = tile->text(QAccessible::Name);
    QVERIFY2(name.startsWith(u"望京宝妈 2 群, "_s), qPrintable(name));
    QVERIFY2(name.contains(u"03:55"_s) && name.contains(u"66↑"_s) && name.contains(u"辅食"_s),
             qPrintable(name));
    QCOMPARE(tile->rect().size(), m_view->tileRect(0).size());
    m_view->setFocus(Qt::TabFocusReason);
    QVERIFY(tile->state().focused);
    QCOMPARE(list->focusChild(), tile);
    QVERIFY(!m_view->accessibleName().isEmpty());
    grabBoth(*m_host, *m_view, u"wall-view"_s);
}

void TestWallView::emptyAndLoading()
{
    show(0);
    m_view->setLoading(true);
    const auto loading = m_view->grab().toImage();
    m_view->setLoading(false);
    m_view->setEmptyText(u"没有"_s);
    QVERIFY(m_view->grab().toImage() != loading);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {100, 100});
    QCOMPARE(m_view->currentRow(), -1);
}

QTEST_MAIN(TestWallView)
#include "tst_wallview.moc"
