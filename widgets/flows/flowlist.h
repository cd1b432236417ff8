// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/flowmodel.h"
#include "widgets/common/themedwidget.h"

class QListView;
class QStackedWidget;

namespace quntai {

class EmptyState;
class IconButton;

/** The left column: every flow, with what became of it. One tab stop. */
class FlowList : public ThemedWidget
{
    Q_OBJECT
public:
    FlowList(ThemeHost &host, FlowModel &flows, QWidget *parent = nullptr);

    /** No signal. */
    void setCurrent(const FlowId &flow);
    /** Reason why nothing can be written; empty: it can. */
    void setWhyNot(const QString &why);
    void focusList();

Q_SIGNALS:
    void flowChosen(const quntai::FlowId &flow);
    void newWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    void refresh();

    FlowModel &m_flows;
    FlowId m_current;
    bool m_quiet = false;  //!< the selection follows, nobody chose
    IconButton *m_new;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
};

} // namespace quntai
