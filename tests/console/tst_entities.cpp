// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "models/protocol/customerwire.h"
#include "tests/console/windowrig.h"
#include "widgets/context/contextpanel.h"
#include "widgets/search/searchpanel.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QJsonDocument>
#include <QMenu>
#include <QTest>
#include <QToolTip>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId topic{u"t-1"_s};

} // namespace

/** What leads on from a customer's words at the desk: a number to who has it, a product to what is
 * known of it; by mouse and by the menu key. */
class TestEntities : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    TimelineView &stream() const { return *m_window->desk().findChild<TimelineView *>(); }
    ContextPanel &context() const { return *m_window->desk().findChild<ContextPanel *>(); }

    /** A click on the nth entity of the last row. */
    void click(int nth)
    {
        auto &view = stream();
        view.settle();
        for (int y = 0; y < view.viewport()->height(); y += 3) {
            for (int x = 0; x < view.viewport()->width(); x += 3) {
                const auto hit = view.hitAt({x, y});
                if (hit.action == RowAction::Entity && hit.index == nth) {
                    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {x, y});
                    return;
                }
            }
        }
        QFAIL("not on the screen");
    }
    QMenu *menuOf(const QObject &parent) const
    {
        const auto menus = parent.findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
        return menus.isEmpty() ? nullptr : menus.constLast();
    }
    static QAction *actionIn(const QMenu &menu, const QString &words)
    {
        for (auto *action : menu.actions()) {
            if (action->text().contains(words))
                return action;
        }
        return nullptr;
    }
    QString askedPhone() const
    {
        for (const auto &query : m_session->asked()) {
            const auto phone =
                QJsonDocument::fromJson(query.params).object().value(u"phone"_s).toString();
            if (!phone.isEmpty())
                return phone;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_session->setRights(Role::Agent, {u"customer.refresh"_s});
        goLive();
        m_session->answer<RefreshCustomerParams>(
            [](const QByteArray &) { return RefreshCustomerResult{{u"c-2"_s}, {1}}; });
        m_scribe->group();
        Customer customer;
        customer.id = {u"c-1"_s};
        customer.name = u"李海燕"_s;
        Order order;
        order.id = u"2026110688"_s;
        order.lines = {{u"妃子笑荔枝 3 斤装"_s, 1, 3980}};
        customer.orders = {order};
        m_session->feed({Event{u"c0"_s, 1, 0, {m_scribe->now}, {}, {},
                               CustomerChanged{customer}}});
        m_scribe->write(MemberChanged{{{u"李海燕"_s}, u"李海燕"_s, MemberRole::Customer,
                                       customer.id, {}}});
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 1;
        entry.state = EntryState::Live;
        entry.question = u"荔枝怎么保存 & 能放几天"_s;
        entry.answer = u"冷藏三天。"_s;
        m_scribe->write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
        m_scribe->open(topic);
        m_scribe->say(u"订单2026110688的荔枝坏了，电话13800138000"_s, u"李海燕"_s, topic);
        QVERIFY(open({1440, 900}));
        m_window->desk().chooseTopic(topic);
        QTest::qWait(20);
    }
    void cleanup() { m_window.reset(); }

    void anOrderShowsItsCard()
    {
        QVERIFY(context().tab() != ContextPanel::Orders);
        click(0);
        QCOMPARE(context().tab(), ContextPanel::Orders);
        grabBoth(*m_host, *m_window, u"entities"_s);
    }

    void aNumberFindsWhoHasIt()
    {
        context().setTab(ContextPanel::Orders);
        click(1);
        QCOMPARE(context().tab(), ContextPanel::Context);
        QTRY_COMPARE(askedPhone(), u"13800138000"_s);
    }

    void whoMayNotAskIsTold()
    {
        m_session->setRights(Role::Editor, {});
        click(1);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(u"cannot ask"_s));
        QVERIFY(askedPhone().isEmpty());
        QToolTip::hideText();
    }

    void aProductLeadsToEntriesAndMessages()
    {
        const auto *hidden = m_window->desk().findChild<SearchPanel *>();
        QVERIFY(!hidden || !hidden->isVisible());
        click(2);
        auto *menu = menuOf(m_window->desk());
        QVERIFY(menu);
        QVERIFY(actionIn(*menu, u"荔枝怎么保存 && 能放几天"_s));  // an ampersand is no shortcut
        actionIn(*menu, u"Search messages"_s)->trigger();
        menu->close();
        auto *search = m_window->desk().findChild<SearchPanel *>();
        QVERIFY(search && search->isVisible());
    }

    void theMenuKeyDoesTheSame()
    {
        auto &view = stream();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_End);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, view.mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(view.viewport(), &byKey);
        auto *menu = menuOf(view);
        QVERIFY(menu);
        auto *find = actionIn(*menu, entityAction(u"13800138000"_s));
        QVERIFY(find);
        QVERIFY(!find->text().contains(u"13800138000"_s));
        find->trigger();
        menu->close();
        QTRY_COMPARE(askedPhone(), u"13800138000"_s);
    }
};

QTEST_MAIN(TestEntities)
#include "tst_entities.moc"
