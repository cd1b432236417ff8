// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

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

/** The member at one place of a FieldList. */
template <std::size_t Index, class Item>
struct FieldAt
{
    Item item;
};

template <class Indices, class... Items>
struct FieldItems;

template <std::size_t... Index, class... Items>
struct FieldItems<std::index_sequence<Index...>, Items...> : FieldAt<Index, Items>...
{
    constexpr explicit FieldItems(const Items &...items) : FieldAt<Index, Items>{items}... {}

    template <class Visit>
    constexpr void forEach(Visit visit) const
    {
        (visit(static_cast<const FieldAt<Index, Items> &>(*this).item), ...);
    }
};

/** The members of a value type in their order.
 *
 * A std::tuple would do, but it is built one inside the other: with fifty members its types took
 * half of each precompiled header (800 MB), which every file of the project reads. */
template <class... Items>
struct FieldList : FieldItems<std::index_sequence_for<Items...>, Items...>
{
    static constexpr std::size_t size = sizeof...(Items);
    constexpr explicit FieldList(const Items &...items)
        : FieldItems<std::index_sequence_for<Items...>, Items...>(items...)
    {
    }
};

/** The member at a place. */
template <std::size_t Index, class Item>
constexpr const Item &fieldAt(const FieldAt<Index, Item> &place)
{
    return place.item;
}

/** The words of an enumeration on the wire, in the order of its values; specialised beside each. */
template <class Enum>
inline constexpr auto enumWords = std::array<std::string_view, 0>{};

template <class T>
concept HasFields = requires { T::fields(); };

} // namespace quntai
