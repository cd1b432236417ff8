// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/normalise.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/shorthands.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readLimit = 4000;
constexpr int longestFace = 6;

/** Length of a "[表情]" that starts here, 0 when none does. */
int faceAt(QStringView text, qsizetype at)
{
    if (text[at] != u'[' && text[at] != u'【')
        return 0;
    const QChar close = text[at] == u'[' ? u']' : u'】';
    for (qsizetype i = at + 1; i < text.size() && i <= at + longestFace + 1; ++i) {
        if (text[i] == close)
            return i == at + 1 ? 0 : int(i - at + 1);
        if (!text[i].isLetterOrNumber())
            return 0;
    }
    return 0;
}

bool isDingbat(char16_t c)
{
    return (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff) || c == 0xfe0f
        || c == 0x200d || c == 0x200b || c == 0xfeff || c == 0x20e3;
}

QChar plainPunctuation(QChar c)
{
    static constexpr std::u16string_view from = u"，。、；：？！“”‘’（）【】《》…～—·「」『』\u3000";
    static constexpr std::u16string_view to = u",.,;:?!\"\"''()[]<>.~-.\"\"\"\" ";
    static_assert(from.size() == to.size());
    const auto found = from.find(c.unicode());
    return found == from.npos ? c : QChar(to[found]);
}

/** Of the block that holds nearly all that is written. */
bool isUsualHan(QChar c)
{
    return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff;
}

QChar plain(QChar c, const Lexicon &lexicon)
{
    if (isUsualHan(c))
        return lexicon.simplified(c);
    if (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e)
        c = QChar(c.unicode() - 0xfee0);
    else
        c = plainPunctuation(c);
    if (c.isSpace())
        return u' ';
    return lexicon.simplified(c).toLower();
}

} // namespace

std::pair<int, int> NormalisedText::originalRange(int start, int length) const
{
    if (length <= 0 || start < 0 || start + length > origin.size())
        return {0, 0};
    const int first = origin[start];
    return {first, origin[start + length - 1] - first + 1};
}

NormalisedText normalise(QStringView text, const Lexicon &lexicon)
{
    NormalisedText out;
    text = text.first(std::min(text.size(), readLimit));
    out.text.reserve(text.size());
    out.origin.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const int face = faceAt(text, i); face > 0) {
            i += face - 1;
            continue;
        }
        if (text[i].isSurrogate() || isDingbat(text[i].unicode()))
            continue;
        const QChar c = plain(text[i], lexicon);
        const auto size = out.text.size();
        if (c == u' ' && (size == 0 || out.text.back() == u' '))
            continue;
        if (size >= 2 && !c.isDigit() && out.text[size - 1] == c && out.text[size - 2] == c)
            continue;
        out.text.append(c);
        out.origin.append(int(i));
    }
    if (out.text.endsWith(u' ')) {
        out.text.chop(1);
        out.origin.removeLast();
    }
    writeOut(out, lexicon);
    return out;
}

QString lettersOf(QStringView normalised)
{
    QString letters;
    letters.reserve(normalised.size());
    for (const QChar c : normalised) {
        if (isUsualHan(c) || c.isLetterOrNumber())
            letters.append(c);
    }
    return letters;
}

bool isHan(QChar c)
{
    return c.unicode() >= 0x3400 && c.unicode() <= 0x9fff;
}

} // namespace quntai
