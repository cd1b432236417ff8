// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/crmconfig.h"
#include "app/backend/crm/restclient.h"

namespace quntai {

/** Customers of a REST service, as the configuration says. */
class HttpCustomerSource : public CustomerSource
{
    Q_OBJECT
public:
    explicit HttpCustomerSource(CrmConfig config, QObject *parent = nullptr);
    /** Other limits than the configuration has, for tests. */
    HttpCustomerSource(CrmConfig config, const RestLimits &limits, QObject *parent = nullptr);

    void look(const CustomerKey &key, Done done) override;
    bool findsByPhone() const override { return !m_config.byPhone.isEmpty(); }

    static RestLimits limitsOf(const CrmConfig &config);

private:
    struct Lookup;
    using LookupPtr = std::shared_ptr<Lookup>;

    std::optional<QUrl> firstAddress(const CustomerKey &key) const;
    void takeCustomer(const LookupPtr &lookup, const QByteArray &bytes);
    void askOrders(const LookupPtr &lookup, const QJsonValue &answer);
    void askTickets(const LookupPtr &lookup, const QJsonValue &answer);
    void takeOrders(const LookupPtr &lookup, const QJsonValue &answer);
    void takeTickets(const LookupPtr &lookup, const QJsonValue &answer);
    void ask(const LookupPtr &lookup, const QString &endpoint,
             std::function<void(const QJsonValue &)> take);

    const CrmConfig m_config;
    RestClient m_client;
};

} // namespace quntai
