// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "models/items/queuemodel.h"
#include "tests/scenario/deskdriver.h"
#include "tests/scenario/servicerig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/queue/queueview.h"
#include "widgets/queue/viewbar.h"
#include "widgets/queue/viewchip.h"

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>
#include <QMenu>
#include <QTest>
#include <QToolTip>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::DeskDriver;
using tests::RawConsole;
using tests::ServiceRig;
using tests::signedIn;

namespace {

constexpr int patienceMs = 20'000;
constexpr int missMs = 40'000;  // an offer stands 20 s

} // namespace

/** The queue by hand in two real windows: the backend offers, an offer is missed, topics are put off
 * and come back, colleagues see each other. */
class TestDeskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void offerIsMissedAndGoesOn();
    void acceptedWithEnter();
    void colleagueSeesWhoWrites();
    void onHoldUntilTheCustomerWrites();
    void snoozedUntilTheCustomerWrites();
    void ordersAndFilters();
    void viewIsKept();
    void priorityIsExplained();
    void nextAtRisk();
    void intoTheQueueWithASummary();

private:
    bool choose(int downs, int ups = 0);
    bool chooseLine(const QString &beginning);
    bool openMenu(DeskDriver &desk, QAbstractButton &button);

    ServiceRig m_rig;
    RawConsole m_boss;
    QTemporaryDir m_linData;
    QTemporaryDir m_zhouData;
    DeskDriver m_lin;
    DeskDriver m_zhou;
    std::unique_ptr<Console> m_first;
    std::unique_ptr<Console> m_second;
};

/** In the menu that is open: so many times down, so many up, then Enter. */
bool TestDeskQueue::choose(int downs, int ups)
{
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, patienceMs))
        return false;
    auto *menu = QApplication::activePopupWidget();
    for (int i = 0; i < downs; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    for (int i = 0; i < ups; ++i)
        QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    return QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; }, patienceMs);
}

/** In the menu that is open: down to the first line that begins so, then Enter. */
bool TestDeskQueue::chooseLine(const QString &beginning)
{
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, patienceMs))
        return false;
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (qsizetype left = menu ? menu->actions().size() : 0; left > 0; --left) {
        QTest::keyClick(menu, Qt::Key_Down);
        if (menu->activeAction() && menu->activeAction()->text().startsWith(beginning)) {
            QTest::keyClick(menu, Qt::Key_Return);
            return QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; },
                                   patienceMs);
        }
    }
    return false;
}

bool TestDeskQueue::openMenu(DeskDriver &desk, QAbstractButton &button)
{
    if (!desk.turnTo())
        return false;
    button.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&button, Qt::Key_Space);
    return true;
}

void TestDeskQueue::initTestCase()
{
    const auto why = m_rig.startPlatform();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(m_rig.backend.addUser(u"boss"_s, u"supervisor"_s).code, 0);
    QVERIFY(m_rig.start());
    QVERIFY(m_boss.join(m_rig.backend.url(), u"boss"_s, BackendProcess::password()));
    auto policy = m_boss.state().policy;
    policy.routing.offers = true;
    QVERIFY(m_boss.run(PutPolicy{policy}));
    // At work, but not to be asked: only the two agents are offered anything.
    QVERIFY(m_boss.run(SetStatus{AgentStatus::Away, {}, false, u"开会"_s, {}}));
    m_first = signedIn(m_lin, m_rig.backend, m_linData.path(), u"lin"_s);
    QVERIFY(m_first);
    m_second = signedIn(m_zhou, m_rig.backend, m_zhouData.path(), u"zhou"_s, &m_lin);
    QVERIFY(m_second);
}

void TestDeskQueue::offerIsMissedAndGoesOn()
{
    m_rig.say(u"haiyan"_s, u"退款一直没到，转人工！"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.offerLeft(), patienceMs);
    QVERIFY2(!m_zhou.offerLeft(), "one at a time");
    QTRY_VERIFY_WITH_TIMEOUT(m_zhou.offerLeft(), missMs);
    QVERIFY(!m_lin.offerLeft());
    QTRY_COMPARE_WITH_TIMEOUT(m_boss.state().topics.cbegin()->misses.size(), 1, patienceMs);
    QCOMPARE(m_boss.state().topics.cbegin()->misses.first().user, UserId{u"lin"_s});
}

void TestDeskQueue::acceptedWithEnter()
{
    QVERIFY(m_zhou.turnTo());
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Queue).constFirst()));
    m_zhou.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Mine).size(), 1, patienceMs);
    QVERIFY(m_lin.listed(DeskList::Queue).isEmpty());
}

void TestDeskQueue::colleagueSeesWhoWrites()
{
    m_rig.say(u"wang"_s, u"怎么开发票"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_lin.listed(DeskList::Bot).isEmpty(), patienceMs);
    QVERIFY(m_lin.turnTo());
    QVERIFY(m_lin.clickTopic(m_lin.listed(DeskList::Bot).constFirst()));
    m_lin.key(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(m_lin.the<ColleagueLine>());
    QVERIFY(m_lin.the<ColleagueLine>()->people().contains(u"zhou"_s));
    QVERIFY(m_lin.the<ColleagueLine>()->ghost().isEmpty());
    QVERIFY(m_zhou.turnTo());
    QTRY_VERIFY_WITH_TIMEOUT(m_zhou.clickField(u"回复到群里"_s), patienceMs);
    m_zhou.type(u"海燕您好，我在查"_s);
    const auto *line = m_lin.the<ColleagueLine>();
    QTRY_VERIFY_WITH_TIMEOUT(line->ghost().contains(u"海燕您好，我在查"_s), patienceMs);
    QVERIFY(line->people().contains(u"✎"_s));
    m_zhou.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(line->ghost().isEmpty(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!line->people().contains(u"✎"_s), patienceMs);
}

void TestDeskQueue::onHoldUntilTheCustomerWrites()
{
    QVERIFY(m_zhou.turnTo());
    m_zhou.key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(chooseLine(u"挂起"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Later).size(), 1, patienceMs);
    QVERIFY(m_zhou.listed(DeskList::Mine).isEmpty());
    m_rig.say(u"haiyan"_s, u"退款还要多久能到账？"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Mine).size(), 1, patienceMs);
    QVERIFY(m_zhou.listed(DeskList::Later).isEmpty());
}

void TestDeskQueue::snoozedUntilTheCustomerWrites()
{
    QVERIFY(m_zhou.turnTo());
    m_zhou.key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(choose(1));
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Later).size(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_lin.listed(DeskList::Later).size(), 1, patienceMs);
    QVERIFY(!m_zhou.offerLeft());
    m_rig.say(u"haiyan"_s, u"退款到底多久能到账？"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_zhou.offerLeft(), patienceMs);
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Queue).constFirst()));
    m_zhou.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Mine).size(), 1, patienceMs);
}

void TestDeskQueue::ordersAndFilters()
{
    auto *bar = m_lin.the<ViewBar>();
    QVERIFY(bar);
    QVERIFY(openMenu(m_lin, bar->sortButton()));
    QVERIFY(choose(4));
    QCOMPARE(bar->view().sort, QueueSort::Sla);
    QVERIFY(!m_lin.listed(DeskList::Bot).isEmpty());
    QVERIFY(openMenu(m_lin, bar->filterButton()));
    QVERIFY(choose(4));  // angry; the two before open further menus, then upset
    QCOMPARE(bar->view().filter.emotionFrom, 70);
    QTRY_VERIFY2(m_lin.listed(DeskList::Bot).isEmpty(), "an invoice angers nobody");
}

void TestDeskQueue::viewIsKept()
{
    auto *bar = m_lin.the<ViewBar>();
    QVERIFY(openMenu(m_lin, bar->filterButton()));
    QVERIFY(choose(0, 1));
    QCOMPARE(bar->saved().size(), 1);
    auto *chip = m_lin.the<ViewChip>();
    QVERIFY(chip && chip->isChecked());
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY(bar->view().filter.isEmpty());
    QVERIFY(!m_lin.listed(DeskList::Bot).isEmpty());
    QTest::keyClick(m_lin.the<ViewChip>(), Qt::Key_Space);
    QTRY_COMPARE(bar->view().filter.emotionFrom, 70);
    m_lin.the<ViewChip>()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_lin.the<ViewChip>(), Qt::Key_Delete);
    QTRY_VERIFY(!m_lin.the<ViewChip>());
    QVERIFY(openMenu(m_lin, bar->filterButton()));
    QVERIFY(choose(0, 1));  // what is shown is not kept any more: keep it again …
    QVERIFY(openMenu(m_lin, bar->filterButton()));
    QVERIFY(choose(0, 1));  // … now the last line that is possible shows everything
    QTRY_VERIFY(bar->view().filter.isEmpty());
}

void TestDeskQueue::priorityIsExplained()
{
    QVERIFY(m_zhou.turnTo());
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Mine).constFirst()));
    m_zhou.key(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains(u"100"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestDeskQueue::nextAtRisk()
{
    m_rig.say(u"wang"_s, u"怎么开发票我还是不会，转人工"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.offerLeft() || m_zhou.offerLeft(), patienceMs);
    QVERIFY(m_lin.turnTo());
    m_lin.key(Qt::Key_F8);
    const auto waits = m_lin.listed(DeskList::Queue) + m_lin.listed(DeskList::Mine);
    QVERIFY(!waits.isEmpty());
    QTRY_COMPARE(m_lin.the<QueueView>()->currentIndex().data(QueueModel::Title).toString(),
                 waits.constFirst());
}

void TestDeskQueue::intoTheQueueWithASummary()
{
    QVERIFY(m_zhou.turnTo());
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Mine).constFirst()));
    m_zhou.key(Qt::Key_F4);
    QTRY_VERIFY(m_zhou.the<TransferPanel>());
    QVERIFY2(m_zhou.the<TransferPanel>()->note().contains(u"海燕您好，我在查"_s),
             qPrintable(m_zhou.the<TransferPanel>()->note()));
    const auto title = m_zhou.listed(DeskList::Mine).constFirst();
    QTest::keyClick(m_zhou.the<QListWidget>(), Qt::Key_End);
    m_zhou.key(Qt::Key_Tab);
    m_zhou.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_zhou.listed(DeskList::Mine).isEmpty(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.offerLeft(), patienceMs);
    const auto has = [&](const Topic &topic) {
        return topic.title == title && topic.handover.contains(u"海燕您好，我在查"_s);
    };
    QTRY_VERIFY(std::ranges::any_of(m_boss.state().topics, has));
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskQueue>(argc, argv);
}

#include "tst_desk_queue.moc"
