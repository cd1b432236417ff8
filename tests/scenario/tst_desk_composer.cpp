// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/deskrig.h"
#include "widgets/composer/picklist.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/sourcepanel.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::DeskRig;

namespace {

constexpr int patienceMs = 30'000;
const QString question = u"退款多久能到账"_s;

} // namespace

/** What an agent writes, thinks again about, and puts right, in the real window. */
class TestDeskComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_rig.keepPicture(); }
    void theSourceIsReadHere();
    void aSlipIsTakenBackByEsc();
    void aSlipIsTakenBackByAltZ();
    void cannedRepliesOfThisGroup();
    void somebodyIsAddressedByNickname();
    void whatIsWrongShowsBeforeSending();
    void aHeldTextSurvivesTheProgram();
    void theWrongAnswerIsPutRightInTheGroup();

private:
    bool isReady()
    {
        return QTest::qWaitFor([this] {
            return QApplication::focusWidget() == m_rig.desk.field(u"回复到群里"_s)
                && m_rig.desk.typed().isEmpty();
        }, patienceMs);
    }
    bool sends(const QString &text)
    {
        m_rig.desk.type(text);
        m_rig.desk.key(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return m_rig.desk.typed().isEmpty(); }, patienceMs);
    }
    void empty()
    {
        m_rig.desk.key(Qt::Key_A, Qt::ControlModifier);
        m_rig.desk.key(Qt::Key_Delete);
    }

    DeskRig m_rig;
};

void TestDeskComposer::initTestCase()
{
    QVERIFY(m_rig.start());
    QVERIFY(m_rig.editor.run(PutCanned{{{u"q-1"_s}, 0, u"催银行退款"_s, u"tk"_s,
                                        u"{{称呼}}，{{客服}}这就去催银行。"_s, {}, {}}}));
    QVERIFY(m_rig.editor.run(PutCanned{{{u"q-2"_s}, 0, u"退票"_s, u"tp"_s, u"不是这个群的。"_s,
                                        {{u"ob/9"_s}}, {}}}));
    QVERIFY(m_rig.say(1, question));
    QVERIFY(m_rig.say(2, u"大家好呀"_s, false));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig.desk.listed(DeskList::Bot).isEmpty(), patienceMs);
    QVERIFY(m_rig.desk.clickTopic(m_rig.desk.listed(DeskList::Bot).constFirst()));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.message(u"7 到 15 个工作日"_s), patienceMs);
}

/** An agent has no work in the studio: what the bot answered from is shown where one is. */
void TestDeskComposer::theSourceIsReadHere()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.desk.row(u"7 到 15 个工作日"_s).ai, patienceMs);
    QTRY_VERIFY(m_rig.desk.act(u"7 到 15 个工作日"_s, RowAction::OpenEntry));
    QTRY_VERIFY(m_rig.desk.the<SourcePanel>());
    QVERIFY(m_rig.desk.says(u"退款原路退回，一般 7 到 15 个工作日到账。"_s));
    m_rig.desk.key(Qt::Key_Escape);
    QTRY_VERIFY(!m_rig.desk.the<SourcePanel>());
}

void TestDeskComposer::aSlipIsTakenBackByEsc()
{
    m_rig.desk.key(Qt::Key_F2);
    QVERIFY(isReady());
    const auto slip = u"明天到帐。"_s;
    QVERIFY(sends(slip));
    QTRY_COMPARE(m_rig.desk.row(slip).kind, RowKind::Pending);
    QVERIFY(m_rig.desk.row(slip).recallUntil.isSet());
    m_rig.desk.key(Qt::Key_Escape);
    QTRY_COMPARE(m_rig.desk.typed(), slip);
    QTRY_COMPARE(m_rig.desk.rows(slip), 0);
    empty();
    const auto right = u"明天到账。"_s;
    QVERIFY(sends(right));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(right), patienceMs);
    QVERIFY(!m_rig.sent().contains(slip));
    QVERIFY(!m_rig.message(slip));
}

void TestDeskComposer::aSlipIsTakenBackByAltZ()
{
    const auto slip = u"这句先别发"_s;
    QVERIFY(sends(slip));
    m_rig.desk.type(u"后来写的"_s);
    m_rig.desk.key(Qt::Key_Z, Qt::AltModifier);
    // What was written since stays behind it.
    QTRY_COMPARE(m_rig.desk.typed(), slip + u"\n后来写的"_s);
    empty();
    QVERIFY(sends(u"请稍等。"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(u"请稍等。"_s), patienceMs);
    QVERIFY(!m_rig.sent().contains(slip));
}

void TestDeskComposer::cannedRepliesOfThisGroup()
{
    QTRY_VERIFY(QApplication::focusWidget() == m_rig.desk.field(u"回复到群里"_s));
    m_rig.desk.type(u"/t"_s);
    QTRY_VERIFY(m_rig.desk.the<PickList>());
    QCOMPARE(m_rig.desk.the<PickList>()->count(), 1);
    m_rig.desk.key(Qt::Key_Return);
    QTRY_VERIFY(m_rig.desk.typed().contains(u"lin这就去催银行。"_s));
    QVERIFY(!m_rig.desk.typed().contains(u"/t"_s));
    QVERIFY(!m_rig.desk.typed().contains(u"{{"_s));
    empty();
}

void TestDeskComposer::somebodyIsAddressedByNickname()
{
    m_rig.desk.type(u"@2"_s);
    QTRY_VERIFY(m_rig.desk.the<PickList>());
    m_rig.desk.key(Qt::Key_Return);
    QTRY_VERIFY(m_rig.desk.typed().isEmpty());
    const auto text = u"两位都看一下。"_s;
    QVERIFY(sends(text));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.message(text), patienceMs);
    QVERIFY(m_rig.message(text)->mentions.contains(MemberId{u"ob/2"_s}));
}

void TestDeskComposer::whatIsWrongShowsBeforeSending()
{
    const auto *edit = m_rig.desk.the<ReplyEdit>();
    QVERIFY(edit);
    m_rig.desk.type(u"请打13800138000"_s);
    QTRY_COMPARE(edit->extraSelections().size(), 1);
    QCOMPARE(edit->extraSelections().constFirst().cursor.selectedText(), u"13800138000"_s);
    empty();
    QTRY_VERIFY(edit->extraSelections().isEmpty());
}

/** Closed within the three seconds: neither lost nor said twice. */
void TestDeskComposer::aHeldTextSurvivesTheProgram()
{
    const auto text = u"关掉窗口也会发出。"_s;
    QVERIFY(sends(text));
    QTRY_COMPARE(m_rig.desk.row(text).kind, RowKind::Pending);
    m_rig.close();
    QVERIFY(!m_rig.sent().contains(text));
    QVERIFY(m_rig.reopen());
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(text), patienceMs);
    QCOMPARE(m_rig.sent().count(text), 1);
}

void TestDeskComposer::theWrongAnswerIsPutRightInTheGroup()
{
    const auto right = u"退款原路退回，1 到 3 个工作日到账。"_s;
    QVERIFY(m_rig.desk.clickTopic(m_rig.topic(question).title));
    m_rig.desk.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_rig.desk.field(u"正确回答"_s));
    m_rig.desk.key(Qt::Key_A, Qt::ControlModifier);
    m_rig.desk.type(right);
    const auto wrong = m_rig.message(u"7 到 15 个工作日"_s)->id;
    m_rig.desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(right), patienceMs);
    const auto said = m_rig.message(right);
    QVERIFY(said);
    QCOMPARE(said->author.id, u"lin"_s);
    QCOMPARE(m_rig.editor.state().entries.value({u"k-refund"_s}).answer, right);
    const auto old = findMessage(m_rig.editor.state(), DeskRig::groupId(), wrong);
    QVERIFY(old);
    // Within two minutes it is recalled and the question quoted, later it is quoted itself.
    const bool recalled = old->delivery == Delivery::Recalled;
    QCOMPARE(said->quote.get(), recalled ? m_rig.message(question)->id : wrong);
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskComposer>(argc, argv);
}

#include "tst_desk_composer.moc"
