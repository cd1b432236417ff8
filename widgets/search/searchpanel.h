// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/searchmodel.h"
#include "widgets/common/themedwidget.h"

class QListView;
class QStackedWidget;
class QTimer;

namespace quntai {

class EmptyState;
class PlainLabel;
class ScopeBar;
class SearchField;

/** Finds messages and stays open while the person walks from one to the next. */
class SearchPanel : public ThemedWidget
{
    Q_OBJECT
public:
    /** model must outlive the panel. */
    SearchPanel(ThemeHost &host, SearchModel &model, QWidget *parent = nullptr);

    /** Opens with these words, all selected; empty keeps what is there. */
    void begin(const QString &words);
    ScopeBar &scopeBar() const { return *m_scope; }
    QSize sizeHint() const override { return {360, 600}; }

Q_SIGNALS:
    void chosen(const quntai::MessagePtr &message);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void refresh(const QString &problem);
    void choose(const QModelIndex &index);
    void step(int rows);

    SearchModel &m_model;
    SearchField *m_field;
    ScopeBar *m_scope;
    PlainLabel *m_count;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QTimer *m_soon;
};

} // namespace quntai
