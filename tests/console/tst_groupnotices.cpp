// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/groupnoticedesk.h"
#include "app/console/preferences/groupnoticesform.h"
#include "app/console/toastdesk.h"
#include "tests/console/windowrig.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/searchfield.h"
#include "widgets/lanes/grouphead.h"
#include "widgets/queue/queuepanel.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId colleague{u"u-2"_s};
const TopicId topicA{u"t-1"_s};
const TopicId topicB{u"t-2"_s};

QAction *actionIn(const QMenu &menu, const QString &words)
{
    for (auto *action : menu.actions()) {
        if (action->text().startsWith(words))
            return action;
    }
    return nullptr;
}

} // namespace

/** Notifications by group, set where the group is and in the settings; and the urgent ones that stay
 * in the window until somebody has dealt with them. */
class TestGroupNotices : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    using Room = MainWindow::Room;

    GroupNotices ruleOf(const GroupId &group) const { return groupRule(*m_settings, group).what; }
    GroupHead &head() const { return m_window->desk().head(); }
    QMenu *menu() const { return m_window->groupNotices().menu(); }
    GroupNoticesForm &form() const
    {
        return *m_window->settingsPage().findChild<GroupNoticesForm *>();
    }
    /** Of the only row, by keyboard; each step is kept, and the focus stays. */
    void choose(GroupNotices what)
    {
        m_window->activateWindow();  // menus of the tests before may have it
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QCOMPARE(form().rows().size(), 1);
        form().rows().constFirst()->choice().setFocus();
        for (int step = 0; step < 10; ++step) {
            auto &choice = form().rows().constFirst()->choice();
            const auto *focus = QApplication::focusWidget();
            QVERIFY2(choice.hasFocus(), focus ? focus->metaObject()->className() : "nothing");
            if (choice.currentIndex() == int(what))
                return;
            QTest::keyClick(&choice, choice.currentIndex() < int(what) ? Qt::Key_Down : Qt::Key_Up);
            QCoreApplication::processEvents();
        }
        QFAIL("the keys do not lead there");
    }
    Notice escalation(const TopicId &topic) const
    {
        return {NoticeKind::Escalated, topic, m_scribe->g0, u"优选福利群"_s, u"李海燕"_s,
                u"退款到哪了"_s};
    }
    void press(const TopicId &topic)
    {
        const auto notice = escalation(topic);
        m_window->toasts().take(notice, noticeText(notice, false));
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_session->setRights(Role::Supervisor, {u"supervise.whisper"_s, u"topic.claim"_s});
        goLive();
        m_scribe->group();
        for (const auto &topic : {topicA, topicB}) {
            m_scribe->open(topic);
            m_scribe->say(u"退款到哪了"_s, u"李海燕"_s, topic);
            m_scribe->escalate(topic, 60'000);
        }
        QVERIFY(open({1280, 720}));
        m_window->desk().chooseTopic(topicA);
    }
    void cleanup() { m_window.reset(); }

    void theBellOverTheStreamSetsIt()
    {
        QTest::mouseClick(&head().noticesButton(), Qt::LeftButton);
        QVERIFY(menu());
        QVERIFY(actionIn(*menu(), u"All"_s)->isChecked());
        actionIn(*menu(), u"Mine only"_s)->trigger();
        menu()->close();
        QCOMPARE(ruleOf(m_scribe->g0), GroupNotices::Mine);
        QVERIFY(labelSays(head(), u"Mine only"_s));
        QVERIFY(head().noticesButton().accessibleName().contains(u"Mine only"_s));
        grabBoth(*m_host, *m_window, u"notices-head"_s);
    }

    void itsKeyOpensTheMenu()
    {
        auto &queue = m_window->desk().queuePanel().view();
        queue.setFocus();
        QTest::keyClick(&queue, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(menu());
        QVERIFY(actionIn(*menu(), u"All"_s)->isChecked());
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Return);
        QVERIFY(ruleOf(m_scribe->g0) != GroupNotices::All);
    }

    void singleEventsCanBeChosen()
    {
        QMenu host;
        m_window->groupNotices().addTo(host, m_scribe->g0);
        auto *all = host.actions().constFirst()->menu();
        auto *kinds = actionIn(*all, u"Chosen events"_s)->menu();
        QCOMPARE(kinds->actions().size(), groupKinds().size());
        kinds->actions().constFirst()->trigger(); // the most urgent one goes
        QCOMPARE(ruleOf(m_scribe->g0), GroupNotices::Chosen);
        QCOMPARE(groupRule(*m_settings, m_scribe->g0).kinds.size(), groupKinds().size() - 1);
        QVERIFY(!groupRule(*m_settings, m_scribe->g0).kinds.contains(groupKinds().constFirst()));
    }

    void byNameToo()
    {
        QVERIFY(m_window->actions().trigger(u"notices.group.none"_s));
        QCOMPARE(ruleOf(m_scribe->g0), GroupNotices::None);
        QVERIFY(m_window->actions().trigger(u"notices.group.all"_s));
        QCOMPARE(ruleOf(m_scribe->g0), GroupNotices::All);
        QVERIFY(groupRules(*m_settings).isEmpty());
    }

    void theSettingsListWhatDiffers()
    {
        m_window->showSettings(SettingsPage::Section::Notices);
        QVERIFY(form().rows().isEmpty());
        QVERIFY(labelSays(form(), u"No group differs"_s));
        QVERIFY(!form().resetButton().isEnabled());
        auto &field = form().searchField();
        field.setFocus();
        QTest::keyClicks(&field, u"zzz"_s);
        QVERIFY(labelSays(form(), u"No group has these words"_s));
        field.setText(u"福利"_s);
        QCOMPARE(form().rows().size(), 1);
        choose(GroupNotices::Escalations);
        QCOMPARE(ruleOf(m_scribe->g0), GroupNotices::Escalations);
        field.clear();
        QCOMPARE(form().rows().size(), 1);
        QVERIFY(form().rows().constFirst()->choice().accessibleName().contains(u"福利"_s));
        QCOMPARE(richLabel(form()), QString());
        grabBoth(*m_host, *m_window, u"notices-settings"_s);
        QTest::mouseClick(&form().resetButton(), Qt::LeftButton);
        QVERIFY(groupRules(*m_settings).isEmpty());
        QVERIFY(form().rows().isEmpty());
    }

    void chosenEventsInTheSettings()
    {
        setGroupRule(*m_settings, m_scribe->g0, {GroupNotices::Escalations, {}});
        m_window->showSettings(SettingsPage::Section::Notices);
        choose(GroupNotices::Chosen);
        const auto kinds = groupRule(*m_settings, m_scribe->g0).kinds;
        QCOMPARE(kinds.size(), groupKinds().size());
        auto &row = *form().rows().constFirst();
        QVERIFY(row.kindsButton().isVisible());
        QVERIFY(row.kindsButton().text().contains(QString::number(kinds.size())));
        QTest::mouseClick(&row.kindsButton(), Qt::LeftButton);
        auto *open = row.findChild<QMenu *>();
        QVERIFY(open);
        open->actions().constLast()->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(groupRule(*m_settings, m_scribe->g0).kinds.size(), kinds.size() - 1);
    }

    void manyGroupsAreNarrowedDown()
    {
        auto state = m_session->state();
        for (int n = 0; n < 60; ++n) {
            GroupState group;
            group.info.id = {u"g-%1"_s.arg(n)};
            group.info.name = n == 7 ? hostileText() : u"社区 %1 群"_s.arg(n);
            state.groups.insert(group.info.id, group);
            setGroupRule(*m_settings, group.info.id, {GroupNotices::None, {}});
        }
        m_session->replace(state);
        m_window->showSettings(SettingsPage::Section::Notices);
        QCOMPARE(form().rows().size(), GroupNoticesForm::mostRows);
        QVERIFY(labelSays(form(), u"40 more"_s));
        form().searchField().setText(u"passwd"_s);
        QCOMPARE(form().rows().size(), 1);
        QCOMPARE(richLabel(form()), QString());
        QCOMPARE(namelessWidget(form()), QString());
        form().searchField().setText(u"社区 33"_s);
        QCOMPARE(form().rows().size(), 1);
    }

    void anUrgentOneStaysInOtherRooms()
    {
        m_window->enter(Room::Wall);
        auto &toasts = m_window->toasts();
        press(topicA);
        press(topicB);
        press(topicA);  // once
        QCOMPARE(toasts.count(), 2);
        QVERIFY(toasts.toast().isVisible());
        QVERIFY(labelSays(toasts.toast(), u"A topic needs a person"_s));
        QVERIFY(!labelSays(toasts.toast(), u"李海燕"_s));
        QVERIFY(m_window->rect().contains(toasts.toast().geometry()));
        grabBoth(*m_host, *m_window, u"toast"_s);
        m_window->resize(1100, 660);
        QVERIFY(m_window->rect().contains(toasts.toast().geometry()));
        // A colleague takes the first: it is dealt with.
        m_scribe->grant(topicA, colleague, 1);
        QCOMPARE(toasts.count(), 1);
        QTest::mouseClick(&toasts.toast().openButton(), Qt::LeftButton);
        QCOMPARE(m_window->room(), Room::Desk);
        QCOMPARE(m_window->desk().topic(), topicB);
        QVERIFY(!toasts.toast().isVisible());
    }

    void aKeyOpensItAndAnotherPutsItAway()
    {
        m_window->enter(Room::Wall);
        QVERIFY(!m_window->actions().whyNot(u"window.notice"_s).isEmpty());
        press(topicB);
        key(Qt::Key_F9);
        QCOMPARE(m_window->desk().topic(), topicB);
        m_window->enter(Room::Wall);
        press(topicA);
        auto &later = m_window->toasts().toast().laterButton();
        later.setFocus();
        QTest::keyClick(&later, Qt::Key_Space);
        QVERIFY(m_window->toasts().isEmpty());
        QVERIFY(!m_window->toasts().toast().isVisible());
        QCOMPARE(namelessWidget(m_window->toasts().toast()), QString());
    }

    void atTheDeskItIsThereAlready()
    {
        m_window->enter(Room::Desk);
        press(topicA);
        QVERIFY(m_window->toasts().isEmpty());
    }
};

QTEST_MAIN(TestGroupNotices)
#include "tst_groupnotices.moc"
