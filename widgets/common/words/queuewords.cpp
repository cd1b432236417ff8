// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/queuewords.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWhy = 60;

QString word(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

} // namespace

QString priorityFactorName(PriorityFactor factor)
{
    switch (factor) {
    case PriorityFactor::Sla:
        return word(QT_TRANSLATE_NOOP("Words", "Service level"));
    case PriorityFactor::Emotion:
        return word(QT_TRANSLATE_NOOP("Words", "Emotion"));
    case PriorityFactor::Trend:
        return word(QT_TRANSLATE_NOOP("Words", "Mood gets worse"));
    case PriorityFactor::Value:
        return word(QT_TRANSLATE_NOOP("Words", "Customer value"));
    case PriorityFactor::Confidence:
        return word(QT_TRANSLATE_NOOP("Words", "Low confidence"));
    case PriorityFactor::Wait:
        return word(QT_TRANSLATE_NOOP("Words", "Waiting time"));
    case PriorityFactor::Repeats:
        return word(QT_TRANSLATE_NOOP("Words", "Asked again"));
    }
    return {};
}

QString priorityText(const Priority &priority)
{
    const auto points = [](int permille) { return QLocale().toString(permille / 10.0, 'f', 1); };
    QStringList lines{word(QT_TRANSLATE_NOOP("Words", "Priority %1 of 100"))
                          .arg(points(priority.score))};
    for (const auto &part : priority.parts)
        lines.append(word(QT_TRANSLATE_NOOP("Words", "%1: %2 of %3"))
                         .arg(priorityFactorName(part.factor), points(part.points),
                              points(part.most)));
    return lines.join(u'\n');
}

QString slaTargetName(SlaTarget target)
{
    switch (target) {
    case SlaTarget::FirstResponse:
        return word(QT_TRANSLATE_NOOP("Words", "First response"));
    case SlaTarget::NextResponse:
        return word(QT_TRANSLATE_NOOP("Words", "Next response"));
    case SlaTarget::Resolution:
        return word(QT_TRANSLATE_NOOP("Words", "Resolution"));
    }
    return {};
}

QString slaText(const SlaClock &clock, Instant now)
{
    const auto left = (clock.dueAt.ms - now.ms) / 1000;
    if (left < 0)
        return word(QT_TRANSLATE_NOOP("Words", "%1 breached %2 ago"))
            .arg(slaTargetName(clock.target), spanText(-left));
    return word(QT_TRANSLATE_NOOP("Words", "%1 due in %2"))
        .arg(slaTargetName(clock.target), spanText(left));
}

QString whenText(Instant at, Instant now)
{
    const auto then = QDateTime::fromMSecsSinceEpoch(at.ms);
    const auto today = QDateTime::fromMSecsSinceEpoch(now.ms).date();
    const auto time = clockText(at);
    if (then.date() == today)
        return time;
    if (today.daysTo(then.date()) < 7)
        return QLocale().dayName(then.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + time;
    return QLocale().toString(then.date(), QLocale::ShortFormat) + u' ' + time;
}

QString laterText(const Topic &topic, Instant now)
{
    if (!isLater(topic))
        return {};
    const auto state = topic.onHold
        ? word(QT_TRANSLATE_NOOP("Words", "On hold"))
        : word(QT_TRANSLATE_NOOP("Words", "Snoozed until %1")).arg(whenText(topic.snoozedUntil, now));
    return topic.laterWhy.isEmpty() ? state
                                    : state + u" · "_s + visibleText(topic.laterWhy, longestWhy);
}

QString awayText(const Presence &presence, Instant now)
{
    const auto why = presence.reason.isEmpty() ? agentStatusName(presence.status)
                                               : visibleText(presence.reason, longestWhy);
    if (!presence.until.isSet())
        return why;
    return word(QT_TRANSLATE_NOOP("Words", "%1 until %2")).arg(why, whenText(presence.until, now));
}

} // namespace quntai
