// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/pasttopic.h"

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
        return FieldList{required("group", &R::group), required("member", &R::member),
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
        return FieldList{optional("customer", &R::customer),
                          required("fetchedAt", &R::fetchedAt)};
    }
};

/** customer.topics: topics a member opened or asked in, also in other groups they are known to be
 * in, newest first. */
struct CustomerTopicsParams
{
    GroupId group;
    MemberId member;
    qint64 before = 0;  //!< 0: from the newest
    int limit = 20;     //!< at most 50

    bool operator==(const CustomerTopicsParams &) const = default;
    static constexpr auto fields()
    {
        using C = CustomerTopicsParams;
        return FieldList{required("group", &C::group), required("member", &C::member),
                          optional("before", &C::before), optional("limit", &C::limit)};
    }
};

struct CustomerTopicsResult
{
    QList<PastTopic> topics;  //!< newest first
    bool more = false;        //!< older ones may exist
    qint64 next = 0;          //!< the "before" to go on with

    bool operator==(const CustomerTopicsResult &) const = default;
    static constexpr auto fields()
    {
        using R = CustomerTopicsResult;
        return FieldList{required("topics", &R::topics), optional("more", &R::more),
                          optional("next", &R::next)};
    }
};

} // namespace quntai
