// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/entryeditor.h"

#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/answeredit.h"
#include "widgets/studio/linesedit.h"
#include "widgets/studio/problemwords.h"
#include "widgets/studio/rulerows.h"
#include "widgets/studio/similartable.h"
#include "widgets/studio/stepstrip.h"
#include "widgets/studio/studiowords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForCompare = 640;

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression between(u"[,，、;；]"_s);
    QStringList tags;
    for (const auto &part : text.split(between)) {
        const auto tag = cleanedText(part).simplified().left(40);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

bool writesChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QStringList namesOf(const QList<Slot> &all)
{
    QStringList names;
    for (const auto &slot : all)
        names.append(slot.name);
    return names;
}

/** What is wrong with its rules, slots or steps; empty when nothing is. */
QString listProblem(const Entry &entry)
{
    if (const auto problem = rulesProblem(entry.rules); !problem.isEmpty())
        return importFaultText(ImportFault::BadRule, ruleProblemText(problem));
    if (const auto problem = slotsProblem(entry.slots_); !problem.isEmpty())
        return importFaultText(ImportFault::BadSlot, problem);
    const auto problem = stepsProblem(entry.steps);
    return problem.isEmpty() ? problem : importFaultText(ImportFault::BadStep, problem);
}

} // namespace

void EntryEditor::load(const Entry &entry)
{
    const QScopedValueRollback loading(m_loading, true);
    m_loaded = entry;
    if (m_question->text() != entry.question)
        m_question->setText(entry.question);
    m_similar.setQuestions(entry.similar);
    if (m_answer->toPlainText() != entry.answer)
        m_answer->setPlainText(entry.answer);
    m_category->setCurrentText(entry.category);
    m_risk->setCurrentIndex(entry.risk == Risk::High ? 1 : 0);
    m_tags->setText(entry.tags.join(u", "_s));
    m_rules->setRules(entry.rules);
    m_asked->setLines(linesOfSlots(entry.slots_, writesChinese()));
    m_act->setCurrentIndex(int(entry.act));
    if (m_fallback->text() != entry.fallback)
        m_fallback->setText(entry.fallback);
    refreshQuestions();
    m_handling->setLines(entry.steps);
    m_answer->setSlotNames(namesOf(entry.slots_));
    setProblem({});
    refresh();
}

Entry EntryEditor::current() const
{
    auto entry = m_loaded;
    entry.question = m_question->text().trimmed();
    entry.similar = m_similar.questions();
    entry.answer = m_answer->toPlainText();
    entry.category = m_category->currentText().trimmed();
    entry.risk = m_risk->currentIndex() == 1 ? Risk::High : Risk::Low;
    if (m_tags->text() != m_loaded.tags.join(u", "_s))
        entry.tags = tagsIn(m_tags->text());
    if (m_asked->lines() != linesOfSlots(m_loaded.slots_, writesChinese()))
        entry.slots_ = slotsOfLines(m_asked->lines());
    entry.rules = m_rules->rules();
    entry.act = LookupKind(m_act->currentIndex());
    entry.fallback = m_fallback->text();
    entry.steps = m_handling->lines();
    return entry;
}

void EntryEditor::noteEdit()
{
    if (m_loading)
        return;
    const auto entry = current();
    m_answer->setSlotNames(namesOf(entry.slots_));
    setProblem(listProblem(entry));
    refreshQuestions();
    m_title->setPlainText(m_question->text().trimmed().isEmpty() ? tr("New entry")
                                                                 : m_question->text());
    Q_EMIT edited();
}

/** What rules are counted against, and whether anything is looked up. */
void EntryEditor::refreshQuestions()
{
    auto questions = m_similar.questions();
    if (const auto question = m_question->text().trimmed(); !question.isEmpty())
        questions.prepend(question);
    m_rules->setQuestions(questions);
    m_fallback->setEnabled(m_act->currentIndex() != int(LookupKind::None));
}

void EntryEditor::setPlace(const EditorPlace &place, bool dirty)
{
    m_place = place;
    m_dirty = dirty;
    refresh();
}

void EntryEditor::setCategories(const QStringList &categories)
{
    const QScopedValueRollback loading(m_loading, true);
    const auto text = m_category->currentText();
    m_category->clear();
    m_category->addItems(categories);
    m_category->setCurrentText(text);
}

void EntryEditor::setAccess(const QString &readOnlyWhy, bool online)
{
    m_readOnlyWhy = readOnlyWhy;
    m_online = online;
    const bool readOnly = !readOnlyWhy.isEmpty();
    m_question->setReadOnly(readOnly);
    m_answer->setReadOnly(readOnly);
    m_tags->setReadOnly(readOnly);
    m_asked->setReadOnly(readOnly);
    m_handling->setReadOnly(readOnly);
    m_rules->setReadOnly(readOnly);
    m_fallback->setReadOnly(readOnly);
    m_act->setEnabled(!readOnly);
    m_category->setEnabled(!readOnly);
    m_risk->setEnabled(!readOnly);
    m_table->setReadOnly(readOnly);
    refresh();
}

void EntryEditor::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void EntryEditor::refresh()
{
    const bool readOnly = !m_readOnlyWhy.isEmpty();
    const bool review = m_place.drafted && m_place.state == EntryState::Review;
    const bool unsaved = m_dirty || m_place.drafted;
    const auto question = m_question->text().trimmed();
    m_title->setPlainText(question.isEmpty() ? tr("New entry") : visibleText(question, 80));
    auto chip = entryStateChip(m_dirty && !m_place.drafted ? EntryState::Draft : m_place.state);
    if (!unsaved && m_place.liveVersion > 0)
        chip.text = u"v%1 "_s.arg(m_place.liveVersion) + chip.text;
    m_chip->setChip(chip);
    const auto saved = readOnly ? m_readOnlyWhy
        : m_dirty               ? tr("Kept on this computer, not saved yet")
                                : m_place.saved;
    const auto id = m_loaded.id.value.isEmpty() ? QString() : visibleText(m_loaded.id.value, 32);
    m_saved->setPlainText(id.isEmpty() || saved.isEmpty() ? id + saved : id + u" · "_s + saved);
    m_steps->setPlace(m_place.state, unsaved, m_place.liveVersion);
    const bool can = !readOnly && m_online && !m_busy;
    m_history->setVisible(m_place.liveVersion > 0);
    m_compare->setVisible(m_place.liveVersion > 0 && unsaved && width() >= roomForCompare);
    m_compare->setText(tr("Against v%1").arg(m_place.liveVersion));
    m_compare->updateGeometry();
    m_save->setVisible(!readOnly);
    m_save->setEnabled(can && m_dirty && !question.isEmpty());
    m_submit->setVisible(!readOnly);
    m_submit->setText(review && !m_dirty ? tr("Publish") : tr("Submit for review"));
    m_submit->setEnabled(can && unsaved && !question.isEmpty());
    m_submit->setToolTip(m_online ? QString() : tr("The backend cannot be reached"));
    m_submit->updateGeometry();
    m_more->setVisible(!readOnly);
}

/** In a narrow window the question goes before a button the history has, too. */
void EntryEditor::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    refresh();
}

void EntryEditor::showMore()
{
    const bool can = m_online && !m_busy;
    const bool unsaved = m_dirty || m_place.drafted;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &words, auto signal, bool enabled) {
        menu->addAction(words, this, signal)->setEnabled(enabled);
    };
    add(tr("Publish without review"), &EntryEditor::publishWanted, can && unsaved);
    add(tr("Throw the draft away"), &EntryEditor::discardWanted,
        unsaved && (can || !m_place.drafted));
    menu->addSeparator();
    if (m_place.state == EntryState::Retired && !m_place.drafted)
        add(tr("Use it again"), &EntryEditor::restoreWanted, can);
    else
        add(tr("Retire: the bot stops using it"), &EntryEditor::retireWanted,
            can && m_place.liveVersion > 0 && !m_dirty);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void EntryEditor::setSuggested(const SuggestionTally &tally)
{
    const auto text = suggestedText(tally);
    m_suggested->setPlainText(text);
    m_suggested->setVisible(!text.isEmpty());
}

void EntryEditor::setPreview(const QString &title, const QString &text, const QStringList &missing)
{
    m_previewTitle->setPlainText(
        missing.isEmpty() ? title
                          : title + u" · "_s + tr("Not filled: %1").arg(missing.join(u"、"_s)));
    m_previewTitle->setRole(TextRole::Caption, missing.isEmpty() ? ColorRole::TextSecondary
                                                                 : ColorRole::WarningFg);
    m_preview->setPlainText(text.left(4000));
}

void EntryEditor::showBanner(bool warning, const QString &title, const QString &text,
                             const QString &action)
{
    m_banner->showMessage(warning ? InlineBanner::Kind::Warning : InlineBanner::Kind::Info, title,
                          text);
    m_banner->setAction(action);
}

void EntryEditor::hideBanner()
{
    m_banner->hide();
}

void EntryEditor::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void EntryEditor::focusQuestion()
{
    m_question->setFocus();
}

void EntryEditor::focusAnswer()
{
    m_answer->setFocus();
}

} // namespace quntai
