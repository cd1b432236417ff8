// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace quntai {

/** Named things in a normalised text. */
struct Entities
{
    QStringList orders;   //!< numbers that name an order, digits only
    QStringList phones;   //!< mainland mobile numbers
    QList<qint64> cents;  //!< amounts of money

    bool operator==(const Entities &) const = default;
};

/** Order numbers (after 单号, 订单, or before 那单; ten or more digits; or a message that is
 * nothing but four or more digits), mobile numbers, amounts. Pure. */
Entities entitiesOf(QStringView normalised);

} // namespace quntai
