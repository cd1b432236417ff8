// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paint/avatar.h"
#include "widgets/common/themedwidget.h"

#include <optional>

class QHBoxLayout;

namespace quntai {

/// One fact of the status bar: a dot or an icon, and words.
class StatusPill : public ThemedWidget
{
    Q_OBJECT

public:
    explicit StatusPill(ThemeHost &host, QWidget *parent = nullptr);

    /// `strong` words come first in bold ("Offline").
    void setWords(const QString &words, const QString &strong = {});
    void setPresence(std::optional<PresenceMark> presence);
    void setGlyph(std::optional<Icon> icon);
    /// A key cap in front, for the hints at the right end.
    void setKeyHint(const QString &keys);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {24, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshName();

    QString m_words;
    QString m_strong;
    QString m_keys;
    std::optional<PresenceMark> m_presence;
    std::optional<Icon> m_icon;
};

/// The bar at the bottom of the window, 26 px; amber while the server cannot be reached.
class StatusStrip : public ThemedWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(ThemeHost &host, QWidget *parent = nullptr);

    /// The strip takes ownership.
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);
    void setOffline(bool offline);
    bool isOffline() const { return m_offline; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    bool m_offline = false;
};

} // namespace quntai
