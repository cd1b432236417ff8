// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/choosing.h"

#include "app/backend/language/normalise.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRead = 500;
constexpr qsizetype mostNames = 64;
constexpr qsizetype shortestRun = 2;
constexpr int mostlyPercent = 60;  // of the words, to be taken for a choice

/** Length of the longest run of characters both have. */
qsizetype commonRun(QStringView a, QStringView b)
{
    std::vector<qsizetype> runs(std::size_t(b.size()) + 1, 0);
    qsizetype longest = 0;
    for (const QChar sign : a) {
        for (auto at = b.size(); at > 0; --at) {
            auto &run = runs[std::size_t(at)];
            run = b[at - 1] == sign ? runs[std::size_t(at) - 1] + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

qsizetype placeOf(QStringView numeral)
{
    static const QString signs = u"一二三四五六七八九"_s;
    return numeral[0].isDigit() ? numeral[0].digitValue() - 1 : signs.indexOf(numeral[0]);
}

std::optional<qsizetype> byNumber(QStringView text, qsizetype count)
{
    static const QRegularExpression number(
        u"\\A(?:就|那就)?(?:我)?(?:选|要|想问|问|是|说)?(?:的是)?(?:第 ?([1-9一二三四五六七八九])(?:个|项|种|条)?"
        u"|([1-9一二三四五六七八九]))(?:的|吧|呢|啊|呀|哦|哈|那个|这个)*[.,!。~ ]*\\z"_s);
    static const QRegularExpression last(
        u"\\A(?:就|我?选|我?要|是)?(?:最后一?(?:个|项|种|条)|后者|下面(?:那|这)?个)(?:吧|的)*[.!。~ ]*\\z"_s);
    static const QRegularExpression first(
        u"\\A(?:就|我?选|我?要|是)?(?:前者|上面(?:那|这)?个)(?:吧|的)*[.!。~ ]*\\z"_s);
    if (last.matchView(text).hasMatch())
        return count - 1;
    if (first.matchView(text).hasMatch())
        return 0;
    const auto match = number.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto place = placeOf(match.hasCaptured(1) ? match.capturedView(1)
                                                    : match.capturedView(2));
    return place < count ? std::optional(place) : std::nullopt;
}

bool saysYes(QStringView text)
{
    static const QRegularExpression yes(
        u"\\A(?:嗯+|对+|是+|没错|恩)?[, ]?(?:是|对|就是|没错|是这个|就这个|就是这个|是的|对的|是啊|对啊|对呀|是呀)?"
        u"(?:的|啊|呀|哦|吧|嘛)?[.!。~ ]*\\z"_s);
    return !lettersOf(text).isEmpty() && yes.matchView(text).hasMatch();
}

bool saysNo(QStringView text)
{
    static const QRegularExpression no(u"都不|不是|不对|没有|不要|不用|别的"_s);
    return no.matchView(text).hasMatch();
}

/** Words of one choice and hardly anything else. */
std::optional<qsizetype> byWords(QStringView text, const QStringList &choices)
{
    static const QRegularExpression around(
        u"\\A(?:就|那就)?(?:我)?(?:选|要|想问|问|是|说)?(?:的是)?|(?:的|吧|呢|啊|呀|哦|那个|这个)+\\z"_s);
    const auto words = lettersOf(QString(text.toString()).remove(around));
    QStringList letters;
    for (const auto &choice : choices)
        letters.append(lettersOf(choice));
    if (const auto same = letters.indexOf(words); same >= 0)
        return same;
    const auto found = namedIn(words, letters);
    if (!found)
        return std::nullopt;
    const auto run = commonRun(words, letters[*found]);
    return run * 100 >= words.size() * mostlyPercent ? found : std::nullopt;
}

} // namespace

bool mayChoose(QStringView normalised)
{
    return !normalised.isEmpty() && normalised.size() <= longestChoosing;
}

std::optional<qsizetype> chosenAmong(QStringView normalised, const QStringList &choices)
{
    const auto text = normalised.trimmed();
    if (!mayChoose(text) || choices.isEmpty() || saysNo(text))
        return std::nullopt;
    if (const auto place = byNumber(text, choices.size()))
        return place;
    if (choices.size() == 1 && saysYes(text))
        return 0;
    return byWords(text, choices);
}

std::optional<qsizetype> namedIn(QStringView normalised, const QStringList &names)
{
    const auto text = normalised.first(std::min(normalised.size(), longestRead));
    std::optional<qsizetype> best;
    qsizetype longest = shortestRun - 1;
    for (qsizetype at = 0; at < std::min(names.size(), mostNames); ++at) {
        const auto run = commonRun(text, names[at]);
        if (run > longest)
            best = at;
        else if (run == longest)
            best.reset();
        longest = std::max(longest, run);
    }
    return best;
}

} // namespace quntai
