// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/deskrig.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::DeskRig;

namespace {

constexpr int patienceMs = 60'000;
constexpr int noticedMs = 16'000;  // three pings of five seconds, and one more
const QString reply = u"我查一下，请稍等。"_s;

} // namespace

/** What the person at the window sees and keeps when its link stands but leads nowhere. */
class TestDeskLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_rig.keepPicture(); }
    void silentRoadIsToldAndTheTextIsKept();
    void whatWaitedComesWithTheRoad();

private:
    bool sends(const QString &text)
    {
        m_rig.desk.type(text);
        m_rig.desk.key(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return m_rig.desk.typed().isEmpty(); }, patienceMs);
    }

    DeskRig m_rig;
};

void TestDeskLink::initTestCase()
{
    m_rig.overRoad = true;
    QVERIFY(m_rig.start());
    QVERIFY(m_rig.say(1, u"退款多久能到账"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig.desk.listed(DeskList::Bot).isEmpty(), patienceMs);
    QVERIFY(m_rig.desk.clickTopic(m_rig.desk.listed(DeskList::Bot).constFirst()));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.desk.row(u"7 到 15 个工作日"_s).ai, patienceMs);
    m_rig.desk.key(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() == m_rig.desk.field(u"回复到群里"_s),
                             patienceMs);
}

void TestDeskLink::silentRoadIsToldAndTheTextIsKept()
{
    QElapsedTimer timer;
    timer.start();
    m_rig.road.hold();
    QVERIFY(sends(reply));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.desk.says(u"后端没有响应。"_s), noticedMs);
    QVERIFY2(timer.elapsed() <= noticedMs, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!m_rig.desk.says(u"已连接"_s));
    QVERIFY(m_rig.desk.says(u"待发送 1"_s));
    QCOMPARE(m_rig.desk.row(reply).kind, RowKind::Pending);
    QVERIFY(!m_rig.sent().contains(reply));
}

void TestDeskLink::whatWaitedComesWithTheRoad()
{
    const auto before = m_rig.desk.listed(DeskList::Bot).size();
    QVERIFY(m_rig.say(2, u"怎么开发票"_s)); // another's question is nothing the reply was blind to
    QCOMPARE(m_rig.desk.listed(DeskList::Bot).size(), before);
    m_rig.road.release();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.desk.says(u"已连接"_s), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.sent().count(reply), 1, patienceMs);
    QTRY_VERIFY(m_rig.desk.says(u"待发送 0"_s));
    QVERIFY(!m_rig.desk.says(u"后端没有响应。"_s));
    QTRY_COMPARE(m_rig.desk.listed(DeskList::Bot).size(), before + 1);
    QCOMPARE(m_rig.desk.rows(reply), 1);
    QCOMPARE(m_rig.sent().count(reply), 1);
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskLink>(argc, argv);
}

#include "tst_desk_link.moc"
