// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiodesk.h"
#include "app/console/studiopage.h"
#include "tests/console/pagerig.h"
#include "tests/console/sampleentry.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/linesedit.h"
#include "widgets/studio/rulerows.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** A studio over a session of which the test is the backend. */
struct Rig : PageRig<StudioPage>
{
    explicit Rig(ThemeHost &host) : PageRig(Role::Editor, {u"knowledge.put"_s})
    {
        write(KnowledgeChanged{refundEntry(), EntryChange::Put, {}, {}, {}, {}});
        show(host, {1384, 1200});
        page->openEntry(refundEntry().id);
    }

    PutEntry sent() const
    {
        const auto all = submitted<PutEntry>();
        return all.isEmpty() ? PutEntry{} : all.last();
    }
    LinesEdit &lines(const QString &name) const
    {
        for (auto *edit : page->findChildren<LinesEdit *>()) {
            if (edit->accessibleName() == name)
                return *edit;
        }
        qFatal("no such list");
    }
};

} // namespace

/** Rules, slots and steps from the hand to the backend. */
class TestStudioRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void aRuleIsSaved()
    {
        Rig rig(*m_host);
        rig.press(RuleRows::tr("Add a rule"));
        QVERIFY(!rig.page->desk().isDirty());
        QTest::keyClicks(QApplication::focusWidget(), u"refund"_s);
        QVERIFY(rig.page->desk().isDirty());
        rig.press(EntryEditor::tr("Save"));
        QCOMPARE(rig.sent().entry.rules, (QList<EntryRule>{{RuleKind::Contains, u"refund"_s}}));
        QCOMPARE(rig.sent().entry.state, EntryState::Draft);
        // The draft comes back: the cursor stays where it is.
        auto kept = rig.sent().entry;
        rig.session.settle(rig.session.submitted().last().id, 1);
        rig.write(KnowledgeDrafted{{kept, 1, {}}, {u"u-1"_s}, false});
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())
                || !rig.page->desk().isDirty());
        QVERIFY(!rig.page->desk().isDirty());
        QCOMPARE(rig.page->editor().current().rules, kept.rules);
    }

    void slotsAndStepsAreSavedToo()
    {
        Rig rig(*m_host);
        auto &steps = rig.lines(EntryEditor::tr("Steps"));
        steps.setFocus();
        QTest::keyClicks(&steps, u"look"_s);
        QVERIFY(rig.page->desk().isDirty());
        auto &asked = rig.lines(EntryEditor::tr("Slots"));
        asked.setFocus();
        QTest::keyClicks(&asked, u"date day: When?"_s);
        rig.press(EntryEditor::tr("Save"));
        QCOMPARE(rig.sent().entry.steps, QStringList{u"look"_s});
        QCOMPARE(rig.sent().entry.slots_.value(0).name, u"day"_s);
    }

    /** What somebody else made of the rules meanwhile is not written over. */
    void anothersRulesAreNotOverwritten()
    {
        Rig rig(*m_host);
        rig.press(RuleRows::tr("Add a rule"));
        QTest::keyClicks(QApplication::focusWidget(), u"mine"_s);
        auto theirs = refundEntry(2);
        theirs.rules = {{RuleKind::Exact, u"8001"_s}};
        rig.write(KnowledgeChanged{theirs, EntryChange::Put, {u"u-2"_s}, {}, {}, {}});
        QVERIFY(rig.page->desk().isConflict());
        QCOMPARE(rig.page->desk().text().rules.value(0).text, u"mine"_s);
        rig.press(StudioPage::tr("Compare"));
        grabBoth(*m_host, *rig.page, u"studio-rules-conflict"_s);
    }

private:
    std::unique_ptr<ThemeHost> m_host;
};

QTEST_MAIN(TestStudioRules)
#include "tst_studiorules.moc"
