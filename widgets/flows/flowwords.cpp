// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/flowwords.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/studio/studiowords.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Flows)

public:
    static QString clock(int minute)
    {
        return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
    }

    static QString date(int number)
    {
        return u"%1-%2"_s.arg(number / 100 % 100, 2, 10, QChar(u'0'))
            .arg(number % 100, 2, 10, QChar(u'0'));
    }

    /** The first of them, "…" when there are more. */
    template <class List, class Text>
    static QString some(const List &list, Text text)
    {
        QStringList names;
        for (const auto &one : list) {
            if (names.size() == mostNamed) {
                names.append(u"…"_s);
                break;
            }
            names.append(text(one));
        }
        return names.join(tr(", "));
    }

    static QString schedule(const FlowSchedule &schedule)
    {
        const auto at = clock(schedule.minute);
        const auto day = [](int number) {
            return QLocale().dayName(number, QLocale::ShortFormat);
        };
        if (!schedule.dates.isEmpty())
            return tr("%1 at %2").arg(some(schedule.dates, date), at);
        if (schedule.weekdays.isEmpty())
            return tr("Every day at %1").arg(at);
        return tr("%1 at %2").arg(some(schedule.weekdays, day), at);
    }

    static QString moment(FlowMoment moment)
    {
        switch (moment) {
        case FlowMoment::TopicResolved: return tr("When a topic is resolved");
        case FlowMoment::Escalated: return tr("When a person is asked for");
        case FlowMoment::Purchase: return tr("When somebody wants to buy");
        }
        return {};
    }

    static QString trigger(const Flow &flow)
    {
        switch (flow.trigger) {
        case FlowTrigger::Joined: return tr("When somebody joins");
        case FlowTrigger::Schedule: return schedule(flow.schedule);
        case FlowTrigger::Keyword:
            return tr("When somebody says %1")
                .arg(some(flow.keywords, [](const QString &word) { return visibleText(word, 20); }));
        case FlowTrigger::Event: return moment(flow.moment);
        }
        return {};
    }

    static QString skip(FlowSkip why)
    {
        switch (why) {
        case FlowSkip::None: return {};
        case FlowSkip::Quiet: return tr("quiet hours");
        case FlowSkip::Budget: return tr("the send budget was used up");
        case FlowSkip::Stopped: return tr("the bot was stopped");
        case FlowSkip::Mode: return tr("the bot sends nothing unseen there");
        case FlowSkip::Away: return tr("the platform was not connected");
        case FlowSkip::Text: return tr("the text could not be filled or sent");
        case FlowSkip::Late: return tr("the backend was away");
        case FlowSkip::Nobody: return tr("nobody was meant");
        }
        return {};
    }

    static QString counts(const FlowRow &row)
    {
        QStringList parts;
        parts.append(row.spoke == 0 ? tr("Has not spoken yet")
                                    : tr("Spoke %1 ×, last %2")
                                          .arg(row.spoke)
                                          .arg(dayClockText(row.spokeAt)));
        if (row.skipped > 0)
            parts.append(row.why == FlowSkip::None
                             ? tr("%1 × nothing").arg(row.skipped)
                             : tr("%1 × nothing: %2").arg(row.skipped).arg(skip(row.why)));
        return parts.join(u" · "_s);
    }

    static QString source(const Flow &flow)
    {
        const auto file = visibleText(flow.source, 40);
        if (flow.source.isEmpty())
            return {};
        return differsFromFile(flow)
            ? tr("From %1, changed here since: what stands here counts").arg(file)
            : tr("From %1").arg(file);
    }

    static QString state(bool enabled) { return enabled ? tr("On") : tr("Off"); }
};

} // namespace

QString flowTriggerText(const Flow &flow)
{
    return Words::trigger(flow);
}

QString flowSkipText(FlowSkip why)
{
    return Words::skip(why);
}

QString flowCountsText(const FlowRow &row)
{
    return Words::counts(row);
}

QString flowSourceText(const Flow &flow)
{
    return Words::source(flow);
}

ChipSpec flowChip(const Flow &flow)
{
    ChipSpec chip;
    chip.text = Words::state(flow.enabled);
    chip.tone = flow.enabled ? Tone::Success : Tone::Neutral;
    chip.line = !flow.enabled;
    return chip;
}

} // namespace quntai
