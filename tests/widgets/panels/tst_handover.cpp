// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/handbackpanel.h"
#include "widgets/handover/transferpanel.h"

#include <QApplication>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestHandover : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<QWidget> m_window;
    QWidget *m_bar = nullptr;
    DeskSample m_sample;

    static Presence person(const QString &id, const QString &name, AgentStatus status)
    {
        return {{id}, name, status, {}, false};
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_sample = deskSample();
        m_window = std::make_unique<QWidget>();
        m_window->resize(760, 560);
        m_bar = new QWidget(m_window.get());
        m_bar->setGeometry(0, 420, 760, 40);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void transferNeedsColleagueAndNote()
    {
        TransferPanel panel(*m_host, m_window.get());
        panel.setColleagues({person(u"u-1"_s, u"林悦"_s, AgentStatus::Online),
                             person(u"u-2"_s, u"周敏"_s, AgentStatus::Online),
                             person(u"u-3"_s, hostileText(), AgentStatus::Online),
                             person(u"u-4"_s, u"赵青"_s, AgentStatus::Away)});
        QSignalSpy sent(&panel, &TransferPanel::submitted);
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar);
        auto *list = panel.findChild<QListWidget *>();
        auto *note = panel.findChild<ReplyEdit *>();
        QCOMPARE(list->count(), 2);   // not oneself, not who is away
        QVERIFY(list->hasFocus());
        QVERIFY(panel.geometry().bottom() < m_bar->y());
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->text() == u"周敏"_s)
                list->setCurrentRow(i);
        }
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        note->insertPlainText(u"已催银行，18:00 前要回复"_s);
        QCOMPARE(namelessWidget(panel), QString());
        QCOMPARE(richLabel(panel), QString());
        grabBoth(*m_host, *m_window, u"transfer"_s);
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.at(0).at(1).value<UserId>(), UserId{u"u-2"_s});
        panel.setProblem(u"周敏刚刚离线"_s);
        QVERIFY(panel.isVisible());
        panel.sent(m_sample.topic.id);
        QVERIFY(!panel.isVisible());
        QVERIFY(panel.note().isEmpty());
    }

    void escKeepsTheNotePerTopic()
    {
        TransferPanel panel(*m_host, m_window.get());
        panel.setColleagues({person(u"u-2"_s, u"周敏"_s, AgentStatus::Online)});
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar);
        auto *note = panel.findChild<ReplyEdit *>();
        note->insertPlainText(u"写了一半"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(!panel.isVisible());
        auto other = m_sample.topic;
        other.id = {u"t-2"_s};
        panel.open(other, {u"u-1"_s}, m_bar);
        QVERIFY(panel.note().isEmpty());
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar);
        QCOMPARE(panel.note(), u"写了一半"_s);
    }

    void intoTheQueueForWhoKnows()
    {
        TransferPanel panel(*m_host, m_window.get());
        panel.setColleagues({person(u"u-2"_s, u"周敏"_s, AgentStatus::Online)});
        panel.setSkills({u"退款"_s});
        QSignalSpy sent(&panel, &TransferPanel::submitted);
        QSignalSpy queued(&panel, &TransferPanel::queued);
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar,
                   transferSummary(m_sample.topic, m_sample.messages));
        QVERIFY2(panel.note().contains(u"今天 18:00 前给您准信"_s), qPrintable(panel.note()));
        auto *list = panel.findChild<QListWidget *>();
        auto *note = panel.findChild<ReplyEdit *>();
        QCOMPARE(list->count(), 3);
        QTest::keyClick(list, Qt::Key_End);
        panel.setColleagues({});
        QVERIFY2(list->currentItem(), "who comes and goes does not take the choice away");
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(queued.size(), 1);
        QCOMPARE(queued.at(0).at(1).toString(), u"退款"_s);
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(queued.at(1).at(1).toString().isEmpty());
    }

    void untouchedSummaryIsMadeAnew()
    {
        TransferPanel panel(*m_host, m_window.get());
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar, u"一"_s);
        panel.dismiss();
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar, u"二"_s);
        QCOMPARE(panel.note(), u"二"_s);
        panel.findChild<ReplyEdit *>()->insertPlainText(u"改过 "_s);
        panel.dismiss();
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar, u"三"_s);
        QCOMPARE(panel.note(), u"改过 二"_s);
    }

    void nobodyAtWorkIsSaid()
    {
        TransferPanel panel(*m_host, m_window.get());
        panel.open(m_sample.topic, {u"u-1"_s}, m_bar);
        QVERIFY(!panel.findChild<QListWidget *>()->isVisible());
        grabBoth(*m_host, *m_window, u"transfer-nobody"_s);
    }

    void whatAgentsSaid()
    {
        const auto said = saidByAgents(m_sample.messages);
        QVERIFY(said.contains(u"今天 18:00 前给您准信"_s));
        QVERIFY(!said.contains(u"工行通道慢"_s));   // a note
        QVERIFY(!said.contains(u"耐心等待"_s));     // the bot
        QVERIFY(saidByAgents({}).isEmpty());
    }

    void handBackIsPrefilledAndSaysWhatFollows()
    {
        HandBackPanel panel(*m_host, m_window.get());
        QSignalSpy sent(&panel, &HandBackPanel::submitted);
        panel.open(m_sample.topic, m_sample.messages, u"小禾"_s, {1, 2}, m_bar);
        auto *edit = panel.findChild<ReplyEdit *>();
        QVERIFY(panel.summary().contains(u"今天 18:00"_s));
        bool told = false;
        for (const auto *label : panel.findChildren<PlainLabel *>())
            told = told || (label->rawText().contains(u"小禾"_s)
                            && label->rawText().contains(u"B、C"_s));
        QVERIFY(told);
        grabBoth(*m_host, *m_window, u"handback"_s);
        edit->moveCursor(QTextCursor::End);
        edit->insertPlainText(u"\n客户同意垫付"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        auto other = m_sample.topic;
        other.id = {u"t-2"_s};
        panel.open(other, {}, u"小禾"_s, {}, m_bar);
        QVERIFY(panel.summary().isEmpty());
        panel.open(m_sample.topic, m_sample.messages, u"小禾"_s, {}, m_bar);
        QVERIFY(panel.summary().endsWith(u"客户同意垫付"_s));
        panel.findChild<ActionButton *>()->click();
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent.at(0).at(1).toString().endsWith(u"客户同意垫付"_s));
        panel.sent(m_sample.topic.id);
        QVERIFY(!panel.isVisible());
        panel.open(m_sample.topic, m_sample.messages, u"小禾"_s, {}, m_bar);
        QVERIFY(!panel.summary().endsWith(u"客户同意垫付"_s));
    }

    void staysInsideASmallWindow()
    {
        m_window->resize(320, 240);
        m_bar->setGeometry(0, 180, 320, 40);
        HandBackPanel panel(*m_host, m_window.get());
        panel.open(m_sample.topic, m_sample.messages, u"小禾"_s, {}, m_bar);
        QVERIFY(m_window->rect().contains(panel.geometry().topLeft()));
        QVERIFY(panel.geometry().right() <= m_window->width());
        m_window->resize(700, 500);
        QCoreApplication::processEvents();
        QVERIFY(panel.width() > 320);
    }
};

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
