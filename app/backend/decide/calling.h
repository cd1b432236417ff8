// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"

#include <QStringView>

namespace quntai {

// Calling somebody in a group by name, without @. Texts are normalised; names are as the group shows
// them: "吴姐-2区", "财务-孟孟", "老周团长".

/** 你, and not 你们 or 你家. */
bool speaksToOne(const Lexicon &lexicon, QStringView text);

/** The text begins with a part of the name, or the name without its title, and goes on as to one who
 * was called: "孟孟是我给你的…", and not "火锅套餐拿到了" where somebody is called 火锅. */
bool beginsCalling(const Lexicon &lexicon, QStringView text, QStringView name);

/** The same, where a name that is how one calls people is enough: "沈先生放心". */
bool beginsWithPerson(const Lexicon &lexicon, QStringView text, QStringView name);

} // namespace quntai
