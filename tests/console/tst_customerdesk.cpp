// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"
#include "app/console/shiftdesk.h"
#include "models/items/timelinemodel.h"
#include "tests/console/windowrig.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/context/askerscard.h"
#include "widgets/context/contextpanel.h"
#include "widgets/context/pasttopicscard.h"
#include "widgets/context/promisescard.h"
#include "widgets/handover/promisepanel.h"
#include "widgets/handover/shiftsheet.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const UserId other{u"u-2"_s};
const TopicId topic{u"t-1"_s};
const TopicId held{u"t-2"_s};

} // namespace

/** Promises, askers, topics of before and the hand-over sheet, at the desk with hand and key. */
class TestCustomerDesk : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    MessageId m_own;

    ContextPanel &context() const { return desk().context(); }

    PromiseId promise(const QString &id, qint64 dueInSeconds)
    {
        m_scribe->write(PromiseMade{{id}, m_own, 5, {u"wecom/a"_s}, me, u"周敏"_s,
                                    u"明天给您回复"_s, m_session->now().plusSeconds(dueInSeconds),
                                    false},
                        topic);
        return {id};
    }

    PastTopic past(const QString &id, const GroupId &group) const
    {
        PastTopic one;
        one.topic = {id};
        one.group = group;
        one.title = u"上次的退款"_s;
        one.state = TopicState::Resolved;
        one.openedAt = m_session->now().plusSeconds(-86400);
        one.lastAt = one.openedAt;
        one.message = {u"m-old"_s};
        return one;
    }

    QAbstractButton *button(QWidget &in, const QString &row, const QString &name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto *line = in.findChild<QWidget *>(row);
        return line ? line->findChild<QAbstractButton *>(name) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_session->setRights(Role::Agent, {u"promise.settle"_s, u"promise.put"_s,
                                           u"satisfaction.mark"_s, u"customer.topics"_s});
        goLive();
        m_session->answer<CustomerTopicsParams>([this](const QByteArray &) {
            return Result<CustomerTopicsResult>(m_past);
        });
        m_past = {};
        m_scribe->group();
        m_scribe->write(UserChanged{user(me, u"周敏"_s), {}});
        for (const auto &id : {topic, held}) {
            m_scribe->open(id);
            m_scribe->say(u"退款还没到账"_s, u"李海燕"_s, id);
        }
        MessageQueued own;
        own.message = {u"own-1"_s};
        own.author = {AuthorKind::Agent, me.value, u"周敏"_s};
        own.text = u"您好，明天给您一个说法"_s;
        m_scribe->write(own, topic);
        m_own = own.message;
        m_scribe->write(LeaseGranted{me, u"周敏"_s, 4, m_session->now().plusSeconds(60),
                                     m_session->now().plusSeconds(1800), {}},
                        held);
        m_scribe->write(PresenceChanged{{other, u"林悦"_s, AgentStatus::Online, {}, false}});
        QVERIFY(open({1280, 720}));
        desk().chooseTopic(topic);
        QCoreApplication::processEvents();
    }
    void cleanup() { m_window.reset(); }

    void aPromiseByTheMenuOfTheMessage()
    {
        auto &view = desk().view();
        view.settle();
        qsizetype row = -1;
        for (qsizetype at = 0; at < view.flow().count(); ++at)
            row = view.contentOf(at).message == m_own ? at : row;
        QVERIFY(row >= 0);
        view.setCurrent(row);
        view.setFocus();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(&view, &asked);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        bool found = false;
        for (auto *action : menu->actions()) {
            if (action->text() != TimelineView::tr("Note as a promise…"))
                continue;
            found = true;
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            break;
        }
        QVERIFY(found);
        auto *panel = m_window->findChild<PromisePanel *>();
        QVERIFY(panel && panel->isVisible());
        QVERIFY(panel->text().contains(u"明天给您一个说法"));
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto put = submitted<PutPromise>();
        QCOMPARE(put.size(), 1);
        QCOMPARE(put.first().message, m_own);
        QCOMPARE(put.first().group, desk().group());
        QVERIFY(put.first().due.isSet());
        QVERIFY(!panel->isVisible());
    }

    void aPromiseIsSettledAndChanged()
    {
        const auto id = promise(u"p-1"_s, 3600);
        auto &card = context().promises();
        QTRY_VERIFY(card.isVisible());
        QTest::mouseClick(button(card, id.value, u"kept"_s), Qt::LeftButton);
        QCOMPARE(submitted<SettlePromise>().value(0).promise, id);
        QCOMPARE(submitted<SettlePromise>().value(0).state, PromiseState::Kept);
        m_scribe->write(PromiseSettled{id, {}, PromiseState::Kept, {}, me}, topic);
        QTRY_VERIFY(!button(card, id.value, u"kept"_s));
        Q_EMIT card.changeWanted(id);
        QVERIFY(m_window->findChild<PromisePanel *>()->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!m_window->findChild<PromisePanel *>()->isVisible());
    }

    void anAskerIsMarked()
    {
        MessageQueued answer;
        answer.message = {u"own-2"_s};
        answer.author = {AuthorKind::Agent, me.value, u"周敏"_s};
        answer.text = u"已退"_s;
        m_scribe->write(answer, topic);
        auto &card = context().askers();
        QTRY_VERIFY(card.isVisible());
        auto *solved = card.findChild<QAbstractButton *>(u"solved"_s);
        QVERIFY(solved && solved->isEnabled());
        QTest::mouseClick(solved, Qt::LeftButton);
        const auto marks = submitted<MarkSatisfaction>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().topic, topic);
        QVERIFY(marks.first().solved);
    }

    void topicsOfBefore()
    {
        Group elsewhere;
        elsewhere.id = {u"wecom/g1"_s};
        elsewhere.name = u"滨江花园 3 群"_s;
        m_scribe->write(GroupChanged{elsewhere});
        m_past.topics = {past(topic.value, desk().group()), past(u"t-old"_s, elsewhere.id)};
        m_past.more = true;
        m_past.next = 7;
        desk().chooseTopic(held);
        desk().chooseTopic(topic);
        auto &card = context().past();
        QTRY_COMPARE(card.findChildren<PastTopicRow *>().size(), 1);  // without the one on screen
        auto *row = card.findChild<PastTopicRow *>();
        QVERIFY(row->accessibleName().contains(u"上次的退款"));
        const auto before = m_session->asked().size();
        m_past.topics = {past(u"t-older"_s, desk().group())};
        m_past.more = false;
        Q_EMIT card.moreWanted();
        QTRY_COMPARE(card.findChildren<PastTopicRow *>().size(), 2);
        QVERIFY(m_session->asked().size() > before);
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(desk().group(), elsewhere.id);
    }

    void withoutTheRightNothingIsAsked()
    {
        QTRY_VERIFY(!m_session->asked().isEmpty());
        QVERIFY(context().past().isVisible());
        m_session->setRights(Role::Editor, {});
        const auto before = m_session->asked().size();
        desk().chooseTopic(held);
        QTest::qWait(400);
        QCOMPARE(m_session->asked().size(), before);
        QVERIFY(!context().past().isVisible());
    }

    void theSheetByKeyAndHand()
    {
        promise(u"p-1"_s, -60);
        desk().view().setFocus();
        key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        auto *sheet = m_window->shift().sheet();
        QVERIFY(sheet && sheet->isVisible());
        QCOMPARE(sheet->chosen(), QList{held});
        QCOMPARE(sheet->shift().openPromises(), 1);
        grabBoth(*m_host, *m_window, u"shiftdesk"_s);
        auto *copy = sheet->findChild<QAbstractButton *>(u"copy"_s);
        QTest::mouseClick(copy, Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"明天给您回复"));
        sheet->findChild<QComboBox *>()->setCurrentIndex(0);
        for (auto *one : sheet->findChildren<QAbstractButton *>()) {
            if (one->text() == ShiftSheet::tr("Hand over %1").arg(1))
                QTest::mouseClick(one, Qt::LeftButton);
        }
        const auto transfers = submitted<TransferTopic>();
        QCOMPARE(transfers.size(), 1);
        QCOMPARE(transfers.first().topic, held);
        QCOMPARE(transfers.first().to, other);
        QCOMPARE(transfers.first().lease, 4);
        QVERIFY(transfers.first().note.contains(u"退款还没到账"));
        key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!sheet->isVisible());
    }

    void theSheetIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("markdown") << u"a.md"_s << QByteArray("# ");
        QTest::newRow("text") << u"a.txt"_s << QByteArray("Shift hand-over: 周敏");
        QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF-");
    }

    void theSheetIsWritten()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        m_window->shift().toggle();
        QSignalSpy wrote(&m_window->shift(), &ShiftDesk::wrote);
        const auto path = m_folder.filePath(name);
        m_window->shift().write(path);
        QTRY_COMPARE(wrote.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(bytes.size() > 10);
        QVERIFY(bytes.startsWith(begins));
    }

    void aFolderThatIsNotThere()
    {
        m_window->shift().toggle();
        QSignalSpy failed(&m_window->shift(), &ShiftDesk::failed);
        m_window->shift().write(m_folder.filePath(u"none/such/a.md"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
    }

private:
    static User user(const UserId &id, const QString &name)
    {
        User one;
        one.id = id;
        one.name = name;
        return one;
    }

    CustomerTopicsResult m_past;
};

QTEST_MAIN(TestCustomerDesk)

#include "tst_customerdesk.moc"
