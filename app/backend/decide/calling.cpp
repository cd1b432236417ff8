// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/calling.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleLength = 2;  // 团长, 群主
constexpr qsizetype longestTitle = 3;

bool goesOnToOne(const Lexicon &lexicon, QStringView text, qsizetype from)
{
    const auto rest = text.sliced(from);
    return !rest.isEmpty()
        && (u"你我,!~ "_s.contains(rest.front())
            || (rest.contains(u'你') && speaksToOne(lexicon, text)));
}

/** 沈先生, 吴姐, 小鱼妈妈. */
bool isHowPeopleAreCalled(const Lexicon &lexicon, QStringView name)
{
    for (qsizetype length = 1; length <= longestTitle && length < name.size(); ++length) {
        if (lexicon.addressWords.contains(name.last(length)))
            return true;
    }
    return false;
}

bool callsPart(const Lexicon &lexicon, QStringView text, QStringView part, bool titleIsEnough)
{
    if (text.isEmpty() || part.isEmpty() || text.front() != part.front())
        return false;
    if (text.startsWith(part))
        return (titleIsEnough && isHowPeopleAreCalled(lexicon, part))
            || goesOnToOne(lexicon, text, part.size());
    const bool hasTitle = part.size() >= 2 * titleLength
        && lexicon.staffWords.contains(part.last(titleLength));
    const auto stem = part.chopped(hasTitle ? titleLength : 0);
    return hasTitle && text.startsWith(stem)
        && ((titleIsEnough && isHowPeopleAreCalled(lexicon, stem))
            || goesOnToOne(lexicon, text, stem.size()));
}

/** What stands behind the dash may be a name, a house or an age. */
bool isSecondName(QStringView part)
{
    return part.size() >= 2 && part.size() <= 3
        && std::ranges::none_of(part, [](QChar c) { return c.isDigit(); });
}

bool calls(const Lexicon &lexicon, QStringView text, QStringView name, bool titleIsEnough)
{
    const auto dash = name.indexOf(u'-');
    const auto first = dash < 0 ? name : name.first(dash);
    if (first.size() >= 2 && callsPart(lexicon, text, first, titleIsEnough))
        return true;
    return dash >= 0 && isSecondName(name.sliced(dash + 1))
        && callsPart(lexicon, text, name.sliced(dash + 1), titleIsEnough);
}

} // namespace

bool speaksToOne(const Lexicon &lexicon, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'你' && !lexicon.companyWords.longestAt(text, at))
            return true;
    }
    return false;
}

bool beginsCalling(const Lexicon &lexicon, QStringView text, QStringView name)
{
    return calls(lexicon, text, name, false);
}

bool beginsWithPerson(const Lexicon &lexicon, QStringView text, QStringView name)
{
    return calls(lexicon, text, name, true);
}

} // namespace quntai
