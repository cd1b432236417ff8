// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace quntai {

/** A value that may be absent, kept outside: an absent one takes two pointers' room, and copies
 * share it. It is never changed in place; otherwise like std::optional. */
template <class T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(T value) : m_value(std::make_shared<const T>(std::move(value))) {}

    explicit operator bool() const { return bool(m_value); }
    bool has_value() const { return bool(m_value); }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    void reset() { m_value.reset(); }

    friend bool operator==(const Boxed &a, const Boxed &b)
    {
        return a.m_value == b.m_value || (a && b && *a == *b);
    }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace quntai
