// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/lessonview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/card.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/lessondelegate.h"
#include "widgets/studio/studiowords.h"

namespace quntai {

LessonView::LessonView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Learned"), parent), m_cards(new QWidget(this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_undo(new ActionButton(host, ButtonKind::Secondary, tr("Take the lesson back"), this)),
      m_entry(new ActionButton(host, ButtonKind::Secondary, tr("Open the entry"), this))
{
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->hide();
    m_undo->setToolTip(tr("From the next message on the bot reads these words as it did before"));
    body().addCard(m_cards);
    body().addCard(m_problem);
    addToFoot(m_undo);
    addFootStretch();
    addToFoot(m_entry);
    connect(m_undo, &ActionButton::clicked, this, [this] { Q_EMIT undoWanted(lesson()); });
    connect(m_entry, &ActionButton::clicked, this,
            [this] { Q_EMIT entryWanted(m_row.lesson.entry); });
}

void LessonView::open(const LessonRow &row)
{
    m_row = row;
    setTitle(tr("Learned"), visibleText(row.lesson.question, 60));
    setProblem({});
    m_entry->setEnabled(!row.title.isEmpty());
    qDeleteAll(m_cards->findChildren<Card *>(Qt::FindDirectChildrenOnly));
    addFacts();
    body().ensureVisible(0, 0);
}

void LessonView::addFacts()
{
    auto *card = new Card(host(), tr("What was said"), m_cards);
    const auto add = [&](const QString &text, ColorRole role) {
        auto *line = new PlainLabel(host(), text, TextRole::Ui, role, card);
        line->setFlow(PlainLabel::Flow::Wrapped);
        card->content()->addWidget(line);
    };
    add(m_row.lesson.question, ColorRole::TextPrimary);
    add(lessonMeaning(m_row), m_row.lesson.good ? ColorRole::SuccessFg : ColorRole::DangerFg);
    add(tr("%1 by %2, %3").arg(lessonSourceName(m_row.lesson), visibleText(m_row.who, 24),
                               dayClockText(m_row.lesson.at)),
        ColorRole::TextSecondary);
    add(tr("The similar questions of the entry are untouched: what is learned lies over them."),
        ColorRole::TextTertiary);
    m_cards->layout()->addWidget(card);
}

void LessonView::setWritable(bool writable)
{
    m_undo->setEnabled(writable);
}

void LessonView::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace quntai
