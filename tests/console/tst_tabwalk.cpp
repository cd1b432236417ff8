// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "app/console/flowspage.h"
#include "app/console/notices/groupnotices.h"
#include "app/console/palettedesk.h"
#include "app/console/pindesk.h"
#include "app/console/toastdesk.h"
#include "tests/console/windowrig.h"
#include "widgets/common/theme/focusring.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/queue/queueview.h"
#include "widgets/queue/viewbar.h"
#include "widgets/signin/firstrunpage.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const TopicId topicA{u"t-1"_s};
const TopicId topicB{u"t-2"_s};
constexpr int mostStops = 300;

QString describe(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u" \""_s
        + widget->accessibleName() + u'"';
}

/** What a screen reader is told of it; of a list, the list itself. */
QString complaint(QWidget *stop)
{
    const auto *told = QAccessible::queryAccessibleInterface(stop);
    if (!told)
        return u"no interface"_s;
    if (told->text(QAccessible::Name).isEmpty())
        return u"no name"_s;
    const auto role = told->role();
    if (role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Window)
        return u"no role"_s;
    return {};
}

/** The part of the window where a widget shows that it has the focus. */
QImage pictureOf(const QWidget &window, const QWidget *widget)
{
    const QRect rect(widget->mapTo(&window, QPoint()), widget->size());
    return const_cast<QWidget &>(window).grab(rect.adjusted(-4, -4, 4, 4)).toImage();
}

} // namespace

/** Tab through every room and state: each stop has a name and a role, and one sees that it has the
 * focus; the walk comes back to where it began. */
class TestTabWalk : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    std::unique_ptr<FocusRing> m_ring;
    QStringList m_wrong;
    int m_stops = 0;

    void write()
    {
        Scribe scribe{*m_session};
        scribe.group();
        User person;
        person.id = me;
        person.name = u"林悦"_s;
        person.role = Role::Supervisor;
        scribe.write(UserChanged{person, {}});
        Entry entry;
        entry.id = {u"k-1"_s};
        entry.version = 1;
        entry.category = u"售后"_s;
        entry.question = u"退款多久到账"_s;
        entry.answer = u"3 天"_s;
        entry.steps = {u"查订单"_s, u"给方案"_s, u"跟客户确认"_s};
        scribe.write(KnowledgeChanged{entry, EntryChange::Put, me, {}, {}, {}});
        scribe.open(topicA);
        scribe.say(u"退款三天了还没到账"_s, u"李海燕"_s, topicA);
        scribe.escalate(topicA, 300'000);
        scribe.open(topicB);
        const auto asked = scribe.say(u"荔枝坏了一半能赔吗"_s, u"王阿姨"_s, topicB);
        Verdict verdict;
        verdict.action = Action::Answer;
        verdict.candidates = {{{u"k-1"_s}, 1, u"退款多久到账"_s, 800, {}}};
        scribe.write(VerdictReached{asked, verdict}, topicB);
        scribe.grant(topicA, me, 1);
    }

    /** What was seen of a stop with the focus must differ once it has gone. */
    void leave(QWidget *stop, const QImage &focused, const QString &where)
    {
        if (stop->isVisible() && pictureOf(*m_window, stop) == focused)
            m_wrong.append(u"%1: %2 shows no focus"_s.arg(where, describe(stop)));
    }

    /** Where the focus is, or else the first place in the chain that would take it. */
    QWidget *firstStop() const
    {
        // Only a key makes the ring show.
        if (auto *focus = QApplication::focusWidget()) {
            QTest::keyClick(focus, Qt::Key_Tab);
            return QApplication::focusWidget();
        }
        for (auto *next = m_window->nextInFocusChain(); next && next != m_window.get();
             next = next->nextInFocusChain()) {
            if (!next->isVisible() || !next->isEnabled() || !(next->focusPolicy() & Qt::TabFocus))
                continue;
            next->setFocus(Qt::TabFocusReason);
            QTest::keyClick(next, Qt::Key_Tab);
            return QApplication::focusWidget();
        }
        return nullptr;
    }

    void walk(const QString &where)
    {
        QTest::qWait(30); // layouts settle
        m_window->activateWindow();
        QVERIFY2(QTest::qWaitForWindowActive(m_window.get()), qPrintable(where));
        QList<QWidget *> stops;
        auto *first = firstStop();
        QVERIFY2(first, qPrintable(where + u": nothing takes the focus"_s));
        for (auto *stop = first; stops.size() < mostStops;) {
            stops.append(stop);
            ++m_stops;
            if (const auto why = complaint(stop); !why.isEmpty())
                m_wrong.append(u"%1: %2 has %3"_s.arg(where, describe(stop), why));
            const auto focused = pictureOf(*m_window, stop);
            // In an editor Tab may write; Ctrl+Tab would not reach the others. Move as Qt does.
            QTest::keyClick(stop, Qt::Key_Tab);
            auto *next = QApplication::focusWidget();
            if (next == stop) {
                m_wrong.append(u"%1: %2 keeps the focus"_s.arg(where, describe(stop)));
                return;
            }
            leave(stop, focused, where);
            stop = next;
            if (!stop)
                m_wrong.append(u"%1: after %2 comes nothing"_s.arg(where, describe(stops.last())));
            if (!stop || stops.contains(stop))
                break;
        }
        QVERIFY2(stops.size() > 1 && stops.size() < mostStops,
                 qPrintable(u"%1: %2 stops"_s.arg(where).arg(stops.size())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin(me);
        m_ring = std::make_unique<FocusRing>(*qApp);
        QApplication::setCursorFlashTime(0);
        m_session->setRights(Role::Supervisor,
                             {u"supervise.whisper"_s, u"review.approve"_s, u"knowledge.put"_s,
                              u"report.query"_s, u"topic.claim"_s, u"flow.put"_s});
        goLive();
        QVERIFY(open({1440, 900}));
        write();
    }

    /** A walk that could not find anything would prove nothing. */
    void theWalkFindsWhatIsWrong()
    {
        QPushButton named(u"ok"_s);
        QWidget bare;
        bare.setFocusPolicy(Qt::StrongFocus);
        QVERIFY(complaint(&named).isEmpty());
        QVERIFY(!complaint(&bare).isEmpty());
    }

    void rooms()
    {
        using Room = MainWindow::Room;
        for (const auto &[room, name] :
             {std::pair{Room::Desk, u"desk"_s}, std::pair{Room::Wall, u"wall"_s},
              std::pair{Room::Review, u"review"_s}, std::pair{Room::Studio, u"studio"_s},
              std::pair{Room::Report, u"report"_s}, std::pair{Room::Flows, u"flows"_s}}) {
            m_window->enter(room);
            walk(name);
        }
    }

    void flows()
    {
        Flow flow;
        flow.id = {u"welcome"_s};
        flow.version = 1;
        flow.name = u"新人欢迎"_s;
        flow.text = u"欢迎"_s;
        m_session->feed({{u"c0"_s, 1, 0, {1'764'000'000'000}, {}, {},
                          FlowChanged{flow, false, me, {}}}});
        m_window->enter(MainWindow::Room::Flows);
        m_window->flows().openFlow(flow.id);
        walk(u"flows, one open"_s);
    }

    void desk()
    {
        m_window->enter(MainWindow::Room::Desk);
        auto &desk = m_window->desk();
        desk.queuePanel().viewBar().setSaved({SavedView{QueueSort::Sla, {}}});
        desk.chooseTopic(topicB);
        walk(u"desk, topic of the bot"_s);
        desk.chooseTopic(topicA);
        walk(u"desk, my topic"_s);
        desk.askTransfer();
        walk(u"desk, transfer"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        desk.takeOverOrHandBack();
        walk(u"desk, hand back"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        desk.focusSearch();
        walk(u"desk, search"_s);
        desk.findInGroup();
        walk(u"desk, find"_s);
        m_window->toggleOutbox();
        walk(u"outbox"_s);
        m_window->toggleOutbox();
    }

    /** Pinned topics, a toast, a stream with little room. */
    void whatComesAndGoes()
    {
        m_window->enter(MainWindow::Room::Desk);
        for (const auto &topic : {topicA, topicB})
            QVERIFY(m_window->pins().setPinned(topic, true));
        m_window->desk().chooseTopic(topicB);
        m_window->resize(1280, 720);
        walk(u"desk, pinned topics, 1280"_s);
        m_window->resize(1440, 900);
        m_window->enter(MainWindow::Room::Wall);
        const Notice notice{NoticeKind::Escalated, topicB, {}, u"福利群"_s, {}, {}};
        m_window->toasts().take(notice, noticeText(notice, false));
        QVERIFY(m_window->toasts().toast().isVisible());
        walk(u"wall, urgent notification"_s);
        m_window->toasts().open();
        for (const auto &topic : {topicA, topicB})
            m_window->pins().setPinned(topic, false);
    }

    void settings()
    {
        setGroupRule(*m_settings, {u"wecom/g0"_s}, {GroupNotices::Chosen, {NoticeKind::Breached}});
        using Section = SettingsPage::Section;
        for (const auto section : {Section::Appearance, Section::Notices, Section::Keys,
                                   Section::Account, Section::About}) {
            m_window->showSettings(section);
            walk(u"settings %1"_s.arg(int(section)));
        }
    }

    void withoutAConnection()
    {
        m_session->setLink({LinkState::Offline, LinkProblem::None, {}, m_session->now(),
                            {m_session->now().ms + 8000}, -1});
        m_window->enter(MainWindow::Room::Desk);
        walk(u"offline"_s);
        m_session->setLink({LinkState::SignedOut, LinkProblem::None, {}, {}, {}, -1});
        walk(u"sign-in"_s);
        m_session->setLink({LinkState::Refused, LinkProblem::NotTrusted, {}, {}, {}, -1});
        walk(u"sign-in, refused"_s);
        m_session->setLink({LinkState::SignedOut, LinkProblem::None, {}, {}, {}, -1});
        m_window->showFirstRun();
        walk(u"first run"_s);
    }

    void nothingIsWrong()
    {
        m_wrong.removeDuplicates();
        qInfo("%d stops", m_stops);
        QVERIFY2(m_wrong.isEmpty(), qPrintable(u"\n"_s + m_wrong.join(u'\n')));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_ring.reset();
    }
};

QTEST_MAIN(TestTabWalk)
#include "tst_tabwalk.moc"
