// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/// A button of one icon. Its name is not optional: it is the tool tip and the accessible name.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(ThemeHost &host, Icon icon, const QString &name, QWidget *parent = nullptr);

    void setGlyph(Icon icon);
    /// Also shown in the tool tip; empty for none.
    void setKeyHint(const QString &keys);
    QString keyHint() const { return m_keys; }
    void setName(const QString &name);
    /// 24 instead of 28 px.
    void setSmall(bool small);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshToolTip();

    ThemeHost &m_host;
    Icon m_icon;
    QString m_keys;
    bool m_small = false;
};

} // namespace quntai
