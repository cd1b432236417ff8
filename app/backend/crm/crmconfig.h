// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/jsonpath.h"
#include "models/domain/enums.h"
#include "models/transfer/yaml.h"

#include <QDir>
#include <QHash>
#include <QUrl>

#include <optional>

namespace quntai {

/** A text of an answer; values turns the system's words into ours. */
struct TextField
{
    std::optional<JsonPath> path;  //!< unset: not to be had
    QHash<QString, QString> values;
};

/** Money of an answer. */
struct MoneyField
{
    std::optional<JsonPath> path;
    bool cents = false;  //!< else yuan, with two decimals
};

struct CustomerMapping
{
    JsonPath at;  //!< of the record; of a list the first
    TextField id;
    TextField name;
    TextField level;  //!< its values are "normal", "vip", "svip"
    TextField tags;
    TextField since;
    TextField phone;
    TextField note;
    TextField orders30d;
    MoneyField spend30d;
    TextField refunds;
};

struct OrderMapping
{
    JsonPath at;   //!< of the list
    TextField id;
    TextField placedAt;
    TextField status;
    MoneyField total;
    JsonPath linesAt;
    TextField lineName;  //!< unset: no lines
    TextField lineQuantity;
    MoneyField linePrice;
    TextField logistics;
    TextField refundState;
    MoneyField refund;
};

struct TicketMapping
{
    JsonPath at;
    TextField id;
    TextField title;
    TextField state;
    QStringList closedStates;  //!< in the system's words
    TextField url;
    TextField updatedAt;
};

/** The section crm of the backend's configuration: where customers, orders and tickets are to be
 * had, and where in the answers what stands. */
struct CrmConfig
{
    QUrl url;              //!< https, or http on this machine; no slash at its end
    QString name;          //!< as consoles show it
    QByteArray authHeader; //!< "Authorization"
    QByteArray authValue;  //!< secret
    int timeoutMs = 5000;  //!< one try, whole
    int tries = 3;
    int atOnce = 4;
    qint64 maxBytes = 512 * 1024;
    qint64 maxAgeMs = 10 * 60'000;
    int utcOffsetMinutes = 480;  //!< of times that do not say theirs

    QString byMember;      //!< "/customers?member={member}"
    QString byCustomer;    //!< "/customers/{customer}"
    QString byPhone;
    CustomerMapping customer;
    QString ordersGet;     //!< empty: orders stand in the customer's answer
    std::optional<OrderMapping> orders;
    QString ticketsGet;
    std::optional<TicketMapping> tickets;
};

/** Reads the section; paths in it are relative to base. Throws YAML::Exception with the place. */
CrmConfig readCrm(const YAML::Node &map, const QDir &base);

/** The address of a question; nothing when a value cannot be part of one. */
std::optional<QUrl> addressOf(const CrmConfig &config, const QString &endpoint,
                              const QHash<QString, QString> &values);

} // namespace quntai
