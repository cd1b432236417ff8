// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/rejectpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/flow/flowlayout.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/correction/choicechip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

RejectPanel::RejectPanel(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_words(new QLineEdit(this)),
      m_consequence(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_reject(new ActionButton(host, ButtonKind::Danger, tr("Reject"), this))
{
    setAccessibleName(tr("Reject the draft"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x5, space::x3, space::x5, space::x3);
    column->setSpacing(space::x2);
    column->addWidget(new PlainLabel(host, tr("Why is it not sent?"), TextRole::UiStrong,
                                     ColorRole::TextPrimary, this));
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(6, chips);
    for (const auto &words : {tr("Beside the question"), tr("Wrong facts"), tr("Something is missing"),
                              tr("Wrong tone"), tr("Personal data"), tr("No reply needed")}) {
        auto *chip = new ChoiceChip(host, words, chips);
        connect(chip, &ChoiceChip::toggled, this, &RejectPanel::refresh);
        m_choices.append(chip);
        flow->addWidget(chip);
    }
    m_noReply = m_choices.constLast();
    column->addWidget(chips);
    m_words->setMaxLength(longestReason);
    m_words->setPlaceholderText(tr("In your own words; colleagues read it at the desk"));
    m_words->setAccessibleName(tr("Reason"));
    connect(m_words, &QLineEdit::textChanged, this, &RejectPanel::refresh);
    connect(m_words, &QLineEdit::returnPressed, this, &RejectPanel::submit);
    column->addWidget(m_words);
    column->addWidget(m_problem);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::x2);
    foot->addWidget(m_consequence, 1);
    auto *cancel = new ActionButton(host, ButtonKind::Secondary, tr("Cancel"), this);
    cancel->setKeyHint(u"Esc"_s);
    connect(cancel, &ActionButton::clicked, this, &RejectPanel::cancelled);
    m_reject->setKeyHint(u"Enter"_s);
    connect(m_reject, &ActionButton::clicked, this, &RejectPanel::submit);
    foot->addWidget(cancel);
    foot->addWidget(m_reject);
    column->addLayout(foot);
    setProblem({});
    refresh();
}

void RejectPanel::open()
{
    for (auto *chip : std::as_const(m_choices))
        chip->setChecked(false);
    m_words->clear();
    setProblem({});
    show();
    m_words->setFocus();
}

void RejectPanel::setConsequences(const QString &usual, const QString &noReply)
{
    m_usual = usual;
    m_unanswered = noReply;
    refresh();
}

void RejectPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString RejectPanel::reason() const
{
    QStringList parts;
    for (const auto *chip : m_choices) {
        if (chip->isChecked())
            parts.append(chip->text());
    }
    if (const auto words = m_words->text().simplified(); !words.isEmpty())
        parts.append(words);
    return parts.join(u"；"_s);
}

bool RejectPanel::noReply() const
{
    return m_noReply->isChecked();
}

void RejectPanel::refresh()
{
    m_consequence->setPlainText(noReply() ? m_unanswered : m_usual);
    const bool given = !reason().isEmpty();
    m_reject->setEnabled(given);
    m_reject->setToolTip(given ? QString() : tr("Choose a reason or write one"));
}

void RejectPanel::submit()
{
    if (!m_reject->isEnabled())
        return setProblem(tr("Choose a reason or write one"));
    Q_EMIT rejected(reason(), noReply());
}

void RejectPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (enter && !m_words->hasFocus())  // the field has told already
        submit();
    else
        ThemedWidget::keyPressEvent(event);
}

void RejectPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), 0, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
