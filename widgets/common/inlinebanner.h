// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <optional>

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;

/// One bar that says, where it happened, what is so, what was kept, and one thing to do.
///
/// Never modal, never goes away by itself. Announced to screen readers when shown.
class InlineBanner : public ThemedWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Info, Warning, Error };

    explicit InlineBanner(ThemeHost &host, QWidget *parent = nullptr);

    /// Shows the bar. `title` is bold, `text` follows it; both plain.
    void showMessage(Kind kind, const QString &title, const QString &text);
    /// Empty words: no action. It has the focus when the bar is given it.
    void setAction(const QString &words, std::optional<Icon> icon = {});
    void setDismissible(bool dismissible);
    /// Replaces the kind's icon.
    void setGlyph(Icon icon);
    /// A deadline at the right, e.g. "9 s until retry 4"; permille < 0: no ring, empty: nothing.
    void setCountdown(const QString &words, int permilleLeft = -1);
    Kind kind() const { return m_kind; }

    QSize sizeHint() const override;

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone() const;

    Kind m_kind = Kind::Info;
    std::optional<Icon> m_glyph;
    QString m_countdown;
    int m_permille = -1;
    QString m_heading;
    QString m_text;
    ActionButton *m_action;
    IconButton *m_close;
};

} // namespace quntai
