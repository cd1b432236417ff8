// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/iconname.h"

#include <QByteArray>
#include <QHash>
#include <QPixmap>

#include <array>

namespace quntai {

/// Renders our own icon files in any colour and size, sharp at every scale.
///
/// Only compiled-in files are ever read; a picture from outside must never come here.
/// Rendered pixmaps are kept. GUI thread only.
class IconSet
{
public:
    /// Reads all icon files from the program's resources.
    IconSet();

    /// `size` in device-independent pixels; an unknown or broken file gives a null pixmap.
    QPixmap pixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio) const;

    /// Icons that could not be read, by name; empty in a sound build.
    QStringList missing() const;

private:
    struct Key
    {
        quint8 icon;
        QRgb color;
        int size;
        int dprPercent;
        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.icon, key.color, key.size, key.dprPercent);
    }

    std::array<QByteArray, kIconCount> m_sources;
    mutable QHash<Key, QPixmap> m_cache;
};

} // namespace quntai
