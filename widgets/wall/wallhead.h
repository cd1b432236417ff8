// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wallmodel.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class IconButton;
class PlainLabel;
class SearchField;
class SegmentedControl;

/** The head of the wall: which groups, in which order, in which sections; what waits to move. */
class WallHead : public ThemedWidget
{
    Q_OBJECT
public:
    /** model outlives the head. */
    WallHead(ThemeHost &host, WallModel &model, QWidget *parent = nullptr);

    /** Counts, what is pending, the time. frozen: since when what is shown is old; unset: it is
     * not. touched: somebody is at the tiles, so what is pending must be asked for. */
    void refresh(bool touched, Instant frozen);
    /** Alerts beside the bell that shows and hides the side column. */
    void setAlerts(int count);

    void chooseFilter(WallModel::Filter filter);
    void chooseSort(WallModel::Sort sort);
    void chooseWords(const QString &words);
    void chooseGrouping(WallModel::Grouping grouping);

    SearchField &field() const { return *m_field; }
    SegmentedControl &filters() const { return *m_filters; }
    ActionButton &changesButton() const { return *m_changes; }
    IconButton &sideButton() const { return *m_side; }

Q_SIGNALS:
    /** Another order, filter or grouping was chosen. */
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void fitStamp();
    void showSorts();
    void showGroupings();

    WallModel &m_model;
    std::array<int, WallModel::filterCount> m_counts{};
    SegmentedControl *m_filters;
    ActionButton *m_changes;
    PlainLabel *m_stamp;
    SearchField *m_field;
    ActionButton *m_sort;
    IconButton *m_more;
    IconButton *m_side;
};

} // namespace quntai
