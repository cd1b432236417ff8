// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/customersource.h"
#include "app/backend/imports/samplecompany.h"

namespace quntai {

/** The sample company's own system: what its files say, by the same way as a real one. */
class SampleCustomerSource : public CustomerSource
{
    Q_OBJECT
public:
    /** company must outlive this. */
    explicit SampleCustomerSource(const SampleCompany &company, QObject *parent = nullptr);

    void look(const CustomerKey &key, Done done) override;
    bool findsByPhone() const override { return false; }

private:
    std::optional<CustomerFacts> factsOf(const CustomerId &id) const;

    const SampleCompany &m_company;
};

} // namespace quntai
