// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/bigrams.h"

#include <QStringList>
#include <QStringTokenizer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Runs of letters and digits, as code points. */
QList<QList<char32_t>> runsOf(const QString &text)
{
    QList<QList<char32_t>> runs;
    bool inside = false;
    for (const auto c : searchable(text).toUcs4()) {
        const auto code = static_cast<char32_t>(c);
        if (!QChar::isLetterOrNumber(code)) {
            inside = false;
            continue;
        }
        if (!inside)
            runs.append(QList<char32_t>{});
        inside = true;
        runs.last().append(code);
    }
    return runs;
}

QString textOf(const QList<char32_t> &run, qsizetype from, qsizetype length)
{
    return QString::fromUcs4(run.constData() + from, length);
}

} // namespace

QString searchable(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString bigramsOf(const QString &text)
{
    QStringList grams;
    for (const auto &run : runsOf(text)) {
        for (qsizetype i = 0; i + 1 < run.size(); ++i)
            grams.append(textOf(run, i, 2));
        grams.append(textOf(run, run.size() - 1, 1));
    }
    return grams.join(u' ');
}

QString bigramQuery(const QString &words)
{
    QStringList terms;
    for (const auto &run : runsOf(words)) {
        for (qsizetype i = 0; i + 1 < run.size(); ++i)
            terms.append(u'"' + textOf(run, i, 2) + u'"');
        if (run.size() == 1)
            terms.append(u'"' + textOf(run, 0, 1) + u"\" *"_s);
    }
    terms.removeDuplicates();
    return terms.join(u" AND "_s);
}

bool containsWords(const QString &text, const QString &words)
{
    const auto folded = searchable(text);
    const auto wanted = searchable(words);
    for (const auto word : QStringView(wanted).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (!folded.contains(word))
            return false;
    }
    return true;
}

} // namespace quntai
