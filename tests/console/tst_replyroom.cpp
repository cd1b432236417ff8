// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskcommands.h"
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "app/console/replyroom.h"
#include "models/items/timelinemodel.h"
#include "tests/console/windowrig.h"
#include "widgets/common/iconbutton.h"
#include "widgets/composer/checklist.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/composer/replyedit.h"
#include "widgets/composer/suggestionbar.h"
#include "widgets/timeline/rowlayout.h"
#include "widgets/timeline/timelineview.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topic{u"t-1"_s};
const QSize small(1280, 720);

} // namespace

/** How the stream and what stands under it share the height of the desk. */
class TestReplyRoom : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    template <class T> T *part() const { return m_window->desk().findChild<T *>(); }
    Checklist &steps() const { return *part<Checklist>(); }
    SuggestionBar &suggestions() const { return *part<SuggestionBar>(); }
    ReplyEdit &editor() const { return *part<ReplyEdit>(); }
    TimelineView &stream() const { return *part<TimelineView>(); }

    /** Permille of the column that the stream has. */
    int share() const { return 1000 * stream().height() / stream().parentWidget()->height(); }

    /** What stands in the column, for who reads why it failed. */
    QString heights() const
    {
        QStringList all{QString::number(share())};
        for (const auto *one : stream().parentWidget()->findChildren<QWidget *>(
                 Qt::FindDirectChildrenOnly)) {
            if (one->isVisible())
                all.append(u"%1 %2"_s.arg(QString::fromLatin1(one->metaObject()->className()))
                               .arg(one->height()));
        }
        for (const auto *one : part<ReplyDesk>()->findChildren<QWidget *>(
                 Qt::FindDirectChildrenOnly)) {
            if (one->isVisible())
                all.append(u"%1 %2"_s.arg(QString::fromLatin1(one->metaObject()->className()))
                               .arg(one->height()));
        }
        return all.join(u", "_s);
    }

    /** Whether the heights of the column come to rest: for 100 ms they are the same. */
    bool settles()
    {
        auto before = heights();
        QElapsedTimer still;
        still.start();
        return QTest::qWaitFor([&] {
            if (const auto now = heights(); now != before) {
                before = now;
                still.start();
            }
            return still.hasExpired(100);
        });
    }
    void resize(const QSize &size)
    {
        m_window->resize(size);
        QVERIFY(settles());
    }
    void type(int lines)
    {
        editor().setFocus();
        for (int line = 0; line < lines; ++line) {
            QTest::keyClicks(&editor(), u"refund"_s);
            QTest::keyClick(&editor(), Qt::Key_Return);
        }
        QVERIFY(settles());
    }
    void write()
    {
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 1;
        entry.question = u"水果坏了怎么赔"_s;
        entry.answer = u"按坏的比例退款，拍一张照片就行。"_s;
        entry.steps = {u"查订单和签收时间"_s, u"看照片：坏果和外包装标签都在"_s,
                       u"说清赔付比例"_s, u"跟客户确认退款"_s, u"写备注"_s};
        m_scribe->write(KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}});
        m_scribe->open(topic);
        const auto asked = m_scribe->say(u"桃子烂了一半"_s, u"李海燕"_s, topic);
        Verdict verdict;
        verdict.action = Action::Escalate;
        verdict.addressee = Addressee::Bot;
        verdict.candidates = {{entry.id, 1, entry.question, 900, {}}};
        m_scribe->write(VerdictReached{asked, verdict}, topic);
        m_scribe->grant(topic, me, 1);
    }

private Q_SLOTS:
    void init()
    {
        begin();
        goLive();
        m_scribe->group();
        QVERIFY(open(small));
        write();
        m_window->desk().chooseTopic(topic);
        QVERIFY(settles());
        QVERIFY(suggestions().isVisible());
        QVERIFY(steps().isVisible());
    }
    void cleanup() { m_window.reset(); }

    void onASmallScreenTheStreamKeepsItsShare()
    {
        QVERIFY(steps().isFolded());
        grabBoth(*m_host, *m_window, u"room-1280"_s);
        QVERIFY2(share() >= 470, qPrintable(heights()));
        const int one = editor().height();
        type(4);
        QVERIFY2(editor().height() > one, qPrintable(heights()));
        QVERIFY2(share() >= 450, qPrintable(heights()));
        QVERIFY(suggestions().isCompact());
        type(10);
        QVERIFY2(share() >= 450, qPrintable(heights()));
        grabBoth(*m_host, *m_window, u"room-1280-long"_s);
    }

    void onALargeOneEverythingIsOpen()
    {
        resize({1440, 900});
        QVERIFY(!steps().isFolded());
        QVERIFY(!steps().foldButton().isVisible());
        QVERIFY(!suggestions().isCompact());
        QCOMPARE(steps().boxes().size(), 5);
        for (const auto *box : steps().boxes())
            QVERIFY(box->isVisible());
        resize(small);
        QVERIFY(steps().isFolded());
    }

    void theFoldedLineTicksWhatComesNext()
    {
        auto &next = steps().nextBox();
        QCOMPARE(next.text(), u"查订单和签收时间"_s);
        QVERIFY(!steps().boxes().constFirst()->isVisible());
        QTest::mouseClick(&next, Qt::LeftButton, {}, {8, next.height() / 2});
        const auto *tick = std::get_if<TickStep>(&m_session->submitted().last().data);
        QVERIFY(tick);
        QCOMPARE(tick->step, u"查订单和签收时间"_s);
        QCOMPARE(next.text(), u"看照片：坏果和外包装标签都在"_s);
        QVERIFY(!next.isChecked());
        // A refused click is to be done again.
        m_session->settle(m_session->submitted().last().id,
                          std::unexpected(Error{ErrorKind::NotHolder, u"held"_s, {}}));
        QCoreApplication::processEvents();
        QCOMPARE(next.text(), u"查订单和签收时间"_s);
    }

    void whenAllAreDoneNothingComesNext()
    {
        const auto all = m_session->state().entries.value({u"k-1"_s}).steps;
        for (const auto &step : all)
            m_scribe->write(StepTicked{{u"k-1"_s}, step, true, me, u"林悦"_s}, topic);
        QCoreApplication::processEvents();
        QCOMPARE(steps().progress(), u"5/5"_s);
        QVERIFY(!steps().nextBox().isVisible());
        QVERIFY(steps().isVisible());
    }

    void openedByHandItStaysUntilSomebodyWrites()
    {
        auto &fold = steps().foldButton();
        QVERIFY(fold.isVisible());
        fold.setFocus();
        QTest::keyClick(&fold, Qt::Key_Space);
        QVERIFY(settles());
        QVERIFY(!steps().isFolded());
        QCOMPARE(steps().boxes().size(), 5);
        for (const auto *box : steps().boxes())
            QVERIFY(box->isVisible());
        QVERIFY(!steps().nextBox().isVisible());
        type(1);
        QVERIFY(steps().isFolded());
        QVERIFY(!fold.accessibleName().isEmpty());
    }

    /** Hidden with the focus inside, the row hands it to what opens it again. */
    void theFocusStaysWhenItFolds()
    {
        QTest::mouseClick(&steps().foldButton(), Qt::LeftButton);
        steps().boxes().at(2)->setFocus();
        QVERIFY(steps().boxes().at(2)->hasFocus());
        QTest::mouseClick(&steps().foldButton(), Qt::LeftButton);
        QVERIFY(steps().isFolded());
        QVERIFY(steps().foldButton().hasFocus());
    }

    void aCompactSuggestionIsChosenAlike()
    {
        type(5);
        QVERIFY(suggestions().isCompact());
        QCOMPARE(suggestions().height(), SuggestionBar::heightWhen(true));
        const int before = int(editor().toPlainText().size());
        QTest::mouseClick(&suggestions(), Qt::LeftButton, {}, {40, suggestions().height() / 2});
        QVERIFY(editor().toPlainText().contains(u"按坏的比例退款"_s));
        QVERIFY(int(editor().toPlainText().size()) > before);
    }

    void onAHugeScreenLinesStayReadable()
    {
        resize({3840, 2160});
        const int right = editor().mapTo(stream().parentWidget(), QPoint(editor().width(), 0)).x();
        QVERIFY2(right <= rowContentRight(stream().width()) + 1,
                 qPrintable(QString::number(right)));
        QVERIFY(editor().width() > 600);
        auto *bar = part<OwnershipBar>();
        QCOMPARE(bar->width(), stream().parentWidget()->width());
        grabBoth(*m_host, *m_window, u"room-4k"_s);
    }

    void withoutAColumnThereIsRoomForEverything()
    {
        TimelineModel timeline(m_session.get());
        DeskCommands commands(*m_session);
        ReplyDesk alone(*m_host, *m_session, commands, timeline);
        alone.showTopic(topic);
        alone.resize(500, 200);
        alone.show();
        QVERIFY(alone.checklist().isVisible() && alone.suggestions().isVisible());
        QCOMPARE(alone.checklist().boxes().size(), 5);
        QVERIFY(!alone.checklist().isFolded());
        QVERIFY(!alone.suggestions().isCompact());
    }
};

QTEST_MAIN(TestReplyRoom)
#include "tst_replyroom.moc"
