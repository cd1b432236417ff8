// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/samedecision.h"

#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/context/askerscard.h"
#include "widgets/review/carriedchange.h"
#include "widgets/review/reviewsubject.h"
#include "widgets/review/textcheck.h"

#include <algorithm>

namespace quntai {

using Stage = SameAnswer::State;

SameDecision::SameDecision(Session &session, DraftModel &model, SameCard &card,
                           std::function<qint64(const DraftRow &)> seen,
                           std::function<QString()> locked, QObject *parent)
    : QObject(parent), m_session(session), m_model(model), m_card(card), m_seen(std::move(seen)),
      m_locked(std::move(locked))
{
    connect(&card, &SameCard::approvedAll, this, &SameDecision::approveAll);
    connect(&card, &SameCard::opened, this, &SameDecision::opened);
    connect(&card, &SameCard::closed, this, &SameDecision::close);
    connect(&session, &Session::commandSettled, this, &SameDecision::settle);
    // What is new in one of the topics changes no row of the list.
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!m_current.isEmpty() && (!changes.topics.isEmpty() || !changes.drafts.isEmpty()))
            show(m_current, m_written);
    });
}

void SameDecision::show(const DraftId &current, const QString &written)
{
    m_current = current;
    m_written = written;
    const bool isPart = partOf(current) || current.isEmpty();
    if (!m_parts.isEmpty() && !isPart)
        m_parts.clear();
    for (auto &part : m_parts) {
        // The events may be here before the answer to the command.
        const bool isGone = !m_session.state().drafts.contains(part.answer.draft);
        if (isGone && part.answer.state != Stage::Done)
            finish(part);
    }
    closeWhenDone();
    refresh();
}

void SameDecision::refresh()
{
    m_card.setAnswers(answers(), m_current);
    m_card.setLocked(m_locked());
}

bool SameDecision::isSending(const DraftId &draft) const
{
    return std::ranges::any_of(m_parts, [&](const Part &part) {
        return part.answer.draft == draft && part.answer.state == Stage::Sending;
    });
}

DraftId SameDecision::waiting() const
{
    for (const auto &part : m_parts) {
        if (m_session.state().drafts.contains(part.answer.draft))
            return part.answer.draft;
    }
    return {};
}

QString SameDecision::takeNews()
{
    return std::exchange(m_news, {});
}

SameDecision::Part *SameDecision::partOf(const DraftId &draft)
{
    const auto at = std::ranges::find_if(m_parts, [&](const Part &part) {
        return part.answer.draft == draft;
    });
    return at == m_parts.end() ? nullptr : &*at;
}

QList<SameAnswer> SameDecision::answers() const
{
    QList<SameAnswer> all;
    for (const auto &part : m_parts)
        all.append(part.answer);
    if (!all.isEmpty())
        return all;
    for (const auto &draft : m_model.rowOf(m_current).same.drafts)
        all.append(answerOf(m_model.rowOf(draft)));
    return all;
}

/** With what is known of who was answered in this topic before: whom it did not help must not get
 * the same once more unseen. */
QStringList SameDecision::peopleOf(const QStringList &names, const Draft &draft) const
{
    const auto topic = m_session.state().topics.value(draft.topic);
    const auto members = m_session.state().groups.value(topic.group).members;
    auto people = names;
    for (const auto &asker : askerRowsOf(topic, members.values())) {
        const bool told = asker.stage == AskerStage::Unsolved || asker.stage == AskerStage::Solved;
        const auto at = told && draft.mentions.contains(asker.member) ? people.indexOf(asker.name)
                                                                      : -1;
        if (at >= 0)
            people[at] = tr("%1 (%2)").arg(asker.name, askerStageName(asker.stage));
    }
    return people;
}

SameAnswer SameDecision::answerOf(const DraftRow &row) const
{
    const auto subject = reviewSubject(m_session.state(), row, m_session.now());
    SameAnswer answer;
    answer.draft = row.draft.id;
    answer.group = row.groupName;
    answer.people = peopleOf(subject.mentions, row.draft);
    answer.count = std::max(1, int(row.draft.mentions.size()));
    answer.text = row.draft.text;
    carryChange(answer);
    const auto faults = textFaults(subject.policy, answer.text);
    const int unseen = subject.newerThan(m_seen(row), m_session.me());
    if (answer.state == Stage::Held) {
        answer.note = tr("Your change does not fit this text: open it");
    } else if (!faults.isEmpty()) {
        answer.state = Stage::Held;
        answer.note = faultText(faults.first());
    } else if (unseen > 0) {
        answer.state = Stage::Look;
        answer.note = tr("%n new message(s): open it first", nullptr, unseen);
    } else if (row.sourceChanged) {
        answer.state = Stage::Held;
        answer.note = tr("The entry has changed since: open it");
    } else if (subject.earliest.isSet()) {
        answer.note = tr("goes at %1").arg(clockText(subject.earliest));
    } else {
        answer.note = tr("goes at once");
    }
    return answer;
}

/** A text the change has no place in is left to be looked at: approved as it is it would say what
 * the person has just found wrong. */
void SameDecision::carryChange(SameAnswer &answer) const
{
    const auto original = m_model.rowOf(m_current).draft.text;
    if (m_written.trimmed().isEmpty() || m_written == original)
        return;
    const auto carried = carriedChange(original, m_written, answer.text);
    answer.isChanged = carried.has_value();
    if (carried)
        answer.text = *carried;
    else
        answer.state = Stage::Held;
}

void SameDecision::approveAll()
{
    if (!m_locked().isEmpty())
        return refresh();
    const auto all = answers();
    m_parts.clear();
    for (const auto &answer : all)
        m_parts.append({answer, {}});
    for (const auto &answer : all) {
        if (answer.state == Stage::Ready)
            approve(m_model.rowOf(answer.draft), answer);
    }
    refresh();
}

void SameDecision::approve(const DraftRow &row, const SameAnswer &answer)
{
    const auto draft = row.draft.id;
    auto *part = partOf(draft);
    part->answer.state = Stage::Sending;
    part->answer.note = tr("on its way…");
    m_ours.insert(draft);
    CommandData command = ApproveDraft{draft, row.topic.id, m_seen(row)};
    if (answer.isChanged)
        command = EditDraft{draft, row.topic.id, m_seen(row), answer.text};
    const auto id = m_session.submit(command, this, [this, draft](const Result<> &kept) {
        auto *lost = kept ? nullptr : partOf(draft);
        if (lost)
            refuse(*lost, kept.error());
    });
    if (part->answer.state == Stage::Sending)
        part->command = id;
}

void SameDecision::settle(const CommandId &id, const Result<qint64> &result)
{
    const auto part = std::ranges::find(m_parts, id, &Part::command);
    if (id.isEmpty() || part == m_parts.end())
        return;
    if (!result) {
        // Told here, and the draft is still there: the outbox need not keep it.
        m_session.discard(id);
        refuse(*part, result.error());
        return;
    }
    finish(*part);
    closeWhenDone();
    refresh();
}

void SameDecision::finish(Part &part)
{
    const bool wasOurs = part.answer.state == Stage::Sending;
    part.answer.state = Stage::Done;
    part.answer.note = wasOurs ? tr("approved") : tr("dealt with");
}

void SameDecision::refuse(Part &part, const Error &error)
{
    part.answer.state = Stage::Refused;
    part.answer.note = refusalText(error);
    part.command = {};
    m_ours.remove(part.answer.draft);
    refresh();
}

void SameDecision::closeWhenDone()
{
    const bool isOpen = std::ranges::any_of(m_parts, [](const Part &part) {
        return part.answer.state == Stage::Sending || part.answer.state == Stage::Refused;
    });
    if (m_parts.isEmpty() || isOpen)
        return;
    int people = 0;
    int groups = 0;
    for (const auto &part : std::as_const(m_parts)) {
        people += part.answer.state == Stage::Done ? part.answer.count : 0;
        groups += part.answer.state == Stage::Done ? 1 : 0;
    }
    m_news = tr("Answered %1 people in %2 groups").arg(people).arg(groups);
    m_parts.clear();
}

void SameDecision::close()
{
    m_parts.clear();
    refresh();
}

} // namespace quntai
