// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QSize>
#include <QString>

class QPainter;

namespace quntai {

/// How surely a node belongs to its lane: a weak link or an unsent message is hollow.
enum class LaneFill : quint8 { Solid, Hollow };

/// Circle with laneLetter(lane), 16 px centred in `rect`. `halo`: a 2 px gap to the rail that
/// runs behind, in the surface's colour (outside the circle).
void paintLaneBadge(QPainter &painter, const Theme &theme, const QRectF &rect, int lane,
                    LaneFill fill = LaneFill::Solid, bool halo = false);

/// A pill with a number: grey beside a heading, red ("hot") where a person must act now. Counts
/// above 999 show as "999+".
QSize countBadgeSize(const Theme &theme, int count);
void paintCountBadge(QPainter &painter, const Theme &theme, const QRect &rect, int count,
                     bool hot = false);

/// A key cap such as "Ctrl+E", 11 px. `ink`: on a button, outlined in the button's text colour.
QSize keyCapSize(const Theme &theme, const QString &keys);
void paintKeyCap(QPainter &painter, const Theme &theme, const QRect &rect, const QString &keys,
                 const QColor &ink = {});

/// A source reference such as "#31".
QSize refSize(const Theme &theme, const QString &text);
void paintRef(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text);

} // namespace quntai
