// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/plaintext.h"

#include <QChar>
#include <QTextBoundaryFinder>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool isEmojiPart(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x2BFF) || c == 0x20E3
        || (c >= 0x3030 && c <= 0x303D) || c == 0x3297 || c == 0x3299 || c == 0xA9 || c == 0xAE;
}

bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x180B && c <= 0x180F);
}

bool isWhite(char32_t c)
{
    return c == u'\n' || c == u'\r' || c == u'\t' || c == 0x2028 || c == 0x2029;
}

bool isInvisible(char32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return !isWhite(c);
    switch (c) {
    case 0x00AD: // soft hyphen
    case 0x034F: // combining grapheme joiner
    case 0x061C: // Arabic letter mark
    case 0x115F: // Hangul fillers: blank, yet letters
    case 0x1160:
    case 0x17B4:
    case 0x17B5:
    case 0x3164:
    case 0xFEFF:
    case 0xFFA0:
        return true;
    default:
        break;
    }
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F) || (c >= 0x1D173 && c <= 0x1D17A) || isSelector(c)
        || QChar::category(c) == QChar::Other_Surrogate;
}

/// One code point of a text and where the next one starts.
struct Step
{
    char32_t value;
    qsizetype next;
};

Step stepAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), at + 2};
    return {first.unicode(), at + 1};
}

/// Walks a text and tells, for each code point, whether it must be marked.
template <typename Visit>
void walk(QStringView text, Visit visit)
{
    char32_t before = 0;
    for (qsizetype at = 0; at < text.size();) {
        const Step step = stepAt(text, at);
        bool hidden = isInvisible(step.value);
        if (hidden && isEmojiPart(before)) {
            const bool joins = step.value == 0x200D && step.next < text.size()
                && isEmojiPart(stepAt(text, step.next).value);
            if (joins || step.value == 0xFE0E || step.value == 0xFE0F)
                hidden = false;
        }
        // A keycap such as 1️⃣ is digit + selector + enclosing mark.
        if (hidden && step.value == 0xFE0F && step.next < text.size()
            && text[step.next].unicode() == 0x20E3)
            hidden = false;
        if (!visit(step.value, text.sliced(at, step.next - at), hidden))
            return;
        if (hidden || (step.value != 0xFE0E && step.value != 0xFE0F))
            before = step.value;
        at = step.next;
    }
}

QString markOf(char32_t c)
{
    return u"〔U+%1〕"_s.arg(QString::number(c, 16).toUpper(), 4, u'0');
}

/// Cuts before `limit` without splitting what a reader sees as one character.
QString boundedCopy(const QString &text, int limit)
{
    if (text.size() <= limit)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(qMax(0, limit - 1));
    qsizetype cut = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    // One base with thousands of combining marks has no boundary to stop at.
    if (cut <= 0)
        cut = limit - 1;
    return text.left(cut) + u'…';
}

} // namespace

bool hasHiddenCharacters(QStringView text)
{
    bool found = false;
    walk(text, [&found](char32_t, QStringView, bool hidden) {
        found = hidden;
        return !found;
    });
    return found;
}

QString visibleText(QStringView text, int limit)
{
    QString out;
    walk(text, [&](char32_t c, QStringView units, bool hidden) {
        if (hidden)
            out += markOf(c);
        else if (isWhite(c)) {
            if (!out.endsWith(u' '))
                out += u' ';
        } else
            out += units;
        return out.size() <= limit;
    });
    return boundedCopy(out, limit);
}

QString isolatedBody(QStringView text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    QString out(firstStrongIsolate);
    walk(text, [&](char32_t c, QStringView units, bool hidden) {
        if (hidden) {
            out += markOf(c);
        } else if (c == u'\n' || c == 0x2028 || c == 0x2029) {
            out += popIsolate;
            out += u'\n';
            out += firstStrongIsolate;
        } else if (c != u'\r') {
            out += units;
        }
        return true;
    });
    out += popIsolate;
    return out;
}

QString cleanedText(QStringView text)
{
    QString out;
    walk(text, [&out](char32_t, QStringView units, bool hidden) {
        if (!hidden)
            out += units;
        return true;
    });
    return out;
}

} // namespace quntai
