// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiodesk.h"
#include "app/console/studiogaps.h"
#include "app/console/studiopage.h"
#include "tests/console/pagerig.h"
#include "tests/console/sampleentry.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/gapview.h"
#include "widgets/studio/studiolist.h"

#include <QListView>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const EntryId refundId = refundEntry().id;
const GroupId group{u"wecom/g0"_s};

/** A studio over a session of which the test is the backend. */
struct Rig : PageRig<StudioPage>
{
    explicit Rig(ThemeHost &host) : PageRig(Role::Editor, {u"knowledge.put"_s, u"gap.dispose"_s})
    {
        writeGroup(group);
        write(KnowledgeChanged{refundEntry(), EntryChange::Put, {}, {}, {}, {}});
        show(host, {1384, 820});
    }

    void ask(const QString &gap, const QString &text)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.asked = GapQuestion{{u"m-"_s + text}, group, {u"wecom/w"_s}, text, {}, 0};
        changed.nearest = refundId;
        changed.nearestTitle = refundEntry().question;
        changed.confidence = 240;
        write(changed, group);
    }
    QList<DisposeGap> disposed() const { return submitted<DisposeGap>(); }
    QListView &gaps() const
    {
        for (auto *list : page->findChildren<QListView *>()) {
            if (list->accessibleName() == u"Knowledge gaps"_s)
                return *list;
        }
        qFatal("there is no list of gaps");
    }
    /** By hand: the third segment over the list, then a row. */
    void open(int row) const
    {
        for (auto *segment : page->findChildren<QAbstractButton *>()) {
            if (segment->isVisible() && segment->text().startsWith(u"Gaps"_s))
                QTest::mouseClick(segment, Qt::LeftButton);
        }
        auto &list = gaps();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                          list.visualRect(list.model()->index(row, 0)).center());
    }
    GapView &view() const { return *page->findChild<GapView *>(); }
};

} // namespace

/** What is done about gaps of the knowledge base, as a hand does it. */
class TestStudioGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void looksLikeAGap();
    void aGapBecomesAnEntry();
    void aGapIsAddedToTheNearestEntry();
    void aGapIsDismissed();
    void whatWasDismissedIsListedAgain();
    void otherSavesCloseNothing();
    void readersOnlyRead();

private:
    std::unique_ptr<ThemeHost> m_host;
};

void TestStudioGaps::looksLikeAGap()
{
    Rig rig(*m_host);
    rig.ask(u"a"_s, u"充电桩归谁管"_s);
    rig.ask(u"b"_s, u"你们招不招配送员"_s);
    rig.ask(u"b"_s, u"招配送员吗"_s);
    rig.open(0);
    QVERIFY(rig.view().isVisible());
    QTRY_VERIFY(rig.says(u"滨江花园3群"_s));
    QVERIFY(rig.says(u"招配送员吗"_s));
    QVERIFY(rig.says(refundEntry().question));
    QCOMPARE(namelessWidget(*rig.page), QString());
    QCOMPARE(richLabel(*rig.page), QString());
    grabBoth(*m_host, *rig.page, u"studio-gaps"_s);
}

void TestStudioGaps::aGapBecomesAnEntry()
{
    Rig rig(*m_host);
    rig.ask(u"b"_s, u"你们招不招配送员"_s);
    rig.ask(u"b"_s, u"招配送员吗"_s);
    rig.open(0);
    rig.press(GapView::tr("Write an entry"));
    QVERIFY(rig.page->editor().isVisible());
    auto written = rig.page->desk().text();
    QCOMPARE(written.question, u"你们招不招配送员"_s);
    QCOMPARE(written.similar, QStringList{u"招配送员吗"_s});
    QVERIFY(rig.page->desk().isDirty());
    QVERIFY(rig.disposed().isEmpty());
    // It is kept: the gap is answered.
    written.state = EntryState::Draft;
    rig.write(KnowledgeDrafted{{written, 1, {}}, {u"u-1"_s}, false});
    QCOMPARE(rig.disposed().size(), 1);
    QCOMPARE(rig.disposed().first(),
             (DisposeGap{{u"b"_s}, GapState::Answered, written.id}));
    // Once.
    rig.write(KnowledgeDrafted{{written, 2, {}}, {u"u-1"_s}, false});
    QCOMPARE(rig.disposed().size(), 1);
}

void TestStudioGaps::aGapIsAddedToTheNearestEntry()
{
    Rig rig(*m_host);
    rig.ask(u"b"_s, u"退的钱啥时候回来"_s);
    rig.open(0);
    rig.press(GapView::tr("Add to the nearest entry"));
    QCOMPARE(rig.page->desk().entry(), refundId);
    QCOMPARE(rig.page->desk().text().question, refundEntry().question);
    QVERIFY(rig.page->desk().text().similar.contains(u"退的钱啥时候回来"_s));
    auto next = refundEntry(2);
    next.similar = {u"退的钱啥时候回来"_s};
    rig.write(KnowledgeChanged{next, EntryChange::Published, {u"u-1"_s}, {}, {}, {}});
    QCOMPARE(rig.disposed().size(), 1);
    QCOMPARE(rig.disposed().first().entry, refundId);
}

void TestStudioGaps::aGapIsDismissed()
{
    Rig rig(*m_host);
    rig.ask(u"a"_s, u"充电桩归谁管"_s);
    rig.open(0);
    rig.press(GapView::tr("Dismiss"));
    QCOMPARE(rig.disposed().first().state, GapState::Dismissed);
    GapChanged gone;
    gone.gap = {u"a"_s};
    gone.state = GapState::Dismissed;
    rig.write(gone);
    QCOMPARE(rig.gaps().model()->rowCount(), 0);
    QVERIFY(!rig.view().isVisible());
    QVERIFY(rig.says(u"No gap is known"_s));
}

void TestStudioGaps::whatWasDismissedIsListedAgain()
{
    Rig rig(*m_host);
    rig.ask(u"a"_s, u"充电桩归谁管"_s);
    rig.ask(u"b"_s, u"招配送员吗"_s);
    GapChanged gone;
    gone.gap = {u"a"_s};
    gone.state = GapState::Dismissed;
    gone.by = {u"u-7"_s};
    rig.write(gone);
    rig.open(0);
    QCOMPARE(rig.gaps().model()->rowCount(), 1);
    rig.press(StudioList::tr("Show %n dismissed", nullptr, 1));
    QCOMPARE(rig.gaps().model()->rowCount(), 1);
    auto &list = rig.gaps();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(list.model()->index(0, 0)).center());
    QVERIFY(rig.says(u"充电桩归谁管"_s));
    QTRY_VERIFY(rig.says(u"u-7"_s));
    QCOMPARE(namelessWidget(*rig.page), QString());
    rig.press(GapView::tr("List it again"));
    QCOMPARE(rig.disposed().last(), (DisposeGap{{u"a"_s}, GapState::Open, {}}));
    gone.state = GapState::Open;
    rig.write(gone);
    QVERIFY(rig.says(u"No gap was dismissed"_s));
    rig.press(StudioList::tr("Back to the open gaps"));
    QCOMPARE(rig.gaps().model()->rowCount(), 2);
}

void TestStudioGaps::otherSavesCloseNothing()
{
    Rig rig(*m_host);
    rig.ask(u"b"_s, u"退的钱啥时候回来"_s);
    rig.open(0);
    rig.press(GapView::tr("Add to the nearest entry"));
    // A colleague changed it meanwhile, without the question.
    rig.write(KnowledgeChanged{refundEntry(2), EntryChange::Put, {u"u-2"_s}, {}, {}, {}});
    QVERIFY(rig.disposed().isEmpty());
}

void TestStudioGaps::readersOnlyRead()
{
    Rig rig(*m_host);
    rig.ask(u"a"_s, u"充电桩归谁管"_s);
    rig.session.setRights(Role::Editor, {});
    rig.open(0);
    for (auto *button : rig.view().findChildren<ActionButton *>())
        QVERIFY(!button->isEnabled());
}

QTEST_MAIN(TestStudioGaps)
#include "tst_studiogaps.moc"
