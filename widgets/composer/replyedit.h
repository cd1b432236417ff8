// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/theme/themehost.h"

#include <QPlainTextEdit>

namespace quntai {

/** A plain-text editor: what is pasted loses its formatting and its invisible characters.
 *
 * Grows with its text between three and eight lines. While an input method composes, no key means
 * anything else than to it.
 */
class ReplyEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ReplyEdit(ThemeHost &host, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /** It grows up to so many lines; 2 and more. */
    void setMostLines(int lines);
    /** Lines the text would take, also wrapped ones. */
    int lines() const;
    int heightFor(int lines) const;
    /** The input method has words that are not committed. */
    bool isComposing() const { return m_composing; }
    /** Underlines these characters: something stands against sending them. */
    void setMarks(const QList<Span> &marks);

Q_SIGNALS:
    void submitted(bool settled);  //!< Ctrl+Enter; with Shift the question is settled with it
    /** Pictures or files were pasted or dropped; the data lives for the call only. */
    void mediaGiven(const QMimeData &data);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void refreshFont();

    ThemeHost &m_host;
    bool m_composing = false;
    int m_mostLines = 8;
};

} // namespace quntai
