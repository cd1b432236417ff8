// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/lanes/undobar.h"

#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The tabs of a group's topics, by mouse and keyboard. */
class TestLaneBar : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<LaneBar> m_bar;

    static Topic topic(int lane)
    {
        Topic topic;
        topic.id = {u"t-%1"_s.arg(lane)};
        topic.lane = lane;
        topic.title = u"退款 %1 到账了吗"_s.arg(lane);
        topic.askerName = u"李海燕"_s;
        topic.askers = {{u"m-1"_s}, {u"m-2"_s}};
        topic.state = TopicState::Bot;
        return topic;
    }
    void show(int topics)
    {
        QList<Topic> all;
        for (int lane = 0; lane < topics; ++lane)
            all.append(topic(lane));
        m_bar->setTopics(all, {u"u-1"_s});
        QCoreApplication::processEvents();
    }
    QMenu *menu() const
    {
        for (auto *found : m_bar->findChildren<QMenu *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QAction *line(const QString &words) const
    {
        const auto *shown = menu();
        for (auto *action : shown ? shown->actions() : QList<QAction *>()) {
            if (action->text().contains(words))
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_bar = std::make_unique<LaneBar>(*m_host);
        m_bar->resize(700, m_bar->height());
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }

    void aClickFocusesATopic()
    {
        show(3);
        QSignalSpy chosen(m_bar.get(), &LaneBar::focusChosen);
        QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, m_bar->tabRect({u"t-1"_s}).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_bar->focused().value, u"t-1"_s);
        m_bar->setFocus();
        QTest::keyClick(m_bar.get(), Qt::Key_Right);
        QCOMPARE(m_bar->focused().value, u"t-2"_s);
        QTest::keyClick(m_bar.get(), Qt::Key_Left);
        QTest::keyClick(m_bar.get(), Qt::Key_Left);
        QTest::keyClick(m_bar.get(), Qt::Key_Left);
        QVERIFY(m_bar->focused().isEmpty());
        grabBoth(*m_host, *m_bar, u"lanebar"_s);
    }

    /** 30 open topics in 700 px: every tab keeps room for words, the rest are one click away. */
    void thirtyTopicsDoNotBreakIt()
    {
        show(30);
        int shown = 0;
        int right = 0;
        for (int lane = 0; lane < 30; ++lane) {
            const auto rect = m_bar->tabRect({u"t-%1"_s.arg(lane)});
            if (rect.isNull())
                continue;
            ++shown;
            QVERIFY(rect.width() >= 60);
            QVERIFY(rect.left() > right);
            right = rect.right();
        }
        QVERIFY2(shown >= 4 && shown < 30, qPrintable(QString::number(shown)));
        QVERIFY(m_bar->moreRect().left() > right);
        QVERIFY(m_bar->moreRect().right() <= m_bar->width());
        QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, m_bar->moreRect().center());
        QTRY_VERIFY(menu());
        QCOMPARE(menu()->actions().size(), 30 - shown);
        QSignalSpy chosen(m_bar.get(), &LaneBar::focusChosen);
        line(u"退款 29"_s)->trigger();
        QCOMPARE(chosen.size(), 1);
        // Whichever is focused has its tab.
        QVERIFY(!m_bar->tabRect({u"t-29"_s}).isNull());
        QVERIFY(m_bar->tabRect({u"t-29"_s}).right() < m_bar->moreRect().left());
        grabBoth(*m_host, *m_bar, u"lanebar-thirty"_s);
        m_bar->resize(4000, m_bar->height());
        QTRY_VERIFY(m_bar->moreRect().isNull());
    }

    void theTipSaysWhoAsks()
    {
        show(2);
        const auto at = m_bar->tabRect({u"t-0"_s}).center();
        QHelpEvent help(QEvent::ToolTip, at, m_bar->mapToGlobal(at));
        QCoreApplication::sendEvent(m_bar.get(), &help);
        QTRY_VERIFY(QToolTip::text().contains(u"李海燕 +1"_s));
        QVERIFY(QToolTip::text().contains(u"退款 0 到账了吗"_s));
        QToolTip::hideText();
    }

    void aMenuMergesTopics()
    {
        show(3);
        QSignalSpy merged(m_bar.get(), &LaneBar::mergeWanted);
        m_bar->offerMerge({u"t-0"_s});
        QTRY_VERIFY(menu());
        QVERIFY(!line(u"退款 0"_s));
        line(u"退款 2"_s)->trigger();
        QCOMPARE(merged.size(), 1);
        QCOMPARE(merged.at(0).at(0).value<TopicId>().value, u"t-0"_s);
        QCOMPARE(merged.at(0).at(1).value<TopicId>().value, u"t-2"_s);
    }

    void aTabTakesAMessage()
    {
        show(3);
        QCOMPARE(m_bar->topicAt(m_bar->tabRect({u"t-2"_s}).center()).value, u"t-2"_s);
        QVERIFY(m_bar->topicAt({2, 2}).isEmpty());
        const auto before = m_bar->grab().toImage();
        m_bar->setDropAt(m_bar->tabRect({u"t-2"_s}).center());
        QVERIFY(m_bar->grab().toImage() != before);
        m_bar->endDrop();
        QCOMPARE(m_bar->grab().toImage(), before);
    }

    void theBarOffersTheWayBack()
    {
        UndoBar bar(*m_host);
        QVERIFY(bar.isHidden());
        bar.resize(500, bar.sizeHint().height());
        bar.offer(u"Moved to topic B"_s);
        QTRY_VERIFY(bar.isVisible());
        QSignalSpy wanted(&bar, &UndoBar::undoWanted);
        auto *button = bar.findChild<ActionButton *>();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        bar.say(u"Undone"_s);
        QVERIFY(!button->isVisible());
        QVERIFY(namelessWidget(bar).isEmpty());
        grabBoth(*m_host, bar, u"undobar"_s);
    }
};

QTEST_MAIN(TestLaneBar)
#include "tst_lanebar.moc"
