// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QWidget>

namespace quntai {

/// A widget that paints itself by the theme and repaints when it changes.
class ThemedWidget : public QWidget
{
    Q_OBJECT

public:
    /// `host` must outlive the widget.
    explicit ThemedWidget(ThemeHost &host, QWidget *parent = nullptr);

protected:
    const Theme &theme() const { return m_host.theme(); }
    ThemeHost &host() const { return m_host; }
    /// After each change of the theme, before the repaint; for sizes and child fonts.
    virtual void themeChanged() {}

private:
    ThemeHost &m_host;
};

} // namespace quntai
