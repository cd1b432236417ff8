// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/iconname.h"
#include "widgets/common/theme/roles.h"
#include "widgets/common/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QRect>

#include <array>
#include <memory>

class QPainter;

namespace quntai {

class IconSet;

/// All colour values of one scheme, as read from its file.
struct ThemeColors
{
    Scheme scheme = Scheme::Light;
    std::array<QColor, kColorRoleCount> roles;
    std::array<LaneColors, kLaneCount> lanes;
};

/// How the console looks: colours by role, fonts by role, sizes, motion, icons.
///
/// A value: cheap to copy, immutable. Painting code gets it as `const Theme &`. GUI thread.
class Theme
{
public:
    Theme(std::shared_ptr<const ThemeColors> colors, std::shared_ptr<const IconSet> icons);

    Scheme scheme() const { return m_colors->scheme; }
    bool isDark() const { return scheme() == Scheme::Dark; }
    Density density() const { return m_density; }
    bool reducedMotion() const { return m_reducedMotion; }
    Theme withDensity(Density density) const;
    Theme withReducedMotion(bool reduced) const;

    const QColor &color(ColorRole role) const { return m_colors->roles[size_t(role)]; }
    ToneColors tone(Tone tone) const;
    /// `index` 0–7 is lane A–H; others wrap round.
    const LaneColors &lane(int index) const;
    /// Colour of an emotion level 0–100 as a graphic; `emotionText` gives the one for its number.
    QColor emotion(int level) const;
    QColor emotionText(int level) const;
    /// Colour of a confidence bar, in permille against the threshold of its policy.
    QColor confidence(int permille, int threshold = meter::confidenceThreshold) const;

    const QFont &font(TextRole role) const;
    /// The role's size in bold (names, selected tabs, counters).
    const QFont &boldFont(TextRole role) const;
    /// Height of one line of the role's text in the design's grid.
    int lineHeight(TextRole role) const;

    const DensityMetrics &metrics() const;
    /// Milliseconds; 0 with reduced motion.
    int duration(Motion motion) const;

    const IconSet &icons() const { return *m_icons; }
    /// Paints an icon of `size` centred in `rect`.
    void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color,
                   int size = component::icon) const;
    void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, ColorRole role,
                   int size = component::icon) const;
    /// For QAction and stock widgets; keeps this theme's colours, so ask again when it changes.
    QIcon icon(Icon icon, ColorRole role = ColorRole::TextSecondary) const;

private:
    /// Made once: a new font must find its engine again with the first character drawn.
    struct Fonts;

    std::shared_ptr<const ThemeColors> m_colors;
    std::shared_ptr<const IconSet> m_icons;
    std::shared_ptr<const Fonts> m_fonts;
    Density m_density = Density::Comfortable;
    bool m_reducedMotion = false;
};

} // namespace quntai
