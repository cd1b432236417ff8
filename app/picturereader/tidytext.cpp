// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturereader/tidytext.h"

#include <QStringList>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Characters of a script that writes no blanks, and its marks. */
bool isDense(QChar c)
{
    const auto code = c.unicode();
    return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)
        || (code >= 0xff00 && code <= 0xffef);
}

/** Blanks stay between words and numbers alone. */
QString tidyLine(const QString &line)
{
    const auto words = line.simplified();
    QString tidy;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool between = words.at(i).isSpace() && i > 0 && i + 1 < words.size();
        if (between && (isDense(words.at(i - 1)) || isDense(words.at(i + 1))))
            continue;
        if (words.at(i).isPrint() && words.at(i).category() != QChar::Other_Format)
            tidy += words.at(i);
    }
    return tidy;
}

/** Dust and frames become lines of marks; a word has two letters, or one Chinese character. */
bool saysSomething(const QString &line)
{
    if (std::ranges::any_of(line, isDense))
        return std::ranges::any_of(line, [](QChar c) { return c.isLetterOrNumber(); });
    return std::ranges::count_if(line, [](QChar c) { return c.isLetterOrNumber(); }) >= 2;
}

} // namespace

QString tidyText(const QString &recognised, qsizetype longest)
{
    QStringList lines;
    for (const auto &line : recognised.split(u'\n')) {
        const auto tidy = tidyLine(line);
        if (saysSomething(tidy))
            lines.append(tidy);
    }
    auto text = lines.join(u'\n');
    if (text.size() <= longest)
        return text;
    auto cut = longest - 1;
    if (text.at(cut - 1).isHighSurrogate())
        --cut;
    return text.first(cut) + u'…';
}

} // namespace quntai
