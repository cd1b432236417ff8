// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/studio/editorrig.h"
#include "widgets/studio/answeredit.h"
#include "widgets/studio/linesedit.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

/** Slots and steps of an entry, written one a line. */
class TestEntryLists : public QObject, protected EditorRig
{
    Q_OBJECT

private:
    LinesEdit *list(const QString &name) const
    {
        for (auto *edit : m_editor->findChildren<LinesEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    LinesEdit *asked() const { return list(EntryEditor::tr("Slots")); }
    LinesEdit *steps() const { return list(EntryEditor::tr("Steps")); }
    /** A new last line, by the keyboard. */
    void type(LinesEdit *edit, const QString &line)
    {
        edit->moveCursor(QTextCursor::End);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, line);
    }
    bool says(const QString &words) const { return labelSays(*m_editor, words); }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        show({700, 900});
        m_entry.question = u"有什么颜色"_s;
        m_entry.answer = u"{{颜色}}有货。{{size}}"_s;
        m_entry.slots_ = {{u"颜色"_s, u"哪个颜色？"_s, SlotKind::Choice, {u"白"_s, u"黑"_s}}};
        m_entry.steps = {u"查订单"_s, u"跟客户确认"_s};
        m_editor->load(m_entry);
    }

    void givesBackWhatItWasGiven()
    {
        QSignalSpy edited(m_editor.get(), &EntryEditor::edited);
        QCOMPARE(m_editor->current(), m_entry);
        m_editor->load(m_entry);
        QCOMPARE(edited.size(), 0);
        QCOMPARE(namelessWidget(*m_editor), QString());
    }

    void stepsAreLines()
    {
        QSignalSpy edited(m_editor.get(), &EntryEditor::edited);
        type(steps(), u"done"_s);
        QVERIFY(!edited.isEmpty());
        QCOMPARE(m_editor->current().steps, m_entry.steps + QStringList{u"done"_s});
        QCOMPARE(m_editor->current().slots_, m_entry.slots_);
        type(steps(), u"done"_s);
        QVERIFY(says(u"step 4: it is there twice"_s));
    }

    void slotsAreLines()
    {
        type(asked(), u"date day: When?"_s);
        QCOMPARE(m_editor->current().slots_.value(1),
                 (Slot{u"day"_s, u"When?"_s, SlotKind::Date, {}}));
        QVERIFY(!says(u"slot"_s));
        // What is wrong is said while it is written, and nothing of it gets lost.
        type(asked(), u"date day: Again?"_s);
        QVERIFY(says(u"day is there twice"_s));
        QCOMPARE(m_editor->current().slots_.size(), 3);
    }

    void whatIsPastedIsPlain()
    {
        QApplication::clipboard()->setText(u"先\u202E道歉\n再退款"_s);
        steps()->selectAll();
        steps()->paste();
        QCOMPARE(m_editor->current().steps, (QStringList{u"先道歉"_s, u"再退款"_s}));
    }

    void slotsAreVariablesOfTheAnswer()
    {
        auto *answer = m_editor->findChild<AnswerEdit *>();
        const auto danger = m_host->theme().color(ColorRole::DangerFg);
        const auto isWrong = [&](int at) {
            for (const auto &range : answer->document()->firstBlock().layout()->formats()) {
                if (range.start <= at && at < range.start + range.length)
                    return range.format.foreground().color() == danger;
            }
            return false;
        };
        QTRY_VERIFY(isWrong(12));  // {{size}}: nobody can fill it
        QVERIFY(!isWrong(2));
        type(asked(), u"text size"_s);
        QTRY_VERIFY(!isWrong(12));
    }

    void nothingIsWrittenWhereNothingMayBe()
    {
        m_editor->setAccess(u"看看而已"_s, true);
        type(steps(), u"x"_s);
        type(asked(), u"text x"_s);
        QCOMPARE(m_editor->current(), m_entry);
    }
};

QTEST_MAIN(TestEntryLists)
#include "tst_entrylists.moc"
