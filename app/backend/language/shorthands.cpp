// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/shorthands.h"

#include "app/backend/language/lexicon.h"

#include <string_view>

namespace quntai {

namespace {

constexpr std::u16string_view digits = u"零一二三四五六七八九";
// What is counted, after a number of one character. 一点 and 一个 count nothing.
constexpr std::u16string_view counted = u"天块元号月期折斤盒箱件袋瓶份岁楼周年分小点个倍";
constexpr std::u16string_view countedByOne = u"天块元号月期折斤盒箱瓶岁楼周年小";
constexpr std::u16string_view countedByTen = u"天块元号月期斤盒箱件袋瓶份岁楼周年点个";
constexpr qint64 greatest = 99'999'999;

bool isLatin(QChar c)
{
    return c.isLetterOrNumber() && !isHan(c);
}

int digitOf(QChar c)
{
    if (c == u'两')
        return 2;
    const auto at = digits.find(c.unicode());
    return at == digits.npos ? -1 : int(at);
}

int unitOf(QChar c)
{
    switch (c.unicode()) {
    case u'十': return 10;
    case u'百': return 100;
    case u'千': return 1000;
    case u'万': return 10'000;
    }
    return 0;
}

/** A number in Chinese characters at the beginning of a text. */
struct Number
{
    qsizetype length = 0;
    qint64 value = 0;
};

/** 二十五, 三百零五, 一百五 (150), 十二, 三万; a digit comes first, or 十 with one after it. */
Number compound(QStringView text)
{
    Number read;
    qint64 section = 0;  // below 万
    qint64 lastUnit = 0;
    int digit = -1;
    bool hasUnit = false;
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        const int next = digitOf(text[at]);
        const qint64 unit = unitOf(text[at]);
        if (next >= 0) {
            if (digit > 0)
                break;  // 一二三 is no number
            digit = next;
            lastUnit = next == 0 ? 0 : lastUnit;
        } else if (unit > 0 && (digit > 0 || (unit == 10 && at == 0))) {
            section += unit * std::max(digit, 1);
            if (unit == 10'000) {
                read.value = (section - unit * std::max(digit, 1) + std::max(digit, 1)) * unit;
                section = 0;
            }
            lastUnit = unit;
            hasUnit = true;
            digit = -1;
        } else {
            break;
        }
    }
    if (!hasUnit || at < 2)
        return {};
    if (digit > 0)
        section += lastUnit > 10 ? digit * lastUnit / 10 : digit;
    read.value += section;
    read.length = at;
    return read.value <= greatest ? read : Number{};
}

/** 一块用, 一块买: 一块 is together, and money only before 钱 or what is more than it. */
bool isTogether(QStringView text)
{
    if (!text.startsWith(u"一块") || text.size() == 2)
        return false;
    const QChar next = text[2];
    return isHan(next) && next != u'钱' && next != u'多' && next != u'零' && digitOf(next) < 0;
}

/** 三天, 两盒, 十点. */
Number single(QStringView text)
{
    if (text.size() < 2 || isTogether(text))
        return {};
    const int value = text[0] == u'十' ? 10 : digitOf(text[0]);
    const auto &measures = value == 1 ? countedByOne : value == 10 ? countedByTen : counted;
    const bool counts = value > 0 && measures.find(text[1].unicode()) != measures.npos;
    return counts ? Number{1, value} : Number{};
}

Number numberAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (digitOf(c) < 0 && c != u'十')
        return {};
    // The rest of a number that was not taken, or of a word with it.
    if (at > 0 && (digitOf(text[at - 1]) >= 0 || unitOf(text[at - 1]) > 0 || text[at - 1] == u'第'))
        return {};
    const auto read = compound(text.sliced(at));
    return read.length > 0 ? read : single(text.sliced(at));
}

class Writer
{
public:
    Writer(const NormalisedText &from, const Lexicon &lexicon) : m_from(from), m_lexicon(lexicon) {}

    /** Nothing when all stays as it is. */
    std::optional<NormalisedText> write()
    {
        for (qsizetype at = 0; at < m_from.text.size();) {
            if (const auto found = shorthandAt(at)) {
                put(at, found->length, m_lexicon.written[found->value]);
                at += found->length;
            } else if (const auto number = numberAt(m_from.text, at); number.length > 0) {
                put(at, number.length, QString::number(number.value));
                at += number.length;
            } else {
                ++at;
            }
        }
        if (m_kept == 0)
            return std::nullopt;
        keepUpTo(m_from.text.size());
        return std::move(m_to);
    }

private:
    /** Latin ones stand alone: "wx" is not in "wxyz". */
    std::optional<WordTrie::Match> shorthandAt(qsizetype at) const
    {
        const auto &text = m_from.text;
        const auto found = m_lexicon.shorthands.longestAt(text, at);
        if (!found)
            return {};
        const auto end = at + found->length;
        const bool opens = !isLatin(text[at]) || at == 0 || !isLatin(text[at - 1]);
        const bool closes = !isLatin(text[end - 1]) || end == text.size() || !isLatin(text[end]);
        return opens && closes ? found : std::nullopt;
    }

    void keepUpTo(qsizetype end)
    {
        m_to.text += QStringView(m_from.text).sliced(m_kept, end - m_kept);
        for (auto at = m_kept; at < end; ++at)
            m_to.origin.append(m_from.origin[at]);
    }

    void put(qsizetype at, qsizetype length, const QString &written)
    {
        keepUpTo(at);
        m_to.text += written;
        // The first and the last stand for the ends, so that a range of it is the whole.
        for (qsizetype i = 0; i < written.size(); ++i) {
            const auto place = i + 1 == written.size() ? length - 1 : std::min(i, length - 1);
            m_to.origin.append(m_from.origin[at + place]);
        }
        m_kept = at + length;
    }

    const NormalisedText &m_from;
    const Lexicon &m_lexicon;
    NormalisedText m_to;
    qsizetype m_kept = 0;
};

} // namespace

void writeOut(NormalisedText &text, const Lexicon &lexicon)
{
    if (auto written = Writer(text, lexicon).write())
        text = std::move(*written);
}

} // namespace quntai
