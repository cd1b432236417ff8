// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/lookupwords.h"

#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Lookup", text);
}

QDateTime localTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms);
}

QString standingText(const CustomerLookup &lookup)
{
    switch (lookup.standing) {
    case CustomerLookup::Standing::Loading:
        return word(QT_TRANSLATE_NOOP("Lookup", "Looking them up in %1")).arg(lookup.system);
    case CustomerLookup::Standing::NotFound:
        return word(QT_TRANSLATE_NOOP("Lookup", "Not found in %1")).arg(lookup.system);
    case CustomerLookup::Standing::Off:
    case CustomerLookup::Standing::Known:
    case CustomerLookup::Standing::Trouble: break;
    }
    return {};
}

QString troubleText(const CustomerLookup &lookup)
{
    if (lookup.problem == SystemProblem::None)
        return {};
    const auto why = systemProblemText(lookup.problem);
    if (lookup.since.isSet()) {
        return word(QT_TRANSLATE_NOOP("Lookup", "%1 is down since %2: %3."))
            .arg(lookup.system, clockText(lookup.since), why);
    }
    return word(QT_TRANSLATE_NOOP("Lookup", "%1 gave nothing usable: %2.")).arg(lookup.system, why);
}

} // namespace

QString systemProblemText(SystemProblem problem)
{
    switch (problem) {
    case SystemProblem::None: return {};
    case SystemProblem::Unreachable:
        return word(QT_TRANSLATE_NOOP("Lookup", "it cannot be reached"));
    case SystemProblem::TimedOut:
        return word(QT_TRANSLATE_NOOP("Lookup", "it does not answer in time"));
    case SystemProblem::Refused:
        return word(QT_TRANSLATE_NOOP("Lookup", "it refuses our access"));
    case SystemProblem::Busy:
        return word(QT_TRANSLATE_NOOP("Lookup", "it is asked too much"));
    case SystemProblem::Failed:
        return word(QT_TRANSLATE_NOOP("Lookup", "it reports a fault of its own"));
    case SystemProblem::Redirected:
        return word(QT_TRANSLATE_NOOP("Lookup", "it has another address now"));
    case SystemProblem::Unreadable:
        return word(QT_TRANSLATE_NOOP("Lookup", "its answer cannot be read"));
    case SystemProblem::TooLarge:
        return word(QT_TRANSLATE_NOOP("Lookup", "its answer is too large"));
    }
    return {};
}

QString ageText(Instant at, Instant now)
{
    if (!at.isSet())
        return {};
    const auto seconds = (now.ms - at.ms) / 1000;
    if (seconds < 60)
        return word(QT_TRANSLATE_NOOP("Lookup", "updated just now"));
    if (seconds < 3600)
        return word(QT_TRANSLATE_NOOP("Lookup", "updated %1 min ago")).arg(seconds / 60);
    const bool today = localTime(at).date() == localTime(now).date();
    return word(QT_TRANSLATE_NOOP("Lookup", "updated %1"))
        .arg(localTime(at).toString(today ? u"HH:mm"_s : u"MM-dd HH:mm"_s));
}

QString lookupText(const CustomerLookup &lookup)
{
    QStringList sentences;
    for (const auto &sentence : {standingText(lookup), troubleText(lookup), lookup.answer}) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    if (lookup.standing == CustomerLookup::Standing::Known && lookup.since.isSet())
        sentences.append(word(QT_TRANSLATE_NOOP("Lookup", "What stands here is from before.")));
    return sentences.join(u'\n');
}

} // namespace quntai
