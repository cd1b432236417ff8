// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/promise.h"
#include "models/domain/topic.h"
#include "models/items/customerlookup.h"
#include "widgets/common/themedwidget.h"

#include <functional>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace quntai {

class AskersCard;
class Card;
class CustomerCard;
class EmptyState;
class EvidenceView;
class MemberList;
class PastTopicsCard;
class PlainLabel;
class PromisesCard;
class ReasonsCard;
class ScrollColumn;
class StaleStrip;
class SummaryCard;
class TicketsCard;
class TopicCard;

/** The desk's right column: what a person must know about one topic before answering.
 *
 * Shows values only; the page gives them and follows jumpTo. Nothing in it moves while the values
 * stay the same, however often they are set.
 */
class ContextPanel : public ThemedWidget
{
    Q_OBJECT
public:
    enum Tab { Context, Orders, Evidence, Members };

    /** clock: the backend's time. */
    ContextPanel(ThemeHost &host, std::function<Instant()> clock, QWidget *parent = nullptr);

    /** messages: of the topic, oldest first. customer: of the asker, null when unknown; not kept.
     */
    void setTopic(const Topic &topic, const QList<MessagePtr> &messages, const Customer *customer,
                  const QList<Member> &members);
    /** What was promised in the topic, in the order shown, and whether the person may say what became
     * of it and of its askers; after setTopic(). */
    void setPromises(const QList<Promise> &promises, bool maySettle);
    AskersCard &askers() const { return *m_askers; }
    PromisesCard &promises() const { return *m_promises; }
    PastTopicsCard &past() const { return *m_past; }
    /** How it stands with looking the asker up, and their tickets; after setTopic(). */
    void setLookup(const CustomerLookup &lookup);
    /** No topic is chosen. */
    void clear();
    /** The message whose verdict the evidence tab explains. */
    void setVerdict(const MessagePtr &message);
    /** Offline: what is shown is what was known then. Unset: it is up to date. */
    void setAsOf(std::optional<Instant> at);
    void setTab(Tab tab);
    /** Shows the order whose number is this, or ends so; false when the asker has none such. */
    bool showOrder(const QString &number);
    Tab tab() const;

Q_SIGNALS:
    void jumpTo(const quntai::MessageId &message);
    /** Ask the outside system about the asker anew. */
    void refreshCustomerWanted();
    /** Find the asker there by what was typed: a phone number or its id of them. */
    void findCustomerWanted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void fillContext();
    void fillAskers();
    void fillOrders(const QList<Order> &orders);
    void refreshTabs(qsizetype members);

    std::function<Instant()> m_clock;
    Topic m_topic;
    QList<MessagePtr> m_messages;
    std::optional<Customer> m_customer;
    QList<Promise> m_promised;
    QList<Member> m_people;   //!< of the group
    bool m_maySettle = false;

    QTabBar *m_tabs;
    StaleStrip *m_stale;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ScrollColumn *m_context;
    ScrollColumn *m_orders;
    EvidenceView *m_evidence;
    MemberList *m_members;
    TopicCard *m_topicCard;
    Card *m_handover;
    PlainLabel *m_handoverText;
    SummaryCard *m_summary;
    AskersCard *m_askers;
    PromisesCard *m_promises;
    PastTopicsCard *m_past;
    CustomerCard *m_customerCard;
    TicketsCard *m_openTickets;
    TicketsCard *m_allTickets;
    ReasonsCard *m_reasons;
    QList<QWidget *> m_orderCards;   //!< of both tabs
};

} // namespace quntai
