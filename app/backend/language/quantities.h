// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quntai {

/** A number with what it counts. */
struct Quantity
{
    enum class Kind { Time, Money, Share, Count };

    Kind kind = Kind::Count;
    double from = 0;  //!< of Time in hours, Money in yuan, Share in percent
    double to = 0;    //!< not below from
    QString unit;     //!< of Count: what is counted

    /** Both tell how much of the same there is. */
    bool isLike(const Quantity &other) const { return kind == other.kind && unit == other.unit; }
    /** Both can be true. */
    bool overlaps(const Quantity &other) const;
    bool operator==(const Quantity &) const = default;
};

/** Takes the quantities out of a normalised text and leaves blanks: "1-3个工作日", "当天", "七天",
 * "满99元", "8折", "24小时". A number without a unit is none, but for what a threshold needs ("满99").
 * At most 16. Pure. */
QList<Quantity> takeQuantities(QString &normalised);

} // namespace quntai
