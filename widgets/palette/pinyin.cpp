// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/pinyin.h"

#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <vector>

namespace quntai {

namespace {

constexpr char16_t first = 0x4e00;
constexpr char16_t last = 0x9fa5;

struct Begin
{
    quint16 code;
    char letter;
};

/** GB 2312 keeps its first level, 3,755 characters, in the order of their pinyin: where each
 * letter begins is the whole table. */
constexpr std::array begins{
    Begin{0xb0a1, 'a'}, Begin{0xb0c5, 'b'}, Begin{0xb2c1, 'c'}, Begin{0xb4ee, 'd'},
    Begin{0xb6ea, 'e'}, Begin{0xb7a2, 'f'}, Begin{0xb8c1, 'g'}, Begin{0xb9fe, 'h'},
    Begin{0xbbf7, 'j'}, Begin{0xbfa6, 'k'}, Begin{0xc0ac, 'l'}, Begin{0xc2e8, 'm'},
    Begin{0xc4c3, 'n'}, Begin{0xc5b6, 'o'}, Begin{0xc5be, 'p'}, Begin{0xc6da, 'q'},
    Begin{0xc8bb, 'r'}, Begin{0xc8f6, 's'}, Begin{0xcbfa, 't'}, Begin{0xcdda, 'w'},
    Begin{0xcef4, 'x'}, Begin{0xd1b9, 'y'}, Begin{0xd4d1, 'z'},
};
constexpr quint16 end = 0xd7fa;

char letterOf(quint16 code)
{
    if (code < begins.front().code || code >= end)
        return 0;
    const auto *next = std::ranges::upper_bound(begins, code, {}, &Begin::code);
    return std::prev(next)->letter;
}

/** Letters of U+4E00 … U+9FA5; all 0 where the encoder is missing. */
std::vector<char> makeLetters()
{
    std::vector<char> letters(last - first + 1, 0);
    QStringEncoder encoder("GB18030");
    if (!encoder.isValid())
        return letters;
    for (char16_t at = first; at <= last; ++at) {
        const QByteArray bytes = encoder(QStringView(&at, 1));
        if (bytes.size() == 2)
            letters[at - first] = letterOf(quint16((quint8(bytes[0]) << 8) | quint8(bytes[1])));
    }
    return letters;
}

} // namespace

QString pinyinInitials(QStringView text)
{
    static const std::vector<char> letters = makeLetters();
    QString initials;
    initials.reserve(text.size());
    for (const QChar one : text) {
        const char16_t code = one.unicode();
        const char letter = code >= first && code <= last ? letters[code - first] : char(0);
        initials.append(letter ? QChar::fromLatin1(letter) : one.toLower());
    }
    return initials;
}

} // namespace quntai
