// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** One line that says what would follow and asks for it; hidden until then. */
class ConfirmLine : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ConfirmLine(ThemeHost &host, QWidget *parent = nullptr);

    /** yes: what the button for going on says. The answer is a signal. */
    void ask(const QString &consequence, const QString &yes);

Q_SIGNALS:
    void confirmed();
    void declined();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void decline();

    PlainLabel *m_text;
    ActionButton *m_yes;
    ActionButton *m_no;
};

} // namespace quntai
