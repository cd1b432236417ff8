// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/flow/reflink.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/contextpanel.h"
#include "widgets/context/evidenceview.h"
#include "widgets/context/memberlist.h"
#include "widgets/context/ordercard.h"
#include "widgets/context/reasonscard.h"
#include "widgets/context/stalestrip.h"
#include "widgets/context/topiccard.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

class TestContextPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    DeskSample m_sample;
    std::unique_ptr<ContextPanel> m_panel;

    void show()
    {
        m_panel->setTopic(m_sample.topic, m_sample.messages, &m_sample.customer, m_sample.members);
        QCoreApplication::processEvents();
    }

    bool says(const QString &words) const
    {
        for (const auto *label : m_panel->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_sample = deskSample();
        m_panel = std::make_unique<ContextPanel>(*m_host, [this] { return m_sample.now; });
        m_panel->resize(320, 860);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void withoutTopicItSaysWhatToDo()
    {
        QVERIFY(!m_panel->findChild<QTabBar *>()->isEnabled());
        QVERIFY(!m_panel->findChild<TopicCard *>()->isVisible());
        grabBoth(*m_host, *m_panel, u"context-none"_s);
    }

    void everythingOfTheTopicIsThere()
    {
        show();
        QVERIFY(says(u"退款 3 天未到账"_s));
        QVERIFY(says(u"01:48"_s));   // waited
        QVERIFY(says(u"03:12"_s));   // until the first answer is due
        QVERIFY(says(u"82"_s));
        QVERIFY(says(u"138****7731"_s));
        QVERIFY(says(u"¥482.30"_s));
        QVERIFY(says(u"银行处理中"_s));
        QVERIFY(says(u"已登记银行通道催办"_s));
        QVERIFY(says(u"0.86"_s));
        auto *tabs = m_panel->findChild<QTabBar *>();
        QVERIFY(tabs->tabText(ContextPanel::Orders).contains(u'2'));
        QVERIFY(tabs->tabText(ContextPanel::Members).contains(u'5'));
        QCOMPARE(namelessWidget(*m_panel), QString());
        QCOMPARE(richLabel(*m_panel), QString());
        grabBoth(*m_host, *m_panel, u"context"_s);
        m_panel->resize(280, 1100);
        grabBoth(*m_host, *m_panel, u"context-narrow"_s);
    }

    void linksJumpToTheirMessage()
    {
        show();
        QSignalSpy jumped(m_panel.get(), &ContextPanel::jumpTo);
        auto links = m_panel->findChildren<RefLink *>();
        QVERIFY(links.size() >= 6);
        QTest::mouseClick(links.constFirst(), Qt::LeftButton);
        QCOMPARE(jumped.takeFirst().at(0).value<MessageId>(), MessageId{u"m-1"_s});
        links.at(1)->setFocus();
        QTest::keyClick(links.at(1), Qt::Key_Space);
        QCOMPARE(jumped.takeFirst().at(0).value<MessageId>(), MessageId{u"m-4"_s});
    }

    void sameValuesMoveNothing()
    {
        m_panel->resize(320, 400);
        show();
        auto *card = m_panel->findChild<TopicCard *>();
        auto *bar = qobject_cast<QScrollArea *>(card->parentWidget()->parentWidget()->parentWidget())
                        ->verticalScrollBar();
        QVERIFY(bar->maximum() > 50);
        bar->setValue(50);
        const auto links = m_panel->findChildren<RefLink *>();
        const auto cards = m_panel->findChildren<OrderCard *>();
        show();
        QCOMPARE(bar->value(), 50);
        QCOMPARE(m_panel->findChildren<RefLink *>(), links);
        // A new message changes the summary; orders and place stay.
        auto more = std::make_shared<Message>(*m_sample.messages.constLast());
        more->id = {u"m-8"_s};
        m_sample.messages.append(more);
        ++m_sample.topic.messageCount;
        show();
        QCOMPARE(m_panel->findChildren<OrderCard *>(), cards);
        QCOMPARE(bar->value(), 50);
    }

    void evidenceOfOneMessage()
    {
        show();
        m_panel->setVerdict(m_sample.messages.at(3));
        QTest::mouseClick(m_panel->findChild<QTabBar *>(), Qt::LeftButton, {},
                          m_panel->findChild<QTabBar *>()->tabRect(ContextPanel::Evidence).center());
        QCOMPARE(m_panel->tab(), ContextPanel::Evidence);
        QCoreApplication::processEvents();
        QVERIFY(says(u"退款卡单处理 v4"_s));
        QVERIFY(says(u"退款 三天 未到账"_s));
        QVERIFY(says(u"core 1 · 5f2c9a1be07d"_s));
        QVERIFY(says(u"0.86"_s));
        QCOMPARE(richLabel(*m_panel), QString());
        grabBoth(*m_host, *m_panel, u"context-evidence"_s);
        m_panel->setVerdict(m_sample.messages.at(1));   // the bot's own answer has none
        QCoreApplication::processEvents();
        QVERIFY(!says(u"退款卡单处理 v4"_s));
        m_panel->setVerdict(nullptr);
        auto other = m_sample;
        other.topic.id = {u"t-2"_s};
        m_panel->setTopic(other.topic, other.messages, nullptr, {});
        QVERIFY(!m_panel->findChild<EvidenceView *>()->message());
    }

    void membersWithRoles()
    {
        show();
        m_panel->setTab(ContextPanel::Members);
        auto *list = m_panel->findChild<MemberList *>();
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 5);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"海燕"_s);
        QCOMPARE(list->model()->index(1, 0).data().toString(), u"小禾"_s);
        QVERIFY(list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString().startsWith(
            u"周敏"_s));
        grabBoth(*m_host, *m_panel, u"context-members"_s);
    }

    void ordersTabShowsAll()
    {
        show();
        m_panel->setTab(ContextPanel::Orders);
        QCoreApplication::processEvents();
        QVERIFY(says(u"妃子笑荔枝 2 斤 × 1"_s));
        QVERIFY(says(u"退货已揽收"_s));
        grabBoth(*m_host, *m_panel, u"context-orders"_s);
    }

    void unknownCustomer()
    {
        m_panel->setTopic(m_sample.topic, m_sample.messages, nullptr, {});
        QVERIFY(says(u"海燕"_s));
        QVERIFY(!says(u"138****7731"_s));
        m_panel->setTab(ContextPanel::Orders);
        QVERIFY(!m_panel->findChildren<OrderCard *>().size());
    }

    void offlineIsStamped()
    {
        show();
        m_panel->setAsOf(m_sample.now);
        auto *strip = m_panel->findChild<StaleStrip *>();
        QVERIFY(strip->isVisible());
        QVERIFY(says(QDateTime::fromMSecsSinceEpoch(m_sample.now.ms).toString(u"HH:mm:ss"_s)));
        grabBoth(*m_host, *m_panel, u"context-offline"_s);
        m_panel->setAsOf(std::nullopt);
        QVERIFY(!strip->isVisible());
    }

    void takenOverAndEnded()
    {
        m_sample.topic.lease = Lease{{u"u-1"_s}, u"林悦"_s, 3, m_sample.now.plusSeconds(60),
                                     m_sample.now.plusSeconds(1721)};
        m_sample.topic.state = TopicState::Leased;
        show();
        QVERIFY(says(u"28:41"_s));
        m_sample.topic.lease.reset();
        m_sample.topic.escalation.reset();
        m_sample.topic.waitingSince = {};
        m_sample.topic.state = TopicState::Resolved;
        show();
        QVERIFY(!says(u"28:41"_s));
        QVERIFY(!m_panel->findChild<ReasonsCard *>()->isVisible());
    }

    void textFromOutsideStaysText()
    {
        const auto bad = hostileText();
        m_sample.topic.title = bad;
        m_sample.topic.handover = bad;
        m_sample.topic.intentTitle = bad;
        m_sample.customer.name = bad;
        m_sample.customer.note = bad;
        m_sample.customer.tags = {bad, bad};
        m_sample.customer.orders[0].status = bad;
        m_sample.customer.orders[0].logistics = {bad};
        m_sample.members[0].name = bad;
        auto message = *m_sample.messages.at(3);
        message.text = bad;
        message.author.name = bad;
        message.verdict->query = bad;
        message.verdict->reasons[0].detail = bad;
        message.verdict->candidates[0].title = bad;
        m_sample.messages[3] = std::make_shared<Message>(message);
        show();
        m_panel->setVerdict(m_sample.messages.at(3));
        for (const auto tab : {ContextPanel::Context, ContextPanel::Orders, ContextPanel::Evidence,
                               ContextPanel::Members}) {
            m_panel->setTab(tab);
            QCoreApplication::processEvents();
            QCOMPARE(richLabel(*m_panel), QString());
            QCOMPARE(m_panel->width(), 320);
            for (const auto *label : m_panel->findChildren<PlainLabel *>())
                QVERIFY(!label->text().contains(QChar(0x202E)));
            grabBoth(*m_host, *m_panel, u"context-hostile-%1"_s.arg(int(tab)));
        }
    }
};

QTEST_MAIN(TestContextPanel)
#include "tst_contextpanel.moc"
