// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <array>
#include <string_view>

namespace quntai {

/// Every icon of the console; each is a file resources/icons/<name>.svg of our own.
enum class Icon : quint8 {
    At,
    Bell,
    Book,
    Bot,
    Box,
    Bulb,
    Chat,
    Check,
    Clip,
    Clock,
    Cog,
    Copy,
    Db,
    Desk,
    Diff,
    Doc,
    Down,
    Download,
    Edit,
    Eye,
    Face,
    FaceCalm,
    Filter,
    Flag,
    Fold,
    History,
    Image,
    Join,
    Left,
    Link,
    Lock,
    Menu,
    Merge,
    Moon,
    More,
    Net,
    Off,
    Pause,
    People,
    Person,
    Phone,
    Pin,
    Play,
    Plus,
    Quote,
    Refresh,
    Report,
    Review,
    Right,
    Search,
    Send,
    Sort,
    Split,
    Sun,
    Take,
    Target,
    Tool,
    Transfer,
    Undo,
    Up,
    Wall,
    Warn,
    Whisper,
    X,
};

/// File names without suffix, in enum order.
inline constexpr std::array kIconNames{
    std::string_view("at"),       std::string_view("bell"),    std::string_view("book"),
    std::string_view("bot"),      std::string_view("box"),     std::string_view("bulb"),
    std::string_view("chat"),     std::string_view("check"),   std::string_view("clip"),
    std::string_view("clock"),    std::string_view("cog"),     std::string_view("copy"),
    std::string_view("db"),       std::string_view("desk"),    std::string_view("diff"),
    std::string_view("doc"),      std::string_view("down"),    std::string_view("download"),
    std::string_view("edit"),     std::string_view("eye"),     std::string_view("face"),
    std::string_view("face0"),    std::string_view("filter"),  std::string_view("flag"),
    std::string_view("fold"),     std::string_view("history"), std::string_view("image"),
    std::string_view("join"),     std::string_view("left"),    std::string_view("link"),
    std::string_view("lock"),     std::string_view("menu"),    std::string_view("merge"),
    std::string_view("moon"),     std::string_view("more"),    std::string_view("net"),
    std::string_view("off"),      std::string_view("pause"),   std::string_view("people"),
    std::string_view("person"),   std::string_view("phone"),   std::string_view("pin"),
    std::string_view("play"),     std::string_view("plus"),    std::string_view("quote"),
    std::string_view("refresh"),  std::string_view("report"),  std::string_view("review"),
    std::string_view("right"),    std::string_view("search"),  std::string_view("send"),
    std::string_view("sort"),     std::string_view("split"),   std::string_view("sun"),
    std::string_view("take"),     std::string_view("target"),  std::string_view("tool"),
    std::string_view("transfer"), std::string_view("undo"),    std::string_view("up"),
    std::string_view("wall"),     std::string_view("warn"),    std::string_view("whisper"),
    std::string_view("x"),
};
inline constexpr int kIconCount = int(kIconNames.size());

} // namespace quntai
