// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/deskrig.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/lanes/undobar.h"
#include "widgets/timeline/findbar.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::DeskRig;

namespace {

constexpr int patienceMs = 30'000;
const QString refund = u"退款多久能到账"_s;
const QString invoice = u"怎么开发票"_s;
const QString more = u"退款能退到微信吗"_s;

} // namespace

/** An agent sorts the topics of a group in the real window, and takes every step back. */
class TestDeskLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_rig.keepPicture(); }
    void twoTopicsStandInTheGroup();
    void aMessageIsDraggedOntoARow();
    void aMessageIsDraggedOntoATab();
    void aDragThatIsLetGoNowhereChangesNothing();
    void aMessageMovesByKeys();
    void aTopicIsSplitByKey();
    void topicsAreMerged();
    void aTopicIsResolvedAndReopened();
    void sendingCanResolve();
    void theHeadFindsInTheGroup();

private:
    /** In the backend, and in what the window shows. */
    bool isIn(const QString &text, const TopicId &topic)
    {
        return QTest::qWaitFor([&] {
            return m_rig.topicOf(text) == topic && m_rig.desk.row(text).topic == topic;
        }, patienceMs);
    }
    void undo() { m_rig.desk.key(Qt::Key_Z, Qt::AltModifier); }
    LaneBar &lanes() const { return *m_rig.desk.the<LaneBar>(); }

    DeskRig m_rig;
    TopicId m_a;
    TopicId m_b;
};

void TestDeskLanes::initTestCase()
{
    QVERIFY(m_rig.start());
}

void TestDeskLanes::twoTopicsStandInTheGroup()
{
    QVERIFY(m_rig.say(1, refund));
    QVERIFY(m_rig.say(2, invoice));
    QVERIFY(m_rig.say(1, more));
    m_a = m_rig.topicOf(refund);
    m_b = m_rig.topicOf(invoice);
    QVERIFY(!m_a.isEmpty() && !m_b.isEmpty() && m_a != m_b);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.topicOf(more), m_a, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig.desk.listed(DeskList::Bot).isEmpty(), patienceMs);
    QVERIFY(m_rig.desk.clickTopic(m_rig.desk.listed(DeskList::Bot).constFirst()));
    QTRY_VERIFY(!lanes().tabRect(m_a).isNull());
    QTRY_VERIFY(!lanes().tabRect(m_b).isNull());
    QTRY_VERIFY(!m_rig.avatarOf(more).isNull());
}

void TestDeskLanes::aMessageIsDraggedOntoARow()
{
    const auto target = m_rig.avatarOf(invoice) + QPoint(120, 0);
    QVERIFY(m_rig.drag(more, *m_rig.stream().viewport(), target));
    QVERIFY(isIn(more, m_b));
    QCOMPARE(m_rig.message(more)->link, LinkRule::Human);
    QTRY_VERIFY(m_rig.desk.the<UndoBar>());
    undo();
    QVERIFY(isIn(more, m_a));
}

void TestDeskLanes::aMessageIsDraggedOntoATab()
{
    QVERIFY(m_rig.drag(more, lanes(), lanes().tabRect(m_b).center()));
    QVERIFY(isIn(more, m_b));
    undo();
    QVERIFY(isIn(more, m_a));
}

void TestDeskLanes::aDragThatIsLetGoNowhereChangesNothing()
{
    const auto before = m_rig.editor.position(u"p0"_s);
    // Over its own topic, and beyond the window.
    QVERIFY(m_rig.drag(more, *m_rig.stream().viewport(), m_rig.avatarOf(refund) + QPoint(120, 0)));
    QVERIFY(m_rig.drag(more, m_rig.desk.window(), {-40, -40}));
    // Something else goes through afterwards; nothing went before it.
    QVERIFY(m_rig.drag(more, lanes(), lanes().tabRect(m_b).center()));
    QVERIFY(isIn(more, m_b));
    int moves = 0;
    for (const auto &event : m_rig.editor.events()) {
        const bool moved = event.stream == u"p0" && event.seq > before
            && std::holds_alternative<TopicLinked>(event.data);
        moves += moved ? 1 : 0;
    }
    QCOMPARE(moves, 1);
    undo();
    QVERIFY(isIn(more, m_a));
}

void TestDeskLanes::aMessageMovesByKeys()
{
    QVERIFY(m_rig.clickRow(more));
    const auto step = [this](Qt::Key key) {
        m_rig.desk.key(key, Qt::ControlModifier | Qt::ShiftModifier);
    };
    const bool below = m_rig.topic(invoice).lane > m_rig.topic(refund).lane;
    step(below ? Qt::Key_Down : Qt::Key_Up);
    QVERIFY(isIn(more, m_b));
    // There is nothing further on that side.
    step(below ? Qt::Key_Down : Qt::Key_Up);
    step(below ? Qt::Key_Up : Qt::Key_Down);
    QVERIFY(isIn(more, m_a));
    undo();
    QVERIFY(isIn(more, m_b));
    step(below ? Qt::Key_Up : Qt::Key_Down);
    QVERIFY(isIn(more, m_a));
}

void TestDeskLanes::aTopicIsSplitByKey()
{
    QVERIFY(m_rig.clickRow(more));
    m_rig.desk.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.topicOf(more) != m_a, patienceMs);
    const auto made = m_rig.topicOf(more);
    QCOMPARE(m_rig.topicOf(refund), m_a);
    QTRY_VERIFY(!lanes().tabRect(made).isNull());
    undo();
    QVERIFY(isIn(more, m_a));
    QTRY_VERIFY(lanes().tabRect(made).isNull());
}

void TestDeskLanes::topicsAreMerged()
{
    QVERIFY(m_rig.desk.clickTopic(m_rig.editor.state().topics.value(m_a).title));
    m_rig.desk.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_rig.menu());
    QTest::keyClick(m_rig.menu(), Qt::Key_Down);
    QTest::keyClick(m_rig.menu(), Qt::Key_Return);
    QVERIFY(isIn(refund, m_b));
    QVERIFY(isIn(more, m_b));
    QTRY_COMPARE(m_rig.editor.state().topics.value(m_a).state, TopicState::Merged);
    undo();
    QVERIFY(isIn(refund, m_a));
    QVERIFY(isIn(more, m_a));
    QCOMPARE(m_rig.topicOf(invoice), m_b);
    QTRY_VERIFY(!lanes().tabRect(m_a).isNull());
}

void TestDeskLanes::aTopicIsResolvedAndReopened()
{
    QVERIFY(m_rig.desk.clickTopic(m_rig.topic(invoice).title));
    m_rig.desk.key(Qt::Key_F3);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.editor.state().topics.value(m_b).state, TopicState::Resolved,
                              patienceMs);
    undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.editor.state().topics.value(m_b).state, TopicState::Bot,
                              patienceMs);
}

void TestDeskLanes::sendingCanResolve()
{
    m_rig.desk.key(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.desk.field(u"回复到群里"_s), patienceMs);
    QTRY_COMPARE(QApplication::focusWidget(), m_rig.desk.field(u"回复到群里"_s));
    const auto text = u"电子发票发到您邮箱了。"_s;
    m_rig.desk.type(text);
    m_rig.desk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(text), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.editor.state().topics.value(m_b).state, TopicState::Resolved,
                              patienceMs);
    QCOMPARE(m_rig.sent().count(text), 1);
}

void TestDeskLanes::theHeadFindsInTheGroup()
{
    auto *button = m_rig.desk.button(u"在本群查找"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(QApplication::focusWidget(), m_rig.desk.field(u"在本群内查找"_s));
    m_rig.desk.key(Qt::Key_Escape);
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskLanes>(argc, argv);
}

#include "tst_desk_lanes.moc"
