// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/reviewpage.h"
#include "models/domain/report.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/review/foldlist.h"
#include "widgets/review/foldpanel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

/** The section of folded messages in the review room, as a hand and a keyboard meet it. */
class TestFoldCheck : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<ReviewPage> m_page;

    void draw(const QString &message, const QString &text, int daysAgo)
    {
        FoldSampled data;
        data.message = {message};
        data.author = {AuthorKind::Member, u"wecom/w"_s, u"王阿姨"_s};
        data.text = text;
        data.why = {u"chatter"_s};
        data.day = {localDayStart({m_scribe->now}, 480).ms - daysAgo * dayMs};
        data.of = 20;
        m_scribe->write(data);
        QCoreApplication::processEvents();
    }
    QList<JudgeFold> sent() const
    {
        QList<JudgeFold> all;
        for (const auto &command : m_session->submitted()) {
            if (const auto *judged = std::get_if<JudgeFold>(&command.data))
                all.append(*judged);
        }
        return all;
    }
    /** The backend took it. */
    void judged(const QString &message, FoldCheck check)
    {
        m_scribe->write(FoldJudged{{message}, check, {u"u-1"_s}});
        QCoreApplication::processEvents();
    }
    FoldList &list() const { return *m_page->findChild<FoldList *>(); }
    FoldPanel &panel() const { return *m_page->findChild<FoldPanel *>(); }
    bool says(const QString &words) const
    {
        for (const auto *label : m_page->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }
    ActionButton *button(const QString &text) const
    {
        for (auto *one : panel().findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    /** By hand: the second segment over the list. */
    void openSection()
    {
        for (auto *segment : m_page->findChildren<QAbstractButton *>()) {
            if (segment->isVisible() && segment->text().startsWith(u"Folded messages to check"_s))
                return QTest::mouseClick(segment, Qt::LeftButton);
        }
        QFAIL("there is no such section");
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(Scribe{*m_session});
        m_session->setRights(Role::Agent, {u"review.approve"_s, u"fold.judge"_s});
        LinkStatus link;
        link.state = LinkState::Live;
        m_session->setLink(link);
        m_session->setNow({m_scribe->now});
        m_scribe->group();
        m_page = std::make_unique<ReviewPage>(*m_host, *m_session);
        m_page->addActions(*new ActionRegistry(*m_page));
        m_page->resize(1384, 874);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->entered();
        draw(u"m1"_s, u"这菜是不是坏的呀"_s, 2);
        draw(u"m2"_s, u"哈哈哈"_s, 2);
        draw(u"m3"_s, u"早上好"_s, 1);
    }
    void cleanup() { m_page.reset(); }

    void twoKeysDoIt()
    {
        QCOMPARE(m_page->badge(), 3);
        openSection();
        QVERIFY(panel().isVisible());
        grabBoth(*m_host, *m_page, u"folded"_s);
        QCOMPARE(namelessWidget(panel()), QString());
        QVERIFY(!list().accessibleName().isEmpty());
        QCOMPARE(richLabel(*m_page), QString());
        QVERIFY(says(u"早上好"_s));  // the newest day first
        QTRY_COMPARE(QApplication::focusWidget(), &list());
        QTest::keyClick(&list(), Qt::Key_1);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().last().message.value, u"m3"_s);
        QCOMPARE(sent().last().check, FoldCheck::Right);
        QCOMPARE(sent().last().group, m_scribe->g0);
        // The next is at hand before the backend has answered.
        QVERIFY(says(u"这菜是不是坏的呀"_s));
        QTest::keyClick(&list(), Qt::Key_2);
        QCOMPARE(sent().last().message.value, u"m1"_s);
        QCOMPARE(sent().last().check, FoldCheck::Missed);
        judged(u"m3"_s, FoldCheck::Right);
        judged(u"m1"_s, FoldCheck::Missed);
        QCOMPARE(list().model()->rowCount(), 1);
        QCOMPARE(m_page->badge(), 1);
        QVERIFY(says(u"2 checked"_s));
        QVERIFY(says(u"1 missed"_s));
        QTest::keyClick(&list(), Qt::Key_1);
        judged(u"m2"_s, FoldCheck::Right);
        QVERIFY(says(u"Nothing to check"_s));
        QTest::keyClick(&list(), Qt::Key_1);
        QCOMPARE(sent().size(), 3);
    }

    void buttonsDoTheSameAndUndo()
    {
        openSection();
        QVERIFY(!button(u"Take the last back"_s));
        QTest::mouseClick(button(u"It was missed"_s), Qt::LeftButton);
        QCOMPARE(sent().last().check, FoldCheck::Missed);
        judged(u"m3"_s, FoldCheck::Missed);
        QTest::mouseClick(button(u"Take the last back"_s), Qt::LeftButton);
        QCOMPARE(sent().last().message.value, u"m3"_s);
        QCOMPARE(sent().last().check, FoldCheck::Open);
        judged(u"m3"_s, FoldCheck::Open);
        QCOMPARE(list().model()->rowCount(), 3);
        QVERIFY(!button(u"Take the last back"_s));
    }

    void keysOfDraftsDoNothingHere()
    {
        openSection();
        QTest::keyClick(&list(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_session->submitted().isEmpty());
    }

    void whoMayNotOnlyReads()
    {
        m_session->setRights(Role::Editor, {});
        LinkStatus link;
        link.state = LinkState::Live;
        m_session->setLink(link);
        openSection();
        QVERIFY(!button(u"It was right"_s)->isEnabled());
        QTest::keyClick(&list(), Qt::Key_1);
        QVERIFY(sent().isEmpty());
        QCOMPARE(m_page->badge(), 0);
    }

    void showsItInItsGroup()
    {
        openSection();
        QSignalSpy groups(m_page.get(), &Page::groupWanted);
        QTest::mouseClick(button(u"Show in its group"_s), Qt::LeftButton);
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.at(0).at(0).value<GroupId>(), m_scribe->g0);
    }
};

QTEST_MAIN(TestFoldCheck)
#include "tst_foldcheck.moc"
