// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/reporttopicmodel.h"
#include "widgets/common/themedwidget.h"

class QListView;
class QStackedWidget;

namespace quntai {

class EmptyState;
class InlineBanner;
class PlainLabel;
class SegmentedControl;

/** The topics behind a number: which number, part or rest, and the list, page by page. */
class TopicsPanel : public ThemedWidget
{
    Q_OBJECT
public:
    TopicsPanel(ThemeHost &host, ReportTopicModel &model, QWidget *parent = nullptr);

    /** Asks for them; where says which slice ("Wed 04:00"), empty for all of the report. */
    void show(const ReportTopicsParams &question, const QString &where);
    /** Asks for the same again. */
    void refresh() { ask(); }
    const ReportTopicsParams &question() const { return m_question; }
    /** One line under the head, until another list is shown. */
    void say(const QString &what);

Q_SIGNALS:
    void chosen(const quntai::ReportTopic &topic);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void showState();
    void nameSides(Measure measure);

    ReportTopicModel &m_model;
    ReportTopicsParams m_question;
    PlainLabel *m_title;
    PlainLabel *m_count;
    SegmentedControl *m_sides;
    InlineBanner *m_banner;
    QStackedWidget *m_pages;
    QListView *m_list;
    EmptyState *m_empty;
};

} // namespace quntai
