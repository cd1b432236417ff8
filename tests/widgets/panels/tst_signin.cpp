// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
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
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
