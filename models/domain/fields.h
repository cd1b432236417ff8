// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <tuple>

namespace quntai {

/** One member of a value type and its name on the wire.
 *
 * A value type lists its members once, in a static fields() function; the codec, the schema test
 * and the snapshot writer walk that list, so a member cannot be forgotten in one of them.
 */
template <class Owner, class Member>
struct Field
{
    std::string_view name;
    Member Owner::*member;
    bool required; //!< always written and demanded when read; else left out when it is the default
};

template <class Owner, class Member>
constexpr auto required(std::string_view name, Member Owner::*member)
{
    return Field<Owner, Member>{name, member, true};
}

template <class Owner, class Member>
constexpr auto optional(std::string_view name, Member Owner::*member)
{
    return Field<Owner, Member>{name, member, false};
}

/** The words of an enumeration on the wire, in the order of its values; specialised beside each. */
template <class Enum>
inline constexpr auto enumWords = std::array<std::string_view, 0>{};

template <class T>
concept HasFields = requires { T::fields(); };

} // namespace quntai
