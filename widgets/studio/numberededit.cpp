// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/numberededit.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSignalBlocker>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace quntai {

using namespace Qt::StringLiterals;

class NumberedEdit::Gutter : public QWidget
{
public:
    explicit Gutter(NumberedEdit &edit) : QWidget(&edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *) override { m_edit.paintGutter(); }

private:
    NumberedEdit &m_edit;
};

NumberedEdit::NumberedEdit(ThemeHost &host, int gutter, QWidget *parent)
    : QPlainTextEdit(parent), m_host(host), m_gutterWidth(gutter), m_gutter(new Gutter(*this))
{
    setTabChangesFocus(true);
    setViewportMargins(m_gutterWidth, 0, 0, 0);
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_gutter->update(); });
    connect(&host, &ThemeHost::changed, this, [this] {
        takeTheme();
        repaintAll();
    });
    NumberedEdit::takeTheme();
}

NumberedEdit::~NumberedEdit()
{
    // Losing its colours is told as a change of the text, to an owner half gone.
    const QSignalBlocker quiet(this);
    delete m_highlighter;
}

void NumberedEdit::insertVariable(const QString &name)
{
    insertPlainText(u"{{%1}}"_s.arg(name));
    setFocus();
}

void NumberedEdit::offerVariables()
{
    const auto names = variables();
    if (isReadOnly() || names.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &name : names)
        menu->addAction(name, this, [this, name] { insertVariable(name); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

void NumberedEdit::takeTheme()
{
    setFont(m_host.theme().font(TextRole::Ui));
}

QString NumberedEdit::pasted(const QString &text) const
{
    return cleanedText(text);
}

QRectF NumberedEdit::rectOf(const QTextBlock &block) const
{
    auto rect = blockBoundingGeometry(block).translated(contentOffset());
    rect.setRight(viewport()->width());
    return rect;
}

void NumberedEdit::repaintAll()
{
    viewport()->update();
    m_gutter->update();
}

/** The first look at an editor brings the highlighter: rooms nobody enters cost nothing. */
void NumberedEdit::showEvent(QShowEvent *event)
{
    if (!m_highlighter)
        m_highlighter = makeHighlighter();
    QPlainTextEdit::showEvent(event);
}

/** The cursor's line lies under the text, so that the tint of a variable is seen on it. */
void NumberedEdit::paintEvent(QPaintEvent *event)
{
    {
        QPainter under(viewport());
        if (hasFocus() && !isReadOnly())
            under.fillRect(rectOf(textCursor().block()),
                           m_host.theme().color(ColorRole::SurfaceHover));
        paintUnder(under);
    }
    QPlainTextEdit::paintEvent(event);
}

void NumberedEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const auto inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), m_gutterWidth, inside.height());
}

void NumberedEdit::paintGutter()
{
    const auto &theme = m_host.theme();
    QPainter painter(m_gutter);
    painter.fillRect(m_gutter->rect(), theme.color(ColorRole::SurfaceSunken));
    paintVLine(painter, m_gutterWidth - 1, 0, m_gutter->height(),
               theme.color(ColorRole::BorderSubtle));
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = rectOf(block);
        if (place.top() > m_gutter->height())
            break;
        const int line = block.blockNumber() + 1;
        const bool wrong = isWrong(line);
        paintText(painter, theme,
                  QRectF(0, place.top(), m_gutterWidth - 8, fontMetrics().lineSpacing()),
                  (wrong ? u"! "_s : QString()) + QString::number(line), TextRole::Micro,
                  wrong ? ColorRole::DangerFg : ColorRole::TextTertiary, Qt::AlignRight);
    }
}

/** While an input method composes, its keys are no shortcuts of the window. */
bool NumberedEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_composing) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QPlainTextEdit::event(event);
}

void NumberedEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void NumberedEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Space))
        return offerVariables();
    QPlainTextEdit::keyPressEvent(event);
}

bool NumberedEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void NumberedEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(pasted(source->text()));
}

} // namespace quntai
