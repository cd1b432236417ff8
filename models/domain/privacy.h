// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

/** Data of a person that has no business in a group. */
enum class PersonalKind { Mobile, IdNumber, BankCard, Address };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<PersonalKind>{
    "mobile", "id_number", "bank_card", "address"};

struct PersonalData
{
    PersonalKind kind = PersonalKind::Mobile;
    Span span;  //!< where it stands, UTF-16 units of the text

    bool operator==(const PersonalData &) const = default;
};

/** Mobile numbers of mainland China, identity numbers (check digit holds), bank cards (Luhn holds),
 * and addresses down to the flat, in the order they stand.
 *
 * A number that is called an order, parcel or serial number is none of them, nor is one that is
 * part of a longer number or masked (138****5678). Width and blanks do not hide a number. Pure; at
 * most 4,000 characters are read.
 */
QList<PersonalData> personalDataIn(const QString &text);

} // namespace quntai
