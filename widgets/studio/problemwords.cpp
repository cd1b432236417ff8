// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/problemwords.h"

#include "widgets/common/paint/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 200;

// As the checkers write them, %1 and %2 for what differs.
constexpr const char *ruleSentences[] = {
    QT_TRANSLATE_NOOP("Problems", "a rule has 1 to %1 characters"),
    QT_TRANSLATE_NOOP("Problems", "an entry has at most %1 rules"),
    QT_TRANSLATE_NOOP("Problems", "a pattern has 1 to %1 characters"),
    QT_TRANSLATE_NOOP("Problems", "more than %1 repetitions of open length"),
    QT_TRANSLATE_NOOP("Problems", "more than %1 parts that may be left out"),
    QT_TRANSLATE_NOOP("Problems", "more than %1 times"),
    QT_TRANSLATE_NOOP("Problems", "a repetition of what repeats or has a choice itself"),
    QT_TRANSLATE_NOOP("Problems", "of groups only (…) and (?:…) may be used"),
    QT_TRANSLATE_NOOP("Problems", "\\%1 is not among what may be used"),
    QT_TRANSLATE_NOOP("Problems", "{,n} must be written {0,n}"),
    QT_TRANSLATE_NOOP("Problems", "it matches nothing at all"),
    QT_TRANSLATE_NOOP("Problems", "%1 at character %2"),
};

constexpr const char *flowSentences[] = {
    QT_TRANSLATE_NOOP("Problems", "a flow needs an id of letters, digits, - and _"),
    QT_TRANSLATE_NOOP("Problems", "a flow needs a name of at most 40 characters"),
    QT_TRANSLATE_NOOP("Problems", "a flow needs a trigger"),
    QT_TRANSLATE_NOOP("Problems", "a flow needs text"),
    QT_TRANSLATE_NOOP("Problems", "text: at most 2000 characters"),
    QT_TRANSLATE_NOOP("Problems", "text: nobody fills %1 here; there is %2"),
    QT_TRANSLATE_NOOP("Problems", "keywords: 1 to 50 words"),
    QT_TRANSLATE_NOOP("Problems", "conditions: at most 200 groups and tags"),
    QT_TRANSLATE_NOOP("Problems", "schedule needs at"),
    QT_TRANSLATE_NOOP("Problems", "schedule has either weekdays or dates"),
    QT_TRANSLATE_NOOP("Problems", "weekdays are 1 (Monday) to 7 (Sunday)"),
    QT_TRANSLATE_NOOP("Problems", "dates must look like 2026-11-11"),
    QT_TRANSLATE_NOOP("Problems", "at must look like 08:30"),
    QT_TRANSLATE_NOOP("Problems", "the trigger %1 needs %2"),
    QT_TRANSLATE_NOOP("Problems", "there is a flow %1 already"),
    QT_TRANSLATE_NOOP("Problems", "the id of a flow stays %1; write a new flow for another"),
    QT_TRANSLATE_NOOP("Problems", "the text is longer than %1 characters"),
    QT_TRANSLATE_NOOP("Problems", "only one flow may stand here"),
    QT_TRANSLATE_NOOP("Problems", "unknown key: %1"),
    QT_TRANSLATE_NOOP("Problems", "the key %1 is there twice"),
    QT_TRANSLATE_NOOP("Problems", "must be a list of keys and values"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be one of %2"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be from %2 to %3"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be a whole number"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be true or false"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be a list"),
    QT_TRANSLATE_NOOP("Problems", "%1 must list texts"),
    QT_TRANSLATE_NOOP("Problems", "%1 must be a text"),
    QT_TRANSLATE_NOOP("Problems", "%1 is not for the trigger %2"),
    QT_TRANSLATE_NOOP("Problems", "%1 is for the trigger %2 only"),
    // Of the YAML reader itself.
    QT_TRANSLATE_NOOP("Problems", "illegal map value"),
    QT_TRANSLATE_NOOP("Problems", "end of map not found"),
    QT_TRANSLATE_NOOP("Problems", "end of sequence not found"),
    QT_TRANSLATE_NOOP("Problems", "illegal tab when looking for indentation"),
    QT_TRANSLATE_NOOP("Problems", "unknown token"),
    QT_TRANSLATE_NOOP("Problems", "illegal EOF in scalar"),
    QT_TRANSLATE_NOOP("Problems", "bad conversion"),
};

/** The sentence's form: %1 stands for anything. */
QRegularExpression formOf(const char *sentence)
{
    auto form = QRegularExpression::escape(QString::fromUtf8(sentence));
    for (int i = 1; i <= 3; ++i)
        form.replace(u"\\%%1"_s.arg(i), u"(.+?)"_s);
    return QRegularExpression(u"\\A"_s + form + u"\\z"_s);
}

template <std::size_t size>
QString translated(const char *const (&sentences)[size], const QString &problem)
{
    for (const auto *sentence : sentences) {
        const auto found = formOf(sentence).match(problem);
        if (!found.hasMatch())
            continue;
        auto text = QCoreApplication::translate("Problems", sentence);
        for (int i = 1; i <= found.lastCapturedIndex(); ++i)
            text.replace(u"%%1"_s.arg(i), found.captured(i));
        return text;
    }
    return problem;
}

} // namespace

QString ruleProblemText(const QString &problem)
{
    static const QRegularExpression numbered(u"\\Arule ([0-9]+): (.*)\\z"_s);
    const auto found = numbered.match(problem);
    if (found.hasMatch())
        return QCoreApplication::translate("Problems", "Rule %1: %2")
            .arg(found.captured(1), ruleProblemText(found.captured(2)));
    return visibleText(translated(ruleSentences, problem), longest);
}

QString flowProblemText(const QString &problem)
{
    return visibleText(translated(flowSentences, problem), longest);
}

} // namespace quntai
