// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QProxyStyle>

class QApplication;

namespace quntai {

class ThemeHost;

/// Draws the stock widgets (buttons, fields, scroll bars, menus, tabs, lists, tool tips) as the
/// design wants them, on top of Fusion. Keeps its own copy of the theme. GUI thread.
class QuntaiStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit QuntaiStyle(const Theme &theme);

    void setTheme(const Theme &theme) { m_theme = theme; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme m_theme;
};

/// The theme's colours as a palette, for widgets that know nothing of roles.
QPalette paletteOf(const Theme &theme);

/// Gives the application style, palette and font, now and whenever the host's theme changes.
/// Once, before the first widget is made; `host` must outlive all widgets.
void applyTheme(QApplication &application, ThemeHost &host);

} // namespace quntai
