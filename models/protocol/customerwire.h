// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"

namespace quntai {

/** customer.refresh: ask the outside system anew who this member is. */
struct RefreshCustomerParams
{
    GroupId group;
    MemberId member;
    QString phone;     //!< find them by this number instead; it is never stored
    QString external;  //!< find them by the system's own id instead

    bool operator==(const RefreshCustomerParams &) const = default;
    static constexpr auto fields()
    {
        using R = RefreshCustomerParams;
        return std::tuple{required("group", &R::group), required("member", &R::member),
                          optional("phone", &R::phone), optional("external", &R::external)};
    }
};

/** What changed comes as events. */
struct RefreshCustomerResult
{
    CustomerId customer;  //!< empty: the system does not know them
    Instant fetchedAt;

    bool operator==(const RefreshCustomerResult &) const = default;
    static constexpr auto fields()
    {
        using R = RefreshCustomerResult;
        return std::tuple{optional("customer", &R::customer),
                          required("fetchedAt", &R::fetchedAt)};
    }
};

} // namespace quntai
