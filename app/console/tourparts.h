// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace quntai {

/** The tour's parts in their order. Each is a process of its own, as Qt reads the scale of the
 * screen at its start. */
struct TourPart
{
    enum class Kind : quint8 {
        Whole,  //!< every page and state, at 1440×900
        Wide,   //!< what is unusual: 3840×2160, the compact rows, a crowded group, what went wrong
        Scaled, //!< the main pages at 1280×720 on a screen with more pixels a step
    };

    const char *name;    //!< on the command line; empty: the first
    Kind kind;
    const char *scale;   //!< QT_SCALE_FACTOR
    const char *suffix;  //!< of its pictures
};

inline constexpr std::array tourParts{
    TourPart{"", TourPart::Kind::Whole, "1", ""},
    TourPart{"wide", TourPart::Kind::Wide, "1", ""},
    TourPart{"125", TourPart::Kind::Scaled, "1.25", "-125"},
    TourPart{"150", TourPart::Kind::Scaled, "1.5", "-150"},
    TourPart{"200", TourPart::Kind::Scaled, "2", "-2x"}};

/** The part of that name; the first for any other. Pure. */
inline const TourPart &tourPart(QStringView name)
{
    for (const auto &part : tourParts) {
        if (name == QLatin1StringView(part.name))
            return part;
    }
    return tourParts.front();
}

/** The one that follows; null after the last. Pure. */
inline const TourPart *partAfter(const TourPart &part)
{
    const auto next = static_cast<std::size_t>(&part - tourParts.data()) + 1;
    return next < tourParts.size() ? &tourParts[next] : nullptr;
}

} // namespace quntai
