// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/groupnotices.h"

#include "widgets/common/paint/plaintext.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestBody = 160;

QString say(const char *text)
{
    return QCoreApplication::translate("Notices", text);
}

QString titleOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Offered: return say(QT_TRANSLATE_NOOP("Notices", "A topic is offered to you"));
    case NoticeKind::Escalated: return say(QT_TRANSLATE_NOOP("Notices", "A topic needs a person"));
    case NoticeKind::Spread: return say(QT_TRANSLATE_NOOP("Notices", "Anger spreads in a group"));
    case NoticeKind::AtRisk:
        return say(QT_TRANSLATE_NOOP("Notices", "Your topic is soon due"));
    case NoticeKind::Breached:
        return say(QT_TRANSLATE_NOOP("Notices", "Your topic is overdue"));
    case NoticeKind::TakenAway:
        return say(QT_TRANSLATE_NOOP("Notices", "Somebody else serves your topic now"));
    case NoticeKind::Answered:
        return say(QT_TRANSLATE_NOOP("Notices", "New message in your topic"));
    case NoticeKind::NotSent:
        return say(QT_TRANSLATE_NOOP("Notices", "A message of yours was not sent"));
    case NoticeKind::Whispered: return say(QT_TRANSLATE_NOOP("Notices", "A whisper to you"));
    case NoticeKind::Asked: return say(QT_TRANSLATE_NOOP("Notices", "A colleague asks you"));
    case NoticeKind::Invited:
        return say(QT_TRANSLATE_NOOP("Notices", "A colleague invites you to help"));
    case NoticeKind::PromiseOverdue:
        return say(QT_TRANSLATE_NOOP("Notices", "A promise is overdue"));
    case NoticeKind::ConnectorDown:
        return say(QT_TRANSLATE_NOOP("Notices", "A channel is disconnected"));
    }
    return {};
}

} // namespace

QString noticeKindName(NoticeKind kind)
{
    return titleOf(kind);
}

Severity severityOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Offered:
    case NoticeKind::Escalated:
    case NoticeKind::Spread:
    case NoticeKind::Asked:
    case NoticeKind::Invited: return Severity::Urgent;
    case NoticeKind::AtRisk:
    case NoticeKind::Breached:
    case NoticeKind::TakenAway:
    case NoticeKind::Answered:
    case NoticeKind::NotSent:
    case NoticeKind::PromiseOverdue:
    case NoticeKind::Whispered: return Severity::Normal;
    case NoticeKind::ConnectorDown: return Severity::Info;
    }
    return Severity::Info;
}

bool isQuiet(const NoticeRules &rules, QTime now)
{
    if (!rules.quietHours)
        return false;
    const int minute = now.hour() * 60 + now.minute();
    if (rules.quietFrom < rules.quietTo)
        return minute >= rules.quietFrom && minute < rules.quietTo;
    return minute >= rules.quietFrom || minute < rules.quietTo;
}

NoticePlan planFor(NoticeKind kind, const NoticeRules &rules, QTime now, bool looking)
{
    const auto severity = severityOf(kind);
    const auto &rule = rules.bySeverity[std::size_t(severity)];
    const bool quiet = isQuiet(rules, now);
    if (looking || !rule.show || (quiet && severity != Severity::Urgent))
        return {};
    return {true, severity == Severity::Urgent, rule.sound && !quiet, rule.content};
}

NoticeText noticeText(const Notice &notice, bool content)
{
    if (!content)
        return {titleOf(notice.kind), visibleText(notice.groupName)};
    QStringList parts{notice.groupName, notice.who};
    parts.removeAll(QString());
    const auto where = visibleText(parts.join(u" · "_s));
    const auto words = visibleText(notice.words, longestBody);
    return {titleOf(notice.kind), words.isEmpty() ? where : where + u'\n' + words};
}

} // namespace quntai
