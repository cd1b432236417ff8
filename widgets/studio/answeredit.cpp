// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/answeredit.h"

#include "models/domain/answertext.h"
#include "widgets/studio/answerhighlighter.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int gutterWidth = 32;
constexpr int fewestLines = 5;
constexpr int mostLines = 16;

} // namespace

AnswerEdit::AnswerEdit(ThemeHost &host, QWidget *parent) : NumberedEdit(host, gutterWidth, parent)
{
    setAccessibleName(tr("Answer"));
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
}

int AnswerEdit::heightFor(int lines) const
{
    return lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin())
        + 2 * frameWidth() + 2;
}

QSize AnswerEdit::sizeHint() const
{
    const int lines = int(document()->size().height());
    return {320, heightFor(std::clamp(lines + 1, fewestLines, mostLines))};
}

QSize AnswerEdit::minimumSizeHint() const
{
    return {200, heightFor(fewestLines)};
}

QSyntaxHighlighter *AnswerEdit::makeHighlighter()
{
    m_colours = new AnswerHighlighter(host(), document());
    m_colours->setSlotNames(m_slots);
    return m_colours;
}

void AnswerEdit::setSlotNames(const QStringList &names)
{
    m_slots = names;
    if (m_colours)
        m_colours->setSlotNames(names);
}

QStringList AnswerEdit::variables() const
{
    auto names = m_slots + answerVariables();
    names.removeDuplicates();
    return names;
}

} // namespace quntai
