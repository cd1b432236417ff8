// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lexicon.h"

#include "app/backend/language/lexiconreader.h"

namespace quntai {

using namespace Qt::StringLiterals;

Result<Lexicon> Lexicon::builtIn()
{
    return fromFolder(u":/language"_s);
}

Result<Lexicon> Lexicon::fromFolder(const QString &folder)
{
    return LexiconReader(folder).read();
}

} // namespace quntai
