// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiopage.h"
#include "tests/console/pagerig.h"
#include "tests/console/sampleentry.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/lessonview.h"

#include <QListView>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const EntryId refundId = refundEntry().id;

/** A studio over a session of which the test is the backend. */
struct Rig : PageRig<StudioPage>
{
    explicit Rig(ThemeHost &host,
                 const QSet<QString> &rights = {u"knowledge.put"_s, u"lesson.undo"_s})
        : PageRig(Role::Editor, rights)
    {
        write(KnowledgeChanged{refundEntry(), EntryChange::Put, {}, {}, {}, {}});
        write(UserChanged{{{u"u-lin"_s}, u"林悦"_s, Role::Agent, {}, {}, false}, {}});
        show(host, {1384, 820});
    }

    void teach(const QString &id, const QString &words, bool good = true)
    {
        PhrasingLesson lesson;
        lesson.id = {id};
        lesson.entry = refundId;
        lesson.question = words;
        lesson.good = good;
        lesson.source = good ? LessonSource::Approved : LessonSource::Rejected;
        lesson.by = {u"u-lin"_s};
        lesson.name = u"小林"_s;
        lesson.at = {1'764'000'000'000 + seq[u"c0"_s] * 1000};
        write(LessonTaught{lesson});
    }
    QListView &list() const
    {
        for (auto *each : page->findChildren<QListView *>()) {
            if (each->accessibleName() == u"Learned"_s)
                return *each;
        }
        qFatal("there is no list of what was learned");
    }
    QString words(int row) const { return list().model()->index(row, 0).data().toString(); }
    /** By hand: the fourth segment over the list, then a row. */
    void open(int row) const
    {
        for (auto *segment : page->findChildren<QAbstractButton *>()) {
            if (segment->isVisible() && segment->text().startsWith(u"Learned"_s))
                QTest::mouseClick(segment, Qt::LeftButton);
        }
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(row, 0)).center());
        QCoreApplication::processEvents();
    }
    QList<UndoLesson> undone() const { return submitted<UndoLesson>(); }
    LessonView &view() const { return *page->findChild<LessonView *>(); }
};

} // namespace

/** What the bot learned from people's decisions, and how an editor takes it back. */
class TestStudioLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }
    void newestFirstWithWhoAndWhy();
    void isTakenBack();
    void refusalIsSaid();
    void goesWhenAColleagueTakesItBack();
    void entryIsOpened();
    void readersOnlyRead();

private:
    std::unique_ptr<ThemeHost> m_host;
};

void TestStudioLessons::newestFirstWithWhoAndWhy()
{
    Rig rig(*m_host);
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.teach(u"l-2"_s, u"到哪了呀"_s, false);
    QCOMPARE(rig.list().model()->rowCount(), 2);
    QCOMPARE(rig.words(0), u"到哪了呀"_s);
    rig.open(0);
    QVERIFY(rig.view().isVisible());
    QVERIFY(rig.says(u"到哪了呀"_s));
    QVERIFY(rig.says(u"Does not mean: 退款多久能到账"_s));
    QVERIFY(rig.says(u"Answer rejected by 林悦"_s));
    rig.open(1);
    QVERIFY(rig.says(u"Means: 退款多久能到账"_s));
    grabBoth(*m_host, *rig.page, u"studio-page-learned"_s);
}

void TestStudioLessons::isTakenBack()
{
    Rig rig(*m_host);
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.open(0);
    QTest::mouseClick(rig.button(LessonView::tr("Take the lesson back")), Qt::LeftButton);
    QCOMPARE(rig.undone().size(), 1);
    QCOMPARE(rig.undone().first().lesson, LessonId{u"l-1"_s});
    QVERIFY(rig.view().isVisible());  // until the backend says so
    rig.write(LessonUndone{{u"l-1"_s}, {u"u-xu"_s}});
    QVERIFY(!rig.view().isVisible());
    QCOMPARE(rig.list().model()->rowCount(), 0);
}

void TestStudioLessons::refusalIsSaid()
{
    Rig rig(*m_host);
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.open(0);
    QTest::mouseClick(rig.button(LessonView::tr("Take the lesson back")), Qt::LeftButton);
    const Error error{ErrorKind::Unavailable, u"the ledger cannot be written"_s};
    QVERIFY(!rig.says(refusalText(error)));
    rig.session.settle(rig.session.submitted().constLast().id, std::unexpected(error));
    QCoreApplication::processEvents();
    QVERIFY(rig.view().isVisible());
    QVERIFY(rig.says(refusalText(error)));
    QCOMPARE(rig.list().model()->rowCount(), 1);
}

void TestStudioLessons::goesWhenAColleagueTakesItBack()
{
    Rig rig(*m_host);
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.teach(u"l-2"_s, u"到哪了呀"_s, false);
    rig.open(0);
    rig.write(LessonUndone{{u"l-1"_s}, {}});
    QVERIFY(rig.view().isVisible());
    rig.write(LessonUndone{{u"l-2"_s}, {}});
    QVERIFY(!rig.view().isVisible());
}

void TestStudioLessons::entryIsOpened()
{
    Rig rig(*m_host);
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.open(0);
    QTest::mouseClick(rig.button(LessonView::tr("Open the entry")), Qt::LeftButton);
    QVERIFY(!rig.view().isVisible());
    QVERIFY(rig.page->editor().isVisible());
}

void TestStudioLessons::readersOnlyRead()
{
    Rig rig(*m_host, {});
    rig.teach(u"l-1"_s, u"钱啥时候回来"_s);
    rig.open(0);
    auto *undo = rig.button(LessonView::tr("Take the lesson back"));
    QVERIFY(undo && !undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    QVERIFY(rig.undone().isEmpty());
}

QTEST_MAIN(TestStudioLessons)
#include "tst_studiolessons.moc"
