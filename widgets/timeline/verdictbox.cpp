// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/verdictbox.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

namespace {

constexpr int kMostWords = 3;

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)

public:
    static ChipSpec decision(const Message &message, const Topic *topic, bool doubtful)
    {
        if (doubtful)
            return {.text = tr("Link in doubt"), .tone = Tone::Warning};
        switch (message.verdict->action) {
        case Action::Answer:
            return {.text = tr("Answered"), .tone = Tone::Bot};
        case Action::Clarify:
            return {.text = tr("Asked back"), .tone = Tone::Bot};
        case Action::Review:
            return {.text = tr("Review first"), .tone = Tone::Warning};
        case Action::Escalate:
            return {.text = tr("Escalated"), .tone = Tone::Danger};
        case Action::Act:
            return {.text = tr("Looks it up"), .tone = Tone::Bot};
        case Action::Silent:
        case Action::Fold:
            break;
        }
        if (topic && topic->lease)
            return {.text = tr("With a person"), .tone = Tone::Agent};
        return {.text = tr("Silent")};
    }

    static QString intent(const Verdict &verdict)
    {
        if (!verdict.candidates.isEmpty() && !verdict.candidates.first().title.isEmpty())
            return verdict.candidates.first().title;
        return verdict.outOfScope >= 500 ? tr("Out of scope") : tr("Unknown question");
    }

    static QString reason(const Message &message, const ReasonPart &part)
    {
        const Verdict &verdict = *message.verdict;
        switch (part.reason) {
        case Reason::Emotion:
            return emotion(message);
        case Reason::HumanRequest:
        case Reason::Waiting:
            return reasonName(part.reason);
        case Reason::Repeats:
            return tr("Same question, asked %1 times").arg(verdict.repeats + 1);
        case Reason::LowConfidence:
            return confidence(verdict, false);
        case Reason::OutOfScope:
            return tr("Outside of what the bot knows");
        case Reason::Vip:
            return part.detail.isEmpty() ? tr("VIP customer") : part.detail;
        case Reason::ReviewMode:
            return tr("The group is in review mode");
        case Reason::Privacy:
            return tr("Personal data in the answer");
        case Reason::Complexity:
        case Reason::Lookup:
            return detailed(reasonName(part.reason), {part.reason, 0, reasonDetail(part)});
        default:
            return detailed(reasonName(part.reason), part);
        }
    }

    static QString confidence(const Verdict &verdict, bool above)
    {
        const QString value = confidenceText(verdict.confidence);
        const QString threshold = confidenceText(verdict.threshold);
        return above ? tr("Confidence %1, above %2").arg(value, threshold)
                     : tr("Confidence %1, below %2").arg(value, threshold);
    }

private:
    static QString detailed(const QString &what, const ReasonPart &part)
    {
        return part.detail.isEmpty() ? what : tr("%1: %2").arg(what, visibleText(part.detail, 80));
    }

    static QString emotion(const Message &message)
    {
        const Verdict &verdict = *message.verdict;
        QString words;
        for (const Span &span :
             verdict.emotionSpans.first(qMin<qsizetype>(kMostWords, verdict.emotionSpans.size()))) {
            const QString word = message.text.mid(span.start, span.length).left(12);
            words += tr("“%1”").arg(visibleText(word));
        }
        const QString level = tr("Emotion %1").arg(verdict.emotion);
        return words.isEmpty() ? level : tr("%1: %2").arg(level, words);
    }
};

QStringList reasonsOf(const Message &message)
{
    const Verdict &verdict = *message.verdict;
    QList<ReasonPart> parts = verdict.reasons;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const ReasonPart &a, const ReasonPart &b) { return a.weight > b.weight; });
    QStringList reasons;
    for (const ReasonPart &part : parts)
        reasons.append(VerdictWords::reason(message, part));
    if (reasons.isEmpty() && verdict.action == Action::Answer)
        reasons.append(VerdictWords::confidence(verdict, true));
    return reasons;
}

} // namespace

std::optional<VerdictBox> verdictBox(const Message &message, const Topic *topic, bool doubtful)
{
    if (!message.verdict || !isFromMember(message) || message.folded)
        return std::nullopt;
    const Verdict &verdict = *message.verdict;
    const bool passedBy = verdict.action == Action::Fold
        || (verdict.action == Action::Silent && message.topic.isEmpty());
    if (passedBy)
        return std::nullopt;
    VerdictBox box;
    box.intent = VerdictWords::intent(verdict);
    box.decision = VerdictWords::decision(message, topic, doubtful);
    box.confidence = verdict.confidence;
    box.threshold = verdict.threshold;
    box.emotion = {verdict.emotion, verdict.emotionTrend};
    box.reasons = reasonsOf(message);
    box.hot = verdict.action == Action::Escalate;
    return box;
}

} // namespace quntai
