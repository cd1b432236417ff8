// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallview.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/wall/tilewords.h"

#include <QCursor>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace quntai {

namespace {

constexpr int tickMs = 1000;

} // namespace

WallView::WallView(ThemeHost &host, WallModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_host(host), m_model(model)
{
    installSpokenLists();
    setAccessibleName(tr("Groups"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    join();
    dress();
    relayout();
    m_tick.start(tickMs, this);
}

void WallView::join()
{
    connect(&m_host, &ThemeHost::changed, this, &WallView::dress);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &WallView::relayout);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &WallView::relayout);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &WallView::relayout);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &WallView::relayout);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                for (int row = first.row(); row <= last.row(); ++row)
                    repaintTile(row);
            });
}

void WallView::dress()
{
    auto colors = palette();
    colors.setColor(QPalette::Base, m_host.theme().color(ColorRole::SurfaceWindow));
    setPalette(colors);
    m_pictures.clear();
    relayout();
    viewport()->update();
}

int WallView::top() const
{
    return verticalScrollBar()->value();
}

QRect WallView::tileRect(int row) const
{
    return m_grid.rectOf(row).translated(0, -top());
}

TileLayout WallView::layoutOf(int row) const
{
    const auto *tile = m_model.tileAt(row);
    return layoutTile(m_host.theme(), tile ? *tile : WallTile{}, tileRect(row), m_model.now());
}

/** The rows are others, or elsewhere: lays out and paints again what stands elsewhere. */
void WallView::relayout()
{
    const auto before = m_groups;
    const auto grid = m_grid;
    QList<bool> headers;
    m_groups.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        headers.append(m_model.isHeader(row));
        m_groups.append(m_model.index(row).data(WallModel::Id).value<GroupId>());
    }
    m_grid.arrange(headers, viewport()->width(), m_host.theme().metrics());
    auto *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_grid.height() - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_grid.lineHeight() / 2);
    repaintMoved(before, grid);
}

void WallView::repaintMoved(const QList<GroupId> &before, const WallGrid &grid)
{
    const auto [first, last] = m_grid.rowsBetween(top(), top() + viewport()->height());
    const bool sameEnd = before.size() == m_groups.size();
    for (int row = first; row < last; ++row) {
        const bool stays = sameEnd && before.at(row) == m_groups.at(row)
            && grid.rectOf(row) == m_grid.rectOf(row) && !m_grid.isHeader(row);
        if (!stays && sameEnd)
            viewport()->update(tileRect(row));
    }
    if (!sameEnd || grid.height() != m_grid.height())
        viewport()->update();
}

void WallView::updateTile(const GroupId &group)
{
    if (const int row = m_model.rowOf(group); row >= 0)
        viewport()->update(tileRect(row));
}

void WallView::repaintTile(int row)
{
    m_pictures.remove(m_groups.value(row));
    viewport()->update(tileRect(row));
}

/** Spans run: only their own place is painted again, unless the tile's border changes too. */
void WallView::tick()
{
    if (!isVisible())
        return;
    const auto now = m_model.now();
    const auto [first, last] = m_grid.rowsBetween(top(), top() + viewport()->height());
    for (int row = first; row < last; ++row) {
        const auto *tile = m_model.tileAt(row);
        if (!tile)
            continue;
        const Instant before{now.ms - 2 * tickMs};
        if (tileAlarm(*tile, before) != tileAlarm(*tile, now)) {
            repaintTile(row);
            continue;
        }
        if (tile->sentInMinute(before) != tile->sentInMinute(now))
            viewport()->update(layoutOf(row).budget);
        if (tile->oldest >= 0)
            viewport()->update(layoutOf(row).age);
        else if (now.ms / 60'000 != before.ms / 60'000)
            repaintTile(row);   // "10 min: …"
    }
}

void WallView::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) == stale)
        return;
    m_pictures.clear();
    viewport()->update();
}

void WallView::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        viewport()->update();
}

void WallView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (m_model.rowCount() == 0)
        viewport()->update();
}

void WallView::setCurrent(const GroupId &group)
{
    makeCurrent(group, true);
}

bool WallView::isTouched() const
{
    return m_inside || m_still.isActive();
}

TileLook WallView::lookOf(int row, const WallTile &tile) const
{
    const auto &group = m_groups.at(row);
    TileLook look;
    look.hovered = m_inside && m_spot.group == group;
    look.current = m_current == group && (hasFocus() || !m_inside);
    look.focused = hasFocus();
    look.stale = m_stale;
    if (look.hovered)
        look.hoveredVerb = m_spot.verb;
    if (m_pressed.group == group)
        look.pressedVerb = m_pressed.verb;
    for (int i = 0; i < wallVerbCount && m_whyNot && (look.hovered || look.current); ++i)
        look.enabled[size_t(i)] = m_whyNot(tile, static_cast<WallVerb>(i)).isEmpty();
    return look;
}

QPixmap WallView::pictureOf(int row, const WallTile &tile, const TileLook &look)
{
    auto &picture = m_pictures[m_groups.at(row)];
    const qreal ratio = devicePixelRatioF();
    const auto size = tileRect(row).size();
    if (picture.deviceIndependentSize() == size && picture.devicePixelRatio() == ratio)
        return picture;
    const auto &theme = m_host.theme();
    picture = QPixmap(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(theme.color(ColorRole::SurfaceWindow));
    QPainter painter(&picture);
    const auto now = m_model.now();
    paintTileBody(painter, theme, tile, layoutTile(theme, tile, {{}, size}, now), look, now);
    return picture;
}

void WallView::paintRow(QPainter &painter, int row)
{
    if (m_grid.isHeader(row)) {
        paintHeader(painter, row);
        return;
    }
    const auto *tile = m_model.tileAt(row);
    if (!tile)
        return;
    const auto look = lookOf(row, *tile);
    const auto layout = layoutOf(row);
    const auto now = m_model.now();
    if (look.hovered || look.current)
        paintTileBody(painter, m_host.theme(), *tile, layout, look, now);
    else
        painter.drawPixmap(layout.tile.topLeft(), pictureOf(row, *tile, look));
    paintTileTimes(painter, m_host.theme(), *tile, layout, look, now);
}

void WallView::forgetUnseen(int first, int last)
{
    if (m_pictures.size() <= 2 * (last - first))
        return;
    QSet<GroupId> seen;
    for (int row = first; row < last; ++row)
        seen.insert(m_groups.at(row));
    m_pictures.removeIf(
        [&](QHash<GroupId, QPixmap>::iterator one) { return !seen.contains(one.key()); });
}

void WallView::paintHeader(QPainter &painter, int row) const
{
    const auto &theme = m_host.theme();
    const auto index = m_model.index(row);
    const auto name = sectionName(int(m_model.grouping()),
                                  index.data(WallModel::Section).toString());
    const auto rect = tileRect(row);
    const auto &font = theme.boldFont(TextRole::Caption);
    const int used = paintText(painter, rect.adjusted(0, 0, -60, 0), name, font,
                               theme.color(ColorRole::TextSecondary));
    const int count = index.data(WallModel::Count).toInt();
    const auto size = countBadgeSize(theme, count);
    paintCountBadge(painter, theme,
                    QRect({rect.left() + used + 6, rect.center().y() + 1 - size.height() / 2}, size),
                    count);
}

void WallView::paintEmpty(QPainter &painter) const
{
    const auto &theme = m_host.theme();
    if (!m_loading) {
        paintText(painter, theme, viewport()->rect().adjusted(16, 0, -16, 0), m_emptyText,
                  TextRole::Ui, ColorRole::TextSecondary, Qt::AlignHCenter);
        return;
    }
    WallGrid grid;
    const int tiles = 12;
    grid.arrange(QList<bool>(tiles, false), viewport()->width(), theme.metrics());
    for (int i = 0; i < tiles; ++i)
        paintTileSkeleton(painter, theme, grid.rectOf(i));
}

void WallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const auto background = m_host.theme().color(ColorRole::SurfaceWindow);
    if (m_groups.isEmpty()) {
        painter.fillRect(event->rect(), background);
        paintEmpty(painter);
        return;
    }
    for (const auto &part : event->region())
        painter.fillRect(part, background);
    const auto [first, last] = m_grid.rowsBetween(top() + event->rect().top(),
                                                  top() + event->rect().bottom());
    for (int row = first; row < last; ++row) {
        const auto rect = tileRect(row);
        if (!event->region().intersects(rect))
            continue;
        paintRow(painter, row);
    }
    const auto inSight = m_grid.rowsBetween(top(), top() + viewport()->height());
    forgetUnseen(inSight.first, inSight.second);
}

void WallView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void WallView::scrollContentsBy(int, int dy)
{
    viewport()->scroll(0, dy);
    if (m_inside)
        point(spotAt(viewport()->mapFromGlobal(QCursor::pos())));
}

void WallView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::LanguageChange)
        viewport()->update();
}

void WallView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_still.timerId())
        m_still.stop();
    else if (event->timerId() == m_tick.timerId())
        tick();
    else
        QAbstractScrollArea::timerEvent(event);
}

int WallView::spokenRowAt(const QPoint &point) const
{
    return m_grid.tileAt(point + QPoint(0, verticalScrollBar()->value()));
}

QString WallView::spokenRow(int row) const
{
    if (const auto *tile = m_model.tileAt(row))
        return tileSentence(*tile, m_model.now());
    return sectionName(int(m_model.grouping()),
                       m_model.index(row).data(WallModel::Section).toString());
}

} // namespace quntai
