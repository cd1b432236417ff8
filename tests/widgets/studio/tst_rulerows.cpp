// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entryrules.h"
#include "tests/widgets/studio/editorrig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/studio/problemwords.h"
#include "widgets/studio/rulerows.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** The rules of an entry, written by hand. */
class TestRuleRows : public QObject, protected EditorRig
{
    Q_OBJECT

private:
    RuleRows &rows() const { return *m_editor->findChild<RuleRows *>(); }
    template <class T>
    QList<T *> seen() const
    {
        auto all = rows().findChildren<T *>();
        all.removeIf([](const T *one) { return !one->isVisible(); });
        std::ranges::sort(all, {}, [this](const T *one) {
            return one->mapTo(m_editor.get(), QPoint()).y();
        });
        return all;
    }
    QLineEdit &text(int row) const { return *seen<QLineEdit>().value(row); }
    QComboBox &kind(int row) const { return *seen<QComboBox>().value(row); }
    void press(const QString &name, int row) const
    {
        auto all = seen<IconButton>();
        all.removeIf([&](const IconButton *one) { return one->accessibleName() != name; });
        QTest::mouseClick(all.value(row), Qt::LeftButton);
    }
    void link(const QString &words) const
    {
        auto *one = buttonWith<ActionButton>(rows(), words);
        QVERIFY2(one, qPrintable(u"no button "_s + words));
        QTest::mouseClick(one, Qt::LeftButton);
    }
    bool says(const QString &words) const { return labelSays(rows(), words); }
    QList<EntryRule> rules() const { return m_editor->current().rules; }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        show({700, 1400});
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        m_entry.question = u"退款多久能到账"_s;
        m_entry.similar = {u"退款啥时候到"_s, u"钱什么时候退给我"_s};
        m_entry.answer = u"一到三天。"_s;
        m_entry.rules = {{RuleKind::Exact, u"8001"_s}, {RuleKind::Contains, u"退款"_s}};
        m_editor->load(m_entry);
    }

    void givesBackWhatItWasGiven()
    {
        QSignalSpy edited(m_editor.get(), &EntryEditor::edited);
        QCOMPARE(m_editor->current(), m_entry);
        m_editor->load(m_entry);
        QCOMPARE(edited.size(), 0);
        QCOMPARE(seen<QLineEdit>().size(), 2);
        QCOMPARE(kind(1).currentIndex(), int(RuleKind::Contains));
        QCOMPARE(namelessWidget(*m_editor), QString());
        QCOMPARE(richLabel(*m_editor), QString());
        grabBoth(*m_host, *m_editor, u"studio-rules"_s);
    }

    void tellsHowManyQuestionsFit()
    {
        QVERIFY(says(u"2 of 3"_s));   // 退款
        QVERIFY(says(u"0 of 3"_s));   // 8001
        text(1).setFocus();
        text(1).selectAll();
        QTest::keyClicks(&text(1), u"TUI"_s);
        QVERIFY(!says(u"2 of 3"_s));
    }

    void addedByKeyboard()
    {
        QSignalSpy edited(m_editor.get(), &EntryEditor::edited);
        text(1).setFocus();
        QTest::keyClick(&text(1), Qt::Key_Return);
        QCOMPARE(seen<QLineEdit>().size(), 3);
        QVERIFY(text(2).hasFocus());
        // Nothing is written in it: nothing changed.
        QCOMPARE(edited.size(), 0);
        QCOMPARE(rules(), m_entry.rules);
        QTest::keyClicks(&text(2), u"refund"_s);
        QCOMPARE(rules().value(2), (EntryRule{RuleKind::Contains, u"refund"_s}));
        QVERIFY(!edited.isEmpty());
        // Backspace in an empty one takes it away.
        text(2).clear();
        QTest::keyClick(&text(2), Qt::Key_Backspace);
        QCOMPARE(seen<QLineEdit>().size(), 2);
        QVERIFY(text(1).hasFocus());
    }

    void addedByMouse()
    {
        link(RuleRows::tr("Add a rule"));
        QVERIFY(text(2).hasFocus());
        QTest::keyClicks(&text(2), u"hb2024"_s);
        kind(2).setFocus();
        QTest::keyClick(&kind(2), Qt::Key_Up);
        QCOMPARE(rules().value(2), (EntryRule{RuleKind::Exact, u"hb2024"_s}));
    }

    void aPatternIsCheckedAsItIsTyped()
    {
        kind(1).setFocus();
        QTest::keyClick(&kind(1), Qt::Key_Down);
        QCOMPARE(rules().value(1).kind, RuleKind::Regex);
        text(1).setFocus();
        text(1).selectAll();
        QTest::keyClicks(&text(1), u"(a+)+"_s);
        QVERIFY(says(u"a repetition of what repeats or has a choice itself"_s));
        QVERIFY(text(1).accessibleDescription().contains(u"repetition"_s));
        text(1).selectAll();
        QTest::keyClicks(&text(1), u"(a"_s);
        QVERIFY(!ruleProblem(rules().value(1)).isEmpty());
        QVERIFY(says(u"at character"_s));
        text(1).selectAll();
        QTest::keyClicks(&text(1), u"a.{0,6}b"_s);
        QVERIFY(!says(u"at character"_s));
        QVERIFY(text(1).accessibleDescription().isEmpty());
        QVERIFY(says(u"0 of 3"_s));
    }

    void movedByKeyAndButton()
    {
        text(1).setFocus();
        QTest::keyClick(&text(1), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(rules(), (QList<EntryRule>{m_entry.rules[1], m_entry.rules[0]}));
        QVERIFY(text(0).hasFocus());
        QTest::keyClick(&text(0), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(rules().first(), m_entry.rules[1]);
        press(RuleRows::tr("Move the rule down"), 0);
        QCOMPARE(rules(), m_entry.rules);
    }

    void removedAndBroughtBack()
    {
        QSignalSpy edited(m_editor.get(), &EntryEditor::edited);
        press(RuleRows::tr("Remove the rule"), 0);
        QCOMPARE(rules(), QList<EntryRule>{m_entry.rules[1]});
        QCOMPARE(edited.size(), 1);
        link(RuleRows::tr("Bring back the rule removed"));
        QCOMPARE(rules(), m_entry.rules);
    }

    void notMoreThanAnEntryMayHave()
    {
        QList<EntryRule> many;
        for (int at = 0; at < int(EntryRule::most); ++at)
            many.append({RuleKind::Exact, QString::number(8000 + at)});
        m_entry.rules = many;
        m_editor->load(m_entry);
        text(0).setFocus();
        QTest::keyClick(&text(0), Qt::Key_Return);
        QCOMPARE(seen<QLineEdit>().size(), int(EntryRule::most));
        for (auto *one : seen<ActionButton>())
            QVERIFY(!one->isEnabled());
    }

    void tabGoesThroughTheRowsInOrder()
    {
        kind(0).setFocus();
        QTest::keyClick(&kind(0), Qt::Key_Tab);
        QVERIFY(text(0).hasFocus());
        link(RuleRows::tr("Add a rule"));
        auto *before = QApplication::focusWidget();
        QTest::keyClick(before, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(kind(2).hasFocus());
    }

    void readersOnlyRead()
    {
        m_editor->setAccess(u"只读"_s, true);
        QTest::keyClicks(&text(0), u"x"_s);
        QTest::keyClick(&text(0), Qt::Key_Return);
        QTest::keyClick(&text(0), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(rules(), m_entry.rules);
        QVERIFY(seen<IconButton>().isEmpty());
        QVERIFY(seen<ActionButton>().isEmpty());
        QVERIFY(!kind(0).isEnabled());
    }

    void whatIsLookedUpIsChosen()
    {
        QComboBox *act = nullptr;
        for (auto *box : m_editor->findChildren<QComboBox *>()) {
            if (box->accessibleName() == EntryEditor::tr("Looked up before the answer"))
                act = box;
        }
        QLineEdit *fallback = nullptr;
        for (auto *line : m_editor->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == EntryEditor::tr("Said when the lookup gives nothing"))
                fallback = line;
        }
        QVERIFY(act && fallback);
        QVERIFY(!fallback->isEnabled());
        act->setFocus();
        QTest::keyClick(act, Qt::Key_Down);
        QCOMPARE(m_editor->current().act, LookupKind::Order);
        QVERIFY(fallback->isEnabled());
        fallback->setFocus();
        QTest::keyClicks(fallback, u"later"_s);
        QCOMPARE(m_editor->current().fallback, u"later"_s);
    }

    /** A key is felt when the count takes long; then there is none. */
    void aSlowPatternIsNotCounted()
    {
        QStringList questions;
        for (int at = 0; at < 200; ++at)
            questions.append(QString(300, u'a') + QString::number(at));
        QElapsedTimer time;
        time.start();
        const EntryRule slow{RuleKind::Regex, u"a+a+a+[bc]"_s};
        QVERIFY(ruleProblem(slow).isEmpty());
        QVERIFY(!holdsFor(slow, questions));
        QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
        QVERIFY(!holdsFor({RuleKind::Regex, u"("_s}, questions));
        QCOMPARE(holdsFor({RuleKind::Exact, u"退款 ？"_s}, {u"退款"_s, u"退款吗"_s}), 1);
        QCOMPARE(holdsFor({RuleKind::Contains, u"ＶＩＰ"_s}, {u"我是vip"_s}), 1);
    }
};

QTEST_MAIN(TestRuleRows)
#include "tst_rulerows.moc"
