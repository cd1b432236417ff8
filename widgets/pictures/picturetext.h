// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

class QPlainTextEdit;

namespace quntai {

class IconButton;
class PlainLabel;

/// The words that were read in a picture: plain text to be selected, with a button that copies all
/// of it. What is shown is not the picture's word but a program's reading of it, and says so.
class PictureText : public ThemedWidget
{
    Q_OBJECT

public:
    explicit PictureText(ThemeHost &host, QWidget *parent = nullptr);

    /// Untrusted.
    void setWords(const QString &words);
    QPlainTextEdit *text() const { return m_text; }
    IconButton *copyButton() const { return m_copy; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    PlainLabel *m_head;
    PlainLabel *m_hint;
    IconButton *m_copy;
    QPlainTextEdit *m_text;
};

} // namespace quntai
