// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/result.h"

namespace quntai {

/** The data of an event as compact JSON; an UnknownEvent's comes back as it was. Never fails. */
QByteArray encodeEventData(const EventData &data);

/** Reads the data of one event.
 *
 * A type this version does not know becomes an UnknownEvent. Errors: Parse for what is not strict
 * JSON (depth over 32, a name twice, bad UTF-8), InvalidParams with data.field for a member that
 * is missing or wrong. Any thread.
 */
Result<EventData> decodeEventData(QStringView type, QByteArrayView json);

} // namespace quntai
