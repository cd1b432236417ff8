// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replydesk.h"
#include "models/items/timelinemodel.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/composer/checklist.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/suggestionbar.h"

#include <QCheckBox>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The steps of the entry a topic is about, at the foot of the desk. */
class TestChecklist : public QObject
{
    Q_OBJECT

private:
    const TopicId m_topic{u"t-1"_s};
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<TimelineModel> m_timeline;
    std::unique_ptr<DeskCommands> m_commands;
    std::unique_ptr<ReplyDesk> m_desk;

    Entry entry(const QString &id, const QStringList &steps) const
    {
        Entry made;
        made.id = {id};
        made.version = 1;
        made.question = u"水果坏了怎么赔"_s;
        made.answer = u"按坏的比例退款。"_s;
        made.steps = steps;
        return made;
    }
    void put(const Entry &entry)
    {
        m_scribe->write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
    }
    void ask(const QString &words, const QString &entry)
    {
        const auto asked = m_scribe->say(words, u"李海燕"_s, m_topic);
        Verdict verdict;
        verdict.action = Action::Escalate;
        verdict.addressee = Addressee::Bot;
        verdict.candidates = {{{entry}, 1, u"水果坏了怎么赔"_s, 900, {}}};
        m_scribe->write(VerdictReached{asked, verdict}, m_topic);
        refresh();
    }
    void refresh()
    {
        QCoreApplication::processEvents();
        m_desk->refresh();
    }
    Checklist &list() const { return m_desk->checklist(); }
    QCheckBox *box(int at) const { return list().boxes().value(at); }
    void click(int at) { QTest::mouseClick(box(at), Qt::LeftButton, {}, {8, box(at)->height() / 2}); }
    void ticked(const QString &step, bool done, const UserId &by, const QString &name)
    {
        m_scribe->write(StepTicked{{u"k-1"_s}, step, done, by, name}, m_topic);
        refresh();
    }
    QList<TickStep> sent() const
    {
        QList<TickStep> all;
        for (const auto &command : m_session->submitted()) {
            if (const auto *tick = std::get_if<TickStep>(&command.data))
                all.append(*tick);
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        LinkStatus link;
        link.state = LinkState::Live;
        m_session->setLink(link);
        m_scribe->group();
        put(entry(u"k-1"_s, {u"查订单"_s, u"给方案 R&D"_s, u"跟客户确认"_s}));
        put(entry(u"k-2"_s, {}));
        m_scribe->open(m_topic);
        m_timeline = std::make_unique<TimelineModel>(m_session.get());
        m_commands = std::make_unique<DeskCommands>(*m_session);
        m_desk = std::make_unique<ReplyDesk>(*m_host, *m_session, *m_commands, *m_timeline);
        m_desk->resize(900, 420);
        m_desk->show();
        m_desk->showTopic(m_topic);
    }

    void showsTheStepsOfTheEntry()
    {
        QVERIFY(!list().isVisible());
        ask(u"桃子烂了"_s, u"k-1"_s);
        QVERIFY(list().isVisible());
        QCOMPARE(list().boxes().size(), 3);
        QCOMPARE(box(0)->text(), u"查订单"_s);
        QCOMPARE(box(1)->text(), u"给方案 R&&D"_s);
        QCOMPARE(list().progress(), u"0/3"_s);
        QCOMPARE(namelessWidget(list()), QString());
        grabBoth(*m_host, *m_desk, u"checklist"_s);
    }

    void anEntryWithoutStepsShowsNone()
    {
        ask(u"桃子烂了"_s, u"k-2"_s);
        QVERIFY(!list().isVisible());
    }

    void aClickTicksOnceTheLedgerSaysSo()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        click(0);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().first(), (TickStep{m_topic, {u"k-1"_s}, u"查订单"_s, true}));
        QCOMPARE(list().progress(), u"0/3"_s);
        QVERIFY(box(0)->isChecked());
        click(0);  // it is under way
        QCOMPARE(sent().size(), 1);
        ticked(u"查订单"_s, true, {u"u-1"_s}, u"林悦"_s);
        QCOMPARE(list().progress(), u"1/3"_s);
        QVERIFY(box(0)->isEnabled());
        QVERIFY2(box(0)->toolTip().contains(u"林悦"_s), qPrintable(box(0)->toolTip()));
        click(0);
        QCOMPARE(sent().last().done, false);
        ticked(u"查订单"_s, false, {u"u-1"_s}, u"林悦"_s);
        QVERIFY(!box(0)->isChecked());
    }

    void theKeyboardTicksToo()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        m_desk->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_desk.get()));
        box(2)->setFocus();
        QTest::keyClick(box(2), Qt::Key_Space);
        QCOMPARE(sent().last().step, u"跟客户确认"_s);
    }

    void aColleaguesTickIsSeen()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        ticked(u"给方案 R&D"_s, true, {u"u-2"_s}, u"周敏"_s);
        QVERIFY(box(1)->isChecked());
        QVERIFY(box(1)->toolTip().contains(u"周敏"_s));
        QVERIFY(!box(0)->isChecked());
    }

    void aRefusedClickGoesBack()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        click(0);
        QVERIFY(box(0)->isChecked());
        m_session->settle(m_session->submitted().last().id,
                          std::unexpected(Error{ErrorKind::NotHolder, u"held"_s, {}}));
        QCoreApplication::processEvents();
        QVERIFY(!box(0)->isChecked());
        QVERIFY(box(0)->isEnabled());
    }

    void onlyTheHolderTicks()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        m_scribe->grant(m_topic, {u"u-2"_s}, 1);
        refresh();
        QVERIFY(!box(0)->isEnabled());
        click(0);
        QCOMPARE(sent().size(), 0);
    }

    /** Steps that are under way stay, though the talk turns to something else. */
    void stepsUnderWayStay()
    {
        ask(u"桃子烂了"_s, u"k-1"_s);
        ticked(u"查订单"_s, true, {u"u-1"_s}, u"林悦"_s);
        ask(u"那发票呢"_s, u"k-2"_s);
        QVERIFY(list().isVisible());
        QCOMPARE(list().progress(), u"1/3"_s);
    }
};

QTEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
