// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiodesk.h"
#include "app/console/studiogaps.h"
#include "app/console/studiopage.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
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

const EntryId refundId{u"k-001"_s};
const GroupId group{u"wecom/g0"_s};

Entry refund(int version = 1)
{
    Entry entry;
    entry.id = refundId;
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
        session.setRights(Role::Editor, {u"knowledge.put"_s, u"gap.dispose"_s});
        Group info;
        info.id = group;
        info.name = u"滨江花园3群"_s;
        info.channel = u"wecom"_s;
        write(GroupChanged{info}, group);
        write(KnowledgeChanged{refund(), EntryChange::Put, {}, {}, {}, {}});
        page = std::make_unique<StudioPage>(host, session);
        page->resize(1384, 820);
        page->show();
        page->entered();
    }

    void write(EventData data, const GroupId &in = {})
    {
        const auto stream = isControl(data) ? u"c0"_s : u"p0"_s;
        const auto at = ++seq[stream];
        session.feed({{stream, at, at - 1, {1'764'000'000'000 + at * 1000}, in, {}, std::move(data)}});
        QCoreApplication::processEvents();
    }
    void ask(const QString &gap, const QString &text)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.asked = GapQuestion{{u"m-"_s + text}, group, {u"wecom/w"_s}, text, {}, 0};
        changed.nearest = refundId;
        changed.nearestTitle = refund().question;
        changed.confidence = 240;
        write(changed, group);
    }
    QList<DisposeGap> disposed() const
    {
        QList<DisposeGap> all;
        for (const auto &command : session.submitted()) {
            if (const auto *one = std::get_if<DisposeGap>(&command.data))
                all.append(*one);
        }
        return all;
    }
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
    void press(const QString &text) const
    {
        for (auto *one : page->findChildren<ActionButton *>()) {
            if (one->isVisible() && one->text() == text)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    bool says(const QString &words) const
    {
        for (const auto *label : page->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }
    GapView &view() const { return *page->findChild<GapView *>(); }

    ScriptedSession session;
    QHash<QString, qint64> seq;
    std::unique_ptr<StudioPage> page;
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
    QVERIFY(rig.says(refund().question));
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
    QCOMPARE(rig.page->desk().text().question, refund().question);
    QVERIFY(rig.page->desk().text().similar.contains(u"退的钱啥时候回来"_s));
    auto next = refund(2);
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
    rig.write(KnowledgeChanged{refund(2), EntryChange::Put, {u"u-2"_s}, {}, {}, {}});
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
