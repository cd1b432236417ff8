// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/flowdesk.h"
#include "app/console/flowspage.h"
#include "models/protocol/valuecodec.h"
#include "models/transfer/flowyaml.h"
#include "tests/console/pagerig.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/plainlabel.h"
#include "widgets/flows/flowbench.h"
#include "widgets/flows/flowconflict.h"
#include "widgets/flows/floweditor.h"
#include "widgets/flows/flowlist.h"
#include "widgets/flows/yamledit.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId group{u"wecom/g0"_s};
const FlowId welcomeId{u"welcome"_s};

Flow welcome(int version = 1)
{
    Flow flow;
    flow.id = welcomeId;
    flow.version = version;
    flow.name = u"新人欢迎"_s;
    flow.batchSeconds = 20;
    flow.text = u"欢迎新邻居来到{{群名}}！\n有事直接@我。"_s;
    return flow;
}

Flow memberDay()
{
    Flow flow;
    flow.id = {u"member-day"_s};
    flow.version = 1;
    flow.name = u"会员日预告"_s;
    flow.enabled = false;
    flow.trigger = FlowTrigger::Schedule;
    flow.schedule.minute = 600;
    flow.schedule.weekdays = {1, 5};
    flow.text = u"今天是会员日"_s;
    return flow;
}

/** The page over a session of which the test is the backend. */
struct Rig : PageRig<FlowsPage>
{
    explicit Rig(ThemeHost &host, const QSet<QString> &rights = {u"flow.put"_s, u"flow.preview"_s})
        : PageRig(Role::Supervisor, rights)
    {
        writeGroup(group);
        write(MemberChanged{{{u"wecom/w"_s}, u"王阿姨"_s, MemberRole::Customer, {}, {}}, false, false},
              group);
        write(FlowChanged{welcome(), false, {}, u"flows.yaml"_s});
        write(FlowChanged{memberDay(), false, {u"u-su"_s}, {}});
        session.answer<FlowQuestion>([this](const QByteArray &params) -> Result<FlowPreview> {
            simdjson::dom::parser parser;
            previewed.append(*parseStrict(parser, params).and_then(decodeValue<FlowQuestion>));
            FlowPreview preview;
            preview.text = u"【AI】"_s + previewed.last().flow.text;
            return preview;
        });
        show(host, {1224, 694});
    }

    QList<PutFlow> sent() const { return submitted<PutFlow>(); }
    /** The backend takes what was sent last. */
    void take()
    {
        auto flow = sent().last().flow;
        ++flow.version;
        session.settle(session.submitted().last().id, 1);
        write(FlowChanged{flow, sent().last().gone, {u"u-1"_s}, {}});
    }
    QListView &list() const
    {
        return *page->findChild<FlowList *>()->findChild<QListView *>();
    }
    YamlEdit &edit() const { return *page->findChild<YamlEdit *>(); }
    void open(const FlowId &flow) const
    {
        auto &view = list();
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const auto index = view.model()->index(row, 0);
            if (index.data(FlowModelId).value<FlowId>() == flow)
                QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                                  view.visualRect(index).center());
        }
    }
    void icon(const QString &name) const
    {
        for (auto *one : page->findChildren<IconButton *>()) {
            if (one->isVisible() && one->accessibleName().startsWith(name))
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"no button "_s + name));
    }
    bool warns(const QString &words) const
    {
        const auto *banner = page->editor().findChild<InlineBanner *>();
        return banner->isVisible() && banner->accessibleName().contains(words);
    }
    bool can(const QString &text) const
    {
        return std::ranges::any_of(page->findChildren<ActionButton *>(), [&](ActionButton *one) {
            return one->isVisible() && one->text() == text && one->isEnabled();
        });
    }
    /** By hand: a line of the text is another one. */
    void rewrite(const QString &line, const QString &with) const
    {
        const auto found = edit().document()->find(line);
        QVERIFY(!found.isNull());
        auto cursor = found;
        cursor.select(QTextCursor::LineUnderCursor);
        edit().setTextCursor(cursor);
        QTest::keyClicks(&edit(), with);
    }

    static constexpr int FlowModelId = Qt::UserRole + 2;
    QList<FlowQuestion> previewed;
};

} // namespace

/** The page of flows, by hand. */
class TestFlowsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void looksLikeFlows()
    {
        Rig rig(*m_host);
        rig.write(FlowFired{welcomeId, 1, {}, {u"m-1"_s}, FlowSkip::None}, group);
        rig.write(FlowFired{welcomeId, 1, {}, {}, FlowSkip::Quiet}, group);
        QCOMPARE(rig.list().model()->rowCount(), 2);
        rig.open(welcomeId);
        QCOMPARE(rig.edit().yaml(), textOfFlow(welcome()));
        QVERIFY(rig.says(u"flows.yaml"_s));
        QTRY_VERIFY(rig.says(u"【AI】欢迎新邻居"_s));
        QCOMPARE(namelessWidget(*rig.page), QString());
        QCOMPARE(richLabel(*rig.page), QString());
        grabBoth(*m_host, *rig.page, u"flows"_s);
        QVERIFY(rig.sent().isEmpty());
    }

    void savesWhatIsWritten()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        QVERIFY(rig.can(FlowEditor::tr("Save")));
        rig.press(FlowEditor::tr("Save"));
        QCOMPARE(rig.sent().size(), 1);
        auto wanted = welcome();
        wanted.batchSeconds = 45;
        QCOMPARE(asWritten(rig.sent().first().flow), asWritten(wanted));
        QCOMPARE(rig.sent().first().flow.version, 1);
        rig.take();
        QVERIFY(!rig.page->desk().isDirty());
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        QVERIFY(rig.says(u"changed here since"_s));
        // A comment is nothing that would be saved.
        rig.edit().moveCursor(QTextCursor::End);
        QTest::keyClicks(&rig.edit(), u"# x"_s);
        QVERIFY(!rig.page->desk().isDirty());
    }

    void nothingIsSentWhileSomethingIsWrong()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"trigger: joined"_s, u"trigger: join"_s);
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        rig.page->desk().save();
        QVERIFY(rig.sent().isEmpty());
        QVERIFY(rig.says(u"Line 3"_s));
        QVERIFY(rig.edit().accessibleDescription().contains(u"trigger must be one of"_s));
        grabBoth(*m_host, *rig.page, u"flows-wrong"_s);
        // F8 goes there.
        rig.edit().moveCursor(QTextCursor::End);
        QTest::keyClick(&rig.edit(), Qt::Key_F8);
        QCOMPARE(rig.edit().textCursor().blockNumber(), 2);
        // No preview is asked for either.
        const auto asked = rig.previewed.size();
        QTRY_VERIFY(rig.says(FlowsPage::tr("Something is wrong with it still")));
        QCOMPARE(rig.previewed.size(), asked);
        rig.rewrite(u"trigger: join"_s, u"trigger: joined"_s);
        QVERIFY(rig.says(FlowEditor::tr("Nothing is wrong with it")));
    }

    void yamlIsColoured()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        const auto block = rig.edit().document()->find(u"{{群名}}"_s).block();
        const auto accent = m_host->theme().color(ColorRole::AccentFg);
        QTRY_VERIFY(std::ranges::any_of(block.layout()->formats(), [&](const auto &range) {
            return range.format.foreground().color() == accent;
        }));
        QTRY_VERIFY(!rig.edit().document()->firstBlock().layout()->formats().isEmpty());
    }

    void switchedWithOneKey()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.press(FlowEditor::tr("Switch off"));
        QCOMPARE(rig.sent().size(), 1);
        QVERIFY(!rig.sent().first().flow.enabled);
        QCOMPARE(rig.sent().first().flow.text, welcome().text);
        rig.take();
        QVERIFY(rig.can(FlowEditor::tr("Switch on")));
        QVERIFY(rig.edit().yaml().contains(u"enabled: false"_s));
        // What is not saved yet is not switched along.
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        QVERIFY(!rig.can(FlowEditor::tr("Switch on")));
    }

    void aNewOne()
    {
        Rig rig(*m_host);
        rig.icon(FlowList::tr("New flow"));
        QVERIFY(rig.edit().hasFocus());
        QVERIFY(rig.page->desk().reading().flow);
        rig.rewrite(u"id: welcome-new"_s, u"id: welcome"_s);
        QVERIFY(rig.says(u"there is a flow welcome already"_s));
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        rig.rewrite(u"id: welcome"_s, u"id: hello"_s);
        rig.press(FlowEditor::tr("Save"));
        QCOMPARE(rig.sent().size(), 1);
        QCOMPARE(rig.sent().first().flow.id, FlowId{u"hello"_s});
        QCOMPARE(rig.sent().first().flow.version, 0);
        QVERIFY(!rig.sent().first().flow.enabled);
        rig.take();
        QCOMPARE(rig.list().model()->rowCount(), 3);
        QCOMPARE(rig.list().currentIndex().data(Rig::FlowModelId).value<FlowId>(),
                 FlowId{u"hello"_s});
    }

    void theIdStays()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"id: welcome"_s, u"id: other"_s);
        QVERIFY(rig.says(u"the id of a flow stays welcome"_s));
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
    }

    void othersAreNotOverwritten()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        auto theirs = welcome(2);
        theirs.text = u"大家好"_s;
        rig.write(FlowChanged{theirs, false, {u"u-su"_s}, {}});
        QVERIFY(rig.page->desk().isConflict());
        QVERIFY(rig.edit().yaml().contains(u"batchSeconds: 45"_s));
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        rig.press(FlowsPage::tr("Compare"));
        QVERIFY(rig.page->findChild<FlowConflict *>()->isVisible());
        grabBoth(*m_host, *rig.page, u"flows-conflict"_s);
        rig.press(FlowConflict::tr("Go on with mine"));
        rig.press(FlowEditor::tr("Save"));
        QCOMPARE(rig.sent().last().flow.version, 2);
        QCOMPARE(rig.sent().last().flow.batchSeconds, 45);
    }

    void orTheirsAreTaken()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        auto theirs = welcome(2);
        theirs.batchSeconds = 0;
        theirs.text = u"大家好"_s;
        rig.write(FlowChanged{theirs, false, {}, u"flows.yaml"_s});
        rig.press(FlowsPage::tr("Compare"));
        rig.press(FlowConflict::tr("Take theirs, drop mine"));
        QCOMPARE(rig.edit().yaml(), textOfFlow(theirs));
        QVERIFY(!rig.page->desk().isDirty());
    }

    /** The backend knew of another change first. */
    void aRefusalLeavesTheText()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        rig.press(FlowEditor::tr("Save"));
        rig.session.settle(rig.session.submitted().last().id,
                           failure(ErrorKind::Policy, u"a word that may not be sent"_s));
        QVERIFY(rig.page->desk().isDirty());
        QVERIFY(rig.edit().yaml().contains(u"batchSeconds: 45"_s));
        QVERIFY(rig.can(FlowEditor::tr("Save")));
    }

    void whatWasNotSavedComesBack()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        rig.open({u"member-day"_s});
        QVERIFY(rig.edit().yaml().contains(u"member-day"_s));
        rig.open(welcomeId);
        QVERIFY(rig.edit().yaml().contains(u"batchSeconds: 45"_s));
        QVERIFY(rig.warns(FlowsPage::tr("Brought back what was not saved")));
        rig.press(FlowsPage::tr("Throw it away"));
        QCOMPARE(rig.edit().yaml(), textOfFlow(welcome()));
    }

    void removedWhereItStandsInNoFile()
    {
        Rig rig(*m_host);
        const auto entry = [&](const QString &beginning) -> QAction * {
            rig.icon(FlowEditor::tr("More"));
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return nullptr;
            for (auto *action : menu->actions()) {
                if (action->text().startsWith(beginning))
                    return action;
            }
            return nullptr;
        };
        rig.open(welcomeId);
        auto *remove = entry(u"Remove"_s);
        QVERIFY(remove && !remove->isEnabled());
        QVERIFY(remove->text().contains(u"flows.yaml"_s));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        rig.open({u"member-day"_s});
        remove = entry(FlowEditor::tr("Remove the flow"));
        QVERIFY(remove && remove->isEnabled());
        remove->trigger();
        QVERIFY(rig.sent().last().gone);
        rig.take();
        QCOMPARE(rig.list().model()->rowCount(), 1);
        QVERIFY(!rig.page->desk().isOpen());
    }

    void previewsForAMember()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        QTRY_COMPARE(rig.previewed.size(), 1);
        QVERIFY(rig.previewed.first().member.isEmpty());
        auto *member = rig.page->bench().findChildren<QComboBox *>().value(1);
        member->setFocus();
        QTest::keyClick(member, Qt::Key_Down);
        QTRY_COMPARE(rig.previewed.size(), 2);
        QCOMPARE(rig.previewed.last().member.value, u"wecom/w"_s);
        QCOMPARE(rig.previewed.last().group, group);
    }

    void readersOnlyRead()
    {
        Rig rig(*m_host, {});
        rig.open(welcomeId);
        QVERIFY(rig.edit().isReadOnly());
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        QVERIFY(!rig.can(FlowEditor::tr("Switch off")));
    }

    void offlineNothingIsSent()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.session.setLink({LinkState::Offline, LinkProblem::None, {}, {}, {}, 0});
        rig.rewrite(u"batchSeconds: 20"_s, u"batchSeconds: 45"_s);
        QVERIFY(!rig.can(FlowEditor::tr("Save")));
        QVERIFY(rig.warns(FlowsPage::tr("Offline")));
    }

    /** Enter keeps the indentation; Tab leaves; what is pasted is plain and without tabs. */
    void writingYaml()
    {
        Rig rig(*m_host);
        rig.open(welcomeId);
        rig.edit().moveCursor(QTextCursor::End);
        rig.edit().moveCursor(QTextCursor::PreviousBlock);
        rig.edit().moveCursor(QTextCursor::EndOfBlock);
        const auto line = rig.edit().textCursor().block().text();
        QVERIFY(line.startsWith(u"  "_s));
        QTest::keyClick(&rig.edit(), Qt::Key_Return);
        QTest::keyClicks(&rig.edit(), u"more"_s);
        QCOMPARE(rig.edit().textCursor().block().text(), u"  more"_s);
        QVERIFY(rig.page->desk().reading().flow->text.endsWith(u"\nmore"_s));
        QTest::keyClick(&rig.edit(), Qt::Key_Tab);
        QVERIFY(!rig.edit().hasFocus());
        QVERIFY(!rig.edit().yaml().contains(u'\t'));
    }

private:
    std::unique_ptr<ThemeHost> m_host;
};

QTEST_MAIN(TestFlowsPage)
#include "tst_flowspage.moc"
