// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// Not called tr: lupdate would look for a string in its brackets and skip the macro there.
QString word(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Words", text, note, n);
}

QString emotionReason(const Topic &topic)
{
    // The reason stands for the worst of the last turns, also when the newest one was calm.
    int worst = topic.emotion;
    for (const int level : topic.emotions.last(std::min<qsizetype>(topic.emotions.size(), 4)))
        worst = std::max(worst, level);
    const auto arrow = topic.emotionTrend >= 6 ? u" ↑"_s
        : topic.emotionTrend <= -6             ? u" ↓"_s
                                               : QString();
    return QCoreApplication::translate("Words", "Emotion %1").arg(worst) + arrow;
}

QString confidenceReason(const Topic &topic)
{
    return QCoreApplication::translate("Words", "Confidence %1")
        .arg(double(topic.confidence) / 1000, 0, 'f', 2);
}

/** The backend writes three numbers: turns, questions in the message, things named in it. */
QString complexityText(const QString &detail)
{
    const auto numbers = detail.split(u' ');
    if (numbers.size() != 3)
        return detail;
    return word(QT_TRANSLATE_NOOP("Words", "%1 turns, %2 questions, %3 details"))
        .arg(numbers[0], numbers[1], numbers[2]);
}

Tone toneOf(Reason reason, const Topic &topic)
{
    switch (reason) {
    case Reason::Emotion:
        return topic.emotion >= 80 ? Tone::Danger : Tone::Warning;
    case Reason::HumanRequest:
    case Reason::HighRisk:
    case Reason::SensitiveWord:
    case Reason::Contradiction:
    case Reason::SendFailed:
    case Reason::Privacy:
        return Tone::Danger;
    case Reason::Vip:
    case Reason::CustomerValue:
    case Reason::Purchase:
    case Reason::LargeOrder:
        return Tone::Note;
    case Reason::Category:
    case Reason::ReviewMode:
    case Reason::Agent:
        return Tone::Neutral;
    case Reason::Repeats:
    case Reason::Unsolved:
    case Reason::Promise:
    case Reason::Lookup:
    case Reason::LowConfidence:
    case Reason::OutOfScope:
    case Reason::Waiting:
    case Reason::Rejected:
    case Reason::Trend:
    case Reason::Complexity:
    case Reason::Keyword:
        return Tone::Warning;
    }
    return Tone::Neutral;
}

} // namespace

QString deskListName(DeskList list)
{
    switch (list) {
    case DeskList::Mine:
        return word(QT_TRANSLATE_NOOP("Words", "In service"));
    case DeskList::Queue:
        return word(QT_TRANSLATE_NOOP("Words", "Waiting"));
    case DeskList::NeedsLook:
        return word(QT_TRANSLATE_NOOP("Words", "Needs a look"));
    case DeskList::Later:
        return word(QT_TRANSLATE_NOOP("Words", "Later"));
    case DeskList::Bot:
        return word(QT_TRANSLATE_NOOP("Words", "Served by the bot"));
    case DeskList::Ended:
        return word(QT_TRANSLATE_NOOP("Words", "Ended"));
    }
    return {};
}

QString topicStateName(TopicState state)
{
    switch (state) {
    case TopicState::New:
        return word(QT_TRANSLATE_NOOP("Words", "new"));
    case TopicState::Bot:
        return word(QT_TRANSLATE_NOOP("Words", "bot"));
    case TopicState::WaitingCustomer:
        return word(QT_TRANSLATE_NOOP("Words", "waiting for customer"));
    case TopicState::Review:
        return word(QT_TRANSLATE_NOOP("Words", "in review"));
    case TopicState::Escalated:
        return word(QT_TRANSLATE_NOOP("Words", "escalated"));
    case TopicState::Offered:
        return word(QT_TRANSLATE_NOOP("Words", "offered"));
    case TopicState::Leased:
        return word(QT_TRANSLATE_NOOP("Words", "in service"));
    case TopicState::Resolved:
        return word(QT_TRANSLATE_NOOP("Words", "resolved"));
    case TopicState::AnsweredByPeer:
        return word(QT_TRANSLATE_NOOP("Words", "answered by a member"));
    case TopicState::Merged:
        return word(QT_TRANSLATE_NOOP("Words", "merged"));
    }
    return {};
}

QString actionName(Action action)
{
    switch (action) {
    case Action::Answer:
        return word(QT_TRANSLATE_NOOP("Words", "Answered"));
    case Action::Clarify:
        return word(QT_TRANSLATE_NOOP("Words", "Asked back"));
    case Action::Review:
        return word(QT_TRANSLATE_NOOP("Words", "Review first"));
    case Action::Escalate:
        return word(QT_TRANSLATE_NOOP("Words", "Escalated"));
    case Action::Silent:
        return word(QT_TRANSLATE_NOOP("Words", "Silent"));
    case Action::Fold:
        return word(QT_TRANSLATE_NOOP("Words", "Chatter"));
    case Action::Act:
        return word(QT_TRANSLATE_NOOP("Words", "Looks it up"));
    }
    return {};
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Agent:
        return word(QT_TRANSLATE_NOOP("Words", "Agent"));
    case Role::Supervisor:
        return word(QT_TRANSLATE_NOOP("Words", "Supervisor"));
    case Role::Editor:
        return word(QT_TRANSLATE_NOOP("Words", "Knowledge editor"));
    case Role::Admin:
        return word(QT_TRANSLATE_NOOP("Words", "Administrator"));
    }
    return {};
}

QString modeName(BotMode mode)
{
    switch (mode) {
    case BotMode::Auto:
        return word(QT_TRANSLATE_NOOP("Words", "Answers by itself"));
    case BotMode::Review:
        return word(QT_TRANSLATE_NOOP("Words", "Review first"));
    case BotMode::Silent:
        return word(QT_TRANSLATE_NOOP("Words", "Silent"));
    }
    return {};
}

ChipSpec modeChip(BotMode mode)
{
    ChipSpec chip;
    chip.text = modeName(mode);
    switch (mode) {
    case BotMode::Auto:
        chip.icon = Icon::Bot;
        chip.tone = Tone::Bot;
        break;
    case BotMode::Review:
        chip.icon = Icon::Review;
        chip.tone = Tone::Note;
        break;
    case BotMode::Silent:
        chip.icon = Icon::X;
        chip.tone = Tone::Neutral;
        break;
    }
    return chip;
}

QString agentStatusName(AgentStatus status)
{
    switch (status) {
    case AgentStatus::Offline:
        return word(QT_TRANSLATE_NOOP("Words", "Not at work"));
    case AgentStatus::Online:
        return word(QT_TRANSLATE_NOOP("Words", "At work"));
    case AgentStatus::Away:
        return word(QT_TRANSLATE_NOOP("Words", "Away"));
    }
    return {};
}

QString reasonName(Reason reason)
{
    static constexpr auto names = std::to_array<const char *>(
        {QT_TRANSLATE_NOOP("Words", "High emotion"), QT_TRANSLATE_NOOP("Words", "Asked for a person"),
         QT_TRANSLATE_NOOP("Words", "Asked again and again"),
         QT_TRANSLATE_NOOP("Words", "Low confidence"), QT_TRANSLATE_NOOP("Words", "Out of scope"),
         QT_TRANSLATE_NOOP("Words", "High risk"), QT_TRANSLATE_NOOP("Words", "VIP"),
         QT_TRANSLATE_NOOP("Words", "Waiting too long"),
         QT_TRANSLATE_NOOP("Words", "Review first"), QT_TRANSLATE_NOOP("Words", "Sensitive word"),
         QT_TRANSLATE_NOOP("Words", "Send failed"),
         QT_TRANSLATE_NOOP("Words", "Put back by a colleague"),
         QT_TRANSLATE_NOOP("Words", "Personal data"),
         QT_TRANSLATE_NOOP("Words", "Draft rejected"), QT_TRANSLATE_NOOP("Words", "Mood gets worse"),
         QT_TRANSLATE_NOOP("Words", "Several matters"),
         QT_TRANSLATE_NOOP("Words", "Valuable customer"), QT_TRANSLATE_NOOP("Words", "Watched word"),
         QT_TRANSLATE_NOOP("Words", "Wants to buy"), QT_TRANSLATE_NOOP("Words", "Large order"),
         QT_TRANSLATE_NOOP("Words", "Category for people"),
         QT_TRANSLATE_NOOP("Words", "Contradicts the entry"),
         QT_TRANSLATE_NOOP("Words", "Did not help"), QT_TRANSLATE_NOOP("Words", "Promise overdue"),
         QT_TRANSLATE_NOOP("Words", "Could not be looked up")});
    static_assert(names.size() == enumWords<Reason>.size());
    return word(names.at(std::size_t(reason)));
}

QString reasonText(const ReasonPart &reason, const Topic &topic)
{
    switch (reason.reason) {
    case Reason::Emotion:
        return emotionReason(topic);
    case Reason::Repeats:
        return word(QT_TRANSLATE_NOOP("Words", "Asked %1 times")).arg(std::max(topic.repeats, 2));
    case Reason::LowConfidence:
        return confidenceReason(topic);
    default:
        return reasonName(reason.reason);
    }
}

QString personalKindName(const QString &kind)
{
    if (kind == u"mobile")
        return word(QT_TRANSLATE_NOOP("Words", "A mobile number"));
    if (kind == u"id_number")
        return word(QT_TRANSLATE_NOOP("Words", "An identity number"));
    if (kind == u"bank_card")
        return word(QT_TRANSLATE_NOOP("Words", "A bank card number"));
    if (kind == u"address")
        return word(QT_TRANSLATE_NOOP("Words", "A home address"));
    if (kind == u"order")
        return word(QT_TRANSLATE_NOOP("Words", "Another customer's order"));
    return word(QT_TRANSLATE_NOOP("Words", "Personal data"));
}

/** Why a lookup gave nothing. */
QString lookupText(const QString &detail)
{
    if (detail == u"down")
        return word(QT_TRANSLATE_NOOP("Words", "The customers' system does not answer"));
    if (detail == u"not_found")
        return word(QT_TRANSLATE_NOOP("Words", "It knows no such order or case of theirs"));
    if (detail == u"too_many")
        return word(QT_TRANSLATE_NOOP("Words", "Asked too often within a minute"));
    return detail;
}

QString reasonDetail(const ReasonPart &reason)
{
    if (reason.reason == Reason::Lookup)
        return lookupText(reason.detail);
    // The backend writes a share as "220‰" and a span as "300 s".
    if (reason.reason == Reason::Privacy)
        return personalKindName(reason.detail);
    if (reason.reason == Reason::Complexity)
        return complexityText(reason.detail);
    bool ok = false;
    reason.detail.toInt(&ok);
    if (ok)
        return {}; // the level of an emotion: its name has it
    const auto number = reason.detail.left(reason.detail.size() - 1).trimmed();
    const int value = number.toInt(&ok);
    if (!ok)
        return reason.detail;
    if (reason.detail.endsWith(u'‰')) {
        return reason.reason == Reason::LowConfidence ? QString()
                                                      : QString::number(value / 1000.0, 'f', 2);
    }
    return reason.detail.endsWith(u's') ? spanText(value) : reason.detail;
}

ChipSpec reasonChip(const ReasonPart &reason, const Topic &topic)
{
    ChipSpec chip;
    chip.text = reasonText(reason, topic);
    chip.tone = toneOf(reason.reason, topic);
    return chip;
}

QString spanText(qint64 seconds)
{
    const auto whole = std::max<qint64>(seconds, 0);
    const auto minutes = whole / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes, 2, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
    return u"%1:%2:%3"_s.arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QChar(u'0'))
        .arg(whole % 60, 2, 10, QChar(u'0'));
}

QString signalName(const QString &code)
{
    static const QHash<QString, const char *> names{
        {u"bm25"_s, QT_TRANSLATE_NOOP("Words", "Keywords")},
        {u"chars"_s, QT_TRANSLATE_NOOP("Words", "Characters")},
        {u"coverage"_s, QT_TRANSLATE_NOOP("Words", "Coverage")},
        {u"exact"_s, QT_TRANSLATE_NOOP("Words", "Same words")},
        {u"overlay"_s, QT_TRANSLATE_NOOP("Words", "Learned")},
        {u"phrasing"_s, QT_TRANSLATE_NOOP("Words", "Phrasing")},
        {u"rule"_s, QT_TRANSLATE_NOOP("Words", "Rule")},
        {u"evidence"_s, QT_TRANSLATE_NOOP("Words", "Evidence")},
        {u"margin"_s, QT_TRANSLATE_NOOP("Words", "Lead")},
        {u"model"_s, QT_TRANSLATE_NOOP("Words", "Classifier")},
        {u"words"_s, QT_TRANSLATE_NOOP("Words", "Words")},
        {u"pooled"_s, QT_TRANSLATE_NOOP("Words", "Whole entry")}};
    const auto *name = names.value(code);
    return name ? word(name) : code;
}

QString roughSpanText(qint64 seconds)
{
    if (seconds < 60)
        return word(QT_TRANSLATE_NOOP("Words", "just now"));
    if (seconds < 3600)
        return word(QT_TRANSLATE_NOOP("Words", "%1 min")).arg(seconds / 60);
    if (seconds < 86400)
        return word(QT_TRANSLATE_NOOP("Words", "%1 h")).arg(seconds / 3600);
    return word(QT_TRANSLATE_NOOP("Words", "%1 d")).arg(seconds / 86400);
}

QString moneyText(qint64 cents)
{
    const auto whole = std::abs(cents);
    return u"%1¥%2.%3"_s.arg(cents < 0 ? u"-"_s : QString())
        .arg(whole / 100)
        .arg(whole % 100, 2, 10, QChar(u'0'));
}

QString clockText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"HH:mm"_s);
}

QString clockTextSeconds(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"HH:mm:ss"_s);
}

} // namespace quntai
