// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/alertwords.h"

#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Alerts", text);
}

QString join(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString leftText(Instant due, Instant now)
{
    const auto left = (due.ms - now.ms) / 1000;
    return left < 0 ? say(QT_TRANSLATE_NOOP("Alerts", "%1 over")).arg(spanText(-left))
                    : say(QT_TRANSLATE_NOOP("Alerts", "%1 left")).arg(spanText(left));
}

QString personText(const WallAlert &alert)
{
    if (alert.level == CustomerLevel::Normal || alert.person.isEmpty())
        return alert.person;
    return say(QT_TRANSLATE_NOOP("Alerts", "%1 (VIP)")).arg(alert.person);
}

QString budgetText(const WallAlert &alert)
{
    const auto sent = alert.hourly
        ? say(QT_TRANSLATE_NOOP("Alerts", "%1/%2 texts this hour"))
        : say(QT_TRANSLATE_NOOP("Alerts", "%1/%2 texts this minute"));
    const auto queued = alert.queued > 0
        ? say(QT_TRANSLATE_NOOP("Alerts", "%1 wait")).arg(alert.queued)
        : QString();
    return join({sent.arg(alert.value).arg(alert.limit), queued, alert.account});
}

} // namespace

QString alertTitle(const WallAlert &alert, Instant now)
{
    switch (alert.kind) {
    case WallAlert::Kind::FirstResponse:
        return now > alert.due
            ? say(QT_TRANSLATE_NOOP("Alerts", "First response is overdue"))
            : say(QT_TRANSLATE_NOOP("Alerts", "First response is nearly due"));
    case WallAlert::Kind::ConnectorDown:
        return say(QT_TRANSLATE_NOOP("Alerts", "%1 is not connected")).arg(alert.account);
    case WallAlert::Kind::Emotion:
        return say(QT_TRANSLATE_NOOP("Alerts", "Emotion %1, up %2 in three turns"))
            .arg(alert.value)
            .arg(alert.change);
    case WallAlert::Kind::Spread:
        return say(QT_TRANSLATE_NOOP("Alerts", "Anger spreads: %1 members")).arg(alert.value);
    case WallAlert::Kind::BotStopped:
        return say(QT_TRANSLATE_NOOP("Alerts", "The bot is stopped everywhere"));
    case WallAlert::Kind::Budget:
        return say(QT_TRANSLATE_NOOP("Alerts", "%1 nears its send budget")).arg(alert.groupName);
    case WallAlert::Kind::ConnectorGap:
        return say(QT_TRANSLATE_NOOP("Alerts", "Messages may be missing"));
    case WallAlert::Kind::SameQuestion:
        return say(QT_TRANSLATE_NOOP("Alerts", "The same question in %1 groups")).arg(alert.value);
    }
    return {};
}

QString alertDetail(const WallAlert &alert, Instant now)
{
    switch (alert.kind) {
    case WallAlert::Kind::FirstResponse:
        return join({alert.groupName, leftText(alert.due, now), alert.title});
    case WallAlert::Kind::ConnectorDown:
        if (!alert.detail.isEmpty())
            return alert.detail;
        return alert.value > 0
            ? say(QT_TRANSLATE_NOOP("Alerts", "Its groups get no answer till it is back"))
            : say(QT_TRANSLATE_NOOP("Alerts", "What it tells of customers may be old"));
    case WallAlert::Kind::Emotion:
        return join({alert.groupName, personText(alert), alert.title});
    case WallAlert::Kind::Spread:
        return join({alert.groupName,
                     say(QT_TRANSLATE_NOOP("Alerts", "began with %1")).arg(alert.person),
                     alert.title});
    case WallAlert::Kind::BotStopped:
        return say(QT_TRANSLATE_NOOP("Alerts", "The stop switch is on: no text of the bot leaves"));
    case WallAlert::Kind::Budget: return budgetText(alert);
    case WallAlert::Kind::ConnectorGap:
        return join({alert.account, clockText(alert.from) + u'–' + clockText(alert.to)});
    case WallAlert::Kind::SameQuestion:
        return say(QT_TRANSLATE_NOOP("Alerts", "“%1” waits for an answer")).arg(alert.title);
    }
    return {};
}

Icon alertIcon(const WallAlert &alert)
{
    switch (alert.kind) {
    case WallAlert::Kind::FirstResponse: return Icon::Warn;
    case WallAlert::Kind::ConnectorDown: return Icon::Off;
    case WallAlert::Kind::Spread:
    case WallAlert::Kind::Emotion: return Icon::Face;
    case WallAlert::Kind::BotStopped: return Icon::Pause;
    case WallAlert::Kind::Budget: return Icon::Send;
    case WallAlert::Kind::ConnectorGap: return Icon::Net;
    case WallAlert::Kind::SameQuestion: return Icon::Bulb;
    }
    return Icon::Warn;
}

QList<AlertAction> alertActions(const WallAlert &alert)
{
    switch (alert.kind) {
    case WallAlert::Kind::FirstResponse:
        return {AlertAction::TakeOver, AlertAction::Reassign, AlertAction::Watch};
    case WallAlert::Kind::Spread:
        if (alert.topic.isEmpty())
            return {AlertAction::Watch};
        [[fallthrough]];
    case WallAlert::Kind::Emotion:
        if (alert.holder.isEmpty())
            return {AlertAction::TakeOver, AlertAction::Reassign, AlertAction::Watch};
        return {AlertAction::Watch, AlertAction::Whisper, AlertAction::TakeOver};
    case WallAlert::Kind::Budget: return {AlertAction::Watch};
    case WallAlert::Kind::ConnectorDown:
        if (alert.value == 0)
            return {};
        return {AlertAction::ShowGroups};
    case WallAlert::Kind::ConnectorGap: return {AlertAction::ShowGroups};
    case WallAlert::Kind::SameQuestion: return {AlertAction::Entry, AlertAction::Watch};
    case WallAlert::Kind::BotStopped: return {};
    }
    return {};
}

QString alertActionName(AlertAction action)
{
    switch (action) {
    case AlertAction::TakeOver: return say(QT_TRANSLATE_NOOP("Alerts", "Take over"));
    case AlertAction::Reassign: return say(QT_TRANSLATE_NOOP("Alerts", "Assign…"));
    case AlertAction::Whisper: return say(QT_TRANSLATE_NOOP("Alerts", "Whisper"));
    case AlertAction::Watch: return say(QT_TRANSLATE_NOOP("Alerts", "Watch"));
    case AlertAction::ShowGroups: return say(QT_TRANSLATE_NOOP("Alerts", "Its groups"));
    case AlertAction::Entry: return say(QT_TRANSLATE_NOOP("Alerts", "Improve the answer"));
    }
    return {};
}

} // namespace quntai
