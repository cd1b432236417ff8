// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QPlainTextEdit>

namespace quntai {

class AnswerHighlighter;

/** Where an answer is written: numbered lines, highlighted; Ctrl+Space offers the variables. Plain
 * text only. Grows with its lines; Tab leaves it. */
class AnswerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit AnswerEdit(ThemeHost &host, QWidget *parent = nullptr);
    ~AnswerEdit() override;

    /** Variables of this answer besides those every one has: its entry's slots. */
    void setSlotNames(const QStringList &names);
    void insertVariable(const QString &name);
    void offerVariables();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
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

    void paintGutter(QPaintEvent *event);
    void refreshLook();
    int heightFor(int lines) const;

    ThemeHost &m_host;
    Gutter *m_gutter;
    AnswerHighlighter *m_highlighter = nullptr;
    QStringList m_slots;
    bool m_composing = false;
};

} // namespace quntai
