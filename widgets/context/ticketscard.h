// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/card.h"

namespace quntai {

/** A customer's cases in the outside system: what about, how far, when it last moved. */
class TicketsCard : public Card
{
    Q_OBJECT
public:
    /** most: more are only counted. */
    TicketsCard(ThemeHost &host, int most, QWidget *parent = nullptr);

    /** Hidden when there are none. */
    void setTickets(const QList<Ticket> &tickets);

private:
    QWidget *rowFor(const Ticket &ticket);

    const int m_most;
    QList<Ticket> m_tickets;
    QList<QWidget *> m_rows;
};

} // namespace quntai
