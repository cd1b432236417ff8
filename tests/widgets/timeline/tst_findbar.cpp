// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/items/scribe.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/timeline/findbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/// The bar over a real model, used like a hand would.
class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void typesStepsAndCloses()
    {
        ThemeHost host(*loadThemes());
        ScriptedSession session;
        Scribe scribe{session};
        scribe.group();
        TimelineModel model(&session);
        model.setGroup(scribe.g0);
        const MessageId first = scribe.say(u"荔枝坏了"_s, u"王阿姨"_s);
        scribe.say(u"会员日"_s, u"Leo"_s);
        const MessageId last = scribe.say(u"还是荔枝"_s, u"王阿姨"_s);
        GroupFind find(session, model);
        QWidget window;
        auto *bar = new FindBar(host, find, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!bar->isVisible());
        QSignalSpy marked(bar, &FindBar::marked);
        QSignalSpy closed(bar, &FindBar::closed);
        bar->begin();
        auto *field = bar->findChild<SearchField *>();
        QVERIFY(field->hasFocus());
        const auto *count = bar->findChild<PlainLabel *>();

        field->setText(u"荔枝"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(count->rawText(), u"2 / 2"_s);
        QCOMPARE(marked.last()[0].toString(), u"荔枝"_s);
        QCOMPARE(marked.last()[1].value<MessageId>(), last);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(count->rawText(), u"1 / 2"_s);
        QCOMPARE(marked.last()[1].value<MessageId>(), first);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->rawText(), u"2 / 2"_s);

        field->setText(u"没有的词"_s);
        QTRY_COMPARE(count->rawText(), u"No match on this computer"_s);
        for (const auto *button : bar->findChildren<IconButton *>())
            QVERIFY(!button->accessibleName().isEmpty());

        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(closed.size(), 1);
        QVERIFY2(marked.last()[0].toString().isEmpty(), "nothing stays highlighted");
        QVERIFY(find.words().isEmpty());
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
