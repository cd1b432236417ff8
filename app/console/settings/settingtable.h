// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/setting.h"
#include "widgets/common/theme/themehost.h"

#include <tuple>

namespace quntai {

enum class Language { System, Chinese, English };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<Language>{"system", "zh_CN", "en"};

/** What a start without arguments does. */
enum class StartWith { Ask, Server, Sample };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<StartWith>{"ask", "server", "sample"};

template <>
inline constexpr std::array<std::string_view, 3> enumWords<ThemeMode>{"system", "light", "dark"};
template <>
inline constexpr std::array<std::string_view, 2> enumWords<Density>{"comfortable", "compact"};

namespace settings {

constexpr bool isMinuteOfDay(const int &minute) { return minute >= 0 && minute < 24 * 60; }

inline const Setting<Language> language{"language", Language::System};
inline const Setting<ThemeMode> theme{"theme", ThemeMode::System};
inline const Setting<Density> density{"density", Density::Comfortable};

// Notifications, by severity.
inline const Setting<bool> urgentShow{"notices.urgent.show", true};
inline const Setting<bool> urgentSound{"notices.urgent.sound", true};
inline const Setting<bool> urgentContent{"notices.urgent.content", false};
inline const Setting<bool> normalShow{"notices.normal.show", true};
inline const Setting<bool> normalSound{"notices.normal.sound", false};
inline const Setting<bool> normalContent{"notices.normal.content", false};
inline const Setting<bool> infoShow{"notices.info.show", false};
inline const Setting<bool> infoSound{"notices.info.sound", false};
inline const Setting<bool> infoContent{"notices.info.content", false};
inline const Setting<bool> quietHours{"notices.quietHours", false};
inline const Setting<int> quietFrom{"notices.quietFrom", 22 * 60, isMinuteOfDay};
inline const Setting<int> quietTo{"notices.quietTo", 8 * 60, isMinuteOfDay};
/** Events nobody wants to be told of, and the groups that differ from the rest; words as
 * notices/groupnotices.h has them. */
inline const Setting<QStringList> unwantedKinds{"notices.unwanted", {}};
inline const Setting<QHash<QString, QStringList>> groupNotices{"notices.groups", {}};

/** Pinned topics in their order, by whom: the user and the server; see pindesk.h. */
inline const Setting<QHash<QString, QStringList>> pins{"desk.pins", {}};

/** Keys a person chose, by action; an empty list: none. What is not listed has its own. */
inline const Setting<QHash<QString, QStringList>> keys{"keys", {}};

inline const Setting<StartWith> startWith{"account.start", StartWith::Ask};
inline const Setting<QString> server{"account.server", {}};
inline const Setting<QString> user{"account.user", {}};
inline const Setting<QString> seat{"account.seat", {}};

// What the window remembers.
inline const Setting<QByteArray> geometry{"window.geometry", {}};
inline const Setting<int> room{"window.room", 0, [](const int &room) { return room >= 0; }};
inline const Setting<QHash<QString, QList<int>>> splitters{"window.splitters", {}};
inline const Setting<QStringList> recent{"palette.recent", {}};

/** The queue as it was left, and the views a person kept; each as models/items/queueorder.h says. */
inline const Setting<QString> queueView{"queue.view", {}};
inline const Setting<QStringList> queueViews{
    "queue.views", {}, [](const QStringList &views) { return views.size() <= 8; }};

/** Every row; what is not here is not read, and a test walks it. */
inline auto table()
{
    return std::tie(language, theme, density, urgentShow, urgentSound, urgentContent, normalShow,
                    normalSound, normalContent, infoShow, infoSound, infoContent, quietHours,
                    quietFrom, quietTo, unwantedKinds, groupNotices, pins, keys, startWith, server, user, seat, geometry, room,
                    splitters, recent, queueView, queueViews);
}

} // namespace settings

} // namespace quntai
