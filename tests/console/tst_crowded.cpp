// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "app/console/pindesk.h"
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"
#include "tests/console/textrecorder.h"
#include "tests/console/windowrig.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/queue/pinbar.h"
#include "widgets/queue/queuepanel.h"

#include <QAbstractScrollArea>
#include <QMenu>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
constexpr int topics = 30;
const QString longGroup =
    u"清禾优选·滨江花园三期七幢至十二幢业主生鲜团购与售后服务群（已满二百人请加二群）"_s;
const QString longPerson = u"滨江花园·王阿姨-7幢2单元1801（孩子花生过敏·请先电话联系）"_s;
const QString longAgent = u"林悦（华东区售后二组·临时支援夜班）"_s;
const QString longTitle =
    u"订单里的有机纯牛奶二十四盒装少发了两盒，客服说补发，三天了还没有物流信息，到底什么时候能到"_s;
const QString oneWord = u"Supercalifragilisticexpialidocious_"_s.repeated(2);

TopicId nth(int n)
{
    return {u"t-%1"_s.arg(n)};
}

/** Children that stick out of the widget they stand in, to the right or below; what scrolls may. */
QStringList stickingOut(const QWidget &root)
{
    QStringList wrong;
    for (const auto *one : root.findChildren<QWidget *>()) {
        const auto *parent = one->parentWidget();
        if (!one->isVisible() || one->isWindow() || !parent->isVisible())
            continue;
        bool scrolls = false;
        for (const auto *above = parent; above; above = above->parentWidget())
            scrolls = scrolls || qobject_cast<const QAbstractScrollArea *>(above);
        if (!scrolls && !parent->rect().adjusted(-1, -1, 1, 1).contains(one->geometry()))
            wrong.append(u"%1 \"%2\" %3,%4 %5x%6 in %7"_s
                             .arg(QString::fromLatin1(one->metaObject()->className()),
                                  one->accessibleName().left(30))
                             .arg(one->x()).arg(one->y()).arg(one->width()).arg(one->height())
                             .arg(QString::fromLatin1(parent->metaObject()->className())));
    }
    return wrong;
}

} // namespace

/** Thirty open topics in one group, and names as long as people make them: nothing leaves its place,
 * nothing makes the window wider, and everything can still be reached. */
class TestCrowded : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    using Room = MainWindow::Room;

    void write()
    {
        auto &scribe = *m_scribe;
        Group group;
        group.id = scribe.g0;
        group.name = longGroup;
        group.memberCount = 499;
        group.channel = u"wecom"_s;
        scribe.write(GroupChanged{group});
        for (const auto &[id, role] : {std::pair{me, Role::Supervisor},
                                       std::pair{UserId{u"u-2"_s}, Role::Agent}}) {
            User person;
            person.id = id;
            person.name = longAgent;
            person.role = role;
            scribe.write(UserChanged{person, {}});
        }
        for (int n = 0; n < topics; ++n) {
            scribe.open(nth(n));
            scribe.say(n % 3 == 0 ? oneWord : longTitle, longPerson, nth(n));
            if (n % 3 == 0)
                scribe.escalate(nth(n), 60'000 * (n + 1));
            if (n % 5 == 0)
                scribe.write(LeaseGranted{n == 0 ? me : UserId{u"u-2"_s}, longAgent, 1,
                                          {scribe.now + 60'000}, {scribe.now + 1'800'000}},
                             nth(n));
        }
    }
    LaneBar &lanes() const { return m_window->desk().lanes(); }
    void check(const QString &where)
    {
        QTest::qWait(30); // layouts settle
        grabBoth(*m_host, *m_window, u"crowded-"_s + where);
        const auto wrong = stickingOut(*m_window);
        QVERIFY2(wrong.isEmpty(), qPrintable(where + u":\n"_s + wrong.join(u'\n')));
        if (m_window->width() < 1280)
            return; // smaller than it is designed for: nothing is lost, but words may be shortened
        const auto cut = textsThatDoNotFit(*m_window);
        QVERIFY2(cut.isEmpty(), qPrintable(where + u":\n"_s + cut.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin(me);
        m_session->setRights(Role::Supervisor,
                             {u"supervise.whisper"_s, u"review.approve"_s, u"knowledge.put"_s,
                              u"report.query"_s, u"topic.claim"_s, u"message.send"_s});
        goLive();
        QVERIFY(open({1280, 720}));
        write();
    }
    void cleanupTestCase() { m_window.reset(); }

    void sticksOutIsSeen()
    {
        QWidget window;
        window.resize(100, 100);
        QWidget inside(&window);
        inside.setGeometry(0, 0, 50, 50);
        QWidget outside(&window);
        outside.setGeometry(80, 0, 50, 50);
        window.show();
        QCOMPARE(stickingOut(window).size(), 1);
    }

    void theDesk_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x640") << QSize(1024, 640);
        QTest::newRow("1280x720") << QSize(1280, 720);
        QTest::newRow("3840x2160") << QSize(3840, 2160);
    }
    void theDesk()
    {
        QFETCH(QSize, size);
        m_window->enter(Room::Desk);
        m_window->desk().chooseTopic(nth(0));
        m_window->resize(size);
        QCOMPARE(m_window->desk().topic(), nth(0));
        check(u"desk-%1"_s.arg(size.width()));
        QCOMPARE(m_window->size(), size);
    }

    void everyTopicCanBeReached()
    {
        m_window->enter(Room::Desk);
        m_window->resize(1280, 720);
        m_window->desk().chooseTopic(nth(0));
        QTest::qWait(20);
        int there = 0;
        for (int n = 0; n < topics; ++n)
            there += lanes().tabRect(nth(n)).isNull() ? 0 : 1;
        QVERIFY(there > 1 && there < topics);
        QVERIFY(!lanes().moreRect().isNull());
        QTest::mouseClick(&lanes(), Qt::LeftButton, {}, lanes().moreRect().center());
        auto *menu = lanes().findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), topics - there);
        QVERIFY(menu->sizeHint().width() < m_window->width() / 2);
        menu->actions().constLast()->trigger();
        menu->close();
        QVERIFY(!lanes().focused().isEmpty());
        QVERIFY(!lanes().tabRect(lanes().focused()).isNull());
        QVERIFY(lanes().rect().contains(lanes().tabRect(lanes().focused())));
    }

    void ninePinsOnASmallScreen()
    {
        m_window->enter(Room::Desk);
        m_window->resize(1024, 640);
        for (int n = 0; n < PinBar::most; ++n)
            QVERIFY(m_window->pins().setPinned(nth(n), true));
        QVERIFY(m_window->desk().queuePanel().pinBar().isVisible());
        check(u"pins"_s);
        QVERIFY(m_window->desk().queuePanel().view().height() > 100);
        for (int n = 0; n < PinBar::most; ++n)
            m_window->pins().setPinned(nth(n), false);
    }

    void otherRooms_data()
    {
        QTest::addColumn<Room>("room");
        QTest::newRow("wall") << Room::Wall;
        QTest::newRow("review") << Room::Review;
        QTest::newRow("studio") << Room::Studio;
        QTest::newRow("report") << Room::Report;
    }
    void otherRooms()
    {
        QFETCH(Room, room);
        m_window->enter(room);
        QCOMPARE(m_window->room(), room);
        for (const auto &size : {QSize(1024, 640), QSize(1280, 720), QSize(3840, 2160)}) {
            m_window->resize(size);
            check(u"%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(size.width()));
            QCOMPARE(m_window->size(), size);
        }
    }

    void compactToo()
    {
        m_host->setDensity(Density::Compact);
        m_window->resize(1280, 720);
        m_window->enter(Room::Desk);
        check(u"compact"_s);
        m_host->setDensity(Density::Comfortable);
    }
};

QTEST_MAIN(TestCrowded)
#include "tst_crowded.moc"
