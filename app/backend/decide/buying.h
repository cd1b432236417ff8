// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace quntai {

/** What says that somebody wants to buy. */
struct BuyingSigns
{
    QStringList words;      //!< that were found, in the order of the lists
    bool isPlain = false;   //!< one of them names buying itself, not only a price
    int quantity = 0;       //!< the largest number of pieces or boxes wanted; 0: none is named
    QString amount;         //!< as it was written: "20箱"

    bool operator==(const BuyingSigns &) const = default;
};

/** Signs in a normalised text (language/normalise.h). own: words besides the built-in ones, in
 * normalised form. What is wrong with something bought is no wish to buy: a text with such words
 * has no signs but a wanted quantity. Pure. */
BuyingSigns buyingSignsIn(const QString &normalised, const QStringList &own);

} // namespace quntai
