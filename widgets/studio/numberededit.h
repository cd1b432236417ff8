// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QPlainTextEdit>

class QPainter;
class QSyntaxHighlighter;
class QTextBlock;

namespace quntai {

/** Where text with {{variables}} is written: numbered lines, the cursor's one tinted, highlighted;
 * Ctrl+Space offers the variables. Plain text only; Tab leaves it. GUI thread. */
class NumberedEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    /** gutter: how wide the column of numbers is, in pixels. The host outlives it. */
    NumberedEdit(ThemeHost &host, int gutter, QWidget *parent);
    ~NumberedEdit() override;

    void insertVariable(const QString &name);
    /** At the cursor; nothing where nothing may be written. */
    void offerVariables();

protected:
    /** Asked once, at the first look; what is given belongs to the editor. */
    virtual QSyntaxHighlighter *makeHighlighter() = 0;
    /** Those to offer, without their braces. */
    virtual QStringList variables() const = 0;
    /** The font, and what else an editor takes from the theme; again whenever that changes. */
    virtual void takeTheme();
    /** On the cursor's line, under the text. */
    virtual void paintUnder(QPainter &) {}
    /** Whether the line, from 1, has its number marked. */
    virtual bool isWrong(int) const { return false; }
    /** What becomes of a text that is pasted. */
    virtual QString pasted(const QString &text) const;

    ThemeHost &host() const { return m_host; }
    /** As wide as the viewport, in its coordinates. */
    QRectF rectOf(const QTextBlock &block) const;
    void repaintAll();

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    class Gutter;

    void paintGutter();

    ThemeHost &m_host;
    const int m_gutterWidth;
    Gutter *m_gutter;
    QSyntaxHighlighter *m_highlighter = nullptr;
    bool m_composing = false;
};

} // namespace quntai
