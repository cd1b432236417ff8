// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

// What an entry wants to know of the customers' system before it answers (Entry::act).

/** Why nothing is to be had; the words of ReasonPart::detail. */
enum class LookupLack { None, Down, NotFound, TooMany };
QString wordOfLack(LookupLack lack);

/** Where a question stands with what its entry looks up. */
struct LookupStand
{
    bool isKnown = false;           //!< the answer can be filled
    LookupLack lack = LookupLack::None;  //!< it can not, and will not
    std::optional<Lookup> ask = {};  //!< to be asked for now; neither: it is on its way
};

/** Pure. A question is looked up once; what came is good for ten minutes. Where no such system was
 * ever connected, what is known is used as it is. topic: the question's, or null. */
LookupStand lookupStand(const Scene &scene, const Message &asked, const Entry &entry,
                        const Topic *topic, const QString &order);

/** The question a lookup was made for is decided again, by what came; a person's topic stays
 * theirs. */
void takeLookup(Scene &scene, const Topic &topic, const LookupDone &done);

} // namespace quntai
