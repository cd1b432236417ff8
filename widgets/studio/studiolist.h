// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "models/items/correctionmodel.h"
#include "models/items/gapmodel.h"
#include "models/items/lessonmodel.h"
#include "models/items/studiomodel.h"

class QAbstractItemDelegate;
class QListView;
class QStackedWidget;

namespace quntai {

class ActionButton;
class EmptyState;
class IconButton;
class PlainLabel;
class SearchField;
class SegmentedControl;

/** The left column: entries by category with search and filter, the inbox of corrections,
 * the gaps, and what was learned. One tab stop per list; Left and Right fold a category. */
class StudioList : public ThemedWidget
{
    Q_OBJECT
public:
    StudioList(ThemeHost &host, StudioModel &entries, CorrectionModel &corrections, GapModel &gaps,
               LessonModel &lessons, QWidget *parent = nullptr);

    /** No signal. */
    void setCurrent(const EntryId &entry);
    void setWritable(bool writable);
    /** One line under the head, e.g. where an export went; empty hides it. */
    void setNote(const QString &note);
    void focusSearch();
    void showCorrections(bool show);
    void showGaps();
    void showLessons();

Q_SIGNALS:
    void entryChosen(const quntai::EntryId &entry);
    void correctionChosen(const quntai::EntryId &entry);
    void gapChosen(const quntai::GapId &gap);
    void lessonChosen(const quntai::LessonId &lesson);
    void newWanted();
    void importWanted();
    void exportWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildSearch();
    QListView *buildList(QAbstractItemModel &model, QAbstractItemDelegate *delegate);
    void refresh();
    void keepCurrent();
    void chooseRow(const QModelIndex &index);
    bool fold(bool collapsed);
    void step(int rows);
    void showFilter();
    QString emptySentence(int tab) const;
    void refreshGaps(int tab);

    StudioModel &m_entries;
    CorrectionModel &m_corrections;
    GapModel &m_gaps;
    LessonModel &m_lessons;
    EntryId m_current;
    bool m_quiet = false;  //!< the selection follows, nobody chose

    IconButton *m_new;
    IconButton *m_bring;
    IconButton *m_filter;
    SegmentedControl *m_tabs;
    ActionButton *m_gapState;  //!< open gaps, or those that were dismissed
    SearchField *m_search;
    QWidget *m_searchBar;
    QListView *m_list;
    QListView *m_inbox;
    QListView *m_gapList;
    QListView *m_lessonList;
    PlainLabel *m_note;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
};

} // namespace quntai
