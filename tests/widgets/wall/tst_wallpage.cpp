// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"
#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/wall/wallsample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/searchfield.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/wall/alertview.h"
#include "widgets/wall/kpibutton.h"
#include "widgets/wall/kpistrip.h"
#include "widgets/wall/notepopup.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-9"_s};
const QSet<QString> supervisor{u"topic.claim"_s, u"supervise.whisper"_s, u"supervise.reassign"_s,
                               u"supervise.force"_s, u"group.put"_s};

} // namespace

class TestWallPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<WallSample> m_sample;
    std::unique_ptr<WallPage> m_page;
    std::unique_ptr<ActionRegistry> m_keys;

    void show(int groups, QSize size = {1384, 874})
    {
        m_keys.reset();
        m_page.reset();
        m_session = std::make_unique<ScriptedSession>(me);
        m_session->setRights(Role::Supervisor, supervisor);
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 38});
        m_sample = std::make_unique<WallSample>(*m_session, groups);
        m_page = std::make_unique<WallPage>(*m_host, *m_session);
        m_keys = std::make_unique<ActionRegistry>(*m_page);
        m_page->addActions(*m_keys);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
    }
    const WallTile &tile(int number)
    {
        return *m_page->model().tiles().find(WallSample::group(number));
    }
    template <class T>
    T lastCommand() const
    {
        return std::get<T>(m_session->submitted().constLast().data);
    }
    NotePopup *openPopup() const
    {
        const auto all = m_page->findChildren<NotePopup *>();
        const auto open = std::ranges::find_if(all, &QWidget::isVisible);
        return open == all.end() ? nullptr : *open;
    }
    QAction *inMenu(int group, const QString &words, const QString &topic = {})
    {
        m_page->openMenu(WallSample::group(group), m_page->mapToGlobal(QPoint(50, 50)));
        auto *menu = m_page->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).constLast();
        for (auto *action : menu->actions()) {
            if (action->menu() && !topic.isEmpty() && action->text().startsWith(topic + u"  "_s)) {
                for (auto *sub : action->menu()->actions()) {
                    if (sub->text() == words)
                        return sub;
                }
            }
            if (topic.isEmpty() && action->text() == words)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void cleanup()
    {
        m_keys.reset();
        m_page.reset();
    }

    void lookOfTheRoom();
    void clickTakesToTheOldestQuestion();
    void takeOverOfAFreeTopicIsOneStep();
    void takeOverFromAColleagueIsTwo();
    void refusalIsSaidOnTheWall();
    void whisperGoesToTheHolder();
    void assignAsksWhoAndWhy();
    void modeIsSetFromTheMenu();
    void forceNeedsAReason();
    void agentsSeeWhyNot();
    void alertsAct();
    void spreadLeadsToItsTopic();
    void figuresLeadToTheirTopics();
    void changedPlacesWaitForThePerson();
    void offlineIsStampedAndStops();
    void noGroups();
    void sideGivesWay();
};

void TestWallPage::lookOfTheRoom()
{
    show(42);
    QCOMPARE(namelessWidget(*m_page), QString());
    QCOMPARE(richLabel(*m_page), QString());
    grabBoth(*m_host, *m_page, u"wall"_s);
    m_page->resize(1224, 694);
    grabBoth(*m_host, *m_page, u"wall-1280"_s);
    m_page->head().chooseGrouping(WallModel::Grouping::Mode);
    grabBoth(*m_host, *m_page, u"wall-sections"_s);
}

void TestWallPage::clickTakesToTheOldestQuestion()
{
    show(12);
    QSignalSpy topics(m_page.get(), &Page::topicWanted);
    QSignalSpy groups(m_page.get(), &Page::groupWanted);
    auto &view = m_page->view();
    const int row = m_page->model().rowOf(WallSample::group(0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.layoutOf(row).name.center());
    QCOMPARE(topics.size(), 1);
    QCOMPARE(topics.at(0).at(0).value<TopicId>(), WallSample::topic(0, 0));
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups.at(0).at(0).value<GroupId>(), WallSample::group(0));
    QVERIFY(m_session->submitted().isEmpty());   // looking takes nothing over
}

void TestWallPage::takeOverOfAFreeTopicIsOneStep()
{
    show(12);
    QSignalSpy topics(m_page.get(), &Page::topicWanted);
    m_page->view().setCurrent(WallSample::group(0));
    QTest::keyClick(&m_page->view(), Qt::Key_F2);
    QTest::keyClick(&m_page->view(), Qt::Key_F2);   // once is enough
    QCOMPARE(m_session->submitted().size(), 1);
    QCOMPARE(lastCommand<ClaimTopic>().topic, WallSample::topic(0, 0));
    QCOMPARE(topics.size(), 0);
    m_sample->grant(0, 0, me, u"何川"_s);
    QCOMPARE(topics.size(), 1);
    QCOMPARE(topics.at(0).at(0).value<TopicId>(), WallSample::topic(0, 0));
}

void TestWallPage::takeOverFromAColleagueIsTwo()
{
    show(12);
    QSignalSpy topics(m_page.get(), &Page::topicWanted);
    m_page->act(WallSample::group(7), WallVerb::TakeOver);
    QCOMPARE(lastCommand<ReassignTopic>().to, me);
    QVERIFY(!lastCommand<ReassignTopic>().note.isEmpty());
    m_sample->write(7, LeaseEnded{1, {u"u-3"_s}, LeaseEnd::Forced, {}}, WallSample::topic(7, 0));
    m_sample->write(7, LeaseOffered{me, u"何川"_s, m_sample->now().plusSeconds(20), {}, {}},
                    WallSample::topic(7, 0));
    QCOMPARE(m_session->submitted().size(), 2);
    QCOMPARE(lastCommand<ClaimTopic>().topic, WallSample::topic(7, 0));
    m_sample->write(7, LeaseGranted{me, u"何川"_s, 2, m_sample->now().plusSeconds(60), {}},
                    WallSample::topic(7, 0));
    QCOMPARE(topics.size(), 1);
    // Joining takes only what nobody holds.
    m_page->act(WallSample::group(3), WallVerb::Join);
    QCOMPARE(lastCommand<ClaimTopic>().topic, WallSample::topic(3, 1));
}

void TestWallPage::refusalIsSaidOnTheWall()
{
    show(12);
    m_page->act(WallSample::group(1), WallVerb::TakeOver);
    const auto command = m_session->submitted().constLast().id;
    m_session->settle(command, failure(ErrorKind::NotHolder, u"held"_s));
    const auto banners = m_page->findChildren<InlineBanner *>();
    QVERIFY(std::ranges::any_of(banners, &InlineBanner::isVisible));
    QVERIFY(m_session->outbox().isEmpty());
    m_page->act(WallSample::group(1), WallVerb::TakeOver);   // may be tried again
    QCOMPARE(m_session->submitted().size(), 2);
    QVERIFY(std::ranges::none_of(banners, &InlineBanner::isVisible));
}

void TestWallPage::whisperGoesToTheHolder()
{
    show(12);
    m_page->act(WallSample::group(3), WallVerb::Whisper);
    auto *popup = openPopup();
    QVERIFY(popup);
    auto *edit = popup->findChild<ReplyEdit *>();
    QVERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_session->submitted().isEmpty());
    edit->insertPlainText(u"可以先补偿 5 元券"_s);
    grabBoth(*m_host, *m_page, u"wall-whisper"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    m_page->act(WallSample::group(3), WallVerb::Whisper);
    QCOMPARE(popup->text(), u"可以先补偿 5 元券"_s);   // Esc throws nothing away
    m_session->refuseNext({ErrorKind::Unavailable, u"disk"_s});
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(popup->isVisible());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastCommand<Whisper>(), (Whisper{WallSample::topic(3, 0), u"可以先补偿 5 元券"_s}));
    QVERIFY(!popup->isVisible());
    QVERIFY(m_page->view().hasFocus());
}

void TestWallPage::assignAsksWhoAndWhy()
{
    show(12);
    auto *action = inMenu(7, u"Assign…"_s, u"A"_s);
    QVERIFY(action && action->isEnabled());
    action->trigger();
    auto *panel = m_page->findChild<TransferPanel *>();
    QVERIFY(panel->isVisible());
    panel->findChild<QListView *>()->setCurrentIndex(
        panel->findChild<QListView *>()->model()->index(0, 0));
    auto *note = panel->findChild<ReplyEdit *>();
    note->insertPlainText(u"他今天太忙"_s);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastCommand<ReassignTopic>().topic, WallSample::topic(7, 0));
    QVERIFY(!lastCommand<ReassignTopic>().to.isEmpty());
    QVERIFY(lastCommand<ReassignTopic>().to != UserId{u"u-3"_s});   // not who holds it
    QVERIFY(!panel->isVisible());
}

void TestWallPage::modeIsSetFromTheMenu()
{
    show(12);
    auto *action = inMenu(1, u"Silent"_s);
    QVERIFY(action && action->isEnabled() && !action->isChecked());
    QVERIFY(inMenu(1, u"Answers by itself"_s)->isChecked());
    action->trigger();
    QCOMPARE(lastCommand<PutGroup>(), (PutGroup{WallSample::group(1), BotMode::Silent}));
}

void TestWallPage::forceNeedsAReason()
{
    show(12);
    inMenu(7, u"Give to the bot…"_s, u"A"_s)->trigger();
    auto *popup = openPopup();
    QVERIFY(popup);
    auto *edit = popup->findChild<ReplyEdit *>();
    edit->insertPlainText(u"客服离开了座位"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastCommand<ForceState>(),
             (ForceState{WallSample::topic(7, 0), TopicState::Bot, u"客服离开了座位"_s}));
}

void TestWallPage::agentsSeeWhyNot()
{
    show(12);
    m_session->setRights(Role::Agent, {u"topic.claim"_s});
    m_page->act(WallSample::group(3), WallVerb::Whisper);
    QVERIFY(m_session->submitted().isEmpty());
    QVERIFY(!inMenu(3, u"Silent"_s)->isEnabled());
    QVERIFY(!inMenu(3, u"Silent"_s)->toolTip().isEmpty());
    // Nothing is taken from a colleague: the topic nobody holds is.
    m_page->act(WallSample::group(3), WallVerb::TakeOver);
    QCOMPARE(lastCommand<ClaimTopic>().topic, WallSample::topic(3, 1));
    QCOMPARE(m_page->badge(), 0);
}

void TestWallPage::alertsAct()
{
    show(12);
    QVERIFY(m_page->badge() > 0);
    auto &alerts = m_page->alerts();
    auto *model = static_cast<AlertModel *>(alerts.model());
    QCOMPARE(model->alertAt(model->index(0))->kind, WallAlert::Kind::FirstResponse);
    alerts.setFocus(Qt::TabFocusReason);
    alerts.setCurrentIndex(model->index(0));
    QTest::keyClick(&alerts, Qt::Key_Return);
    QCOMPARE(lastCommand<ClaimTopic>().topic, WallSample::topic(0, 0));
    QSignalSpy topics(m_page.get(), &Page::topicWanted);
    QTest::mouseClick(alerts.viewport(), Qt::LeftButton, {},
                      alerts.actionRect(model->index(0), 2).center());
    QCOMPARE(topics.size(), 1);
    QTest::keyClick(&alerts, Qt::Key_Right);
    QTest::keyClick(&alerts, Qt::Key_Return);
    QVERIFY(m_page->findChild<TransferPanel *>()->isVisible());
}

void TestWallPage::spreadLeadsToItsTopic()
{
    show(12);
    AlertRaised raised;
    raised.startedBy = {u"wecom/a"_s};
    raised.startedByName = u"李海燕"_s;
    raised.members = {{u"wecom/a"_s}, {u"wecom/b"_s}, {u"wecom/c"_s}};
    raised.topics = {WallSample::topic(0, 0)};
    raised.level = 60;
    m_sample->write(0, raised);
    m_page->beat();
    auto &alerts = *m_page->findChild<AlertView *>();
    auto *model = qobject_cast<AlertModel *>(alerts.model());
    int row = 0;
    while (row < model->rowCount()
           && model->alertAt(model->index(row))->kind != WallAlert::Kind::Spread)
        ++row;
    QVERIFY(row < model->rowCount());
    const auto alert = *model->alertAt(model->index(row));
    QCOMPARE(alertTitle(alert, m_sample->now()), u"Anger spreads: 3 members"_s);
    QVERIFY(alertDetail(alert, m_sample->now()).contains(u"李海燕"_s));
    grabBoth(*m_host, *m_page, u"wall-spread"_s);
    const auto watch = int(alertActions(alert).indexOf(AlertAction::Watch));
    QVERIFY(watch >= 0);
    QSignalSpy topics(m_page.get(), &Page::topicWanted);
    alerts.scrollTo(model->index(row));
    QTest::mouseClick(alerts.viewport(), Qt::LeftButton, {},
                      alerts.actionRect(model->index(row), watch).center());
    QCOMPARE(topics.size(), 1);
    QCOMPARE(topics.at(0).at(0).value<TopicId>(), WallSample::topic(0, 0));
    m_sample->write(0, AlertCleared{AlertKind::Spread, u"calm"_s});
    QCoreApplication::processEvents();
    model->refresh(m_sample->now());
    for (int i = 0; i < model->rowCount(); ++i)
        QVERIFY(model->alertAt(model->index(i))->kind != WallAlert::Kind::Spread);
}

void TestWallPage::figuresLeadToTheirTopics()
{
    show(42);
    auto &figures = m_page->figures();
    QCOMPARE(figures.button(KpiStrip::Oldest).value(), u"03:55"_s);
    QCOMPARE(figures.button(KpiStrip::ByBot).value(), u"–"_s);
    QCOMPARE(figures.button(KpiStrip::Response).value(), u"–"_s);
    QTest::mouseClick(&figures.button(KpiStrip::NeedPerson), Qt::LeftButton);
    QCOMPARE(m_page->model().filter(), WallModel::Filter::Attention);
    m_page->head().chooseWords(u"没有这样的群"_s);
    QCOMPARE(m_page->model().rowCount(), 0);
    QTest::mouseClick(&figures.button(KpiStrip::Oldest), Qt::LeftButton);
    QCOMPARE(m_page->view().current(), WallSample::group(0));
    QVERIFY(m_page->view().currentRow() >= 0);
    QTest::mouseClick(&figures.button(KpiStrip::Upset), Qt::LeftButton);
    QCOMPARE(m_page->model().sort(), WallModel::Sort::Emotion);
    QCOMPARE(m_page->model().rowOf(WallSample::group(3)), 0);
}

void TestWallPage::changedPlacesWaitForThePerson()
{
    show(12);
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QApplication::sendEvent(m_page->view().viewport(), &enter);
    m_sample->ask(9, 0, u"等了很久"_s, 290);
    for (int i = 0; i < 2 * WallPage::orderEveryBeats; ++i)
        m_page->beat();
    QVERIFY(m_page->model().rowOf(WallSample::group(9)) > 0);
    auto &changes = m_page->head().changesButton();
    QVERIFY(changes.isVisible());
    QTest::mouseClick(&changes, Qt::LeftButton);
    QCOMPARE(m_page->model().rowOf(WallSample::group(9)), 0);
    m_page->beat();
    QVERIFY(!changes.isVisible());
}

void TestWallPage::offlineIsStampedAndStops()
{
    show(12);
    const auto lost = m_sample->now();
    m_session->setLink({LinkState::Offline, LinkProblem::Lost, {}, lost, lost.plusSeconds(9), -1});
    m_session->setNow(lost.plusSeconds(500));
    m_page->beat();
    QCOMPARE(m_page->model().now(), lost);
    QCOMPARE(m_page->figures().button(KpiStrip::Oldest).value(), u"03:55"_s);
    m_page->act(WallSample::group(0), WallVerb::TakeOver);
    QVERIFY(m_session->submitted().isEmpty());
    QSignalSpy groups(m_page.get(), &Page::groupWanted);
    m_page->act(WallSample::group(0), WallVerb::Watch);
    QCOMPARE(groups.size(), 1);
    grabBoth(*m_host, *m_page, u"wall-offline"_s);
    m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 38});
    QCOMPARE(m_page->model().now(), lost.plusSeconds(500));
}

void TestWallPage::noGroups()
{
    show(0);
    QVERIFY(!m_page->view().isVisible());
    grabBoth(*m_host, *m_page, u"wall-empty"_s);
    m_session->setLink({LinkState::Syncing, LinkProblem::None, {}, {}, {}, -1});
    QTRY_VERIFY(m_page->view().isVisible());
    grabBoth(*m_host, *m_page, u"wall-loading"_s);
}

void TestWallPage::sideGivesWay()
{
    show(12);
    QVERIFY(m_page->alerts().isVisible());
    m_page->resize(968, 614);   // of a window of 1024
    QCOMPARE(m_page->width(), 968);
    QVERIFY(!m_page->alerts().isVisible());
    QTest::mouseClick(&m_page->head().sideButton(), Qt::LeftButton);
    QVERIFY(m_page->alerts().isVisible());
    m_page->resize(1384, 874);
    QVERIFY(m_page->alerts().isVisible());
}

QTEST_MAIN(TestWallPage)
#include "tst_wallpage.moc"
