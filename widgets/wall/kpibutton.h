// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/** A label whose definition is the tool tip, a figure, and what it is of. */
class KpiButton : public QAbstractButton
{
    Q_OBJECT
public:
    KpiButton(ThemeHost &host, const QString &label, const QString &definition,
              QWidget *parent = nullptr);

    /** value in the colour of role; note is untrusted. */
    void setFigure(const QString &value, const QString &note,
                   ColorRole role = ColorRole::TextPrimary);
    /** False: only to be read. */
    void setPressable(bool pressable);
    QString value() const { return m_value; }
    QString note() const { return m_note; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {96, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void nextCheckState() override {}

private:
    ThemeHost &m_host;
    QString m_value;
    QString m_note;
    ColorRole m_role = ColorRole::TextPrimary;
    bool m_pressable = true;
};

} // namespace quntai
