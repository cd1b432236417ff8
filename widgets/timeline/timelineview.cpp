// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineview.h"

#include "widgets/timeline/newspill.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace quntai {

namespace {

// What a model tells within one frame is laid out once. Less than the 12 ms the session leaves between
// two frames: 16 met every second of them half way, and a message waited for both (bench_desk).
constexpr int kFrameMs = 8;
constexpr int kWheelStep = 20;
constexpr int kDragScrollStep = 24;

Instant systemNow()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace

TimelineView::TimelineView(const ThemeHost &themes, QWidget *parent)
    : QAbstractScrollArea(parent), m_themes(themes),
      m_flow([this](qsizetype row) { return layRow(row); }), m_clock(systemNow),
      m_pill(new NewsPill(themes, viewport()))
{
    installSpokenLists();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A bar that comes and goes would change the width, and with it every height.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMinimumWidth(layout::timelineMin);
    setAccessibleName(tr("Messages"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&themes, &ThemeHost::changed, this, &TimelineView::relayAll);
    connect(m_pill, &NewsPill::clicked, this, &TimelineView::scrollToEnd);
    m_flash.setStartValue(1.0);
    m_flash.setEndValue(0.0);
    connect(&m_flash, &QVariantAnimation::valueChanged, this,
            [this] { updateRow(m_flashed.isValid() ? m_flashed.row() : -1); });
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(QAbstractItemModel *model, const RowReader *reader)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_reader = reader;
    if (m_model)
        connectModel();
    modelReset();
}

void TimelineView::connectModel()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TimelineView::rowsInserted);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::rowsRemoved);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TimelineView::dataChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelineView::modelReset);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &TimelineView::modelReset);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &TimelineView::modelReset);
    connect(m_model, &QObject::destroyed, this, &TimelineView::modelReset);
}

void TimelineView::modelReset()
{
    m_flow.reset(m_model ? m_model->rowCount() : 0);
    m_selection.clear();
    m_current = QPersistentModelIndex();
    m_askedOlder = false;
    m_rails.clear();
    clearHover();
    setNews(0);
    schedule();
}

void TimelineView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    const bool atEnd = first == m_flow.count();
    m_flow.inserted(first, last - first + 1);
    m_selection.inserted(first, last - first + 1);
    if (first == 0)
        m_askedOlder = false;
    if (atEnd && !m_flow.isFollowing()) {
        int arrived = 0;
        for (int row = first; row <= last; ++row)
            arrived += m_reader->isNews(m_model->index(row, 0));
        setNews(m_news + arrived);
    }
    schedule();
}

void TimelineView::rowsRemoved(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    m_flow.removed(first, last - first + 1);
    m_selection.removed(first, last - first + 1);
    schedule();
}

void TimelineView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    m_flow.changed(topLeft.row(), bottomRight.row() - topLeft.row() + 1);
    schedule();
}

LaidRowPtr TimelineView::layRow(qsizetype row) const
{
    auto laid = std::make_shared<LaidRow>();
    laid->content = m_reader->read(m_model->index(int(row), 0));
    laid->content.whole = m_whole.contains(laid->content.message);
    laid->layout = layoutRow(laid->content, viewport()->width(), m_themes.theme());
    return laid;
}

RowContent TimelineView::contentOf(qsizetype row) const
{
    if (const LaidRowPtr laid = m_flow.laid(row))
        return laid->content;
    RowContent content = m_reader->read(m_model->index(int(row), 0));
    content.whole = m_whole.contains(content.message);
    return content;
}

void TimelineView::setLanes(const QList<LaneSpan> &lanes)
{
    if (lanes == m_lanes)
        return;
    m_lanes = lanes;
    m_shown.clear();
    schedule();
}

void TimelineView::setFocusTopic(const TopicId &topic)
{
    m_focusTopic = topic;
    viewport()->update();
}

void TimelineView::setClock(Clock clock)
{
    m_clock = std::move(clock);
    viewport()->update();
}

void TimelineView::setFind(const QString &words, const MessageId &current)
{
    m_find = words;
    m_found = current;
    viewport()->update();
}

void TimelineView::setMarked(const MessageId &message)
{
    m_marked = message;
    viewport()->update();
}

void TimelineView::relayAll()
{
    m_shown.clear();
    m_flow.layoutsChanged();
    m_pill->place();
    schedule();
}

/// At most one settling per frame, however often the model changes.
void TimelineView::schedule()
{
    m_dirty = true;
    if (m_frame.isActive() || m_isPosted)
        return;
    const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : kFrameMs;
    if (since < kFrameMs) {
        m_frame.start(int(kFrameMs - since), Qt::PreciseTimer, this);
        return;
    }
    // Ahead of the painting that others have asked for meanwhile: a timer would make it two.
    m_isPosted = true;
    QMetaObject::invokeMethod(this, &TimelineView::settle, Qt::QueuedConnection);
}

void TimelineView::settle()
{
    m_frame.stop();
    m_isPosted = false;
    if (m_dirty)
        layNow();
    announce();
}

/// Layout without telling anybody: may be called while painting.
void TimelineView::layNow()
{
    m_dirty = false;
    m_sinceFrame.start();
    m_flow.setViewportHeight(viewport()->height());
    m_flow.settle();
    renewRails();
    syncScrollBar();
    showChanges();
}

/// Moves what is on the screen already and paints the rest only: while scrolling, a strip.
void TimelineView::showChanges()
{
    QList<Shown> rows;
    for (const RowFlow::Placed &placed : m_flow.visible())
        rows.append({placed.laid, placed.y, m_rails.value(placed.row)});
    const QList<Shown> before = std::exchange(m_shown, rows);
    const auto covers = [this](const QList<Shown> &all) {
        return !all.isEmpty() && all.first().y <= 0
            && all.last().y + all.last().laid->layout.height >= viewport()->height();
    };
    const auto same = std::ranges::find_first_of(rows, before, {}, &Shown::laid, &Shown::laid);
    // The pill floats over the rows and would be moved with them.
    if (same == rows.end() || !covers(rows) || !covers(before) || m_pill->isVisible()) {
        viewport()->update();
        return;
    }
    const int down = same->y - std::ranges::find(before, same->laid, &Shown::laid)->y;
    if (down != 0)
        viewport()->scroll(0, down, viewport()->rect());
    for (const Shown &row : std::as_const(rows)) {
        const int height = row.laid->layout.height;
        const auto was = std::ranges::find(before, row.laid, &Shown::laid);
        // A row that was cut off is painted whole: the dashes of a border start at the cut.
        if (was == before.end() || was->y + down != row.y || was->rails != row.rails
            || (down != 0 && (was->y < 0 || was->y + height > viewport()->height())))
            viewport()->update(0, row.y, viewport()->width(), height);
    }
}

void TimelineView::announce()
{
    if (m_flow.isFollowing())
        setNews(0);
    if (m_wasFollowing != m_flow.isFollowing()) {
        m_wasFollowing = m_flow.isFollowing();
        emit followingChanged(m_wasFollowing);
    }
    if (underMouse())
        setHover(m_pointer);
    wantPictures();
    const bool nearTop = m_flow.value() < viewport()->height();
    if (!nearTop)
        m_askedOlder = false;
    if (nearTop && !m_askedOlder && m_model && viewport()->height() > 0) {
        m_askedOlder = true;
        emit loadOlder();
    }
    const bool rings = std::ranges::any_of(m_flow.visible(), [](const RowFlow::Placed &placed) {
        return placed.laid->content.recallUntil.isSet();
    });
    if (rings && !m_ticks.isActive())
        m_ticks.start(1000, this);
    else if (!rings)
        m_ticks.stop();
}

void TimelineView::syncScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    const QSignalBlocker blocked(bar);
    bar->setRange(0, int(m_flow.maximum()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(kWheelStep);
    bar->setValue(int(m_flow.value()));
}

void TimelineView::renewRails()
{
    QList<RailRow> rows;
    const QList<RowFlow::Placed> placed = m_flow.laidOut();
    for (const RowFlow::Placed &row : placed) {
        const RowContent &content = row.laid->content;
        rows.append({content.topic, content.at, content.node, content.hollow});
    }
    const QList<QList<RailPiece>> rails = railsOf(rows, m_lanes);
    m_rails.clear();
    for (qsizetype i = 0; i < placed.size(); ++i)
        m_rails.insert(placed[i].row, rails[i]);
    if (!rows.isEmpty())
        m_rails.insert(-1, railsAbove(rows, m_lanes));
}

void TimelineView::setNews(int count)
{
    if (count == m_news)
        return;
    m_news = count;
    m_pill->setCount(count);
    emit newsChanged(count);
}

void TimelineView::scrollToEnd()
{
    m_flow.scrollToEnd();
    m_dirty = true;
    settle();
}

void TimelineView::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_flow.setViewportHeight(viewport()->height());
    m_flow.centre(index.row());
    m_flashed = index;
    m_flash.stop();
    m_flash.setDuration(m_themes.theme().duration(Motion::Flash));
    m_flash.start();
    m_dirty = true;
    settle();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_flow.scrollTo(verticalScrollBar()->value());
    m_dirty = true;
    settle();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != viewport()->width())
        m_flow.layoutsChanged();
    m_pill->place();
    m_dirty = true;
    settle();
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        settle();
    } else if (event->timerId() == m_ticks.timerId()) {
        tick();
    } else if (event->timerId() == m_dragScroll.timerId()) {
        const int down = m_pointer.y() > viewport()->height() ? 1 : m_pointer.y() < 0 ? -1 : 0;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + down * kDragScrollStep);
        dragTo(m_pointer);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

/// Rings are painted anew, in place; a message that can no longer be recalled is read again.
void TimelineView::tick()
{
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        const RowContent &content = placed.laid->content;
        if (!content.recallUntil.isSet())
            continue;
        if (recallSecondsLeft(content, m_clock()) == 0) {
            m_flow.changed(placed.row, 1);
            schedule();
        } else {
            viewport()->update(placed.laid->layout.recall.translated(0, placed.y));
        }
    }
}

RowState TimelineView::stateOf(const RowFlow::Placed &placed) const
{
    const RowContent &content = placed.laid->content;
    RowState state;
    state.hovered = placed.row == m_hoverRow;
    if (state.hovered)
        state.hover = m_hover;
    state.current = m_keyboard && hasFocus() && placed.row == current();
    state.dimmed = !m_focusTopic.isEmpty() && content.topic != m_focusTopic;
    state.marked = !m_marked.isEmpty() && content.message == m_marked;
    if (m_flash.state() == QAbstractAnimation::Running && m_flashed.isValid()
        && m_flashed.row() == placed.row)
        state.flash = m_flash.currentValue().toReal();
    state.now = m_clock();
    const TextSelection::Range range = m_selection.in(placed.row);
    const int length = int(placed.laid->layout.body.shown().size());
    state.selectionStart = range.start;
    state.selectionEnd = range.end < 0 ? length : qMin(range.end, length);
    state.find = m_find;
    state.found = !m_found.isEmpty() && content.message == m_found;
    state.pictures = m_pictures;
    state.rails = m_rails.value(placed.row);
    state.narrowLanes = needsNarrowLanes(m_lanes);
    return state;
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    if (m_dirty)
        layNow();
    QPainter painter(viewport());
    const Theme &theme = m_themes.theme();
    painter.fillRect(event->rect(), theme.color(ColorRole::SurfaceBase));
    const QList<RowFlow::Placed> rows = m_flow.visible();
    if (!rows.isEmpty() && rows.first().y > 0)
        paintRails(painter, theme, m_rails.value(-1), rows.first().y, 0, needsNarrowLanes(m_lanes));
    for (const RowFlow::Placed &placed : rows) {
        const QRect area(0, placed.y, viewport()->width(), placed.laid->layout.height);
        if (!event->region().intersects(area))
            continue;
        painter.save();
        painter.translate(0, placed.y);
        paintRow(painter, theme, *placed.laid, stateOf(placed));
        painter.restore();
    }
    paintDrag(painter);
}

QRect TimelineView::rowRect(qsizetype row) const
{
    if (row < 0 || row >= m_flow.count())
        return {};
    return QRect(0, int(m_flow.topOf(row)), viewport()->width(), m_flow.table().height(row));
}

} // namespace quntai
