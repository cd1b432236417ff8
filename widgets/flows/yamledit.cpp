// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/yamledit.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/flows/yamlhighlighter.h"
#include "widgets/studio/problemwords.h"

#include <QFontDatabase>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSignalBlocker>
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

class YamlEdit::Gutter : public QWidget
{
public:
    explicit Gutter(YamlEdit &edit) : QWidget(&edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *) override { m_edit.paintGutter(); }

private:
    YamlEdit &m_edit;
};

YamlEdit::YamlEdit(ThemeHost &host, QWidget *parent)
    : QPlainTextEdit(parent), m_host(host), m_gutter(new Gutter(*this))
{
    setAccessibleName(tr("Flow, as YAML"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(gutterWidth, 0, 0, 0);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (std::exchange(m_text, toPlainText()) != m_text && !m_loading)
            Q_EMIT edited();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_gutter->update(); });
    connect(&host, &ThemeHost::changed, this, &YamlEdit::refreshLook);
    refreshLook();
}

YamlEdit::~YamlEdit()
{
    // Losing its colours is told as a change of the text, to an owner half gone.
    const QSignalBlocker quiet(this);
    delete m_highlighter;
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
    viewport()->update();
    m_gutter->update();
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

void YamlEdit::refreshLook()
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto &ui = m_host.theme().font(TextRole::Ui);
    if (ui.pixelSize() > 0)
        font.setPixelSize(ui.pixelSize());
    else
        font.setPointSizeF(ui.pointSizeF());
    setFont(font);
    auto colors = palette();
    colors.setColor(QPalette::Base, m_host.theme().color(ColorRole::SurfaceBase));
    setPalette(colors);
    viewport()->update();
    m_gutter->update();
}

/** The first look at an editor brings the highlighter: rooms nobody enters cost nothing. */
void YamlEdit::showEvent(QShowEvent *event)
{
    if (!m_highlighter)
        m_highlighter = new YamlHighlighter(m_host, document());
    QPlainTextEdit::showEvent(event);
}

QRectF YamlEdit::rectOf(const QTextBlock &block) const
{
    auto rect = blockBoundingGeometry(block).translated(contentOffset());
    rect.setRight(viewport()->width());
    return rect;
}

void YamlEdit::paintEvent(QPaintEvent *event)
{
    const auto &theme = m_host.theme();
    {
        QPainter under(viewport());
        if (hasFocus() && !isReadOnly())
            under.fillRect(rectOf(textCursor().block()), theme.color(ColorRole::SurfaceHover));
        for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            if (rectOf(block).top() > viewport()->height())
                break;
            if (problemAt(block.blockNumber() + 1))
                under.fillRect(rectOf(block), theme.color(ColorRole::DangerTint));
        }
    }
    QPlainTextEdit::paintEvent(event);
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
        paintText(painter, m_host.theme(), place, flowProblemText(problem.message),
                  TextRole::Caption, ColorRole::DangerFg);
}

void YamlEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const auto inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth, inside.height());
}

void YamlEdit::paintGutter()
{
    const auto &theme = m_host.theme();
    QPainter painter(m_gutter);
    painter.fillRect(m_gutter->rect(), theme.color(ColorRole::SurfaceSunken));
    paintVLine(painter, gutterWidth - 1, 0, m_gutter->height(),
               theme.color(ColorRole::BorderSubtle));
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = rectOf(block);
        if (place.top() > m_gutter->height())
            break;
        const int line = block.blockNumber() + 1;
        const bool wrong = problemAt(line) != nullptr;
        paintText(painter, theme,
                  QRectF(0, place.top(), gutterWidth - 8, fontMetrics().lineSpacing()),
                  (wrong ? u"! "_s : QString()) + QString::number(line), TextRole::Micro,
                  wrong ? ColorRole::DangerFg : ColorRole::TextTertiary, Qt::AlignRight);
    }
}

void YamlEdit::offerVariables()
{
    if (isReadOnly() || m_variables.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &name : std::as_const(m_variables))
        menu->addAction(name, this, [this, name] { insertPlainText(u"{{%1}}"_s.arg(name)); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(cursorRect().bottomLeft()));
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

/** While an input method composes, its keys are no shortcuts of the window. */
bool YamlEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_composing) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QPlainTextEdit::event(event);
}

void YamlEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void YamlEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Space))
        return offerVariables();
    if (event->key() == Qt::Key_F8)
        return goToNextProblem();
    if (isEnter && event->modifiers() == Qt::NoModifier && !isReadOnly())
        return breakLine();
    QPlainTextEdit::keyPressEvent(event);
}

bool YamlEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

/** YAML knows no tabs. */
void YamlEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(cleanedText(source->text().left(longestPaste)).replace(u'\t', u"  "_s));
}

} // namespace quntai
