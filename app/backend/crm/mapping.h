// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/crmconfig.h"
#include "app/backend/crm/customersource.h"

namespace quntai {

// Answers of an outside system to our values. What they hold is untrusted: every text and list is
// bounded, control characters go, phone numbers are masked before anything else sees them.

/** An answer as JSON; Unreadable when it is none. */
Answer<QJsonValue> parseAnswer(const QByteArray &bytes);

/** The customer of an answer; nothing when there is none. Unreadable: there is one without id. */
Answer<std::optional<Customer>> readCustomer(const QJsonValue &answer, const CrmConfig &config);
/** Newest first, at most 20; what has no id is left out. Unreadable: there is no list. */
Answer<QList<Order>> readOrders(const QJsonValue &answer, const CrmConfig &config);
Answer<QList<Ticket>> readTickets(const QJsonValue &answer, const CrmConfig &config,
                                  const CustomerId &customer);

/** "138****7731"; a number too short to hide anything in becomes stars. */
QString maskedPhone(const QString &phone);
/** The text with every mobile number in it masked. */
QString withoutPhones(const QString &text);

} // namespace quntai
