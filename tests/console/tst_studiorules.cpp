// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiodesk.h"
#include "app/console/studiopage.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
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

Entry refund(int version = 1)
{
    Entry entry;
    entry.id = {u"k-001"_s};
    entry.version = version;
    entry.category = u"售后退款"_s;
    entry.question = u"退款多久能到账"_s;
    entry.answer = u"退款原路退回。"_s;
    return entry;
}

/** A studio over a session of which the test is the backend. */
struct Rig
{
    explicit Rig(ThemeHost &host)
    {
        session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 12});
        session.setRights(Role::Editor, {u"knowledge.put"_s});
        write(KnowledgeChanged{refund(), EntryChange::Put, {}, {}, {}, {}});
        page = std::make_unique<StudioPage>(host, session);
        page->resize(1384, 1200);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page is not active");
        page->entered();
        page->openEntry(refund().id);
    }

    void write(EventData data)
    {
        ++seq;
        session.feed({{u"c0"_s, seq, seq - 1, {1'764'000'000'000 + seq * 1000}, {}, {},
                       std::move(data)}});
        QCoreApplication::processEvents();
    }
    void press(const QString &text) const
    {
        for (auto *one : page->findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text() == text)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    PutEntry sent() const
    {
        for (auto at = session.submitted().size() - 1; at >= 0; --at) {
            if (const auto *put = std::get_if<PutEntry>(&session.submitted().at(at).data))
                return *put;
        }
        return {};
    }
    LinesEdit &lines(const QString &name) const
    {
        for (auto *edit : page->findChildren<LinesEdit *>()) {
            if (edit->accessibleName() == name)
                return *edit;
        }
        qFatal("no such list");
    }

    ScriptedSession session;
    qint64 seq = 0;
    std::unique_ptr<StudioPage> page;
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
        auto theirs = refund(2);
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
