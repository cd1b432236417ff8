// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/sharedtext.h"

#include <array>
#include <functional>

namespace quntai {

namespace {

constexpr std::size_t longest = 64;  // bytes: ids and names are shorter, what people write is not
constexpr std::size_t places = 4096;

} // namespace

QString sharedText(std::string_view utf8)
{
    const QUtf8StringView bytes(utf8.data(), qsizetype(utf8.size()));
    if (utf8.empty() || utf8.size() > longest)
        return bytes.toString();
    thread_local std::array<QString, places> kept;  // by hash; the latest stays
    auto &text = kept[std::hash<std::string_view>{}(utf8) % places];
    if (text != bytes)
        text = bytes.toString();
    return text;
}

} // namespace quntai
