// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "tests/scenario/deskdriver.h"
#include "tests/scenario/servicerig.h"
#include "widgets/queue/queueview.h"
#include "widgets/signin/signinpage.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::DeskDriver;
using tests::ServiceRig;

namespace {

constexpr int patienceMs = 20'000;
const QString question = u"退款多久能到账？"_s;
const QString rightAnswer = u"退款原路退回，1 到 3 个工作日到账，节假日顺延。"_s;

} // namespace

/** An agent's day through the real window: the platform's simulator on one side, mouse, keyboard
 * and input method on the other, and everything between them as it is shipped. */
class TestDeskWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void wrongPasswordIsSaid();
    void rightPasswordOpensTheDesk();
    void colleagueSignsIn();
    void customerAsksAndBotAnswers();
    void customerWantsAPerson();
    void takesOver();
    void answersByKeyboardAndInputMethod();
    void neverAnswersBlind();
    void quotesTheCustomer();
    void notesStayInside();
    void recallsWhatWaits();
    void sentIsSentOnThisPlatform();
    void correctsTheBot();
    void findsAMessage();
    void findsInTheGroup();
    void writesWhileTheBackendIsGone();
    void handsBack();
    void nextCustomerGetsTheRightAnswer();
    void transfersToTheColleague();
    void colleagueAccepts();

private:
    std::unique_ptr<Console> open(const QTemporaryDir &data);
    bool reply(const QString &text);
    void signIn(const QString &password);
    qsizetype mark() const { return m_rig.sent().size(); }

    QTemporaryDir m_data;
    ServiceRig m_rig;
    DeskDriver m_desk;
    std::unique_ptr<Console> m_console;
    QTemporaryDir m_otherData;
    DeskDriver m_other;                 //!< the colleague's window
    std::unique_ptr<Console> m_second;  //!< its console
};

std::unique_ptr<Console> TestDeskWindow::open(const QTemporaryDir &data)
{
    ConsoleOptions options;
    options.connect = m_rig.backend.url();
    options.data = data.path();
    auto console = std::make_unique<Console>(options);
    if (!console->start())
        console.reset();
    return console;
}

void TestDeskWindow::initTestCase()
{
    const auto why = m_rig.startPlatform();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_rig.start());
    m_console = open(m_data);
    QVERIFY(m_console);
    QVERIFY(m_desk.sitDown());
}

/** What a failure looked like, where a folder for pictures is given. */
void TestDeskWindow::cleanup()
{
    const auto folder = qEnvironmentVariable("QUNTAI_PICTURES");
    if (QTest::currentTestFailed() && !folder.isEmpty())
        m_desk.window().grab().save(folder + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + u".png"_s);
}

void TestDeskWindow::signIn(const QString &password)
{
    QVERIFY(m_desk.clickField(u"密码"_s));
    m_desk.type(password);
    m_desk.key(Qt::Key_Return);
}

void TestDeskWindow::wrongPasswordIsSaid()
{
    QVERIFY(m_desk.the<SignInPage>());
    QVERIFY(m_desk.says(m_rig.backend.url().toString()));
    QVERIFY(m_desk.clickField(u"账号"_s));
    m_desk.type(u"lin"_s);
    signIn(u"not this one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"账号或密码不对"_s), patienceMs);
    QVERIFY(m_desk.the<SignInPage>());
    QVERIFY(!m_desk.says(u"not this one"_s));
    QVERIFY(m_desk.button(u"登录"_s)->isEnabled());
}

void TestDeskWindow::rightPasswordOpensTheDesk()
{
    signIn(BackendProcess::password());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"已连接"_s), patienceMs);
    QVERIFY(!m_desk.the<SignInPage>());
    QVERIFY(m_desk.says(u"还没有话题"_s));
    QVERIFY(m_desk.says(u"lin · 客服"_s));
}

void TestDeskWindow::colleagueSignsIn()
{
    m_second = tests::signedIn(m_other, m_rig.backend, m_otherData.path(), u"zhou"_s, &m_desk);
    QVERIFY(m_second);
    QVERIFY(m_desk.turnTo());
}

void TestDeskWindow::customerAsksAndBotAnswers()
{
    m_rig.say(u"haiyan"_s, question);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.listed(DeskList::Bot).size(), 1, patienceMs);
    QVERIFY(m_desk.clickTopic(m_desk.listed(DeskList::Bot).constFirst()));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.row(u"7 到 15 个工作日"_s).ai, patienceMs);
    QVERIFY(m_desk.isInSight(question));
    QVERIFY(m_desk.row(question).verdict);
    QTRY_COMPARE(m_rig.sent().size(), 1);
}

void TestDeskWindow::customerWantsAPerson()
{
    m_rig.say(u"haiyan"_s, u"你这个不对吧，上次两天就到了，转人工！"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.listed(DeskList::Queue).size(), 1, patienceMs);
    QTRY_VERIFY(m_desk.button(u"接管话题 A"_s));
    QVERIFY(m_desk.says(u"要求人工"_s));
    // Until then the composer writes notes, whatever is pressed.
    QVERIFY(m_desk.field(u"给同事的备注"_s));
    QVERIFY(!m_desk.field(u"回复到群里"_s));
}

void TestDeskWindow::takesOver()
{
    m_desk.key(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"你正在接待话题 A"_s), patienceMs);
    QTRY_COMPARE(m_desk.listed(DeskList::Mine).size(), 1);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"回复到群里"_s));
}

/** Ctrl+Enter, and waits until the editor has let go of the text. */
bool TestDeskWindow::reply(const QString &text)
{
    m_desk.type(text);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    return QTest::qWaitFor([this] { return m_desk.typed().isEmpty(); }, patienceMs);
}

void TestDeskWindow::answersByKeyboardAndInputMethod()
{
    const auto count = mark();
    m_desk.type(u"海燕您好，"_s);
    m_desk.preedit(u"cha dan"_s);
    // The input method has the keys now; even a stray Ctrl+Enter sends nothing half-typed.
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk.typed(), u"海燕您好，"_s);
    m_desk.compose({u"cha dan yi"_s, u"查单一下"_s}, u"我查一下单子。"_s);
    const auto text = u"海燕您好，我查一下单子。"_s;
    QCOMPARE(m_desk.typed(), text);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, patienceMs);
    // WeCom tells a bot no nicknames, so nothing stands before the words of the agent.
    QCOMPARE(m_rig.sent().last(), text);
    QTRY_VERIFY(m_desk.typed().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.row(text).delivery, patienceMs);
    QTRY_COMPARE(m_desk.row(text).delivery->text, u"已发送"_s);
}

void TestDeskWindow::neverAnswersBlind()
{
    const auto count = mark();
    m_desk.type(u"明天到账。"_s);
    for (const auto &more : {u"退款到底多久能到账？我的单号是 2206"_s, u"退款是退到银行卡吗？"_s,
                             u"退款今天能到吗？"_s})
        m_rig.say(u"haiyan"_s, more);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.button(u"3 条新消息，先看"_s), patienceMs);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_desk.button(u"发送"_s));
    QVERIFY(m_desk.isInSight(u"退款今天能到吗？"_s));
    QCOMPARE(m_desk.typed(), u"明天到账。"_s);
    QCOMPARE(mark(), count);
    // Meanwhile the backend keeps it for the person's next seat.
    const auto kept = [this] {
        return std::ranges::contains(m_rig.editor.state().drafts, u"明天到账。"_s, &Draft::text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(kept(), patienceMs);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, patienceMs);
    QCOMPARE(m_rig.sent().last(), u"明天到账。"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!kept(), patienceMs);
}

void TestDeskWindow::quotesTheCustomer()
{
    const auto count = mark();
    QTRY_VERIFY(m_desk.act(u"我的单号是 2206"_s, RowAction::Quote));
    QTRY_VERIFY(m_desk.says(u"引用 haiyan"_s));
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"回复到群里"_s));
    QVERIFY(reply(u"2206 单银行已受理。"_s));
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, patienceMs);
    QCOMPARE(m_rig.sent().last(), u"2206 单银行已受理。"_s);
    // It answers that very message: the third one the customer wrote.
    QCOMPARE(m_rig.delivered().last()[u"req_id"].toString(), m_rig.requestOf(2));
    QVERIFY(!m_desk.says(u"引用 haiyan"_s));
    QTRY_VERIFY(m_desk.row(u"2206 单银行已受理。"_s).quote.contains(u"我的单号是 2206"_s));
}

void TestDeskWindow::notesStayInside()
{
    m_desk.key(Qt::Key_Semicolon, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"给同事的备注"_s));
    QVERIFY(reply(u"客户很急，优先处理"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.row(u"客户很急"_s).kind, RowKind::Note, patienceMs);
    m_desk.key(Qt::Key_Semicolon, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"回复到群里"_s));
}

void TestDeskWindow::recallsWhatWaits()
{
    const auto count = mark();
    // The platform cannot be reached: what is said now waits.
    m_rig.platform.order({{u"do"_s, u"refuse"_s}, {u"ms"_s, 600'000}});
    m_rig.platform.order({{u"do"_s, u"drop"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.editor.state().connectors.value(u"wx"_s).state
                                 != ConnectorState::Connected,
                             patienceMs);
    QVERIFY(reply(u"这句不该发"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.row(u"这句不该发"_s).kind, RowKind::Message, patienceMs);
    m_desk.key(Qt::Key_Z, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.row(u"这句不该发"_s).delivery, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.row(u"这句不该发"_s).delivery->text, u"已撤回"_s, patienceMs);
    m_rig.platform.order({{u"do"_s, u"refuse"_s}, {u"ms"_s, 0}});
    QVERIFY(reply(u"稍后再和您确认。"_s));
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, 60'000);
    QCOMPARE(m_rig.sent().last(), u"稍后再和您确认。"_s);
}

/** A refusal is said where the person looks, in their language. */
void TestDeskWindow::sentIsSentOnThisPlatform()
{
    QTRY_VERIFY(m_desk.row(u"稍后再和您确认。"_s).delivery);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.row(u"稍后再和您确认。"_s).delivery->text, u"已发送"_s, patienceMs);
    m_desk.key(Qt::Key_Z, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"这个平台不能撤回已发出的消息"_s), patienceMs);
    m_desk.type(u"好"_s);
    QTRY_VERIFY(!m_desk.says(u"这个平台不能撤回已发出的消息"_s));
    m_desk.key(Qt::Key_Backspace);
    QVERIFY(m_desk.typed().isEmpty());
}

void TestDeskWindow::correctsTheBot()
{
    m_desk.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"正确回答"_s));
    QVERIFY(m_desk.typed().contains(u"7 到 15 个工作日"_s));
    m_desk.key(Qt::Key_A, Qt::ControlModifier);
    m_desk.type(rightAnswer);
    QVERIFY(m_desk.press(u"事实错误"_s));
    QVERIFY(m_desk.press(u"对比"_s));
    QTRY_VERIFY(m_desk.says(rightAnswer));
    QVERIFY(m_desk.says(u"7 到 15 个工作日"_s));
    QVERIFY(m_desk.press(u"编辑"_s));
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"正确回答"_s));
    // The group is not told this time; tst_desk_composer does that.
    auto *send = m_desk.the<QCheckBox>();
    QVERIFY(send && send->isChecked());
    QTest::mouseClick(send, Qt::LeftButton, {}, {8, send->height() / 2});
    QVERIFY(!send->isChecked());
    QVERIFY(m_desk.clickField(u"正确回答"_s));
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk.field(u"正确回答"_s), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_rig.editor.state().entries.value(ServiceRig::refundEntry()).answer, rightAnswer, patienceMs);
}

void TestDeskWindow::findsAMessage()
{
    // Enough to push the first question out of sight.
    const auto many = QStringList(12, u"谢谢，我等着。"_s).join(u'\n');
    for (int i = 1; i <= 3; ++i)
        m_rig.say(u"haiyan"_s, u"%1\n退款第 %2 问：还要多久？"_s.arg(many).arg(i));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.isInSight(u"退款第 3 问"_s), patienceMs);
    QVERIFY(!m_desk.isInSight(u"7 到 15 个工作日"_s));
    m_desk.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"搜索全部消息"_s));
    m_desk.type(u"个工作日"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.rowsOf(u"搜索结果"_s), 1, patienceMs);
    m_desk.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.isInSight(u"7 到 15 个工作日"_s), patienceMs);
    m_desk.key(Qt::Key_Escape);
    QTRY_VERIFY(m_desk.the<QueueView>());
}

void TestDeskWindow::findsInTheGroup()
{
    m_desk.key(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"在本群内查找"_s));
    m_desk.type(u"退款 第 2 问"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"1 / 1"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.isInSight(u"退款第 2 问"_s), patienceMs);
    m_desk.key(Qt::Key_Escape);
    QTRY_VERIFY(!m_desk.field(u"在本群内查找"_s));
    QVERIFY(m_desk.the<TimelineView>()->hasFocus());
}

void TestDeskWindow::writesWhileTheBackendIsGone()
{
    const auto count = mark();
    const auto text = u"退款已加急，离线也不会丢。"_s;
    const auto port = QString::number(m_rig.backend.url().port());
    m_rig.backend.kill();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"离线"_s), 60'000);
    QTRY_VERIFY(m_desk.button(u"立即重连"_s));
    QVERIFY(m_desk.clickField(u"回复到群里"_s));
    // What came before the backend went away has been seen first.
    if (m_desk.button(u"3 条新消息，先看"_s))
        QVERIFY(m_desk.press(u"3 条新消息，先看"_s));
    QVERIFY(reply(text));
    QTRY_COMPARE(m_desk.row(text).kind, RowKind::Pending);
    QVERIFY(m_desk.says(u"待发送 1"_s));
    m_desk.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_desk.says(u"等待连接，连上后自动发出"_s));
    QVERIFY(m_desk.says(text));

    QVERIFY(m_rig.backend.start({u"--listen"_s, u"127.0.0.1:"_s + port}));
    if (m_desk.button(u"立即重连"_s))
        m_desk.press(u"立即重连"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"没有待发送的内容"_s), patienceMs);
    QCOMPARE(m_rig.sent().last(), text);
    QTRY_COMPARE(m_desk.rows(text), 1);
    QVERIFY(m_desk.says(u"已连接"_s));
    m_desk.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
}

void TestDeskWindow::handsBack()
{
    m_desk.key(Qt::Key_F2);
    QTRY_COMPARE(QApplication::focusWidget(), m_desk.field(u"说了什么、承诺了什么"_s));
    // What was said is there already; the person adds what only they know.
    QVERIFY(m_desk.typed().contains(u"2206 单银行已受理。"_s));
    QVERIFY(!m_desk.typed().contains(u"这句不该发"_s));
    m_desk.key(Qt::Key_End, Qt::ControlModifier);
    m_desk.type(u"答应明天到账"_s);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.button(u"接管话题 A"_s), patienceMs);
    QTRY_COMPARE(m_desk.listed(DeskList::Mine).size(), 0);
    const auto topics = m_rig.editor.state().topics;
    QVERIFY(topics.isEmpty() || !m_desk.field(u"回复到群里"_s));
}

void TestDeskWindow::nextCustomerGetsTheRightAnswer()
{
    m_rig.say(u"wang"_s, u"请问退的钱几天能到账呀"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().last().contains(u"1 到 3 个工作日"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.row(u"1 到 3 个工作日"_s).ai, patienceMs);
    for (const auto &text : m_rig.sent()) {
        QVERIFY2(!text.contains(u"客户很急"_s) && !text.contains(u"这句不该发"_s), qPrintable(text));
    }
    QCOMPARE(m_rig.sent().filter(u"离线也不会丢"_s).size(), 1);
}

/** Both were at work when the backend was killed. The colleague's console comes back by itself, which
 * may take longer (30 s) than an offer stands (20 s): nobody offers a topic to who is not there. */
void TestDeskWindow::transfersToTheColleague()
{
    QElapsedTimer back;
    back.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_other.says(u"已连接"_s), 60'000);
    qInfo("the colleague's console was back after %lld ms", back.elapsed());
    m_rig.say(u"wang"_s, u"还是不对，转人工！"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.listed(DeskList::Queue).size(), 1, patienceMs);
    QVERIFY(m_desk.turnTo());
    QVERIFY(m_desk.clickTopic(m_desk.listed(DeskList::Queue).constFirst()));
    m_desk.key(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.field(u"回复到群里"_s), patienceMs);
    m_desk.key(Qt::Key_F4);
    QTRY_VERIFY(m_desk.clickLine(u"在线同事"_s, u"zhou"_s));
    QVERIFY(m_desk.clickField(u"同事需要知道什么"_s));
    m_desk.type(u"王先生要查退款"_s);
    m_desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_other.offerLeft(), patienceMs);
    QVERIFY2(*m_other.offerLeft() > 0 && *m_other.offerLeft() <= 20'000,
             qPrintable(QString::number(*m_other.offerLeft())));
    QVERIFY(!m_desk.offerLeft());
}

void TestDeskWindow::colleagueAccepts()
{
    QVERIFY(m_other.turnTo());
    QVERIFY(m_other.clickTopic(m_other.listed(DeskList::Queue).constFirst()));
    m_other.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_other.listed(DeskList::Mine).size(), 1, patienceMs);
    QVERIFY(m_other.tells(u"王先生要查退款"_s));
    const auto count = mark();
    QTRY_VERIFY(m_other.clickField(u"回复到群里"_s));
    m_other.type(u"王先生，我来接着查。"_s);
    m_other.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(mark(), count + 1, patienceMs);
    QCOMPARE(m_rig.sent().last(), u"王先生，我来接着查。"_s);
    // Who gave it away writes notes there, and nothing else.
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.says(u"zhou 正在接待话题"_s), patienceMs);
    QVERIFY(m_desk.field(u"给同事的备注"_s));
    QVERIFY(!m_desk.field(u"回复到群里"_s));
    QCOMPARE(m_desk.listed(DeskList::Mine).size(), 0);
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskWindow>(argc, argv);
}

#include "tst_desk_window.moc"
