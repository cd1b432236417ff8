// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/flow/reflink.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/contextpanel.h"
#include "widgets/context/customercard.h"
#include "widgets/context/evidenceview.h"
#include "widgets/context/memberlist.h"
#include "widgets/context/ordercard.h"
#include "widgets/context/reasonscard.h"
#include "widgets/context/stalestrip.h"
#include "widgets/context/ticketscard.h"
#include "widgets/context/topiccard.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>
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

public Q_SLOTS:
    void take(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
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

    CustomerLookup known() const
    {
        CustomerLookup lookup;
        lookup.standing = CustomerLookup::Standing::Known;
        lookup.system = u"清禾会员系统"_s;
        lookup.at = m_sample.now.plusSeconds(-190);
        lookup.mayAsk = true;
        lookup.tickets = {{{u"T-20418"_s}, m_sample.customer.id, u"退款 68.90 元银行未到账，催办通道"_s,
                           u"处理中"_s, false, u"https://shop.example.com/t/20418"_s,
                           m_sample.now.plusSeconds(-7200)},
                          {{u"T-20377"_s}, m_sample.customer.id, u"牛奶外箱压扁，已补发"_s, u"已关闭"_s,
                           true, u"file:///etc/passwd"_s, m_sample.now.plusSeconds(-90'000)}};
        return lookup;
    }

    QAbstractButton *button(const QString &words) const
    {
        for (auto *button : m_panel->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->accessibleName().contains(words))
                return button;
        }
        return nullptr;
    }

    /** Nobody is known of who asks; this is how it stands with looking them up. */
    void showUnknown(const CustomerLookup &lookup)
    {
        m_panel->setTopic(m_sample.topic, m_sample.messages, nullptr, {});
        m_panel->setLookup(lookup);
        QCoreApplication::processEvents();
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

    void ageTicketsAndRefresh()
    {
        show();
        QVERIFY(!button(u"anew"_s));   // no system, nothing to refresh
        m_panel->setLookup(known());
        QCoreApplication::processEvents();
        QVERIFY(says(u"updated 3 min ago"_s));
        QVERIFY(says(u"T-20418"_s));
        QVERIFY(!says(u"T-20377"_s));   // closed ones stand with the orders
        QSignalSpy wanted(m_panel.get(), &ContextPanel::refreshCustomerWanted);
        auto *refresh = button(u"anew"_s);
        QVERIFY(refresh);
        refresh->setFocus();
        QTest::keyClick(refresh, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(namelessWidget(*m_panel), QString());
        grabBoth(*m_host, *m_panel, u"context-known"_s);
        auto asking = known();
        asking.asking = true;
        m_panel->setLookup(asking);
        QVERIFY(says(u"Updating"_s));
        QVERIFY(!refresh->isEnabled());
        m_panel->setTab(ContextPanel::Orders);
        QCoreApplication::processEvents();
        QVERIFY(says(u"T-20377"_s));
        grabBoth(*m_host, *m_panel, u"context-tickets"_s);
        auto bare = known();
        bare.mayAsk = false;
        bare.at = m_sample.now.plusSeconds(-86400 * 3);
        m_panel->setLookup(bare);
        m_panel->setTab(ContextPanel::Context);
        QVERIFY(!button(u"anew"_s));
        QVERIFY(says(u"updated "_s + QDateTime::fromMSecsSinceEpoch(bare.at.ms).toString(u"MM-dd"_s)));
    }

    void askedAnewNothingMoves()
    {
        show();
        m_panel->setLookup(known());
        const auto cards = m_panel->findChildren<OrderCard *>();
        const auto tickets = m_panel->findChildren<ChipLabel *>();
        m_sample.customer.fetchedAt = m_sample.now;
        auto fresh = known();
        fresh.at = m_sample.now;
        m_panel->setTopic(m_sample.topic, m_sample.messages, &m_sample.customer, m_sample.members);
        m_panel->setLookup(fresh);
        QVERIFY(says(u"updated just now"_s));
        QCOMPARE(m_panel->findChildren<OrderCard *>(), cards);
        for (auto *chip : m_panel->findChild<TicketsCard *>()->findChildren<ChipLabel *>())
            QVERIFY(tickets.contains(chip));
    }

    void systemIsDown()
    {
        show();
        auto lookup = known();
        lookup.problem = SystemProblem::TimedOut;
        lookup.since = m_sample.now.plusSeconds(-600);
        m_panel->setLookup(lookup);
        QCoreApplication::processEvents();
        QVERIFY(says(u"清禾会员系统 is down since "_s
                     + QDateTime::fromMSecsSinceEpoch(lookup.since.ms).toString(u"HH:mm"_s)));
        QVERIFY(says(u"does not answer in time"_s));
        QVERIFY(says(u"138****7731"_s));   // what was known stays
        QVERIFY(button(u"anew"_s)->isEnabled());
        grabBoth(*m_host, *m_panel, u"context-down"_s);
        lookup.standing = CustomerLookup::Standing::Trouble;
        lookup.tickets.clear();
        showUnknown(lookup);
        QVERIFY(says(u"is down since"_s));
        QVERIFY(!says(u"from before"_s));
        grabBoth(*m_host, *m_panel, u"context-down-unknown"_s);
    }

    void loadingShowsItsShape()
    {
        CustomerLookup lookup;
        lookup.standing = CustomerLookup::Standing::Loading;
        lookup.system = u"清禾会员系统"_s;
        showUnknown(lookup);
        QVERIFY(says(u"Looking them up in 清禾会员系统"_s));
        QVERIFY(!says(u"No customer record"_s));
        const auto height = m_panel->findChild<CustomerCard *>()->sizeHint().height();
        QTRY_VERIFY(m_panel->findChild<CustomerCard *>()->sizeHint().height() > height);
        grabBoth(*m_host, *m_panel, u"context-loading"_s);
    }

    void strangersCanBeFound()
    {
        CustomerLookup lookup;
        lookup.standing = CustomerLookup::Standing::NotFound;
        lookup.system = u"清禾会员系统"_s;
        lookup.mayAsk = true;
        showUnknown(lookup);
        QVERIFY(says(u"Not found in 清禾会员系统"_s));
        auto *field = m_panel->findChild<QLineEdit *>();
        QVERIFY(field->isVisible());
        QCOMPARE(namelessWidget(*m_panel), QString());
        QSignalSpy wanted(m_panel.get(), &ContextPanel::findCustomerWanted);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
        QTest::keyClicks(field, u"19900042206"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(wanted.takeFirst().at(0).toString(), u"19900042206"_s);
        lookup.answer = u"Nobody there has this number or id."_s;
        m_panel->setLookup(lookup);
        QVERIFY(says(u"Nobody there"_s));
        QCOMPARE(field->text(), u"19900042206"_s);
        grabBoth(*m_host, *m_panel, u"context-stranger"_s);
        // A number typed for one person is not left standing beside another.
        auto other = m_sample.topic;
        other.id = {u"t-2"_s};
        m_panel->setTopic(other, m_sample.messages, nullptr, {});
        QCOMPARE(field->text(), QString());
        lookup.mayAsk = false;
        m_panel->setLookup(lookup);
        QVERIFY(!field->isVisible());
    }

    void numbersAreCopiedAndLinksOpened()
    {
        show();
        m_panel->setLookup(known());
        QCoreApplication::processEvents();
        auto *copy = button(u"order number 20251120007731"_s);
        QVERIFY(copy);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"20251120007731"_s);
        QDesktopServices::setUrlHandler(u"https"_s, this, "take");
        QTest::mouseClick(button(u"T-20418"_s), Qt::LeftButton);
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QCOMPARE(m_opened, QUrl(u"https://shop.example.com/t/20418"_s));
        m_panel->setTab(ContextPanel::Orders);
        QCoreApplication::processEvents();
        QVERIFY(!button(u"T-20377"_s));   // no page of the web
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
        auto verdict = *message.verdict;
        verdict.query = bad;
        verdict.reasons[0].detail = bad;
        verdict.candidates[0].title = bad;
        message.verdict = verdict;
        m_sample.messages[3] = std::make_shared<Message>(message);
        show();
        auto lookup = known();
        lookup.system = bad;
        lookup.answer = bad;
        lookup.problem = SystemProblem::Failed;
        lookup.tickets[0].title = bad;
        lookup.tickets[0].state = bad;
        lookup.tickets[0].id.value = bad;
        m_panel->setLookup(lookup);
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
