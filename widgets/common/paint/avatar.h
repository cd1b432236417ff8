// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QString>

#include <optional>

class QPainter;

namespace quntai {

enum class AvatarShape : quint8 { Person, Group };

/// What a small dot says; Offline is grey.
enum class PresenceMark : quint8 { Online, Busy, Offline, Problem };

/// Round for people, square for groups. Tone::Bot shows the bot's face instead of a letter,
/// Tone::Agent is staff, anything else is neutral.
struct AvatarSpec
{
    QString name;
    AvatarShape shape = AvatarShape::Person;
    Tone tone = Tone::Neutral;
    /// Somebody is looking right now: a thin ring round the avatar (1 px gap, outside `rect`).
    bool ring = false;
    std::optional<PresenceMark> presence = {};
};

/// The first visible character of a name that is a letter or digit, upper case; "?" if none.
QString avatarInitial(const QString &name);

/// `rect` is square: 20, 28 or 36 px. `behind` is the surface it stands on (for the gaps).
void paintAvatar(QPainter &painter, const Theme &theme, const QRect &rect, const AvatarSpec &avatar,
                 ColorRole behind = ColorRole::SurfaceBase);

QColor presenceColor(const Theme &theme, PresenceMark presence);
/// An 8 px dot centred in `rect`.
void paintPresence(QPainter &painter, const Theme &theme, const QRectF &rect,
                   PresenceMark presence);

} // namespace quntai
