// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "app/console/palettedesk.h"
#include "tests/console/textrecorder.h"
#include "tests/console/windowrig.h"
#include "translations/translations.h"
#include "widgets/signin/firstrunpage.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topicA{u"t-1"_s};
const TopicId topicB{u"t-2"_s};

} // namespace

/** Everything the window shows, at the smallest size it is designed for, in both languages: each
 * text can be read whole, or a tool tip says it. */
class TestFitting : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    void write()
    {
        auto &scribe = *m_scribe;
        scribe.group();
        User person;
        person.id = me;
        person.name = u"林悦"_s;
        person.role = Role::Supervisor;
        scribe.write(UserChanged{person, {}});
        scribe.open(topicA);
        scribe.say(u"退款三天了还没到账，银行我也查过了"_s, u"李海燕"_s, topicA);
        scribe.escalate(topicA, 300'000);
        scribe.open(topicB);
        scribe.say(u"荔枝坏了一半能赔吗"_s, u"王阿姨"_s, topicB);
    }

    void look(const QString &where)
    {
        QTest::qWait(30); // layouts settle
        grabBoth(*m_host, *m_window, u"fit-%1-%2"_s.arg(m_language, where));
        for (const auto &wrong : textsThatDoNotFit(*m_window))
            m_wrong.append(u"%1, %2: %3"_s.arg(m_language, where, wrong));
    }

    void lookAtRooms()
    {
        using Room = MainWindow::Room;
        const QList<std::pair<Room, QString>> rooms{{Room::Desk, u"desk"_s},
                                                    {Room::Wall, u"wall"_s},
                                                    {Room::Review, u"review"_s},
                                                    {Room::Studio, u"studio"_s},
                                                    {Room::Report, u"report"_s},
                                                    {Room::Flows, u"flows"_s}};
        for (const auto &[room, name] : rooms) {
            m_window->enter(room);
            QCOMPARE(m_window->room(), room);
            look(name);
        }
    }

    void lookAtDesk()
    {
        m_window->enter(MainWindow::Room::Desk);
        m_window->desk().chooseTopic(topicA);
        look(u"desk-topic"_s);
        m_scribe->grant(topicA, me, 1);
        look(u"desk-mine"_s);
        m_window->desk().askTransfer();
        look(u"desk-transfer"_s);
        m_window->desk().takeOverOrHandBack();
        look(u"desk-handback"_s);
        m_window->toggleOutbox();
        look(u"outbox"_s);
        m_window->toggleOutbox();
    }

    void lookAtSettings()
    {
        using Section = SettingsPage::Section;
        m_window->settingsPage().setSample(true);
        for (const auto section : {Section::Appearance, Section::Notices, Section::Keys,
                                   Section::Account, Section::About}) {
            m_window->showSettings(section);
            look(u"settings-%1"_s.arg(int(section)));
        }
    }

    void lookAround()
    {
        lookAtRooms();
        lookAtDesk();
        lookAtSettings();
        m_window->palette().toggle();
        look(u"palette"_s);
        m_window->palette().toggle();
        m_window->toggleCheatSheet();
        look(u"keys"_s);
        m_window->toggleCheatSheet();
        m_session->setLink({LinkState::Offline, LinkProblem::None, {}, m_session->now(),
                            {m_session->now().ms + 8000}, -1});
        m_window->enter(MainWindow::Room::Desk);
        look(u"offline"_s);
        m_session->setLink({LinkState::SignedOut, LinkProblem::None, {}, {}, {}, -1});
        look(u"sign-in"_s);
        m_session->setLink({LinkState::Refused, LinkProblem::NotTrusted, {}, {}, {}, -1});
        look(u"sign-in-refused"_s);
        m_session->setLink({LinkState::SignedOut, LinkProblem::None, {}, {}, {}, -1});
        m_window->showFirstRun();
        m_window->firstRun().setProblem(u"The backend ended: the disk is full"_s);
        look(u"first-run"_s);
    }

    QString m_language;
    QStringList m_wrong;

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void theRecorderSeesWhatDoesNotFit()
    {
        QWidget window;
        window.resize(300, 100);
        QLabel whole(u"可以读完"_s, &window);
        whole.setGeometry(0, 0, 200, 24);
        QLabel cut(u"这一行写得太长了所以被右边切掉"_s, &window);
        cut.setGeometry(0, 30, 60, 24);
        QPushButton narrow(u"Take over the topic"_s, &window);
        narrow.setGeometry(0, 60, 40, 24);
        window.show();
        QCOMPARE(wordsPaintedBy(whole).size(), 1);
        const auto wrong = textsThatDoNotFit(window);
        QVERIFY(!wrong.filter(u"切掉"_s).isEmpty());
        QVERIFY(!wrong.filter(u"Take over"_s).isEmpty());
        QVERIFY(wrong.filter(u"可以读完"_s).isEmpty());
    }

    void everythingCanBeReadWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Density>("density");
        QTest::newRow("Chinese") << u"zh-CN"_s << Density::Comfortable;
        QTest::newRow("English") << u"en-GB"_s << Density::Comfortable;
        QTest::newRow("English, compact") << u"en-GB"_s << Density::Compact;
    }
    void everythingCanBeReadWhole()
    {
        QFETCH(QString, language);
        QFETCH(Density, density);
        for (auto *old : qApp->findChildren<QTranslator *>())
            delete old; // English falls back to what was there
        m_language = installTranslations(*qApp, {language});
        m_host->setDensity(density);
        m_wrong.clear();
        begin(me);
        m_session->setRights(Role::Supervisor,
                             {u"supervise.whisper"_s, u"review.approve"_s, u"knowledge.put"_s,
                              u"report.query"_s, u"topic.claim"_s, u"message.send"_s, u"flow.put"_s});
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 12});
        QVERIFY(open({1280, 720}));
        write();
        lookAround();
        m_window.reset();
        QVERIFY2(m_wrong.isEmpty(), qPrintable(u'\n' + m_wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestFitting)
#include "tst_fitting.moc"
