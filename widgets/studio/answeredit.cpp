// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/answeredit.h"

#include "models/domain/answertext.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/studio/answerhighlighter.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSignalBlocker>
#include <QTextBlock>

#include <algorithm>

namespace quntai {

namespace {

constexpr int gutterWidth = 32;
constexpr int fewestLines = 5;
constexpr int mostLines = 16;

} // namespace

class AnswerEdit::Gutter : public QWidget
{
public:
    explicit Gutter(AnswerEdit &edit) : QWidget(&edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_edit.paintGutter(event); }

private:
    AnswerEdit &m_edit;
};

AnswerEdit::AnswerEdit(ThemeHost &host, QWidget *parent)
    : QPlainTextEdit(parent), m_host(host), m_gutter(new Gutter(*this))
{
    setAccessibleName(tr("Answer"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setViewportMargins(gutterWidth, 0, 0, 0);
    connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this,
            [this] { m_gutter->update(); });
    connect(&host, &ThemeHost::changed, this, &AnswerEdit::refreshLook);
    refreshLook();
}

AnswerEdit::~AnswerEdit()
{
    // Losing its colours is told as a change of the text, to an owner half gone.
    const QSignalBlocker quiet(this);
    delete m_highlighter;
}

/** The first look at an editor brings the highlighter: rooms nobody enters cost nothing. */
void AnswerEdit::showEvent(QShowEvent *event)
{
    if (!m_highlighter)
        m_highlighter = new AnswerHighlighter(m_host, document());
    m_highlighter->setSlotNames(m_slots);
    QPlainTextEdit::showEvent(event);
}

void AnswerEdit::refreshLook()
{
    setFont(m_host.theme().font(TextRole::Ui));
    viewport()->update();
    m_gutter->update();
}

/** The cursor's line lies under the text, so that the tint of a variable is seen on it. */
void AnswerEdit::paintEvent(QPaintEvent *event)
{
    if (hasFocus() && !isReadOnly()) {
        auto line = blockBoundingGeometry(textCursor().block()).translated(contentOffset());
        line.setRight(viewport()->width());
        QPainter(viewport()).fillRect(line, m_host.theme().color(ColorRole::SurfaceHover));
    }
    QPlainTextEdit::paintEvent(event);
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

void AnswerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const auto inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth, inside.height());
}

void AnswerEdit::paintGutter(QPaintEvent *)
{
    const auto &theme = m_host.theme();
    QPainter painter(m_gutter);
    painter.fillRect(m_gutter->rect(), theme.color(ColorRole::SurfaceSunken));
    paintVLine(painter, gutterWidth - 1, 0, m_gutter->height(), theme.color(ColorRole::BorderSubtle));
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > m_gutter->height())
            break;
        paintText(painter, theme,
                  QRectF(0, place.top(), gutterWidth - 8, fontMetrics().lineSpacing()),
                  QString::number(block.blockNumber() + 1), TextRole::Micro,
                  ColorRole::TextTertiary, Qt::AlignRight);
    }
}

void AnswerEdit::setSlotNames(const QStringList &names)
{
    m_slots = names;
    if (m_highlighter)
        m_highlighter->setSlotNames(names);
}

void AnswerEdit::insertVariable(const QString &name)
{
    insertPlainText(QStringLiteral("{{%1}}").arg(name));
    setFocus();
}

void AnswerEdit::offerVariables()
{
    if (isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto names = m_slots + answerVariables();
    names.removeDuplicates();
    for (const auto &name : std::as_const(names))
        menu->addAction(name, this, [this, name] { insertVariable(name); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

/** While an input method composes, its keys are no shortcuts of the window. */
bool AnswerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_composing) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QPlainTextEdit::event(event);
}

void AnswerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void AnswerEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Space))
        return offerVariables();
    QPlainTextEdit::keyPressEvent(event);
}

bool AnswerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void AnswerEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(cleanedText(source->text()));
}

} // namespace quntai
