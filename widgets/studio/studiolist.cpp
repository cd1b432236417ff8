// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/studiolist.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/studio/gapdelegate.h"
#include "widgets/studio/lessondelegate.h"
#include "widgets/studio/studiodelegate.h"
#include "widgets/studio/studiowords.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

StudioList::StudioList(ThemeHost &host, StudioModel &entries, CorrectionModel &corrections,
                       GapModel &gaps, LessonModel &lessons, QWidget *parent)
    : ThemedWidget(host, parent), m_entries(entries), m_corrections(corrections), m_gaps(gaps),
      m_lessons(lessons),
      m_new(new IconButton(host, Icon::Plus, tr("New entry"), this)),
      m_bring(new IconButton(host, Icon::Download, tr("Import and export"), this)),
      m_filter(new IconButton(host, Icon::Filter, tr("Filter by state"), this)),
      m_tabs(new SegmentedControl(host, tr("Entries, corrections, gaps or what was learned"), this)),
      m_gapState(new ActionButton(host, ButtonKind::Link, {}, this)),
      m_search(new SearchField(host, tr("Search question, answer, similar"), this)),
      m_note(new PlainLabel(host, {}, TextRole::Caption, ColorRole::SuccessFg, this)),
      m_empty(new EmptyState(host, Icon::Book, {}, this)), m_pages(new QStackedWidget(this))
{
    m_list = buildList(entries, new StudioDelegate(host, this));
    m_list->setAccessibleName(tr("Entries"));
    m_inbox = buildList(corrections, new CorrectionDelegate(host, this));
    m_inbox->setAccessibleName(tr("Corrections to look at"));
    m_pages->addWidget(m_list);
    m_gapList = buildList(gaps, new GapDelegate(host, this));
    m_gapList->setAccessibleName(tr("Knowledge gaps"));
    m_pages->addWidget(m_inbox);
    m_pages->addWidget(m_gapList);
    m_lessonList = buildList(lessons, new LessonDelegate(host, this));
    m_lessonList->setAccessibleName(tr("Learned"));
    m_pages->addWidget(m_lessonList);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildSearch());
    m_note->setContentsMargins(space::x3, 0, space::x3, space::x1);
    m_note->hide();
    column->addWidget(m_note);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &SegmentedControl::chosen, this, &StudioList::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_entries.setWords(words);
    });
    connect(&entries, &StudioModel::countsChanged, this, &StudioList::refresh);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&corrections),
                                            static_cast<QAbstractItemModel *>(&gaps),
                                            static_cast<QAbstractItemModel *>(&lessons)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &StudioList::refresh);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &StudioList::refresh);
        connect(model, &QAbstractItemModel::modelReset, this, &StudioList::refresh);
    }
    refresh();
}

QWidget *StudioList::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x2, 0);
    row->setSpacing(space::x1);
    row->addWidget(new PlainLabel(host(), tr("Knowledge"), TextRole::Title, ColorRole::TextPrimary,
                                  head),
                   1);
    row->addWidget(m_bring);
    row->addWidget(m_new);
    m_new->setKeyHint(u"Ctrl+N"_s);
    connect(m_new, &IconButton::clicked, this, &StudioList::newWanted);
    connect(m_bring, &IconButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        auto *bring = menu->addAction(tr("Import CSV or JSONL…"), this, &StudioList::importWanted);
        bring->setEnabled(m_new->isEnabled());
        menu->addAction(tr("Export…"), this, &StudioList::exportWanted);
        menu->popup(m_bring->mapToGlobal(QPoint(0, m_bring->height())));
    });
    return head;
}

QWidget *StudioList::buildSearch()
{
    auto *box = new QWidget(this);
    m_tabs->addSegment(tr("Entries"));
    m_tabs->addSegment(tr("Corrections"));
    m_tabs->addSegment(tr("Gaps"));
    m_tabs->addSegment(tr("Learned"));
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_searchBar = new QWidget(box);
    auto *row = new QHBoxLayout(m_searchBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_search, 1);
    row->addWidget(m_filter);
    m_search->installEventFilter(this);
    connect(m_filter, &IconButton::clicked, this, &StudioList::showFilter);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
    column->setSpacing(space::x2);
    column->addWidget(m_tabs);
    column->addWidget(m_searchBar);
    m_gapState->setButtonSize(ButtonSize::Small);
    column->addWidget(m_gapState, 0, Qt::AlignLeft);
    connect(m_gapState, &ActionButton::clicked, this, [this] {
        m_gaps.setState(m_gaps.state() == GapState::Open ? GapState::Dismissed : GapState::Open);
    });
    return box;
}

QListView *StudioList::buildList(QAbstractItemModel &model, QAbstractItemDelegate *delegate)
{
    auto *list = new QListView(this);
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setResizeMode(QListView::Adjust);
    list->setVerticalScrollMode(QListView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setItemDelegate(delegate);
    list->setModel(&model);
    list->installEventFilter(this);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &StudioList::chooseRow);
    connect(list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (!index.data(StudioModel::IsHeader).toBool())
            return chooseRow(index);
        const auto row = index.data(StudioModel::Value).value<StudioRow>();
        m_entries.setCollapsed(row.category, !row.collapsed);
    });
    const auto dress = [this, list] {
        auto colors = list->palette();
        colors.setColor(QPalette::Base, theme().color(ColorRole::SurfaceWindow));
        list->setPalette(colors);
    };
    connect(&host(), &ThemeHost::changed, list, dress);
    dress();
    return list;
}

void StudioList::setWritable(bool writable)
{
    m_new->setEnabled(writable);
}

void StudioList::setNote(const QString &note)
{
    m_note->setPlainText(note);
    m_note->setVisible(!note.isEmpty());
}

void StudioList::focusSearch()
{
    showCorrections(false);
    m_search->setFocus();
    m_search->selectAll();
}

void StudioList::showCorrections(bool show)
{
    m_tabs->setCurrentIndex(show ? 1 : 0);
    refresh();
}

void StudioList::showGaps()
{
    m_tabs->setCurrentIndex(2);
    refresh();
}

void StudioList::showLessons()
{
    m_tabs->setCurrentIndex(3);
    refresh();
}

QString StudioList::emptySentence(int tab) const
{
    if (tab == 1)
        return tr("No correction waits. What agents put right at the desk arrives here.");
    if (tab == 2 && m_gaps.state() == GapState::Dismissed)
        return tr("No gap was dismissed");
    if (tab == 2)
        return tr("No gap is known. Questions that no entry answers are gathered here.");
    if (tab == 3)
        return tr("Nothing was learned yet. Approved and rejected answers teach the bot what "
                  "customers mean.");
    return m_entries.allCount() == 0
        ? tr("There is no entry yet. Write the first one, or import a table.")
        : tr("No entry has these words");
}

void StudioList::refresh()
{
    const int tab = m_tabs->currentIndex();
    const int waiting = m_corrections.rowCount();
    const int gaps = m_gaps.countIn(GapState::Open);
    m_searchBar->setVisible(tab == 0);
    refreshGaps(tab);
    m_empty->setSentence(emptySentence(tab));
    const int learned = m_lessons.rowCount();
    const int rows[] = {m_entries.entryCount(), waiting, m_gaps.rowCount(), learned};
    // Four tabs share a narrow column: the numbers stand under the words. What waits for somebody
    // is marked.
    m_tabs->setSegmentCount(0, m_entries.allCount());
    m_tabs->setSegmentCount(1, waiting, waiting > 0);
    m_tabs->setSegmentCount(2, gaps, gaps > 0);
    m_tabs->setSegmentCount(3, learned);
    QWidget *const lists[] = {m_list, m_inbox, m_gapList, m_lessonList};
    m_pages->setCurrentWidget(rows[tab] == 0 ? m_empty : lists[tab]);
    keepCurrent();
}

/** The way to the gaps that were dismissed, and back; nothing while there are none. */
void StudioList::refreshGaps(int tab)
{
    const bool isOpen = m_gaps.state() == GapState::Open;
    const int dismissed = m_gaps.countIn(GapState::Dismissed);
    m_gapState->setText(isOpen ? tr("Show %n dismissed", nullptr, dismissed)
                               : tr("Back to the open gaps"));
    m_gapState->updateGeometry();
    m_gapState->setVisible(tab == 2 && (!isOpen || dismissed > 0));
}

void StudioList::setCurrent(const EntryId &entry)
{
    m_current = entry;
    keepCurrent();
}

void StudioList::keepCurrent()
{
    m_quiet = true;
    const auto select = [](QListView &list, const QModelIndex &index) {
        const bool header = list.currentIndex().data(StudioModel::IsHeader).toBool();
        if (!index.isValid() && !(header && list.hasFocus()))
            list.selectionModel()->clear();
        else if (index.isValid() && index != list.currentIndex())
            list.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    };
    select(*m_list, m_entries.indexOf(m_current));
    select(*m_inbox, m_corrections.indexOf(m_current));
    m_quiet = false;
}

void StudioList::chooseRow(const QModelIndex &index)
{
    if (m_quiet || !index.isValid() || index.data(StudioModel::IsHeader).toBool())
        return;
    if (index.model() == &m_entries) {
        m_current = index.data(StudioModel::Id).value<EntryId>();
        Q_EMIT entryChosen(m_current);
    } else if (index.model() == &m_gaps) {
        Q_EMIT gapChosen(index.data(GapModel::Id).value<GapId>());
    } else if (index.model() == &m_lessons) {
        Q_EMIT lessonChosen(index.data(LessonModel::Id).value<LessonId>());
    } else {
        m_current = index.data(CorrectionModel::Id).value<EntryId>();
        Q_EMIT correctionChosen(m_current);
    }
}

/** The category of the current row, with Left and Right. */
bool StudioList::fold(bool collapsed)
{
    const auto row = m_list->currentIndex().data(StudioModel::Value).value<StudioRow>();
    if (!m_list->currentIndex().isValid())
        return false;
    m_entries.setCollapsed(row.category, collapsed);
    if (collapsed)
        m_list->setCurrentIndex(m_entries.headerOf(row.category));
    return true;
}

void StudioList::step(int rows)
{
    const int row = (m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1) + rows;
    if (row >= 0 && row < m_entries.rowCount())
        m_list->setCurrentIndex(m_entries.index(row, 0));
}

bool StudioList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched == m_inbox
        || watched == m_gapList || watched == m_lessonList)
        return ThemedWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Left: return watched == m_list && fold(true);
    case Qt::Key_Right: return watched == m_list && fold(false);
    default: return ThemedWidget::eventFilter(watched, event);
    }
}

void StudioList::showFilter()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *choices = new QActionGroup(menu);
    const auto add = [&](const QString &words, std::optional<EntryState> state) {
        auto *action = menu->addAction(words, this, [this, state] { m_entries.setState(state); });
        action->setCheckable(true);
        action->setChecked(m_entries.state() == state);
        choices->addAction(action);
    };
    add(tr("All states"), std::nullopt);
    for (int state = 0; state < int(enumWords<EntryState>.size()); ++state)
        add(entryStateName(EntryState(state)), EntryState(state));
    menu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height())));
}

void StudioList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
