// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/yamledit.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/flows/yamlhighlighter.h"
#include "widgets/studio/problemwords.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int gutterWidth = 40;
constexpr int problemGap = 16;    // between a line and what is wrong with it
constexpr int leastProblem = 96;  // narrower it says nothing
constexpr qsizetype longestPaste = 20'000;

} // namespace

YamlEdit::YamlEdit(ThemeHost &host, QWidget *parent) : NumberedEdit(host, gutterWidth, parent)
{
    setAccessibleName(tr("Flow, as YAML"));
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (std::exchange(m_text, toPlainText()) != m_text && !m_loading)
            Q_EMIT edited();
    });
    YamlEdit::takeTheme();
}

void YamlEdit::setYaml(const QString &text)
{
    if (text == toPlainText())
        return;
    const QScopedValueRollback loading(m_loading, true);
    const auto line = textCursor().blockNumber();
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    setTextCursor(QTextCursor(document()->findBlockByNumber(
        std::min(line, document()->blockCount() - 1))));
}

void YamlEdit::setProblems(const QList<FlowProblem> &problems)
{
    if (std::exchange(m_problems, problems) == problems)
        return;
    QStringList lines;
    for (const auto &problem : problems)
        lines.append(tr("Line %1: %2").arg(problem.line).arg(flowProblemText(problem.message)));
    setAccessibleDescription(lines.join(u'\n'));
    repaintAll();
}

const FlowProblem *YamlEdit::problemAt(int line) const
{
    // One that lies behind the text is shown with its last line.
    const auto found = std::ranges::find_if(m_problems, [&](const FlowProblem &problem) {
        return std::min(problem.line, document()->blockCount()) == line;
    });
    return found == m_problems.cend() ? nullptr : &*found;
}

void YamlEdit::goToNextProblem()
{
    if (m_problems.isEmpty())
        return;
    const int here = textCursor().blockNumber() + 1;
    const auto next = std::ranges::find_if(
        m_problems, [&](const FlowProblem &problem) { return problem.line > here; });
    const auto &problem = next == m_problems.cend() ? m_problems.constFirst() : *next;
    const auto block = document()->findBlockByNumber(
        std::min(problem.line, document()->blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position()
                       + std::clamp(problem.column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
}

void YamlEdit::takeTheme()
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto &ui = host().theme().font(TextRole::Ui);
    if (ui.pixelSize() > 0)
        font.setPixelSize(ui.pixelSize());
    else
        font.setPointSizeF(ui.pointSizeF());
    setFont(font);
    auto colors = palette();
    colors.setColor(QPalette::Base, host().theme().color(ColorRole::SurfaceBase));
    setPalette(colors);
}

QSyntaxHighlighter *YamlEdit::makeHighlighter()
{
    return new YamlHighlighter(host(), document());
}

void YamlEdit::paintUnder(QPainter &painter)
{
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (rectOf(block).top() > viewport()->height())
            break;
        if (isWrong(block.blockNumber() + 1))
            painter.fillRect(rectOf(block), host().theme().color(ColorRole::DangerTint));
    }
}

void YamlEdit::paintEvent(QPaintEvent *event)
{
    NumberedEdit::paintEvent(event);
    QPainter over(viewport());
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (rectOf(block).top() > viewport()->height())
            break;
        if (const auto *problem = problemAt(block.blockNumber() + 1))
            paintProblem(over, block, *problem);
    }
}

/** Behind the words of the line's last row, where there is room. */
void YamlEdit::paintProblem(QPainter &painter, const QTextBlock &block, const FlowProblem &problem)
{
    const auto *text = block.layout();
    if (text->lineCount() == 0)
        return;
    const auto last = text->lineAt(text->lineCount() - 1);
    const auto rect = rectOf(block);
    const auto left = rect.left() + last.position().x() + last.naturalTextWidth() + problemGap;
    const QRectF place(left, rect.top() + last.y(), viewport()->width() - left - space::x3,
                       last.height());
    if (place.width() >= leastProblem)
        paintText(painter, host().theme(), place, flowProblemText(problem.message),
                  TextRole::Caption, ColorRole::DangerFg);
}

/** A new line as far in as the one before. */
void YamlEdit::breakLine()
{
    const auto line = textCursor().block().text().first(textCursor().positionInBlock());
    const auto text = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    auto indent = QString(text - line.cbegin(), u' ');
    if (line.trimmed().endsWith(u':') || line.trimmed().endsWith(u"|-"_s)
        || line.trimmed().endsWith(u'|'))
        indent += u"  "_s;
    insertPlainText(u'\n' + indent);
    ensureCursorVisible();
}

void YamlEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F8)
        return goToNextProblem();
    if (isEnter && event->modifiers() == Qt::NoModifier && !isReadOnly())
        return breakLine();
    NumberedEdit::keyPressEvent(event);
}

/** YAML knows no tabs. */
QString YamlEdit::pasted(const QString &text) const
{
    return cleanedText(text.left(longestPaste)).replace(u'\t', u"  "_s);
}

} // namespace quntai
