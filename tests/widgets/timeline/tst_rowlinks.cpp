// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/story.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/timeline/testrows.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/common/theme/themeloader.h"
#include "widgets/timeline/bodytext.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId t1{u"t-1"_s};
const TopicId t2{u"t-2"_s};

struct Room
{
    Room() : model(&session), reader(session)
    {
        scribe.group();
        model.setGroup(scribe.g0);
        scribe.open(t1);
        scribe.open(t2);
    }
    RowContent last() const { return reader.read(model.index(model.rowCount() - 1)); }

    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel model;
    TimelineReader reader;
};

} // namespace

/** What in a row leads elsewhere: the other topic of a doubtful message, an order's number, the way
 * back of a text just sent; and taking a message to another topic by hand. */
class TestRowLinks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

    static QPoint placeOf(const TimelineView &view, RowAction action)
    {
        for (int y = 0; y < view.viewport()->height(); y += 3) {
            for (int x = 0; x < view.viewport()->width(); x += 3) {
                if (view.hitAt({x, y}).action == action)
                    return {x, y};
            }
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        m_host = std::make_unique<ThemeHost>(*loadThemes());
    }

    void aDoubtfulMessageShowsItsSecondChoice()
    {
        Room room;
        const auto id = room.scribe.say(u"那坏的需要寄回去吗"_s, u"陈先生"_s);
        room.scribe.write(TopicLinked{{id}, LinkRule::Similar, 540, t2, 410, {}}, t1);
        const auto row = room.last();
        QVERIFY(row.second);
        QVERIFY(row.second->line);
        QVERIFY(row.second->text.contains(u"0.41"_s));
        QCOMPARE(*row.second->lane, 1);
        QCOMPARE(row.secondTopic, t2);
        // A topic that has ended takes nothing any more.
        room.scribe.write(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, t2);
        QVERIFY(!room.last().second);
    }

    void aSureLinkHasNone()
    {
        Room room;
        const auto id = room.scribe.say(u"那坏的需要寄回去吗"_s, u"陈先生"_s);
        room.scribe.write(TopicLinked{{id}, LinkRule::SameAsker, 970, t2, 20, {}}, t1);
        QVERIFY(!room.last().second);
    }

    void aClickOnItMovesTheMessage()
    {
        test::RowsModel model;
        test::RowsReader reader(model);
        auto row = test::said(u"陈先生"_s, u"那坏的需要寄回去吗"_s);
        row.topic = t1;
        row.lane = 0;
        row.link = ChipSpec{.text = u"A 0.54?"_s, .line = true, .lane = 0};
        row.linkWeak = true;
        row.second = ChipSpec{.text = u"B 0.41?"_s, .line = true, .lane = 1};
        row.secondTopic = t2;
        model.append({row});
        TimelineView view(*m_host);
        view.setModel(&model, &reader);
        view.resize(700, 300);
        view.show();
        view.settle();
        QSignalSpy moved(&view, &TimelineView::moveMessage);
        const auto at = placeOf(view, RowAction::MoveToSecond);
        QVERIFY(!at.isNull());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.at(0).at(1).value<TopicId>(), t2);
    }

    void numbersStandByThemselves()
    {
        QCOMPARE(numbersIn(u"单号 20261106，不是 v2026a 也不是 12.3456"), (QStringList{u"20261106"_s}));
        QCOMPARE(numbersIn(u"2206和2206"), QStringList{u"2206"_s});
        QVERIFY(numbersIn(u"14点 200块").isEmpty());
    }

    /** Only orders somebody is known to have; a click says which. */
    void anOrderCanBeClicked()
    {
        Room room;
        Customer customer;
        customer.id = {u"c-1"_s};
        customer.name = u"陈"_s;
        Order order;
        order.id = u"2026110688"_s;
        customer.orders = {order};
        room.session.feed({Event{u"c0"_s, 1, 0, {room.scribe.now}, {}, {},
                                 CustomerChanged{customer}}});
        room.scribe.write(MemberChanged{{{u"陈先生"_s}, u"陈先生"_s, MemberRole::Customer,
                                         customer.id, {}}});
        room.scribe.say(u"订单2026110688什么时候到，电话 13800138000"_s, u"陈先生"_s, t1);
        QCOMPARE(room.last().entities, (QStringList{u"2026110688"_s, u"13800138000"_s}));
        TimelineView view(*m_host);
        view.setModel(&room.model, &room.reader);
        view.resize(700, 300);
        view.show();
        view.settle();
        QSignalSpy opened(&view, &TimelineView::openEntity);
        const auto at = placeOf(view, RowAction::Entity);
        QVERIFY(!at.isNull());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(1).toString(), u"2026110688"_s);
    }

    void aProductIsCalledByTheEndOfItsName()
    {
        QCOMPARE(productIn(u"我的荔枝坏了一半"_s, u"妃子笑荔枝 3 斤装"_s), u"荔枝"_s);
        QCOMPARE(productIn(u"有机纯牛奶少了两盒"_s, u"有机纯牛奶 250 ml × 24"_s), u"有机纯牛奶"_s);
        QCOMPARE(productIn(u"小米怎么还没到"_s, u"小米 1 kg"_s), u"小米"_s);
        QVERIFY(productIn(u"一斤装的"_s, u"妃子笑荔枝 3 斤装"_s).isEmpty());  // a size is none
        QVERIFY(productIn(u"枝头"_s, u"荔枝"_s).isEmpty());
        QVERIFY(productIn(u"任何话"_s, u"3 斤装"_s).isEmpty());
        QVERIFY(productIn({}, {}).isEmpty());
        QVERIFY(productIn(QString(100, u'荔'), QString(10'000, u'枝')).isEmpty());
    }

    void whatIsFoundIsKnownByItself()
    {
        QCOMPARE(entityKindOf(u"2206"_s), EntityKind::Order);
        QCOMPARE(entityKindOf(u"13800138000"_s), EntityKind::Phone);
        QCOMPARE(entityKindOf(u"138 0013 8000"_s), EntityKind::Phone);
        QCOMPARE(entityKindOf(u"荔枝"_s), EntityKind::Product);
        // A menu may be seen by others: no whole number in it, and no long text.
        QVERIFY(!entityAction(u"13800138000"_s).contains(u"13800138000"_s));
        QVERIFY(entityAction(u"13800138000"_s).contains(u'*'));
        QVERIFY(entityAction(QString(500, u'荔')).size() < 60);
        QVERIFY(!entityAction(u"荔\u202e枝"_s).contains(QChar(0x202e)));
    }

    void atMostEightAndNoDates()
    {
        Room room;
        QString numbers;
        for (int n = 0; n < 20; ++n)
            numbers += u"，138001380%1"_s.arg(n, 2, 10, QChar(u'0'));
        room.scribe.say(numbers, u"陈先生"_s, t1);
        QCOMPARE(room.last().entities.size(), 8);
        room.scribe.say(u"2026-11-28 14:30，11月28日，明天下午"_s, u"陈先生"_s, t1);
        QVERIFY(room.last().entities.isEmpty());
    }

    /** The menu key on the row that is chosen: each of them is an item, and leads to the same. */
    void theMenuKeyReachesThemAll()
    {
        Room room;
        Customer customer;
        customer.id = {u"c-1"_s};
        Order order;
        order.id = u"2026110688"_s;
        order.lines = {{u"妃子笑荔枝 3 斤装"_s, 1, 3980}};
        customer.orders = {order};
        room.session.feed({Event{u"c0"_s, 1, 0, {room.scribe.now}, {}, {},
                                 CustomerChanged{customer}}});
        room.scribe.write(MemberChanged{{{u"陈先生"_s}, u"陈先生"_s, MemberRole::Customer,
                                         customer.id, {}}});
        room.scribe.say(u"订单2026110688的荔枝坏了，电话13800138000"_s, u"陈先生"_s, t1);
        QCOMPARE(room.last().entities,
                 (QStringList{u"2026110688"_s, u"13800138000"_s, u"荔枝"_s}));
        TimelineView view(*m_host);
        view.setModel(&room.model, &room.reader);
        view.resize(700, 300);
        view.show();
        view.settle();
        view.setCurrent(room.model.rowCount() - 1);
        QSignalSpy opened(&view, &TimelineView::openEntity);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, view.mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(view.viewport(), &byKey);
        auto *menu = view.findChild<QMenu *>();
        QVERIFY(menu);
        int found = 0;
        for (const auto &text : room.last().entities) {
            for (auto *action : menu->actions()) {
                if (action->text() == entityAction(text)) {
                    ++found;
                    action->trigger();
                }
            }
        }
        QCOMPARE(found, 3);
        QCOMPARE(opened.size(), 3);
        QCOMPARE(opened.at(2).at(1).toString(), u"荔枝"_s);
        menu->close();
    }

    void aHeldTextShowsItsRing()
    {
        Room room;
        const auto command = room.session.submit(SendMessage{t1, 1, 1, u"马上到。"_s, {}, {}},
                                                 this, [](const Result<> &) {});
        QVERIFY(!command.isEmpty());
        QCOMPARE(room.last().kind, RowKind::Pending);
        QVERIFY(!room.last().recallUntil.isSet());
        room.session.setHold(3000);
        room.session.submit(SendMessage{t1, 1, 1, u"这就到。"_s, {}, {}}, this,
                            [](const Result<> &) {});
        QCOMPARE(room.last().recallUntil, room.session.now().plusSeconds(3));
        QCOMPARE(room.last().actions.size(), 1);
        QCOMPARE(room.last().actions.constFirst().action, RowAction::Edit);
        QCOMPARE(room.last().actions.constFirst().keys, u"Alt+Z"_s);
        room.session.setNow(room.session.now().plusSeconds(3));
        QVERIFY(!room.last().recallUntil.isSet());
    }

    void takenByTheAvatarToAnotherRow()
    {
        test::RowsModel model;
        test::RowsReader reader(model);
        auto one = test::said(u"陈先生"_s, u"坏了怎么办"_s);
        one.topic = t1;
        one.lane = 0;
        auto other = test::said(u"李海燕"_s, u"退款呢"_s);
        other.topic = t2;
        other.lane = 1;
        model.append({one, other});
        TimelineView view(*m_host);
        view.setModel(&model, &reader);
        view.setLanes({{t1, 0, u"坏果"_s, {}, {}, true}, {t2, 1, u"退款"_s, {}, {}, true}});
        view.resize(700, 300);
        view.show();
        view.settle();
        QSignalSpy moved(&view, &TimelineView::moveMessage);
        const auto hand = [&view](QEvent::Type type, const QPoint &at, Qt::MouseButtons held) {
            auto *on = view.viewport();
            QMouseEvent event(type, QPointF(at), on->mapToGlobal(QPointF(at)),
                              type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
            QCoreApplication::sendEvent(on, &event);
        };
        const auto from = view.rowRect(0).topLeft() + QPoint(layout::laneGutter + 10, 14);
        const auto onto = view.rowRect(1).topLeft() + QPoint(200, 14);
        const auto rail = QPoint(laneX(1, false), view.rowRect(0).bottom());
        for (const auto &to : {onto, rail}) {
            hand(QEvent::MouseButtonPress, from, Qt::LeftButton);
            hand(QEvent::MouseMove, from + QPoint(30, 0), Qt::LeftButton);
            hand(QEvent::MouseMove, to, Qt::LeftButton);
            hand(QEvent::MouseButtonRelease, to, Qt::NoButton);
        }
        QCOMPARE(moved.size(), 2);
        QCOMPARE(moved.at(0).at(0).value<MessageId>(), one.message);
        QCOMPARE(moved.at(0).at(1).value<TopicId>(), t2);
        QCOMPARE(moved.at(1).at(1).value<TopicId>(), t2);
        // Esc in the middle, and a press that never moves, are no drags.
        hand(QEvent::MouseButtonPress, from, Qt::LeftButton);
        hand(QEvent::MouseMove, onto, Qt::LeftButton);
        QTest::keyClick(&view, Qt::Key_Escape);
        hand(QEvent::MouseButtonRelease, onto, Qt::NoButton);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(moved.size(), 2);
        QVERIFY(view.selected().isEmpty());
    }
};

QTEST_MAIN(TestRowLinks)
#include "tst_rowlinks.moc"
