// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/helpdesk.h"
#include "app/console/queuedesk.h"
#include "app/console/replydesk.h"
#include "models/items/queuemodel.h"
#include "tests/console/sessionrig.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/snoozepanel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** Help at the desk as three people see it: who holds the topic, a supervisor, a colleague. */
class TestHelpDesk : public QObject, protected SessionRig
{
    Q_OBJECT

private:
    const TopicId m_topic{u"t-1"_s};
    const UserId m_me{u"u-1"_s};
    const UserId m_zhou{u"u-2"_s};
    const UserId m_he{u"u-3"_s};
    std::unique_ptr<QWidget> m_window;
    ActionRegistry *m_actions = nullptr;
    DeskPage *m_page = nullptr;
    HelpDesk *m_help = nullptr;
    QueueDesk *m_queueDesk = nullptr;

    void person(const UserId &id, const QString &name, Role role)
    {
        User user;
        user.id = id;
        user.name = name;
        user.role = role;
        m_scribe->write(UserChanged{user, {}});
        m_scribe->write(PresenceChanged{{id, name, AgentStatus::Online, {}, false}});
    }
    QPlainTextEdit *edit() const { return m_page->reply().composer().findChild<ReplyEdit *>(); }
    HelpPanel *panel() const { return m_window->findChild<HelpPanel *>(); }
    HelpLine &line() const { return m_page->reply().help(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(edit(), key, with); }
    void click(const QString &text)
    {
        auto *button = buttonWith<ActionButton>(*m_page, text);
        QVERIFY2(button, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void asked(const UserId &by, const QString &question)
    {
        m_scribe->write(HelpAsked{by, m_session->state().users.value(by).name, {}, {}, question},
                        m_topic);
    }
    void guest(const UserId &user, GuestState state, const UserId &by, const QString &note = {})
    {
        const auto &users = m_session->state().users;
        m_scribe->write(GuestChanged{user, users.value(user).name, state, by, users.value(by).name,
                                     note},
                        m_topic);
    }
    DeskList listOfTopic() const
    {
        return m_page->queue().indexOf(m_topic).data(QueueModel::List).value<DeskList>();
    }

private Q_SLOTS:
    void init()
    {
        begin(m_me);
        goLive();
        m_scribe->group();
        person(m_me, u"林悦"_s, Role::Agent);
        person(m_zhou, u"周岚"_s, Role::Agent);
        person(m_he, u"何川"_s, Role::Supervisor);
        m_scribe->open(m_topic);
        m_scribe->say(u"这个能免运费吗"_s, u"李海燕"_s, m_topic);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 720);
        m_page = new DeskPage(*m_host, *m_session, m_window.get());
        m_page->resize(m_window->size());
        m_help = new HelpDesk(*m_host, *m_page, *m_session, m_window.get());
        m_queueDesk = new QueueDesk(*m_page, *m_session, *m_settings, m_window.get());
        m_actions = new ActionRegistry(*m_window);
        m_page->addActions(*m_actions);
        m_help->addActions(*m_actions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_page->chooseTopic(m_topic);
        edit()->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void theHolderAsksByKeys()
    {
        press(Qt::Key_F7);
        QVERIFY(!panel());  // not theirs yet
        m_scribe->grant(m_topic, m_me, 1);
        edit()->setFocus();
        press(Qt::Key_F7);
        QTRY_VERIFY(panel() && panel()->isVisible());
        auto *words = panel()->findChild<QLineEdit *>();
        QTRY_VERIFY(words->hasFocus());
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(submitted<AskSupervisor>().isEmpty());
        QTest::keyClicks(words, u"free shipping?"_s);
        grabBoth(*m_host, *m_window, u"help-ask"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(submitted<AskSupervisor>().size(), 1);
        QCOMPARE(submitted<AskSupervisor>().first(),
                 (AskSupervisor{m_topic, 1, u"free shipping?"_s, m_he}));
        QVERIFY(!panel()->isVisible());
        asked(m_me, u"free shipping?"_s);
        QCOMPARE(line().lines(), QStringList{u"You asked the supervisors: free shipping?"_s});
        grabBoth(*m_host, *m_page, u"help-asked"_s);
        click(u"Withdraw"_s);
        QCOMPARE(submitted<EndAsking>().size(), 1);
        m_scribe->write(HelpEnded{HelpEnd::Withdrawn, m_me, u"林悦"_s}, m_topic);
        QVERIFY(!line().isVisible());
    }

    void aColleagueIsInvitedByKeys()
    {
        m_scribe->grant(m_topic, m_me, 1);
        edit()->setFocus();
        press(Qt::Key_F7, Qt::ShiftModifier);
        QTRY_VERIFY(panel() && panel()->isVisible());
        auto *list = panel()->findChild<QListWidget *>();
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        auto *words = panel()->findChild<QLineEdit *>();
        QTest::keyClick(list, Qt::Key_Tab);
        QVERIFY(words->hasFocus());
        QTest::keyClicks(words, u"invoice"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(submitted<InviteColleague>().size(), 1);
        QCOMPARE(submitted<InviteColleague>().first().note, u"invoice"_s);
        const auto user = submitted<InviteColleague>().first().user;
        QVERIFY(user == m_zhou || user == m_he);
        guest(m_zhou, GuestState::Invited, m_me, u"invoice"_s);
        QCOMPARE(line().lines(), QStringList{u"周岚 is invited"_s});
        guest(m_zhou, GuestState::Joined, m_zhou);
        QCOMPARE(line().lines(), QStringList{u"周岚 helps"_s});
        click(u"Let go"_s);
        QCOMPARE(submitted<AttendTopic>().last(), (AttendTopic{m_topic, GuestState::Left, m_zhou}));
    }

    void aRefusalStandsInThePanelAndKeepsTheWords()
    {
        m_scribe->grant(m_topic, m_me, 1);
        edit()->setFocus();
        press(Qt::Key_F7);
        auto *words = panel()->findChild<QLineEdit *>();
        QTest::keyClicks(words, u"hm?"_s);
        const Error full{ErrorKind::StorageFull, u"full"_s, {}};
        QVERIFY(!labelSays(*panel(), refusalText(full)));
        m_session->refuseNext(full);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(panel()->isVisible());
        QVERIFY(labelSays(*panel(), refusalText(full)));
        QCOMPARE(words->text(), u"hm?"_s);
    }

    void aSupervisorIsAskedAndWhispers()
    {
        person(m_me, u"林悦"_s, Role::Supervisor);
        m_session->setRights(Role::Supervisor, {u"supervise.whisper"_s});
        m_scribe->grant(m_topic, m_zhou, 1);
        asked(m_zhou, u"能免运费吗"_s);
        QCOMPARE(listOfTopic(), DeskList::NeedsLook);
        QCOMPARE(line().lines(), QStringList{u"周岚 asks: 能免运费吗"_s});
        grabBoth(*m_host, *m_page, u"help-supervisor"_s);
        click(u"Whisper what is written"_s);
        QVERIFY(submitted<Whisper>().isEmpty());
        QTest::keyClicks(edit(), u"yes, once"_s);
        press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(submitted<Whisper>(), (QList<Whisper>{{m_topic, u"yes, once"_s}}));
        QVERIFY(submitted<SendMessage>().isEmpty());
        QVERIFY(edit()->toPlainText().isEmpty());
    }

    void aSupervisorJoinsOrSettles()
    {
        person(m_me, u"林悦"_s, Role::Supervisor);
        m_session->setRights(Role::Supervisor, {u"supervise.whisper"_s});
        m_scribe->grant(m_topic, m_zhou, 1);
        asked(m_zhou, u"能免运费吗"_s);
        click(u"Join"_s);
        QCOMPARE(submitted<AttendTopic>().last(), (AttendTopic{m_topic, GuestState::Joined, {}}));
        click(u"Dealt with"_s);
        QCOMPARE(submitted<EndAsking>().size(), 1);
    }

    void anInvitedColleagueComesReadsAndGoes()
    {
        m_scribe->grant(m_topic, m_zhou, 1);
        guest(m_me, GuestState::Invited, m_zhou, u"帮看下发票"_s);
        QCOMPARE(listOfTopic(), DeskList::Queue);
        QCOMPARE(line().lines(), QStringList{u"周岚 invites you to help: 帮看下发票"_s});
        grabBoth(*m_host, *m_page, u"help-invited"_s);
        click(u"Decline"_s);
        QCOMPARE(submitted<AttendTopic>().last().state, GuestState::Declined);
        click(u"Join"_s);
        QCOMPARE(submitted<AttendTopic>().last().state, GuestState::Joined);
        guest(m_me, GuestState::Joined, m_me);
        QCOMPARE(listOfTopic(), DeskList::Mine);
        QVERIFY(m_page->queue().indexOf(m_topic).data(QueueModel::AsGuest).toBool());
        QCOMPARE(m_page->reply().composer().mode(), Composer::Mode::Note);
        QTest::keyClicks(edit(), u"see order page"_s);
        QCOMPARE(m_session->draft(m_topic), u"see order page"_s);
        click(u"Whisper what is written"_s);
        QCOMPARE(submitted<GuestWhisper>(), (QList<GuestWhisper>{{m_topic, u"see order page"_s}}));
        grabBoth(*m_host, *m_page, u"help-guest"_s);
        click(u"Leave"_s);
        QCOMPARE(submitted<AttendTopic>().last().state, GuestState::Left);
        guest(m_me, GuestState::Left, m_me);
        QVERIFY(!m_page->queue().indexOf(m_topic).isValid());
    }

    void aGuestsWordsGoIntoTheReply()
    {
        m_scribe->grant(m_topic, m_me, 1);
        guest(m_zhou, GuestState::Invited, m_me);
        guest(m_zhou, GuestState::Joined, m_zhou);
        const auto whole = QString(200, u'长') + u"句"_s;
        DraftMade made;
        made.draft = {u"d-1"_s};
        made.author = {AuthorKind::Agent, m_zhou.value, u"周岚"_s};
        made.text = whole;
        m_scribe->write(made, m_topic);
        QCOMPARE(m_page->reply().composer().mode(), Composer::Mode::Reply);
        grabBoth(*m_host, *m_page, u"help-ghost"_s);
        edit()->setFocus();
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(edit()->toPlainText(), whole);
    }

    void nobodyElseUsesAGuestsWords()
    {
        m_scribe->grant(m_topic, m_zhou, 1);
        DraftMade made;
        made.draft = {u"d-1"_s};
        made.author = {AuthorKind::Agent, m_he.value, u"何川"_s};
        made.text = u"草稿"_s;
        guest(m_he, GuestState::Invited, m_zhou);
        guest(m_he, GuestState::Joined, m_he);
        m_scribe->write(made, m_topic);
        QVERIFY(m_page->reply().colleagues().ghost().contains(made.text));
        QVERIFY(!m_page->reply().colleagues().useFirst());
        QVERIFY(edit()->toPlainText().isEmpty());
    }

    void snoozingWithAReason()
    {
        m_scribe->grant(m_topic, m_me, 1);
        m_queueDesk->openSnooze(m_topic);
        auto *snooze = m_window->findChild<SnoozePanel *>();
        QTRY_VERIFY(snooze && snooze->isVisible());
        auto *why = snooze->findChild<QLineEdit *>();
        QTRY_VERIFY(why->hasFocus());
        QTest::keyClicks(why, u"warehouse"_s);
        grabBoth(*m_host, *m_window, u"snooze-reason"_s);
        QTest::keyClick(why, Qt::Key_Return);
        QCOMPARE(submitted<SnoozeTopic>().size(), 1);
        QCOMPARE(submitted<SnoozeTopic>().first().why, u"warehouse"_s);
        QCOMPARE(submitted<SnoozeTopic>().first().lease, 1);
        QVERIFY(!snooze->isVisible());
    }

    void theQueueModelStaysConsistent()
    {
        QAbstractItemModelTester tester(&m_page->queue());
        m_scribe->grant(m_topic, m_zhou, 1);
        guest(m_me, GuestState::Invited, m_zhou);
        guest(m_me, GuestState::Joined, m_me);
        m_scribe->write(LeaseEnded{1, m_zhou, LeaseEnd::HandedBack, {}}, m_topic);
        QCOMPARE(m_page->queue().inconsistency(), QString());
    }

    void longNamesAndHostileWordsFit()
    {
        m_scribe->grant(m_topic, m_me, 1);
        m_scribe->write(GuestChanged{m_zhou, hostileText(), GuestState::Joined, m_zhou, {}, {}},
                        m_topic);
        m_scribe->write(HelpAsked{m_me, {}, m_he, hostileText(), hostileText()}, m_topic);
        QCOMPARE(richLabel(*m_page), QString());
        QCOMPARE(namelessWidget(*m_page), QString());
        QVERIFY(line().isVisible());
        QCOMPARE(line().lines().size(), 2);
        QVERIFY(line().width() <= m_page->reply().width());
        m_window->resize(1280, 600);
        grabBoth(*m_host, *m_page, u"help-hostile"_s);
    }
};

QTEST_MAIN(TestHelpDesk)
#include "tst_helpdesk.moc"
