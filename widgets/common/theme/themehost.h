// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themeloader.h"

#include <QObject>

namespace quntai {

/// What the person chose; System follows the desktop, live.
enum class ThemeMode : quint8 { System, Light, Dark };

/// Holds the theme in use and says when it changes.
///
/// Owned by the program, outlives all widgets; they get it by constructor and repaint on
/// changed(). GUI thread.
class ThemeHost : public QObject
{
    Q_OBJECT

public:
    explicit ThemeHost(ThemeSet themes, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    ThemeMode mode() const { return m_mode; }

    void setMode(ThemeMode mode);
    void setDensity(Density density);
    void setReducedMotion(bool reduced);

signals:
    /// Colours, density or motion differ now; theme() already gives the new one.
    void changed();

private:
    void refresh();
    const Theme &schemeInUse() const;

    ThemeSet m_themes;
    ThemeMode m_mode = ThemeMode::System;
    Density m_density = Density::Comfortable;
    bool m_reducedMotion = false;
    Theme m_theme;
};

} // namespace quntai
