// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedData>

#include <type_traits>
#include <utility>

namespace quntai {

/** A value that most of its holders leave empty: an empty one takes a pointer's room, where a text
 * takes three. It reads like the value itself; it is never changed in place, and copies share it.
 * A console holds 50 messages of each group, and most of a message's texts are empty. */
template <class T>
class Rare
{
public:
    Rare() = default;
    template <class From>
        requires(std::is_convertible_v<From, T> && !std::is_same_v<std::decay_t<From>, Rare>)
    Rare(From &&from)
    {
        T value(std::forward<From>(from));
        if (!(value == T{}))
            m_held = new Held(std::move(value));
    }

    const T &get() const { return m_held ? m_held->value : none(); }
    operator const T &() const { return get(); }
    const T &operator*() const { return get(); }
    const T *operator->() const { return &get(); }
    bool isEmpty() const { return !m_held; }
    void clear() { m_held.reset(); }

    friend bool operator==(const Rare &a, const Rare &b)
    {
        return a.m_held == b.m_held || a.get() == b.get();
    }
    friend bool operator==(const Rare &a, const T &b) { return a.get() == b; }

private:
    struct Held : QSharedData
    {
        explicit Held(T held) : value(std::move(held)) {}
        const T value;
    };

    static const T &none()
    {
        static const T value{};
        return value;
    }

    QExplicitlySharedDataPointer<Held> m_held;
};

} // namespace quntai
