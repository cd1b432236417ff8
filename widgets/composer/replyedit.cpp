// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/replyedit.h"

#include "widgets/common/paint/plaintext.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace quntai {

namespace {

constexpr int fewestLines = 2;

/** Files, or a picture alone: a table copied from an office program is both, and means its text. */
bool isMedia(const QMimeData &data)
{
    const auto urls = data.urls();
    const bool files = !urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile);
    return files || (data.hasImage() && !data.hasText());
}

} // namespace

ReplyEdit::ReplyEdit(ThemeHost &host, QWidget *parent) : QPlainTextEdit(parent), m_host(host)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
    connect(&host, &ThemeHost::changed, this, &ReplyEdit::refreshFont);
    refreshFont();
}

void ReplyEdit::refreshFont()
{
    setFont(m_host.theme().font(TextRole::Message));
}

int ReplyEdit::heightFor(int lines) const
{
    return lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin()) + 2;
}

QSize ReplyEdit::sizeHint() const
{
    return {200, heightFor(std::clamp(lines(), fewestLines, m_mostLines))};
}

/** The layout of a QPlainTextEdit counts lines, also wrapped ones. */
int ReplyEdit::lines() const
{
    return int(document()->size().height());
}

void ReplyEdit::setMostLines(int lines)
{
    const int most = std::max(lines, fewestLines);
    if (std::exchange(m_mostLines, most) != most)
        updateGeometry();
}

QSize ReplyEdit::minimumSizeHint() const
{
    return {120, heightFor(fewestLines)};
}

/** Keys an input method lets through while it composes are no shortcuts. And Ctrl+E is one: an
 * X11 editor would take it for "end of the line", which the End key does as well. */
bool ReplyEdit::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QPlainTextEdit::event(event);
    if (m_composing) {
        event->accept();
        return true;
    }
    const bool ours = static_cast<QKeyEvent *>(event)->keyCombination()
        == QKeyCombination(Qt::ControlModifier, Qt::Key_E);
    return ours || QPlainTextEdit::event(event);
}

void ReplyEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void ReplyEdit::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QPlainTextEdit::focusOutEvent(event);
}

void ReplyEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_composing)
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT submitted(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ReplyEdit::setMarks(const QList<Span> &marks)
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto &mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(mark.start);
        selection.cursor.setPosition(mark.start + mark.length, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(m_host.theme().color(ColorRole::DangerFg));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

bool ReplyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || isMedia(*source);
}

void ReplyEdit::insertFromMimeData(const QMimeData *source)
{
    if (isMedia(*source)) {
        Q_EMIT mediaGiven(*source);
        return;
    }
    insertPlainText(cleanedText(source->text()));
}

} // namespace quntai
