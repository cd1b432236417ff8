// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QLabel>

namespace quntai {

/// A label for text from anywhere: never rich text, hidden characters marked, selectable.
///
/// One line that shortens with "…" (the whole text is then the tool tip), or wrapped lines.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Flow : quint8 { OneLine, Wrapped };

    PlainLabel(ThemeHost &host, const QString &text, TextRole font = TextRole::Ui,
               ColorRole color = ColorRole::TextPrimary, QWidget *parent = nullptr);

    void setPlainText(const QString &text);
    /// The text as it was given, hidden characters and all.
    QString rawText() const { return m_raw; }
    void setFlow(Flow flow);
    void setRole(TextRole font, ColorRole color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    // Rich text can be reached only through these; they stay closed.
    using QLabel::setText;
    using QLabel::setTextFormat;
    using QLabel::setWordWrap;

    void becomeSelectable();
    void refreshLook();
    void refreshText();
    int lineHeight() const;

    ThemeHost &m_host;
    QString m_raw;
    TextRole m_font;
    ColorRole m_color;
    Flow m_flow = Flow::OneLine;
};

} // namespace quntai
