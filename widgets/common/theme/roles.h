// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QtTypes>

#include <array>
#include <string_view>

namespace quntai {

/// What a colour is for. The files resources/themes/{light,dark}.json give every role a value;
/// nothing outside widgets/common/theme knows a colour by number.
enum class ColorRole : quint8 {
    SurfaceWindow,
    SurfaceBase,
    SurfaceSunken,
    SurfaceRaised,
    SurfaceHover,
    SurfaceSelected,
    SurfaceSelectedInactive,
    SurfaceOverlay,
    SurfaceSkeleton,
    BorderSubtle,
    BorderStrong,
    BorderFocus,
    TextPrimary,
    TextSecondary,
    TextTertiary,
    TextDisabled,
    TextLink,
    AccentSolid,
    AccentHover,
    AccentPressed,
    AccentOn,
    AccentFg,
    AccentTint,
    AccentBorder,
    BotSolid,
    BotOn,
    BotFg,
    BotTint,
    BotBorder,
    AgentSolid,
    AgentOn,
    AgentFg,
    AgentTint,
    AgentBorder,
    CustomerSolid,
    CustomerOn,
    CustomerFg,
    CustomerTint,
    CustomerBorder,
    NoteSolid,
    NoteOn,
    NoteFg,
    NoteTint,
    NoteBorder,
    SuccessSolid,
    SuccessOn,
    SuccessFg,
    SuccessTint,
    SuccessBorder,
    WarningSolid,
    WarningOn,
    WarningFg,
    WarningTint,
    WarningBorder,
    DangerSolid,
    DangerOn,
    DangerFg,
    DangerTint,
    DangerBorder,
    Emotion0,
    Emotion25,
    Emotion50,
    Emotion75,
    Emotion100,
    ConfidenceLow,
    ConfidenceMid,
    ConfidenceHigh,
    ConfidenceTrack,
    ConfidenceThreshold,
    DiffAddBg,
    DiffAddFg,
    DiffDelBg,
    DiffDelFg,
};

/// The path of each role in the theme files ("surface.window"), in enum order.
inline constexpr std::array kColorRoleNames{
    std::string_view("surface.window"),
    std::string_view("surface.base"),
    std::string_view("surface.sunken"),
    std::string_view("surface.raised"),
    std::string_view("surface.hover"),
    std::string_view("surface.selected"),
    std::string_view("surface.selectedInactive"),
    std::string_view("surface.overlay"),
    std::string_view("surface.skeleton"),
    std::string_view("border.subtle"),
    std::string_view("border.strong"),
    std::string_view("border.focus"),
    std::string_view("text.primary"),
    std::string_view("text.secondary"),
    std::string_view("text.tertiary"),
    std::string_view("text.disabled"),
    std::string_view("text.link"),
    std::string_view("accent.solid"),
    std::string_view("accent.hover"),
    std::string_view("accent.pressed"),
    std::string_view("accent.on"),
    std::string_view("accent.fg"),
    std::string_view("accent.tint"),
    std::string_view("accent.border"),
    std::string_view("bot.solid"),
    std::string_view("bot.on"),
    std::string_view("bot.fg"),
    std::string_view("bot.tint"),
    std::string_view("bot.border"),
    std::string_view("agent.solid"),
    std::string_view("agent.on"),
    std::string_view("agent.fg"),
    std::string_view("agent.tint"),
    std::string_view("agent.border"),
    std::string_view("customer.solid"),
    std::string_view("customer.on"),
    std::string_view("customer.fg"),
    std::string_view("customer.tint"),
    std::string_view("customer.border"),
    std::string_view("note.solid"),
    std::string_view("note.on"),
    std::string_view("note.fg"),
    std::string_view("note.tint"),
    std::string_view("note.border"),
    std::string_view("success.solid"),
    std::string_view("success.on"),
    std::string_view("success.fg"),
    std::string_view("success.tint"),
    std::string_view("success.border"),
    std::string_view("warning.solid"),
    std::string_view("warning.on"),
    std::string_view("warning.fg"),
    std::string_view("warning.tint"),
    std::string_view("warning.border"),
    std::string_view("danger.solid"),
    std::string_view("danger.on"),
    std::string_view("danger.fg"),
    std::string_view("danger.tint"),
    std::string_view("danger.border"),
    std::string_view("emotion.0"),
    std::string_view("emotion.25"),
    std::string_view("emotion.50"),
    std::string_view("emotion.75"),
    std::string_view("emotion.100"),
    std::string_view("confidence.low"),
    std::string_view("confidence.mid"),
    std::string_view("confidence.high"),
    std::string_view("confidence.track"),
    std::string_view("confidence.threshold"),
    std::string_view("diff.addBg"),
    std::string_view("diff.addFg"),
    std::string_view("diff.delBg"),
    std::string_view("diff.delFg"),
};
inline constexpr int kColorRoleCount = int(kColorRoleNames.size());

/// Who or what something stands for; each tone has five colours that fit together.
enum class Tone : quint8 { Neutral, Accent, Bot, Agent, Note, Success, Warning, Danger };

/// The five colours of a Tone. `on` is text on `solid`; `fg` is text on `tint` or a surface.
struct ToneColors
{
    QColor solid, on, fg, tint, border;
};

/// The colours of one topic lane. `text` is for text on `tint`, `on` for the letter on `rail`.
struct LaneColors
{
    QColor rail, on, tint, text, border;
};
inline constexpr int kLaneCount = 8;

/// The type scale. Micro is for digits, Latin and key caps only, never Chinese sentences.
enum class TextRole : quint8 { Micro, Caption, Ui, UiStrong, Message, Title, Metric, Display };

enum class Scheme : quint8 { Light, Dark };
enum class Density : quint8 { Comfortable, Compact };

/// Durations of the few things that move.
enum class Motion : quint8 { Fold, LaneFocus, Popup, Toast, Flash };

} // namespace quntai
