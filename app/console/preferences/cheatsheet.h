// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/actions/actionregistry.h"
#include "widgets/common/themedwidget.h"

#include <QPointer>

class QGridLayout;

namespace quntai {

class ScrollColumn;

/** Every key there is, over the window; any click elsewhere or Esc closes it. Reads the registry
 * each time, so it is never out of date. */
class CheatSheet : public ThemedWidget
{
    Q_OBJECT
public:
    /** parent is the widget it floats in. */
    CheatSheet(ThemeHost &host, ActionRegistry &registry, QWidget *parent);

    void toggle();
    void dismiss();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void addGroup(QGridLayout &grid, const QString &group);
    void place();

    ActionRegistry &m_registry;
    ScrollColumn *m_scroll;
    QWidget *m_table = nullptr;
    QPointer<QWidget> m_before;
};

} // namespace quntai
