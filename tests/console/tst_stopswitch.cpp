// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "tests/console/windowrig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/statusstrip.h"

#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};

} // namespace

class TestStopSwitch : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    using Room = MainWindow::Room;

    void signIn(Role role, QSet<QString> rights, LinkState link = LinkState::Live)
    {
        rights += {u"supervise.whisper"_s, u"review.approve"_s, u"report.query"_s, u"topic.claim"_s};
        m_session->setRights(role, rights);
        m_session->setLink({link, LinkProblem::None, {}, {}, {}, 3});
    }
    void setStopped(bool stopped)
    {
        Policy policy;
        policy.version = 2 + int(m_scribe->seq);
        policy.stopped = stopped;
        policy.stoppedBy = u"何川"_s;
        policy.stoppedAt = {m_scribe->now};
        m_scribe->write(PolicyChanged{policy, me, {}});
    }

    InlineBanner &bar() const { return *m_window->findChild<InlineBanner *>(u"stopBar"_s); }
    ActionButton &barButton() const { return *bar().findChild<ActionButton *>(); }
    IconButton &turn() const { return *m_window->findChild<IconButton *>(u"stopSwitch"_s); }
    QString said() const { return bar().accessibleName(); }
    bool stripSays(const QString &words) const
    {
        const auto pills = m_window->findChildren<StatusPill *>();
        return std::ranges::any_of(pills, [&](const StatusPill *pill) {
            return pill->isVisible() && pill->accessibleName().contains(words);
        });
    }
    QList<StopBot> orders() const { return submitted<StopBot>(); }

private Q_SLOTS:
    void init()
    {
        begin(me);
        signIn(Role::Supervisor, {u"bot.stop"_s});
        QVERIFY(open());
        m_scribe->group();
    }
    void cleanup() { m_window.reset(); }

    void isTurnedAfterOneQuestion();
    void theKeyboardAsksAndTurns();
    void escapeLeavesIt();
    void bothStatesAreSeenInEveryRoom();
    void othersSeeItAndCannotTurnIt();
    void whoTurnedItFirstAnswersTheQuestion();
    void aRefusalIsTold();
};

void TestStopSwitch::isTurnedAfterOneQuestion()
{
    QVERIFY(stripSays(u"Bot running"_s));
    QVERIFY(!bar().isVisible());
    QTest::mouseClick(&turn(), Qt::LeftButton);
    QVERIFY(bar().isVisible());
    QVERIFY2(said().contains(u"Stop the bot everywhere?"_s), qPrintable(said()));
    QVERIFY(orders().isEmpty());
    grabBoth(*m_host, *m_window, u"stop-question"_s);
    QTest::mouseClick(&barButton(), Qt::LeftButton);
    QCOMPARE(orders(), QList<StopBot>{{true}});
    setStopped(true);
    QVERIFY(bar().isVisible());
    grabBoth(*m_host, *m_window, u"stop-stopped"_s);
    QVERIFY2(said().contains(u"何川"_s), qPrintable(said()));
    QVERIFY(stripSays(u"Bot stopped"_s));
    QTest::mouseClick(&barButton(), Qt::LeftButton);
    QVERIFY2(said().contains(u"Let the bot speak again?"_s), qPrintable(said()));
    QCOMPARE(orders().size(), 1);
    QTest::mouseClick(&barButton(), Qt::LeftButton);
    QCOMPARE(orders().value(1), StopBot{false});
    setStopped(false);
    QVERIFY(!bar().isVisible());
    QVERIFY(stripSays(u"Bot running"_s));
}

void TestStopSwitch::theKeyboardAsksAndTurns()
{
    QVERIFY(m_window->actions().whyNot(u"bot.stop"_s).isEmpty());
    QVERIFY(!m_window->actions().whyNot(u"bot.start"_s).isEmpty());
    QVERIFY(m_window->actions().trigger(u"bot.stop"_s));
    QCOMPARE(m_window->focusWidget(), &barButton());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QCOMPARE(orders(), QList<StopBot>{{true}});
}

void TestStopSwitch::escapeLeavesIt()
{
    QVERIFY(m_window->actions().trigger(u"bot.stop"_s));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QVERIFY(orders().isEmpty());
    setStopped(true);
    QVERIFY(m_window->actions().trigger(u"bot.start"_s));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QVERIFY(bar().isVisible());
    QVERIFY2(said().contains(u"何川"_s), qPrintable(said()));
    QVERIFY(orders().isEmpty());
}

void TestStopSwitch::bothStatesAreSeenInEveryRoom()
{
    for (const bool stopped : {true, false}) {
        setStopped(stopped);
        for (const auto room : {Room::Desk, Room::Wall, Room::Review, Room::Report}) {
            m_window->enter(room);
            QCOMPARE(m_window->room(), room);
            QCOMPARE(bar().isVisible(), stopped);
            QVERIFY(stripSays(stopped ? u"Bot stopped"_s : u"Bot running"_s));
        }
    }
}

void TestStopSwitch::othersSeeItAndCannotTurnIt()
{
    signIn(Role::Agent, {});
    QVERIFY(!turn().isVisible());
    QVERIFY(!m_window->actions().trigger(u"bot.stop"_s));
    setStopped(true);
    QVERIFY(bar().isVisible());
    QVERIFY(!barButton().isVisible());
    signIn(Role::Supervisor, {u"bot.stop"_s}, LinkState::Offline);
    QVERIFY(!turn().isEnabled());
    QVERIFY(!barButton().isVisible());
}

void TestStopSwitch::whoTurnedItFirstAnswersTheQuestion()
{
    QTest::mouseClick(&turn(), Qt::LeftButton);
    setStopped(true);
    QVERIFY2(said().contains(u"何川"_s), qPrintable(said()));
    QVERIFY(orders().isEmpty());
}

void TestStopSwitch::aRefusalIsTold()
{
    QTest::mouseClick(&turn(), Qt::LeftButton);
    QTest::mouseClick(&barButton(), Qt::LeftButton);
    m_session->settle(m_session->submitted().constLast().id,
                      std::unexpected(Error{ErrorKind::StorageFull, u"no room"_s, {}}));
    QTRY_VERIFY2(said().contains(u"not turned"_s), qPrintable(said()));
    QVERIFY(bar().isVisible());
}

QTEST_MAIN(TestStopSwitch)
#include "tst_stopswitch.moc"
