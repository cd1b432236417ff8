// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/correction/correctionpanel.h"

#include "widgets/common/diff/diffview.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/words/words.h"
#include "widgets/composer/replyedit.h"
#include "widgets/correction/choicechip.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Shows both sides. A value replaced by a {{variable}} is no change of the answer. */
void showDiff(const QList<DiffPart> &parts, DiffView &before, DiffView &after)
{
    auto left = parts;
    auto right = parts;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        if (parts.at(i).kind == DiffPart::Kind::Removed
            && parts.at(i + 1).kind == DiffPart::Kind::Added && isVariable(parts.at(i + 1).text.trimmed())) {
            left[i].kind = DiffPart::Kind::Same;
            right[i + 1].kind = DiffPart::Kind::Same;
        }
    }
    // Each side drops the other's parts, so a part turned Same must be gone from the far side.
    for (qsizetype i = parts.size() - 1; i >= 0; --i) {
        if (parts.at(i).kind == DiffPart::Kind::Added)
            left.remove(i);
        else if (parts.at(i).kind == DiffPart::Kind::Removed)
            right.remove(i);
    }
    before.setParts(left);
    after.setParts(right);
}

} // namespace

QStringList CorrectionPanel::faultCodes()
{
    return {u"incomplete"_s, u"wrong_fact"_s, u"off_question"_s, u"wrong_tone"_s};
}

MessageId CorrectionPanel::message() const
{
    return m_subject.answer ? m_subject.answer->id : MessageId{};
}

void CorrectionPanel::open(const CorrectionSubject &subject)
{
    if (!subject.answer)
        return;
    keep();
    m_subject = subject;
    const auto &answer = *subject.answer;
    auto source = visibleText(answer.author.name, 24) + u' ' + clockText(answer.at);
    if (subject.entry)
        source += u" · "_s + visibleText(subject.entry->question, 40);
    m_source->setPlainText(source);
    setProblem({});
    refreshTarget();
    m_send->setChecked(subject.whyNotSend.isEmpty());
    m_send->setEnabled(subject.whyNotSend.isEmpty());
    refreshSending();
    load(m_kept.value(answer.id, fresh()));
    m_mode->setCurrentIndex(0);
    m_pages->setCurrentIndex(0);
    m_body->ensureVisible(0, 0);
    m_edit->setFocus();
}

CorrectionPanel::Work CorrectionPanel::fresh() const
{
    Work work;
    // Without an entry the bot asked back or excused itself: nothing of that is worth editing.
    if (m_subject.entry)
        work.answer = m_subject.entry->answer;
    work.question = m_subject.question ? cleanedText(m_subject.question->text).simplified()
                                       : QString();
    work.faults = QList<bool>(m_faults.size(), false);
    work.newEntry = !m_subject.entry;
    return work;
}

CorrectionPanel::Work CorrectionPanel::current() const
{
    Work work;
    work.answer = m_edit->toPlainText();
    work.question = m_question->text();
    for (const auto *chip : m_faults)
        work.faults.append(chip->isChecked());
    work.newEntry = m_new->isChecked();
    return work;
}

void CorrectionPanel::load(const Work &work)
{
    m_edit->setPlainText(work.answer);
    m_question->setText(work.question);
    for (qsizetype i = 0; i < m_faults.size(); ++i)
        m_faults.at(i)->setChecked(work.faults.value(i));
    (work.newEntry ? m_new : m_update)->setChecked(true);
    m_question->setVisible(work.newEntry);
    refreshDiff();
}

/** Remembers what was typed for the message that is open. */
void CorrectionPanel::keep()
{
    if (!m_subject.answer)
        return;
    const auto id = m_subject.answer->id;
    m_keptOrder.removeAll(id);
    m_kept.remove(id);
    if (current() == fresh())
        return;
    m_kept.insert(id, current());
    m_keptOrder.append(id);
    while (m_keptOrder.size() > mostKept)
        m_kept.remove(m_keptOrder.takeFirst());
}

void CorrectionPanel::settle(const MessageId &message)
{
    m_kept.remove(message);
    m_keptOrder.removeAll(message);
    if (message == this->message())
        m_subject = {};
}

void CorrectionPanel::leave()
{
    keep();
    Q_EMIT cancelled();
}

QString CorrectionPanel::refusal(const Work &work) const
{
    if (work.answer.trimmed().isEmpty())
        return tr("The answer is empty. Write what the bot should have said.");
    if (work.answer.size() > longestAnswer)
        return tr("The answer is too long. Shorten it to %1 characters.").arg(longestAnswer);
    const auto before = fresh();
    if (work.answer.trimmed() == before.answer.trimmed() && !work.newEntry)
        return tr("The answer is the same as before. Change it, then submit.");
    if (work.newEntry && work.question.trimmed().isEmpty())
        return tr("A new entry needs its question. Write it as a customer would.");
    return {};
}

void CorrectionPanel::submit()
{
    if (!m_subject.answer)
        return;
    const auto work = current();
    setProblem(refusal(work));
    if (!m_problem->rawText().isEmpty()) {
        const bool question = !work.answer.trimmed().isEmpty() && work.newEntry
            && work.question.trimmed().isEmpty();
        (question ? static_cast<QWidget *>(m_question) : m_edit)->setFocus();
        return;
    }
    keep();
    CorrectAnswer correction;
    correction.topic = m_subject.answer->topic;
    correction.message = m_subject.answer->id;
    correction.answer = work.answer.trimmed();
    if (work.newEntry) {
        correction.question = work.question.trimmed();
    } else {
        correction.entry = m_subject.entry->id;
        correction.version = m_subject.entry->version;
    }
    const auto codes = faultCodes();
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (work.faults.value(i))
            correction.faults.append(codes.at(i));
    }
    correction.publish = m_send->isChecked();
    Q_EMIT submitted(correction);
}

/** What follows is said before it is done. */
void CorrectionPanel::refreshSending()
{
    const bool sends = m_send->isChecked();
    m_submit->setText(sends ? tr("Correct and send") : tr("Submit correction"));
    if (!m_subject.whyNotSend.isEmpty())
        m_sendLine->setPlainText(m_subject.whyNotSend);
    else if (!sends)
        m_sendLine->setPlainText(tr("Only the knowledge base changes"));
    else
        m_sendLine->setPlainText(
            m_subject.recalls ? tr("The wrong answer is recalled; the right one quotes the question")
                              : tr("A public correction that quotes the wrong answer"));
}

void CorrectionPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CorrectionPanel::refreshTarget()
{
    const bool known = m_subject.entry.has_value();
    m_update->setEnabled(known);
    m_update->setToolTip(known ? QString() : tr("This answer came from no entry"));
    m_updateLine->setPlainText(
        known ? tr("%1 · v%2 → v%3")
                    .arg(visibleText(m_subject.entry->question, 60))
                    .arg(m_subject.entry->version)
                    .arg(m_subject.entry->version + 1)
              : tr("This answer came from no entry"));
}

void CorrectionPanel::refreshDiff()
{
    if (!m_subject.answer)
        return;
    const auto words = m_edit->toPlainText();
    auto said = m_subject.answer->text;
    // What stands before every text of the bot is no part of the answer.
    if (m_subject.entry && said.endsWith(m_subject.entry->answer))
        said = m_subject.entry->answer;
    showDiff(wordDiff(said, words), *m_before, *m_after);
    m_hint->setVisible(words.contains(u"{{"));
}

void CorrectionPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        submit();
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace quntai
