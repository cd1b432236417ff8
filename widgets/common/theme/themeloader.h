// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace quntai {

/// Both schemes, ready to use.
struct ThemeSet
{
    Theme light;
    Theme dark;
};

/// Reads one theme file. Every role must be there once as "#RRGGBB", and nothing unknown;
/// the error is one sentence that names the role at fault.
std::expected<ThemeColors, QString> parseThemeColors(const QByteArray &json, Scheme scheme);

/// Loads both compiled-in themes and the icons. Once, at start.
std::expected<ThemeSet, QString> loadThemes();

} // namespace quntai
