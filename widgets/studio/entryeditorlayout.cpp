// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the editor of an entry is put together; what it does is in entryeditor.cpp.
#include "widgets/studio/entryeditor.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/flow/scrollcolumn.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/answeredit.h"
#include "widgets/studio/botbox.h"
#include "widgets/studio/editorhead.h"
#include "widgets/studio/linesedit.h"
#include "widgets/studio/rulerows.h"
#include "widgets/studio/similartable.h"
#include "widgets/studio/stepstrip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

EntryEditor::EntryEditor(ThemeHost &host, SimilarModel &similar, QWidget *parent)
    : ThemedWidget(host, parent), m_similar(similar),
      m_title(new PlainLabel(host, {}, TextRole::Title, ColorRole::TextPrimary, this)),
      m_chip(new ChipLabel(host, {}, this)),
      m_saved(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_history(new ActionButton(host, ButtonKind::Quiet, tr("History"), this)),
      m_compare(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_save(new ActionButton(host, ButtonKind::Secondary, tr("Save"), this)),
      m_submit(new ActionButton(host, ButtonKind::Primary, {}, this)),
      m_more(new IconButton(host, Icon::More, tr("More"), this)),
      m_steps(new StepStrip(host, this)), m_banner(new InlineBanner(host, this)),
      m_body(new ScrollColumn(host, ColorRole::SurfaceBase, this)),
      m_question(new QLineEdit(this)), m_table(new SimilarTable(host, similar, this)),
      m_answer(new AnswerEdit(host, this)), m_category(new QComboBox(this)),
      m_risk(new QComboBox(this)), m_tags(new QLineEdit(this)),
      m_rules(new RuleRows(host, this)), m_asked(new LinesEdit(host, tr("Slots"), this)),
      m_act(new QComboBox(this)), m_fallback(new QLineEdit(this)),
      m_handling(new LinesEdit(host, tr("Steps"), this)),
      m_previewTitle(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_preview(new PlainLabel(host, {}, TextRole::Message, ColorRole::TextPrimary, this)),
      m_suggested(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this))
{
    m_banner->hide();
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    m_preview->setFlow(PlainLabel::Flow::Wrapped);
    m_body->column()->setContentsMargins(space::x4, space::x2, space::x4, space::x4);
    m_body->column()->setSpacing(6);
    m_body->setMostWidth(ScrollColumn::readableWidth);
    buildFields();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_steps);
    column->addWidget(m_banner);
    column->addWidget(m_body, 1);
    connect(m_question, &QLineEdit::textEdited, this, &EntryEditor::noteEdit);
    connect(m_tags, &QLineEdit::textEdited, this, &EntryEditor::noteEdit);
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] {
        const auto text = m_answer->toPlainText();
        if (std::exchange(m_answered, text) != text)
            noteEdit();
    });
    connect(m_category, &QComboBox::currentTextChanged, this, &EntryEditor::noteEdit);
    connect(m_risk, &QComboBox::currentIndexChanged, this, &EntryEditor::noteEdit);
    connect(m_asked, &LinesEdit::edited, this, &EntryEditor::noteEdit);
    connect(m_handling, &LinesEdit::edited, this, &EntryEditor::noteEdit);
    connect(m_rules, &RuleRows::edited, this, &EntryEditor::noteEdit);
    connect(m_act, &QComboBox::currentIndexChanged, this, &EntryEditor::noteEdit);
    connect(m_fallback, &QLineEdit::textEdited, this, &EntryEditor::noteEdit);
    connect(&m_similar, &SimilarModel::edited, this, &EntryEditor::noteEdit);
    connect(m_table, &SimilarTable::entryWanted, this, &EntryEditor::entryWanted);
    connect(m_banner, &InlineBanner::actionTriggered, this, &EntryEditor::bannerAction);
    refresh();
}

QWidget *EntryEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = layOutEditorHead(head, m_title, m_chip, m_saved);
    m_history->setGlyph(Icon::History);
    m_compare->setGlyph(Icon::Diff);
    m_save->setToolTip(tr("Keep a draft at the backend (Ctrl+S)"));
    m_submit->setKeyHint(u"Ctrl+Enter"_s);
    for (auto *button : {m_history, m_compare, m_save, m_submit})
        row->addWidget(button);
    row->addWidget(m_more);
    connect(m_history, &ActionButton::clicked, this, &EntryEditor::historyWanted);
    connect(m_compare, &ActionButton::clicked, this, &EntryEditor::compareWanted);
    connect(m_save, &ActionButton::clicked, this, &EntryEditor::saveWanted);
    connect(m_submit, &ActionButton::clicked, this, &EntryEditor::submitWanted);
    connect(m_more, &IconButton::clicked, this, &EntryEditor::showMore);
    return head;
}

QWidget *EntryEditor::label(const QString &name, const QString &hint)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(space::x2);
    row->addWidget(new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextSecondary, box));
    if (!hint.isEmpty())
        row->addWidget(
            new PlainLabel(host(), hint, TextRole::Caption, ColorRole::TextTertiary, box));
    row->addStretch(1);
    return box;
}

QWidget *EntryEditor::buildFields()
{
    m_question->setMaxLength(300);
    m_question->setAccessibleName(tr("Question"));
    m_question->setPlaceholderText(tr("The question, as a customer asks it"));
    m_body->addCard(label(tr("Question")));
    m_body->addCard(m_question);
    m_body->addCard(m_table);
    m_body->addCard(label(tr("Answer"), tr("Ctrl+Space inserts a variable")));
    m_body->addCard(m_answer);
    m_body->addCard(m_problem);
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    m_category->lineEdit()->setMaxLength(60);
    m_category->setAccessibleName(tr("Category"));
    m_category->view()->setAccessibleName(tr("Category"));
    m_risk->addItem(tr("Low: answered directly"));
    m_risk->addItem(tr("High: a person approves first"));
    m_risk->setAccessibleName(tr("Risk"));
    m_risk->view()->setAccessibleName(tr("Risk"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("Separated by commas"));
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::x3);
    grid->setVerticalSpacing(6);
    const std::pair<QString, QWidget *> places[] = {
        {tr("Category"), m_category}, {tr("Risk"), m_risk}, {tr("Tags"), m_tags}};
    int place = 0;
    for (const auto &[name, field] : places) {
        grid->addWidget(label(name), 0, place);
        grid->addWidget(field, 1, place);
        grid->setColumnStretch(place++, 1);
        field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    m_body->addCard(fields);
    m_body->addCard(label(tr("Rules"), tr("Lead here before similar words are weighed")));
    m_body->addCard(m_rules);
    m_body->addCard(label(tr("Slots"), tr("What the answer needs to be told, one a line")));
    m_asked->setPlaceholderText(tr("date Delivery day: Which day would suit you?"));
    m_body->addCard(m_asked);
    buildLookup();
    m_body->addCard(label(tr("Steps"), tr("What an agent does about it, one a line")));
    m_handling->setPlaceholderText(tr("Look up the order"));
    m_body->addCard(m_handling);
    m_body->addCard(m_previewTitle);
    m_body->addCard(new BotBox(host(), m_preview, this));
    m_suggested->setFlow(PlainLabel::Flow::Wrapped);
    m_suggested->hide();
    m_body->addCard(m_suggested);
    return fields;
}

void EntryEditor::buildLookup()
{
    m_act->addItems({tr("Nothing"), tr("The asker's order"), tr("The asker's newest case")});
    m_act->setAccessibleName(tr("Looked up before the answer"));
    m_act->view()->setAccessibleName(m_act->accessibleName());
    m_act->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fallback->setAccessibleName(tr("Said when the lookup gives nothing"));
    m_fallback->setPlaceholderText(tr("When that gives nothing; empty: a person comes"));
    m_fallback->setMaxLength(int(Entry::longestFallback));
    auto *fields = new QWidget(this);
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x3);
    row->addWidget(m_act, 1);
    row->addWidget(m_fallback, 2);
    m_body->addCard(label(tr("Looked up"), tr("Anew in the customers' system, of the asker alone")));
    m_body->addCard(fields);
}

void EntryEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
