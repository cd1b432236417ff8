// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/groupnotices.h"

#include <QCoreApplication>

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype mostGroups = 1000;  // a settings file with more does not read

template <class T>
QString textOfWord(T value)
{
    const auto word = wordOf(value);
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

template <class T>
std::optional<T> fromWord(const QString &text)
{
    T value{};
    return settingjson::read(QJsonValue(text), value) ? std::optional(value) : std::nullopt;
}

GroupRule ruleFrom(const QStringList &words)
{
    GroupRule rule;
    rule.what = fromWord<GroupNotices>(words.value(0)).value_or(GroupNotices::All);
    for (const auto &word : words.sliced(std::min<qsizetype>(1, words.size()))) {
        if (const auto kind = fromWord<NoticeKind>(word); kind && !rule.kinds.contains(*kind))
            rule.kinds.append(*kind);
    }
    return rule;
}

bool isMine(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Escalated:
    case NoticeKind::Spread: return false;
    case NoticeKind::Offered:
    case NoticeKind::AtRisk:
    case NoticeKind::Breached:
    case NoticeKind::TakenAway:
    case NoticeKind::Answered:
    case NoticeKind::NotSent:
    case NoticeKind::Whispered:
    case NoticeKind::Asked:
    case NoticeKind::Invited:
    case NoticeKind::PromiseOverdue:
    case NoticeKind::ConnectorDown: return true;
    }
    return true;
}

} // namespace

QList<NoticeKind> allKinds()
{
    QList<NoticeKind> kinds;
    for (std::size_t at = 0; at < enumWords<NoticeKind>.size(); ++at)
        kinds.append(NoticeKind(at));
    std::ranges::stable_sort(kinds, {}, severityOf);
    return kinds;
}

QList<NoticeKind> groupKinds()
{
    auto kinds = allKinds();
    kinds.removeAll(NoticeKind::ConnectorDown);
    return kinds;
}

bool lets(const GroupRule &rule, NoticeKind kind)
{
    switch (rule.what) {
    case GroupNotices::All: return true;
    case GroupNotices::Escalations: return severityOf(kind) == Severity::Urgent;
    case GroupNotices::Mine: return isMine(kind);
    case GroupNotices::None: return false;
    case GroupNotices::Chosen: return rule.kinds.contains(kind);
    }
    return true;
}

GroupRule groupRule(const Settings &settings, const GroupId &group)
{
    return ruleFrom(settings.get(settings::groupNotices).value(group.value));
}

QList<std::pair<GroupId, GroupRule>> groupRules(const Settings &settings)
{
    QList<std::pair<GroupId, GroupRule>> rules;
    const auto kept = settings.get(settings::groupNotices);
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        rules.append({GroupId{it.key()}, ruleFrom(it.value())});
    std::ranges::sort(rules, {}, [](const auto &one) { return one.first.value; });
    return rules;
}

bool setGroupRule(Settings &settings, const GroupId &group, const GroupRule &rule)
{
    auto kept = settings.get(settings::groupNotices);
    if (rule.what == GroupNotices::All) {
        kept.remove(group.value);
        return settings.set(settings::groupNotices, kept);
    }
    if (kept.size() >= mostGroups && !kept.contains(group.value))
        return false;
    QStringList words{textOfWord(rule.what)};
    if (rule.what == GroupNotices::Chosen) {
        for (const auto kind : rule.kinds)
            words.append(textOfWord(kind));
    }
    kept.insert(group.value, words);
    return settings.set(settings::groupNotices, kept);
}

void resetGroupRules(Settings &settings)
{
    settings.reset(settings::groupNotices);
}

bool wantsKind(const Settings &settings, NoticeKind kind)
{
    return !settings.get(settings::unwantedKinds).contains(textOfWord(kind));
}

void setWantsKind(Settings &settings, NoticeKind kind, bool wants)
{
    auto unwanted = settings.get(settings::unwantedKinds);
    unwanted.removeAll(textOfWord(kind));
    if (!wants)
        unwanted.append(textOfWord(kind));
    unwanted.sort();
    settings.set(settings::unwantedKinds, unwanted);
}

QString groupNoticesName(GroupNotices what)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Notices", text); };
    switch (what) {
    case GroupNotices::All: return say(QT_TRANSLATE_NOOP("Notices", "All"));
    case GroupNotices::Escalations: return say(QT_TRANSLATE_NOOP("Notices", "Escalations only"));
    case GroupNotices::Mine: return say(QT_TRANSLATE_NOOP("Notices", "Mine only"));
    case GroupNotices::None: return say(QT_TRANSLATE_NOOP("Notices", "None"));
    case GroupNotices::Chosen: return say(QT_TRANSLATE_NOOP("Notices", "Chosen events"));
    }
    return {};
}

QString groupRuleName(const GroupRule &rule)
{
    const auto name = groupNoticesName(rule.what);
    return rule.what == GroupNotices::Chosen
        ? QCoreApplication::translate("Notices", "%1 (%2)").arg(name).arg(rule.kinds.size())
        : name;
}

} // namespace quntai
