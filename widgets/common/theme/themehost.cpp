// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/themehost.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace quntai {

ThemeHost::ThemeHost(ThemeSet themes, QObject *parent)
    : QObject(parent), m_themes(std::move(themes)), m_theme(schemeInUse())
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == ThemeMode::System)
            refresh();
    });
}

void ThemeHost::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    refresh();
}

void ThemeHost::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    refresh();
}

void ThemeHost::setReducedMotion(bool reduced)
{
    if (m_reducedMotion == reduced)
        return;
    m_reducedMotion = reduced;
    refresh();
}

const Theme &ThemeHost::schemeInUse() const
{
    bool dark = m_mode == ThemeMode::Dark;
    if (m_mode == ThemeMode::System)
        dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return dark ? m_themes.dark : m_themes.light;
}

void ThemeHost::refresh()
{
    m_theme = schemeInUse().withDensity(m_density).withReducedMotion(m_reducedMotion);
    emit changed();
}

} // namespace quntai
