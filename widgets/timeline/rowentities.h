// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/// What a text in a message names that can be looked up.
enum class EntityKind : quint8 {
    Order,   ///< its number
    Phone,   ///< a mobile number
    Product, ///< something its customer ordered, in their words
};

/// Kind of a text that entitiesIn() found. Pure.
EntityKind entityKindOf(const QString &text);

/// Texts of a message, as they stand there, that can be looked up: numbers of orders that who wrote
/// it or who asks in its topic is known to have; mobile numbers; and what they ordered, called by
/// the end of its name ("荔枝" of "妃子笑荔枝 3 斤装"). At most eight; days and times are none. Reads
/// 4,000 characters at the most. Pure.
QStringList entitiesIn(const State &state, const Message &message, const Topic *topic);

/// The longest end of a product's name, sizes left out, that stands in the text; two characters at
/// the least; empty: none does. Pure.
QString productIn(const QString &text, const QString &product);

/// What looking it up does, for people: "Find the customer of 138****8000". No whole number stands
/// in it, and no more of the text than 24 characters.
QString entityAction(const QString &text);

} // namespace quntai
