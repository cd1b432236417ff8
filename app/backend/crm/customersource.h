// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/values.h"

#include <QObject>

#include <expected>
#include <functional>
#include <optional>

namespace quntai {

/** Why an outside system gave nothing usable, and in words what it did. */
struct SystemTrouble
{
    SystemProblem problem = SystemProblem::None;
    QString detail;  //!< English, for people; holds nothing of the answer and no secret

    bool operator==(const SystemTrouble &) const = default;
};

template <class T>
using Answer = std::expected<T, SystemTrouble>;

inline std::unexpected<SystemTrouble> trouble(SystemProblem problem, QString detail)
{
    return std::unexpected(SystemTrouble{problem, std::move(detail)});
}

/** The system itself is out of reach, not only one answer of it of no use. */
inline bool isDown(const SystemTrouble &trouble)
{
    return trouble.problem != SystemProblem::None && trouble.problem != SystemProblem::Unreadable
        && trouble.problem != SystemProblem::TooLarge;
}

/** Whom to look up; the first of phone, customer and member that is set and can be asked for. */
struct CustomerKey
{
    MemberId member;      //!< "channel/platform id"
    CustomerId customer;  //!< the system's own id, when known
    QString phone;        //!< the whole number, as somebody typed it; goes nowhere else
    bool hurry = false;   //!< a person waits: one try only
};

/** What a system knows of a customer. */
struct CustomerFacts
{
    Customer customer;                      //!< without orders
    std::optional<QList<Order>> orders;     //!< unset: not asked for, or trouble
    std::optional<QList<Ticket>> tickets;
    SystemTrouble trouble;                  //!< with orders or tickets
};

/** A system that knows customers, their orders and their tickets. Lives in one thread. */
class CustomerSource : public QObject
{
    Q_OBJECT
public:
    /** Nothing: the system does not know them. */
    using Done = std::function<void(Answer<std::optional<CustomerFacts>>)>;

    using QObject::QObject;

    /** done comes later, once, in this thread. */
    virtual void look(const CustomerKey &key, Done done) = 0;
    /** Whether somebody can be found by their phone number. */
    virtual bool findsByPhone() const = 0;
};

} // namespace quntai
