// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "tests/scenario/deskdriver.h"
#include "tests/scenario/servicerig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/composer/helpline.h"
#include "widgets/handover/helppanel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::DeskDriver;
using tests::RawConsole;
using tests::ServiceRig;
using tests::signedIn;

namespace {

constexpr int patienceMs = 20'000;
const QString plea = u"退款一直没到，转人工！"_s;
const QString secret = u"可以免运费，仅此一次"_s;

} // namespace

/** A supervisor is asked and a colleague invited from real windows; the group hears nothing of what
 * they say among themselves. */
class TestDeskHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSupervisorIsAskedAndWhispers();
    void theColleagueIsInvitedAndWrites();
    void theHolderSendsTheColleaguesWords();

private:
    Topic topic() const { return *m_boss.state().topics.cbegin(); }
    /** The lines about help in that window; none where it is not seen. */
    static QStringList lines(const DeskDriver &desk)
    {
        const auto *line = desk.the<HelpLine>();
        return line ? line->lines() : QStringList{};
    }
    /** Presses the first thing that line offers. */
    static bool pressFirst(const DeskDriver &desk)
    {
        auto *line = desk.the<HelpLine>();
        auto *button = line ? line->findChild<ActionButton *>() : nullptr;
        if (!button)
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    ServiceRig m_rig;
    RawConsole m_boss;
    QTemporaryDir m_linData;
    QTemporaryDir m_zhouData;
    DeskDriver m_lin;
    DeskDriver m_zhou;
    std::unique_ptr<Console> m_first;
    std::unique_ptr<Console> m_second;
};

void TestDeskHelp::initTestCase()
{
    const auto why = m_rig.startPlatform();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(m_rig.backend.addUser(u"boss"_s, u"supervisor"_s).code, 0);
    QVERIFY(m_rig.start());
    QVERIFY(m_boss.join(m_rig.backend.url(), u"boss"_s, BackendProcess::password()));
    m_first = signedIn(m_lin, m_rig.backend, m_linData.path(), u"lin"_s);
    QVERIFY(m_first);
    m_second = signedIn(m_zhou, m_rig.backend, m_zhouData.path(), u"zhou"_s, &m_lin);
    QVERIFY(m_second);
    m_rig.say(u"haiyan"_s, plea);
    // The colleague has it open too, and keeps it so: what is not for them would be seen.
    QTRY_VERIFY_WITH_TIMEOUT(!m_zhou.listed(DeskList::Queue).isEmpty(), patienceMs);
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Queue).constFirst()));
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.rows(plea), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_lin.listed(DeskList::Queue).isEmpty(), patienceMs);
    QVERIFY(m_lin.turnTo());
    QVERIFY(m_lin.clickTopic(m_lin.listed(DeskList::Queue).constFirst()));
    m_lin.key(Qt::Key_F2);
    QTRY_COMPARE_WITH_TIMEOUT(m_lin.listed(DeskList::Mine).size(), 1, patienceMs);
}

void TestDeskHelp::theSupervisorIsAskedAndWhispers()
{
    QVERIFY(m_lin.turnTo());
    m_lin.key(Qt::Key_F7);
    QTRY_VERIFY(m_lin.the<HelpPanel>());
    m_lin.type(u"能免运费吗"_s);
    m_lin.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(topic().help, patienceMs);
    QCOMPARE(topic().help->question, u"能免运费吗"_s);
    QTRY_COMPARE_WITH_TIMEOUT(lines(m_lin).size(), 1, patienceMs);
    QVERIFY(lines(m_zhou).isEmpty());
    QVERIFY(m_boss.run(Whisper{topic().id, secret}));
    QTRY_VERIFY_WITH_TIMEOUT(lines(m_lin).isEmpty(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.rows(secret) == 1, patienceMs);
    QCOMPARE(m_zhou.rows(plea), 1);
    QCOMPARE(m_zhou.rows(secret), 0);
}

void TestDeskHelp::theColleagueIsInvitedAndWrites()
{
    QVERIFY(m_lin.turnTo());
    m_lin.key(Qt::Key_F7, Qt::ShiftModifier);
    QTRY_VERIFY(m_lin.the<HelpPanel>());
    auto *list = m_lin.the<HelpPanel>()->findChild<QListWidget *>();
    const auto zhou = list->findItems(u"zhou"_s, Qt::MatchContains);
    QCOMPARE(zhou.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(zhou.first()).center());
    m_lin.key(Qt::Key_Tab);
    m_lin.type(u"帮看下退款"_s);
    m_lin.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(topic().guests.size(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Queue).size(), 1, patienceMs);
    QVERIFY(m_zhou.turnTo());
    QVERIFY(m_zhou.clickTopic(m_zhou.listed(DeskList::Queue).constFirst()));
    QTRY_COMPARE(lines(m_zhou).size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.rows(plea), 1, patienceMs);  // the stream is there, and …
    QCOMPARE(m_zhou.rows(secret), 0);
    QVERIFY(pressFirst(m_zhou));
    QTRY_COMPARE_WITH_TIMEOUT(m_zhou.listed(DeskList::Mine).size(), 1, patienceMs);
    QVERIFY(isGuest(topic(), {u"zhou"_s}));
    QCOMPARE(m_zhou.rows(secret), 0);
    m_zhou.key(Qt::Key_F2);  // there is nothing for a guest to take
    QCOMPARE(topic().lease->user, UserId{u"lin"_s});
}

void TestDeskHelp::theHolderSendsTheColleaguesWords()
{
    const auto words = u"银行一般三个工作日内到账，请您再等等。"_s;
    const auto before = m_rig.sent().size();
    QVERIFY(m_zhou.turnTo());
    QTRY_VERIFY(m_zhou.clickField(u"给同事的备注"_s));
    m_zhou.type(words);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.the<ColleagueLine>()
                                 && m_lin.the<ColleagueLine>()->ghost().contains(words),
                             patienceMs);
    QCOMPARE(m_rig.sent().size(), before);
    QVERIFY(m_lin.turnTo());
    QVERIFY(m_lin.clickField(u"回复到群里"_s));
    m_lin.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_lin.typed(), words);
    m_lin.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.sent().contains(words), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_lin.the<ColleagueLine>() == nullptr
                                 || m_lin.the<ColleagueLine>()->ghost().isEmpty(),
                             patienceMs);
    QVERIFY(!m_rig.sent().contains(secret));
    QVERIFY(!m_rig.sent().join(u'\n').contains(u"帮看下退款"_s));
}

} // namespace quntai

int main(int argc, char **argv)
{
    return quntai::tests::runAtTheDesk<quntai::TestDeskHelp>(argc, argv);
}

#include "tst_desk_help.moc"
