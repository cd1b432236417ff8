// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/signin/signinpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestSignIn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::newRow("bare") << u"kf.example.com"_s << u"wss://kf.example.com"_s;
        QTest::newRow("port") << u" kf.example.com:8443 "_s << u"wss://kf.example.com:8443"_s;
        QTest::newRow("loopback") << u"ws://127.0.0.1:4000"_s << u"ws://127.0.0.1:4000"_s;
        QTest::newRow("plain elsewhere") << u"ws://kf.example.com"_s << QString();
        QTest::newRow("http") << u"https://kf.example.com"_s << QString();
        QTest::newRow("password in it") << u"wss://a:b@kf.example.com"_s << QString();
        QTest::newRow("empty") << u"  "_s << QString();
        QTest::newRow("spaces") << u"kf example"_s << QString();
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QCOMPARE(serverFromText(text).toString(), url);
    }

    void signsInByHand()
    {
        SignInPage page(*m_host);
        page.resize(760, 560);
        page.setServer(QUrl(u"wss://kf.example.com"_s));
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.focusFirst();
        QSignalSpy sent(&page, &SignInPage::submitted);
        const auto fields = page.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 3);
        QVERIFY(fields.at(1)->hasFocus());
        QTest::keyClick(fields.at(1), Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        grabBoth(*m_host, page, u"signin-problem"_s);
        QTest::keyClicks(fields.at(1), u"linyue"_s);
        QTest::keyClick(fields.at(1), Qt::Key_Return);
        QVERIFY(fields.at(2)->hasFocus());
        QTest::keyClicks(fields.at(2), u"secret"_s);
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.at(0).at(1).toString(), u"linyue"_s);
        QCOMPARE(sent.at(0).at(2).toString(), u"secret"_s);
        QVERIFY(!page.findChild<ActionButton *>()->isEnabled());
        grabBoth(*m_host, page, u"signin-busy"_s);
        page.setProblem(u"<b>名字或密码不对</b>"_s);
        QVERIFY(page.findChild<ActionButton *>()->isEnabled());
        QVERIFY(fields.at(2)->text().isEmpty());
        QVERIFY(fields.at(2)->hasFocus());
        QCOMPARE(fields.at(1)->text(), u"linyue"_s);
        QCOMPARE(richLabel(page), QString());
        QCOMPARE(namelessWidget(page), QString());
        fields.at(0)->setText(u"ws://kf.example.com"_s);
        fields.at(2)->setText(u"x"_s);
        page.findChild<ActionButton *>()->click();
        QCOMPARE(sent.size(), 1);
        QVERIFY(fields.at(0)->hasFocus());
    }

    void everyProblemOfTheLinkHasItsWords()
    {
        QStringList words;
        const QUrl server(u"wss://kf.example.com:8443"_s);
        for (auto at = int(LinkProblem::None) + 1; at <= int(LinkProblem::NotAllowed); ++at) {
            const auto problem = LinkProblem(at);
            const auto text = linkText({LinkState::Offline, problem, {}, {}, {}, -1});
            QVERIFY2(!text.isEmpty(), QByteArray::number(at).constData());
            QVERIFY2(!words.contains(text), qPrintable(text));
            words.append(text);
            const auto advice = linkAdvice(problem, server);
            const auto unnamed = linkAdvice(problem, {});
            QCOMPARE(advice.isEmpty(), unnamed.isEmpty());
            QVERIFY(!unnamed.contains(u"kf.example.com"));
        }
        QVERIFY(linkAdvice(LinkProblem::NobodyThere, server).contains(server.toString()));
        QVERIFY(!linkAdvice(LinkProblem::WrongSignIn, server).contains(server.toString()));
        QVERIFY(linkAdvice(LinkProblem::Restarting, server).isEmpty());
    }

    /** While the old is tried again and again, the page is free for who corrects it. */
    void triesAgainWithoutGettingInTheWay()
    {
        SignInPage page(*m_host);
        page.resize(760, 620);
        page.setServer(QUrl(u"wss://kf.example.com"_s));
        page.setName(u"linyue"_s);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const auto fields = page.findChildren<QLineEdit *>();
        QSignalSpy corrected(&page, &SignInPage::corrected);
        QSignalSpy now(&page, &SignInPage::tryNowPressed);
        page.setBusy(true);
        page.setProblem(u"连接被拒绝"_s, u"核对端口"_s);
        page.setAgain(7000);
        QVERIFY(page.triesAgain());
        QVERIFY(fields.at(2)->hasFocus());
        grabBoth(*m_host, page, u"signin-again"_s);
        for (auto *button : page.findChildren<ActionButton *>()) {
            if (button->kind() == ButtonKind::Link)
                button->click();
        }
        QCOMPARE(now.size(), 1);
        fields.at(0)->setFocus();
        page.setAgain(0);
        QVERIFY(page.triesAgain());
        QVERIFY(fields.at(0)->isEnabled());
        page.setProblem(u"连接被拒绝"_s, u"核对端口"_s);
        page.setAgain(9000);
        QVERIFY(fields.at(0)->hasFocus());
        QCOMPARE(corrected.size(), 0);
        QTest::keyClicks(fields.at(0), u":8443"_s);
        QCOMPARE(corrected.size(), 1);
        QVERIFY(!page.triesAgain());
        for (auto *label : page.findChildren<PlainLabel *>())
            QVERIFY(!label->isVisible() || label->rawText() != u"核对端口");
    }
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
