// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/confirmline.h"
#include "widgets/composer/picklist.h"
#include "widgets/composer/replyedit.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** "/" and "@" in the composer, by the keys a hand presses. */
class TestPicker : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<QWidget> m_window;
    Composer *m_composer = nullptr;

    ReplyEdit *edit() const { return m_composer->findChild<ReplyEdit *>(); }
    /** Letters of any language, as an input method or a keyboard brings them. */
    void type(const QString &text) const
    {
        for (const auto letter : text)
            QTest::sendKeyEvent(QTest::Click, edit(), Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
    }
    PickList *list() const { return m_window->findChild<PickList *>(); }
    QStringList offered() const
    {
        QStringList lines;
        for (int row = 0; list()->isVisible() && row < list()->count(); ++row)
            lines.append(list()->item(row)->text());
        return lines;
    }
    static QList<CannedText> canned()
    {
        return {{{u"q-1"_s}, u"开场"_s, u"hi"_s, u"您好，我是林悦。"_s},
                {{u"q-2"_s}, u"催银行退款"_s, u"tk"_s, u"我去催一下。"_s},
                {{u"q-3"_s}, u"退款时效"_s, u"sx"_s, u"三天到账。"_s}};
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(700, 500);
        m_composer = new Composer(*m_host, m_window.get());
        m_composer->setGeometry(0, 300, 700, 180);
        m_composer->setUnlocked(true);
        m_composer->setCanned(&TestPicker::canned);
        m_composer->setPeople({{{u"m-1"_s}, u"李海燕"_s}, {{u"m-2"_s}, u"王先生"_s},
                               {{u"ob/all"_s}, u"Everybody"_s, true}},
                              87);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_composer->focusEditor();
        QTRY_VERIFY(edit()->hasFocus());
    }

    void cannedByShortcut()
    {
        type(u"/"_s);
        QCOMPARE(offered().size(), 4);
        QCOMPARE(offered().constLast(), u"Manage canned replies…"_s);
        grabBoth(*m_host, *m_window, u"picker"_s);
        type(u"tk"_s);
        QCOMPARE(offered().constFirst(), u"催银行退款"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(m_composer->text(), u"我去催一下。"_s);
        QVERIFY(offered().isEmpty());
    }

    void cannedByTitleAndPinyin()
    {
        QCOMPARE(cannedFor(canned(), u"时效"_s).constFirst().id.value, u"q-3"_s);
        QCOMPARE(cannedFor(canned(), u"cy"_s).constFirst().id.value, u"q-2"_s);
        QCOMPARE(cannedFor(canned(), u"三天"_s).constFirst().id.value, u"q-3"_s);
        QVERIFY(cannedFor(canned(), u"xyz"_s).isEmpty());
        QCOMPARE(cannedFor(canned(), u"HI"_s).constFirst().id.value, u"q-1"_s);
    }

    void theLastLineLeadsToWhereTheyAreKept()
    {
        QSignalSpy wanted(m_composer, &Composer::manageCannedWanted);
        type(u"好的 /"_s);
        QTest::keyClick(edit(), Qt::Key_Up);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_composer->text(), u"好的 "_s);
        type(u"/tk"_s);
        QVERIFY(!offered().contains(u"Manage canned replies…"_s));
    }

    void arrowsChooseAndEscLeavesTheText()
    {
        type(u"好的 /"_s);
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(edit(), Qt::Key_Tab);
        QCOMPARE(m_composer->text(), u"好的 我去催一下。"_s);
        QVERIFY(edit()->hasFocus());
        type(u" /t"_s);
        QVERIFY(!offered().isEmpty());
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(offered().isEmpty());
        type(u"k"_s);
        QVERIFY2(offered().isEmpty(), "what was closed comes back by itself");
        QVERIFY(m_composer->text().endsWith(u" /tk"_s));
        QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier);
        type(u"/"_s);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier);
        type(u"@"_s);
        QVERIFY2(!offered().isEmpty(), "another sign was not closed");
    }

    void staysOverTheEditorThatShrinks()
    {
        type(u"/"_s);
        QVERIFY(list()->isVisible());
        const auto gap = [&] {
            return edit()->mapTo(m_window.get(), QPoint()).y() - list()->geometry().bottom() - 1;
        };
        const int before = gap();
        m_composer->setGeometry(0, 380, 700, 100);
        QTRY_COMPARE(gap(), before);
        // As large, and somewhere else.
        const int top = list()->y();
        m_composer->move(0, 340);
        QTRY_COMPARE(gap(), before);
        QVERIFY(list()->y() < top);
    }

    void aSlashInAWordIsNone()
    {
        type(u"1/2"_s);
        QVERIFY(offered().isEmpty());
        type(u" a@b"_s);
        QVERIFY(offered().isEmpty());
    }

    void peopleByNameAndPinyin()
    {
        type(u"请@lhy"_s);
        QCOMPARE(offered(), QStringList{u"李海燕"_s});
        QTest::keyClick(edit(), Qt::Key_Return);
        // Nothing of what was typed for it stays.
        QCOMPARE(m_composer->text(), u"请"_s);
        QCOMPARE(m_composer->mentions().size(), 1);
        QCOMPARE(m_composer->mentions().constFirst().member.value, u"m-1"_s);
    }

    void everybodyIsAskedAbout()
    {
        auto *confirm = m_composer->findChild<ConfirmLine *>();
        const auto ask = [&] {
            type(u"@Every"_s);
            QTest::keyClick(edit(), Qt::Key_Return);
        };
        ask();
        QTRY_VERIFY(confirm->isVisible());
        QVERIFY(m_composer->mentions().isEmpty());
        grabBoth(*m_host, *m_window, u"picker-everybody"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!confirm->isVisible());
        QVERIFY(m_composer->mentions().isEmpty());
        QTRY_VERIFY(edit()->hasFocus());
        ask();
        QTRY_VERIFY(confirm->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_composer->mentions().constFirst().member.value, u"ob/all"_s);
        QVERIFY(m_composer->text().isEmpty());
    }

    void notesOfferNothing()
    {
        m_composer->setMode(Composer::Mode::Note);
        type(u"/ @"_s);
        QVERIFY(offered().isEmpty());
    }

    void anInputMethodHasItsKeys()
    {
        type(u"/"_s);
        QVERIFY(!offered().isEmpty());
        QInputMethodEvent composing(u"tui"_s, {});
        QCoreApplication::sendEvent(edit(), &composing);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(m_composer->text(), u"/"_s);
    }

    void whatIsWrongIsSaidBefore()
    {
        type(u"call 13800138000"_s);
        m_composer->setCheck({{u"Mobile number."_s}, {u"Warned."_s}, {{5, 11, 0}}});
        QCOMPARE(edit()->extraSelections().size(), 1);
        QCOMPARE(edit()->extraSelections().constFirst().cursor.selectedText(), u"13800138000"_s);
        grabBoth(*m_host, *m_window, u"composer-check"_s);
        m_composer->setMode(Composer::Mode::Note);
        QVERIFY2(edit()->extraSelections().isEmpty(), "notes stay inside: no rule holds for them");
    }

    void sendAndResolveIsAnotherKey()
    {
        QSignalSpy sent(m_composer, &Composer::replyEntered);
        type(u"ok"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.at(0).at(1).toBool(), false);
        QCOMPARE(sent.at(1).at(1).toBool(), true);
    }

    void escTakesBackOnlyWhatCanBe()
    {
        QSignalSpy wanted(m_composer, &Composer::takeBackWanted);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QCOMPARE(wanted.size(), 0);
        m_composer->setCanTakeBack(true);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_MAIN(TestPicker)
#include "tst_picker.moc"
