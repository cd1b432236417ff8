// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/contextpanel.h"

#include "widgets/common/card.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/askerscard.h"
#include "widgets/context/customercard.h"
#include "widgets/context/evidenceview.h"
#include "widgets/context/memberlist.h"
#include "widgets/context/ordercard.h"
#include "widgets/context/pasttopicscard.h"
#include "widgets/context/promisescard.h"
#include "widgets/context/reasonscard.h"
#include "widgets/context/stalestrip.h"
#include "widgets/context/summarycard.h"
#include "widgets/context/ticketscard.h"
#include "widgets/context/topiccard.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int tabInset = 8;   // beside the padding the style gives a tab
constexpr int mostOrders = 20;
constexpr int mostOpenTickets = 3;
constexpr int mostTickets = 20;

} // namespace

ContextPanel::ContextPanel(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : ThemedWidget(host, parent), m_clock(std::move(clock)), m_tabs(new QTabBar(this)),
      m_stale(new StaleStrip(host, this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyState(host, Icon::Doc,
                             tr("Choose a topic to see its summary, customer and orders"), this)),
      m_context(new ScrollColumn(host, ColorRole::SurfaceWindow, this)),
      m_orders(new ScrollColumn(host, ColorRole::SurfaceWindow, this)),
      m_evidence(new EvidenceView(host, this)), m_members(new MemberList(host, this)),
      m_topicCard(new TopicCard(host, m_clock, this)),
      m_handover(new Card(host, tr("Handed over"), this)),
      m_handoverText(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextPrimary, this)),
      m_summary(new SummaryCard(host, this)), m_askers(new AskersCard(host, this)),
      m_promises(new PromisesCard(host, m_clock, this)), m_past(new PastTopicsCard(host, this)),
      m_customerCard(new CustomerCard(host, m_clock, this)),
      m_openTickets(new TicketsCard(host, mostOpenTickets, this)),
      m_allTickets(new TicketsCard(host, mostTickets, this)),
      m_reasons(new ReasonsCard(host, this))
{
    build();
    clear();
}

void ContextPanel::build()
{
    setMinimumWidth(layout::context.min);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of the context"));
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab({});
    m_handoverText->setFlow(PlainLabel::Flow::Wrapped);
    m_handover->content()->addWidget(m_handoverText);
    for (QWidget *card : std::initializer_list<QWidget *>{
             m_topicCard, m_handover, m_summary, m_promises, m_askers, m_customerCard,
             m_openTickets, m_past, m_reasons})
        m_context->addCard(card);
    m_orders->addCard(m_allTickets);
    for (QWidget *page : std::initializer_list<QWidget *>{m_context, m_orders, m_evidence,
                                                          m_members, m_empty})
        m_pages->addWidget(page);
    // The mark under the open tab stands on the line of the head.
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(tabInset, 0, tabInset, 0);
    headRow->addWidget(m_tabs, 1, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_stale);
    column->addWidget(m_pages, 1);
    m_stale->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_topic.id.isEmpty())
            m_pages->setCurrentIndex(index);
    });
    connect(m_summary, &SummaryCard::jumpTo, this, &ContextPanel::jumpTo);
    connect(m_askers, &AskersCard::jumpTo, this, &ContextPanel::jumpTo);
    connect(m_promises, &PromisesCard::jumpTo, this, &ContextPanel::jumpTo);
    connect(m_customerCard, &CustomerCard::refreshWanted, this,
            &ContextPanel::refreshCustomerWanted);
    connect(m_customerCard, &CustomerCard::findWanted, this, &ContextPanel::findCustomerWanted);
}

void ContextPanel::setTopic(const Topic &topic, const QList<MessagePtr> &messages,
                            const Customer *customer, const QList<Member> &members)
{
    const auto known = customer ? std::optional(*customer) : std::nullopt;
    const bool other = topic.id != m_topic.id;
    m_members->setMembers(members, topic.askers);
    const bool samePeople = members == m_people;
    m_people = members;
    if (!other && topic == m_topic && messages == m_messages && known == m_customer) {
        if (!samePeople)
            fillAskers();
        refreshTabs(members.size());
        return;
    }
    if (other) {
        m_evidence->setMessage(nullptr);
        m_customerCard->forgetTyped();
    }
    const bool sameCustomer = !other && known == m_customer;
    const bool sameOrders = !other && known.has_value() == m_customer.has_value()
        && (!known || known->orders == m_customer->orders);
    m_topic = topic;
    m_messages = messages;
    m_customer = known;
    if (other)
        m_promised.clear();
    fillContext();
    fillAskers();
    if (!sameCustomer)
        m_customerCard->setCustomer(customer, topic.askerName);
    // Asked anew, a customer is mostly as before: then nothing moves under the hand.
    if (!sameOrders)
        fillOrders(known ? known->orders : QList<Order>());
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    refreshTabs(members.size());
}

void ContextPanel::setPromises(const QList<Promise> &promises, bool maySettle)
{
    m_maySettle = maySettle;
    m_promises->setPromises(promises, maySettle);
    fillAskers();
    if (promises == m_promised)
        return;
    m_promised = promises;
    m_summary->setSummary(summarize(m_topic, m_messages, m_promised));
}

void ContextPanel::fillAskers()
{
    m_askers->setAskers(askerRowsOf(m_topic, m_people), m_maySettle);
}

void ContextPanel::setLookup(const CustomerLookup &lookup)
{
    m_customerCard->setLookup(lookup);
    QList<Ticket> open;
    for (const auto &ticket : lookup.tickets) {
        if (!ticket.closed)
            open.append(ticket);
    }
    m_openTickets->setTickets(open);
    m_allTickets->setTickets(lookup.tickets);
}

void ContextPanel::fillContext()
{
    m_topicCard->setTopic(m_topic);
    m_handoverText->setPlainText(m_topic.handover);
    m_handover->setVisible(!m_topic.handover.isEmpty());
    m_summary->setSummary(summarize(m_topic, m_messages, m_promised));
    if (m_topic.escalation)
        m_reasons->setReasons(tr("Why a person is needed"), m_topic.escalation->reasons,
                              m_topic.escalation->score, m_topic.escalation->threshold, m_topic);
    else
        m_reasons->setReasons(tr("Why it needs a look"), m_topic.look, 0, 0, m_topic);
}

void ContextPanel::fillOrders(const QList<Order> &orders)
{
    for (auto *card : std::exchange(m_orderCards, {})) {
        card->hide();
        card->deleteLater();
    }
    if (orders.isEmpty()) {
        m_orderCards.append(new EmptyState(host(), Icon::Box, tr("No orders are known")));
        m_orders->column()->insertWidget(m_orders->column()->indexOf(m_allTickets),
                                         m_orderCards.constLast());
        return;
    }
    auto *newest = new OrderCard(host(), orders.constFirst(), OrderCard::Detail::Short);
    // After the customer, before the tickets and the reasons.
    m_context->column()->insertWidget(m_context->column()->indexOf(m_openTickets), newest);
    m_orderCards.append(newest);
    for (const auto &order : orders.first(std::min<qsizetype>(mostOrders, orders.size()))) {
        m_orderCards.append(new OrderCard(host(), order, OrderCard::Detail::Whole));
        m_orderCards.constLast()->setObjectName(order.id);
        m_orders->column()->insertWidget(m_orders->column()->indexOf(m_allTickets),
                                         m_orderCards.constLast());
    }
}

void ContextPanel::refreshTabs(qsizetype members)
{
    const auto orders = m_customer ? m_customer->orders.size() : 0;
    m_tabs->setTabText(Context, tr("Context"));
    m_tabs->setTabText(Orders, orders > 0 ? tr("Orders %1").arg(orders) : tr("Orders"));
    m_tabs->setTabText(Evidence, tr("Evidence"));
    m_tabs->setTabText(Members, members > 0 ? tr("Members %1").arg(members) : tr("Members"));
    m_tabs->setEnabled(!m_topic.id.isEmpty());
}

void ContextPanel::clear()
{
    m_topic = {};
    m_messages.clear();
    m_customer.reset();
    m_people.clear();
    setLookup({});
    setPromises({}, false);
    m_evidence->setMessage(nullptr);
    m_pages->setCurrentWidget(m_empty);
    refreshTabs(0);
}

void ContextPanel::setVerdict(const MessagePtr &message)
{
    m_evidence->setMessage(message);
}

void ContextPanel::setAsOf(std::optional<Instant> at)
{
    m_topicCard->setStale(at.has_value());
    m_stale->setVisible(at.has_value());
    if (at)
        m_stale->setAsOf(*at);
}

void ContextPanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool ContextPanel::showOrder(const QString &number)
{
    const auto card = std::ranges::find_if(m_orderCards, [&](const QWidget *one) {
        return !number.isEmpty() && one->objectName().endsWith(number);
    });
    if (card == m_orderCards.end())
        return false;
    setTab(Orders);
    m_orders->widget()->layout()->activate();
    m_orders->ensureWidgetVisible(*card, 0, 0);
    return true;
}

ContextPanel::Tab ContextPanel::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void ContextPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
