// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

struct State;

/** Data of a person that has no business in a group. */
enum class PersonalKind { Mobile, IdNumber, BankCard, Address, Order };
template <>
inline constexpr std::array<std::string_view, 5> enumWords<PersonalKind>{
    "mobile", "id_number", "bank_card", "address", "order"};

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

/** The order numbers in a text that a customer other than those behind these members of the group
 * has, in the order they stand; orders nobody is known to have are none. Pure; at most 4,000
 * characters are read. */
QList<PersonalData> othersOrdersIn(const State &state, const GroupId &group,
                                   const QList<MemberId> &told, const QString &text);

/** The text with masks in place of what was found in it: never longer, at most 4,000 characters,
 * and nothing of what was found can be told from it but the ends of a number. */
QString redacted(const QString &text, const QList<PersonalData> &found);

} // namespace quntai
