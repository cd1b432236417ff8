// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/studiowords.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Studio", text);
}

constexpr int outOfScopeFrom = 600;

} // namespace

QString entryStateName(EntryState state)
{
    switch (state) {
    case EntryState::Draft: return QCoreApplication::translate("Studio", "Draft");
    case EntryState::Review: return QCoreApplication::translate("Studio", "In review");
    case EntryState::Scheduled: return QCoreApplication::translate("Studio", "Scheduled");
    case EntryState::Live: return QCoreApplication::translate("Studio", "Live");
    case EntryState::Expired: return QCoreApplication::translate("Studio", "Expired");
    case EntryState::Retired: return QCoreApplication::translate("Studio", "Retired");
    }
    return {};
}

ChipSpec entryStateChip(EntryState state)
{
    ChipSpec chip;
    chip.text = entryStateName(state);
    switch (state) {
    case EntryState::Draft: chip.line = true; break;
    case EntryState::Review: chip.tone = Tone::Warning; break;
    case EntryState::Scheduled: chip.tone = Tone::Accent; break;
    case EntryState::Live: chip.tone = Tone::Success; break;
    case EntryState::Expired: chip.tone = Tone::Danger; break;
    case EntryState::Retired: break;
    }
    return chip;
}

QString entryChangeName(EntryChange change)
{
    switch (change) {
    case EntryChange::Put: return QCoreApplication::translate("Studio", "Changed");
    case EntryChange::Corrected:
        return QCoreApplication::translate("Studio", "Corrected by an agent");
    case EntryChange::Published: return QCoreApplication::translate("Studio", "Published");
    case EntryChange::Retired: return QCoreApplication::translate("Studio", "Retired");
    case EntryChange::Restored: return QCoreApplication::translate("Studio", "In use again");
    case EntryChange::Imported: return QCoreApplication::translate("Studio", "Imported");
    case EntryChange::Undone:
        return QCoreApplication::translate("Studio", "Correction taken back");
    }
    return {};
}

QString faultName(const QString &code)
{
    static const QHash<QString, const char *> names{
        {u"incomplete"_s, QT_TRANSLATE_NOOP("Studio", "Incomplete")},
        {u"wrong_fact"_s, QT_TRANSLATE_NOOP("Studio", "Wrong facts")},
        {u"off_question"_s, QT_TRANSLATE_NOOP("Studio", "Beside the question")},
        {u"wrong_tone"_s, QT_TRANSLATE_NOOP("Studio", "Wrong tone")}};
    const auto *name = names.value(code);
    return name ? word(name) : visibleText(code, 24);
}

QString lookupName(LookupKind kind)
{
    switch (kind) {
    case LookupKind::None: return QCoreApplication::translate("Studio", "nothing");
    case LookupKind::Order: return QCoreApplication::translate("Studio", "the asker's order");
    case LookupKind::Ticket: return QCoreApplication::translate("Studio", "the asker's newest case");
    }
    return {};
}

QString importFaultText(ImportFault fault, const QString &detail)
{
    const auto what = visibleText(detail, 80);
    switch (fault) {
    case ImportFault::None: return {};
    case ImportFault::FileTooBig:
        return QCoreApplication::translate("Studio", "The file is larger than 32 MB. Split it.");
    case ImportFault::Encoding:
        return QCoreApplication::translate("Studio", "The file is neither UTF-8 nor GB18030. "
                                                     "Save it again as CSV UTF-8.");
    case ImportFault::NulByte:
        return QCoreApplication::translate("Studio", "This is no text file, or one in UTF-16. "
                                                     "Save it again as CSV UTF-8.");
    case ImportFault::NoHeader:
        return QCoreApplication::translate("Studio", "The first row must name the columns question "
                                                     "and answer.");
    case ImportFault::OpenQuote:
        return QCoreApplication::translate("Studio", "A quoted cell never ends");
    case ImportFault::RowTooLong: return QCoreApplication::translate("Studio", "The row is too long");
    case ImportFault::BadJson:
        return QCoreApplication::translate("Studio", "Not a line of JSON: %1").arg(what);
    case ImportFault::NoQuestion: return QCoreApplication::translate("Studio", "No question");
    case ImportFault::NoAnswer: return QCoreApplication::translate("Studio", "No answer");
    case ImportFault::TooLong:
        return QCoreApplication::translate("Studio", "Column %1 is too long").arg(what);
    case ImportFault::BadWord:
        return QCoreApplication::translate("Studio", "“%1” is not a known value").arg(what);
    case ImportFault::BadId:
        return QCoreApplication::translate("Studio", "The id has spaces or is too long");
    case ImportFault::Twice:
        return QCoreApplication::translate("Studio", "An earlier row is the same entry");
    case ImportFault::ChangedSince:
        return QCoreApplication::translate("Studio", "Changed after the export (%1)").arg(what);
    case ImportFault::HasDraft:
        return QCoreApplication::translate("Studio", "It already has a draft");
    case ImportFault::BadRule:
        return QCoreApplication::translate("Studio", "A rule cannot be used: %1").arg(what);
    case ImportFault::BadSlot:
        return QCoreApplication::translate("Studio", "A slot cannot be used: %1").arg(what);
    case ImportFault::BadStep:
        return QCoreApplication::translate("Studio", "A step cannot be used: %1").arg(what);
    }
    return {};
}

QString trialOutcome(const Trial &trial)
{
    const auto &verdict = trial.verdict;
    const auto score = confidenceText(verdict.confidence);
    switch (verdict.action) {
    case Action::Answer:
        return QCoreApplication::translate("Studio", "Answers directly: %1 reaches the threshold %2")
            .arg(score, confidenceText(verdict.threshold));
    case Action::Clarify:
        return QCoreApplication::translate("Studio", "Asks back: %1 is not sure enough").arg(score);
    case Action::Review:
        return QCoreApplication::translate("Studio", "Waits for approval before it is sent");
    case Action::Escalate:
        return QCoreApplication::translate("Studio", "Fetches a person: %1")
            .arg(verdict.reasons.isEmpty() ? score
                                           : reasonText(verdict.reasons.constFirst(), Topic{}));
    case Action::Act:
        return QCoreApplication::translate("Studio", "Looks it up in the customers' system first, "
                                                     "then answers: %1 reaches the threshold %2")
            .arg(score, confidenceText(verdict.threshold));
    case Action::Silent:
    case Action::Fold: return QCoreApplication::translate("Studio", "Stays silent");
    }
    return {};
}

QString whyText(const Trial &trial, const std::optional<Entry> &entry)
{
    const auto &verdict = trial.verdict;
    if (entry && entry->state != EntryState::Live)
        return QCoreApplication::translate("Studio", "The bot does not use it: %1")
            .arg(entryStateName(entry->state));
    if (trial.rank == 0)
        return QCoreApplication::translate("Studio", "Nothing of the question is in this entry. Add "
                                                     "it as a similar question.");
    const auto score = confidenceText(trial.asked.score);
    if (trial.rank > 1) {
        const auto best = verdict.candidates.isEmpty() ? QString()
                                                       : verdict.candidates.constFirst().title;
        return QCoreApplication::translate("Studio", "Number %1 with %2; “%3” fits better with %4")
            .arg(trial.rank)
            .arg(score, visibleText(best, 40), confidenceText(verdict.confidence));
    }
    if (verdict.outOfScope >= outOfScopeFrom && verdict.action != Action::Answer)
        return QCoreApplication::translate("Studio", "It fits best, but the question looks out of "
                                                     "scope (%1)")
            .arg(confidenceText(verdict.outOfScope));
    if (trial.asked.score < verdict.threshold)
        return QCoreApplication::translate("Studio", "It fits best, but %1 is below the threshold %2")
            .arg(score, confidenceText(verdict.threshold));
    if (verdict.action != Action::Answer)
        return QCoreApplication::translate("Studio", "It fits with %1, but a rule decides otherwise")
            .arg(score);
    return QCoreApplication::translate("Studio", "It is the answer, with %1").arg(score);
}

QString suggestedText(const SuggestionTally &tally)
{
    const int times = timesSuggested(tally);
    if (times == 0)
        return {};
    QStringList lines{
        QCoreApplication::translate("Studio", "Suggested to agents %1×: taken %2, changed %3, "
                                              "turned down %4, only seen %5 · right %6, partly %7, "
                                              "wrong %8")
            .arg(times).arg(tally.inserted).arg(tally.edited).arg(tally.rejected).arg(tally.shown)
            .arg(tally.right).arg(tally.partly).arg(tally.wrong)};
    for (const auto &remark : tally.remarks)
        lines.append(QCoreApplication::translate("Studio", "%1, %2: %3")
                         .arg(visibleText(remark.name, 24), dayClockText(remark.at),
                              visibleText(remark.text, int(SuggestionMark::longestDetail))));
    return lines.join(u'\n');
}

QString dayClockText(Instant at)
{
    return at.isSet() ? QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"MM-dd HH:mm"_s) : QString();
}

} // namespace quntai
