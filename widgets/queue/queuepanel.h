// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/queue/queueview.h"

namespace quntai {

class ActionButton;
class EmptyState;
class PinBar;
class SearchField;
class ViewBar;

/** The desk's left column: head, search field, order and views, the lists. */
class QueuePanel : public ThemedWidget
{
    Q_OBJECT
public:
    QueuePanel(ThemeHost &host, QueueModel &model, std::function<Instant()> clock,
               QWidget *parent = nullptr);

    QueueView &view() const { return *m_view; }
    SearchField &searchField() const { return *m_search; }
    ViewBar &viewBar() const { return *m_views; }
    PinBar &pinBar() const { return *m_pins; }
    /** While the backend's state is on its way no topic does not mean that there is none. */
    void setReading(bool reading);

Q_SIGNALS:
    void searchEntered(const QString &words);

private:
    void refreshHeld();
    void refreshEmpty();

    QueueModel &m_model;
    SearchField *m_search;
    ViewBar *m_views;
    PinBar *m_pins;
    ActionButton *m_held;
    QueueView *m_view;
    EmptyState *m_empty;
};

} // namespace quntai
