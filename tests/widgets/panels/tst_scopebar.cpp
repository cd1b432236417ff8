// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/searchfield.h"
#include "widgets/search/scopebar.h"
#include "widgets/search/searchpanel.h"

#include <QApplication>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestScopeBar : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

    /** Opens the menu of a part by keyboard and takes the line so many down. */
    static bool choose(ScopeBar &bar, ScopeBar::Part part, int downs)
    {
        QTest::keyClick(&bar.button(part), Qt::Key_Space);
        if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }))
            return false;
        auto *menu = QApplication::activePopupWidget();
        for (int i = 0; i < downs; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        return QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; });
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void eachPartNarrowsTheSearch()
    {
        ScriptedSession session;
        SearchModel model(&session);
        SearchPanel panel(*m_host, model);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto &bar = panel.scopeBar();
        connect(&bar, &ScopeBar::choicesWanted, &bar, [&bar] {
            bar.setGroups({{{u"g1"_s}, u"福利群 & 团购"_s}, {{u"g2"_s}, hostileText()}});
            bar.setPeople({{u"c1"_s, u"李海燕"_s}});
        });
        auto *field = panel.findChild<SearchField *>();
        QTest::keyClicks(field, u"7731"_s);
        QTRY_COMPARE(session.filters().size(), 1);
        QVERIFY(session.filters().last().isEmpty());

        QVERIFY(choose(bar, ScopeBar::Group, 2));
        QCOMPARE(session.filters().last().group, GroupId{u"g1"_s});
        QVERIFY(bar.button(ScopeBar::Group).accessibleName().contains(u"福利群 & 团购"_s));
        QVERIFY(choose(bar, ScopeBar::Person, 2));
        QCOMPARE(session.filters().last().person, u"c1"_s);
        QVERIFY(choose(bar, ScopeBar::Time, 3));
        QCOMPARE(session.filters().last().since.ms, session.now().ms - 7LL * 24 * 3600 * 1000);
        QVERIFY(choose(bar, ScopeBar::Topic, 2));
        QCOMPARE(session.filters().last().open, std::optional(true));
        QTest::keyClick(&bar.button(ScopeBar::Image), Qt::Key_Space);
        QVERIFY(session.filters().last().image);
        QCOMPARE(namelessWidget(panel), QString());
        grabBoth(*m_host, panel, u"search-scope"_s);

        QVERIFY(choose(bar, ScopeBar::Group, 1));
        QVERIFY(session.filters().last().group.isEmpty());
        const auto asked = session.filters().size();
        QTest::keyClick(&bar.button(ScopeBar::Image), Qt::Key_Space);
        QCOMPARE(session.filters().size(), asked + 1);
        QVERIFY(!session.filters().last().image);
    }

    void aPictureNeedsNoWords()
    {
        ScriptedSession session;
        SearchModel model(&session);
        SearchPanel panel(*m_host, model);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto &bar = panel.scopeBar();
        QVERIFY(choose(bar, ScopeBar::Time, 2));
        QVERIFY2(session.filters().isEmpty(), "a time alone is not worth looking for");
        QTest::keyClick(&bar.button(ScopeBar::Image), Qt::Key_Space);
        QCOMPARE(session.filters().size(), 1);
        QVERIFY(session.filters().last().image);
    }
};

QTEST_MAIN(TestScopeBar)
#include "tst_scopebar.moc"
