// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/stylecontrols.h"
#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

#include <optional>

namespace quntai {

using controls::ButtonKind;

enum class ButtonSize : quint8 { Normal, Small };

/// A push button: words, optionally an icon before and a key cap behind them.
///
/// The key cap only shows the shortcut; the action that owns it is elsewhere. Disabled buttons
/// should carry a tool tip saying what would enable them.
class ActionButton : public QAbstractButton
{
    Q_OBJECT

public:
    ActionButton(ThemeHost &host, ButtonKind kind, const QString &text, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return m_kind; }
    void setGlyph(std::optional<Icon> icon);
    /// "Ctrl+E"; empty for none.
    void setKeyHint(const QString &keys);
    QString keyHint() const { return m_keys; }
    void setButtonSize(ButtonSize size);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
    int padding() const;
    int contentWidth() const;

    ThemeHost &m_host;
    ButtonKind m_kind;
    ButtonSize m_size = ButtonSize::Normal;
    std::optional<Icon> m_icon;
    QString m_keys;
};

} // namespace quntai
