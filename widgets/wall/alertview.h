// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/alertmodel.h"
#include "widgets/common/theme/themehost.h"
#include "widgets/wall/alertwords.h"

#include <QListView>

#include <functional>

namespace quntai {

/** What is wrong, with what can be done about it. One tab stop: up and down move between alerts,
 * left and right between their actions, Enter does it. Spans tick in their place. */
class AlertView : public QListView
{
    Q_OBJECT
public:
    /** Why an action cannot be done just now; empty: it can. */
    using WhyNot = std::function<QString(const WallAlert &alert, AlertAction action)>;

    /** host and model outlive the view. */
    AlertView(ThemeHost &host, AlertModel &model, std::function<Instant()> clock,
              QWidget *parent = nullptr);

    void setWhyNot(WhyNot whyNot) { m_whyNot = std::move(whyNot); }
    /** Nothing may move: the pointer is on it, or it has the focus. */
    bool isTouched() const { return m_inside || hasFocus(); }
    /** Where an action of an alert is painted, in the viewport's coordinates. */
    QRect actionRect(const QModelIndex &index, int action) const;

Q_SIGNALS:
    void actionChosen(const quntai::WallAlert &alert, quntai::AlertAction action);

protected:
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class Delegate;

    int actionAt(const QModelIndex &index, const QPoint &at) const;
    void act(const QModelIndex &index, int action);
    QString whyNot(const WallAlert &alert, AlertAction action) const;

    ThemeHost &m_host;
    AlertModel &m_model;
    std::function<Instant()> m_clock;
    WhyNot m_whyNot;
    int m_action = 0;   //!< of the current alert, for keys
    bool m_inside = false;
    QPoint m_at{-1, -1};
};

} // namespace quntai
