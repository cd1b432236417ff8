// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/console.h"
#include "app/console/deskpage.h"
#include "app/console/palettedesk.h"
#include "app/console/preferences/cheatsheet.h"
#include "app/console/studiopage.h"
#include "app/console/wallpage.h"
#include "models/items/queuemodel.h"
#include "tests/console/windowrig.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/navitem.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/queue/queueview.h"
#include "widgets/signin/firstrunpage.h"
#include "widgets/signin/signinpage.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTest>

#include <algorithm>

#include <csignal>

#include <unistd.h>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topicA{u"t-1"_s};
const QSet<QString> all{u"supervise.whisper"_s, u"review.approve"_s, u"knowledge.put"_s,
                        u"report.query"_s, u"topic.claim"_s};

/** The process of this program's with that name; 0: none. */
pid_t childNamed(const QByteArray &name)
{
    for (const auto &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat(u"/proc/%1/stat"_s.arg(entry));
        if (entry.toInt() <= 0 || !stat.open(QFile::ReadOnly))
            continue;
        const auto line = stat.readAll(); // pid (name) state parent
        const auto rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (line.contains('(' + name + ')') && rest.value(1).toInt() == ::getpid())
            return entry.toInt();
    }
    return 0;
}

} // namespace

class TestWindow : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    using Room = MainWindow::Room;

    void signIn(Role role, const QSet<QString> &rights)
    {
        m_session->setRights(role, rights);
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
    }
    int doors() const
    {
        int seen = 0;
        for (auto *item : m_window->findChildren<NavItem *>())
            seen += item->isVisible() ? 1 : 0;
        return seen;
    }

private Q_SLOTS:
    void init()
    {
        begin(me);
        signIn(Role::Supervisor, all);
        QVERIFY(open());
        m_scribe->group();
        m_scribe->open(topicA);
        m_scribe->say(u"退款三天了"_s, u"李海燕"_s, topicA);
    }
    void cleanup() { m_window.reset(); }

    void roomsFollowTheRole_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QSet<QString>>("rights");
        QTest::addColumn<QList<bool>>("rooms");
        QTest::newRow("agent") << Role::Agent << QSet<QString>{u"review.approve"_s}
                               << QList<bool>{true, false, true, false, false};
        QTest::newRow("supervisor") << Role::Supervisor << all
                                    << QList<bool>{true, true, true, true, true};
        QTest::newRow("editor") << Role::Editor << QSet<QString>{u"knowledge.put"_s}
                                << QList<bool>{true, false, false, true, true};
        QTest::newRow("nobody yet") << Role::Agent << QSet<QString>{}
                                    << QList<bool>{true, false, false, false, false};
    }
    void roomsFollowTheRole()
    {
        QFETCH(Role, role);
        QFETCH(QSet<QString>, rights);
        QFETCH(QList<bool>, rooms);
        signIn(role, rights);
        QCOMPARE(doors(), rooms.count(true));
        for (int room = 0; room < rooms.size(); ++room) {
            m_window->enter(Room::Desk);
            key(Qt::Key_1 + room, Qt::ControlModifier | Qt::AltModifier);
            QCOMPARE(int(m_window->room()), rooms.at(room) ? room : 0);
        }
    }

    void losingTheRightLeavesTheRoom()
    {
        m_window->enter(Room::Wall);
        signIn(Role::Agent, {});
        QCOMPARE(m_window->room(), Room::Desk);
    }

    void everyActionCanBeFoundAndHasADifferentKey()
    {
        const auto &registry = m_window->actions();
        QVERIFY(registry.actions().size() > 30);
        for (const auto &action : registry.actions()) {
            QVERIFY2(!action.text.isEmpty() && !action.group.isEmpty(), qPrintable(action.id));
            for (const auto &keys : registry.keys(action.id)) {
                const auto *other = registry.holderOf(keys, action.id);
                QVERIFY2(!other, qPrintable(action.id + u' ' + keys.toString()));
                if (!action.fixed)
                    QCOMPARE(keyProblem(keys), KeyProblem::None);
            }
        }
    }

    void thePaletteGoesEverywhere()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        auto &palette = m_window->palette().palette();
        QVERIFY(palette.isVisible());
        grabBoth(*m_host, *m_window, u"window-palette"_s);
        QTest::keyClicks(&palette.field(), u"wall"_s);
        key(Qt::Key_Return);
        QCOMPARE(m_window->room(), Room::Wall);
        key(Qt::Key_K, Qt::ControlModifier);
        // What was done last stands first.
        QCOMPARE(palette.list().model()->index(0, 0).data(PaletteModel::Id).toString(),
                 u"action:room.wall"_s);
        palette.field().setText(m_session->state().topics.value(topicA).title);
        key(Qt::Key_Return);
        QCOMPARE(m_window->room(), Room::Desk);
        QCOMPARE(m_window->desk().topic(), topicA);
        QCOMPARE(m_settings->get(settings::recent).first(), u"topic:t-1"_s);
        key(Qt::Key_K, Qt::ControlModifier);
        key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!palette.isVisible());
    }

    void thePaletteSaysWhyNot()
    {
        m_window->desk().chooseTopic(topicA);
        const auto items = paletteItems(m_session->state(), m_window->actions());
        const auto found = std::ranges::find(items, u"action:desk.transfer"_s, &PaletteItem::id);
        QVERIFY(found != items.end());
        QVERIFY(!found->whyNot.isEmpty());
        QCOMPARE(found->keys, u"F4"_s);
        m_scribe->grant(topicA, me, 1);
        QVERIFY(m_window->actions().whyNot(u"desk.transfer"_s).isEmpty());
    }

    void nothingFiresWhileComposing()
    {
        m_window->desk().chooseTopic(topicA);
        auto *editor = m_window->findChild<QPlainTextEdit *>();
        editor->setFocus();
        QInputMethodEvent composing(u"tui kuan"_s, {});
        QCoreApplication::sendEvent(editor, &composing);
        const auto submitted = m_session->submitted().size();
        key(Qt::Key_K, Qt::ControlModifier);
        key(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        key(Qt::Key_F2);
        QVERIFY(!m_window->palette().palette().isVisible());
        QCOMPARE(m_window->room(), Room::Desk);
        QCOMPARE(m_session->submitted().size(), submitted);
    }

    void aKeyThatCannotActSaysWhy()
    {
        auto *queue = m_window->findChild<QueueView *>();
        queue->setFocus();
        key(Qt::Key_F4);
        const auto said = m_window->findChildren<QWidget *>();
        QVERIFY(std::ranges::any_of(said, [](QWidget *widget) {
            return widget->isVisible() && widget->accessibleName() == u"Choose a topic first";
        }));
    }

    void roomsAreMadeOneByOne()
    {
        m_window.reset();
        m_session->setLink({LinkState::Connecting, LinkProblem::None, {}, {}, {}, -1});
        QVERIFY(open());
        QVERIFY(!m_window->findChild<WallPage *>() && !m_window->findChild<StudioPage *>());
        QVERIFY(!m_window->findChild<SignInPage *>());
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
        QVERIFY(!m_window->findChild<WallPage *>()); // not while the desk fills
        QTRY_VERIFY(m_window->findChild<WallPage *>() && m_window->findChild<StudioPage *>());
        m_window->enter(MainWindow::Room::Wall);
        QVERIFY(m_window->wall().isVisible());
    }

    void roomsWithoutWorkAreNotMade()
    {
        m_window.reset();
        signIn(Role::Agent, {u"review.approve"_s});
        QVERIFY(open());
        QTRY_COMPARE(doors(), 2);
        QVERIFY(m_window->actions().find(u"review.main"_s));
        QVERIFY(!m_window->actions().find(u"studio.save"_s));
        QVERIFY(!m_window->findChild<WallPage *>() && !m_window->findChild<StudioPage *>());
    }

    void chosenKeysHoldInTheNextWindow()
    {
        m_window->actions().setKeys(u"room.wall"_s, {QKeySequence(Qt::Key_F12)});
        m_settings->set(settings::keys, m_window->actions().chosenKeys());
        m_window.reset();
        QVERIFY(open());
        key(Qt::Key_F12);
        QCOMPARE(m_window->room(), Room::Wall);
    }

    void f6GoesRound()
    {
        m_window->desk().chooseTopic(topicA);
        QList<QWidget *> stops;
        for (int at = 0; at < 5; ++at) {
            key(Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            QVERIFY2(!stops.contains(QApplication::focusWidget()),
                     QApplication::focusWidget()->metaObject()->className());
            stops.append(QApplication::focusWidget());
        }
        key(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), stops.first());
        key(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), stops.last());
        m_window->enter(Room::Studio);
        key(Qt::Key_F6); // also where a room has nothing yet
        QVERIFY(QApplication::focusWidget());
        QVERIFY(QApplication::focusWidget()->isVisible());
    }

    void settingsAreAPageAndEscGoesBack()
    {
        m_window->enter(Room::Wall);
        key(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(m_window->settingsPage().isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!m_window->settingsPage().isVisible());
        QVERIFY(m_window->wall().isVisible());
    }

    void theWindowRemembersItsRoomAndColumns()
    {
        m_window->remember();
        m_window->resize(1300, 800);
        m_window->enter(Room::Report);
        m_window->enter(Room::Desk);
        m_window->desk().chooseTopic(topicA);
        auto *splitter = m_window->desk().findChild<QSplitter *>();
        auto *handle = splitter->handle(1);
        QTest::mousePress(handle, Qt::LeftButton);
        QTest::mouseMove(handle, handle->rect().center() + QPoint(60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton);
        const auto widths = splitter->sizes();
        QCOMPARE(m_settings->get(settings::splitters).value(u"0.0"_s), widths);
        m_window->enter(Room::Report);
        m_window->close();
        m_window.reset();
        QVERIFY(!m_settings->get(settings::geometry).isEmpty());
        m_window = std::make_unique<MainWindow>(*m_host, *m_session, *m_settings);
        m_window->remember();
        m_window->show();
        QCOMPARE(m_window->room(), Room::Report);
        m_window->enter(Room::Desk);
        QTRY_COMPARE(m_window->desk().findChild<QSplitter *>()->sizes().first(), widths.first());
    }

    void whoWasNeverHereIsAsked()
    {
        ConsoleOptions options;
        options.data = m_folder.filePath(u"fresh"_s);
        Console console(options);
        QVERIFY(console.start());
        auto &page = console.window()->firstRun();
        QVERIFY(page.isVisible());
        QCOMPARE(namelessWidget(page), QString());
        page.findChild<ActionButton *>()->click(); // to a server
        QVERIFY(!page.isVisible());
        QVERIFY(console.window()->signIn().isVisible());
    }

    void backendThatDoesNotStartIsToldWhereOneBegins()
    {
        ConsoleOptions options;
        options.data = m_folder.filePath(u"unusable"_s);
        options.sample = true;
        QVERIFY(QDir().mkpath(options.data));
        QFile inTheWay(options.data + u"/backend"_s);
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        Console console(options);
        QVERIFY(console.start());
        QTRY_VERIFY_WITH_TIMEOUT(console.window()->firstRun().isVisible(), 20'000);
        const auto texts = console.window()->firstRun().findChildren<PlainLabel *>();
        QVERIFY(std::ranges::any_of(texts, [&](PlainLabel *label) {
            return label->isVisible() && label->text().contains(inTheWay.fileName());
        }));
    }

    void backendThatEndsLeavesWhatIsOnScreen()
    {
        ConsoleOptions options;
        options.data = m_folder.filePath(u"killed"_s);
        options.sample = true;
        Console console(options);
        QVERIFY(console.start());
        auto &queue = console.window()->desk().queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue.count(DeskList::Bot) > 0, 60'000);
        const auto backend = childNamed("quntai-backend");
        QVERIFY(backend > 0);
        QCOMPARE(::kill(backend, SIGKILL), 0);
        auto *banner = console.window()->findChild<InlineBanner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(console.window()->desk().isVisible());
        QVERIFY(queue.count(DeskList::Bot) > 0);
    }

    void whoSignedInOnceIsNotAskedAgain()
    {
        ConsoleOptions options;
        options.data = m_folder.filePath(u"again"_s);
        QDir().mkpath(options.data);
        {
            Settings settings(options.data + u"/settings.json"_s);
            settings.set(settings::startWith, StartWith::Server);
            settings.set(settings::server, u"wss://kf.example.com"_s);
            settings.set(settings::user, u"林悦"_s);
        }
        Console console(options);
        QVERIFY(console.start());
        QVERIFY(console.window()->signIn().isVisible());
        QCOMPARE(console.window()->signIn().server(), QUrl(u"wss://kf.example.com"_s));
        QCOMPARE(console.window()->signIn().name(), u"林悦"_s);
    }

    void whoCannotSignInReadsWhyAndMayCorrectIt()
    {
        ConsoleOptions options;
        options.data = m_folder.filePath(u"refused"_s);
        options.connect = QUrl(u"ws://127.0.0.1:1"_s); // nobody listens there
        options.user = u"林悦"_s;
        Console console(options);
        QVERIFY(console.start());
        auto &page = console.window()->signIn();
        const auto fields = page.findChildren<QLineEdit *>();
        const auto says = [&page](const QString &words) {
            return std::ranges::any_of(page.findChildren<PlainLabel *>(), [&](PlainLabel *label) {
                return label->isVisible() && label->rawText().contains(words);
            });
        };
        QTest::keyClicks(fields.at(2), u"geheim"_s);
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QTRY_VERIFY(page.triesAgain());
        QVERIFY(says(u"ws://127.0.0.1:1"_s));
        QVERIFY(fields.at(2)->text().isEmpty());
        QTest::keyClicks(fields.at(0), u"2"_s);
        QVERIFY(!page.triesAgain());
        QVERIFY(!says(u"ws://127.0.0.1:1"_s));
        QVERIFY(page.isVisible());
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
