// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/sharedtext.h"

#include <array>
#include <functional>
#include <memory>
#include <utility>

namespace quntai {

namespace {

constexpr std::size_t longest = 64;  // bytes: ids and names are shorter, what people write is not
constexpr std::size_t places = 4096;
constexpr qsizetype waste = 16;      // characters a text may have room for and not use

/** Room was made for as many characters as there are bytes: three times what Chinese needs. */
QString tight(QUtf8StringView bytes)
{
    auto text = bytes.toString();
    if (text.capacity() - text.size() > waste)
        text.squeeze();
    return text;
}

/** Two texts with the same hash. The first has come more than once, so that the many that never
 * come again (ids of messages) push out only each other. */
struct Place
{
    QString again;
    QString once;
};

} // namespace

QString sharedText(std::string_view utf8)
{
    const QUtf8StringView bytes(utf8.data(), qsizetype(utf8.size()));
    if (utf8.empty() || utf8.size() > longest)
        return tight(bytes);
    // Not in place: what a thread has of its own is cleared, so held, by threads that never read.
    thread_local const auto kept = std::make_unique<std::array<Place, places>>();
    auto &place = (*kept)[std::hash<std::string_view>{}(utf8) % places];
    if (place.again == bytes)
        return place.again;
    if (place.once == bytes)
        std::swap(place.again, place.once);
    else
        return place.once = tight(bytes);
    return place.again;
}

} // namespace quntai
